#include "economy/sell_state_grain.hpp"

#include <gtest/gtest.h>

#include <numeric>

#include "economy/measures.hpp"
#include "recorded_instruments.hpp"

namespace thermidor::economy::testing {
namespace {

constexpr std::int64_t kCoarse = 20000;
constexpr Month kSpring = make_month(1926, 5);

// A spring in which traders' barns are bare and the state's are full.
World lean_spring() {
  World world(kCoarse);
  run_until(world, kSpring);
  for (std::int64_t& stock : world.state.grain.traders) {
    world.state.grain.state_stock += stock;
    stock = 0;
  }
  world.state.grain.state_stock += 3'000'000'000;
  return world;
}

std::int64_t held(const State& state) {
  return std::accumulate(state.grain.traders.begin(), state.grain.traders.end(), state.grain.state_stock);
}

TEST(StateGrain, GoesFromFullStoresToRegionsWhereBreadIsDear) {
  World world = lean_spring();
  const std::int64_t before = held(world.state);
  const double price = world.state.money.state_grain * (1 + world.params.grain.town_margin);
  world.state.regions.price[0] = 2 * price;
  world.state.regions.price[1] = 0.5 * price;
  const double till = cash(world.state.ledger, Account::agency);
  const std::int64_t sold_before = world.state.grain.to_traders;
  sell_state_grain(world.state, world.params, kSpring);
  EXPECT_GT(world.state.grain.traders[0], 0);
  EXPECT_EQ(world.state.grain.traders[1], 0);
  EXPECT_EQ(held(world.state), before);
  EXPECT_NEAR(cash(world.state.ledger, Account::agency) - till,
              static_cast<double>(world.state.grain.to_traders - sold_before) * price,
              static_cast<double>(world.params.regions.size()));
}

TEST(StateGrain, StaysWhereItIsWhileTownsNeedIt) {
  World world = lean_spring();
  world.state.grain.state_stock = whole(state_need(world.state, world.params));
  sell_state_grain(world.state, world.params, kSpring);
  EXPECT_EQ(spare_state_grain(world.state, world.params, kSpring), 0);
  EXPECT_EQ(std::accumulate(world.state.grain.traders.begin(), world.state.grain.traders.end(), std::int64_t{0}), 0);
}

TEST(StateGrain, IsNotSoldToTradersWithoutMoney) {
  World world = lean_spring();
  const double purse = cash(world.state.ledger, Account::traders);
  pay(world.state.ledger, Account::traders, Account::budget, purse);
  sell_state_grain(world.state, world.params, kSpring);
  EXPECT_EQ(std::accumulate(world.state.grain.traders.begin(), world.state.grain.traders.end(), std::int64_t{0}), 0);
}

}  // namespace
}  // namespace thermidor::economy::testing
