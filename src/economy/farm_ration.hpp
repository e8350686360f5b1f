// Orders of a block rationed exactly.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "population/farms.hpp"

namespace thermidor::economy {

// One kind of order of a block. Farms are served down the columns of the block's table, sixteen side by side. Each is given its
// order times quota over orders and the fraction of a unit that the farm before left, in whole units; the fraction that then
// remains is left to the next. At the foot of a column it goes to the head of the next, so that the sum over the block is the
// quota to the unit; nobody gets more than he ordered, and a draw says who gets the odd unit.
struct FarmRation {
  enum class Mode : std::uint8_t { none, part, all };
  Mode mode = Mode::none;
  std::uint32_t factor = 0;  // quota over orders, 2^-32
  // Fraction of a unit left to the next farm of each column, 2^-32: of the even columns, then of the odd ones.
  alignas(64) std::uint64_t left[kOrderColumns] = {};
};

// Of orders below 2^32 in all.
void make_ration(std::int64_t quota, std::span<const std::uint32_t, kOrderColumns> orders, std::uint32_t draw,
                 FarmRation& ration);
struct FarmRations {
  FarmRation of[kFarmOrders];
};

std::int64_t total_of(const FarmOrderColumns& orders);

}  // namespace thermidor::economy
