#include <gtest/gtest.h>

#include "core/math.hpp"
#include "economy/measures.hpp"
#include "recorded_instruments.hpp"

namespace thermidor::economy::testing {
namespace {

constexpr std::int64_t kCoarse = 20000;

void decide(World& world) { set_instruments(world.policy, world.state, world.params, kStart); }

// Months until the bodies issue a stable currency, at most two hundred.
int months_to_currency(World& world) {
  for (int month = 1; month <= 200; ++month) {
    decide(world);
    if (world.policy[Instrument::stable_currency] >= 1) return month;
  }
  return 0;
}

// Weather and levers as recorded, instruments left to the bodies; `change` may alter both before each step.
template <class Change>
void live_until(World& world, Month until, Change&& change) {
  world.bodies_act = true;
  while (world.month < until) {
    const Policy kept = world.policy;
    set_recorded(world);
    world.policy.instrument = kept.instrument;
    change(world);
    world.step();
  }
}

void hold(World& world, Instrument which, double value) {
  world.set(which, value);
  world.policy.instrument_held[static_cast<std::size_t>(which)] = 1;
}

TEST(Instruments, ANewCurrencyWaitsUntilPatienceWithInflationIsSpent) {
  World world(kCoarse);
  world.state.money.monetised = 0.8;
  world.state.money.expected = 0.3;
  EXPECT_EQ(months_to_currency(world), static_cast<int>(world.params.reaction.patience));
}

TEST(Instruments, NoNewCurrencyComesWithoutExchangeThroughMoneyOrWithoutInflation) {
  World natural(kCoarse);
  natural.state.money.monetised = 0.3;
  natural.state.money.expected = 0.3;
  EXPECT_EQ(months_to_currency(natural), 0);
  World calm(kCoarse);
  calm.state.money.monetised = 0.8;
  calm.state.money.expected = 0.02;
  EXPECT_EQ(months_to_currency(calm), 0);
}

TEST(Instruments, PriceCutsOnceBegunGoOnUntilTheBladesAreNear) {
  World world(kCoarse);
  const ReactionParams& reaction = world.params.reaction;
  const double farm = farm_price_index(world.state, world.params);
  const double between = 0.5 * (reaction.scissors_alarm + reaction.scissors_calm);
  world.state.money.factory = between * farm;
  decide(world);
  EXPECT_EQ(world.policy[Instrument::price_cut], 0);
  world.state.money.factory = (reaction.scissors_alarm + 0.2) * farm;
  decide(world);
  EXPECT_GT(world.policy[Instrument::price_cut], 0);
  world.state.money.factory = between * farm;
  decide(world);
  EXPECT_GT(world.policy[Instrument::price_cut], 0);
  world.state.money.factory = (reaction.scissors_calm - 0.1) * farm;
  decide(world);
  EXPECT_EQ(world.policy[Instrument::price_cut], 0);
}

TEST(Instruments, TheStatePaysLessForGrainTheFasterTheTempo) {
  World slow(kCoarse);
  World fast(kCoarse);
  fast.policy.in_force[static_cast<std::size_t>(Lever::industrial_tempo)] = 1;
  for (World* world : {&slow, &fast}) {
    world->set(Instrument::stable_currency, 1);
    for (int month = 0; month < 12; ++month) decide(*world);
  }
  EXPECT_LT(fast.policy[Instrument::state_grain_price], slow.policy[Instrument::state_grain_price]);
}

TEST(Instruments, BuildingBeyondRepairWaitsUntilInheritedPlantIsUsed) {
  World world(kCoarse);
  world.policy.in_force[static_cast<std::size_t>(Lever::industrial_tempo)] = 1;
  world.set(Instrument::investment_tempo, 1);
  world.state.money.reformed = 1;
  ASSERT_LT(industry_index(world.state, world.params), 0.4);
  decide(world);
  EXPECT_DOUBLE_EQ(world.policy[Instrument::investment_tempo], 1);
}

TEST(Instruments, BodiesAloneBringTheReformAndThenATaxInMoney) {
  World world(kCoarse);
  live_until(world, make_month(1926, 1), [](World&) {});
  EXPECT_GT(world.state.money.reformed, 0);
  EXPECT_GT(world.policy[Instrument::money_tax], 2);
  EXPECT_LT(world.policy[Instrument::tax_in_kind], 0.01);
}

// Sum over forty seeds of the highest scissors of 1922-24 with a line for trusts held from November 1921 on.
double peaks_with(double line) {
  double sum = 0;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    double peak = 0;
    World world(kCoarse, seed);
    live_until(world, make_month(1924, 7), [&](World& now) {
      if (now.month >= make_month(1921, 11)) hold(now, Instrument::credit_limit, line);
      if (now.month < make_month(1922, 7)) return;
      peak = larger(peak, now.state.money.factory / farm_price_index(now.state, now.params));
    });
    sum += peak;
  }
  return sum;
}

TEST(Instruments, ABodyThatKeepsCreditTightFromTheStartKeepsTheScissorsSmaller) {
  EXPECT_LT(peaks_with(0.5), 0.97 * peaks_with(3));
}

// Mt that the state collects in two years at a price held from July 1926 on.
double collected(double price) {
  World world(kCoarse);
  double sum = 0;
  live_until(world, make_month(1928, 7), [&](World& now) {
    if (now.month >= make_month(1926, 7)) hold(now, Instrument::state_grain_price, price);
    if (now.month > make_month(1926, 7)) sum += now.signal.state_grain_collections;
  });
  return sum;
}

TEST(Instruments, AHigherStatePriceRaisesCollections) {
  EXPECT_GT(collected(1.2), collected(0.8) + 0.5);
  EXPECT_GT(collected(0.8), collected(0.5) + 0.5);
}

TEST(Instruments, TempoRaisesHeavyIndustry) {
  const auto heavy = [](double tempo) {
    World world(kCoarse);
    live_until(world, make_month(1929, 7), [tempo](World& now) {
      if (now.month >= make_month(1925, 10)) now.policy.in_force[static_cast<std::size_t>(Lever::industrial_tempo)] = tempo;
    });
    return world.signal.heavy_industry_index;
  };
  EXPECT_GT(heavy(0.9), heavy(0.1));
}

// Mean shortfall felt in the nine months from October 1927.
double felt_shortfall(double tempo, double price) {
  World world(kCoarse);
  double sum = 0;
  live_until(world, make_month(1928, 7), [&](World& now) {
    if (now.month >= make_month(1925, 10)) now.policy.in_force[static_cast<std::size_t>(Lever::industrial_tempo)] = tempo;
    if (now.month >= make_month(1927, 7)) hold(now, Instrument::state_grain_price, price);
    if (now.month >= make_month(1927, 10)) sum += now.state.trade.shortfall / 9;
  });
  return sum;
}

TEST(Instruments, AGrainCrisisComesWhenTempoRisesAndThePriceIsHeldDown) {
  const double crisis = felt_shortfall(0.8, 0.7);
  EXPECT_GT(crisis, 0.25);
  EXPECT_GT(crisis, 2 * felt_shortfall(0.2, 1.2));
  EXPECT_GT(crisis, felt_shortfall(0.2, 0.7));
}

}  // namespace
}  // namespace thermidor::economy::testing
