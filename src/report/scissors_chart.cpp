#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "report/economy_charts.hpp"
#include "report/svg.hpp"
#include "report/text.hpp"

namespace thermidor::report {
namespace {

constexpr double kWidth = 460, kLeft = 34, kRight = 8, kPanel = 150, kGap = 34, kMark = 6.5;
constexpr int kMarkRows = 3;

// One of the two panels, with a scale from nought.
struct Panel {
  double top = 0;
  Scale x, y;
};

void take(double& high, const std::vector<double>& values) {
  for (const double value : values) {
    if (std::isfinite(value)) high = std::max(high, value);
  }
}

Panel panel_at(double top, const Scale& x, double high) { return {top, x, {0, high * 1.05 + 1e-9, top + kPanel, top}}; }

std::string frame(const Panel& panel, const std::string& title, Month first, Month last) {
  std::string out =
      fmt::format("<text class=\"name\" x=\"{:.0f}\" y=\"{:.1f}\">{}</text>", kLeft, panel.top - 5, escape(title));
  for (const double tick : round_ticks(0, panel.y.from_high, 4)) {
    const double at = panel.y(tick);
    out += fmt::format("<line class=\"grid\" x1=\"{:.0f}\" x2=\"{:.0f}\" y1=\"{:.1f}\" y2=\"{:.1f}\"/>", kLeft, kWidth - kRight,
                       at, at);
    out += fmt::format("<text class=\"tick\" x=\"{:.0f}\" y=\"{:.1f}\" text-anchor=\"end\">{}</text>", kLeft - 4, at + 3.5,
                       tick_label(tick));
  }
  const double parity = panel.y(100);
  out += fmt::format("<line class=\"parity\" x1=\"{:.0f}\" x2=\"{:.0f}\" y1=\"{:.1f}\" y2=\"{:.1f}\"/>", kLeft, kWidth - kRight,
                     parity, parity);
  return out + month_axis(panel.x, first, last, panel.top, panel.top + kPanel, 1);
}

std::string line(const Panel& panel, const std::vector<Month>& months, const std::vector<double>& values, const char* tone,
                 std::size_t from) {
  std::vector<double> xs;
  std::vector<double> ys;
  for (std::size_t i = from; i < months.size() && i < values.size(); ++i) {
    xs.push_back(panel.x(months[i].index));
    ys.push_back(panel.y(values[i]));
  }
  return fmt::format("<path class=\"{}\" d=\"{}\"/>", tone, line_path(xs, ys));
}

std::string spread(const Panel& panel, const std::vector<Month>& months, const Band& band, const char* arm, std::size_t from) {
  if (band.q05 == band.q95) return {};
  std::vector<double> xs;
  std::vector<double> low;
  std::vector<double> high;
  for (std::size_t i = from; i < months.size() && i < band.q05.size(); ++i) {
    xs.push_back(panel.x(months[i].index));
    low.push_back(panel.y(band.q05[i]));
    high.push_back(panel.y(band.q95[i]));
  }
  return fmt::format("<path class=\"{} wide\" d=\"{}\"/>", arm, area_path(xs, low, high));
}

std::string ratio_panel(const Panel& panel, const Fan& ratio, std::size_t fork, bool paired) {
  std::string out = spread(panel, ratio.months, ratio.baseline, "base", 0);
  if (paired) out += spread(panel, ratio.months, ratio.counterfactual, "alt", fork);
  out += line(panel, ratio.months, ratio.baseline.q50, "base median", 0);
  if (paired) out += line(panel, ratio.months, ratio.counterfactual.q50, "alt median", fork);
  for (const RecordedPoint& point : ratio.recorded) {
    if (point.month < ratio.months.front() || point.month > ratio.months.back()) continue;
    out += fmt::format("<circle class=\"rec{}\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"3\"><title>{}: {} ({}, {})</title></circle>",
                       point.status == "read" ? "" : " open", panel.x(point.month.index), panel.y(point.value),
                       format_month(point.month), number(point.value), escape(point.status), escape(point.source));
  }
  return out;
}

std::string blade_panel(const Panel& panel, const ScissorsPicture& picture, std::size_t fork) {
  std::string out = line(panel, picture.months, picture.industry, "blade industry", 0);
  out += line(panel, picture.months, picture.farm, "blade farm", 0);
  out += line(panel, picture.months, picture.industry_counterfactual, "blade industry twin", fork);
  out += line(panel, picture.months, picture.farm_counterfactual, "blade farm twin", fork);
  for (const BladePoint& point : picture.recorded) {
    if (point.month < picture.months.front() || point.month > picture.months.back()) continue;
    const double x = panel.x(point.month.index);
    const double y = panel.y(point.value);
    const std::string title =
        fmt::format("<title>{} {}: {} ({}, {})</title>", point.industry ? "industry" : "farm", format_month(point.month),
                    number(point.value), escape(point.status), escape(point.source));
    const char* open = point.status == "read" ? "" : " open";
    if (point.industry) {
      out += fmt::format("<circle class=\"rec{}\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"3\">{}</circle>", open, x, y, title);
    } else {
      out += fmt::format("<rect class=\"rec{}\" x=\"{:.1f}\" y=\"{:.1f}\" width=\"5.4\" height=\"5.4\">{}</rect>", open,
                         x - 2.7, y - 2.7, title);
    }
  }
  return out;
}

// Months in which something was done, numbered; close ones stand in different rows above the panels.
std::string marks(const std::vector<PriceAct>& acts, const Scale& x, double head, double foot) {
  std::array<double, kMarkRows> taken;
  taken.fill(-100);
  std::string out;
  for (std::size_t a = 0; a < acts.size(); ++a) {
    const double at = x(acts[a].month.index);
    std::size_t row = 0;
    while (row + 1 < taken.size() && at - taken[row] < 2 * kMark + 1) ++row;
    taken[row] = at;
    const double y = head - kMark - 1 - static_cast<double>(row) * (2 * kMark + 1);
    out += fmt::format("<line class=\"mark\" x1=\"{0:.1f}\" x2=\"{0:.1f}\" y1=\"{1:.1f}\" y2=\"{2:.1f}\"/>", at, y, foot);
    out += fmt::format(
        "<g class=\"mark {}\"><circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{}\"/><text x=\"{:.1f}\" "
        "y=\"{:.1f}\">{}</text></g>",
        acts[a].kind == "credit" ? "credit" : "prices", at, y, kMark, at, y + 3.2, a + 1);
  }
  return out;
}

std::string act_table(const ScissorsPicture& picture) {
  if (picture.acts.empty()) return {};
  std::string out =
      "<p class=\"legend\">Open circles: cuts of industrial prices; filled circles: limits on credit.</p><ol class=\"marks\">";
  for (const PriceAct& act : picture.acts) {
    out += fmt::format("<li>{}: {} <span class=\"unit\">{} {} · {}, {}</span></li>", format_month(act.month), escape(act.title),
                       act.kind == "credit" ? "credit limit" : "price cut", number(act.value), escape(act.status),
                       escape(act.source));
  }
  return out + "</ol><p class=\"small\">" + escape(picture.acts_note) + "</p>";
}

std::string legend(bool paired, bool recorded) {
  std::string out =
      "<p class=\"legend\"><i class=\"blade-industry\" style=\"margin-left:0\"></i>industrial prices (recorded: circles)"
      "<i class=\"blade-farm\"></i>farm prices (recorded: squares)";
  if (paired) out += "; dotted: counterfactual";
  if (recorded) {
    out +=
        "</p><p class=\"small\">The runs' blades are over their own general index of prices. Where a record's lie both far "
        "from that "
        "index, it stands on another base: then the gap between the two can be compared, not their heights.";
  }
  return out + "</p>";
}

}  // namespace

std::string scissors_chart(const ScissorsPicture& picture, const Fan* ratio, Month fork, const std::string& base) {
  if (picture.months.empty() || ratio == nullptr || ratio->months.empty()) return {};
  const bool paired = !picture.industry_counterfactual.empty();
  const Month first = picture.months.front();
  const Month last = picture.months.back();
  const Scale x{static_cast<double>(first.index), static_cast<double>(last.index), kLeft, kWidth - kRight};
  double high_ratio = 100;
  for (const Band* band : {&ratio->baseline, &ratio->counterfactual}) take(high_ratio, band->q95);
  for (const RecordedPoint& point : ratio->recorded) high_ratio = std::max(high_ratio, point.value);
  double high_blade = 100;
  for (const std::vector<double>* values :
       {&picture.industry, &picture.farm, &picture.industry_counterfactual, &picture.farm_counterfactual}) {
    take(high_blade, *values);
  }
  for (const BladePoint& point : picture.recorded) high_blade = std::max(high_blade, point.value);
  const double head = picture.acts.empty() ? 4 : kMarkRows * (2 * kMark + 1) + 4;
  const Panel upper = panel_at(head + 16, x, high_ratio);
  const Panel lower = panel_at(upper.top + kPanel + kGap, x, high_blade);
  const double height = lower.top + kPanel + 18;
  const auto from = static_cast<std::size_t>(std::clamp(fork - first - 1, 0, last - first));
  std::string out = fmt::format(
      "<figure class=\"scissors\"><svg viewBox=\"0 0 {:.0f} {:.0f}\" role=\"img\" aria-label=\"Price "
      "scissors by month\">",
      kWidth, height);
  out += marks(picture.acts, x, head, lower.top + kPanel);
  out += frame(upper, fmt::format("Industrial over farm prices, {} = 100", base), first, last);
  out += frame(lower, fmt::format("The two blades over the general index, {} = 100", base), first, last);
  if (paired && fork > first) {
    out += fmt::format("<line class=\"fork\" x1=\"{0:.1f}\" x2=\"{0:.1f}\" y1=\"{1:.1f}\" y2=\"{2:.1f}\"/>", x(fork.index),
                       upper.top, lower.top + kPanel);
  }
  out += ratio_panel(upper, *ratio, from, paired) + blade_panel(lower, picture, from);
  return out + "</svg>" + legend(paired, !picture.recorded.empty()) + act_table(picture) + "</figure>\n";
}

}  // namespace thermidor::report
