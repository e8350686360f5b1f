#include "experiment/first_named.hpp"

#include <gtest/gtest.h>

#include "experiment/run_lookup.hpp"
#include "support/shipped_runs.hpp"

namespace thermidor::experiment {
namespace {

constexpr Month kFork = make_month(1922, 10);
constexpr Month kLast = make_month(1924, 6);

FirstNamedPlan plan_of(const std::vector<Act>& acts, const std::vector<const char*>& outcomes) {
  FirstNamedPlan plan;
  plan.naming.params = &shipped().params;
  plan.naming.roster = &shipped_roster();
  plan.naming.setup = small_setup();
  plan.naming.acts = acts;
  plan.naming.fork = kFork;
  plan.naming.last = kLast;
  plan.naming.by_channels = true;
  plan.naming.permutations = 2;
  plan.trials = 3;
  for (const char* text : outcomes)
    plan.naming.outcomes.push_back({text, text, "", parse_expression(text, shipped().vocabulary).value(), {}});
  return plan;
}

NamedEffects name(const FirstNamedPlan& plan) {
  const SerialExecutor serial;
  return name_first(plan, "Q", {.executor = &serial});
}

TEST(FirstNamed, IsTriedOnSeedsAfterThoseThatNamedIt) {
  const FirstNamedPlan plan =
      plan_of({act_of("lever.trade_monopoly=0.2@1922-10")}, {"mean(scissors_ratio_industrial_to_agricultural, 1923)"});
  const NamedEffects named = name(plan);
  ASSERT_TRUE(named.finished);
  EXPECT_EQ(named.faulted, 0);
  ASSERT_EQ(named.effects.size(), 1U);
  const SerialExecutor serial;
  double sum = 0;
  for (std::uint64_t seed = 9; seed < 12; ++seed) {
    const auto pair =
        run_pair(shipped().params, {small_setup(seed), {}, plan.naming.acts, kFork, kLast}, {.executor = &serial});
    ASSERT_TRUE(pair);
    const Expression& outcome = plan.naming.outcomes[0].value;
    sum += *evaluate(outcome, RunLookup(pair->counterfactual, shipped_roster())) -
           *evaluate(outcome, RunLookup(pair->baseline, shipped_roster()));
  }
  EXPECT_NEAR(named.effects[0].effect, sum / 3, 1e-9);
  EXPECT_NE(sum, 0);
}

// What an act holds is moved by the act and by no channel.
TEST(FirstNamed, IsTheActWhereItHoldsWhatIsMeasured) {
  const NamedEffects named = name(plan_of({act_of("lever.trade_monopoly=0.2@1922-10")}, {"at(lever.trade_monopoly, 1923-06)"}));
  ASSERT_EQ(named.effects.size(), 1U);
  EXPECT_EQ(named.effects[0].first, "acts");
  EXPECT_FALSE(named.effects[0].by_channel());
  EXPECT_EQ(named.effects[0].share, 1);
  EXPECT_TRUE(named.effects[0].stands_out);
}

// Relief feeds villages; what follows in towns and in the mandate goes by what is heard of it.
TEST(FirstNamed, ShrinksTheEffectWhenItIsCut) {
  const NamedEffects named =
      name(plan_of({act_of("instrument.relief=3@1922-10..1923-12")}, {"mean(village_hunger, 1923)", "mean(town_unrest, 1923)",
                                                                      "mean(legitimacy, 1923)", "mean(bread_cover, 1923)"}));
  int channels = 0;
  for (const NamedEffect& effect : named.effects) {
    if (!effect.stands_out || !effect.by_channel()) continue;
    ++channels;
    EXPECT_TRUE(effect.shrinks()) << effect.title << " by " << effect.first << ": " << effect.effect << ", " << *effect.without;
  }
  EXPECT_GE(channels, 1);
}

TEST(FirstNamed, IsNothingWhereTheActsDoNothing) {
  const NamedEffects named = name(plan_of({act_of("hazard.prices=1@1922-10")}, {"mean(bread_cover, 1923)"}));
  ASSERT_EQ(named.effects.size(), 1U);
  EXPECT_EQ(named.effects[0].effect, 0);
  EXPECT_FALSE(named.effects[0].stands_out);
}

NamedEffect effect_of(std::optional<double> without, bool stands_out) {
  return {"Q", "o", "O", without ? 0 : kChannels.size(), without ? "economy" : "acts", 0.5, -2, 0.1, without, stands_out};
}

TEST(FirstNamed, FailsWhereTheRunsThatNameACauseShowedNoEffect) {
  NamedEffect effect = effect_of({}, true);
  effect.share = 0;
  EXPECT_FALSE(effect.shrinks());
  const NamedCount count = count_named({effect});
  EXPECT_EQ(count.unnamed, 1);
  EXPECT_EQ(count.by_acts + count.by_channel, 0);
}

TEST(FirstNamed, CountsOnlyWhatStandsOut) {
  const NamedCount count = count_named(
      {effect_of({}, true), effect_of(-1.0, true), effect_of(1.9, true), effect_of(2.1, true), effect_of(-3.0, false)});
  EXPECT_EQ(count.looked_at, 5);
  EXPECT_EQ(count.stand_out, 4);
  EXPECT_EQ(count.by_acts, 1);
  EXPECT_EQ(count.by_channel, 3);
  EXPECT_EQ(count.shrink, 2);
}

}  // namespace
}  // namespace thermidor::experiment
