// The state's grain agency sells what it can spare to the traders and co-operatives of regions short of bread.
#pragma once

#include "core/calendar.hpp"
#include "economy/params.hpp"
#include "economy/state.hpp"

namespace thermidor::economy {

// Grain that state stocks hold beyond what towns and the army need until the next levy, spread over the months of scarcity; kg.
double spare_state_grain(const State& state, const Params& params, Month month);

// Sells it where traders hold less than their customers want and bread is dearer than the state's price and margin.
void sell_state_grain(State& state, const Params& params, Month month);

}  // namespace thermidor::economy
