// State revenue and outlay: planned before employers pay, taxes gathered after towns have shopped.
#pragma once

#include "economy/params.hpp"
#include "economy/state.hpp"
#include "signals/policy.hpp"

namespace thermidor::economy {

// Issue, pay of state employees, orders, subsidies and the month's investment money.
void plan_budget(State& state, const Params& params, const Policy& policy);

// Profit, trade and wage taxes; the agency's surplus; what the budget took in this month.
void run_budget(State& state, const Params& params, const Policy& policy);

}  // namespace thermidor::economy
