#include <gtest/gtest.h>

#include "party/leaders_fixture.hpp"

namespace thermidor::party {
namespace {

constexpr std::size_t kTrade = static_cast<std::size_t>(Lever::private_trade);

TEST(Levers, MoveOnlyAfterAVoteOfACompetentOrgan) {
  Params params = small_party();
  for (OrganRow& organ : params.organs) organ.decides.clear();
  Party nobody(params);
  nobody.run(24);
  EXPECT_EQ(nobody.policy.decided[kTrade], 0);
  Party party;
  party.run(24);
  EXPECT_NE(party.policy.decided[kTrade], 0);
  bool voted = false;
  for (const VoteRecord& vote : party.records.votes) voted = voted || vote.question.find("private_trade") != std::string::npos;
  EXPECT_TRUE(voted);
}

TEST(Levers, StayWhereAnActHoldsThem) {
  Party party;
  party.policy.lever_held[kTrade] = 1;
  party.policy.decided[kTrade] = -0.9;
  party.run(24);
  EXPECT_EQ(party.policy.decided[kTrade], -0.9);
  EXPECT_EQ(party.policy.in_force[kTrade], -0.9);
}

TEST(Levers, FollowTheLineAndTroubles) {
  Party party;
  party.params.levers[0].shortage = -0.5;
  const Convention c = party.meet();
  const double market = lever_wish(c, party.params.levers[0], {0.8, 0, 0, 0});
  const double plan = lever_wish(c, party.params.levers[0], {-0.8, 0, 0, 0});
  EXPECT_GT(market, plan + 0.5);
  party.state.shortfall = 1;
  EXPECT_LT(lever_wish(c, party.params.levers[0], {0.8, 0, 0, 0}), market);
}

TEST(Levers, AreCarriedOutWithDelayAndSlippage) {
  Params params = small_party();
  params.levers[0].delay = 4;
  params.levers[0].slippage = 0.1;
  Policy policy;
  policy.decided[kTrade] = 1;
  for (int m = 0; m < 4; ++m) carry_out_levers(params, policy);
  EXPECT_NEAR(policy.in_force[kTrade], 0.5, 0.03);
  for (int m = 0; m < 100; ++m) carry_out_levers(params, policy);
  EXPECT_LT(policy.in_force[kTrade], 0.98);
  EXPECT_GT(policy.in_force[kTrade], 0.9);
}

TEST(Congress, LargeClienteleLetsItsHeadPutItOff) {
  Party party;
  Convention c = party.meet();
  measure_strength(c);
  const double before = congress_hazard(c);
  party.state.leaders.clients[3] = 0.4;
  EXPECT_LT(congress_hazard(c), 0.25 * before);
}

TEST(Congress, RenewsTheCommitteeAtItsSize) {
  Party party;
  Forced act = force(ForcedKind::convene, {});
  act.organ = party.state.roles.congress;
  party.step({act});
  const State& s = party.state;
  int seats = s.organs.committee_free;
  for (const std::int32_t clients : s.organs.committee_unnamed) seats += clients;
  for (const std::uint8_t chair : s.machine.seat) seats += chair;
  for (std::size_t i = 0; i < 12; ++i) seats += seat(s, s.roles.committee, id(i)) == 2 ? 1 : 0;
  EXPECT_EQ(seats, s.organs.full[s.roles.committee.index()]);
}

TEST(Verdict, ReadsLeaderFormAndLosers) {
  Party party;
  EXPECT_EQ(read_verdict(party.params, party.state).leader, id(0)) << "the arbiter while he is up";
  party.lose_arbiter();
  EXPECT_EQ(read_verdict(party.params, party.state).form, kFormNone);
  party.divide({1, 2, 3}, {});
  for (std::size_t i = 1; i < 7; ++i) party.state.leaders.strength[i] = 1.5;
  EXPECT_EQ(read_verdict(party.params, party.state).form, kFormCollective);
  party.state.leaders.strength[1] = 9;
  party.state.leaders.holding[1] = 9;
  const Verdict single = read_verdict(party.params, party.state);
  EXPECT_EQ(single.form, kFormSingle);
  EXPECT_EQ(single.leader, id(1));
  party.state.leaders.first_defeat[4] = party.month;
  party.state.leaders.rung[4] = 7;
  EXPECT_EQ(read_verdict(party.params, party.state).losers, 3);
}

}  // namespace
}  // namespace thermidor::party
