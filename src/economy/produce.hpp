// Output of branches and trusts: the least of sales, capacity, growth, money, raw materials, fuel, metal, food and transport
// (S02).
#pragma once

#include "economy/params.hpp"
#include "economy/state.hpp"
#include "signals/policy.hpp"

namespace thermidor::economy {

// Writes outputs, stocks, workers and what employers will owe this month (wages_due, inputs_due).
void produce(State& state, const Params& params, const Policy& policy);

}  // namespace thermidor::economy
