#include "reference/feldman.hpp"

#include <gtest/gtest.h>

namespace thermidor::reference::testing {
namespace {

FeldmanDomar with_gamma(double gamma) { return {gamma, 3, 2.5, 20, 80}; }

TEST(FeldmanDomar, PloughingBackMoreCostsConsumptionFirstAndPaysLater) {
  for (const double lower : {0.05, 0.10, 0.20}) {
    const FeldmanDomar patient = with_gamma(lower + 0.15);
    const FeldmanDomar hasty = with_gamma(lower);
    EXPECT_LT(initial_consumption_growth(patient), initial_consumption_growth(hasty));
    EXPECT_GT(investment_at(patient, 10), investment_at(hasty, 10));
    // The paths cross once.
    const double crossing = overtaking_year(patient, hasty);
    int crossings = 0;
    bool ahead = false;
    for (double year = 0.05; year < 60; year += 0.1) {
      const bool now = consumption_at(patient, year) > consumption_at(hasty, year);
      crossings += now != ahead ? 1 : 0;
      ahead = now;
    }
    EXPECT_EQ(crossings, 1);
    EXPECT_LT(consumption_at(patient, crossing - 0.01), consumption_at(hasty, crossing - 0.01));
    EXPECT_GT(consumption_at(patient, crossing + 0.01), consumption_at(hasty, crossing + 0.01));
  }
}

TEST(FeldmanDomar, ShareOfInvestmentApproachesItsLimit) {
  const FeldmanDomar economy = with_gamma(0.25);
  const double investment = investment_at(economy, 400);
  EXPECT_NEAR(investment / (investment + consumption_at(economy, 400)), limit_investment_share(economy), 1e-12);
}

TEST(FeldmanSectors, GrowFasterWithTheSharePloughedBackInTheThirtiesThanInTheTwenties) {
  // Allen's e of the two decades: 0.23 and 0.07; the other rates are illustrations.
  TwoCapitals thirties{20, 140};
  TwoCapitals twenties{20, 140};
  for (int year = 0; year < 40; ++year) {
    thirties = invest_same_year({0.4, 0.45, 0.05, 0.23}, thirties);
    twenties = invest_same_year({0.4, 0.45, 0.05, 0.07}, twenties);
    EXPECT_GT(thirties.producer, twenties.producer);
    if (year == 0) {
      EXPECT_LT(thirties.consumer, twenties.consumer);
    }
  }
  EXPECT_GT(thirties.consumer, twenties.consumer);
}

TEST(FeldmanSectors, LoseNoInvestment) {
  const FeldmanRates rates{0.4, 0.45, 0, 0.3};
  const TwoCapitals start{20, 140};
  const TwoCapitals next = invest_next_year(rates, start);
  EXPECT_NEAR(next.producer + next.consumer, start.producer + start.consumer + rates.a * start.producer, 1e-12);
  const TwoCapitals same = invest_same_year(rates, start);
  EXPECT_NEAR(same.producer + same.consumer, start.producer + start.consumer + rates.a * same.producer, 1e-12);
}

}  // namespace
}  // namespace thermidor::reference::testing
