#include <gtest/gtest.h>

#include <cmath>

#include "core/digest.hpp"
#include "society_fixture.hpp"

namespace thermidor::society {
namespace {

const Month kStart = make_month(1921, 3);

// Months of the same economy, policy and outside world; returns the last signal.
SocietySignal settle(const Signals& now, const Policy& policy, int months, const SocietyWeights& weights = {}) {
  const Params params = society_params();
  State society;
  Signals last;
  open_society(params, society, last.society);
  for (int i = 0; i < months; ++i) {
    Signals present = now;
    move_mood(params, weights, policy, last, present, society);
    last = present;
  }
  return last.society;
}

TEST(SocietyFields, AreComplete) {
  EXPECT_TRUE(fields_complete<UnrestParams>());
  EXPECT_TRUE(fields_complete<MandateParams>());
  EXPECT_TRUE(fields_complete<StandingParams>());
  EXPECT_TRUE(fields_complete<StateParams>());
  EXPECT_TRUE(fields_complete<CollapseParams>());
  EXPECT_TRUE(fields_complete<EndingRow>());
  EXPECT_TRUE(fields_complete<Params>());
  EXPECT_TRUE(fields_complete<State>());
  EXPECT_TRUE(fields_complete<SocietySignal>());
}

TEST(Unrest, RisesWithHungerAndFallingPayAndIsHeldDownByForce) {
  const Policy policy = ordinary_policy();
  Signals hungry = quiet_signals();
  hungry.economy.bread_cover_poor = 0.6;
  EXPECT_GT(settle(hungry, policy, 12).town_unrest, settle(quiet_signals(), policy, 12).town_unrest + 0.1);
  Policy harsh = policy;
  in_force(harsh, Lever::rigour) = 1;
  in_force(harsh, Lever::forced_labour) = 1;
  EXPECT_LT(settle(hungry, harsh, 12).town_unrest, settle(hungry, policy, 12).town_unrest);
}

TEST(Unrest, OfVillagesFollowsGrievanceAndForce) {
  Policy policy = ordinary_policy();
  const double calm = settle(quiet_signals(), policy, 12).village_unrest;
  Signals aggrieved = quiet_signals();
  aggrieved.economy.village_grievance = 0.7;
  policy.instrument[static_cast<std::size_t>(Instrument::procurement_force)] = 1;
  EXPECT_GT(settle(aggrieved, policy, 12).village_unrest, calm + 0.3);
}

TEST(Mandate, DecaysWhenTheClassShrinksAndRevivesWithDemocracy) {
  Policy policy = ordinary_policy();
  Signals shrunk = quiet_signals();
  shrunk.economy.workers_and_employees = 3;
  EXPECT_LT(settle(shrunk, policy, 48).legitimacy, settle(quiet_signals(), policy, 48).legitimacy - 0.05);
  const double mute = settle(quiet_signals(), policy, 48).mass_activity;
  in_force(policy, Lever::inner_democracy) = 1;
  in_force(policy, Lever::other_parties) = 1;
  EXPECT_GT(settle(quiet_signals(), policy, 48).mass_activity, mute + 0.15);
}

TEST(Mandate, LosesItsPassivityWhenThatExplanationIsSwitchedOff) {
  const Policy policy = ordinary_policy();
  EXPECT_GT(settle(quiet_signals(), policy, 24, {0.0, 1.0}).mass_activity,
            settle(quiet_signals(), policy, 24).mass_activity + 0.1);
}

TEST(Standing, DefeatAbroadDeepensIsolationDashesHopeAndRaisesDominance) {
  const Policy policy = ordinary_policy();
  const Params params = society_params();
  State society;
  Signals last, calm = quiet_signals(), defeat = quiet_signals();
  open_society(params, society, last.society);
  defeat.outside.foreign_defeat = 0.7;
  defeat.outside.isolation_shock = 0.2;
  move_mood(params, {}, policy, last, calm, society);
  move_mood(params, {}, policy, last, defeat, society);
  EXPECT_GT(defeat.society.isolation, calm.society.isolation + 0.15);
  EXPECT_LT(defeat.society.revolution_hope, calm.society.revolution_hope * 0.7);
  EXPECT_GT(defeat.society.international_dominance, calm.society.international_dominance + 0.05);
}

TEST(Standing, GermanHelpNeedsTheLeverAndAPariah) {
  Policy policy = ordinary_policy();
  const double some = settle(quiet_signals(), policy, 60).arms_cooperation;
  in_force(policy, Lever::army_modernisation) = 1;
  EXPECT_GT(settle(quiet_signals(), policy, 60).arms_cooperation, some + 0.1);
  in_force(policy, Lever::army_modernisation) = 0;
  EXPECT_LT(settle(quiet_signals(), policy, 60).arms_cooperation, 0.05);
}

TEST(StateLevels, FollowTheirLevers) {
  const Policy policy = ordinary_policy();
  Policy free = policy;
  in_force(free, Lever::inner_democracy) = 1;
  in_force(free, Lever::other_parties) = 1;
  in_force(free, Lever::national_autonomy) = 1;
  in_force(free, Lever::arts_science) = 1;
  in_force(free, Lever::rigour) = 0;
  const SocietySignal closed = settle(quiet_signals(), policy, 60), open = settle(quiet_signals(), free, 60);
  EXPECT_LT(open.press_control, closed.press_control - 0.2);
  EXPECT_LT(open.national_offence, closed.national_offence - 0.1);
  EXPECT_LT(open.dogmatism, closed.dogmatism - 0.1);
  EXPECT_LT(open.terror_level, closed.terror_level);
}

TEST(Terror, RisesFasterThanItFalls) {
  Policy harsh = ordinary_policy(), mild = ordinary_policy();
  in_force(harsh, Lever::rigour) = in_force(harsh, Lever::forced_labour) = 1;
  harsh.instrument[static_cast<std::size_t>(Instrument::procurement_force)] = 1;
  in_force(mild, Lever::rigour) = 0;
  const double start = society_params().opening.terror_level;
  EXPECT_GT(settle(quiet_signals(), harsh, 6).terror_level - start, start - settle(quiet_signals(), mild, 6).terror_level);
}

TEST(Mood, StaysInBoundsUnderExtremes) {
  for (const double level : {-1.0, 1.0}) {
    Policy policy;
    for (double& lever : policy.in_force) lever = level;
    Signals now = quiet_signals();
    now.economy.bread_cover = now.economy.bread_cover_poor = level < 0 ? 0 : 3;
    now.economy.real_wage_index = level < 0 ? 0 : 300;
    now.economy.village_hunger = level < 0 ? 1 : 0;
    now.outside.foreign_defeat = 1;
    now.outside.isolation_shock = level;
    const SocietySignal mood = settle(now, policy, 120);
    SocietySignal::visit_fields(mood, [](const Field& field, const double& value) {
      EXPECT_TRUE(std::isfinite(value) && value >= 0 && value <= 1) << field.name << " " << value;
    });
  }
}

TEST(Collapse, IsRareWhenFedAndLikelyWhenStarvedAndAbandoned) {
  const Params params = society_params();
  const auto falls = [&](const Signals& shape, int months) {
    int count = 0;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
      State society;
      Records records;
      for (int i = 0; i < months; ++i) {
        Signals now = shape;
        test_endings(params, ordinary_policy(), seed, kStart + i, now, society, records);
      }
      count += society.collapsed > 0;
    }
    return count;
  };
  Signals fed = quiet_signals(), starved = quiet_signals();
  fed.society = params.opening;
  fed.society.town_unrest = 0.1, fed.society.village_unrest = 0.2;
  starved.society = params.opening;
  starved.society.town_unrest = 0.9, starved.society.village_unrest = 0.9, starved.society.army_loyalty = 0.2;
  starved.economy.bread_cover_poor = 0.4, starved.economy.village_hunger = 0.5;
  EXPECT_LT(falls(fed, 106), 6);
  EXPECT_GT(falls(starved, 24), 150);
}

TEST(Plurality, NeedsAYearOfLegalParties) {
  const Params params = society_params();
  Policy policy = ordinary_policy();
  in_force(policy, Lever::other_parties) = 0.6;
  State society;
  Records records;
  Signals now = quiet_signals();
  for (int i = 0; i < 11; ++i) test_endings(params, policy, 1, kStart + i, now, society, records);
  EXPECT_EQ(now.society.plural, 0);
  test_endings(params, policy, 1, kStart + 11, now, society, records);
  EXPECT_EQ(now.society.plural, 1);
  test_endings(params, ordinary_policy(), 1, kStart + 12, now, society, records);
  EXPECT_EQ(now.society.plural, 0);
}

TEST(PartySplit, NeedsOpenOppositionAndSomewhereToGo) {
  const Params params = society_params();
  const auto splits = [&](double open, double freedom) {
    Policy policy = ordinary_policy();
    in_force(policy, Lever::legal_factions) = in_force(policy, Lever::other_parties) = freedom;
    int count = 0;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
      State society;
      Records records;
      for (int i = 0; i < 48; ++i) {
        Signals now = quiet_signals();
        now.party.opposition_open = open;
        test_endings(params, policy, seed, kStart + i, now, society, records);
      }
      count += society.split > 0;
    }
    return count;
  };
  EXPECT_EQ(splits(0.5, -1), 0);
  EXPECT_EQ(splits(0.2, 1), 0);
  EXPECT_GT(splits(0.6, 1), 100);
}

}  // namespace
}  // namespace thermidor::society
