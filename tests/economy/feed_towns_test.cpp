#include <gtest/gtest.h>

#include "core/math.hpp"
#include "economy/feed_towns.hpp"
#include "economy/grain_market.hpp"
#include "economy/measures.hpp"
#include "recorded_instruments.hpp"

namespace thermidor::economy::testing {
namespace {

void feed(World& world) { feed_towns(world.state, world.params, world.policy, world.month); }

// A month of 1926 in which the state has no bread and the bazaar so much of what towns need.
World bazaar_only(double months) {
  World world = world_of(make_month(1926, 2));
  world.state.grain.state_stock = 0;
  for (std::size_t r = 0; r < world.state.grain.traders.size(); ++r) {
    world.state.grain.traders[r] =
        whole(static_cast<double>(world.state.regions.townspeople[r]) * world.params.grain.town_need * months);
  }
  return world;
}

TEST(Bread, WhenTheBazaarIsShortThePoorGoShortAndTheBetterOffDoNot) {
  World enough = bazaar_only(3);
  World shortage = bazaar_only(0.6);
  feed(enough);
  feed(shortage);
  const auto gap = [](const World& world) { return world.state.towns.cover[2] - world.state.towns.cover[0]; };
  EXPECT_GT(gap(shortage), gap(enough) + 0.2);
  EXPECT_LT(shortage.state.towns.cover[0], 0.6);
  EXPECT_GT(shortage.state.towns.cover[2], 0.8);
}

// The state sells at a third of the free price.
World cheap_bread(double cards) {
  World world = world_of(make_month(1926, 2));
  world.state.grain.state_stock += 3000000000;
  for (double& price : world.state.regions.price) price = 4 * world.state.money.state_grain;
  world.set(Instrument::ration_priority, cards);
  world.state.towns.resold = 0;
  return world;
}

TEST(Bread, CheapBreadInOpenShopsIsCarriedOffForResaleAndCardsStopThat) {
  World open = cheap_bread(0);
  World cards = cheap_bread(1);
  const std::int64_t money = money_total(open.state.ledger);
  feed(open);
  feed(cards);
  EXPECT_GT(open.state.towns.resold, 0.05 * open.state.towns.state_bread);
  EXPECT_EQ(cards.state.towns.resold, 0);
  EXPECT_EQ(money_total(open.state.ledger), money);
}

TEST(Bread, NothingIsCarriedOffWhereTheBazaarIsNoDearer) {
  World world = cheap_bread(0);
  for (double& price : world.state.regions.price) price = 0.5 * world.state.money.state_grain;
  feed(world);
  EXPECT_EQ(world.state.towns.resold, 0);
}

TEST(Bread, TheStateLetsLessGoWhenCollectionsFallBehindLastYears) {
  World world = world_of(make_month(1926, 11));
  State& state = world.state;
  state.grain.state_stock = 1000000000;
  state.trade.collections_last[10] = 4000000000;
  state.trade.collections_last[5] = 10000000000;
  const auto release = [&](std::int64_t collected) {
    state.trade.collections_total = collected;
    return state_release(state, world.params, world.policy, make_month(1926, 11));
  };
  EXPECT_GT(release(4000000000), 1.5 * release(1500000000));
}

TEST(Bread, ShopsSellToVillagesWhatTradersLackAndNothingWithoutShops) {
  World base = world_of(make_month(1926, 7));
  const auto sold = [&base](double per_order) {
    World world = base;
    world.params.grain.village_shops = per_order;
    world.state.grain.state_stock += 2000000000;
    for (FarmFlows& flows : world.state.regions.flows) flows.bread_orders.count = 50000000;
    for (std::int64_t& stock : world.state.grain.traders) stock = 0;
    const std::int64_t before = world.state.grain.state_stock;
    set_quotas(world.state, world.params, world.policy, world.outside, world.month);
    std::int64_t traders = 0;
    for (const std::int64_t stock : world.state.grain.traders) traders += stock;
    EXPECT_EQ(before - world.state.grain.state_stock, traders);
    return traders;
  };
  EXPECT_GT(sold(0.6), 0);
  EXPECT_EQ(sold(0), 0);
}

}  // namespace
}  // namespace thermidor::economy::testing
