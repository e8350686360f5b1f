#include "model/trigger_acts.hpp"

#include <gtest/gtest.h>

#include "model/series.hpp"
#include "model/shipped.hpp"
#include "model/snapshot.hpp"
#include "model/world_lookup.hpp"

namespace thermidor {
namespace {

const Month kStart = shipped().params.scenario.start;

// Holds a lever under a condition.
Act lever_when(const std::string& condition, Repeat repeat = Repeat::once) {
  Act act;
  act.kind = ActKind::set_lever;
  act.lever = Lever::closures;
  act.at = kStart + 1;
  act.value = 0.75;
  act.repeat = repeat;
  if (!condition.empty()) act.when = parse_expression(condition).value();
  act.text = "lever.closures=0.75 when " + condition;
  return act;
}

// The months, counted from the start, in which the lever is held, while `famine_deaths` is what the list says.
std::vector<int> months_held(const Act& act, const std::vector<double>& hunger) {
  World world = small_world();
  Records records;
  std::vector<int> held;
  for (std::size_t i = 0; i < hunger.size(); ++i) {
    world.signals.last.economy.famine_deaths = hunger[i];
    trigger_acts(shipped().params, {act}, world, records);
    apply_interventions(shipped().params, {{act}, {}, {}}, world);
    if (world.policy.lever_held[static_cast<std::size_t>(Lever::closures)] != 0) held.push_back(static_cast<int>(i));
    world.month = world.month.next();
  }
  EXPECT_EQ(records.events.empty(), held.empty());
  return held;
}

using Held = std::vector<int>;

TEST(ConditionalActs, StandFromTheMonthInWhichTheConditionHolds) {
  const Act act = lever_when("famine_deaths > 0.05");
  EXPECT_EQ(months_held(act, {0, 0, 0.06, 0, 0}), (Held{2, 3, 4}));
  EXPECT_EQ(months_held(act, {0.06, 0, 0, 0}), Held{}) << "the month before `at` does not count";
}

TEST(ConditionalActs, EndWithTheirLastMonthAndAreNotDoneAfterIt) {
  Act act = lever_when("famine_deaths > 0.05");
  act.until = kStart + 3;
  EXPECT_EQ(months_held(act, {0, 0, 0.06, 0, 0}), (Held{2, 3}));
  EXPECT_EQ(months_held(act, {0, 0, 0, 0, 0.06}), Held{});
}

TEST(ConditionalActs, RepeatedMonthlyStandWhileTheConditionHolds) {
  EXPECT_EQ(months_held(lever_when("famine_deaths > 0.05", Repeat::monthly), {0, 0.06, 0, 0.06, 0.06, 0}), (Held{1, 3, 4}));
}

TEST(ConditionalActs, RepeatedYearlyWaitTwelveMonths) {
  EXPECT_EQ(months_held(lever_when("famine_deaths > 0.05", Repeat::yearly), std::vector<double>(30, 0.06)), (Held{1, 13, 25}));
}

TEST(RepeatedActs, WithoutAConditionComeEveryMonthOrEveryYear) {
  EXPECT_EQ(months_held(lever_when("", Repeat::monthly), std::vector<double>(4, 0)), (Held{1, 2, 3}));
  EXPECT_EQ(months_held(lever_when("", Repeat::yearly), std::vector<double>(15, 0)), (Held{1, 13}));
}

TEST(ConditionalActs, PrevailOverActsWithADateOnTheSameThing) {
  Act always = lever_when("");
  always.value = 0.25;
  always.at = kStart + 2;
  World world = small_world();
  Records records;
  world.month = kStart + 3;
  world.signals.last.economy.famine_deaths = 1;
  const std::vector<Act> acts = {lever_when("famine_deaths > 0.05", Repeat::monthly), always};
  trigger_acts(shipped().params, acts, world, records);
  apply_interventions(shipped().params, {acts, {}, {}}, world);
  EXPECT_EQ(world.policy[Lever::closures], 0.75);
}

TEST(ConditionalActs, OfOneMomentAreDoneOnce) {
  Act act = lever_when("famine_deaths > 0.05");
  act.kind = ActKind::shock;
  act.name = "goods";
  World world = small_world();
  Records records;
  std::vector<std::int64_t> steps;
  for (int i = 0; i < 4; ++i) {
    world.month = kStart + 1 + i;
    world.signals.last.economy.famine_deaths = i > 0 ? 1 : 0;
    const std::int64_t before = world.economy.goods.imported;
    trigger_acts(shipped().params, {act}, world, records);
    apply_interventions(shipped().params, {{act}, {}, {}}, world);
    steps.push_back(world.economy.goods.imported - before);
  }
  EXPECT_EQ(steps, (std::vector<std::int64_t>{0, 75'000'000, 0, 0}));
}

TEST(ConditionalActs, ForceADecisionInTheMonthOfTheCondition) {
  Act act = lever_when("famine_deaths > 0.05");
  act.kind = ActKind::forced;
  act.forced.text = act.text;
  World world = world_in(kStart + 1);
  Records records;
  EXPECT_TRUE(apply_interventions(shipped().params, {{act}, {}, {}}, world).empty());
  world.signals.last.economy.famine_deaths = 1;
  trigger_acts(shipped().params, {act}, world, records);
  EXPECT_EQ(apply_interventions(shipped().params, {{act}, {}, {}}, world).size(), 1U);
}

TEST(ConditionalActs, ForbidThePartyAPurgeFromThatMonthOn) {
  Act act = lever_when("famine_deaths > 0.05");
  act.kind = ActKind::forced;
  act.forced.kind = party::ForcedKind::forbid;
  act.forced.text = "purge";
  act.forced.value = 3;
  const Agenda agenda{{act}, {}, {}};
  World world = world_in(kStart + 4);
  EXPECT_FALSE(is_forbidden(agenda, "purge", world));
  world.signals.last.economy.famine_deaths = 1;
  Records records;
  trigger_acts(shipped().params, agenda.acts, world, records);
  for (int i = 0; i < 5; ++i) {
    world.month = kStart + 4 + i;
    EXPECT_EQ(is_forbidden(agenda, "purge", world), i < 3) << i;
  }
}

TEST(ConditionalActs, ChangeAParameterWhileTheConditionHolds) {
  Act act = lever_when("famine_deaths > 0.05", Repeat::monthly);
  act.kind = ActKind::set_parameter;
  act.name = "farms.demography.birth_rate";
  act.value = 0.03125;
  World world = world_in(kStart + 1);
  EXPECT_FALSE(changed_params(shipped().params, {{act}, {}, {}}, world).has_value());
  world.signals.last.economy.famine_deaths = 1;
  Records records;
  trigger_acts(shipped().params, {act}, world, records);
  EXPECT_EQ(changed_params(shipped().params, {{act}, {}, {}}, world)->farms.demography.birth_rate, 0.03125);
  world.month = world.month.next();
  EXPECT_FALSE(changed_params(shipped().params, {{act}, {}, {}}, world).has_value());
}

TEST(ConditionalActs, ThatAreNotDoneLeaveNoTrace) {
  World plain = small_world();
  World other = small_world();
  play(plain, 6);
  play(other, 6, {{lever_when("famine_deaths > 1e9")}, {}, {}});
  EXPECT_EQ(world_difference(plain, other), "");
  EXPECT_EQ(digest(plain), digest(other));
}

TEST(ConditionalActs, AreRememberedByASavedWorld) {
  const Agenda agenda{{lever_when("1 > 0")}, {}, {}};
  World world = small_world();
  play(world, 4, agenda);
  ASSERT_EQ(world.fired.list.size(), 1U);
  World loaded;
  ASSERT_EQ(load_world(save_world(world), loaded), ArchiveFault::none);
  play(world, 5, agenda);
  play(loaded, 5, agenda);
  EXPECT_EQ(world_difference(world, loaded), "");
  EXPECT_EQ(loaded.fired.list[0].last, kStart + 1) << "not done again";
}

TEST(ConditionalActs, WhatCannotBeJudgedDoesNotHold) {
  EXPECT_EQ(months_held(lever_when("famine_deaths / 0 > 0"), {0, 1, 1}), Held{});
  EXPECT_EQ(months_held(lever_when("mean(famine_deaths, 1921) > 0"), {0, 1, 1}), Held{}) << "other months are not known";
}

TEST(WorldLookups, SeeTheSeriesOfTheLastMonth) {
  World world = small_world();
  play(world, 3);
  std::vector<double> row;
  observe(world, row);
  const WorldLookup lookup(shipped().params, world);
  const auto list = series_list();
  for (std::size_t i = 0; i < list.size(); ++i) {
    EXPECT_EQ(lookup.series(lookup.find_series(list[i].name), kStart + 2), row[i]) << list[i].name;
  }
  EXPECT_EQ(lookup.series(0, kStart + 1), std::nullopt);
  EXPECT_EQ(lookup.find_series("nothing"), -1);
}

TEST(WorldLookups, SeeWhoHoldsWhat) {
  World world = small_world();
  play(world, 1);
  const WorldLookup lookup(shipped().params, world);
  const party::Params& params = shipped().params.party;
  double leaders = 0;
  for (const party::LeaderRow& row : params.leaders) {
    const auto who = make_id<LeaderId>(static_cast<std::size_t>(&row - params.leaders.data()));
    leaders += *lookup.leader(LeaderFact::leads, row.id, kStart);
    EXPECT_EQ(lookup.leader(LeaderFact::rung, row.id, kStart), world.party.leaders.rung[who.index()]);
    for (std::size_t p = 0; p < params.posts.size(); ++p) {
      EXPECT_EQ(lookup.holds(params.posts[p].id, row.id, kStart), world.party.organs.holder[p] == who ? 1 : 0);
    }
  }
  EXPECT_LE(leaders, 1);
  EXPECT_EQ(lookup.leader(LeaderFact::seat, "nobody", kStart), std::nullopt);
}

}  // namespace
}  // namespace thermidor
