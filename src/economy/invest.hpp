// Investment and closures: who pays for it, what it competes for, what it builds (S14, S15).
#pragma once

#include "economy/params.hpp"
#include "economy/state.hpp"
#include "signals/policy.hpp"

namespace thermidor::economy {

// Spends the budget's works, retained profits and credit on builders, machines, metal and timber; adds capacity and rail.
void invest(State& state, const Params& params, const Policy& policy);

// Trusts that lose with an empty till are closed where a sister can take over; they reopen when the branch runs full (M027).
void close_trusts(State& state, const Params& params, const Policy& policy);

}  // namespace thermidor::economy
