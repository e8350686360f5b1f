#include "report/svg.hpp"

#include <fmt/format.h>

#include <cmath>

namespace thermidor::report {

double Scale::operator()(double value) const {
  if (from_high == from_low) return (to_low + to_high) / 2;
  return to_low + (value - from_low) / (from_high - from_low) * (to_high - to_low);
}

std::vector<double> round_ticks(double low, double high, int count) {
  if (!(high > low) || count < 1) return {low};
  const double raw = (high - low) / count;
  const double power = std::pow(10.0, std::floor(std::log10(raw)));
  double step = power * 10;
  for (const double factor : {1.0, 2.0, 2.5, 5.0}) {
    if (factor * power >= raw * 0.999) {
      step = factor * power;
      break;
    }
  }
  std::vector<double> ticks;
  for (double tick = std::ceil(low / step - 1e-9) * step; tick <= high + step * 1e-9; tick += step) {
    ticks.push_back(std::fabs(tick) < step * 1e-9 ? 0 : tick);
  }
  return ticks;
}

std::string tick_label(double value) {
  const double magnitude = std::fabs(value);
  if (magnitude >= 1e9) return fmt::format("{:g}bn", value / 1e9);
  if (magnitude >= 1e6) return fmt::format("{:g}M", value / 1e6);
  if (magnitude >= 1e4) return fmt::format("{:g}k", value / 1e3);
  return fmt::format("{:.4g}", value);
}

std::string coordinate(double value) {
  std::string text = fmt::format("{:.1f}", value);
  if (text.ends_with(".0")) text.resize(text.size() - 2);
  return text;
}

std::string month_axis(const Scale& x, Month start, Month end, double top, double bottom, int every) {
  std::string out;
  for (int year = start.year() + 1; year <= end.year(); ++year) {
    const Month january = make_month(year, 1);
    const double at = x(january.index);
    out += fmt::format("<line class=\"grid\" x1=\"{0:.1f}\" x2=\"{0:.1f}\" y1=\"{1:.1f}\" y2=\"{2:.1f}\"/>", at, top, bottom);
    if ((year - start.year()) % every == 0) {
      out +=
          fmt::format("<text class=\"tick\" x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"middle\">{}</text>", at, bottom + 13, year);
    }
  }
  return out;
}

std::string line_path(const std::vector<double>& xs, const std::vector<double>& ys) {
  std::string path;
  bool open = false;
  for (std::size_t i = 0; i < xs.size() && i < ys.size(); ++i) {
    if (!std::isfinite(ys[i])) {
      open = false;
      continue;
    }
    path += (open ? "L" : "M") + coordinate(xs[i]) + " " + coordinate(ys[i]);
    open = true;
  }
  return path;
}

std::string area_path(const std::vector<double>& xs, const std::vector<double>& low, const std::vector<double>& high) {
  std::string path;
  bool open = false;
  for (std::size_t i = 0; i < xs.size(); ++i) {
    if (!std::isfinite(high[i]) || !std::isfinite(low[i])) continue;
    path += (open ? "L" : "M") + coordinate(xs[i]) + " " + coordinate(high[i]);
    open = true;
  }
  for (std::size_t i = xs.size(); i-- > 0;) {
    if (std::isfinite(high[i]) && std::isfinite(low[i])) path += "L" + coordinate(xs[i]) + " " + coordinate(low[i]);
  }
  return open ? path + "Z" : std::string();
}

}  // namespace thermidor::report
