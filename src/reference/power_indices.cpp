#include "reference/power_indices.hpp"

#include <algorithm>
#include <bit>
#include <numeric>

namespace thermidor::reference {

namespace {

// Swings of a player by the number of others in the coalition.
std::vector<std::int64_t> swings_by_size(const WeightedGame& game, std::size_t player) {
  const std::size_t count = game.weights.size();
  std::vector<std::int64_t> swings(count, 0);
  for (std::uint32_t coalition = 0; coalition < (1U << count); ++coalition) {
    if ((coalition >> player & 1U) != 0) continue;
    std::int64_t weight = 0;
    for (std::size_t i = 0; i < count; ++i) weight += (coalition >> i & 1U) != 0 ? game.weights[i] : 0;
    if (weight < game.quota && weight + game.weights[player] >= game.quota) {
      ++swings[static_cast<std::size_t>(std::popcount(coalition))];
    }
  }
  return swings;
}

std::int64_t factorial(std::size_t of) {
  std::int64_t product = 1;
  for (std::size_t i = 2; i <= of; ++i) product *= static_cast<std::int64_t>(i);
  return product;
}

}  // namespace

Fraction reduce(std::int64_t over, std::int64_t under) {
  const std::int64_t common = std::gcd(over, under);
  return common > 0 ? Fraction{over / common, under / common} : Fraction{};
}

double value_of(const Fraction& fraction) { return static_cast<double>(fraction.over) / static_cast<double>(fraction.under); }

std::vector<std::int64_t> banzhaf_swings(const WeightedGame& game) {
  std::vector<std::int64_t> totals;
  for (std::size_t i = 0; i < game.weights.size(); ++i) {
    const std::vector<std::int64_t> swings = swings_by_size(game, i);
    totals.push_back(std::accumulate(swings.begin(), swings.end(), std::int64_t{0}));
  }
  return totals;
}

std::vector<Fraction> banzhaf_normalised(const WeightedGame& game) {
  const std::vector<std::int64_t> swings = banzhaf_swings(game);
  const std::int64_t all = std::accumulate(swings.begin(), swings.end(), std::int64_t{0});
  std::vector<Fraction> shares;
  for (const std::int64_t mine : swings) shares.push_back(reduce(mine, all));
  return shares;
}

std::vector<Fraction> banzhaf_absolute(const WeightedGame& game) {
  std::vector<Fraction> shares;
  for (const std::int64_t mine : banzhaf_swings(game)) {
    shares.push_back(reduce(mine, std::int64_t{1} << (game.weights.size() - 1)));
  }
  return shares;
}

std::vector<Fraction> shapley_shubik(const WeightedGame& game) {
  const std::size_t count = game.weights.size();
  std::vector<Fraction> shares;
  for (std::size_t i = 0; i < count; ++i) {
    const std::vector<std::int64_t> swings = swings_by_size(game, i);
    std::int64_t orders = 0;
    for (std::size_t before = 0; before < count; ++before) {
      orders += swings[before] * factorial(before) * factorial(count - before - 1);
    }
    shares.push_back(reduce(orders, factorial(count)));
  }
  return shares;
}

// The bloc is the pivot when between quota - bloc and quota - 1 singles precede it; every number is equally likely.
Fraction shapley_shubik_of_bloc(std::int64_t members, std::int64_t bloc, std::int64_t quota) {
  const std::int64_t singles = members - bloc;
  const std::int64_t pivotal = std::min(singles, quota - 1) - std::max<std::int64_t>(0, quota - bloc) + 1;
  return reduce(std::max<std::int64_t>(0, pivotal), singles + 1);
}

double banzhaf_of_bloc(std::int64_t members, std::int64_t bloc, std::int64_t quota) {
  const std::int64_t singles = members - bloc;
  double chance = 1;  // that exactly k of the singles are for it
  for (std::int64_t i = 0; i < singles; ++i) chance *= 0.5;
  double swing = 0;
  for (std::int64_t k = 0; k <= std::min(singles, quota - 1); ++k) {
    if (k >= quota - bloc) swing += chance;
    chance *= static_cast<double>(singles - k) / static_cast<double>(k + 1);
  }
  return swing;
}

}  // namespace thermidor::reference
