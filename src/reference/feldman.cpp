#include "reference/feldman.hpp"

#include "core/math.hpp"

namespace thermidor::reference {

double investment_at(const FeldmanDomar& economy, double years) {
  return economy.investment * exp(economy.gamma / economy.v1 * years);
}

double consumption_at(const FeldmanDomar& economy, double years) {
  const double grown = exp(economy.gamma / economy.v1 * years) - 1;
  return economy.consumption + economy.investment * ((1 - economy.gamma) / economy.gamma) * (economy.v1 / economy.v2) * grown;
}

double initial_consumption_growth(const FeldmanDomar& economy) { return (1 - economy.gamma) * economy.investment / economy.v2; }

double limit_investment_share(const FeldmanDomar& economy) {
  const double own = economy.gamma * economy.v2;
  return own / (own + (1 - economy.gamma) * economy.v1);
}

double overtaking_year(const FeldmanDomar& higher, const FeldmanDomar& lower) {
  const auto lead = [&](double years) { return consumption_at(higher, years) - consumption_at(lower, years); };
  double low = 0;
  double high = 1;
  while (lead(high) < 0) high *= 2;
  for (int halving = 0; halving < 100; ++halving) {
    const double middle = low + (high - low) / 2;
    (lead(middle) <= 0 ? low : high) = middle;
  }
  return high;
}

TwoCapitals invest_same_year(const FeldmanRates& rates, const TwoCapitals& capital) {
  const double producer = (1 - rates.wear) * capital.producer / (1 - rates.a * rates.share);
  return {producer, (1 - rates.wear) * capital.consumer + (1 - rates.share) * rates.a * producer};
}

TwoCapitals invest_next_year(const FeldmanRates& rates, const TwoCapitals& capital) {
  const double made = rates.a * capital.producer;
  return {(1 - rates.wear) * capital.producer + rates.share * made,
          (1 - rates.wear) * capital.consumer + (1 - rates.share) * made};
}

}  // namespace thermidor::reference
