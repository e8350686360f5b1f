#include <gtest/gtest.h>

#include "core/math.hpp"
#include "economy/invest.hpp"
#include "economy/measures.hpp"
#include "economy/move_prices.hpp"
#include "recorded_instruments.hpp"

namespace thermidor::economy::testing {
namespace {

constexpr std::int64_t kCoarse = 20000;

double highest_scissors(World& world, Month until) {
  double highest = 0;
  while (world.month < until) {
    set_recorded(world);
    world.step();
    highest = larger(highest, world.signal.scissors_ratio_industrial_to_agricultural);
  }
  return highest;
}

TEST(Scissors, OpenBeyondTwoInTheRecordedPolicyAndCloseAfterwards) {
  World world(kCoarse);
  const double peak = highest_scissors(world, make_month(1924, 3));
  run_until(world, make_month(1925, 1));
  EXPECT_GT(peak, 200);
  EXPECT_LT(world.signal.scissors_ratio_industrial_to_agricultural, 0.75 * peak);
}

TEST(Scissors, PeakLowerWithoutMarketPower) {
  World cartel(kCoarse);
  World competing(kCoarse);
  competing.params.trust.markup = 0;
  EXPECT_GT(highest_scissors(cartel, make_month(1924, 3)), 1.6 * highest_scissors(competing, make_month(1924, 3)));
}

// Factory prices of consumer trusts after a month, each over what it was before.
double price_move(State state, const Params& params, const Policy& policy, double pressure) {
  const std::vector<double> before = state.trusts.price;
  move_trust_prices(state, params, policy, pressure);
  double sum = 0;
  double count = 0;
  for (std::size_t j = 0; j < before.size(); ++j) {
    if (state.trusts.heavy[j] != 0 || state.trusts.closed[j] != 0) continue;
    sum += state.trusts.price[j] / before[j];
    ++count;
  }
  return sum / count;
}

TEST(TrustPrices, WhoMayBorrowAsksMoreThanWhoMayNot) {
  World world(kCoarse);
  run_until(world, make_month(1923, 10));
  State lent = world.state;
  State dry = world.state;
  for (double& line : lent.trusts.line) line = 3;
  for (double& line : dry.trusts.line) line = 0;
  EXPECT_GT(price_move(lent, world.params, world.policy, 0), 1.02 * price_move(dry, world.params, world.policy, 0));
}

TEST(TrustPrices, InsuranceAgainstFallingNotesNeedsMarketPower) {
  World world(kCoarse);
  run_until(world, make_month(1923, 6));
  Params insured = world.params;
  insured.trust.reckoning = 6;
  Params careless = world.params;
  careless.trust.reckoning = 0;
  EXPECT_GT(price_move(world.state, insured, world.policy, 0), 1.02 * price_move(world.state, careless, world.policy, 0));
  insured.trust.markup = 0;
  careless.trust.markup = 0;
  EXPECT_EQ(price_move(world.state, insured, world.policy, 0), price_move(world.state, careless, world.policy, 0));
}

TEST(TrustPrices, ListsAreComeDownToStepByStepWhileMoneyFalls) {
  World world(kCoarse);
  run_until(world, make_month(1923, 10));
  const double pressure = 0.5;
  const double free = price_move(world.state, world.params, world.policy, pressure);
  world.set(Instrument::price_ceiling, 0.01);
  const double listed = price_move(world.state, world.params, world.policy, pressure);
  EXPECT_LT(listed, free);
  EXPECT_LT(listed, exp(pressure));
  EXPECT_GT(listed, 0.7 * exp(pressure));
}

TEST(TrustPrices, OrderedCutsBreakMarketPower) {
  World world(kCoarse);
  run_until(world, make_month(1923, 10));
  State free = world.state;
  State ordered = world.state;
  world.set(Instrument::price_cut, 0);
  move_trust_prices(free, world.params, world.policy, 0);
  world.set(Instrument::price_cut, 0.04);
  move_trust_prices(ordered, world.params, world.policy, 0);
  EXPECT_LT(ordered.trade.cartel, 0.95 * free.trade.cartel);
}

TEST(TrustPrices, BareShelvesMakeBuyersOutbidOneAnother) {
  World world(kCoarse);
  run_until(world, make_month(1926, 6));
  world.set(Instrument::price_ceiling, 0);
  State bare = world.state;
  State full = world.state;
  for (std::int64_t& stock : bare.trusts.stock) stock /= 4;
  for (std::int64_t& stock : full.trusts.stock) stock *= 4;
  EXPECT_GT(price_move(bare, world.params, world.policy, 0), 1.05 * price_move(full, world.params, world.policy, 0));
}

TEST(Scissors, CloseFasterWithPriceCutsAndTightCreditThanWithout) {
  World with(kCoarse);
  World without(kCoarse);
  run_until(with, make_month(1924, 8));
  run_until(without, make_month(1924, 8), [](World& world) {
    if (world.month < make_month(1923, 10)) return;
    world.set(Instrument::price_cut, 0);
    world.set(Instrument::price_ceiling, 0);
    world.set(Instrument::credit_limit, 1.8);
  });
  EXPECT_LT(with.state.money.factory / with.state.money.level, without.state.money.factory / without.state.money.level);
}

TEST(Output, NeedsHands) {
  World with(kCoarse);
  run_until(with, make_month(1926, 1));
  State without = with.state;
  for (std::int64_t& people : without.regions.townspeople) people /= 30;
  produce(with.state, with.params, with.policy);
  produce(without, with.params, with.policy);
  EXPECT_LT(industry_index(without, with.params), 0.8 * industry_index(with.state, with.params));
}

TEST(Output, UsesNoMoreRawMaterialThanThereIs) {
  World world(kCoarse);
  run_until(world, make_month(1926, 1));
  State& state = world.state;
  state.goods.raw_used += state.goods.raw_stock;  // stores burn down; the books know
  state.goods.raw_stock = 0;
  const std::int64_t made = state.goods.made;
  produce(state, world.params, world.policy);
  EXPECT_EQ(state.goods.raw_stock, 0);
  double from_nothing = 0;
  for (std::size_t j = 0; j < state.trusts.output.size(); ++j) {
    if (world.params.branches[state.trusts.branch[j].index()].raw > 0) from_nothing += state.trusts.output[j];
  }
  EXPECT_EQ(from_nothing, 0);
  EXPECT_GE(state.goods.made, made);
}

TEST(Budgets, SoftOnesLowerProductivity) {
  World hard(kCoarse);
  World soft(kCoarse);
  run_until(hard, make_month(1926, 1), [](World& world) { world.set(Instrument::budget_hardness, 0.9); });
  run_until(soft, make_month(1926, 1), [](World& world) { world.set(Instrument::budget_hardness, 0); });
  const auto per_worker = [](const World& world) {
    return industry_index(world.state, world.params) / world.state.towns.workers;
  };
  EXPECT_GT(per_worker(hard), per_worker(soft));
}

// Months until a trust that loses its customers is closed, and the subsidies of that time. Hard budgets are given back the
// patience that they lack (close_trusts.cpp), so that the till alone decides, and what the budget puts into it.
struct Decline {
  int months = 0;
  double subsidies = 0;
};

Decline decline_of_a_trust(double hardness, std::uint64_t seed = 1) {
  constexpr std::size_t kTrust = 2;
  constexpr double kPatienceLost = 5;  // months at full hardness
  World world(kCoarse, seed);
  run_until(world, make_month(1925, 1));
  world.params.trust.close_after += kPatienceLost * hardness;
  for (std::uint8_t& closed : world.state.trusts.closed) closed = 0;  // its sisters can take over
  Decline decline;
  while (decline.months < 60 && world.state.trusts.closed[kTrust] == 0) {
    set_recorded(world);
    world.set(Instrument::budget_hardness, hardness);
    TrustState& trusts = world.state.trusts;
    for (std::size_t j = 0; j < trusts.ill_months.size(); ++j)
      trusts.ill_months[j] *= j == kTrust ? 1 : 0;  // its sisters are sound
    trusts.price[kTrust] *= 0.5;                    // customers pay half
    pay(world.state.ledger, trust_account(kTrust), at(Account::budget), cash(world.state.ledger, trust_account(kTrust)));
    world.step();
    ++decline.months;
    decline.subsidies += world.state.budget.subsidies / world.state.money.level;
  }
  return decline;
}

TEST(Budgets, SoftOnesCarryATrustThatLosesItsCustomersLongerThanHardOnes) {
  Decline soft, hard;  // of three draws together
  for (const std::uint64_t seed : {1U, 2U, 3U}) {
    const Decline slow = decline_of_a_trust(0.1, seed), fast = decline_of_a_trust(0.9, seed);
    soft.months += slow.months, soft.subsidies += slow.subsidies;
    hard.months += fast.months, hard.subsidies += fast.subsidies;
    EXPECT_GT(fast.months, 6);
    EXPECT_LT(fast.months, 60);
  }
  EXPECT_GT(soft.months, hard.months);
  EXPECT_GT(soft.subsidies / soft.months, 2 * hard.subsidies / hard.months);
  EXPECT_EQ(decline_of_a_trust(0).months, 60) << "without any hardness nothing is ever closed";
}

TEST(PrivateTrade, ABanMovesSalesToStateShopsAndTheBlackMarket) {
  World lawful(kCoarse);
  World banned(kCoarse);
  run_until(lawful, make_month(1926, 6));
  run_until(banned, make_month(1926, 6), [](World& world) {
    if (world.month >= make_month(1925, 1)) world.set(Instrument::trade_legality, 0);
  });
  EXPECT_LT(banned.signal.private_share_retail_turnover, lawful.signal.private_share_retail_turnover - 5);
  EXPECT_GT(banned.signal.black_market_share, lawful.signal.black_market_share);
}

TEST(Money, PricesRiseFasterTheMoreIsIssued) {
  World lean(kCoarse);
  World lavish(kCoarse);
  lavish.params.budget.need *= 1.4;
  lavish.params.money.emission_cap *= 1.4;
  run_until(lean, make_month(1922, 9));
  run_until(lavish, make_month(1922, 9));
  EXPECT_GT(lavish.signal.price_index_general, 1.5 * lean.signal.price_index_general);
}

TEST(Plan, WithoutAuthorityAllBranchesClaimMaterialsByNeedAlone) {
  World world(kCoarse);
  world.policy.in_force[static_cast<std::size_t>(Lever::planning_authority)] = 0;
  plan_materials(world.state, world.params, world.policy, 0.5, 1, kStart);
  for (const double weight : world.state.branches.weight) EXPECT_DOUBLE_EQ(weight, 1);
}

TEST(Plan, AuthorityPutsSteelBeforeTextiles) {
  World world(kCoarse);
  world.params.plan.error = 0;
  world.policy.in_force[static_cast<std::size_t>(Lever::planning_authority)] = 1;
  plan_materials(world.state, world.params, world.policy, 0.5, 1, kStart);
  EXPECT_GT(world.state.branches.weight[find_branch(world.params, "metal")],
            world.state.branches.weight[find_branch(world.params, "textiles")]);
}

TEST(Bodies, OpenScissorsBringPriceCutsAndTighterCredit) {
  World world(kCoarse);
  world.state.money.factory = 3 * farm_price_index(world.state, world.params);
  world.state.money.monetised = 0.8;
  world.set(Instrument::credit_limit, 1);
  const double credit = world.policy[Instrument::credit_limit];
  set_instruments(world.policy, world.state, world.params, kStart);
  EXPECT_GT(world.policy[Instrument::price_cut], 0);
  EXPECT_LT(world.policy[Instrument::credit_limit], credit);
}

TEST(Bodies, OpenNoBankWhereLittleRunsThroughMoney) {
  World world(kCoarse);
  set_instruments(world.policy, world.state, world.params, kStart);
  EXPECT_EQ(world.policy[Instrument::credit_limit], 0);
  world.state.money.monetised = 0.7;
  set_instruments(world.policy, world.state, world.params, kStart);
  EXPECT_GT(world.policy[Instrument::credit_limit], 0);
}

TEST(Bodies, LayTheFarmTaxOnTheWellToDoWhenTheCourseTurnsAgainstThem) {
  World friendly(kCoarse);
  World hostile(kCoarse);
  friendly.policy.in_force[static_cast<std::size_t>(Lever::peasant_course)] = 1;
  hostile.policy.in_force[static_cast<std::size_t>(Lever::peasant_course)] = -1;
  for (World* world : {&friendly, &hostile}) set_instruments(world->policy, world->state, world->params, kStart);
  EXPECT_GT(hostile.state.budget.tax_progression, friendly.state.budget.tax_progression);
}

TEST(Bodies, AnInstrumentHeldByAnActStays) {
  World world(kCoarse);
  const auto index = static_cast<std::size_t>(Instrument::credit_limit);
  world.policy.instrument[index] = 1.234;
  world.policy.instrument_held[index] = 1;
  world.state.money.factory = 3 * farm_price_index(world.state, world.params);
  set_instruments(world.policy, world.state, world.params, kStart);
  EXPECT_DOUBLE_EQ(world.policy[Instrument::credit_limit], 1.234);
}

TEST(Procurement, TheAutumnOf1927FallsShortOfTheAutumnBefore) {
  World world(kCoarse);
  run_until(world, make_month(1927, 1));
  const double before = world.signal.state_grain_collections_total;
  run_until(world, make_month(1928, 1));
  EXPECT_LT(world.signal.state_grain_collections_total, 0.9 * before);
}

}  // namespace
}  // namespace thermidor::economy::testing
