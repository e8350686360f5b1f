#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "report/charts.hpp"
#include "report/svg.hpp"
#include "report/text.hpp"

namespace thermidor::report {

std::string effect_chart(const std::vector<OutcomeRow>& outcomes) {
  constexpr double kWidth = 260, kHeight = 26;
  std::string out =
      "<div class=\"scroll\"><table class=\"effects "
      "stack\"><thead><tr><th>Outcome</th><th>Recorded</th><th>Baseline</th><th>Counterfactual</th>"
      "<th>Difference</th><th>95 % interval around zero</th><th>Same sign</th></tr></thead><tbody>";
  for (const OutcomeRow& row : outcomes) {
    const double reach = std::max({std::fabs(row.low), std::fabs(row.high), std::fabs(row.difference), 1e-12}) * 1.1;
    const Scale x{-reach, reach, 4, kWidth - 4};
    const char* tone = !row.distinguishable ? "none" : (row.difference > 0 ? "up" : "down");
    std::string bar =
        fmt::format("<svg class=\"bar\" viewBox=\"0 0 {:.0f} {:.0f}\" role=\"img\" aria-label=\"difference {} from {} to {}\">",
                    kWidth, kHeight, number(row.difference), number(row.low), number(row.high));
    bar += fmt::format("<line class=\"zero\" x1=\"{0:.1f}\" x2=\"{0:.1f}\" y1=\"2\" y2=\"24\"/>", x(0));
    bar += fmt::format("<line class=\"interval {}\" x1=\"{:.1f}\" x2=\"{:.1f}\" y1=\"13\" y2=\"13\"/>", tone, x(row.low),
                       x(row.high));
    bar += fmt::format("<circle class=\"dot {}\" cx=\"{:.1f}\" cy=\"13\" r=\"4.5\"/></svg>", tone, x(row.difference));
    const bool share = row.unit.starts_with("share");
    const auto shown = [share](double v) { return share ? percent(v) : number(v); };
    const auto changed = [share](double v) { return share ? points(v) : signed_number(v); };
    std::string difference = row.n == 0 ? "not measured" : "not distinguishable";
    if (row.distinguishable) difference = changed(row.difference) + (share ? " points" : "");
    out += fmt::format(
        "<tr><th>{} <span class=\"unit\">{}</span></th><td data-label=\"Recorded\">{}</td><td data-label=\"Baseline\">{}</td>"
        "<td data-label=\"Counterfactual\">{}</td><td data-label=\"Difference\" class=\"{}\">{}</td><td class=\"range\">{}"
        "<span class=\"small\">{} to {}</span></td><td data-label=\"Same sign\">{}</td></tr>",
        escape(row.title), escape(share ? row.unit : plain_unit(row.unit)), row.recorded ? shown(*row.recorded) : "–",
        shown(row.baseline), shown(row.counterfactual), tone, difference, bar, changed(row.low), changed(row.high),
        row.difference == 0 && row.n > 0 ? "no difference" : percent(row.sign_share));
  }
  return out + "</tbody></table></div>\n";
}

std::string endings_chart(const std::vector<EndingShare>& endings, bool paired) {
  std::string out = "<div class=\"scroll\"><table class=\"endings\"><thead><tr><th>Ending</th><th>Baseline</th>";
  out += paired ? "<th>Counterfactual</th></tr></thead><tbody>" : "</tr></thead><tbody>";
  const auto bar = [](double share, const char* arm) {
    return fmt::format(
        "<td><svg class=\"share\" viewBox=\"0 0 160 14\" aria-hidden=\"true\"><rect class=\"track\" width=\"160\" "
        "height=\"14\"/>"
        "<rect class=\"{} fill\" width=\"{:.1f}\" height=\"14\"/></svg> {}</td>",
        arm, 160 * std::clamp(share, 0.0, 1.0), percent(share));
  };
  for (const EndingShare& ending : endings) {
    out += fmt::format("<tr><th>{} <span class=\"unit\">{}</span></th>{}{}</tr>", escape(ending.title), escape(ending.id),
                       bar(ending.baseline, "base"), paired ? bar(ending.counterfactual, "alt") : "");
  }
  return out + "</tbody></table></div>\n";
}

}  // namespace thermidor::report
