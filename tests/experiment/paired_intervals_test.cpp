#include "experiment/paired_intervals.hpp"

#include <gtest/gtest.h>

#include "experiment/statistics.hpp"

namespace thermidor::experiment {
namespace {

TEST(WilsonInterval, IsThatOfThePublishedFormula) {
  // 81 of 263: .308 with .2553 to .3662 (Newcombe 1998, table I, method 3).
  const Interval interval = wilson_interval(81, 263);
  EXPECT_NEAR(interval.low, 0.2553, 5e-5);
  EXPECT_NEAR(interval.high, 0.3662, 5e-5);
  EXPECT_EQ(wilson_interval(0, 10).low, 0);
}

// Newcombe (1998), improved intervals for paired data, table II: 36 pairs agree on yes, 12 only of one arm, 2 only of the
// other.
TEST(PairedShares, HaveTheIntervalOfThePublishedExample) {
  const Interval interval = paired_shares_interval({36, 12, 2, 0}, 0.95);
  EXPECT_NEAR(interval.low, 0.0569, 5e-5);
  EXPECT_NEAR(interval.high, 0.3404, 5e-5);
}

TEST(PairedShares, TellTwoPairsOfFortyFromNothingNoMore) {
  const Interval interval = paired_shares_interval({0, 2, 0, 38}, 0.95);
  EXPECT_LT(interval.low, 0);
  EXPECT_GT(interval.high, 0.1);
}

TEST(PairedShares, AreNotSureWhereNoPairDiffers) {
  const Interval interval = paired_shares_interval({0, 0, 0, 20}, 0.95);
  EXPECT_LT(interval.low, -0.1);
  EXPECT_GT(interval.high, 0.1);
  EXPECT_LT(paired_shares_interval({1000, 0, 0, 1000}, 0.95).high, 0.01);
}

TEST(PairedShares, ChangeSignWithTheArms) {
  const Interval there = paired_shares_interval({5, 7, 2, 6}, 0.95), back = paired_shares_interval({5, 2, 7, 6}, 0.95);
  EXPECT_DOUBLE_EQ(there.low, -back.high);
  EXPECT_DOUBLE_EQ(there.high, -back.low);
}

TEST(SignTest, IsTheBinomialOfThePairsThatDiffer) {
  EXPECT_DOUBLE_EQ(sign_test({10, 2, 0, 28}), 0.5);
  EXPECT_NEAR(sign_test({0, 9, 1, 0}), 22.0 / 1024, 1e-12);
  EXPECT_EQ(sign_test({10, 0, 0, 10}), 1);
  EXPECT_EQ(sign_test({10, 4, 4, 10}), 1);
}

TEST(StudentQuantile, IsThatOfTheTables) {
  EXPECT_NEAR(student_quantile(0.975, 1), 12.706, 1e-3);
  EXPECT_NEAR(student_quantile(0.975, 2), 4.303, 1e-3);
  EXPECT_NEAR(student_quantile(0.975, 3), 3.182, 0.006);
  EXPECT_NEAR(student_quantile(0.975, 10), 2.228, 1e-3);
  EXPECT_NEAR(student_quantile(0.95, 30), 1.697, 1e-3);
  EXPECT_NEAR(student_quantile(0.025, 19), -2.093, 1e-3);
}

TEST(TInterval, IsTheMeanAndSoManyStandardErrors) {
  const std::vector<double> values = {1, 2, 3, 4, 5};  // mean 3, standard error sqrt(.5), 2.776 of them
  const Interval interval = t_interval(values, 0.95);
  EXPECT_NEAR(interval.low, 3 - 2.776 * 0.70711, 2e-3);
  EXPECT_NEAR(interval.high, 3 + 2.776 * 0.70711, 2e-3);
}

// Twenty pairs of a skew effect, one of which moves little: the studentised bootstrap would reach ten standard errors down.
TEST(Comparison, OfFewPairsTakesStudentsInterval) {
  std::vector<double> baseline(20, 0), counterfactual(20, -20);
  counterfactual[3] = -2, counterfactual[11] = -19;
  const Comparison result = compare_pairs(baseline, counterfactual, {}, {});
  EXPECT_EQ(result.interval, IntervalKind::student);
  EXPECT_NEAR(result.low, result.difference - 2.093 * result.standard_error, 0.01);
}

TEST(Comparison, OfYesAndNoTakesTheScoreIntervalAndTheSignTest) {
  std::vector<double> baseline(40, 0), counterfactual(40, 0);
  counterfactual[5] = counterfactual[6] = 1;
  const Comparison result = compare_pairs(baseline, counterfactual, {}, {});
  EXPECT_EQ(result.interval, IntervalKind::score);
  EXPECT_FALSE(result.distinguishable);
  EXPECT_DOUBLE_EQ(result.chance, 0.5);
}

}  // namespace
}  // namespace thermidor::experiment
