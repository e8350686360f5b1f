// The economy of the first month, built from the scenario's tables and the measured magnitudes of March 1921.
#pragma once

#include <cstdint>
#include <span>

#include "core/calendar.hpp"
#include "economy/farm_params.hpp"
#include "economy/params.hpp"
#include "economy/state.hpp"
#include "signals/policy.hpp"

namespace thermidor::economy {

// Farms of a region as its row describes them: what make_farms needs.
FarmRegion farm_region(const RegionRow& row);

// State before the first month. Sizes and costs of trusts are drawn with the seed: no list of them was recovered.
State make_state(const Params& params, std::uint64_t seed, Month start);

// What the farms hold at the start enters the books. Call once, after the farms are made: one count per region.
void open_village_books(State& state, std::span<const Kilograms> grain, std::span<const Kopecks> cash);

// Levers' neutral instruments for March 1921, for runs that give none.
void set_opening_instruments(Policy& policy);

}  // namespace thermidor::economy
