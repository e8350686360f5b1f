// The month's payments in rounds: employers pay what they can, towns eat and shop, sellers' receipts pay the rest.
#pragma once

#include "core/calendar.hpp"
#include "economy/params.hpp"
#include "economy/state.hpp"
#include "signals/policy.hpp"

namespace thermidor::economy {

// Trusts pay wages (partly in goods while money is scarce), raw materials, inputs and overhead; heavy industry pays wages.
void pay_employers(State& state, const Params& params);

// Wages still owed: goods notes for part of them while money is scarce, the rest is lost to workers and to output.
void close_wages(State& state, const Params& params);

// Benefits for the insured without work (S20).
void pay_benefits(State& state, const Params& params);

// The whole of phase 9 after production: pay, eat, shop, pay, shop, notes redeemed.
void settle(State& state, const Params& params, const Policy& policy, Month month);

}  // namespace thermidor::economy
