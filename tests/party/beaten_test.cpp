// What keeps the beaten silent, who rules with whom, and what an office does to its holder.
#include <gtest/gtest.h>

#include "party/bargain.hpp"
#include "party/leaders_fixture.hpp"

namespace thermidor::party {
namespace {

// What hating the head of the rulers adds to the utility of somebody who opposes with this strength.
double urge_to_fight(double strength) {
  Party party;
  party.lose_arbiter();
  party.divide({1, 2, 3}, {5});
  const Convention c = party.meet();
  Table table = set_table(c);
  const std::size_t i = place_of(table, id(5));
  table.holding[i] = strength;
  const Balance balance = weigh(party.params, table, table.bloc);
  const auto head = static_cast<std::size_t>(balance.head[static_cast<std::size_t>(table.ruling)]);
  table.liking[i][head] = party.params.bargain.resentment_level;
  const double calm = utility(c, table, table.bloc, balance, i);
  table.liking[i][head] = -0.9;
  return utility(c, table, table.bloc, balance, i) - calm;
}

TEST(Silence, ThoseWhoStandNearlyAloneVoiceLessOfTheSameResentment) {
  EXPECT_GT(urge_to_fight(0.1), 0);
  EXPECT_GT(urge_to_fight(3.0), 3 * urge_to_fight(0.1));
}

TEST(Silence, LeavingABlocOfOneBreaksWithNobody) {
  Party party;
  party.lose_arbiter();
  party.divide({1, 2, 3}, {5});
  const Convention c = party.meet();
  const Table table = set_table(c);
  const std::size_t i = place_of(table, id(5));
  const ActList list = list_acts(c, table, i);
  const double now = utility(c, table, table.bloc, weigh(party.params, table, table.bloc), i);
  for (std::size_t a = 0; a < list.count; ++a) {
    const Act& act = list.acts[a];
    if (act.kind != ActKind::leave) continue;
    EXPECT_NEAR(act.value, utility(c, table, act.partition, weigh(party.params, table, act.partition), i) - now, 1e-12);
    return;
  }
  FAIL() << "he may leave";
}

TEST(Silence, WordsCarryAsFarAsTheirSpeakerStands) {
  Party party;
  party.divide({1, 2, 3}, {5});
  party.state.leaders.holding[5] = 0.2;
  EXPECT_LT(attack_reach(party.state, id(5)), attack_reach(party.state, id(1)));
  EXPECT_LE(attack_reach(party.state, id(1)), 1);
}

TEST(Rulers, OneManAloneIsNotBroughtToPowerByOthersWhoStandAside) {
  Party party;
  party.lose_arbiter();
  party.divide({}, {4});
  party.state.ruling = -1;
  party.state.without_rulers = 20;
  for (std::size_t i = 1; i < 7; ++i) set_affinity(party.state, id(i), id(4), 0.9);
  Convention c = party.meet();
  form_rulers(c);
  EXPECT_LT(party.state.ruling, 0);
  party.state.leaders.bloc[5] = 1;
  form_rulers(c);
  EXPECT_EQ(party.state.ruling, 1);
}

TEST(Recantation, NobodyBegsOfThoseHeHates) {
  Party party;
  party.lose_arbiter();
  party.divide({1, 2, 3}, {4, 5});
  party.state.leaders.rung[5] = 5;
  const LeaderId head = ruling_head(party.state);
  set_affinity(party.state, id(5), head, 0.2);
  const double before = recant_hazard(party.meet(), id(5));
  set_affinity(party.state, id(5), head, -0.8);
  EXPECT_LT(recant_hazard(party.meet(), id(5)), 0.5 * before);
}

TEST(Offices, MakeTheirHoldersWantWhatTheBodyWants) {
  const auto market_after = [](double wants, double principle) {
    Params params = small_party();
    params.posts[1].wants_market = wants;
    params.leaders[0].principle = principle;
    Party party(params);
    Convention c = party.meet();
    for (int m = 0; m < 24; ++m) hear_news(c);
    return party.state.leaders.ideal[0][kMarket];
  };
  EXPECT_GT(market_after(1, 0.2), market_after(0, 0.2) + 0.1);
  EXPECT_NEAR(market_after(1, 1.0), market_after(0, 1.0), 1e-9);
}

// Seeds of twenty in which the eighth leader, head of a body of the economy, enters the chief bureau.
int entries(const char* represented) {
  int count = 0;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    Params params = small_party();
    params.roles.represented = represented;
    params.posts[5].holder = id(8);
    Party party(params, seed);
    party.state.organs.full[party.state.roles.chief_bureau.index()] = 8;
    Convention c = party.meet();
    measure_strength(c);
    elect_bureau(c, false);
    count += seat(party.state, party.state.roles.chief_bureau, id(8)) == 2 ? 1 : 0;
  }
  return count;
}

TEST(Bureau, SeatsTheHeadOfAGreatBodyThatHasNoneInIt) { EXPECT_GT(entries("government economy"), entries("government") + 4); }

TEST(Levers, TakeConcessionsBackAsIndustryIsRebuilt) {
  Party party;
  party.params.levers[0].rebuilt = -0.4;
  const Position line{};
  const double ruins = lever_wish(party.meet(), party.params.levers[0], line);
  party.state.rebuilt = 1;
  EXPECT_NEAR(lever_wish(party.meet(), party.params.levers[0], line), ruins - 0.4 * party.params.motions.retreat, 1e-12);
}

TEST(Levers, WhoeverHoldsTheMarketForACourseTakesNothingBack) {
  Party party;
  party.params.levers[0].rebuilt = -0.4;
  const auto taken_back = [&party](double market) {
    const Position line{market, 0, 0, 0};
    party.state.rebuilt = 0;
    const double ruins = lever_wish(party.meet(), party.params.levers[0], line);
    party.state.rebuilt = 1;
    return ruins - lever_wish(party.meet(), party.params.levers[0], line);
  };
  EXPECT_GT(taken_back(-0.3), taken_back(0));
  EXPECT_GT(taken_back(0), taken_back(0.3));
  EXPECT_EQ(taken_back(0.9), 0);
}

TEST(Defeat, IsToldOfEveryLoser) {
  Party party;
  party.divide({1, 2, 3}, {4, 5});
  Convention c = party.meet();
  count_defeat(c, {id(4), id(5)}, 0.8, party.state.roles.committee);
  int told = 0;
  for (const EventRecord& event : party.records.events) told += event.kind == "defeat" ? 1 : 0;
  EXPECT_EQ(told, 2);
}

}  // namespace
}  // namespace thermidor::party
