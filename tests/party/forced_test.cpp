#include <gtest/gtest.h>

#include "core/digest.hpp"
#include "party/leaders_fixture.hpp"

namespace thermidor::party {
namespace {

TEST(Forced, EveryKindHasAProbabilityAndIsRecorded) {
  Party party;
  party.lose_arbiter();
  party.divide({1, 2, 3}, {4, 5});
  std::vector<Forced> acts;
  for (int kind = 0; kind <= static_cast<int>(ForcedKind::resize); ++kind) {
    Forced act = force(static_cast<ForcedKind>(kind), {id(4), id(1)}, 1);
    act.organ = party.state.roles.committee;
    act.post = make_id<PostId>(5);
    act.lever = Lever::private_trade;
    acts.push_back(act);
  }
  party.free_acts = false;
  party.step(acts);
  ASSERT_EQ(party.records.forced.size(), acts.size());
  for (const ForcedRecord& record : party.records.forced) {
    EXPECT_GT(record.probability, 0);
    EXPECT_LE(record.probability, 1);
  }
}

TEST(Forced, DecisionsAreCarriedOut) {
  Party party;
  party.free_acts = false;
  Forced lever = force(ForcedKind::decide_lever, {}, 0.7);
  lever.lever = Lever::private_trade;
  Forced appoint = force(ForcedKind::appoint, {id(8)});
  appoint.post = make_id<PostId>(5);
  Forced elect = force(ForcedKind::elect, {id(9)}, 2);
  elect.organ = party.state.roles.chief_bureau;
  Forced resize = force(ForcedKind::resize, {}, 30);
  resize.organ = party.state.roles.committee;
  party.step({lever, appoint, elect, resize, force(ForcedKind::ally, {id(1), id(2), id(3)}),
              force(ForcedKind::sanction, {id(5)}, 3), force(ForcedKind::absent, {id(6)}, 4)});
  EXPECT_EQ(party.policy.decided[static_cast<std::size_t>(Lever::private_trade)], 0.7);
  EXPECT_EQ(party.state.organs.holder[5], id(8));
  EXPECT_EQ(seat(party.state, party.state.roles.chief_bureau, id(9)), 2);
  EXPECT_EQ(party.state.organs.full[party.state.roles.committee.index()], 30);
  EXPECT_GE(party.state.leaders.bloc[1], 0);
  EXPECT_EQ(party.state.leaders.bloc[1], party.state.leaders.bloc[3]);
  EXPECT_EQ(party.state.leaders.rung[5], 3);
  EXPECT_TRUE(absent(party.state, id(6), party.month));
}

TEST(Forced, WhatTheModelWouldDoAnywayIsProbableAndTheAbsurdIsNot) {
  Party party;
  party.lose_arbiter();
  party.divide({1, 2, 3}, {4, 5});
  Convention c = party.meet();
  Forced likely = force(ForcedKind::ally, {id(1), id(2)});
  Forced odd = force(ForcedKind::ally, {id(1), id(9)});
  for (std::size_t i = 0; i < 12; ++i) {
    set_affinity(party.state, id(1), id(9), -1);
    set_affinity(party.state, id(9), id(1), -1);
  }
  EXPECT_EQ(forced_probability(c, likely), 1) << "they stand together already";
  EXPECT_LT(forced_probability(c, odd), 0.05);
}

TEST(Forced, ProhibitionsBindForTheirMonths) {
  Party party;
  Forced act = force(ForcedKind::forbid, {id(4)}, 6);
  act.text = "may not ally";
  party.step({act});
  EXPECT_GT(party.state.leaders.no_ally[4], party.month);
  EXPECT_LE(party.state.leaders.no_attack[4], party.month);
}

TEST(RecordedHistory, WithoutFreeActsNobodyDecidesAnything) {
  Party party;
  party.lose_arbiter();
  party.divide({1, 2, 3}, {4, 5});
  party.free_acts = false;
  const State before = party.state;
  const Policy policy = party.policy;
  party.run(48);
  EXPECT_EQ(party.state.leaders.bloc, before.leaders.bloc);
  EXPECT_EQ(party.state.leaders.rung, before.leaders.rung);
  EXPECT_EQ(party.state.organs.holder, before.organs.holder);
  EXPECT_EQ(party.state.organs.last_met[party.state.roles.congress.index()],
            before.organs.last_met[before.roles.congress.index()]);
  EXPECT_EQ(party.policy.decided, policy.decided);
  EXPECT_TRUE(party.records.votes.empty());
  EXPECT_NE(party.state.affinity, before.affinity) << "liking goes on by rule";
  EXPECT_NE(party.state.machine.patron, before.machine.patron) << "anonymous appointments go on by rule";
}

TEST(RecordedHistory, AConvenedCongressMeets) {
  Party party;
  party.free_acts = false;
  Forced act = force(ForcedKind::convene, {});
  act.organ = party.state.roles.congress;
  party.step({act});
  EXPECT_EQ(party.state.organs.last_met[party.state.roles.congress.index()], make_month(1921, 3));
  party.run(30);
  EXPECT_EQ(party.state.organs.last_met[party.state.roles.congress.index()], make_month(1921, 3)) << "and no other";
}

TEST(Forced, AnActWithoutEffectChangesNoBit) {
  Party plain;
  Party acted;
  Forced act = force(ForcedKind::forbid, {}, 6);
  plain.step();
  acted.step({act});
  plain.run(10);
  acted.run(10);
  EXPECT_EQ(digest_of(plain.state), digest_of(acted.state));
}

TEST(RecordedHistory, AForcedOppositionIsAsBindingAsAFreeOne) {
  Party party;
  party.lose_arbiter();
  party.divide({1, 2, 3, 4}, {6});
  party.free_acts = false;
  const double liked = affinity(party.state, id(1), id(4));
  party.step({force(ForcedKind::ally, {id(4), id(5)})});
  EXPECT_EQ(party.state.leaders.driven_out[4], party.month - 1);
  EXPECT_LT(affinity(party.state, id(1), id(4)), liked - 0.1);
  EXPECT_EQ(party.state.leaders.driven_out[5], Month{});  // he did not rule
}

TEST(RecordedHistory, ARulerOutvotedByForceLeavesTheRulersAndHasOffended) {
  Party party;
  party.lose_arbiter();
  party.divide({1, 2, 3, 4}, {6});
  party.free_acts = false;
  const double before = party.state.leaders.prestige[4];
  Forced lost = force(ForcedKind::defeat, {id(4)}, 0.9);
  lost.organ = party.state.roles.committee;
  party.step({lost});
  EXPECT_FALSE(ruling(party.state, id(4)));
  EXPECT_EQ(party.state.leaders.first_defeat[4], party.month - 1);
  EXPECT_EQ(party.state.leaders.driven_out[4], party.month - 1);
  EXPECT_GT(party.state.leaders.offence[4], 0);
  EXPECT_LT(party.state.leaders.prestige[4], before);
}

TEST(RecordedHistory, APostponedCongressMeetsOnTheDateNamed) {
  Party party;
  Forced later = force(ForcedKind::postpone, {}, 21);
  later.organ = party.state.roles.congress;
  const std::size_t congress = party.state.roles.congress.index();
  const Month named = party.month + 21;
  ASSERT_GT(named, party.state.organs.due[congress]);
  party.step({later});
  for (Month m = party.month; m <= named; m = m.next()) {
    party.step();
    EXPECT_EQ(party.state.organs.met[congress] != 0, m == named);
  }
}

TEST(Forced, TheDeadNeitherActNorAreGivenAnything) {
  Party party;
  party.free_acts = false;
  party.state.leaders.alive[4] = 0;
  Party untouched = party;
  Forced appoint = force(ForcedKind::appoint, {id(4)});
  appoint.post = make_id<PostId>(5);
  party.step({force(ForcedKind::attack, {id(4), id(1)}), appoint, force(ForcedKind::ally, {id(1), id(4)})});
  untouched.step({});
  EXPECT_EQ(digest_of(party.state), digest_of(untouched.state));
  std::size_t not_done = 0;
  for (const EventRecord& event : party.records.events) not_done += event.kind == "not_done" ? 1 : 0;
  EXPECT_EQ(not_done, 3U);
}

}  // namespace
}  // namespace thermidor::party
