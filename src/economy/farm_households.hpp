// Households that part and households that join others.
#pragma once

#include <cstdint>

#include "core/calendar.hpp"
#include "population/farms.hpp"

namespace thermidor::economy {

// Slots of a tile that hold a household, and those whose household parts or joins another, a bit for each.
struct FarmHouseholds {
  std::uint64_t alive = 0, parts = 0, joins = 0;
};

// Returns the slots that then hold a household.
std::uint64_t part_and_merge(const FarmHouseholds& flagged, Month month, FarmTile& tile);

}  // namespace thermidor::economy
