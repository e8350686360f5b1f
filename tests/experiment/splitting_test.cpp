#include "experiment/splitting.hpp"

#include <gtest/gtest.h>

#include "experiment/thread_pool.hpp"
#include "support/shipped_runs.hpp"

namespace thermidor::experiment {
namespace {

Expression expression(const char* text) { return parse_expression(text, shipped().vocabulary).value(); }

TEST(Resampling, KeepsEqualsAndMultipliesTheHeavy) {
  using Picks = std::vector<std::size_t>;
  EXPECT_EQ(pick_by_weight({2, 2, 2}, 0.5), (Picks{0, 1, 2}));
  EXPECT_EQ(pick_by_weight({0, 8, 0, 0}, 0.9), (Picks{1, 1, 1, 1}));
  EXPECT_EQ(pick_by_weight({1, 3, 0, 4}, 0.25), (Picks{0, 1, 3, 3}));
}

SplittingPlan plan_of(const char* ending, double slope) {
  SplittingPlan plan;
  plan.params = &shipped().params;
  plan.roster = &shipped_roster();
  plan.setup = small_setup(100);
  plan.last = make_month(1922, 12);
  for (Month month = make_month(1921, 7); month < plan.last; month = month + 3) plan.dates.push_back(month);
  plan.ending = {"E", "E", expression(ending)};
  plan.particles = 20;
  plan.repeats = 6;
  plan.slope = slope;
  return plan;
}

Splitting split(const SplittingPlan& plan) {
  const ThreadPool pool(2);
  const Splitting result = run_splitting(plan, {.executor = &pool});
  EXPECT_TRUE(result.finished);
  return result;
}

// Whatever is favoured on the way, weights take it back: the share is that of plain runs, within the errors of both.
TEST(Splitting, GivesTheShareOfPlainRuns) {
  const char* const ending = "bureau_conflict > 0.29 and events('clash') >= 4 and member_fear > 0.23";
  const Splitting plain = split(plan_of(ending, 0));
  const Splitting favoured = split(plan_of(ending, 2));
  EXPECT_GT(plain.share, 0);
  EXPECT_LT(plain.share, 1);
  EXPECT_NEAR(plain.share, static_cast<double>(plain.reached) / plain.runs, 1e-12);
  EXPECT_LE(favoured.interval.low, plain.interval.high);
  EXPECT_LE(plain.interval.low, favoured.interval.high);
  // More of the favoured runs get there than would by themselves.
  EXPECT_GE(favoured.reached, plain.reached);
}

TEST(Splitting, IsCertainOfWhatAlwaysAndNeverHappens) {
  EXPECT_NEAR(split(plan_of("population > 0 and urban_population > 0", 3)).share, 1, 1e-9);
  EXPECT_EQ(split(plan_of("population < 0 and urban_population > 0", 3)).share, 0);
}

}  // namespace
}  // namespace thermidor::experiment
