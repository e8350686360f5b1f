#include "experiment/statistics.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

namespace thermidor::experiment {
namespace {

const std::vector<double> kNone;

TEST(Statistics, MeanAndDeviationAgreeWithHandComputedValues) {
  const std::vector<double> values = {2, 4, 4, 4, 5, 5, 7, 9};
  EXPECT_DOUBLE_EQ(mean_of(values), 5.0);
  EXPECT_NEAR(standard_deviation(values), std::sqrt(32.0 / 7.0), 1e-15);
  EXPECT_TRUE(std::isnan(mean_of(kNone)));
  EXPECT_EQ(standard_deviation(std::vector<double>{3.0}), 0.0);
}

TEST(Statistics, QuantilesLieBetweenOrderStatistics) {
  const std::vector<double> values = {4, 1, 3, 2};
  EXPECT_DOUBLE_EQ(quantile_of(values, 0.0), 1.0);
  EXPECT_DOUBLE_EQ(quantile_of(values, 0.5), 2.5);
  EXPECT_DOUBLE_EQ(quantile_of(values, 0.25), 1.75);
  EXPECT_DOUBLE_EQ(quantile_of(values, 1.0), 4.0);
}

TEST(Statistics, EffectiveSampleIsTheNumberOfMembersOnlyForEqualWeights) {
  EXPECT_DOUBLE_EQ(effective_sample_size(weights_of(std::vector<double>{-3, -3, -3, -3})), 4.0);
  // Weights 1 and 1/3: (4/3)^2 / (10/9) = 1.6.
  EXPECT_NEAR(effective_sample_size(weights_of(std::vector<double>{0.0, -std::log(3.0)})), 1.6, 1e-12);
}

TEST(Statistics, PairsThatCouldNotBeMeasuredAreLeftOut) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const std::vector<double> baseline = {1, 2, nan, 4};
  const std::vector<double> counterfactual = {3, 3, 5, nan};
  const Comparison result = compare_pairs(baseline, counterfactual, kNone, {});
  EXPECT_EQ(result.n, 2);
  EXPECT_DOUBLE_EQ(result.baseline, 1.5);
  EXPECT_DOUBLE_EQ(result.counterfactual, 3.0);
  EXPECT_DOUBLE_EQ(result.difference, 1.5);
  EXPECT_NEAR(result.standard_error, 0.5, 1e-15);
}

TEST(Statistics, SignShareCountsMembersThatMoveTheSameWay) {
  const std::vector<double> baseline = {0, 0, 0, 0, 0};
  const std::vector<double> counterfactual = {4, 4, 4, -1, 0};
  EXPECT_DOUBLE_EQ(compare_pairs(baseline, counterfactual, kNone, {}).sign_share, 0.6);
}

TEST(Statistics, AnEffectEqualInAllMembersIsToldFromChanceByTheSignTest) {
  const std::vector<double> baseline = {1, 2, 3, 4, 5, 6};
  const std::vector<double> counterfactual = {2, 3, 4, 5, 6, 7};
  const Comparison all = compare_pairs(baseline, counterfactual, kNone, {});
  EXPECT_DOUBLE_EQ(all.low, 1.0);
  EXPECT_DOUBLE_EQ(all.high, 1.0);
  EXPECT_DOUBLE_EQ(all.chance, 1.0 / 32);
  EXPECT_TRUE(all.distinguishable);
  const std::span<const double> before(baseline), after(counterfactual);
  EXPECT_FALSE(compare_pairs(before.first(3), after.first(3), kNone, {}).distinguishable);
}

TEST(Statistics, ASinglePairTellsNothing) {
  for (const Statistic statistic : {Statistic::mean, Statistic::median}) {
    const Comparison result = compare_pairs(std::vector<double>{1}, std::vector<double>{7}, kNone, {.statistic = statistic});
    EXPECT_EQ(result.difference, 6);
    EXPECT_FALSE(result.distinguishable);
    EXPECT_EQ(result.chance, 1);
    EXPECT_TRUE(std::isnan(result.low));
  }
}

TEST(Statistics, NoEffectIsNotDistinguishable) {
  const std::vector<double> arm = {1, 2, 3, 4};
  const Comparison result = compare_pairs(arm, arm, kNone, {});
  EXPECT_EQ(result.difference, 0.0);
  EXPECT_FALSE(result.distinguishable);
}

TEST(Statistics, BootstrapGivesTheSameBitsForTheSameSeedOnly) {
  const std::vector<double> values = {1, 5, 2, 8, 3, 9, 4, 4, 7, 1, 0, 2};
  const Interval once = bootstrap_t_interval(values, 0.95, 11, 500);
  const Interval again = bootstrap_t_interval(values, 0.95, 11, 500);
  const Interval other = bootstrap_t_interval(values, 0.95, 12, 500);
  EXPECT_EQ(once.low, again.low);
  EXPECT_EQ(once.high, again.high);
  EXPECT_NE(once.low, other.low);
}

// For many nearly normal values the studentised interval must come close to mean +- 1.96 s.e.
TEST(Statistics, BootstrapIntervalApproachesTheNormalOne) {
  std::vector<double> values;
  for (int i = 0; i < 400; ++i) values.push_back(std::sin(i * 1.0) + std::sin(i * 2.7) + std::sin(i * 0.3));
  const double error = standard_deviation(values) / 20.0;
  const Interval interval = bootstrap_t_interval(values, 0.95, 3, 4000);
  EXPECT_NEAR(interval.low, mean_of(values) - 1.96 * error, 0.15 * error);
  EXPECT_NEAR(interval.high, mean_of(values) + 1.96 * error, 0.15 * error);
}

TEST(Statistics, MedianOfArmsGivesTheDifferenceOfTheRow) {
  const std::vector<double> baseline = {1, 2, 3, 100, 5};
  const std::vector<double> counterfactual = {2, 4, 6, 8, 200};
  const Comparison result = compare_pairs(baseline, counterfactual, kNone, {.statistic = Statistic::median});
  EXPECT_DOUBLE_EQ(result.baseline, 3.0);
  EXPECT_DOUBLE_EQ(result.counterfactual, 6.0);
  EXPECT_DOUBLE_EQ(result.difference, 3.0);
  EXPECT_EQ(result.interval, IntervalKind::percentile);
}

TEST(Statistics, WeightedDifferenceFollowsTheProbabilityOfTheForcedHistory) {
  const std::vector<double> baseline = {0, 0};
  const std::vector<double> counterfactual = {1, 3};
  const std::vector<double> log_weights = {0.0, -std::log(3.0)};  // 3 : 1
  const Comparison result = compare_pairs(baseline, counterfactual, log_weights, {});
  EXPECT_DOUBLE_EQ(result.difference, 2.0);
  EXPECT_NEAR(result.difference_weighted, 1.5, 1e-12);
  EXPECT_NEAR(result.effective_sample, 1.6, 1e-12);
}

TEST(Statistics, ParameterSpreadIsTheSurplusOfVariance) {
  const std::vector<double> drawn = {0, 10};  // variance 50
  const std::vector<double> given = {0, 2};   // variance 2
  EXPECT_NEAR(parameter_spread(drawn, given), std::sqrt(48.0), 1e-12);
  EXPECT_EQ(parameter_spread(given, drawn), 0.0);
}

TEST(Statistics, ReadingsThatAgreeHaveNoSpreadAndReadingsThatDifferHaveTheirs) {
  const std::vector<double> low = {0.0, 0.1, -0.1, 0.05, -0.05, 0.0};
  std::vector<double> high = low;
  for (double& x : high) x += 2.0;
  EXPECT_EQ(explanation_spread({low, low, low}), 0.0);
  ASSERT_TRUE(explanation_spread({low, high}).has_value());
  EXPECT_NEAR(*explanation_spread({low, high}), std::sqrt(2.0), 0.01);
  EXPECT_FALSE(explanation_spread({low}).has_value());
  EXPECT_FALSE(explanation_spread({{1.0, 2.0}, {3.0}}).has_value());
}

}  // namespace
}  // namespace thermidor::experiment
