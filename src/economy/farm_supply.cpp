#include "economy/farm_supply.hpp"

#include "core/math.hpp"

namespace thermidor::economy {

double private_price(const FarmParams& params, const FarmConditions& conditions) {
  const FarmSale& sale = params.sale;
  const double kept = 1 - sale.private_margin - sale.private_risk * (1 - conditions.private_legality);
  return conditions.price_grain_free * larger(kept, 0.02);
}

double price_met(const FarmParams& params, const FarmConditions& conditions) {
  const double state = channel_to_state(params, conditions);
  return state * conditions.price_grain_state + (1 - state) * private_price(params, conditions);
}

double channel_to_state(const FarmParams& params, const FarmConditions& conditions) {
  const FarmSale& sale = params.sale;
  const double ratio = larger(conditions.price_grain_state, 1e-9) / larger(private_price(params, conditions), 1e-9);
  const double lawless = 1 - conditions.private_legality;
  return logistic(sale.channel_state * lawless - sale.channel_base + sale.channel_price * log(ratio));
}

namespace {

double ratio_to_goods(const FarmParams& params, const FarmConditions& conditions, double met) {
  return met / params.sale.price_1913 / larger(conditions.price_goods, 1e-9);
}

}  // namespace

double price_ratio(const FarmParams& params, const FarmConditions& conditions) {
  return ratio_to_goods(params, conditions, price_met(params, conditions));
}

double terms_of_trade(const FarmParams& params, const FarmConditions& conditions) {
  const double available = larger(conditions.goods_availability, 0.01);
  return price_ratio(params, conditions) * pow(available, params.sale.availability_power);
}

double pull_of_prices(const FarmParams& params, const FarmConditions& conditions) {
  // Money for the tax and for goods comes from what pays best: grain that is cheap against butter, flax and meat stays at home.
  // What counts is the state's price, as traders take no more than they can carry.
  const double met = price_met(params, conditions);
  const double paid = clamp(conditions.price_grain_state, 0.4 * met, met) / params.sale.price_1913;
  const double against_other = pow(clamp(paid / larger(conditions.price_other, 1e-9), 0.2, 5), params.sale.substitution);
  return larger(ratio_to_goods(params, conditions, met), 1e-6) * against_other;
}

double answer_to_prices(const FarmParams& params, const FarmConditions& conditions) {
  return pow(larger(conditions.goods_availability, 0.01), params.sale.rationed_response);
}

double terms_felt(const FarmParams& params, const FarmConditions& conditions, double expected) {
  // Where goods are short, a better price buys no more of them: the answer to a rise fades, and what is left is the habit
  // formed under the prices of before, less the loss of goods. A worse price buys less of them all the same.
  const double available = larger(conditions.goods_availability, 0.01);
  const double change = pull_of_prices(params, conditions) / larger(expected, 1e-6);
  const double answer = change > 1 ? answer_to_prices(params, conditions) : 1;
  return expected * pow(change, answer) * pow(available, params.sale.availability_power);
}

double share_to_sell(double keep, double response, double terms) {
  return 1 / (1 + keep * pow(larger(terms, 1e-6), -response));
}

double share_brought(const FarmParams& params, const FarmOutlook& last, double price, Month month) {
  const double rise = last.grain_price > 0 ? larger(0, price / last.grain_price - 1) : 0;
  // Who waits in spring waits less: with the harvest the price falls. For July, when it begins, nobody waits any more.
  const bool harvest_next = months_to_harvest(month) == 1;
  const double ahead = harvest_next ? 0 : static_cast<double>(months_to_harvest(month.next()) - 1) / 11;
  return 1 / (1 + params.sale.withholding * rise * ahead);
}

double share_of_rest(double wished, double now, double rest, double kept) {
  return wished * now / larger(wished * rest + (1 - wished) * kept, 1e-9);
}

}  // namespace thermidor::economy
