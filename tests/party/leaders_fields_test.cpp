#include <gtest/gtest.h>

#include "party/state.hpp"
#include "signals/party.hpp"

namespace thermidor::party {
namespace {

TEST(LeaderFields, EveryStructNamesAllItsMembers) {
  EXPECT_TRUE(fields_complete<StrengthRule>());
  EXPECT_TRUE(fields_complete<BargainRule>());
  EXPECT_TRUE(fields_complete<ActRule>());
  EXPECT_TRUE(fields_complete<ArbiterRule>());
  EXPECT_TRUE(fields_complete<RulingRule>());
  EXPECT_TRUE(fields_complete<AffinityRule>());
  EXPECT_TRUE(fields_complete<BreadRule>());
  EXPECT_TRUE(fields_complete<VoteRule>());
  EXPECT_TRUE(fields_complete<LadderRule>());
  EXPECT_TRUE(fields_complete<FollowerRule>());
  EXPECT_TRUE(fields_complete<AppointmentRule>());
  EXPECT_TRUE(fields_complete<PostRule>());
  EXPECT_TRUE(fields_complete<CongressRule>());
  EXPECT_TRUE(fields_complete<ChannelRule>());
  EXPECT_TRUE(fields_complete<ClashRule>());
  EXPECT_TRUE(fields_complete<OptionRule>());
  EXPECT_TRUE(fields_complete<RecantRule>());
  EXPECT_TRUE(fields_complete<LeverRule>());
  EXPECT_TRUE(fields_complete<Explanations>());
  EXPECT_TRUE(fields_complete<Roles>());
  EXPECT_TRUE(fields_complete<Params>());
  EXPECT_TRUE(fields_complete<LeverRow>());
  EXPECT_TRUE(fields_complete<LeaderRow>());
  EXPECT_TRUE(fields_complete<PostRow>());
  EXPECT_TRUE(fields_complete<OrganRow>());
  EXPECT_TRUE(fields_complete<ProvinceRow>());
  EXPECT_TRUE(fields_complete<TieRow>());
  EXPECT_TRUE(fields_complete<LeaderState>());
  EXPECT_TRUE(fields_complete<MachineState>());
  EXPECT_TRUE(fields_complete<OrganState>());
  EXPECT_TRUE(fields_complete<RoleIds>());
  EXPECT_TRUE(fields_complete<State>());
  EXPECT_TRUE(fields_complete<PartySignal>());
}

}  // namespace
}  // namespace thermidor::party
