#include "economy/grain_market.hpp"

#include <array>

#include "core/math.hpp"
#include "economy/measures.hpp"

namespace thermidor::economy {
namespace {

constexpr double kBesideLevy = 0.4;   // of what the state lacks, bought at the market's price beside a levy
constexpr double kThreshing = 1;      // months from the beginning of the harvest until new grain is on the market
constexpr int kNewGrain = 8;          // month in which it is
constexpr double kLeastShare = 0.01;  // of what farms mean to sell, below which an offer says nothing
constexpr double kMostCarried = 4;    // months of what is eaten that traders carry into the lean months at most

// Grain traders expect to sell to a region's towns in a month.
double town_use(const State& state, const Params& params, const Policy& policy, std::size_t r) {
  const double need = static_cast<double>(state.regions.townspeople[r]) * params.grain.town_need;
  const double legal = 0.25 + 0.75 * policy[Instrument::trade_legality];
  return need * (1 - state.trade.state_bread) * legal;
}

// Grain that could be sold in a region at once: what towns eat in a month, and all that villages order for months ahead.
double local_use(const State& state, const Params& params, const Policy& policy, std::size_t r) {
  return state.regions.flows[r].bread_orders.real() + town_use(state, params, policy, r);
}

// What traders of a region reckon with.
struct Outlet {
  double use = 0;     // kg eaten out of purchases in the region in a month
  double state = 0;   // kg that the state still wants to buy there
  double sent = 0;    // of what is bought, share sent to other regions
  double stock = 0;   // kg in store
  double months = 0;  // of what is eaten that they like to have in store when new grain comes
};

// What traders expect of the rest of the season, from farms' offers and their usual spread over the year.
struct Season {
  double outlook = 1;  // wanted over what is and will be there
  double carried = 0;  // kg to be laid in for the months in which farms sell little
};

// What farms of a region mean to sell before the next harvest, kg.
double meant_for_sale(const FarmFlows& farms) {
  return (farms.offer_private.real() + farms.offer_state.real()) / larger(farms.offer_share, kLeastShare);
}

Season see_season(const FarmFlows& farms, const Outlet& outlet, Month month) {
  const double offered = farms.offer_private.real() + farms.offer_state.real();
  // Nobody knows the harvest yet; a usual one is counted on. Only old grain that does not last until then is dear.
  if (month.month() == kNewGrain - 1) return {};
  if (month.month() == kNewGrain - 2) {
    const double until = 2 * outlet.use + outlet.sent * offered;
    return {larger(1, (until + kNoGrain) / (outlet.stock + offered + kNoGrain)), 0};
  }
  const double months = static_cast<double>(months_to_harvest(month)) + kThreshing + outlet.months;
  const double meant = meant_for_sale(farms);
  // The state bids for the same grain: what it still wants is wanted too.
  const double left = larger(0, meant - outlet.state);
  const double wanted = outlet.use * months + outlet.state + outlet.sent * left;
  const double later = outlet.use * (months - 1) - (1 - outlet.sent) * larger(0, left - offered);
  return {(wanted + kNoGrain) / (outlet.stock + meant + kNoGrain), clamp(later, 0, kMostCarried * outlet.use)};
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
  double meant = 0;
  for (const FarmFlows& farms : state.regions.flows) meant += meant_for_sale(farms);
  for (std::size_t r = 0; r < params.regions.size(); ++r) {
    const FarmFlows& last = state.regions.flows[r];
    const double use_here = local_use(state, params, policy, r);
    const double gap = log(mean / state.regions.price[r]) - params.grain.freight_gap;
    const double drawn = clamp(0.35 + 2.5 * gap, 0, 0.95);
    const double ship = last.offer_private.real() * drawn * rail * params.regions[r].rail;
    const double stock = static_cast<double>(state.grain.traders[r]);
    const double here = meant > 0 ? meant_for_sale(last) / meant : 0;
    const double eaten = last.bread_orders.real() / larger(last.bread_ahead, 1) + town_use(state, params, policy, r);
    const Season season = see_season(last,
                                     {eaten, plan.state_want * here, drawn * rail * params.regions[r].rail, stock,
                                      params.grain.trader_months * params.grain.summer_stock},
                                     month);
    const double target_here =
        larger(params.grain.trader_months * carry * (use_here + ship), params.grain.foresight * season.carried);
    plan.trader_want[r] = larger(0, target_here - stock + use_here + ship);
    state.regions.wanted[r] = plan.trader_want[r] + kNoGrain;
    state.regions.offered[r] = last.offer_private.real() + kNoGrain;
    state.regions.target[r] = target_here + kNoGrain;
    state.regions.outlook[r] = season.outlook;
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
