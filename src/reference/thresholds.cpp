#include "reference/thresholds.hpp"

#include "core/math.hpp"

namespace thermidor::reference {

int joined(const std::vector<double>& thresholds) {
  int now = 0;
  for (;;) {
    int next = 0;
    for (const double threshold : thresholds) next += threshold <= static_cast<double>(now) ? 1 : 0;
    if (next == now) return now;
    now = next;
  }
}

double percent_joined(const std::vector<double>& thresholds) {
  const double each = 100.0 / static_cast<double>(thresholds.size());
  std::vector<double> persons;
  for (const double threshold : thresholds) persons.push_back(threshold / each);
  return each * joined(persons);
}

// The curve touches the diagonal where Phi(z) = mean + sd z and the slope is one, that is sd = phi(z). Phi(z) - phi(z) z rises
// with z below zero, so that the root is found by halving.
Tipping tipping_point(double mean) {
  double low = -8, high = 0;
  for (int round = 0; round < 200; ++round) {
    const double z = 0.5 * (low + high);
    (normal_cdf(z) - normal_density(z) * z < mean ? low : high) = z;
  }
  const double z = 0.5 * (low + high);
  return {normal_density(z), normal_cdf(z)};
}

}  // namespace thermidor::reference
