// Tells readers what the plan asks in vain and what holds industry back, in words (S02 S13).
#pragma once

#include "core/calendar.hpp"
#include "economy/params.hpp"
#include "economy/state.hpp"
#include "signals/records.hpp"

namespace thermidor::economy {

void report_industry(const State& state, const Params& params, Month month, Records& records);

}  // namespace thermidor::economy
