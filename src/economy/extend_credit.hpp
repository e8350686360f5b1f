// The bank: credit to trusts within their lines, to the agency for the harvest, to investment; all under one limit.
#pragma once

#include "economy/params.hpp"
#include "economy/state.hpp"
#include "signals/policy.hpp"

namespace thermidor::economy {

// Trusts borrow up to the line and repay above it; the agency borrows for what farms offer. Nobody borrows beyond the limit.
void extend_credit(State& state, const Params& params, const Policy& policy);

}  // namespace thermidor::economy
