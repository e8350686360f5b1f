// Grain between harvest and table: what buyers want, how traders move it between regions.
#pragma once

#include <vector>

#include "core/calendar.hpp"
#include "economy/ledger.hpp"
#include "economy/params.hpp"
#include "economy/state.hpp"
#include "signals/policy.hpp"

namespace thermidor::economy {

struct GrainPlan {
  double state_want = 0;            // kg the state still wants to buy
  std::vector<double> trader_want;  // kg, per region
};

// What state and traders wish to buy this month. Writes regions.wanted and regions.offered for the price rule.
GrainPlan plan_grain(State& state, const Params& params, const Policy& policy, Month month);

// Traders carry grain from cheap to dear regions as far as prices pay the freight, rail carries and law allows.
void move_grain(State& state, const Params& params, const Policy& policy);

// Grain planned for export this month, kg: from September to April.
inline double export_plan(const Policy& policy, Month month) {
  const bool season = month.month() >= 9 || month.month() <= 4;
  return season ? policy[Instrument::grain_export] * kMegatonne / 8 : 0;
}

}  // namespace thermidor::economy
