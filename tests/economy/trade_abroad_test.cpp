#include "economy/trade_abroad.hpp"

#include <gtest/gtest.h>

#include "core/math.hpp"
#include "economy/measures.hpp"
#include "recorded_instruments.hpp"

namespace thermidor::economy::testing {
namespace {

constexpr std::int64_t kCoarse = 20000;

TEST(TradeAbroad, GoldChangesOnlyByExportsImportsCreditServiceAndMines) {
  World world(kCoarse);
  while (world.month < make_month(1929, 1)) {
    set_recorded(world);
    world.outside.foreign_credit = 8;
    const double before = world.state.trade.gold;
    world.step();
    const TradeState& trade = world.state.trade;
    const double mined = trade.gold - before - trade.exports + trade.imports - trade.credit_taken + trade.debt_service;
    ASSERT_NEAR(mined, 2.5, 1e-6) << format_month(world.month);
    ASSERT_NEAR(trade.imports,
                trade.imports_grain + trade.imports_raw + trade.imports_machines + trade.imports_goods + trade.smuggled, 1e-9);
  }
}

TEST(TradeAbroad, LendersGiveLessTheMoreIsOwedAndTheLessTheCountryIsRecognised) {
  World base(kCoarse);
  run_until(base, make_month(1925, 1));
  const auto taken = [&base](double debt, double recognition) {
    State state = base.state;
    state.trade.foreign_debt = debt;
    OutsideSignal outside = base.outside;
    outside.foreign_credit = 10;
    outside.recognition = recognition;
    for (int i = 0; i < 6; ++i) {
      state.trade.foreign_debt = debt;
      trade_abroad(state, base.params, base.policy, outside, base.month);
    }
    return state.trade.credit_taken;
  };
  EXPECT_GT(taken(20, 0.4), taken(300, 0.4));
  EXPECT_GT(taken(20, 0.7), taken(20, 0.1));
}

TEST(TradeAbroad, AnEasedMonopolyLetsForeignGoodsInWhileHomePricesAreHigh) {
  World base(kCoarse);
  run_until(base, make_month(1923, 9));
  base.outside.world_goods_price = 1.6;
  base.state.money.goods = 3 * reform_unit(base.state, base.params);
  State closed = base.state;
  State eased = base.state;
  Policy policy = base.policy;
  trade_abroad(closed, base.params, policy, base.outside, base.month);
  policy.in_force[static_cast<std::size_t>(Lever::trade_monopoly)] = 0.2;
  trade_abroad(eased, base.params, policy, base.outside, base.month);
  EXPECT_GT(closed.trade.smuggled, 0);
  EXPECT_GT(eased.trade.smuggled, 2 * closed.trade.smuggled);
  EXPECT_GT(eased.trade.competition, closed.trade.competition);
}

TEST(TradeAbroad, WhereAnybodyMayImportMerchantsBringGoodsInPlaceOfRawMaterials) {
  World base(kCoarse);
  run_until(base, make_month(1923, 9));
  base.outside.world_goods_price = 1.6;
  base.state.money.goods = 3 * reform_unit(base.state, base.params);
  base.state.trade.gold = 0;  // no more is spent in a month than comes in
  base.state.trade.turnover *= 5;
  for (const Account rich : {Account::poor, Account::average, Account::better_off})
    pay(base.state.ledger, rich, Account::traders, 1e18);  // all that towns have: merchants lack no money
  const auto month = [&base](double monopoly) {
    State state = base.state;
    Policy policy = base.policy;
    policy.in_force[static_cast<std::size_t>(Lever::trade_monopoly)] = monopoly;
    trade_abroad(state, base.params, policy, base.outside, base.month);
    return state.trade;
  };
  const TradeState closed = month(1);
  const TradeState open = month(0);
  EXPECT_GT(open.smuggled + open.imports_goods, closed.smuggled + closed.imports_goods);
  EXPECT_LT(open.imports_raw, closed.imports_raw);
  EXPECT_LT(open.imports_machines, closed.imports_machines);
  EXPECT_GE(open.gold, 0);
}

TEST(TradeAbroad, NobodyImportsFreelyWhatIsDearerAbroad) {
  World base(kCoarse);
  run_until(base, make_month(1923, 9));
  base.outside.world_goods_price = 1.6;
  base.state.money.goods = reform_unit(base.state, base.params);
  Policy policy = base.policy;
  policy.in_force[static_cast<std::size_t>(Lever::trade_monopoly)] = 0;
  trade_abroad(base.state, base.params, policy, base.outside, base.month);
  EXPECT_EQ(base.state.trade.smuggled, 0);
}

TEST(TradeAbroad, TempoTurnsImportsFromGoodsToMachines) {
  World base(kCoarse);
  run_until(base, make_month(1926, 1));
  const auto machines = [&base](double tempo) {
    State state = base.state;
    Policy policy = base.policy;
    policy.in_force[static_cast<std::size_t>(Lever::industrial_tempo)] = tempo;
    trade_abroad(state, base.params, policy, base.outside, base.month);
    return state.trade.imports_machines / larger(1e-9, state.trade.imports_machines + state.trade.imports_goods);
  };
  EXPECT_GT(machines(1), machines(0));
}

TEST(TradeAbroad, MarketsAreWonBackAndMoreByACountryThatIsRecognised) {
  World world(kCoarse);
  const double lost = world.state.trade.export_reach;
  run_until(world, make_month(1926, 1));
  EXPECT_GT(world.state.trade.export_reach, 5 * lost);
  const auto reach = [&world](double recognition) {
    State state = world.state;
    OutsideSignal outside = world.outside;
    outside.recognition = recognition;
    for (int i = 0; i < 60; ++i) trade_abroad(state, world.params, world.policy, outside, world.month);
    return state.trade.export_reach;
  };
  EXPECT_GT(reach(0.6), reach(0) + 0.1);
}

TEST(TradeAbroad, TheLessGoldIsLeftTheMoreIsExported) {
  World base(kCoarse);
  run_until(base, make_month(1926, 6));
  const auto exported = [&base](double gold) {
    State state = base.state;
    state.trade.gold = gold;
    trade_abroad(state, base.params, base.policy, base.outside, base.month);
    return state.trade.exports;
  };
  EXPECT_GT(exported(0), 1.2 * exported(1000));
}

}  // namespace
}  // namespace thermidor::economy::testing
