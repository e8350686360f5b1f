// The few pieces of SVG that all charts share: linear scales, round ticks, axes over months, paths.
#pragma once

#include <string>
#include <vector>

#include "core/calendar.hpp"

namespace thermidor::report {

// Maps [from_low, from_high] to [to_low, to_high]; a degenerate domain maps to the middle.
struct Scale {
  double from_low = 0, from_high = 1, to_low = 0, to_high = 1;
  double operator()(double value) const;
};

// Values at round steps (1, 2, 2.5 or 5 times a power of ten) covering [low, high] with about `count` of them.
std::vector<double> round_ticks(double low, double high, int count);

// Formats a tick without superfluous digits.
std::string tick_label(double value);

// A coordinate with one decimal, none where it is zero.
std::string coordinate(double value);

// Ticks at the years inside [start, end]; labels every `every` years.
std::string month_axis(const Scale& x, Month start, Month end, double top, double bottom, int every);

// "M x y L x y ..." over finite points.
std::string line_path(const std::vector<double>& xs, const std::vector<double>& ys);

// Closed area between two curves.
std::string area_path(const std::vector<double>& xs, const std::vector<double>& low, const std::vector<double>& high);

}  // namespace thermidor::report
