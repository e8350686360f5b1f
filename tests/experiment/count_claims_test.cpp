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

}  // namespace
}  // namespace thermidor::experiment
