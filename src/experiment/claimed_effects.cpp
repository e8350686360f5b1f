#include "experiment/claimed_effects.hpp"

#include <algorithm>

namespace thermidor::experiment {

std::string judge_claim(const scenario::ClaimedEffect& claim, const OutcomeResult& outcome) {
  const Comparison& c = outcome.comparison;
  if (c.n == 0) return "not measured";
  if (claim.direction == "unchanged") return c.distinguishable ? "disagrees" : "no effect found, as claimed";
  if (!c.distinguishable) return "not distinguishable";
  return (c.difference > 0) == (claim.direction == "rises") ? "agrees" : "disagrees";
}

const OutcomeResult* find_outcome(const StudyResult& result, const std::string& id) {
  for (const OutcomeResult& outcome : result.outcomes) {
    if (outcome.plan.id == id) return &outcome;
  }
  return nullptr;
}

std::vector<double> false_discovery_rates(std::span<const double> p_values) {
  const std::size_t count = p_values.size();
  std::vector<std::size_t> order(count);
  for (std::size_t i = 0; i < count; ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return p_values[a] < p_values[b]; });
  std::vector<double> rates(count, 1.0);
  double least = 1;
  for (std::size_t rank = count; rank-- > 0;) {
    const double rate = p_values[order[rank]] * static_cast<double>(count) / static_cast<double>(rank + 1);
    least = std::min(least, rate);
    rates[order[rank]] = least;
  }
  return rates;
}

}  // namespace thermidor::experiment
