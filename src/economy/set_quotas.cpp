#include "economy/set_quotas.hpp"
#include "economy/feed_towns.hpp"

#include <array>

#include "core/math.hpp"
#include "economy/grain_market.hpp"
#include "economy/measures.hpp"
#include "economy/shop.hpp"

namespace thermidor::economy {
namespace {

constexpr double kRequisitionMonths = 7;  // September to March
constexpr double kRumourFast = 0.2;       // two lags of fear of war (calibration-2026)
constexpr double kRumourSlow = 0.3;
constexpr double kTakeMemory = 0.05;    // a month: how fast farms believe a new law
constexpr double kPurse = 0.6;          // share of traders' money that grain may bind in a month
constexpr double kBills = 0.7;          // of last month's turnover of bread that bills can carry
constexpr double kOtherPurse = 0.35;    // share of the agency's money for other farm goods
constexpr double kForcedFor = 3;        // million tonnes lacking at which force is full
constexpr double kForceReach = 0.3;     // share of villages that collectors reach in a month
constexpr double kBreadSpread = 2;      // traders' stock sold to villages in a month, over an even share until the harvest
constexpr double kTradersSell = 0.8;    // of traders' grain that villages can buy in a month at most
constexpr double kTownsFirst = 0.5;     // of sales to villages stopped where bread goes to towns by cards
constexpr double kVillagesMost = 0.05;  // of the state's stock that one region can take in a month
constexpr double kYearMemory = 0.1;     // a month, of what is usually sold to villages
constexpr double kLeftInStore = 0.1;    // share of goods in store that no order empties

std::int64_t share_of(std::int64_t amount, double share) {
  if (share >= 1) return amount;
  return share > 0 ? whole(static_cast<double>(amount) * share) : 0;
}

double safe_share(double part, double of) { return of > 0 ? clamp(part / of, 0, 1) : 0; }

// Farms settle at the prices at which they offered and ordered: those of last month's conditions.
struct OrderPrices {
  double state = 0;
  double other = 0;
  std::vector<double> free;
};

OrderPrices order_prices(const State& state) {
  OrderPrices prices;
  const bool first = state.regions.conditions.empty() || state.regions.conditions[0].price_other <= 0;
  prices.state = first ? state.money.state_grain : state.regions.conditions[0].price_grain_state;
  prices.other = first ? state.money.other : state.regions.conditions[0].price_other;
  for (std::size_t r = 0; r < state.regions.price.size(); ++r) {
    prices.free.push_back(first ? state.regions.price[r] : state.regions.conditions[r].price_grain_free);
  }
  return prices;
}

// Prices and levies. Instruments count in reform roubles; before the reform they follow the price level.
void set_terms(State& state, const Params& params, const Policy& policy, const OutsideSignal& outside, Month month) {
  const double unit = reform_unit(state, params);
  const double asked = policy[Instrument::requisition];
  const bool asking = month.month() >= 9 || month.month() <= 3;
  double capacity = 0;
  for (const RegionRow& row : params.regions) capacity += row.households * row.land_mean * row.normal_yield;
  state.trade.scare_rumour += kRumourFast * (outside.war_scare - state.trade.scare_rumour);
  state.trade.scare += kRumourSlow * (state.trade.scare_rumour - state.trade.scare);
  for (std::size_t r = 0; r < params.regions.size(); ++r) {
    const RegionRow& row = params.regions[r];
    FarmConditions& face = state.regions.conditions[r];
    face = FarmConditions{};
    face.weather = r < outside.weather.size() ? outside.weather[r] : 1;
    face.price_grain_free = state.regions.price[r];
    face.price_grain_state = state.money.state_grain;
    face.price_goods = state.money.goods;
    face.price_other = state.money.other;
    face.price_index = state.money.level;
    face.goods_availability = state.trade.village_met;
    face.private_legality = policy[Instrument::trade_legality];
    face.tax_in_kind = policy[Instrument::tax_in_kind];
    face.money_tax = policy[Instrument::money_tax] * 100 * unit;
    face.tax_progression = state.budget.tax_progression;
    // Force is used for what the state lacks, not for its own sake.
    face.force =
        kForceReach * policy[Instrument::procurement_force] * clamp(state.trade.state_want / (kForcedFor * kMegatonne), 0, 1);
    face.scare = state.trade.scare;
    face.land_freedom = clamp(0.5 + 0.5 * policy[Lever::peasant_course], 0, 1);
    const double share = row.households * row.land_mean * row.normal_yield / capacity;
    face.requisition = asking && asked > 0 ? asked * kMegatonne / kRequisitionMonths * share * (0.4 + 0.6 * face.weather) : 0;
    const double law = face.tax_in_kind + 0.055 * asked + 0.35 * face.force;
    state.regions.take[r] += kTakeMemory * (clamp(law, 0, 0.95) - state.regions.take[r]);
    face.expected_take = state.regions.take[r];
  }
}

// Share of the grain that traders refused which farms then sell at the state's price rather than take home.
double turn_to_state(const Params& params, double price, double free) {
  if (!(free > 0) || !(price > 0)) return 0;
  const double ratio = clamp(price / free, 0, 1.2);
  // Written so that the power of 2 is exact.
  return clamp(params.grain.turn * ratio * ratio * pow(ratio, params.grain.turn_power - 2), 0, 1);
}

// Grain for the state and for traders out of last month's offers; `bound` is the agency's money that other goods take.
void set_grain_quotas(State& state, const Params& params, const GrainPlan& plan, const OrderPrices& prices, double bound) {
  double offered_state = 0;
  double trader_bill = 0;
  const std::size_t count = params.regions.size();
  for (std::size_t r = 0; r < count; ++r) {
    const FarmFlows& last = state.regions.flows[r];
    offered_state += last.offer_state.real();
    trader_bill += smaller(last.offer_private.real(), plan.trader_want[r]) * prices.free[r];
  }
  const double price = prices.state;
  const double afford = price > 0 ? larger(0, cash(state.ledger, Account::agency) - bound) * 0.999 / price : 0;
  state.trade.state_want = plan.state_want;
  state.trade.state_buys_all = plan.state_want > offered_state && afford > offered_state ? 1 : 0;
  const double wish = smaller(plan.state_want, afford);
  const double share_state = safe_share(wish, offered_state);
  // Traders buy with what they hold and on bills against a month's turnover of bread. While little runs through money buyers
  // fetch bread themselves: bagmen bind what towns and villages would spend on it.
  double asked = state.towns.bread_wanted * mean_grain_price(state) * (1 + params.grain.town_margin);
  for (std::size_t r = 0; r < count; ++r) asked += state.regions.flows[r].bread_orders.real() * prices.free[r];
  const double scarce = 1 - state.money.monetised;
  const double backed = larger(state.trade.bread_turnover, (1 - scarce) * state.trade.bread_turnover + scarce * asked);
  const double purse = cash(state.ledger, Account::traders) * kPurse + backed * kBills;
  const double share_traders = safe_share(purse, trader_bill);
  double refused = 0;
  for (std::size_t r = 0; r < count; ++r) {
    const FarmFlows& last = state.regions.flows[r];
    FarmConditions& face = state.regions.conditions[r];
    face.sale_state = share_of(last.offer_state.count, share_state);
    const double want = safe_share(plan.trader_want[r], last.offer_private.real());
    face.sale_private = share_of(last.offer_private.count, want * share_traders);
    // What traders refuse goes partly to the state, the more readily the nearer its price is to the free one (M017).
    state.regions.pull[r] =
        static_cast<double>(last.offer_private.count - face.sale_private) * turn_to_state(params, price, prices.free[r]);
    refused += state.regions.pull[r];
    // Only demand that has money behind it moves the price.
    state.regions.wanted[r] = plan.trader_want[r] * share_traders + kNoGrain;
  }
  const double turned = safe_share(wish - offered_state * share_state, refused);
  for (std::size_t r = 0; r < count; ++r) {
    state.regions.conditions[r].sale_state += whole(state.regions.pull[r] * turned);
  }
}

// Share of traders' stocks that villages can buy this month. A trader who sells out in winter has nothing in the hungry months,
// when bread is dearest: he spreads his stock to the harvest.
double bread_shelf(Month month) { return clamp(kBreadSpread / static_cast<double>(months_to_harvest(month)), 0, kTradersSell); }

// What villages want beyond what traders have, shops sell out of the state's stock as far as the network reaches and the state
// lets its grain go. Who carries it to the village earns the difference of prices. Returns what can be bought, by region.
std::vector<double> sell_to_villages(State& state, const Params& params, const Policy& policy, Month month) {
  const double reach = params.grain.village_shops * (1 - state.trade.private_share);
  const double share =
      reach * state_release(state, params, policy, month) * (1 - policy[Instrument::ration_priority] * kTownsFirst);
  const double price = shop_price(state, params);
  const double shelf = bread_shelf(month);
  std::vector<double> left;
  double sold = 0;
  for (std::size_t r = 0; r < params.regions.size(); ++r) {
    const double there = static_cast<double>(state.grain.traders[r]) * shelf;
    const double lacking = larger(0, state.regions.flows[r].bread_orders.real() - there);
    const double able = price > 0 ? cash(state.ledger, Account::traders) / price : 0;
    const double stock = static_cast<double>(state.grain.state_stock) * kVillagesMost;
    const std::int64_t kilograms = whole(smaller(smaller(lacking * share, stock), able));
    pay(state.ledger, Account::traders, Account::agency, static_cast<double>(kilograms) * price);
    state.grain.state_stock -= kilograms;
    state.grain.traders[r] += kilograms;
    sold += static_cast<double>(kilograms);
    left.push_back(there + static_cast<double>(kilograms));
  }
  state.towns.resold = sold;
  state.trade.village_bread += kYearMemory * (sold - state.trade.village_bread);
  return left;
}

// Bread for deficit farms out of traders' stocks; relief and seed out of the state's, shared by need.
void set_bread_quotas(State& state, const Params& params, const Policy& policy, Month month) {
  const std::vector<double> left = sell_to_villages(state, params, policy, month);
  double hungry = 0;
  double seedless = 0;
  for (const FarmFlows& last : state.regions.flows) {
    hungry += last.relief_wanted.real();
    seedless += last.seed_wanted.real();
  }
  const double stock = static_cast<double>(state.grain.state_stock);
  const double relief = smaller(policy[Instrument::relief] * kMegatonne / 12, stock * 0.5);
  const bool sowing = month.month() == 5 || month.month() == 9;
  const double seed = sowing ? smaller(policy[Instrument::relief] * kMegatonne / 4, stock * 0.2) : 0;
  for (std::size_t r = 0; r < params.regions.size(); ++r) {
    const FarmFlows& last = state.regions.flows[r];
    FarmConditions& face = state.regions.conditions[r];
    face.bread_delivered = share_of(last.bread_orders.count, safe_share(left[r], last.bread_orders.real()));
    face.relief = share_of(last.relief_wanted.count, safe_share(relief, hungry));
    face.seed_aid = share_of(last.seed_wanted.count, safe_share(seed, seedless));
  }
}

// Where an act sees to it that villages' shelves are no emptier than a year ago, or than a part of that, what is lacking comes
// from outside. Returns the share of orders that can be met.
double fill_shelves(State& state, double orders, double share, Month month) {
  const HistoryState& history = state.history;
  const double usual = history.filled < 12 ? 1 : history.village_met[static_cast<std::size_t>(month.month() - 1)];
  const double least = state.trade.shelves * usual;
  state.trade.shelves = 0;
  if (least <= share || orders <= 0) return share;
  return share + static_cast<double>(land_goods(state.goods, (least - share) * orders)) / orders;
}

// Industrial goods: what stands on the shelves and is to be made is shared between villages and towns by what they want;
// villages are served out of what is there.
void set_goods_quotas(State& state, const Params& params, Month month) {
  double orders = 0;
  for (const FarmFlows& last : state.regions.flows) orders += last.goods_orders.real();
  const double stock = goods_stock(state) + static_cast<double>(state.goods.crafts_stock);
  const double supply = params.trade.within_reach * (stock + state.trade.turnover);
  const double shelf = smaller(supply, larger(1, state.traders.reach));  // no more than sellers can carry
  const double found = smaller(village_share(params, shelf, orders, state.towns.goods_wanted),
                               safe_share(stock * (1 - kLeftInStore), larger(1, orders)));
  const double share = fill_shelves(state, orders, found, month);
  state.trade.village_orders = orders;
  for (std::size_t r = 0; r < params.regions.size(); ++r) {
    state.regions.conditions[r].goods_delivered = share_of(state.regions.flows[r].goods_orders.count, share);
  }
}

// Other farm goods: raw materials for the agency, food for towns. Towns' money waits in the bazaar until the farms have sold.
// Returns the money that the agency binds for them.
double set_other_quotas(State& state, const Params& params, const OrderPrices& prices) {
  double offered = 0;
  for (const FarmFlows& last : state.regions.flows) offered += last.other_offer.real();
  double use = 0;
  for (std::size_t b = 0; b < params.branches.size(); ++b) use += params.branches[b].raw * state.branches.need[b];
  const double price = prices.other;
  const double missing =
      use * (1 + params.start.raw_months) + state.trade.raw_for_export - static_cast<double>(state.goods.raw_stock);
  const double most = 2.5 * use + state.trade.raw_for_export;
  double agency = clamp(missing, 0, most) * price;
  // Barter: while little runs through money, trade takes farm goods against bills on goods.
  const double scarce = 1 - state.money.monetised;
  const double purse = cash(state.ledger, Account::agency) * kOtherPurse;
  if (agency > purse) {
    const double bill = smaller(agency - purse, scarce * offered * price * 0.45);
    write_notes(state.ledger, at(Account::agency), bill);
    agency = smaller(agency, purse + bill);
  }
  const double income = larger(state.towns.income_smooth, 0);
  // What townspeople could not spend in shops they take to the bazaar.
  const double unspent = larger(0, state.towns.goods_wanted - state.towns.goods_bought) * state.money.goods;
  const double meant = income * params.town.other_food + unspent * params.town.spill;
  const double towns = smaller(meant, towns_cash(state.ledger) * 0.5);
  const std::int64_t escrow = charge_towns(state, at(Account::bazaar), towns);
  const double wanted = (agency + static_cast<double>(escrow)) / price;
  state.trade.other_wanted = (clamp(missing, 0, most) * price + meant) / price;
  state.trade.other_offered = offered;
  state.trade.raw_wanted = clamp(missing, 0, most);
  state.trade.other_town_share = safe_share(static_cast<double>(escrow), agency + static_cast<double>(escrow));
  const double share = safe_share(wanted * 0.999, offered);
  for (std::size_t r = 0; r < params.regions.size(); ++r) {
    state.regions.conditions[r].other_bought = share_of(state.regions.flows[r].other_offer.count, share);
  }
  return offered * share * price * (1 - state.trade.other_town_share);
}

// Migrants decided last month, in proportion to people.
void set_migrants(State& state) {
  double people = 0;
  for (const FarmFlows& last : state.regions.flows) people += last.people.real();
  if (people <= 0) return;
  for (std::size_t r = 0; r < state.regions.flows.size(); ++r) {
    const double share = state.regions.flows[r].people.real() / people;
    FarmConditions& face = state.regions.conditions[r];
    // Below zero where a coarse sample's unit moved more than was due: nobody moves until that is made good.
    face.leave_for_towns = whole(larger(0, static_cast<double>(state.towns.pending_leave)) * share);
    face.arrive = whole(larger(0, static_cast<double>(state.towns.carry)) * share);
    const std::int64_t most = state.regions.townspeople[r] / 20;
    if (face.arrive > most) face.arrive = most;
  }
}

}  // namespace

void set_quotas(State& state, const Params& params, const Policy& policy, const OutsideSignal& outside, Month month) {
  const OrderPrices prices = order_prices(state);
  set_terms(state, params, policy, outside, month);
  const GrainPlan plan = plan_grain(state, params, policy, month);
  const double bound = set_other_quotas(state, params, prices);
  set_grain_quotas(state, params, plan, prices, bound);
  state.trade.other_paid_price = prices.other;
  set_bread_quotas(state, params, policy, month);
  set_goods_quotas(state, params, month);
  set_migrants(state);
}

}  // namespace thermidor::economy
