// Work: who is hired in what trade, who is idle, how strata and their earnings shift, how long a day is, what a wage buys.
#pragma once

#include "core/calendar.hpp"
#include "economy/params.hpp"
#include "economy/state.hpp"
#include "signals/policy.hpp"

namespace thermidor::economy {

// Branches of hired work in TownState::trades.
enum class Work : std::size_t { industry, building, transport, offices, services, farms };

// Who works, who is idle, how strata shift, what productivity and the real wage are (M007, S06, S18, S20).
void hire(State& state, const Params& params, const Policy& policy, Month month);

}  // namespace thermidor::economy
