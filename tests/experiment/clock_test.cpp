#include "experiment/clock.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "support/shipped_runs.hpp"

namespace thermidor::experiment {
namespace {

TEST(ClockEntropy, IsThatOfTheCountsWithTheCorrectionForClassesSeen) {
  const Fate a{"a", 1, 2};
  const Fate b{"b", 1, 2};
  EXPECT_EQ(entropy_bits({{a, 10}}), 0);
  EXPECT_NEAR(entropy_bits({{a, 50}, {b, 50}}), 1 + 1 / 200.0 / std::log(2.0), 1e-12);
}

TEST(Quarters, BeginWithTheFirstMonthAndGoOnByTheCalendar) {
  const std::vector<Month> months = quarters(make_month(1921, 3), make_month(1922, 1));
  const std::vector<Month> expected = {make_month(1921, 3), make_month(1921, 4), make_month(1921, 7), make_month(1921, 10),
                                       make_month(1922, 1)};
  EXPECT_EQ(months, expected);
}

Clock small_clock(bool recorded, int futures, std::vector<Month> forks, int free_runs = 0) {
  ClockPlan plan;
  plan.params = &shipped().params;
  plan.roster = &shipped_roster();
  plan.setup = small_setup();
  plan.agenda.chronicle = shipped().chronicle;
  plan.recorded = recorded;
  plan.last = make_month(1923, 6);
  plan.forks = std::move(forks);
  plan.endings = ending_rules(shipped().params);
  plan.futures = futures;
  plan.free_runs = free_runs;
  const SerialExecutor serial;
  return run_clock(plan, {.executor = &serial});
}

TEST(Clock, IsAtZeroWhenNothingIsLeftToDraw) {
  const Clock clock = small_clock(true, 6, {make_month(1921, 3), make_month(1923, 7)});
  ASSERT_EQ(clock.hands.size(), 2U);
  EXPECT_EQ(clock.faulted, 0);
  EXPECT_GT(clock.hands[0].fates.size(), 1U);
  EXPECT_EQ(clock.hands[0].open, 1);
  EXPECT_EQ(clock.hands[1].bits, 0);
  EXPECT_EQ(clock.hands[1].open, 0);
  EXPECT_EQ(clock.hands[1].as_history, 1);
  EXPECT_EQ(clock.no_return, make_month(1923, 7));
}

// A future forked in the first month is a free run: its draws are those of its own seed alone, who is drawn at the start among
// them.
TEST(Clock, OfTheFirstMonthDrawsFreeRuns) {
  const Clock recorded = small_clock(true, 4, {make_month(1921, 3)});
  const Clock free = small_clock(false, 4, {make_month(1921, 3)});
  EXPECT_EQ(recorded.hands[0].fates, free.hands[0].fates);
}

// Futures of the first month, and as many runs that share no draw with them: enough that rare ends do not decide.
TEST(Clock, OfTheFirstMonthIsAsOpenAsAnEnsembleOfFreeRunsAndClosedAtTheEnd) {
  const Clock clock = small_clock(true, 200, {make_month(1921, 3), make_month(1923, 7)}, 200);
  ASSERT_EQ(clock.free.futures, 200);
  EXPECT_GT(clock.free.bits, 0.5);
  EXPECT_TRUE(agree(clock.hands[0], clock.free)) << clock.hands[0].bits << " against " << clock.free.bits;
  EXPECT_EQ(clock.hands[1].bits, 0);
  EXPECT_FALSE(agree(clock.hands[1], clock.free));
}

TEST(Clock, CountsEveryFutureOnce) {
  const Clock clock = small_clock(false, 5, {make_month(1922, 1)});
  int fates = 0;
  for (const auto& [fate, count] : clock.hands[0].fates) fates += count;
  EXPECT_EQ(fates, 5);
  EXPECT_TRUE(clock_csv(clock, ending_rules(shipped().params)).starts_with("fork,futures,bits,"));
}

}  // namespace
}  // namespace thermidor::experiment
