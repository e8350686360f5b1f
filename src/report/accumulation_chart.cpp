#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "report/economy_charts.hpp"
#include "report/svg.hpp"
#include "report/text.hpp"

namespace thermidor::report {
namespace {

constexpr double kWidth = 460, kHeight = 240, kLeft = 40, kRight = 6, kTop = 10, kBottom = 22;

// Told apart by lightness as well as by hue; neighbours differ most.
constexpr std::array<const char*, 8> kTones = {"#2f4f6b", "#d9a441", "#7a5c99", "#8fbcae",
                                               "#a0473f", "#cfc8b8", "#4c8273", "#e3b7a0"};

// Foot and head of all bars: what is paid stands above the line, what is given back below.
struct Reach {
  double low = 0, high = 0;
};

Reach reach_of(const AccumulationPicture& picture) {
  Reach reach;
  for (const auto* arm : {&picture.baseline, &picture.counterfactual}) {
    for (const std::vector<double>& year : *arm) {
      Reach bar;
      for (const double amount : year) (amount < 0 ? bar.low : bar.high) += amount;
      reach.low = std::min(reach.low, bar.low);
      reach.high = std::max(reach.high, bar.high);
    }
  }
  return reach;
}

std::string bar(const AccumulationPicture& picture, const std::vector<double>& year, double left, double width, const Scale& y,
                const std::string& name) {
  std::string out;
  double above = 0;
  double below = 0;
  for (std::size_t s = 0; s < year.size() && s < picture.sources.size(); ++s) {
    double& at = year[s] < 0 ? below : above;
    const double before = y(at);
    at += year[s];
    const double after = y(at);
    out += fmt::format(
        "<rect x=\"{:.1f}\" y=\"{:.2f}\" width=\"{:.1f}\" height=\"{:.2f}\" fill=\"{}\"><title>{}, {}: "
        "{}</title></rect>",
        left, std::min(before, after), width, std::max(before, after) - std::min(before, after), kTones[s % kTones.size()],
        escape(name), escape(picture.sources[s]), number(year[s]));
  }
  return out;
}

std::string table(const AccumulationPicture& picture, const std::vector<std::vector<double>>& arm, const std::string& name) {
  std::string out = "<h4>" + name + "</h4><div class=\"scroll\"><table><thead><tr><th>Year</th>";
  for (const std::string& source : picture.sources) out += "<th>" + escape(source) + "</th>";
  out += "</tr></thead><tbody>";
  for (std::size_t i = 0; i < arm.size(); ++i) {
    out += "<tr><th>" + escape(picture.years[i]) + "</th>";
    for (const double amount : arm[i]) out += "<td>" + number(amount) + "</td>";
    out += "</tr>";
  }
  return out + "</tbody></table></div>";
}

}  // namespace

std::string accumulation_chart(const AccumulationPicture& picture) {
  if (picture.sources.empty() || picture.baseline.empty()) return {};
  const bool paired = !picture.counterfactual.empty();
  const Reach reach = reach_of(picture);
  const Scale y{reach.low, reach.high > reach.low ? reach.high * 1.03 : reach.low + 1, kHeight - kBottom, kTop};
  std::string out = fmt::format(
      "<figure class=\"paid\"><figcaption><b>Accumulation by who paid for it</b> <span "
      "class=\"unit\">{}</span></figcaption><svg viewBox=\"0 0 {:.0f} {:.0f}\" role=\"img\" "
      "aria-label=\"accumulation by source and year\">",
      escape(picture.unit), kWidth, kHeight);
  for (const double tick : round_ticks(reach.low, y.from_high, 4)) {
    out += fmt::format(
        "<line class=\"grid\" x1=\"{0:.0f}\" x2=\"{1:.0f}\" y1=\"{2:.1f}\" y2=\"{2:.1f}\"/><text class=\"tick\" "
        "x=\"{3:.0f}\" y=\"{4:.1f}\" text-anchor=\"end\">{5}</text>",
        kLeft, kWidth - kRight, y(tick), kLeft - 4, y(tick) + 3.5, tick_label(tick));
  }
  const double slot = (kWidth - kLeft - kRight) / static_cast<double>(picture.baseline.size());
  const double width = paired ? slot * 0.38 : slot * 0.66;
  for (std::size_t i = 0; i < picture.baseline.size(); ++i) {
    const double left = kLeft + slot * static_cast<double>(i) + slot * 0.1;
    out += bar(picture, picture.baseline[i], left, width, y, "baseline " + picture.years[i]);
    if (paired && i < picture.counterfactual.size()) {
      out +=
          bar(picture, picture.counterfactual[i], left + width + slot * 0.04, width, y, "counterfactual " + picture.years[i]);
    }
    out += fmt::format("<text class=\"tick\" x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"middle\">{}</text>", left + slot * 0.4,
                       kHeight - 7, escape(picture.years[i]));
  }
  out += "</svg><p class=\"legend shades\">";
  for (std::size_t s = 0; s < picture.sources.size(); ++s) {
    out += fmt::format("<span><i style=\"background:{}\"></i>{}</span>", kTones[s % kTones.size()], escape(picture.sources[s]));
  }
  if (paired) out += "<span>left bar: baseline, right bar: counterfactual</span>";
  out += "</p><details><summary>Numbers</summary>" + table(picture, picture.baseline, paired ? "Baseline" : "This run");
  if (paired) out += table(picture, picture.counterfactual, "Counterfactual");
  return out + "</details></figure>\n";
}

}  // namespace thermidor::report
