// What was stolen in the works is sold under the counter.
#pragma once

#include "economy/state.hpp"

namespace thermidor::economy {

// Townspeople buy stolen goods from those who carried them off, at the black price and within their purse (M008, M009).
void sell_stolen(State& state);

}  // namespace thermidor::economy
