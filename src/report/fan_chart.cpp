#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <utility>

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

bool drawn(const Fan& fan, const RecordedPoint& point) {
  return !fan.months.empty() && point.month >= fan.months.front() && point.month <= fan.months.back();
}

// The vertical axis; logarithmic where values spread over more than five hundred to one, as prices did.
struct Axis {
  Scale scale;
  bool logarithmic = false;
  double operator()(double value) const {
    return logarithmic ? scale(value > 0 ? std::log10(value) : std::nan("")) : scale(value);
  }
};

Range values_of(const Fan& fan, bool paired) {
  Range range;
  for (const Band* band : {&fan.baseline, &fan.counterfactual}) {
    if (band == &fan.counterfactual && !paired) continue;
    for (const double v : band->q05) range.take(v);
    for (const double v : band->q95) range.take(v);
  }
  for (const RecordedPoint& point : fan.recorded) {
    if (!drawn(fan, point)) continue;
    range.take(point.low.value_or(point.value));
    range.take(point.high.value_or(point.value));
  }
  return range;
}

Axis axis_of(const Fan& fan, bool paired) {
  Range range = values_of(fan, paired);
  if (range.low > range.high) range = {0, 1};
  const double bottom = kHeight - kBottom;
  if (range.low > 0 && range.high > 500 * range.low) {
    const double pad = 0.05 * (std::log10(range.high) - std::log10(range.low));
    return {{std::log10(range.low) - pad, std::log10(range.high) + pad, bottom, kTop}, true};
  }
  if (range.low > 0 && range.low < 0.45 * range.high) range.low = 0;
  const double pad = 0.05 * (range.high - range.low) + 1e-9;
  return {{range.low == 0 ? 0 : range.low - pad, range.high + pad, bottom, kTop}, false};
}

// Lines and labels of the vertical axis; on a logarithmic one at powers of ten.
std::string value_grid(const Axis& y) {
  std::string out;
  const double low = y.scale.from_low;
  const double high = y.scale.from_high;
  std::vector<double> ticks = round_ticks(low, high, 4);
  if (y.logarithmic) {
    ticks.clear();
    const int step = std::max(1, static_cast<int>((high - low) / 4));
    for (int power = static_cast<int>(std::ceil(low)); power <= high; power += step) ticks.push_back(std::pow(10.0, power));
  }
  for (const double tick : ticks) {
    const double at = y(tick);
    out += fmt::format("<line class=\"grid\" x1=\"{:.0f}\" x2=\"{:.0f}\" y1=\"{:.1f}\" y2=\"{:.1f}\"/>", kLeft, kWidth - kRight,
                       at, at);
    out += fmt::format("<text class=\"tick\" x=\"{:.0f}\" y=\"{:.1f}\" text-anchor=\"end\">{}</text>", kLeft - 5, at + 3.5,
                       tick_label(tick));
  }
  return out;
}

// One arm from a month on: before the fork the arms are one, and one is drawn.
std::string band(const Fan& fan, const Band& quantiles, const char* arm, std::size_t from, const Scale& x, const Axis& y) {
  std::vector<double> xs;
  // Whole units across: half a unit is a seventh of a month, and the page stays small.
  for (std::size_t i = from; i < fan.months.size(); ++i) xs.push_back(std::round(x(fan.months[i].index)));
  const auto scaled = [&y, from](const std::vector<double>& values) {
    std::vector<double> out;
    for (std::size_t i = from; i < values.size(); ++i) out.push_back(y(values[i]));
    return out;
  };
  std::string out;
  const bool single = quantiles.q05 == quantiles.q95;
  if (!single) {
    out += fmt::format("<path class=\"{} wide\" d=\"{}\"/>", arm, area_path(xs, scaled(quantiles.q05), scaled(quantiles.q95)));
    out +=
        fmt::format("<path class=\"{} narrow\" d=\"{}\"/>", arm, area_path(xs, scaled(quantiles.q25), scaled(quantiles.q75)));
  }
  return out + fmt::format("<path class=\"{} median\" d=\"{}\"/>", arm, line_path(xs, scaled(quantiles.q50)));
}

std::string date_of(const RecordedPoint& point) { return point.date.empty() ? format_month(point.month) : point.date; }

std::string recorded_points(const Fan& fan, const Scale& x, const Axis& y) {
  std::string out;
  for (const RecordedPoint& point : fan.recorded) {
    if (!drawn(fan, point)) continue;
    const double at = x(point.month.index);
    if (point.low && point.high) {
      out += fmt::format("<line class=\"rec\" x1=\"{0:.1f}\" x2=\"{0:.1f}\" y1=\"{1:.1f}\" y2=\"{2:.1f}\"/>", at, y(*point.low),
                         y(*point.high));
    }
    const bool checked = point.status == "read";
    out +=
        fmt::format("<circle class=\"{}\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"3\"><title>{}: {} ({}, source {})</title></circle>",
                    checked ? "rec" : "rec open", at, y(point.value), escape(date_of(point)), number(point.value),
                    escape(point.status), escape(point.source));
  }
  return out;
}

