#include "economy/grain_market.hpp"

#include <array>

#include "core/math.hpp"
#include "economy/measures.hpp"

namespace thermidor::economy {
namespace {

constexpr double kBesideLevy = 0.4;  // of what the state lacks, bought at the market's price beside a levy
constexpr double kSmall = 1e3;       // kg: keeps ratios finite where there is no market

// Grain traders expect to sell in a region in a month.
double local_use(const State& state, const Params& params, const Policy& policy, std::size_t r) {
  const double need = static_cast<double>(state.regions.townspeople[r]) * params.grain.town_need;
  const double legal = 0.25 + 0.75 * policy[Instrument::trade_legality];
  return state.regions.flows[r].bread_orders.real() + need * (1 - state.trade.state_bread) * legal;
}

}  // namespace

GrainPlan plan_grain(State& state, const Params& params, const Policy& policy, Month month) {
  GrainPlan plan;
  const double months = static_cast<double>(months_to_harvest(month));
  const double exports = policy[Instrument::grain_export] * kMegatonne / 12;
  // Towns take less of the state's grain once the market is full; what is planned is the need to the next harvest and a
  // reserve.
  const double use = state_need(state, params) + exports + policy[Instrument::relief] * kMegatonne / 12;
  const double target = use * months + params.grain.reserve * kMegatonne;
  plan.state_want = larger(0, target - static_cast<double>(state.grain.state_stock));
  // While it has a levy and no price of its own the state buys little: it lives on the levy until exchange runs through money.
  const bool levied = policy[Instrument::tax_in_kind] > 0 || policy[Instrument::requisition] > 0;
  if (levied && policy[Instrument::state_grain_price] <= 0) plan.state_want *= kBesideLevy * state.money.monetised;
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

}  // namespace thermidor::economy
