#include <gtest/gtest.h>

#include "core/expression.hpp"
#include "experiment/study.hpp"

namespace thermidor::experiment {
namespace {

constexpr Month kEnd = make_month(1929, 12);

Month latest(const char* text, Month last = kEnd) {
  const Result<Expression> parsed = parse_expression(text);
  EXPECT_TRUE(parsed) << text;
  return static_cast<bool>(parsed) ? latest_month(parsed.value(), last) : Month{};
}

TEST(LatestMonth, IsTheLastThatIsNamedWhereAllIsDated) {
  EXPECT_EQ(latest("at(hunger, 1927-10) - at(hunger, 1926-10)"), make_month(1927, 10));
  EXPECT_EQ(latest("mean(hunger, 1925/26)"), make_month(1926, 9));
  EXPECT_EQ(latest("rung('anna', 1924-02) >= 4 and date_of('defeat', '', '', 1924) < 1924-06"), make_month(1924, 12));
  EXPECT_EQ(latest("at(first(hunger > 1, 1922-01..), 1923-05)"), make_month(1923, 5));
}

TEST(LatestMonth, IsTheRunsLastWhereAPartIsNotDated) {
  EXPECT_EQ(latest("leads('anna')"), kEnd);
  EXPECT_EQ(latest("hunger"), kEnd);
  EXPECT_EQ(latest("max(hunger)"), kEnd);
  EXPECT_EQ(latest("sum(seat('anna') >= 1, 1925-12..)"), kEnd);
  EXPECT_EQ(latest("hunger > at(hunger, 1927-10)"), kEnd);
}

TEST(LatestMonth, IsNeverBeyondTheRun) {
  EXPECT_EQ(latest("at(hunger, 1927-10)", make_month(1926, 12)), make_month(1926, 12));
  EXPECT_EQ(latest("3"), kEnd);
}

}  // namespace
}  // namespace thermidor::experiment
