// The estimators alone: values at the points of a design in, effects and shares of variance with intervals out.
#include <algorithm>
#include <cstdint>
#include <tuple>
#include <utility>

#include "core/math.hpp"
#include "core/rng.hpp"
#include "experiment/sensitivity.hpp"

namespace thermidor::experiment {
namespace {

constexpr int kResamples = 500;

bool is_number(double value) { return value - value == 0; }

std::vector<std::size_t> resample(std::size_t count, int number) {
  Random random(DrawKey{1921, make_stream("experiment.sensitivity"), Month{0}, static_cast<std::uint64_t>(number)});
  std::vector<std::size_t> drawn(count);
  for (std::size_t& index : drawn) index = random.below(static_cast<std::uint32_t>(count));
  return drawn;
}

Interval interval_of(std::vector<double>& values) {
  std::sort(values.begin(), values.end());
  return {sorted_quantile(values, 0.025), sorted_quantile(values, 0.975)};
}

double absolute(double value) { return value < 0 ? -value : value; }

// Elementary effects [factor][trajectory] of the trajectories measured in full.
std::vector<std::vector<double>> elementary_effects(const SensitivityDesign& design, const std::vector<double>& values) {
  std::vector<std::vector<double>> effects(design.factors() + 1);
  for (std::size_t row = 0; row < design.size(); ++row) {
    const std::size_t first = row * design.block();
    const auto begin = values.begin() + static_cast<std::ptrdiff_t>(first);
    if (!std::all_of(begin, begin + static_cast<std::ptrdiff_t>(design.block()), is_number)) continue;
    for (std::size_t point = first + 1; point < first + design.block(); ++point) {
      const std::optional<SensitivityDesign::Step> step = design.step(point);
      if (step) effects[step->factor].push_back((values[point] - values[point - 1]) * (step->up ? 1.5 : -1.5));
    }
  }
  return effects;
}

std::vector<FactorSensitivity> estimate_morris(const SensitivityDesign& design, const std::vector<double>& values) {
  const std::vector<std::vector<double>> effects = elementary_effects(design, values);
  std::vector<FactorSensitivity> factors(effects.size());
  double largest = 0;
  for (std::size_t f = 0; f < effects.size(); ++f) {
    FactorSensitivity& factor = factors[f];
    if (effects[f].empty()) continue;
    std::vector<double> sizes;
    for (const double effect : effects[f]) sizes.push_back(absolute(effect));
    factor.mu = mean_of(effects[f]);
    factor.mu_star = mean_of(sizes);
    factor.sigma = standard_deviation(effects[f]);
    std::vector<double> drawn_means;
    for (int r = 0; r < kResamples; ++r) {
      double sum = 0;
      for (const std::size_t index : resample(sizes.size(), r)) sum += sizes[index];
      drawn_means.push_back(sum / static_cast<double>(sizes.size()));
    }
    factor.mu_star_interval = interval_of(drawn_means);
    largest = larger(largest, factor.mu_star);
  }
  for (std::size_t f = 0; f < factors.size(); ++f) {
    const double width = factors[f].mu_star_interval.high - factors[f].mu_star_interval.low;
    factors[f].converged = effects[f].size() >= kFewestTrajectories && width <= kConverged * largest;
  }
  return factors;
}

// Values of the base points measured in full, less their mean: a[row], b[row], mixed[factor][row].
struct SobolValues {
  std::vector<double> a, b;
  std::vector<std::vector<double>> mixed;
};

SobolValues sobol_values(const SensitivityDesign& design, const std::vector<double>& values) {
  SobolValues result;
  result.mixed.resize(design.factors() + 1);
  double sum = 0;
  for (std::size_t row = 0; row < design.size(); ++row) {
    const auto begin = values.begin() + static_cast<std::ptrdiff_t>(row * design.block());
    if (!std::all_of(begin, begin + static_cast<std::ptrdiff_t>(design.block()), is_number)) continue;
    result.a.push_back(*begin);
    result.b.push_back(*(begin + 1));
    sum += *begin + *(begin + 1);
    for (std::size_t f = 0; f < result.mixed.size(); ++f)
      result.mixed[f].push_back(*(begin + static_cast<std::ptrdiff_t>(f + 2)));
  }
  const double mean = result.a.empty() ? 0 : sum / (2.0 * static_cast<double>(result.a.size()));
  for (std::vector<double>* list : {&result.a, &result.b}) {
    for (double& value : *list) value -= mean;
  }
  for (std::vector<double>& list : result.mixed) {
    for (double& value : list) value -= mean;
  }
  return result;
}

// First-order and total index of one factor over the rows listed: Saltelli and others 2010, Jansen 1999.
std::pair<double, double> indices_over(const SobolValues& values, std::size_t factor, const std::vector<std::size_t>& rows) {
  double mean = 0;
  double squares = 0;
  double first = 0;
  double total = 0;
  for (const std::size_t row : rows) {
    const double a = values.a[row];
    const double b = values.b[row];
    const double mixed = values.mixed[factor][row];
    mean += a + b;
    squares += a * a + b * b;
    first += b * (mixed - a);
    total += (a - mixed) * (a - mixed);
  }
  const double n = static_cast<double>(rows.size());
  const double variance = squares / (2 * n) - (mean / (2 * n)) * (mean / (2 * n));
  if (!(variance > 0)) return {0, 0};
  return {first / n / variance, total / (2 * n) / variance};
}

std::vector<FactorSensitivity> estimate_sobol(const SensitivityDesign& design, const std::vector<double>& values) {
  const SobolValues rows = sobol_values(design, values);
  std::vector<FactorSensitivity> factors(rows.mixed.size());
  if (rows.a.empty()) return factors;
  std::vector<std::size_t> all(rows.a.size());
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
  for (std::size_t f = 0; f < factors.size(); ++f) {
    FactorSensitivity& factor = factors[f];
    std::tie(factor.first, factor.total) = indices_over(rows, f, all);
    std::vector<double> firsts;
    std::vector<double> totals;
    for (int r = 0; r < kResamples; ++r) {
      const auto [first, total] = indices_over(rows, f, resample(all.size(), r));
      firsts.push_back(first);
      totals.push_back(total);
    }
    factor.first_interval = interval_of(firsts);
    factor.total_interval = interval_of(totals);
    factor.converged = all.size() >= kFewestBasePoints && factor.total_interval.high - factor.total_interval.low <= kConverged;
  }
  return factors;
}

}  // namespace

std::vector<FactorSensitivity> estimate_sensitivity(const SensitivityDesign& design, const std::vector<double>& values) {
  return design.method() == SensitivityMethod::morris ? estimate_morris(design, values) : estimate_sobol(design, values);
}

}  // namespace thermidor::experiment
