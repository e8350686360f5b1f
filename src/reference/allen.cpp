#include "reference/allen.hpp"

#include "core/math.hpp"

namespace thermidor::reference {

double farm_income(const FarmOutlays& outlays) {
  return (1 - outlays.cash_rate) * (outlays.bazaar + outlays.shop_food + outlays.shop_goods - outlays.handling);
}

double money_for_farm_goods(double income) { return 1.57 * income / (1000 * 0.00017264); }

double kept_over_sold(double relative_price) { return kKeptAtPar * pow(relative_price, -kKeptPower); }

double marketed_share(double relative_price) { return 1 / (1 + kept_over_sold(relative_price)); }

double sales_elasticity(double relative_price) {
  const double split = kept_over_sold(relative_price);
  return kKeptPower * split / (1 + split);
}

FarmMarketOutcome clear_farm_market(const FarmMarket& market) {
  // p = money (1 + split(p)) / net output: the left side rises in p and the right side falls, so there is one root, and it lies
  // above money / net output.
  const double floor = market.money / market.net_output;
  const auto excess = [&](double price) { return price - floor * (1 + kept_over_sold(price / market.price_goods)); };
  double low = floor;
  double high = 2 * floor;
  while (excess(high) < 0) high *= 2;
  for (int halving = 0; halving < 100; ++halving) {
    const double middle = low + (high - low) / 2;
    (excess(middle) < 0 ? low : high) = middle;
  }
  FarmMarketOutcome outcome;
  outcome.price = high;
  outcome.split = kept_over_sold(high / market.price_goods);
  outcome.marketed = market.net_output / (1 + outcome.split);
  outcome.kept = market.net_output - outcome.marketed;
  return outcome;
}

double procured(double marketed, double bazaar) { return 1000 * (marketed - bazaar); }

double retail_supply(const ConsumerOutput& output) {
  return output.made - output.housing - output.services - output.army + output.durables;
}

double shop_manufactures(double retail) { return 0.55 * retail; }

double shop_food(double retail) { return 0.45 * retail; }

double relative_consumption(double all_private, double of_farms, double farm_people, double other_people) {
  const double others = (all_private - of_farms) / other_people;
  return others / (of_farms / farm_people);
}

double migration_collectivized(double relative) { return 0.01875 * relative - 0.018375; }

double migration_nep(double relative) { return 0.005 * relative - 0.001; }

People pass_year(const People& people, double migration, double growth, double excess_deaths) {
  const double movers = migration * people.rural;
  return {people.urban * (1 + growth) + movers, people.rural * (1 + growth) - movers - excess_deaths};
}

}  // namespace thermidor::reference
