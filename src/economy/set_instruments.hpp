// Economic bodies set the instruments below the levers, by what they see (design part 6). Instruments held by an act stay.
#pragma once

#include "core/calendar.hpp"
#include "economy/params.hpp"
#include "economy/state.hpp"
#include "signals/policy.hpp"

namespace thermidor::economy {

void set_instruments(Policy& policy, State& state, const Params& params, Month month);

}  // namespace thermidor::economy
