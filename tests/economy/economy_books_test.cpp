#include <gtest/gtest.h>
#include <cmath>

#include "core/digest.hpp"
#include "core/rng.hpp"
#include "economy/measures.hpp"
#include "recorded_instruments.hpp"

namespace thermidor::economy::testing {
namespace {

constexpr std::int64_t kCoarse = 20000;

// Any instruments within their bounds, new ones every quarter.
void draw_instruments(World& world, std::uint64_t seed) {
  if (world.month.month() % 3 != 0) return;
  Random random(DrawKey{seed, make_stream("test.instruments"), world.month, 0});
  for (std::size_t i = 0; i < kInstrumentCount; ++i) {
    if (i == static_cast<std::size_t>(Instrument::stable_currency)) continue;
    world.policy.instrument[i] = kInstrumentHigh[i] * random.uniform() * (random.chance(0.3) ? 1 : 0.2);
  }
  for (std::size_t i = 0; i < kLeverCount; ++i) {
    const double low = lever_low(static_cast<Lever>(i));
    world.policy.in_force[i] = low + (1 - low) * random.uniform();
  }
}

void expect_sound(const World& world) {
  ASSERT_TRUE(world.report.clean()) << format_month(world.month) << " money " << world.report.money << " grain "
                                    << world.report.grain << " goods " << world.report.goods << " negative "
                                    << world.report.negative;
  ASSERT_EQ(world.unit_residual, 0) << format_month(world.month);
  ASSERT_TRUE(std::isfinite(world.state.money.level) && world.state.money.level > 0) << format_month(world.month);
  for (const double price : world.state.trusts.price)
    ASSERT_TRUE(std::isfinite(price) && price > 0) << format_month(world.month);
  for (const double price : world.state.regions.price)
    ASSERT_TRUE(std::isfinite(price) && price > 0) << format_month(world.month);
}

TEST(EconomyBooks, EveryResidualIsZeroInEveryMonthOfTheRecordedPolicy) {
  World world(kCoarse);
  while (world.month < make_month(1930, 1)) {
    set_recorded(world);
    world.step();
    expect_sound(world);
  }
}

TEST(EconomyBooks, EveryResidualIsZeroUnderArbitraryInstruments) {
  for (std::uint64_t seed = 1; seed <= 4; ++seed) {
    World world(kCoarse, seed);
    while (world.month < make_month(1927, 1)) {
      set_recorded(world);
      draw_instruments(world, seed);
      world.step();
      expect_sound(world);
    }
  }
}

TEST(EconomyBooks, ResidualsStayZeroWhenBodiesSetTheInstruments) {
  World world(kCoarse);
  world.bodies_act = true;
  world.policy.in_force[static_cast<std::size_t>(Lever::private_trade)] = 0.6;
  world.policy.in_force[static_cast<std::size_t>(Lever::peasant_course)] = 0.5;
  while (world.month < make_month(1930, 1)) {
    world.step();
    expect_sound(world);
  }
}

TEST(EconomyBooks, SignalsStayWithinTheirBounds) {
  World world(kCoarse);
  while (world.month < make_month(1930, 1)) {
    set_recorded(world);
    world.step();
    EconomySignal::visit_fields(world.signal, [&](const Field& field, const auto& value) {
      if constexpr (std::is_same_v<std::remove_cvref_t<decltype(value)>, double>) {
        EXPECT_TRUE(value >= field.low && value <= field.high)
            << field.name << " = " << value << " in " << format_month(world.month);
      }
    });
  }
}

// Share of the agency's till that other farm goods may bind (set_quotas.cpp).
constexpr double kOtherPurse = 0.35;

// Quotas of a month against the offers that they answer; returns the state's bill for grain. The agency's money is bound
// once: for other farm goods at most a share of its till and the bills written for barter, for grain what they leave.
double check_quotas(World& world) {
  State state = world.state;
  std::vector<double> price;
  double other = 0;
  const double till = cash(state.ledger, Account::agency);
  for (const FarmConditions& face : state.regions.conditions) {
    price.push_back(face.price_grain_state);
    other = face.price_other;
  }
  set_quotas(state, world.params, world.policy, world.outside, world.month);
  double bill = 0;
  double other_goods = 0;
  std::int64_t given = 0;
  std::int64_t goods = 0;
  for (std::size_t r = 0; r < world.flows.size(); ++r) {
    const FarmConditions& face = state.regions.conditions[r];
    const FarmFlows& last = state.regions.flows[r];
    // Grain that traders refuse may go to the state: the law binds the sum.
    EXPECT_LE(face.sale_private, last.offer_private.count);
    EXPECT_LE(face.sale_state + face.sale_private, last.offer_state.count + last.offer_private.count);
    EXPECT_LE(face.bread_delivered, last.bread_orders.count);
    EXPECT_LE(face.bread_delivered, state.grain.traders[r]);
    EXPECT_LE(face.goods_delivered, last.goods_orders.count);
    EXPECT_LE(face.other_bought, last.other_offer.count);
    bill += static_cast<double>(face.sale_state) * price[r];
    other_goods += static_cast<double>(face.other_bought) * other * (1 - state.trade.other_town_share);
    given += face.relief + face.seed_aid;
    goods += face.goods_delivered;
  }
  EXPECT_LE(given, state.grain.state_stock);
  EXPECT_LE(static_cast<double>(goods), goods_stock(state) + static_cast<double>(state.goods.crafts_stock));
  const double purse = cash(state.ledger, Account::agency);
  const double bills = purse - till;
  EXPECT_GE(bills, 0);
  EXPECT_LE(bill + other_goods, purse + 1);
  EXPECT_LE(other_goods, kOtherPurse * till + bills + 1);
  return bill;
}

TEST(EconomyBooks, QuotasNeverExceedOffersStocksOrPurses) {
  World world(kCoarse);
  double bound = 0;
  while (world.month < make_month(1930, 1)) {
    SCOPED_TRACE(format_month(world.month));
    set_recorded(world);
    if (!world.state.regions.conditions.empty()) bound += check_quotas(world) / world.state.money.level;
    world.step();
  }
  EXPECT_GT(bound, 0);
}

TEST(EconomyBooks, TheSameSeedGivesTheSameStateAndAnotherSeedAnother) {
  World first(kCoarse, 7);
  World again(kCoarse, 7);
  World other(kCoarse, 8);
  for (World* world : {&first, &again, &other}) run_until(*world, make_month(1922, 3));
  EXPECT_EQ(digest_of(first.state), digest_of(again.state));
  EXPECT_NE(digest_of(first.state), digest_of(other.state));
}

TEST(EconomyBooks, AChangeOfTheUnitLeavesRealMagnitudesAlone) {
  // The second world changes its unit in its first spring, the first keeps it until autumn.
  World first(kCoarse);
  World second(kCoarse);
  second.params.money.emergency_level = 30000;
  run_until(first, make_month(1921, 10));
  run_until(second, make_month(1921, 10));
  ASSERT_GT(second.state.money.unit, first.state.money.unit);
  EXPECT_NEAR(second.signal.price_index_general / first.signal.price_index_general, 1, 0.02);
  EXPECT_NEAR(second.signal.industry_output_index / first.signal.industry_output_index, 1, 0.02);
  EXPECT_NEAR(second.signal.real_value_of_notes / first.signal.real_value_of_notes, 1, 0.02);
}

TEST(EconomyBooks, EveryStructListsAllItsFields) {
  EXPECT_TRUE(fields_complete<Params>());
  EXPECT_TRUE(fields_complete<RegionRow>());
  EXPECT_TRUE(fields_complete<BranchRow>());
  EXPECT_TRUE(fields_complete<StartParams>());
  EXPECT_TRUE(fields_complete<ScaleParams>());
  EXPECT_TRUE(fields_complete<TrustParams>());
  EXPECT_TRUE(fields_complete<IndustryParams>());
  EXPECT_TRUE(fields_complete<PlanParams>());
  EXPECT_TRUE(fields_complete<GrainParams>());
  EXPECT_TRUE(fields_complete<MoneyParams>());
  EXPECT_TRUE(fields_complete<BudgetParams>());
  EXPECT_TRUE(fields_complete<TownParams>());
  EXPECT_TRUE(fields_complete<LabourParams>());
  EXPECT_TRUE(fields_complete<TradeParams>());
  EXPECT_TRUE(fields_complete<ReactionParams>());
  EXPECT_TRUE(fields_complete<State>());
  EXPECT_TRUE(fields_complete<Ledger>());
  EXPECT_TRUE(fields_complete<GrainBooks>());
  EXPECT_TRUE(fields_complete<GoodsBooks>());
  EXPECT_TRUE(fields_complete<RegionState>());
  EXPECT_TRUE(fields_complete<TrustState>());
  EXPECT_TRUE(fields_complete<BranchState>());
  EXPECT_TRUE(fields_complete<MoneyState>());
  EXPECT_TRUE(fields_complete<BudgetState>());
  EXPECT_TRUE(fields_complete<TownState>());
  EXPECT_TRUE(fields_complete<TradeState>());
  EXPECT_TRUE(fields_complete<HistoryState>());
  EXPECT_TRUE(fields_complete<AuditReport>());
}

TEST(EconomyTables, RegionsAddUpToTheCountryOfMarch1921) {
  const Params params = shipped_params();
  double households = 0, people = 0, towns = 0, industry = 0;
  for (const RegionRow& row : params.regions) {
    households += row.households;
    people += row.households * row.eaters + row.townspeople;
    towns += row.townspeople;
    industry += row.industry_share;
  }
  EXPECT_NEAR(households, 22.2, 0.01);
  EXPECT_NEAR(people, 136, 0.05);
  EXPECT_NEAR(towns, 20.4, 0.01);
  EXPECT_NEAR(industry, 1, 0.001);
}

TEST(EconomyTables, WeightsOfFactoryBranchesAddUpToOne) {
  double weight = 0;
  for (const BranchRow& row : shipped_params().branches) weight += row.weight;
  EXPECT_NEAR(weight, 1, 1e-9);
}

}  // namespace
}  // namespace thermidor::economy::testing
