#include <gtest/gtest.h>

#include <array>
#include <cmath>

#include "core/math.hpp"
#include "core/rng.hpp"
#include "economy/raise_loans.hpp"
#include "recorded_instruments.hpp"

namespace thermidor::economy::testing {
namespace {

constexpr std::int64_t kCoarse = 20000;

std::size_t slot(Holder holder) { return static_cast<std::size_t>(holder); }

TEST(StateLoans, ClaimsAreWhatWasSubscribedLessWhatWasPaidBack) {
  Ledger ledger = make_ledger(2, 1);
  const std::size_t holder = stratum_account(1);
  issue(ledger, holder, 10000);
  EXPECT_EQ(subscribe(ledger, holder, 3050, 100), 3000);
  EXPECT_EQ(ledger.loan_claim[holder], 30);
  EXPECT_EQ(ledger.balance[at(Account::budget)], 3000);
  EXPECT_EQ(redeem_loan(ledger, holder, 50, 100), 3000);
  EXPECT_EQ(ledger.loan_claim[holder], 0);
  EXPECT_EQ(ledger.subscribed - ledger.paid_back, 0);
}

TEST(StateLoans, AreKeptInGoldThroughAChangeOfTheUnit) {
  World world(kCoarse);
  run_until(world, make_month(1923, 11));
  State& state = world.state;
  const std::vector<std::int64_t> claims = state.ledger.loan_claim;
  double held = 0;
  for (const std::int64_t claim : claims) held += static_cast<double>(claim);
  ASSERT_GT(held, 0);
  change_unit(state, 100, redenominate_farm_state(world.farms, 100));
  EXPECT_EQ(state.ledger.loan_claim, claims);
}

TEST(Budget, ItemsOfRevenueAddUpToRevenue) {
  World world(kCoarse);
  while (world.month < make_month(1928, 1)) {
    set_recorded(world);
    world.step();
    const BudgetState& budget = world.state.budget;
    const double items = budget.farm_tax + budget.excise + budget.profit_tax + budget.wage_tax + budget.trade_tax +
                         budget.customs + budget.dividends + budget.loans;
    ASSERT_NEAR(items, budget.revenue, 1e-6 * larger(1, budget.revenue)) << format_month(world.month);
  }
}

TEST(Budget, OutlayByItemNeverExceedsWhatWasPlanned) {
  World world(kCoarse);
  while (world.month < make_month(1928, 1)) {
    set_recorded(world);
    world.step();
    const BudgetState& budget = world.state.budget;
    ASSERT_LE(budget.staff + budget.subsidies, budget.outlay * (1 + 1e-9) + 10) << format_month(world.month);
  }
}

TEST(Currency, VillagesHoldNoStableMoneyAndPayTheInflationTaxInFull) {
  World world(kCoarse);
  run_until(world, make_month(1923, 10));
  const MoneyState& money = world.state.money;
  EXPECT_EQ(money.stable[slot(Holder::villages)], 0);
  EXPECT_GT(money.stable[slot(Holder::trusts)], money.stable[slot(Holder::towns)]);
  EXPECT_GT(money.eroded[slot(Holder::villages)], 0);
  EXPECT_GT(money.revalued, 0);
}

TEST(Currency, RevaluationIsTheOnlyThingItBooks) {
  World world(kCoarse);
  run_until(world, make_month(1923, 10));
  State& state = world.state;
  const std::int64_t before = money_total(state.ledger);
  const std::int64_t booked = state.ledger.revalued;
  move_currency(state, world.params, world.policy);
  EXPECT_EQ(money_total(state.ledger) - before, state.ledger.revalued - booked);
}

// What income townspeople reckon with over what they earned, both at the prices at which it is spent, through half a year in
// which money falls fast.
double reckoned_over_earned(double indexing) {
  World world(kCoarse);
  world.params.money.indexing = indexing;
  run_until(world, make_month(1923, 4));
  double reckoned = 0, earned = 0;
  for (int months = 0; months < 6; ++months) {
    set_recorded(world);
    world.step();
    const State& state = world.state;
    EXPECT_GT(state.money.inflation, 0.1);
    reckoned += state.towns.income_smooth / state.money.level;
    earned += (state.money.income - state.trade.village_income) / state.money.level_before;
  }
  return reckoned / earned;
}

TEST(Prices, ReceiptsCarriedOnAtNewPricesAreReckonedForWhatTheyAre) { EXPECT_NEAR(reckoned_over_earned(1), 1, 0.1); }

TEST(Prices, ReceiptsCountedInOldRoublesAreReckonedForLess) { EXPECT_LT(reckoned_over_earned(0), 0.8); }

TEST(Credit, NobodyLendsBeforeThereIsABank) {
  World world(kCoarse);
  run_until(world, make_month(1922, 1), [](World& run) { run.set(Instrument::credit_limit, 0); });
  EXPECT_EQ(world.state.ledger.lent, 0);
  EXPECT_EQ(debt_total(world.state.ledger), 0);
}

TEST(Credit, OneLimitBindsTrustsAgencyAndInvestment) {
  World world(kCoarse);
  while (world.month < make_month(1930, 1)) {
    set_recorded(world);
    if (world.month >= make_month(1925, 1)) world.set(Instrument::bank_growth, 0);
    const double before = static_cast<double>(debt_total(world.state.ledger));
    world.step();
    if (world.divisor > 1) continue;
    const double debts = static_cast<double>(debt_total(world.state.ledger));
    ASSERT_LE(debts, larger(world.state.money.limit, before) * (1 + 1e-9) + 10) << format_month(world.month);
  }
}

TEST(Credit, FreedPricesStayFiniteUnderABindingLimit) {
  World world(kCoarse);
  run_until(world, make_month(1926, 1));
  const double level = world.state.money.level;
  while (world.month < make_month(1930, 1)) {
    set_recorded(world);
    world.set(Instrument::price_ceiling, 0);
    world.set(Instrument::price_cut, 0);
    world.set(Instrument::state_grain_price, 0);
    world.set(Instrument::trade_legality, 1);
    world.set(Instrument::procurement_force, 0);
    world.set(Instrument::bank_growth, 0.005);
    world.step();
    ASSERT_TRUE(world.report.clean());
    ASSERT_LT(world.state.money.level, 8 * level) << format_month(world.month);
  }
}

TEST(Treasury, IssuesLittleOnceTheLawCapsItsNotes) {
  World world(kCoarse);
  World lawless(kCoarse);
  world.params.money.treasury_share = 0.1;
  lawless.params.money.treasury_share = 0.6;
  const auto issued = [](World& run) {
    double sum = 0;
    run_until(run, make_month(1924, 4));
    while (run.month < make_month(1925, 4)) {
      set_recorded(run);
      run.step();
      sum += run.state.money.issue / run.state.money.level_before;
    }
    return sum;
  };
  EXPECT_LT(issued(world), issued(lawless));
}

// Levers of money drawn anew every quarter, constants of money drawn once: books balance, nothing is negative, prices are
// finite.
TEST(MoneyProperty, ExtremeActsLeaveBooksBalancedAndPricesFinite) {
  constexpr std::array<Instrument, 10> kMoney = {
      Instrument::money_tax,       Instrument::tax_in_kind,    Instrument::credit_limit, Instrument::bank_growth,
      Instrument::stable_currency, Instrument::gold_sales,     Instrument::grain_export, Instrument::state_grain_price,
      Instrument::price_ceiling,   Instrument::budget_hardness};
  for (std::uint64_t seed = 1; seed <= 8; ++seed) {
    World world(kCoarse, seed);
    Random constants(DrawKey{seed, make_stream("test.money.constants"), kStart, 0});
    world.params.money.emission_cap = 0.05 + 1.9 * constants.uniform();
    world.params.money.treasury_share = 0.6 * constants.uniform();
    world.params.money.agency_share = constants.uniform();
    world.params.budget.loan_towns = 0.2 * constants.uniform();
    world.params.budget.customs = constants.uniform();
    world.params.abroad.reserve_speed = 0.5 * constants.uniform();
    while (world.month < make_month(1930, 1)) {
      set_recorded(world);
      Random random(
          DrawKey{seed, make_stream("test.money"), make_month(world.month.year(), 1 + (world.month.month() - 1) / 3 * 3), 0});
      for (const Instrument which : kMoney) {
        const double high = kInstrumentHigh[static_cast<std::size_t>(which)];
        if (random.chance(0.4)) world.set(which, high * random.uniform());
      }
      world.policy.in_force[static_cast<std::size_t>(Lever::trade_monopoly)] = random.uniform();
      world.policy.in_force[static_cast<std::size_t>(Lever::world_economy)] = 2 * random.uniform() - 1;
      world.outside.foreign_credit = 40 * random.uniform();
      world.step();
      ASSERT_TRUE(world.report.clean()) << "seed " << seed << ", " << format_month(world.month) << " money "
                                        << world.report.money << " loans " << world.report.loans << " negative "
                                        << world.report.negative;
      ASSERT_EQ(world.unit_residual, 0);
      ASSERT_TRUE(std::isfinite(world.state.money.level) && world.state.money.level > 0);
      ASSERT_GE(world.state.trade.gold, 0);
      ASSERT_GE(world.state.trade.foreign_debt, 0);
      for (const double price : world.state.trusts.price) ASSERT_TRUE(std::isfinite(price) && price > 0);
      for (const double price : world.state.regions.price) ASSERT_TRUE(std::isfinite(price) && price > 0);
    }
  }
}

}  // namespace
}  // namespace thermidor::economy::testing
