// The plan's material balances (S13): needs by successive approximation over the branch table, priorities, and their errors.
#pragma once

#include <cstdint>

#include "core/calendar.hpp"
#include "economy/params.hpp"
#include "economy/state.hpp"
#include "signals/policy.hpp"

namespace thermidor::economy {

// Writes branches.plan (output in balance) and branches.weight (claim on short materials; 1 = by demand alone). With no
// authority all weights are 1. `expertise` in 0-1 lowers the error of the statistics; errors are drawn by year and branch.
void plan_materials(State& state, const Params& params, const Policy& policy, double expertise, std::uint64_t seed,
                    Month month);

}  // namespace thermidor::economy
