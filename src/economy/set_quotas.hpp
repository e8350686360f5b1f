// What each region's farms face this month: prices, levies and the quotas out of what they offered and ordered last month.
#pragma once

#include "core/calendar.hpp"
#include "economy/params.hpp"
#include "economy/state.hpp"
#include "signals/outside.hpp"
#include "signals/policy.hpp"

namespace thermidor::economy {

// Fills state.regions.conditions. No quota exceeds the offer or order, the stock, or the payer's cash at the price now in
// force.
void set_quotas(State& state, const Params& params, const Policy& policy, const OutsideSignal& outside, Month month);

// Enters what the farms did into the three books. Call right after the farms' step, with its flows.
void book_villages(State& state, const Params& params, const std::vector<FarmFlows>& flows, Month month);

}  // namespace thermidor::economy
