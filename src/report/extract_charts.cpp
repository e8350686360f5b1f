#include "report/extract_charts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace thermidor::report {
namespace {

constexpr std::size_t kLongestName = 60;

// What stands between two marks, the first of them found from `at` on; empty if one is missing.
std::string_view between(std::string_view text, std::string_view open, std::string_view close, std::size_t at = 0) {
  const std::size_t start = text.find(open, at);
  if (start == std::string_view::npos) return {};
  const std::size_t end = text.find(close, start + open.size());
  return end == std::string_view::npos ? std::string_view() : text.substr(start + open.size(), end - start - open.size());
}

// Small letters and digits, hyphens for everything else.
std::string as_name(std::string_view title) {
  std::string name;
  for (const char c : title.substr(0, kLongestName)) {
    const bool upper = c >= 'A' && c <= 'Z';
    if (upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      name += upper ? static_cast<char>(c - 'A' + 'a') : c;
    } else if (!name.empty() && name.back() != '-') {
      name += '-';
    }
  }
  while (!name.empty() && name.back() == '-') name.pop_back();
  return name;
}

// Id of the section in which a place of the page lies.
std::string_view section_at(std::string_view page, std::size_t at) {
  const std::size_t start = page.rfind("<section id=\"", at);
  return start == std::string_view::npos ? std::string_view("page") : between(page, "<section id=\"", "\"", start);
}

// A picture that stands alone: its name space, the page's colours and lines, paper below it.
std::string standalone(std::string_view picture, std::string_view style) {
  const std::size_t inside = picture.find('>') + 1;
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg "
      "xmlns=\"http://www.w3.org/2000/svg\"{}<style><![CDATA[{}\nsvg{{font-family:"
      "Georgia,\"DejaVu Serif\",serif}}]]></style><rect width=\"100%\" height=\"100%\" style=\"fill:var(--paper)\"/>{}\n",
      picture.substr(4, inside - 4), style, picture.substr(inside));
}

}  // namespace

std::vector<ChartFile> extract_charts(std::string_view page) {
  std::vector<ChartFile> charts;
  const std::string_view style = between(page, "<style>", "</style>");
  constexpr std::string_view kEnd = "</svg>";
  for (std::size_t figure = page.find("<figure"); figure != std::string_view::npos; figure = page.find("<figure", figure + 1)) {
    const std::size_t figure_end = std::min(page.find("</figure>", figure), page.size());
    for (std::size_t at = page.find("<svg", figure); at < figure_end; at = page.find("<svg", at + 1)) {
      const std::size_t end = page.find(kEnd, at);
      if (end == std::string_view::npos || end > figure_end) break;
      const std::string_view picture = page.substr(at, end + kEnd.size() - at);
      const std::string_view title = between(picture.substr(0, picture.find('>')), "aria-label=\"", "\"");
      if (title.empty()) continue;
      charts.push_back({fmt::format("{:02}-{}-{}.svg", charts.size() + 1, section_at(page, at), as_name(title)),
                        standalone(picture, style)});
    }
  }
  return charts;
}

}  // namespace thermidor::report
