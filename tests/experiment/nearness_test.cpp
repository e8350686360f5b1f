#include "experiment/nearness.hpp"

#include <gtest/gtest.h>

#include "experiment/run_lookup.hpp"
#include "support/shipped_runs.hpp"

namespace thermidor::experiment {
namespace {

double near(const char* text) {
  static const RunState state = play(small_setup(), {}, make_month(1921, 6));
  const RunLookup lookup(state.record, shipped_roster());
  return nearness(parse_expression(text, shipped().vocabulary).value(), lookup);
}

TEST(Nearness, IsWholeWhereTheConditionHoldsAndLessWhereNot) {
  EXPECT_EQ(near("population > 0"), 1);
  EXPECT_EQ(near("not population < 0"), 1);
  EXPECT_EQ(near("1 < 2 and (3 < 2 or 1 < 2)"), 1);
  EXPECT_LE(near("2 < 1"), 0.9);
  EXPECT_EQ(near("not 1 < 2 and not 1 < 2"), near("not 1 < 2"));
}

TEST(Nearness, GrowsAsTheGapCloses) {
  EXPECT_LT(near("1 > 4"), near("1 > 2"));
  EXPECT_LT(near("1 > 2"), near("1 > 1.1"));
  EXPECT_LT(near("1 == 3"), near("1 == 2"));
}

TEST(Nearness, IsTheMeanOfWhatAndJoinsAndTheBestOfWhatOrJoins) {
  const double far = near("1 > 4"), close = near("1 > 1.5");
  EXPECT_NEAR(near("1 > 4 and 1 > 1.5 and 1 < 2"), (far + close + 1) / 3, 1e-12);
  EXPECT_NEAR(near("1 > 4 or 1 > 1.5"), close, 1e-12);
  // What "not" turns round.
  EXPECT_NEAR(near("not (1 <= 4 and 1 <= 1.5)"), close, 1e-12);
  EXPECT_NEAR(near("not (1 <= 4 or 1 <= 1.5)"), (far + close) / 2, 1e-12);
}

// Nobody but the leader leads; a stronger man is nearer to it than a weaker one.
TEST(Nearness, TellsTheStrongFromTheWeakWhereNeitherLeads) {
  const double strong = near("leads('trotsky')"), weak = near("leads('sosnovsky')");
  EXPECT_GT(strong, weak);
  EXPECT_LT(strong, 0.9);
}

TEST(Nearness, IsNothingWhereNothingCanBeJudged) {
  EXPECT_EQ(near("at(population, 1928-01) > 0"), 0);
  const RunState empty;
  EXPECT_EQ(nearness({}, RunLookup(empty.record, shipped_roster())), 0);
}

}  // namespace
}  // namespace thermidor::experiment
