#include <gtest/gtest.h>

#include "party/leaders_fixture.hpp"

namespace thermidor::party {
namespace {

Party divided_party() {
  Party party;
  party.lose_arbiter();
  party.divide({1, 2, 3}, {4, 5});
  party.state.leaders.offence[4] = 1.5;
  return party;
}

TEST(Ladder, ARungWipesOutItsShareOfTheOffence) {
  Party party = divided_party();
  party.params.ladder.consumed = 0.6;
  Convention c = party.meet();
  impose_rung(c, id(4), 1);
  EXPECT_NEAR(party.state.leaders.offence[4], 1.5 * 0.4, 1e-12);
  impose_rung(c, id(4), 2);
  EXPECT_NEAR(party.state.leaders.offence[4], 1.5 * 0.4 * 0.4, 1e-12);
  party.params.ladder.consumed = 1;
  impose_rung(c, id(4), 3);
  EXPECT_EQ(party.state.leaders.offence[4], 0) << "nobody is punished twice for the same";
}

TEST(Ladder, PrecedentMakesTheNextSanctionLikelier) {
  Party party = divided_party();
  const double before = sanction_hazard(party.meet(), id(4));
  party.state.precedents = 6;
  EXPECT_GT(sanction_hazard(party.meet(), id(4)), 2 * before);
}

TEST(Ladder, LikingDelaysAndOffenceHastens) {
  Party party = divided_party();
  const double before = sanction_hazard(party.meet(), id(4));
  party.state.leaders.offence[4] = 3;
  const double offended = sanction_hazard(party.meet(), id(4));
  EXPECT_GT(offended, before);
  for (std::size_t i = 1; i <= 3; ++i) set_affinity(party.state, id(i), id(4), 0.9);
  EXPECT_LT(sanction_hazard(party.meet(), id(4)), offended);
}

TEST(Ladder, RungsTakeOfficesSeatsAndParty) {
  Party party = divided_party();
  Convention c = party.meet();
  impose_rung(c, id(5), 2);
  EXPECT_FALSE(party.state.organs.holder[4].valid());
  EXPECT_EQ(seat(party.state, party.state.roles.chief_bureau, id(5)), 2);
  impose_rung(c, id(5), 3);
  EXPECT_EQ(seat(party.state, party.state.roles.chief_bureau, id(5)), 0);
  EXPECT_EQ(seat(party.state, party.state.roles.committee, id(5)), 2);
  impose_rung(c, id(5), 4);
  EXPECT_EQ(seat(party.state, party.state.roles.committee, id(5)), 0);
  EXPECT_TRUE(in_party(party.state, id(5)));
  const double terror = party.state.terror;
  impose_rung(c, id(5), 5);
  EXPECT_FALSE(in_party(party.state, id(5)));
  EXPECT_GT(party.state.terror, terror);
}

TEST(Ladder, WithoutOffenceNobodyIsPunished) {
  Params params = small_party();
  params.ladder.sin_opposition = 0;
  params.ladder.sin_defeat = 0;
  params.ladder.sin_fight = 0;
  params.ladder.sin_appeal = 0;
  params.followers.climb = 0;
  params.followers.climb_rung = 0;
  params.options.coup_rate = 0;
  Party party(params);
  party.lose_arbiter();
  party.divide({1, 2, 3}, {4, 5});
  party.run(60);
  for (const Month last : party.state.leaders.last_rung) EXPECT_EQ(last.index, 0);
}

TEST(Ladder, AFormalDefeatIsCountedOnceAMonthAndHurts) {
  Party party = divided_party();
  Convention c = party.meet();
  const double prestige = party.state.leaders.prestige[4];
  count_defeat(c, {id(4)}, 0.9, party.state.roles.committee);
  EXPECT_EQ(party.state.leaders.first_defeat[4], party.month);
  EXPECT_LT(party.state.leaders.prestige[4], prestige);
  EXPECT_EQ(party.state.fought, 1);
  contest_line(c);
  EXPECT_TRUE(party.records.votes.empty()) << "no second contest in the month";
}

TEST(Recantation, TheCautiousGiveInBeforeThePrincipled) {
  Party party = divided_party();
  party.state.leaders.rung[4] = 5;
  party.state.leaders.rung[5] = 5;
  party.state.leaders.caution[4] = 0.9;
  party.state.leaders.principle[4] = 0.2;
  party.state.leaders.caution[5] = 0.2;
  party.state.leaders.principle[5] = 0.9;
  EXPECT_GT(recant_hazard(party.meet(), id(4)), 2 * recant_hazard(party.meet(), id(5)));
}

TEST(Recantation, BreaksWithTheBlocAndOpensTheWayBack) {
  Party party = divided_party();
  Convention c = party.meet();
  impose_rung(c, id(4), 5);
  capitulate(c, id(4));
  EXPECT_EQ(party.state.leaders.bloc[4], -1);
  EXPECT_EQ(party.state.leaders.offence[4], 0);
  readmit(c, id(4));
  EXPECT_TRUE(in_party(party.state, id(4)));
}

}  // namespace
}  // namespace thermidor::party
