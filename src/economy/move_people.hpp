// Births, deaths, hunger and movement of townspeople.
#pragma once

#include <cstdint>

#include "core/calendar.hpp"
#include "economy/params.hpp"
#include "economy/state.hpp"

namespace thermidor::economy {

// Births, deaths, hunger and flight in towns; migrants of next month. Draws are keyed by region (S05).
void move_people(State& state, const Params& params, std::uint64_t seed, Month month);

}  // namespace thermidor::economy
