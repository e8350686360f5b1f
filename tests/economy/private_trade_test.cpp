#include <gtest/gtest.h>

#include "core/math.hpp"
#include "economy/measures.hpp"
#include "economy/move_retail.hpp"
#include "economy/sell_stolen.hpp"
#include "recorded_instruments.hpp"

namespace thermidor::economy::testing {
namespace {

constexpr std::int64_t kCoarse = 20000;

void set_lever(World& world, Lever lever, double value) { world.policy.in_force[static_cast<std::size_t>(lever)] = value; }

// The recorded instruments under one course towards private trade.
World trade_until(Month until, double course, double legality) {
  World world(kCoarse);
  run_until(world, until, [=](World& one) {
    if (one.month < make_month(1924, 1)) return;
    set_lever(one, Lever::private_trade, course);
    one.set(Instrument::trade_legality, legality);
  });
  return world;
}

TEST(PrivateTrade, DealersGrowRichWhileTradeIsLawfulAndPoorOnceItIsStruckAt) {
  const World free = trade_until(make_month(1927, 1), 0.6, 0.95);
  const World struck = trade_until(make_month(1927, 1), -0.8, 0.3);
  EXPECT_GT(free.signal.nepman_wealth, 2 * struck.signal.nepman_wealth);
  EXPECT_GT(free.state.traders.count[1], struck.state.traders.count[1]);
  EXPECT_EQ(free.signal.seized_from_traders, 0);
  EXPECT_GT(struck.signal.seized_from_traders, 0);
  EXPECT_GT(struck.signal.trader_risk, free.signal.trader_risk + 0.3);
}

TEST(PrivateTrade, SharesOfStateCooperativesAndTradersMakeUpTheWhole) {
  World world(kCoarse);
  run_until(world, make_month(1926, 1));
  EXPECT_GT(world.signal.cooperative_share_retail_turnover, 0);
  EXPECT_LT(world.signal.cooperative_share_retail_turnover + 100 * world.state.trade.private_share, 100);
  EXPECT_LE(world.state.traders.cooperatives, world.state.trade.network);
}

TEST(PrivateTrade, WithoutCapitalOrConsignedGoodsTheStateSellsWhatIsSold) {
  World with(kCoarse);
  World without(kCoarse);
  without.params.trade.capital_turns = 0.1;
  without.params.trade.consignment = 0;
  run_until(with, make_month(1923, 6));
  run_until(without, make_month(1923, 6));
  EXPECT_LT(without.signal.private_share_retail_turnover, with.signal.private_share_retail_turnover - 10);
}

TEST(PrivateTrade, BribesBuyOfficialsAndCostTheBudgetTaxes) {
  World honest(kCoarse);
  World bought(kCoarse);
  honest.params.trade.bribe = 0;
  honest.params.trade.bribe_scarce = 0;
  bought.params.trade.bribe = 0.3;
  run_until(honest, make_month(1926, 1));
  run_until(bought, make_month(1926, 1));
  EXPECT_EQ(honest.signal.corruption, 0);
  EXPECT_GT(bought.signal.corruption, 0.1);
  EXPECT_LT(bought.signal.trade_taxes / bought.signal.retail_turnover,
            honest.signal.trade_taxes / honest.signal.retail_turnover);
}

TEST(Shadow, StolenGoodsArePaidToThePoorerAndLeaveTheBooksOnce) {
  World world(kCoarse);
  run_until(world, make_month(1922, 6));
  State& state = world.state;
  state.goods.shadow_stock += 1000000;
  state.goods.made += 1000000;
  const std::int64_t stock = state.goods.shadow_stock;
  const std::int64_t gone = state.goods.stolen;
  const std::int64_t money = money_total(state.ledger);
  const double poor = cash(state.ledger, Account::poor);
  sell_stolen(state);
  EXPECT_EQ(state.goods.stolen - gone, stock - state.goods.shadow_stock);
  EXPECT_GT(state.traders.shadow_sales, 0);
  EXPECT_EQ(money_total(state.ledger), money);
  EXPECT_GT(cash(state.ledger, Account::poor), poor);
}

TEST(Shadow, IdlePlantsAndUnpaidWagesRaiseTheft) {
  World fed(kCoarse);
  run_until(fed, make_month(1926, 1));
  World starved(kCoarse);
  run_until(starved, make_month(1922, 1));
  EXPECT_GT(starved.signal.theft_rate, 3 * fed.signal.theft_rate);
  World unpaid = fed;
  unpaid.params.trade.theft_unpaid = 0.3;
  unpaid.state.budget.wage_unpaid = 0.5 * unpaid.state.budget.wage_fund;
  move_trade(fed.state, fed.params, fed.policy);
  move_trade(unpaid.state, unpaid.params, unpaid.policy);
  EXPECT_GT(unpaid.state.trade.theft, fed.state.trade.theft + 0.1);
}

}  // namespace
}  // namespace thermidor::economy::testing
