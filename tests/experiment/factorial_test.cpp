#include "experiment/factorial.hpp"

#include <gtest/gtest.h>

#include "support/shipped_runs.hpp"

namespace thermidor::experiment {
namespace {

// y = 2 a + b on a grid of two levels each: a moves four fifths, b one fifth, and nothing together.
TEST(GridIndices, OfASumAreThoseOfItsTerms) {
  const auto indices = grid_indices({0, 1, 2, 3}, {2, 2});
  EXPECT_NEAR(indices[0].first, 0.8, 1e-12);
  EXPECT_NEAR(indices[0].second, 0.8, 1e-12);
  EXPECT_NEAR(indices[1].first, 0.2, 1e-12);
  EXPECT_NEAR(indices[1].second, 0.2, 1e-12);
}

// y = a xor b: neither moves anything alone, both everything together.
TEST(GridIndices, OfAnInteractionAreInTheTotalsOnly) {
  const auto indices = grid_indices({0, 1, 1, 0}, {2, 2});
  for (const auto& [alone, total] : indices) {
    EXPECT_NEAR(alone, 0, 1e-12);
    EXPECT_NEAR(total, 1, 1e-12);
  }
}

// Three factors, the middle one idle, by the definition of the indices.
TEST(GridIndices, LeaveAnIdleFactorNothing) {
  std::vector<double> grid;
  for (const int a : {0, 1, 2}) {
    for (int b = 0; b < 2; ++b) {
      for (const int c : {0, 5}) grid.push_back(a * c);
    }
  }
  const auto indices = grid_indices(grid, {3, 2, 2});
  EXPECT_NEAR(indices[1].first, 0, 1e-12);
  EXPECT_NEAR(indices[1].second, 0, 1e-12);
  EXPECT_NEAR(indices[0].second + indices[2].first, 1, 1e-12);
}

TEST(GridIndices, OfAConstantAreNone) {
  for (const auto& [alone, total] : grid_indices({3, 3, 3, 3}, {2, 2})) EXPECT_EQ(alone + total, 0);
}

TEST(Factorial, SharesOutTheSpreadOfADesign) {
  ASSERT_FALSE(shipped().designs.empty());
  scenario::Design design = shipped().designs.front();
  design.factors.erase(design.factors.begin(), design.factors.end() - 2);
  FactorialPlan plan{&shipped().params, &shipped_roster(), &design, small_setup(), {}, make_month(1923, 3), 3};
  plan.agenda.chronicle = shipped().chronicle;
  plan.agenda.history_until = design.at;
  design.outcomes.resize(1);
  Result<Expression> value = parse_expression("mean(goods_availability, 1923-01..1923-03)");
  ASSERT_TRUE(value);
  design.outcomes[0].value = std::move(value).value();
  const SerialExecutor serial;
  const Factorial factorial = run_factorial(plan, {.executor = &serial});
  ASSERT_TRUE(factorial.finished);
  EXPECT_EQ(factorial.faulted, 0);
  ASSERT_EQ(factorial.outcomes.size(), 1U);
  const std::vector<FactorShare>& shares = factorial.outcomes[0].shares;
  ASSERT_EQ(shares.size(), 3U);
  EXPECT_EQ(shares.back().factor, "luck");
  double alone = 0;
  for (const FactorShare& share : shares) {
    alone += share.alone;
    EXPECT_LE(share.alone, share.total + 1e-9) << share.factor;
  }
  EXPECT_LE(alone, 1 + 1e-9);
  // Goods from outside move the goods in shops; taking part in cells does not within a year.
  EXPECT_GT(shares[1].total, shares[0].total);
  EXPECT_TRUE(factorial_csv(factorial).starts_with("outcome,factor,alone,"));
}

}  // namespace
}  // namespace thermidor::experiment
