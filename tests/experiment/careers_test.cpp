#include "experiment/careers.hpp"

#include <gtest/gtest.h>

#include <map>

#include "experiment/csv.hpp"
#include "experiment/run.hpp"
#include "experiment/trace.hpp"
#include "support/shipped_runs.hpp"

namespace thermidor::experiment {
namespace {

const RunState& followed() {
  static const RunState state = [] {
    RunSetup setup;
    setup.sample = 20000;
    setup.one_by_one = true;
    RunState run = start_run(shipped().params, setup);
    const SerialExecutor serial;
    continue_run(shipped().params, {}, make_month(1926, 12), {.executor = &serial}, run);
    return run;
  }();
  return state;
}

TEST(Careers, AreEmptyWhereMembersAreCounted) {
  RunSetup setup;
  setup.sample = 20000;
  const RunState state = start_run(shipped().params, setup);
  EXPECT_FALSE(careers_of(state.world).kept());
}

TEST(Careers, OfAllYearsLeaveThoseWhoAreStillThere) {
  const auto rows = parse_csv(careers_csv(followed().record.careers, make_month(1926, 12)));
  ASSERT_GT(rows.size(), 20U);
  EXPECT_EQ(rows[0][10], "still");
  std::map<std::string, double> still;
  double entered = 0, left = 0;
  for (std::size_t r = 1; r < rows.size(); ++r) {
    if (!still.contains(rows[r][0])) entered += std::stod(rows[r][1]);
    still[rows[r][0]] = std::stod(rows[r][1]) * std::stod(rows[r][10]);
  }
  for (const auto& [year, persons] : still) left += persons;
  EXPECT_GT(entered, left);
  EXPECT_NEAR(left, static_cast<double>(followed().record.careers.members), 1);
}

TEST(Careers, WhoSpokeIsPutOutMoreAndPromotedLess) {
  const CareerShares shares = share_careers(followed().record.careers);
  EXPECT_GT(shares.spoke, 0);
  EXPECT_LT(shares.spoke, 1);
  EXPECT_LT(shares.promoted[1], shares.promoted[0]);
}

TEST(Careers, LivesRunFromTheirFirstEventToAtMostOneEnd) {
  const auto rows = parse_csv(lives_csv(followed().record, roster_of(shipped().params)));
  ASSERT_GT(rows.size(), 500U);
  EXPECT_EQ(rows[0], (std::vector<std::string>{"member", "entered", "date", "event", "detail"}));
  std::map<std::string, std::string> ended, before;
  for (std::size_t r = 1; r < rows.size(); ++r) {
    const std::string& member = rows[r][0];
    EXPECT_FALSE(ended.contains(member)) << member << " lives on";
    EXPECT_LE(before[member], rows[r][2]) << member;
    EXPECT_LE(rows[r][1], rows[r][2]) << member;
    before[member] = rows[r][2];
    const std::string& event = rows[r][3];
    if (event == "died" || event == "left" || event == "purged" || event == "expelled") ended[member] = event;
  }
}

TEST(Careers, ALifeIsFoundByItsPlaceAndByItsName) {
  const Roster roster = roster_of(shipped().params);
  const Result<Life> first = trace_member("1", followed().record, roster);
  ASSERT_TRUE(first);
  EXPECT_FALSE(first.value().lines.empty());
  const auto rows = parse_csv(lives_csv(followed().record, roster));
  const Result<Life> named = trace_member(rows[1][0], followed().record, roster);
  ASSERT_TRUE(named);
  EXPECT_EQ(named.value().title, first.value().title);
  EXPECT_FALSE(trace_member("nowhere-1", followed().record, roster));
  EXPECT_FALSE(trace_member("999999", followed().record, roster));
}

}  // namespace
}  // namespace thermidor::experiment
