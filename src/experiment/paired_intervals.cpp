#include "experiment/paired_intervals.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/math.hpp"

namespace thermidor::experiment {
namespace {

// Correlation of the two arms, drawn towards none by half a pair (Newcombe's correction); 0 where an arm is all alike.
double correlation(const PairedCounts& counts) {
  const double a = counts.both, b = counts.only_counterfactual, c = counts.only_baseline, d = counts.neither;
  const double margins = (a + b) * (c + d) * (a + c) * (b + d);
  if (margins <= 0) return 0;
  const double surplus = a * d - b * c;
  const double corrected = surplus > 0 ? std::max(0.0, surplus - 0.5 * counts.all()) : surplus;
  return corrected / thermidor::sqrt(margins);
}

double square(double x) { return x * x; }

// Logarithm of the number of ways to choose k of n.
double log_choose(double n, double k) { return std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1); }

}  // namespace

bool yes_or_no(std::span<const double> baseline, std::span<const double> counterfactual) {
  const auto plain = [](double value) { return value == 0 || value == 1; };
  return !baseline.empty() && std::all_of(baseline.begin(), baseline.end(), plain) &&
         std::all_of(counterfactual.begin(), counterfactual.end(), plain);
}

PairedCounts count_pairs(std::span<const double> baseline, std::span<const double> counterfactual) {
  PairedCounts counts;
  for (std::size_t i = 0; i < baseline.size() && i < counterfactual.size(); ++i) {
    const bool before = baseline[i] != 0, after = counterfactual[i] != 0;
    ++(before ? (after ? counts.both : counts.only_baseline) : (after ? counts.only_counterfactual : counts.neither));
  }
  return counts;
}

Interval wilson_interval(int hits, int count, double level) {
  if (count == 0) return {0, 1};
  const double z = normal_quantile(0.5 * (1 + level)), n = count, share = hits / n;
  const double centre = (share + z * z / (2 * n)) / (1 + z * z / n);
  const double half = z / (1 + z * z / n) * thermidor::sqrt(share * (1 - share) / n + z * z / (4 * n * n));
  return {std::max(0.0, centre - half), std::min(1.0, centre + half)};
}

Interval paired_shares_interval(const PairedCounts& counts, double level) {
  const int all = counts.all(), with = counts.both + counts.only_counterfactual, without = counts.both + counts.only_baseline;
  if (all == 0) return {-1, 1};
  const Interval after = wilson_interval(with, all, level), before = wilson_interval(without, all, level);
  const double n = all, p = with / n, q = without / n, phi = correlation(counts);
  const auto reach = [phi](double x, double y) {
    return thermidor::sqrt(std::max(0.0, square(x) - 2 * phi * x * y + square(y)));
  };
  const double difference = p - q;
  return {std::max(-1.0, difference - reach(p - after.low, before.high - q)),
          std::min(1.0, difference + reach(after.high - p, q - before.low))};
}

double sign_test(const PairedCounts& counts) {
  const double n = counts.only_baseline + counts.only_counterfactual;
  const int fewer = std::min(counts.only_baseline, counts.only_counterfactual);
  double tail = 0;
  for (int k = 0; k <= fewer; ++k) tail += std::exp(log_choose(n, k) - n * std::log(2.0));
  return std::min(1.0, 2 * tail);
}

double student_quantile(double p, std::size_t freedom) {
  if (freedom == 0) return std::numeric_limits<double>::infinity();
  if (freedom == 1) return std::tan(std::acos(-1.0) * (p - 0.5));
  if (freedom == 2) return (2 * p - 1) / thermidor::sqrt(2 * p * (1 - p));
  const double z = normal_quantile(p), v = static_cast<double>(freedom), s = z * z;
  const double first = z * (s + 1) / 4, second = z * ((5 * s + 16) * s + 3) / 96;
  const double third = z * (((3 * s + 19) * s + 17) * s - 15) / 384;
  const double fourth = z * ((((79 * s + 776) * s + 1482) * s - 1920) * s - 945) / 92160;
  return z + (first + (second + (third + fourth / v) / v) / v) / v;
}

Interval t_interval(std::span<const double> values, double level) {
  const auto n = static_cast<double>(values.size());
  double mean = 0, squares = 0;
  for (const double value : values) mean += value / n;
  if (values.size() < 2) return {mean, mean};
  for (const double value : values) squares += square(value - mean);
  const double half = student_quantile(0.5 * (1 + level), values.size() - 1) * thermidor::sqrt(squares / (n - 1) / n);
  return {mean - half, mean + half};
}

}  // namespace thermidor::experiment
