#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "report/charts.hpp"
#include "report/svg.hpp"
#include "report/text.hpp"

namespace thermidor::report {
namespace {

constexpr double kWidth = 440, kHeight = 230, kLeft = 46, kRight = 10, kTop = 12, kBottom = 26;

struct Range {
  double low = 1e300, high = -1e300;
  void take(double value) {
    if (!std::isfinite(value)) return;
    low = std::min(low, value);
    high = std::max(high, value);
  }
};

Range extent(const Fan& fan, bool paired) {
  Range range;
  for (const double v : fan.baseline.q05) range.take(v);
  for (const double v : fan.baseline.q95) range.take(v);
  if (paired) {
    for (const double v : fan.counterfactual.q05) range.take(v);
    for (const double v : fan.counterfactual.q95) range.take(v);
  }
  for (const RecordedPoint& point : fan.recorded) range.take(point.value);
  if (range.low > range.high) return {0, 1};
  if (range.low > 0 && range.low < 0.45 * range.high) range.low = 0;
  const double pad = 0.05 * (range.high - range.low) + 1e-9;
  return {range.low == 0 ? 0 : range.low - pad, range.high + pad};
}

std::string band(const Fan& fan, const Band& quantiles, const char* arm, const Scale& x, const Scale& y) {
  std::vector<double> xs;
  for (const Month month : fan.months) xs.push_back(x(month.index));
  const auto scaled = [&y](const std::vector<double>& values) {
    std::vector<double> out;
    for (const double value : values) out.push_back(y(value));
    return out;
  };
  std::string out;
  const bool single = quantiles.q05 == quantiles.q95;
  if (!single) {
    out += fmt::format("<path class=\"{} wide\" d=\"{}\"/>", arm, area_path(xs, scaled(quantiles.q05), scaled(quantiles.q95)));
    out += fmt::format("<path class=\"{} narrow\" d=\"{}\"/>", arm, area_path(xs, scaled(quantiles.q25), scaled(quantiles.q75)));
  }
  return out + fmt::format("<path class=\"{} median\" d=\"{}\"/>", arm, line_path(xs, scaled(quantiles.q50)));
}

std::string recorded_points(const Fan& fan, const Scale& x, const Scale& y) {
  std::string out;
  for (const RecordedPoint& point : fan.recorded) {
    if (fan.months.empty() || point.month < fan.months.front() || point.month > fan.months.back()) continue;
    const double at = x(point.month.index);
    if (point.low && point.high) {
      out += fmt::format("<line class=\"rec\" x1=\"{0:.1f}\" x2=\"{0:.1f}\" y1=\"{1:.1f}\" y2=\"{2:.1f}\"/>", at, y(*point.low),
                         y(*point.high));
    }
    const bool checked = point.status == "read";
    out += fmt::format("<circle class=\"{}\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"3\"><title>{}: {} ({}; {})</title></circle>",
                       checked ? "rec" : "rec open", at, y(point.value), format_month(point.month), number(point.value),
                       escape(point.status), escape(point.source));
  }
  return out;
}

// The numbers behind the picture, one row a year.
std::string table_behind(const Fan& fan, bool paired) {
  std::string out = "<details><summary>Numbers</summary><div class=\"scroll\"><table><thead><tr><th>Month</th><th>Baseline median</th>"
                    "<th>Baseline 5–95 %</th>";
  if (paired) out += "<th>Counterfactual median</th><th>Counterfactual 5–95 %</th>";
  out += "</tr></thead><tbody>";
  for (std::size_t i = 0; i < fan.months.size(); ++i) {
    const Month month = fan.months[i];
    if (month.month() != 6 && month.month() != 12) continue;
    const auto cells = [i](const Band& q) {
      return fmt::format("<td>{}</td><td>{} – {}</td>", number(q.q50[i]), number(q.q05[i]), number(q.q95[i]));
    };
    out += "<tr><th>" + format_month(month) + "</th>" + cells(fan.baseline) + (paired ? cells(fan.counterfactual) : "") + "</tr>";
  }
  out += "</tbody></table></div>";
  if (!fan.recorded.empty()) {
    out += "<p class=\"small\">Recorded: ";
    for (const RecordedPoint& point : fan.recorded) {
      out += fmt::format("{} {} ({}, {}); ", format_month(point.month), number(point.value), escape(point.status),
                         escape(point.source));
    }
    out += "</p>";
  }
  return out + "</details>";
}

}  // namespace

std::string fan_chart(const Fan& fan, Month fork, bool paired) {
  if (fan.months.empty()) return {};
  const Range range = extent(fan, paired);
  const Scale x{static_cast<double>(fan.months.front().index), static_cast<double>(fan.months.back().index), kLeft, kWidth - kRight};
  const Scale y{range.low, range.high, kHeight - kBottom, kTop};
  std::string out = fmt::format("<figure class=\"fan\"><figcaption><b>{}</b> <span class=\"unit\">{}</span></figcaption>",
                                escape(capitalised(fan.title)), escape(fan.unit));
  out += fmt::format("<svg viewBox=\"0 0 {:.0f} {:.0f}\" role=\"img\" aria-label=\"{} over time\">", kWidth, kHeight, escape(fan.title));
  for (const double tick : round_ticks(range.low, range.high, 4)) {
    out += fmt::format("<line class=\"grid\" x1=\"{:.0f}\" x2=\"{:.0f}\" y1=\"{:.1f}\" y2=\"{:.1f}\"/>", kLeft, kWidth - kRight, y(tick),
                       y(tick));
    out += fmt::format("<text class=\"tick\" x=\"{:.0f}\" y=\"{:.1f}\" text-anchor=\"end\">{}</text>", kLeft - 5, y(tick) + 3.5,
                       tick_label(tick));
  }
  out += month_axis(x, fan.months.front(), fan.months.back(), kTop, kHeight - kBottom, 1);
  if (paired && fork > fan.months.front()) {
    out += fmt::format("<line class=\"fork\" x1=\"{0:.1f}\" x2=\"{0:.1f}\" y1=\"{1:.0f}\" y2=\"{2:.0f}\"/>", x(fork.index), kTop,
                       kHeight - kBottom);
  }
  out += band(fan, fan.baseline, "base", x, y);
  if (paired) out += band(fan, fan.counterfactual, "alt", x, y);
  out += recorded_points(fan, x, y) + "</svg>" + table_behind(fan, paired) + "</figure>\n";
  return out;
}

}  // namespace thermidor::report
