#include "economy/farm_ration.hpp"

namespace thermidor::economy {

std::int64_t total_of(const FarmOrderColumns& orders) {
  std::int64_t total = 0;
  for (const std::uint32_t column : orders) total += column;
  return total;
}

void make_ration(std::int64_t quota, std::span<const std::uint32_t, kOrderColumns> orders, std::uint32_t draw,
                 FarmRation& ration) {
  std::uint32_t before[kOrderColumns];  // orders of the columns to the left of each
  std::uint32_t ordered = 0;
  for (std::size_t column = 0; column < kOrderColumns; ++column) before[column] = ordered, ordered += orders[column];
  ration.mode = FarmRation::Mode::none;
  if (quota <= 0 || ordered == 0) return;
  if (quota >= std::int64_t{ordered}) {
    ration.mode = FarmRation::Mode::all;
    return;
  }
  const std::uint64_t total = ordered;
  ration.mode = FarmRation::Mode::part;
  const auto factor = static_cast<std::uint32_t>((static_cast<std::uint64_t>(quota) << 32) / total);
  ration.factor = factor;
  // In [total, 2^32): large enough that rounding the factor down costs no unit, too small to add one.
  const auto start = static_cast<std::uint32_t>(total + ((draw * ((std::uint64_t{1} << 32) - total)) >> 32));
  // Whole units drop out.
  for (std::size_t column = 0; column < kOrderColumns; ++column) {
    ration.left[column / 2 + column % 2 * (kOrderColumns / 2)] = start + before[column] * factor;
  }
}

}  // namespace thermidor::economy
