#include <gtest/gtest.h>

#include "core/digest.hpp"
#include "party/bargain.hpp"
#include "party/leaders_fixture.hpp"

namespace thermidor::party {
namespace {

TEST(Arbiter, IsWhoStandsFarAboveAndIsTrusted) {
  Party party;
  EXPECT_EQ(party.state.arbiter, id(0));
  Params params = small_party();
  params.leaders[0].prestige = 0.95;
  EXPECT_FALSE(Party(params).state.arbiter.valid());
  params = small_party();
  for (TieRow& tie : params.ties) tie.affinity = -0.5;
  EXPECT_FALSE(Party(params).state.arbiter.valid());
}

TEST(Arbiter, MakesHostileActsDearAndHopeFadesWithAbsence) {
  Party party;
  const Convention c = party.meet();
  EXPECT_GE(hostile_cost(c, id(1)), party.params.arbiter.cost_low);
  party.now.outside.health = {HealthEvent{id(0), HealthKind::stroke, 99, 1}};
  party.step();
  party.now.outside.health.clear();
  const double at_once = arbiter_hope(party.meet());
  party.run(static_cast<int>(2 * party.params.arbiter.hope));
  const double later = arbiter_hope(party.meet());
  EXPECT_LT(later, 0.3 * at_once);
  party.lose_arbiter();
  EXPECT_EQ(hostile_cost(party.meet(), id(1)), 0);
}

TEST(Arbiter, WhoIsAbsentAtHisDeathLosesPrestigeAndTheEventTellsOfHim) {
  Party party;
  party.now.outside.health = {HealthEvent{id(1), HealthKind::illness, 3, 1}};
  party.step();
  party.records.events.clear();
  party.now.outside.health = {HealthEvent{id(0), HealthKind::death, 0, 1}};
  party.step();
  std::vector<EventRecord> told;
  for (const EventRecord& event : party.records.events) {
    if (event.kind == "absence") told.push_back(event);
  }
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(told[0].actor, id(1));
  EXPECT_EQ(told[0].target, id(0));
  EXPECT_EQ(told[0].claim, "M102");
}

TEST(Arbiter, ProtectsAgainstDefeatsWhileHeIsUp) {
  int with = 0;
  int without = 0;
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    Party up(small_party(), seed);
    Party gone(small_party(), seed);
    gone.lose_arbiter();
    for (Party* party : {&up, &gone}) {
      for (std::size_t i = 1; i < 7; ++i) {
        for (std::size_t j = 1; j < 7; ++j) set_affinity(party->state, id(i), id(j), i % 2 == j % 2 ? 0.4 : -0.5);
      }
      party->run(24);
      int& count = party == &up ? with : without;
      for (const Month first : party->state.leaders.first_defeat) count += first.index > 0 ? 1 : 0;
    }
  }
  EXPECT_LT(2 * with, without);
}

TEST(Will, CostsItsTargetMoreTheFurtherItIsHeard) {
  const auto after = [](double publicity) {
    Party party;
    party.divide({1, 2, 3}, {4});
    State& s = party.state;
    s.will_author = id(0);
    s.will_target = id(3);
    s.will_publicity = publicity;
    set_affinity(s, id(0), id(3), -0.5);
    set_affinity(s, id(1), id(3), 0.3);
    set_affinity(s, id(9), id(0), 0.6);
    party.lose_arbiter();
    Convention c = party.meet();
    judge_will(c);
    EXPECT_EQ(s.will_judged, 1);
    return s;
  };
  const State nobody = after(0), committee = after(0.4), congress = after(1.6);
  EXPECT_EQ(affinity(nobody, id(1), id(3)), 0.3);
  EXPECT_LT(affinity(committee, id(1), id(3)), 0.2) << "who revered the author turns from his target";
  EXPECT_NEAR(affinity(committee, id(9), id(3)), affinity(nobody, id(9), id(3)), 1e-12) << "who has no seat has not heard";
  EXPECT_LT(affinity(congress, id(9), id(3)), affinity(committee, id(9), id(3)));
  EXPECT_LT(committee.leaders.prestige[3], nobody.leaders.prestige[3]);
  EXPECT_LT(congress.leaders.prestige[3], committee.leaders.prestige[3]);
}

TEST(Bargain, StrengthCountsPostsSeatsAndClients) {
  Party party;
  Convention c = party.meet();
  measure_strength(c);
  const double before = party.state.leaders.strength[4];
  give_post(c, make_id<PostId>(5), id(4), "appointed");
  measure_strength(c);
  EXPECT_NEAR(party.state.leaders.strength[4] - before, party.params.strength.post_weight * 0.3, 1e-12);
  for (LeaderId& patron : party.state.machine.patron) patron = id(4);
  party.state.machine.loyalty.assign(8, 1.0);
  measure_strength(c);
  EXPECT_GT(party.state.leaders.clients[4], 0.69);
  EXPECT_LE(party.state.leaders.clients[4], 1.0);
}

TEST(Bargain, AlliesOfTheLikedAreWorthMoreThanAlliesOfTheHated) {
  Party party;
  party.lose_arbiter();
  party.divide({1, 2}, {});
  Convention c = party.meet();
  Table table = set_table(c);
  const std::size_t i = place_of(table, id(4));
  const std::size_t j = place_of(table, id(1));
  ASSERT_LT(i, table.count);
  Partition joined = table.bloc;
  joined[i] = table.bloc[j];
  const double liked = utility(c, table, joined, weigh(party.params, table, joined), i);
  table.liking[i][j] = -0.8;
  EXPECT_LT(utility(c, table, joined, weigh(party.params, table, joined), i), liked - 0.2);
}

TEST(Bargain, PowersOfContendingBlocsNeverExceedOne) {
  Party party;
  party.lose_arbiter();
  party.divide({1, 2, 3}, {4, 5});
  const Convention c = party.meet();
  const Table table = set_table(c);
  const Balance balance = weigh(party.params, table, table.bloc);
  EXPECT_LE(balance.power[0] + balance.power[1], 1.0);
  EXPECT_GT(balance.power[0], balance.power[1]);
}

TEST(Bread, GoodYearsPunishForceAndCrisisItsAbsence) {
  const Params params;
  const Position believer = {-0.3, 0.6, 0, 0};
  const Position market = {0.6, -0.2, 0, 0};
  const Position force = {-0.8, 0.6, 0, 0};
  EXPECT_GT(expected_bread(params, 0.1, believer, market), expected_bread(params, 0.1, believer, force));
  EXPECT_LT(expected_bread(params, 1.0, believer, market), expected_bread(params, 1.0, believer, force));
}

TEST(Determinism, TheSameSeedGivesTheSameBits) {
  Party first;
  Party second;
  first.run(40);
  second.run(40);
  EXPECT_EQ(digest_of(first.state), digest_of(second.state));
  Party other(small_party(), 8);
  other.run(40);
  EXPECT_NE(digest_of(first.state), digest_of(other.state));
}

// Renumbers the leaders of a party, with all ids that point to them.
Params renumber(const Params& from, const std::vector<std::size_t>& new_place) {
  Params to = from;
  for (std::size_t i = 0; i < new_place.size(); ++i) to.leaders[new_place[i]] = from.leaders[i];
  const auto move = [&](LeaderId& i) {
    if (i.valid()) i = id(new_place[i.index()]);
  };
  for (PostRow& row : to.posts) move(row.holder);
  for (OrganRow& row : to.organs) {
    for (LeaderId& i : row.members) move(i);
    for (LeaderId& i : row.candidate_members) move(i);
  }
  for (ProvinceRow& row : to.provinces) {
    move(row.secretary);
    move(row.patron);
  }
  for (TieRow& row : to.ties) {
    move(row.from);
    move(row.to);
  }
  return to;
}

TEST(Renumbering, OfLeadersChangesNothing) {
  const std::vector<std::size_t> place = {5, 11, 0, 7, 2, 9, 4, 1, 10, 3, 8, 6};
  Party plain(small_party(), 3, TraitPreset::prior);
  Party moved(renumber(small_party(), place), 3, TraitPreset::prior);
  for (int m = 0; m < 60; ++m) {
    for (Party* party : {&plain, &moved}) {
      if (m == 10) party->lose_arbiter();
      party->step();
    }
  }
  for (std::size_t i = 0; i < place.size(); ++i) {
    EXPECT_EQ(plain.state.leaders.strength[i], moved.state.leaders.strength[place[i]]);
    EXPECT_EQ(plain.state.leaders.rung[i], moved.state.leaders.rung[place[i]]);
    EXPECT_EQ(plain.state.leaders.prestige[i], moved.state.leaders.prestige[place[i]]);
    for (std::size_t j = 0; j < place.size(); ++j) {
      EXPECT_EQ(affinity(plain.state, id(i), id(j)), affinity(moved.state, id(place[i]), id(place[j])));
    }
  }
  EXPECT_EQ(plain.records.events.size(), moved.records.events.size());
}

TEST(Traits, PresetsMoveTraitsAndNothingElse) {
  const Params params = small_party();
  const State given = make_state(params, 5, TraitPreset::as_given, make_month(1921, 3));
  const State prior = make_state(params, 5, TraitPreset::prior, make_month(1921, 3));
  const State neutral = make_state(params, 5, TraitPreset::neutral, make_month(1921, 3));
  const State permuted = make_state(params, 5, TraitPreset::permuted, make_month(1921, 3));
  EXPECT_EQ(given.leaders.ambition[4], params.leaders[4].ambition);
  EXPECT_NE(prior.leaders.ambition[4], params.leaders[4].ambition);
  EXPECT_EQ(neutral.leaders.ambition[4], neutral.leaders.ambition[9]);
  EXPECT_EQ(neutral.leaders.prestige, given.leaders.prestige);
  std::vector<double> a = given.leaders.ambition;
  std::vector<double> b = permuted.leaders.ambition;
  std::sort(a.begin(), a.end());
  std::sort(b.begin(), b.end());
  EXPECT_EQ(a, b) << "permuting keeps the set of traits";
}

TEST(Traits, AnActSetsATraitWithinItsBounds) {
  Party party;
  set_trait(party.state, id(2), Trait::caution, 1.7);
  EXPECT_EQ(party.state.leaders.caution[2], 1.0);
  set_trait(party.state, id(2), Trait::market, -0.3);
  EXPECT_EQ(party.state.leaders.ideal[2][kMarket], -0.3);
  set_trait(party.state, id(2), Trait::abroad, 0.4);
  EXPECT_EQ(party.state.leaders.abroad[2], 0.4);
}

TEST(Machine, SharesStayFiniteAndNobodyHoldsMoreThanAll) {
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    Party party(small_party(), seed, TraitPreset::prior);
    party.run(30);
    party.lose_arbiter();
    party.run(70);
    EXPECT_FALSE(party.fault.raised()) << party.fault.message();
    double sum = 0;
    for (const double share : party.state.leaders.clients) {
      EXPECT_GE(share, 0);
      sum += share;
    }
    EXPECT_LE(sum, 1 + 1e-9);
    const std::size_t n = leader_count(party.state);
    for (std::size_t p = 0; p < party.state.machine.key.size(); ++p) {
      int clients = 0;
      for (std::size_t i = 0; i < n; ++i) clients += party.state.machine.clients[p * n + i];
      EXPECT_LE(clients, party.state.machine.officials[p]);
    }
  }
}

