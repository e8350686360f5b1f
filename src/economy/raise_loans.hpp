// State loans: lent by townspeople and trusts, kept in gold roubles, served before anything else is spent (S18).
#pragma once

#include "economy/params.hpp"
#include "economy/state.hpp"
#include "signals/policy.hpp"

namespace thermidor::economy {

// Interest and the month's part of the loans paid to their holders.
void serve_loans(State& state, const Params& params);

// Towns subscribe out of income, trusts out of profits; the faster the tempo the harder they are pressed.
void raise_loans(State& state, const Params& params, const Policy& policy);

}  // namespace thermidor::economy
