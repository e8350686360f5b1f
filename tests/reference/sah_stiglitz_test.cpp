// The price scissors: signs and closed forms, and what the simulation's farms do when goods are rationed.
#include "reference/sah_stiglitz.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "economy/farm_supply.hpp"
#include "reference/probes.hpp"

namespace thermidor::reference::testing {
namespace {

const ScissorsEconomy kEconomy = {1, 0.25, 0.2, 0.5, 0.6, 2};
// Of that economy: workers spend a constant share on food.
const ScissorsElasticities kElasticities = {0.5, 1, 1 - 0.6, 1};

template <class Function>
double slope_in_log(const Function& function, double price) {
  return (function(price * std::exp(1e-5)) - function(price * std::exp(-1e-5))) / 2e-5;
}

TEST(PriceScissors, ClosedFormsAreTheSlopesOfTheEconomy) {
  for (const double price : {0.7, 1.0, 1.2}) {
    const double pay = wage(kEconomy, price);
    EXPECT_NEAR(elasticity_at([](double p) { return wage(kEconomy, p); }, price), wage_response(kElasticities), 1e-9);
    EXPECT_NEAR(slope_in_log([](double p) { return investable_surplus(kEconomy, p); }, price),
                surplus_response(kElasticities, kEconomy.workers * pay), 1e-8);
    // Utility in logarithms: the marginal utility of income is one over the wage.
    EXPECT_NEAR(slope_in_log([](double p) { return urban_utility(kEconomy, p); }, price),
                urban_response(kElasticities, pay) / pay, 1e-8);
  }
}

TEST(PriceScissors, SqueezeRaisesAccumulationAndHurtsTownAndVillage) {
  EXPECT_GT(investable_surplus(kEconomy, 0.9), investable_surplus(kEconomy, 1.0));
  EXPECT_LT(urban_utility(kEconomy, 0.9), urban_utility(kEconomy, 1.0));
  EXPECT_LT(surplus_response(kElasticities, 1), 0);
  EXPECT_GT(urban_response(kElasticities, 1), 0);
  // Farms whose sales fall as the price rises turn the first sign about, if workers hardly respond.
  EXPECT_GT(surplus_response({-0.6, 0.4, 0.2, 1}, 1), 0);
}

TEST(PriceScissors, BestPriceValuesInvestmentBetweenPeasantAndWorker) {
  const double value = value_of_investment(kElasticities, 2, 1, 0.6);
  EXPECT_GT(value, 1);
  EXPECT_LT(value, 2);
  EXPECT_NEAR((value - 1) * (0.5 + 0.4), (2 - value) * 0.6, 1e-12);
}

TEST(PriceScissors, RevenueIsLargestAtTheRulesOfTheOpenEconomy) {
  // A state that buys at p from farms with constant elasticity and sells abroad at 1.
  const double elasticity = 0.7;
  const auto revenue = [&](double p) { return (1 - p) * std::pow(p, elasticity); };
  const double best = 1 / (1 + monopsony_margin(elasticity));
  EXPECT_GT(revenue(best), revenue(best - 1e-3));
  EXPECT_GT(revenue(best), revenue(best + 1e-3));
  // One price for town and village.
  const double sold = 10;
  const double eaten = 8;
  const auto both = [&](double p) { return (1 - p) * (sold * std::pow(p, 0.7) - eaten * std::pow(p, -0.6)); };
  double top = 0.5;
  for (double p = 0.5; p < 1.5; p += 1e-4) top = both(p) > both(top) ? p : top;
  EXPECT_NEAR((1 - top) / top, revenue_margin(0.7, 0.6, sold * std::pow(top, 0.7), eaten * std::pow(top, -0.6)), 2e-3);
}

TEST(PriceScissors, RationedGoodsTakeThePriceOutOfTheSimulatedFarmsSupply) {
  const auto elasticity = [](double availability) { return shipped_farms_elasticity(1 / 1.3, availability); };
  EXPECT_GT(elasticity(1), 0.55);
  EXPECT_LT(elasticity(.5), .5 * elasticity(1));
  EXPECT_LT(elasticity(.2), .1);
}

TEST(PriceScissors, AWorsePriceIsFeltInFullWhereGoodsAreRationed) {
  for (const double availability : {1.0, .5, .2})
    EXPECT_GT(shipped_farms_answer(1 / 1.3, availability, 1 / 1.1), .3) << availability;
}

TEST(PriceScissors, ABetterStatePriceDrawsGrainFromPrivateBuyers) {
  // Gregory and Mokhtari: state purchases follow the state's price over others.
  const economy::FarmParams params;
  economy::FarmConditions conditions;
  conditions.price_grain_free = params.sale.price_1913;
  conditions.private_legality = .9;
  double before = 0;
  for (const double ratio : {.5, .8, 1.0, 1.2}) {
    conditions.price_grain_state = ratio * conditions.price_grain_free;
    const double share = economy::channel_to_state(params, conditions);
    EXPECT_GT(share, before);
    before = share;
  }
}

}  // namespace
}  // namespace thermidor::reference::testing