TEST(Machine, ItsHeadGainsClientsOnlyThroughAppointments) {
  Party with;
  Params params = small_party();
  params.explanations.appointments = 0;
  params.explanations.service = 0;
  Party without(params);
  with.run(60);
  without.run(60);
  EXPECT_GT(with.state.leaders.clients[3], without.state.leaders.clients[3] + 0.1);
}

TEST(Bread, PlentyTeachesNobodyBeyondTheLineThatUsesNoForce) {
  Params params = small_party();
  const double peace = params.bread.force_level;
  params.leaders[4].market = peace + 0.2;
  params.leaders[4].tempo = params.leaders[5].tempo = 0;
  params.leaders[5].market = -0.2;
  params.leaders[4].principle = params.leaders[5].principle = 0.1;
  Party party(params);
  party.last.economy.grain_shortfall = 0;
  const double before = party.state.leaders.ideal[5][kMarket];
  for (int m = 0; m < 240; ++m) {
    Convention c = party.meet();
    hear_news(c);
  }
  EXPECT_EQ(party.state.leaders.ideal[4][kMarket], peace + 0.2);
  EXPECT_GT(party.state.leaders.ideal[5][kMarket], before + 0.2);
  EXPECT_LE(party.state.leaders.ideal[5][kMarket], peace + 1e-9);
}

