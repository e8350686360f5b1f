// Small readings of the state that several processes share.
#pragma once

#include <cstddef>
#include <string_view>

#include "core/math.hpp"
#include "economy/ledger.hpp"
#include "economy/params.hpp"
#include "economy/state.hpp"

namespace thermidor::economy {

enum class BranchKind : std::int32_t { fuel, heavy, consumer, rail, building, crafts };

inline BranchKind kind_of(const BranchRow& row) { return static_cast<BranchKind>(row.kind); }
inline bool is_heavy(const BranchRow& row) { return row.kind <= 1; }

// Index of the branch with this id, or the number of branches.
inline std::size_t find_branch(const Params& params, std::string_view id) {
  std::size_t b = 0;
  while (b < params.branches.size() && params.branches[b].id != id) ++b;
  return b;
}

inline constexpr double kNoGrain = 1e3;  // kg: keeps ratios finite where there is no market for grain

// Roubles in force per rouble of the reform unit, to which instruments refer.
inline double reform_unit(const State& state, const Params& params) {
  return state.money.reformed > 0 ? 1.0 : state.money.level / params.money.reform_level;
}

// Output of factory industry, 1913 = 1, of the branches whose row satisfies `chosen`.
template <class Chosen>
double output_index(const State& state, const Params& params, Chosen&& chosen) {
  double made = 0;
  double base = 0;
  for (std::size_t b = 0; b < params.branches.size(); ++b) {
    const BranchRow& row = params.branches[b];
    if (row.weight <= 0 || !chosen(row)) continue;
    made += row.weight * state.branches.output[b] / (row.size * kMillion);
    base += row.weight;
  }
  return base > 0 ? made / base : 0;
}
inline double industry_index(const State& state, const Params& params) {
  return output_index(state, params, [](const BranchRow&) { return true; });
}

// Factory value of all output of 1913, kopecks a month.
inline double industry_size(const Params& params) {
  double size = 0;
  for (const BranchRow& row : params.branches) size += row.weight > 0 ? row.size * kMillion : 0;
  return size;
}

// Share of villages' orders of goods that was met this month.
inline double village_share_met(const TradeState& trade) {
  return trade.village_orders > 0 ? clamp(trade.village_goods / trade.village_orders, 0, 1) : 1;
}

inline double town_people(const State& state) {
  double people = 0;
  for (const std::int64_t region : state.regions.townspeople) people += static_cast<double>(region);
  return people;
}

// Need of towns for grain, kg a month.
inline double town_need(const State& state, const Params& params) { return town_people(state) * params.grain.town_need; }

// Grain the state must hand out in a month: towns within its share, army, and what its shops usually sell to villages.
inline double state_need(const State& state, const Params& params) {
  return params.grain.state_share * town_need(state, params) + params.grain.army_need * kMegatonne / 12 +
         state.trade.village_bread;
}

// Free farm-gate price, mean over regions by people.
double mean_grain_price(const State& state);

// Weights by which money that reaches towns is shared among strata.
StrataValues income_weights(const State& state, const Params& params);

// Output of a day of the present length over that of an ordinary one (S18).
inline double day_factor(const State& state, const Params& params) {
  return clamp(1 - params.labour.day_output * (1 - state.towns.day / params.labour.day), 0.3, 1.2);
}

// Pays wages, fees and margins to townspeople by stratum; books it as their income. Returns what moved.
std::int64_t pay_towns(State& state, const Params& params, std::size_t from, double amount);

// Pays one stratum alone; books it as income of towns.
std::int64_t pay_stratum(State& state, std::size_t from, std::size_t stratum, double amount);

// Takes up to `amount` from townspeople in proportion to what they hold.
std::int64_t charge_towns(State& state, std::size_t to, double amount);

// What is left of the limit on bank credit.
double credit_room(const State& state);

// Value of all goods in trusts' hands at 1913 prices.
double goods_stock(const State& state);

// Grain price farms and towns compare with: 1913 price at the general level.
inline double normal_grain_price(const State& state, const Params& params) {
  return params.scale.grain_price * state.money.level;
}

// Farm prices, 1913 = 1: grain and other goods.
double farm_price_index(const State& state, const Params& params);

}  // namespace thermidor::economy
