#include "economy/shop.hpp"

#include <gtest/gtest.h>

#include "core/math.hpp"
#include "economy/measures.hpp"
#include "economy/move_retail.hpp"
#include "recorded_instruments.hpp"

namespace thermidor::economy::testing {
namespace {

TEST(Shops, TownsAreSentTheirShareWhereVillagesWantGoodsToo) {
  const World base = world_of(make_month(1926, 6));
  const auto bought = [&base](double village_orders) {
    World world = base;
    begin_sales(world.state);
    world.state.trade.village_orders = village_orders;
    world.state.towns.goods_spent = 0;
    shop(world.state, world.params, 1);
    return world.state.towns.goods_bought;
  };
  const double alone = bought(0);
  EXPECT_GT(alone, 0);
  EXPECT_LT(bought(5 * alone), 0.6 * alone);
}

TEST(Shops, ServeTownsBeforeVillagesWhereGoodsAreShort) {
  Params params = world_of(make_month(1926, 6)).params;
  params.trade.towns_first = 0;
  EXPECT_DOUBLE_EQ(village_share(params, 60, 50, 50), 0.6);  // all alike
  params.trade.towns_first = 0.5;
  EXPECT_DOUBLE_EQ(village_share(params, 60, 50, 50), 0.4);
  EXPECT_DOUBLE_EQ(village_share(params, 90, 50, 50), 0.8);  // towns have all that they want: the rest is the villages'
  EXPECT_EQ(village_share(params, 100, 50, 50), 1);
}

TEST(Shops, FearOfWarEmptiesThem) {
  const World base = world_of(make_month(1926, 6));
  const auto wanted = [&base](double scare) {
    World world = base;
    begin_sales(world.state);
    world.state.trade.scare = scare;
    shop(world.state, world.params, 1);
    return world.state.towns.goods_wanted;
  };
  EXPECT_GT(wanted(1), 1.05 * wanted(0));
}

// How much the network of shops grows in a month.
double growth(const World& base, double stable, double stocks) {
  World world = base;
  world.state.money.stable_share = stable;
  for (std::int64_t& stock : world.state.trusts.stock) stock = whole(static_cast<double>(stock) * stocks);
  const double before = world.state.trade.network;
  move_trade(world.state, world.params, world.policy);
  return world.state.trade.network / before;
}

TEST(Shops, UnsoldStocksOpenCooperativesOnCreditOnceMoneyKeepsItsValue) {
  const World base = world_of(make_month(1923, 12));
  EXPECT_GT(growth(base, 0.9, 4), growth(base, 0.9, 0.1) + 0.005);
  EXPECT_NEAR(growth(base, 0, 4), growth(base, 0, 0.1), 1e-9);
}

TEST(Shops, TradersBuyUpWhatIsShortWhereTradeIsFree) {
  const World base = world_of(make_month(1926, 6));
  const auto share = [&base](double availability, double legality) {
    World world = base;
    world.state.trade.availability = availability;
    world.set(Instrument::trade_legality, legality);
    move_trade(world.state, world.params, world.policy);
    return world.state.trade.private_share;
  };
  EXPECT_GT(share(0.6, 0.95), share(1, 0.95) + 0.03);
  EXPECT_LT(share(0.6, 0.1), share(0.6, 0.95));
}

TEST(Wages, FollowWhatTheLivingOfWorkersCosts) {
  const World base = world_of(make_month(1926, 6));
  const auto wage = [&base](double dearness) {
    World world = base;
    for (int i = 0; i < 6; ++i) {
      world.state.towns.dearness = dearness;
      move_prices(world.state, world.params, world.policy, world.month);
    }
    return world.state.money.wage;
  };
  EXPECT_GT(wage(1.2), 1.05 * wage(0.8));
}

TEST(Bazaar, MoneyThatShopsCannotTakeGoesForFood) {
  const World base = world_of(make_month(1926, 6));
  const auto wanted = [&base](double spill) {
    World world = base;
    world.params.town.spill = spill;
    world.state.towns.goods_wanted = 2 * world.state.towns.goods_bought;
    set_quotas(world.state, world.params, world.policy, world.outside, world.month);
    return world.state.trade.other_wanted;
  };
  EXPECT_GT(wanted(0.5), 1.05 * wanted(0));
}

}  // namespace
}  // namespace thermidor::economy::testing