TEST(Bread, CrisisPartsTheLinesThatPlentyHoldsTogether) {
  Party party;
  const Position market{0.4, -0.1, 0, 0};
  const Position middle{0.1, 0.2, 0, 0};
  // What a man of the middle gains for himself when the line becomes his own.
  const auto gain = [&](double shortfall) {
    return expected_bread(party.params, shortfall, middle, middle) - expected_bread(party.params, shortfall, middle, market);
  };
  EXPECT_LT(gain(0.1), 0);
  EXPECT_GT(gain(0.9), 0);
}

TEST(Bargain, WhoBreaksWithTheRulersIsNotTakenBackForAWhile) {
  Party party;
  party.lose_arbiter();
  party.divide({1, 2, 3, 4}, {5, 6});
  Convention c = party.meet();
  const double liked = affinity(party.state, id(1), id(4));
  party.state.leaders.bloc[4] = 1;
  break_with_rulers(c, id(4));
  EXPECT_LT(affinity(party.state, id(1), id(4)), liked);
  const auto may_return = [&]() {
    Convention now = party.meet();
    const Table table = set_table(now);
    const std::size_t place = place_of(table, id(4));
    const ActList list = list_acts(now, table, place);
    for (std::size_t a = 0; a < list.count; ++a) {
      if (list.acts[a].partition[place] == table.ruling) return true;
    }
    return false;
  };
  EXPECT_FALSE(may_return());
  party.month = party.month + party.params.acts.memory;
  EXPECT_TRUE(may_return());
}

TEST(Offices, StandingBelowTheOfficeCountsAgainstACandidate) {
  Party party;
  Convention c = party.meet();
  const PostId chair = make_id<PostId>(1);
  const double small = party.params.posts[1].value - 0.3;
  party.state.leaders.prestige[8] = small;
  const double below = post_utility(c, chair, id(8));
  party.state.leaders.prestige[8] = party.params.posts[1].value;
  const double fit = post_utility(c, chair, id(8));
  party.state.leaders.prestige[8] = party.params.posts[1].value + 0.3;
  const double above = post_utility(c, chair, id(8));
  EXPECT_GT(fit - below, above - fit + 0.5 * party.params.offices.rank * 0.3);
}

}  // namespace
}  // namespace thermidor::party
