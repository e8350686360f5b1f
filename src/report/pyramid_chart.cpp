#include <fmt/format.h>

#include <algorithm>

#include "report/party_charts.hpp"
#include "report/svg.hpp"
#include "report/text.hpp"

namespace thermidor::report {
namespace {

constexpr double kWidth = 190, kBar = 15, kTop = 2;

std::string draw_year(const PyramidYear& year, const std::vector<std::string>& generations, double most) {
  const Scale width{0, most, 0, kWidth - 8};
  const double middle = kWidth / 2;
  const double height = kTop + kBar * static_cast<double>(generations.size()) + 4;
  std::string out =
      fmt::format("<figure><figcaption>{}</figcaption><svg viewBox=\"0 0 {:.0f} {:.0f}\" role=\"img\" aria-label=\"{}\">",
                  escape(year.title), kWidth, height, escape("generations of members, " + year.title));
  for (std::size_t g = 0; g < generations.size() && g < year.full.size(); ++g) {
    const auto full = static_cast<double>(year.full[g]);
    const auto all = full + static_cast<double>(year.candidates[g]);
    if (all <= 0) continue;
    const double y = kTop + kBar * static_cast<double>(g);
    const double wide = std::max(width(all), 1.0);
    const double inner = width(full);
    out += fmt::format("<g><title>{}: {} members, {} candidates</title>", escape(generations[g]), number(full),
                       number(all - full));
    out += fmt::format("<rect class=\"gen{} candidate\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.0f}\"/>", g,
                       middle - wide / 2, y, wide, kBar - 2);
    out += fmt::format("<rect class=\"gen{}\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.0f}\"/></g>", g,
                       middle - inner / 2, y, inner, kBar - 2);
  }
  double all = 0;
  for (std::size_t g = 0; g < year.full.size(); ++g) all += static_cast<double>(year.full[g] + year.candidates[g]);
  return out + fmt::format("</svg><p class=\"small\">{} in all; {} officials, Committee {}, bureau {}</p></figure>",
                           number(all), number(static_cast<double>(year.officials)), year.committee, year.bureau);
}

std::string numbers(const std::vector<PyramidYear>& years, const std::vector<std::string>& generations) {
  std::string out = "<details><summary>Numbers</summary><div class=\"scroll\"><table><thead><tr><th>Generation</th>";
  for (const PyramidYear& year : years) out += "<th>" + escape(year.title) + "</th>";
  out += "</tr></thead><tbody>";
  for (std::size_t g = 0; g < generations.size(); ++g) {
    out += "<tr><th>" + escape(generations[g]) + "</th>";
    for (const PyramidYear& year : years)
      out += "<td>" + number(static_cast<double>(year.full[g] + year.candidates[g])) + "</td>";
    out += "</tr>";
  }
  return out + "</tbody></table></div></details>\n";
}

}  // namespace

std::string pyramid_chart(const std::vector<PyramidYear>& years, const std::vector<std::string>& generations,
                          const std::string& title, double most) {
  if (years.empty() || most <= 0) return {};
  std::string out = "<h3>" + escape(title) + "</h3><div class=\"pyramids\">";
  for (const PyramidYear& year : years) out += draw_year(year, generations, most);
  return out + "</div>" + numbers(years, generations);
}

}  // namespace thermidor::report
