#include "experiment/count_claims.hpp"

#include <gtest/gtest.h>

namespace thermidor::experiment {
namespace {

EventRecord event(const char* kind, const char* claim, LeaderId actor = {}) {
  EventRecord record;
  record.kind = kind;
  record.claim = claim;
  record.actor = actor;
  return record;
}

TEST(CountClaims, CountsEveryClaimOfAnEventOnceAndRunsApart) {
  const auto anna = make_id<LeaderId>(0);
  const auto boris = make_id<LeaderId>(1);
  ClaimTally tally;
  count_events({event("sanction", "M154 S76", anna), event("sanction", "M154 S76", boris), event("congress", "S38")}, tally);
  count_events({event("recantation", "S77", boris), event("refusal", "M154", anna)}, tally);
  EXPECT_EQ(tally.runs, 2);
  ASSERT_EQ(tally.claims.size(), 4U);
  const ClaimCount* const ladder = tally.find("M154");
  ASSERT_NE(ladder, nullptr);
  EXPECT_EQ(ladder->runs, 2);
  EXPECT_EQ(ladder->events, 3);
  ASSERT_EQ(ladder->actors.size(), 2U);
  EXPECT_EQ(ladder->actors[0], (std::pair{anna, 2}));
  EXPECT_EQ(ladder->actors[1], (std::pair{boris, 1}));
  EXPECT_EQ(ladder->kinds.size(), 2U);
  const ClaimCount* const congress = tally.find("S38");
  ASSERT_NE(congress, nullptr);
  EXPECT_EQ(congress->runs, 1);
  EXPECT_TRUE(congress->actors.empty()) << "nobody named acted";
  EXPECT_EQ(tally.find("M155"), nullptr);
}

TEST(CountClaims, CountsTheMonthsInWhichASignShows) {
  RunRecord record;
  const auto series = static_cast<std::size_t>(find_series("grain_harvest"));
  for (int m = 0; m < 4; ++m) {
    record.months.push_back(make_month(1921, 3) + m);
    std::vector<double> row(series_list().size(), 0.0);
    row[series] = 10.0 * m;
    record.values.insert(record.values.end(), row.begin(), row.end());
  }
  const auto months = [&record](const char* sign) { return count_sign(parse_expression(sign).value(), record, {}); };
  EXPECT_EQ(months("grain_harvest > 15"), 2);
  EXPECT_EQ(months("max(grain_harvest) == grain_harvest"), 4);
  EXPECT_EQ(months("grain_harvest < 0"), 0);
  EXPECT_EQ(months("at(grain_harvest, 1921-04) > 0"), std::nullopt) << "in March April is not yet known";
}

}  // namespace
}  // namespace thermidor::experiment
