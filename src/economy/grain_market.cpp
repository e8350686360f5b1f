#include "economy/grain_market.hpp"

#include <array>

#include "core/math.hpp"
#include "economy/measures.hpp"

namespace thermidor::economy {
namespace {

constexpr double kSmall = 1e3;           // kg: keeps ratios finite where there is no market
constexpr double kLevyLag = 2;           // months from the harvest to the first levy
constexpr double kHorizon = 6;           // months for which the state keeps its stock at most
constexpr double kLeastAppetite = 0.85;  // of need, wanted at any price

// Grain traders expect to sell in a region in a month.
double local_use(const State& state, const Params& params, const Policy& policy, std::size_t r) {
  const double need = static_cast<double>(state.regions.townspeople[r]) * params.grain.town_need;
  const double legal = 0.25 + 0.75 * policy[Instrument::trade_legality];
  return state.regions.flows[r].bread_orders.real() + need * (1 - state.trade.state_bread) * legal;
}

// A bite of bread: what a stratum of a region wants, gets and pays.
struct Table {
  double price_state = 0;
  double price_normal = 0;
  double ration = 0;  // kg of state grain per kg of need
  StrataValues weight{};
};

// Buys `want` kg from a stock for the stratum's money; returns kg bought.
std::int64_t buy_bread(Ledger& ledger, double& spent, std::size_t stratum, std::size_t seller, std::int64_t& stock, double want,
                       double price) {
  const double limit = smaller(want, static_cast<double>(stock));
  if (limit <= 0 || price <= 0) return 0;
  const double affordable = smaller(limit, cash(ledger, stratum) / price);
  const std::int64_t kilograms = whole(affordable);
  spent += static_cast<double>(pay(ledger, stratum, seller, static_cast<double>(kilograms) * price));
  stock -= kilograms;
  return kilograms;
}

// State bread is dealt by ration weights, the rest of the table is bought at the free price (M020).
double feed_region(State& state, const Params& params, const Table& table, std::size_t r) {
  const double people = static_cast<double>(state.regions.townspeople[r]);
  const double free = state.regions.price[r] * (1 + params.grain.town_margin);
  const double share = people / larger(1, state.towns.people_fed);
  double eaten = 0;
  for (std::size_t s = 0; s < kStrata; ++s) {
    const double need = people * state.towns.share[s] * params.grain.town_need;
    if (need <= 0) continue;
    const std::size_t account = stratum_account(s);
    const double purse = state.towns.food_purse[s] * share;
    const double ration =
        smaller(need * table.ration * table.weight[s], table.price_state > 0 ? purse / table.price_state : need);
    const std::int64_t given = buy_bread(state.ledger, state.towns.bread_spent, account, at(Account::agency),
                                         state.grain.state_stock, ration, table.price_state);
    const double left = purse - static_cast<double>(given) * table.price_state;
    // Dear bread is eaten more sparingly, but who can pay does not starve for its price.
    const double sparing = pow(larger(free / table.price_normal, 0.25), -params.town.elasticity[s]);
    const double appetite = need * larger(sparing, kLeastAppetite);
    const double want = smaller(larger(0, appetite - static_cast<double>(given)), larger(0, left) / larger(free, 1e-9));
    state.towns.bread_wanted += want;
    const std::int64_t bought =
        buy_bread(state.ledger, state.towns.bread_spent, account, at(Account::traders), state.grain.traders[r], want, free);
    state.grain.eaten += given + bought;
    state.towns.eaten[s] += static_cast<double>(given + bought);
    state.towns.state_bread += static_cast<double>(given);
    state.trade.bread_private += static_cast<double>(bought) * free;
    eaten += static_cast<double>(given + bought);
  }
  return eaten;
}

void settle_cover(State& state, const Params& params) {
  for (std::size_t s = 0; s < kStrata; ++s) {
    const double need = state.towns.people_fed * state.towns.share[s] * params.grain.town_need;
    state.towns.cover[s] = need > 0 ? state.towns.eaten[s] / need : 1;
  }
}

// Share of town need that the state hands out: its stock against what must last until the harvest, and the rationing ordered.
double state_ration(const State& state, const Params& params, const Policy& policy, Month month) {
  const double need = state_need(state, params);
  // The levy of the new harvest does not come in before autumn: stocks must last until then.
  const double levy = month.month() >= 7 && month.month() <= 8 ? 9 - month.month() : months_to_harvest(month) + kLevyLag;
  const double lasts = static_cast<double>(state.grain.state_stock) / larger(1, need * smaller(levy, kHorizon));
  // Without rations state and co-operative shops sell bread as far as their network reaches.
  const double open = 0.3 + 0.35 * (1 - state.trade.private_share);
  const double priority = open + (1 - open) * policy[Instrument::ration_priority];
  return params.grain.state_share * clamp(lasts * priority * 1.6, 0, 1);
}

}  // namespace

void spoil_stocks(State& state, const Params& params, Month month) {
  std::uint32_t turn = static_cast<std::uint32_t>(month.index) * 0x9E3779B9U;
  const auto spoil = [&](std::int64_t& stock) {
    // Fractions of a kilogram are spread over months and stocks, so that small stocks do not keep for ever.
    const double fraction = static_cast<double>(turn) * 0x1p-32;
    const std::int64_t lost = whole(static_cast<double>(stock) * params.grain.spoilage + fraction);
    turn += 0x85EBCA6BU;
    stock -= lost;
    state.grain.spoiled += lost;
  };
  spoil(state.grain.state_stock);
  for (std::int64_t& stock : state.grain.traders) spoil(stock);
}

GrainPlan plan_grain(State& state, const Params& params, const Policy& policy, Month month) {
  GrainPlan plan;
  const double months = static_cast<double>(months_to_harvest(month));
  const double exports = policy[Instrument::grain_export] * kMegatonne / 12;
  // Towns take less of the state's grain once the market is full; what is planned is the need to the next harvest and a
  // reserve.
  const double use =
      state_need(state, params) + state.grain.rural_supply + exports + policy[Instrument::relief] * kMegatonne / 12;
  const double target = use * months + params.grain.reserve * kMegatonne;
  plan.state_want = larger(0, target - static_cast<double>(state.grain.state_stock));
  // Without a price of its own the state buys little: it lives on the levy until exchange runs through money.
  if (policy[Instrument::state_grain_price] <= 0) plan.state_want *= 0.4 * state.money.monetised;
  const double mean = mean_grain_price(state);
  const double rail = clamp(0.25 + state.trade.rail, 0, 1);
  // Nobody lays in old grain before a new harvest.
  const double carry = month.month() >= 6 && month.month() <= 8 ? params.grain.summer_stock : 1;
  plan.trader_want.assign(params.regions.size(), 0);
  for (std::size_t r = 0; r < params.regions.size(); ++r) {
    const FarmFlows& last = state.regions.flows[r];
    const double use_here = local_use(state, params, policy, r);
    const double gap = log(mean / state.regions.price[r]) - params.grain.freight_gap;
    const double ship = last.offer_private.real() * clamp(0.35 + 2.5 * gap, 0, 0.95) * rail * params.regions[r].rail;
    const double target_here = params.grain.trader_months * carry * (use_here + ship);
    const double stock = static_cast<double>(state.grain.traders[r]);
    plan.trader_want[r] = larger(0, target_here - stock + use_here + ship);
    state.regions.wanted[r] = plan.trader_want[r] + kSmall;
    state.regions.offered[r] = last.offer_private.real() + kSmall;
    state.regions.target[r] = target_here + kSmall;
  }
  return plan;
}

void move_grain(State& state, const Params& params, const Policy& policy) {
  const std::size_t count = params.regions.size();
  const double mean = mean_grain_price(state);
  const double legal = 0.2 + 0.8 * policy[Instrument::trade_legality];
  const double rail = clamp(0.25 + state.trade.rail, 0, 1);
  std::int64_t pool = 0;
  double pull = 0;
  for (std::size_t r = 0; r < count; ++r) {
    const double gap = log(mean / state.regions.price[r]);
    const double out = params.grain.flow * 4 * (gap - params.grain.freight_gap * 0.5);
    // Stock beyond what the region itself needs leaves at any gap that pays the freight.
    const double spare = larger(0, static_cast<double>(state.grain.traders[r]) - local_use(state, params, policy, r));
    const std::int64_t sent = whole(spare * clamp(0.3 + out, 0, 0.9) * rail * params.regions[r].rail * legal);
    state.grain.traders[r] -= sent;
    pool += sent;
    state.regions.pull[r] =
        larger(0, state.regions.target[r] - static_cast<double>(state.grain.traders[r])) * clamp(1 - 2 * gap, 0.05, 3);
    pull += state.regions.pull[r];
  }
  // The pool is dealt out telescoped, so that every kilogram arrives.
  double seen = 0;
  std::int64_t given = 0;
  for (std::size_t r = 0; r < count; ++r) {
    seen += pull > 0 ? state.regions.pull[r] / pull : 1.0 / static_cast<double>(count);
    std::int64_t up_to = r + 1 == count ? pool : whole(static_cast<double>(pool) * smaller(seen, 1));
    if (up_to < given) up_to = given;
    state.grain.traders[r] += up_to - given;
    given = up_to;
  }
}

void feed_towns(State& state, const Params& params, const Policy& policy, Month month) {
  TownState& towns = state.towns;
  towns.people_fed = town_people(state);
  towns.eaten = {};
  towns.state_bread = 0;
  towns.bread_wanted = 0;
  towns.bread_spent = 0;
  state.trade.bread_private = 0;
  Table table;
  // Rations are dear to the state, not to the eater: they never cost more than bread does in ordinary years.
  const double ration_price =
      smaller(smaller(state.money.state_grain, mean_grain_price(state)), normal_grain_price(state, params));
  table.price_state = ration_price * (1 + params.grain.town_margin);
  // Rations cost next to nothing until exchange runs through money.
  table.price_state *= clamp(0.05 + 1.2 * state.money.monetised, 0, 1);
  table.price_normal = normal_grain_price(state, params) * (1 + params.grain.town_margin);
  table.ration = state_ration(state, params, policy, month);
  double mean_weight = 0;
  for (std::size_t s = 0; s < kStrata; ++s) mean_weight += towns.share[s] * params.town.ration[s];
  const StrataValues weights = income_weights(state, params);
  double weight_sum = 0;
  for (const double weight : weights) weight_sum += weight;
  for (std::size_t s = 0; s < kStrata; ++s) {
    // Cards go by class; where bread is not rationed the shops are open to all.
    table.weight[s] = 1 + policy[Instrument::ration_priority] * (params.town.ration[s] / mean_weight - 1);
    const double income = larger(towns.income, towns.income_smooth) * weights[s] / weight_sum;
    // Hungry people also spend savings.
    const double savings = cash(state.ledger, stratum_account(s)) * 0.6;
    towns.food_purse[s] =
        smaller(cash(state.ledger, stratum_account(s)), larger(params.town.food_limit[s] * income, savings * 0.5));
  }
  for (std::size_t r = 0; r < params.regions.size(); ++r) {
    const double need = static_cast<double>(state.regions.townspeople[r]) * params.grain.town_need;
    const double eaten = feed_region(state, params, table, r);
    state.regions.cover[r] = need > 0 ? eaten / need : 1;
  }
  double village_bread = 0;
  for (const FarmFlows& flows : state.regions.flows) village_bread += flows.spent_bread.real();
  state.trade.bread_turnover = state.trade.bread_private + village_bread;
  state.traders.bread_state = larger(0, towns.bread_spent - state.trade.bread_private);
  settle_cover(state, params);
  state.trade.state_bread = clamp(towns.state_bread / larger(1, town_need(state, params)), 0, 1);
  const std::int64_t army =
      whole(smaller(params.grain.army_need * kMegatonne / 12, static_cast<double>(state.grain.state_stock)));
  state.grain.state_stock -= army;
  state.grain.army += army;
  spoil_stocks(state, params, month);
}

}  // namespace thermidor::economy
