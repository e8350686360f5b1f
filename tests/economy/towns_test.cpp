#include <gtest/gtest.h>

#include "core/math.hpp"
#include "economy/feed_towns.hpp"
#include "economy/measures.hpp"
#include "recorded_instruments.hpp"

namespace thermidor::economy::testing {
namespace {

TEST(Work, EverybodyHiredIsHiredInOneTrade) {
  const World world = world_of(make_month(1926, 7));
  double sum = 0;
  for (const double trade : world.state.towns.trades) {
    EXPECT_GT(trade, 0);
    sum += trade;
  }
  EXPECT_DOUBLE_EQ(sum, world.state.towns.employed);
}

TEST(Work, VillagersComeForTheSeasonAndGoHome) {
  const World summer = world_of(make_month(1926, 9));
  const World winter = world_of(make_month(1927, 3));
  EXPECT_GT(summer.signal.seasonal_workers, 2 * winter.signal.seasonal_workers);
}

TEST(Work, TheShortDayCostsOutputAndRaisesTheWageOfAnHour) {
  World whole = world_of(make_month(1926, 1));
  World shorter = whole;
  shorter.policy.in_force[static_cast<std::size_t>(Lever::hours_cut)] = 1;
  for (int i = 0; i < 24; ++i) {
    hire(whole.state, whole.params, whole.policy, whole.month);
    hire(shorter.state, shorter.params, shorter.policy, shorter.month);
  }
  EXPECT_NEAR(whole.state.towns.day - shorter.state.towns.day, whole.params.labour.day_cut, 0.3);
  EXPECT_DOUBLE_EQ(whole.state.towns.real_wage, shorter.state.towns.real_wage);
  produce(whole.state, whole.params, whole.policy);
  produce(shorter.state, shorter.params, shorter.policy);
  const auto per_worker = [](const World& world) {
    return industry_index(world.state, world.params) / world.state.towns.workers;
  };
  EXPECT_LT(per_worker(shorter), per_worker(whole));
  publish(whole.state, whole.params, whole.policy, whole.month, whole.signal);
  publish(shorter.state, shorter.params, shorter.policy, shorter.month, shorter.signal);
  EXPECT_GT(shorter.signal.wage_hour_index, 1.05 * whole.signal.wage_hour_index);
}

TEST(Strata, WantOfWorkMakesMorePoorAndThePoorPoorer) {
  World world = world_of(make_month(1926, 1));
  World idle = world;
  idle.params.labour.participation = 0.6;
  for (int i = 0; i < 24; ++i) {
    hire(world.state, world.params, world.policy, world.month);
    hire(idle.state, idle.params, idle.policy, idle.month);
  }
  EXPECT_GT(idle.state.towns.unemployed, 1.5 * world.state.towns.unemployed);
  EXPECT_GT(idle.state.towns.share[0], world.state.towns.share[0]);
  EXPECT_LT(idle.state.towns.earning[0], world.state.towns.earning[0]);
}

TEST(Strata, HungerKillsTheStratumThatLacksBreadAndThinsIt) {
  World world = world_of(make_month(1926, 1));
  TownState& towns = world.state.towns;
  towns.cover = {0.1, 1, 1};
  const double before = towns.share[0];
  const double people = town_people(world.state);
  move_people(world.state, world.params, 1, world.month);
  EXPECT_GT(towns.deaths, 0);
  EXPECT_GT(towns.hunger[0], 0);
  EXPECT_EQ(towns.hunger[1], 0);
  EXPECT_LT(towns.share[0], before);
  EXPECT_NEAR(towns.share[0] + towns.share[1] + towns.share[2], 1, 1e-12);
  EXPECT_EQ(town_people(world.state), people + static_cast<double>(towns.births - towns.deaths - towns.deaths_natural));
}

TEST(Strata, CardsByClassFavourWorkersAndOpenShopsDoNot) {
  World cards = world_of(make_month(1922, 1));
  World shops = cards;
  cards.set(Instrument::ration_priority, 1);
  shops.set(Instrument::ration_priority, 0);
  for (World* world : {&cards, &shops}) {
    world->state.grain.state_stock += 3000000000;
    world->state.money.monetised = 0;  // cheap bread: purses do not decide
    for (std::int64_t& stock : world->state.grain.traders) stock = 0;
    feed_towns(world->state, world->params, world->policy, world->month);
  }
  const auto edge = [](const World& world) { return world.state.towns.cover[1] / world.state.towns.cover[0]; };
  EXPECT_GT(edge(cards), edge(shops) + 0.2);
}

TEST(Benefits, ReachThePoorAndNeverOverdrawTheBudget) {
  World world = world_of(make_month(1926, 1));
  const std::int64_t money = money_total(world.state.ledger);
  pay_benefits(world.state, world.params);
  EXPECT_GT(world.state.towns.benefits, 0);
  EXPECT_EQ(money_total(world.state.ledger), money);
  world.state.ledger.balance[at(Account::budget)] = 0;
  pay_benefits(world.state, world.params);
  EXPECT_EQ(world.state.towns.benefits, 0);
}

}  // namespace
}  // namespace thermidor::economy::testing
