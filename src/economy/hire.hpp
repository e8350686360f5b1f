// Work, hunger and movement of townspeople.
#pragma once

#include <cstdint>

#include "core/calendar.hpp"
#include "economy/params.hpp"
#include "economy/state.hpp"
#include "signals/policy.hpp"

namespace thermidor::economy {

// Who works, who is idle, how strata shift, what productivity is (M007, S06).
void hire(State& state, const Params& params);

// Births, deaths, hunger and flight in towns; migrants of next month. Draws are keyed by region (S05).
void move_people(State& state, const Params& params, std::uint64_t seed, Month month);

}  // namespace thermidor::economy
