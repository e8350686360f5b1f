#include <gtest/gtest.h>

#include "core/math.hpp"
#include "economy/grain_market.hpp"
#include "economy/measures.hpp"
#include "economy/move_prices.hpp"
#include "economy/set_quotas.hpp"
#include "recorded_instruments.hpp"

namespace thermidor::economy::testing {
namespace {

// A month of 1926 in which farms mean to sell so many times what traders need in a year, a share of it now, traders hold so
// many months of sales, and the state has all it needs.
World season(Month month, double years, double offer_share, double stock_months) {
  World world = world_of(make_month(1926, 5));
  world.month = month;
  world.state.trade.state_bread = 0;
  world.state.grain.state_stock = whole(50 * kMegatonne);
  for (std::size_t r = 0; r < world.state.regions.flows.size(); ++r) {
    FarmFlows& farms = world.state.regions.flows[r];
    const double use = static_cast<double>(world.state.regions.townspeople[r]) * world.params.grain.town_need;
    farms.bread_orders = {0};
    farms.offer_state = {0};
    farms.offer_share = offer_share;
    farms.offer_private = {whole(use * 12 * years * offer_share)};
    world.state.grain.traders[r] = whole(use * stock_months);
    world.state.regions.price[r] = 1;
  }
  world.set(Instrument::trade_legality, 1);
  return world;
}

double mean_outlook(World world) {
  plan_grain(world.state, world.params, world.policy, world.month);
  double sum = 0;
  for (const double outlook : world.state.regions.outlook) sum += log(outlook);
  return exp(sum / static_cast<double>(world.state.regions.outlook.size()));
}

TEST(GrainMarket, AUsualSeasonLooksTheSameInOctoberWhenFarmsSellMuchAndInMarchWhenTheySellLittle) {
  // Ten and a half months are to be covered in October: one is in store, the rest farms mean to sell. By March they have sold
  // all but a sixth of that, five months have been eaten, and the rest lies with traders.
  const double october = mean_outlook(season(make_month(1926, 10), 9.5 / 12, 0.17, 1));
  const double march = mean_outlook(season(make_month(1927, 3), 1.6 / 12, 0.4, 3.9));
  EXPECT_NEAR(october, 1, 0.06);
  EXPECT_NEAR(march, 1, 0.06);
}

TEST(GrainMarket, GrainIsDearerTheLessFarmsMeanToSellBeforeTheHarvest) {
  const Month november = make_month(1926, 11);
  EXPECT_GT(mean_outlook(season(november, 0.4, 0.17, 1)), 1.6 * mean_outlook(season(november, 0.8, 0.17, 1)));
}

TEST(GrainMarket, WhatTheStateStillLacksIsWantedToo) {
  const auto outlook = [](double stock) {
    World world = season(make_month(1926, 11), 0.8, 0.17, 1);
    world.state.grain.state_stock = whole(stock * kMegatonne);
    return mean_outlook(world);
  };
  EXPECT_GT(outlook(0), 1.2 * outlook(50));
}

TEST(GrainMarket, WhatVillagesOrderForMonthsAheadIsNotTakenForAMonthsUse) {
  const auto outlook = [](double needs, double ahead) {
    World world = season(make_month(1926, 11), 0.8, 0.17, 1);
    for (std::size_t r = 0; r < world.state.regions.flows.size(); ++r) {
      const double town = static_cast<double>(world.state.regions.townspeople[r]) * world.params.grain.town_need;
      world.state.regions.flows[r].bread_orders = {whole(needs * town)};
      world.state.regions.flows[r].bread_ahead = ahead;
    }
    return mean_outlook(world);
  };
  EXPECT_NEAR(outlook(6, 6), outlook(1, 1), 1e-6);
  EXPECT_GT(outlook(6, 1), 2 * outlook(6, 6));
}

TEST(GrainMarket, BeforeNewGrainComesOnlyWhatIsShortUntilThenMakesOldGrainDear) {
  const Month june = make_month(1927, 6);
  EXPECT_EQ(mean_outlook(season(june, 0.001, 1, 3)), 1);
  EXPECT_GT(mean_outlook(season(june, 0.001, 1, 0.5)), 2);
}

TEST(GrainMarket, TradersLayInGrainForTheLeanMonthsAsFarAsTheyLookAhead) {
  const auto wanted = [](double foresight) {
    World world = season(make_month(1927, 2), 0.25, 0.4, 1);
    world.params.grain.foresight = foresight;
    const GrainPlan plan = plan_grain(world.state, world.params, world.policy, world.month);
    double sum = 0;
    for (const double want : plan.trader_want) sum += want;
    return sum;
  };
  EXPECT_GT(wanted(1), 1.5 * wanted(0));
}

TEST(GrainMarket, WithoutForesightThePriceFollowsTheMonthAndWithItTheSeason) {
  // May: farms offer next to nothing, traders hold all that is needed.
  const auto price = [](double foresight) {
    World world = season(make_month(1927, 5), 0.05, 0.3, 5);
    world.params.grain.foresight = foresight;
    plan_grain(world.state, world.params, world.policy, world.month);
    for (std::size_t r = 0; r < world.state.regions.offered.size(); ++r) {
      world.state.regions.wanted[r] = 50 * world.state.regions.offered[r];
      world.state.regions.price[r] = normal_grain_price(world.state, world.params);
    }
    const double before = mean_grain_price(world.state);
    move_prices(world.state, world.params, world.policy, world.month);
    return mean_grain_price(world.state) / before;
  };
  EXPECT_GT(price(0), 1.1 * price(1));
}

TEST(GrainMarket, WhatTradersRefuseGoesToTheStateTheLessTheFurtherItsPriceIsBelowTheFreeOne) {
  const auto bought = [](double power, double over = 1.5) {
    World world = season(make_month(1926, 11), 2, 0.17, 2);
    world.state.grain.state_stock = 0;
    world.params.grain.turn = 1;
    world.params.grain.turn_power = power;
    for (FarmConditions& face : world.state.regions.conditions) face.price_grain_free = over * face.price_grain_state;
    set_quotas(world.state, world.params, world.policy, world.outside, world.month);
    double sum = 0;
    for (const FarmConditions& face : world.state.regions.conditions) sum += static_cast<double>(face.sale_state);
    return sum;
  };
  EXPECT_GT(bought(1), 1.2 * bought(4));
  EXPECT_GT(bought(4), 0);
  EXPECT_EQ(bought(1, 0), 0) << "nothing turns to the state where there is no free price";
}

}  // namespace
}  // namespace thermidor::economy::testing
