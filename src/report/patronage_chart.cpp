#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "report/party_charts.hpp"
#include "report/text.hpp"

namespace thermidor::report {
namespace {

constexpr double kLeft = 150, kColumn = 19, kRow = 21, kHead = 122;
constexpr std::size_t kProvinces = 36;  // the others stand together in a last column

// Clients of a patron in the provinces that have no column of their own.
struct Rest {
  std::int64_t clients = 0;
  int secretaries = 0;
};

std::string column_head(double x, std::string title) {
  // What stands in brackets is told on hovering.
  const std::size_t bracket = title.find(" (");
  if (bracket != std::string::npos) title.resize(bracket);
  return fmt::format("<text class=\"name\" transform=\"translate({:.1f} {:.0f}) rotate(-60)\">{}</text>", x + kColumn / 2 + 3,
                     kHead - 5, escape(title));
}

std::string square(double x, double y, double share, const std::string& colour, const std::string& title, bool secretary) {
  const double side = std::max(1.5, std::sqrt(std::min(share, 1.0)) * (kColumn - 2));
  std::string out =
      fmt::format("<g><title>{}</title><rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" fill=\"{}\"/>",
                  escape(title), x + (kColumn - side) / 2, y + (kRow - side) / 2, side, side, colour);
  if (secretary) {
    out += fmt::format("<circle class=\"secretary\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"3.4\"/>", x + kColumn / 2, y + kRow / 2);
  }
  return out + "</g>";
}

std::string patron_rows(const PatronageYear& year, const PersonColours& colours, std::size_t shown,
                        std::int64_t rest_officials) {
  std::string out;
  const double last = kLeft + kColumn * static_cast<double>(shown);
  for (std::size_t p = 0; p < year.patrons.size(); ++p) {
    const double y = kHead + kRow * static_cast<double>(p);
    const std::string& patron = year.patrons[p];
    out += fmt::format("<rect x=\"{:.0f}\" y=\"{:.1f}\" width=\"9\" height=\"9\" fill=\"{}\"/>", kLeft - 13.0, y + 6,
                       colours.of(patron));
    out += fmt::format("<text class=\"name\" x=\"{:.0f}\" y=\"{:.1f}\" text-anchor=\"end\">{}</text>", kLeft - 18, y + 14.5,
                       escape(patron));
    out += fmt::format("<line class=\"grid\" x1=\"{:.0f}\" x2=\"{:.1f}\" y1=\"{:.1f}\" y2=\"{:.1f}\"/>", kLeft, last + 110,
                       y + kRow, y + kRow);
    Rest rest;
    std::int64_t all = 0;
    int secretaries = 0;
    for (const PatronCell& cell : year.cells) {
      if (cell.patron != p) continue;
      all += cell.clients;
      secretaries += cell.secretary ? 1 : 0;
      if (cell.province >= shown) {
        rest.clients += cell.clients;
        rest.secretaries += cell.secretary ? 1 : 0;
        continue;
      }
      const double share =
          static_cast<double>(cell.clients) / static_cast<double>(std::max<std::int64_t>(1, year.officials[cell.province]));
      out += square(kLeft + kColumn * static_cast<double>(cell.province), y, share, colours.of(patron),
                    fmt::format("{}: {} of {} officials are men of {}{}", year.provinces[cell.province], cell.clients,
                                year.officials[cell.province], patron, cell.secretary ? ", so is the secretary" : ""),
                    cell.secretary);
    }
    if (rest_officials > 0) {
      out += square(last + 6, y, static_cast<double>(rest.clients) / static_cast<double>(rest_officials), colours.of(patron),
                    fmt::format("the smaller provinces: {} of {} officials, {} secretaries", rest.clients, rest_officials,
                                rest.secretaries),
                    false);
    }
    for (const auto& [x, value] : {std::pair{last + 62, all}, std::pair{last + 96, static_cast<std::int64_t>(secretaries)}}) {
      out += fmt::format("<text class=\"tick\" x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"end\">{}</text>", x, y + 14.5, value);
    }
  }
  return out;
}

}  // namespace

std::string patronage_chart(const PatronageYear& year, const PersonColours& colours, const std::string& title) {
  if (year.patrons.empty()) return {};
  const std::size_t shown = std::min(kProvinces, year.provinces.size());
  std::int64_t rest = 0;
  for (std::size_t v = shown; v < year.provinces.size(); ++v) rest += year.officials[v];
  const double width = kLeft + kColumn * static_cast<double>(shown) + 142;
  const double height = kHead + kRow * static_cast<double>(year.patrons.size()) + 6;
  std::string out = fmt::format(
      "<figure class=\"bureau\"><figcaption><b>{}</b></figcaption><div class=\"scroll\"><svg class=\"patronage\" viewBox=\"0 0 "
      "{:.0f} "
      "{:.0f}\" role=\"img\" aria-label=\"{}\">",
      escape(title), width, height, escape(title));
  for (std::size_t v = 0; v < shown; ++v) out += column_head(kLeft + kColumn * static_cast<double>(v), year.provinces[v]);
  if (rest > 0) {
    out +=
        column_head(kLeft + kColumn * static_cast<double>(shown) + 6, fmt::format("{} smaller", year.provinces.size() - shown));
  }
  const double last = kLeft + kColumn * static_cast<double>(shown);
  out += column_head(last + 42, "officials in all") + column_head(last + 76, "secretaries");
  return out + patron_rows(year, colours, shown, rest) + "</svg></div></figure>\n";
}

}  // namespace thermidor::report