// The numbers behind the picture, one row a year.
std::string table_behind(const Fan& fan, bool paired) {
  const bool single = !paired && fan.baseline.q05 == fan.baseline.q95;
  std::string out = "<details><summary>Numbers</summary><div class=\"scroll\"><table><thead><tr><th>Month</th>";
  out += single ? "<th>Value</th>" : "<th>Baseline median</th><th>Baseline 5–95 %</th>";
  if (paired) out += "<th>Counterfactual median</th><th>Counterfactual 5–95 %</th>";
  out += "</tr></thead><tbody>";
  for (std::size_t i = 0; i < fan.months.size(); ++i) {
    const Month month = fan.months[i];
    if (month.month() != 6 && month.month() != 12) continue;
    const auto cells = [i, single](const Band& q) {
      if (single) return fmt::format("<td>{}</td>", number(q.q50[i]));
      return fmt::format("<td>{}</td><td>{} – {}</td>", number(q.q50[i]), number(q.q05[i]), number(q.q95[i]));
    };
    out +=
        "<tr><th>" + format_month(month) + "</th>" + cells(fan.baseline) + (paired ? cells(fan.counterfactual) : "") + "</tr>";
  }
  out += "</tbody></table></div>";
  // By source, each point once.
  std::vector<std::pair<std::string, std::vector<std::string>>> sources;
  for (const RecordedPoint& point : fan.recorded) {
    if (!drawn(fan, point)) continue;
    const std::string from = point.status + ", " + point.source, text = date_of(point) + ": " + number(point.value);
    auto place = std::find_if(sources.begin(), sources.end(), [&from](const auto& source) { return source.first == from; });
    if (place == sources.end()) place = sources.insert(sources.end(), {from, {}});
    std::vector<std::string>& points = place->second;
    if (std::find(points.begin(), points.end(), text) == points.end()) points.push_back(text);
  }
  std::string recorded;
  for (const auto& [from, points] : sources)
    recorded += fmt::format("{}{} ({})", recorded.empty() ? "" : "; ", escape(fmt::format("{}", fmt::join(points, ", "))),
                            escape(from));
  if (!recorded.empty()) out += "<p class=\"small\">Recorded (status, source): " + recorded + ".</p>";
  return out + "</details>";
}

// The months that no record covers, shaded.
std::string beyond_data(const Fan& fan, const Scale& x) {
  if (fan.data_end == Month{} || fan.months.back() <= fan.data_end) return {};
  const double from = x(std::max(fan.data_end, fan.months.front()).index);
  return fmt::format(
      "<rect class=\"beyond\" x=\"{:.1f}\" y=\"{:.0f}\" width=\"{:.1f}\" height=\"{:.0f}\"><title>extrapolation: the data end "
      "in {}</title></rect>",
      from, kTop, x(fan.months.back().index) - from, kHeight - kBottom - kTop, format_month(fan.data_end));
}

}  // namespace

std::string fan_chart(const Fan& fan, Month fork, bool paired) {
  if (fan.months.empty()) return {};
  const Axis y = axis_of(fan, paired);
  const Scale x{static_cast<double>(fan.months.front().index), static_cast<double>(fan.months.back().index), kLeft,
                kWidth - kRight};
  std::string unit = plain_unit(fan.unit);
  if (y.logarithmic) unit += unit.empty() ? "logarithmic scale" : ", logarithmic scale";
  std::string out = fmt::format("<figure class=\"fan\"><figcaption><b>{}</b> <span class=\"unit\">{}</span></figcaption>",
                                escape(capitalised(fan.title)), escape(unit));
  out += fmt::format("<svg viewBox=\"0 0 {:.0f} {:.0f}\" role=\"img\" aria-label=\"{} over time\">", kWidth, kHeight,
                     escape(fan.title));
  out += beyond_data(fan, x);
  out += value_grid(y);
  out += month_axis(x, fan.months.front(), fan.months.back(), kTop, kHeight - kBottom, 1);
  const int before = std::clamp(fork - fan.months.front(), 0, static_cast<int>(fan.months.size()) - 1);
  if (paired && before > 0) {
    out += fmt::format("<line class=\"fork\" x1=\"{0:.1f}\" x2=\"{0:.1f}\" y1=\"{1:.0f}\" y2=\"{2:.0f}\"/>", x(fork.index),
                       kTop, kHeight - kBottom);
  }
  out += band(fan, fan.baseline, "base", 0, x, y);
  // From the last shared month, so that the line leaves the other's.
  if (paired) out += band(fan, fan.counterfactual, "alt", static_cast<std::size_t>(std::max(before - 1, 0)), x, y);
  out += recorded_points(fan, x, y) + "</svg>" + table_behind(fan, paired) + "</figure>\n";
  return out;
}

}  // namespace thermidor::report
