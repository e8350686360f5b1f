#include "experiment/sample_population.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "experiment/statistics.hpp"
#include "experiment/thread_pool.hpp"

namespace thermidor::experiment {
namespace {

constexpr std::array<double, 3> kMeans = {0.3, 0.6, 0.5};
constexpr std::array<double, 3> kSpreads = {0.04, 0.08, 0.06};
constexpr double kCorrelation = 0.8;  // of the first two

double gaussian(const Place& place) {
  std::array<double, 3> z{};
  for (std::size_t d = 0; d < z.size(); ++d) z[d] = (place[d] - kMeans[d]) / kSpreads[d];
  const double pair = z[0] * z[0] - 2 * kCorrelation * z[0] * z[1] + z[1] * z[1];
  return -0.5 * (pair / (1 - kCorrelation * kCorrelation) + z[2] * z[2]);
}

std::vector<Finding> explore_gaussian(const std::vector<Place>& places) {
  std::vector<Finding> found;
  for (const Place& place : places) found.push_back({gaussian(place), {place[0]}});
  return found;
}

std::vector<double> column(const Population& population, std::size_t dimension) {
  std::vector<double> values;
  for (const Walker& walker : population.draws) values.push_back(walker.place[dimension]);
  return values;
}

TEST(ThinDraws, TakesAsManyOfEveryWalkerAndNoneTwice) {
  // 64 walkers and 200 of 12,800 draws: every 64th would be of one walker alone.
  for (const auto [walkers, rounds, keep] :
       {std::array<std::size_t, 3>{64, 200, 200}, {40, 30, 200}, {6, 3, 10}, {6, 3, 4}, {4, 2, 50}}) {
    const std::vector<std::size_t> kept = thin_draws(walkers, rounds, keep);
    ASSERT_EQ(kept.size(), std::min(keep, walkers * rounds));
    std::vector<std::size_t> of_walker(walkers, 0);
    for (const std::size_t draw : kept) {
      ASSERT_LT(draw, walkers * rounds);
      ++of_walker[draw % walkers];
    }
    const auto [fewest, most] = std::minmax_element(of_walker.begin(), of_walker.end());
    EXPECT_LE(*most - *fewest, 1U);
    EXPECT_EQ(std::set<std::size_t>(kept.begin(), kept.end()).size(), kept.size());
    EXPECT_GE(kept.back(), (rounds - 1 - rounds / kept.size()) * walkers);  // up to the last rounds
  }
}

TEST(SamplePopulation, RecoversAKnownPosterior) {
  const PopulationPlan plan{.rounds = 6000, .heat = 20, .seed = 3};
  const std::optional<Population> population = sample_population(plan, latin_hypercube(20, 3, 3), explore_gaussian);
  ASSERT_TRUE(population);
  EXPECT_EQ(population->draws.size(), 20U * 3000U);
  for (std::size_t d = 0; d < 3; ++d) {
    const std::vector<double> values = column(*population, d);
    EXPECT_NEAR(mean_of(values), kMeans[d], 0.06 * kSpreads[d]) << d;
    EXPECT_NEAR(standard_deviation(values), kSpreads[d], 0.06 * kSpreads[d]) << d;
    EXPECT_LT(walker_disagreement(*population, d), 1.02) << d;
  }
  const std::vector<double> first = column(*population, 0);
  const std::vector<double> second = column(*population, 1);
  double product = 0;
  for (std::size_t i = 0; i < first.size(); ++i)
    product += (first[i] - kMeans[0]) * (second[i] - kMeans[1]) / (kSpreads[0] * kSpreads[1]);
  EXPECT_NEAR(product / static_cast<double>(first.size()), kCorrelation, 0.06);
  EXPECT_GT(population->best.found.log_likelihood, -0.2);
  EXPECT_GT(population->acceptance, 0.1);
}

// Uniform on the cube: reflection at its faces must not favour the middle or the rim.
TEST(SamplePopulation, KeepsAFlatPosteriorFlat) {
  const Explore flat = [](const std::vector<Place>& places) { return std::vector<Finding>(places.size(), Finding{0, {}}); };
  const std::optional<Population> population = sample_population({.rounds = 1500, .seed = 4}, latin_hypercube(16, 2, 4), flat);
  ASSERT_TRUE(population);
  for (std::size_t d = 0; d < 2; ++d) {
    const std::vector<double> values = column(*population, d);
    EXPECT_NEAR(mean_of(values), 0.5, 0.03);
    EXPECT_NEAR(quantile_of(values, 0.1), 0.1, 0.03);
    EXPECT_NEAR(quantile_of(values, 0.9), 0.9, 0.03);
  }
}

TEST(SamplePopulation, LeavesPlacesWhereNothingIsPossible) {
  const Explore half = [](const std::vector<Place>& places) {
    std::vector<Finding> found;
    for (const Place& place : places) found.push_back(place[0] > 0.5 ? Finding{0, {}} : Finding{});
    return found;
  };
  const std::optional<Population> population = sample_population({.rounds = 60, .seed = 5}, latin_hypercube(12, 2, 5), half);
  ASSERT_TRUE(population);
  for (const Walker& walker : population->draws) EXPECT_GT(walker.place[0], 0.5);
  EXPECT_GT(population->impossible, 0U);
}

TEST(SamplePopulation, GivesTheSameDrawsWhateverTheThreads) {
  const PopulationPlan plan{.rounds = 40, .seed = 6};
  const ThreadPool pool(4);
  const Explore parallel = [&pool](const std::vector<Place>& places) {
    std::vector<Finding> found(places.size());
    for_each_index(pool, places.size(), [&](std::size_t i) { found[i] = {gaussian(places[i]), {}}; });
    return found;
  };
  const std::optional<Population> one = sample_population(plan, latin_hypercube(10, 3, 6), explore_gaussian);
  const std::optional<Population> many = sample_population(plan, latin_hypercube(10, 3, 6), parallel);
  ASSERT_TRUE(one && many);
  for (std::size_t d = 0; d < 3; ++d) EXPECT_EQ(column(*one, d), column(*many, d));
}

TEST(SamplePopulation, EndsWhenItIsStopped) {
  int calls = 0;
  const Explore stopped = [&calls](const std::vector<Place>& places) -> std::optional<std::vector<Finding>> {
    if (++calls > 3) return std::nullopt;
    return explore_gaussian(places);
  };
  EXPECT_FALSE(sample_population({.rounds = 40}, latin_hypercube(10, 3, 6), stopped));
}

TEST(LatinHypercube, HasOnePlaceInEverySliceOfEveryAxis) {
  const std::vector<Place> places = latin_hypercube(25, 4, 8);
  for (std::size_t d = 0; d < 4; ++d) {
    std::set<int> slices;
    for (const Place& place : places) slices.insert(static_cast<int>(place[d] * 25));
    EXPECT_EQ(slices.size(), 25U);
  }
}

TEST(Resampling, TakesEachWeightAsOftenAsItsShareSays) {
  const std::vector<double> weights = {0, 1, 2, 1};
  EXPECT_EQ(resample_systematically(weights, 0.5), (std::vector<std::size_t>{1, 2, 2, 3}));
  EXPECT_EQ(resample_systematically({}, 0.5).size(), 0U);
}

}  // namespace
}  // namespace thermidor::experiment
