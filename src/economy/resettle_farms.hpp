// Households move between the tiles of a block, so that few slots lie empty and new households find room.
#pragma once

#include <cstdint>
#include <span>

#include "core/calendar.hpp"
#include "population/farms.hpp"

namespace thermidor::economy {

// After a month's pass, among the tiles of a block that passed a quarter in it: the youngest households leave tiles without
// room for those that will part; a tile is opened where the others are nearly full, and the last is closed where they have room
// for its households. `living` has a bit for each slot of these tiles that holds a household.
void resettle_farms(Month month, std::span<FarmTile> tiles, std::span<std::uint64_t, kBlockTiles> living, FarmBlock& block);

}  // namespace thermidor::economy
