#include "economy/farm_ration.hpp"

namespace thermidor::economy {

std::int64_t total_of(const FarmOrderColumns& orders) {
  std::int64_t total = 0;
  for (const std::uint32_t column : orders) total += column;
  return total;
}

FarmRation make_ration(std::int64_t quota, const FarmOrderColumns& orders, std::uint32_t draw) {
  FarmRation ration;
  const std::int64_t ordered = total_of(orders);
  if (quota <= 0 || ordered <= 0) return ration;
  if (quota >= ordered) {
    ration.mode = FarmRation::Mode::all;
    return ration;
  }
  const auto total = static_cast<std::uint64_t>(ordered);
  ration.mode = FarmRation::Mode::part;
  ration.factor = static_cast<std::uint32_t>((static_cast<std::uint64_t>(quota) << 32) / total);
  // In [total, 2^32): large enough that rounding the factor down costs no unit, too small to add one.
  auto running = static_cast<std::uint32_t>(total + ((draw * ((std::uint64_t{1} << 32) - total)) >> 32));
  for (std::size_t column = 0; column < kOrderColumns; ++column) {
    ration.left[column] = running;
    running += orders[column] * ration.factor;  // whole units drop out
  }
  return ration;
}

void share_out_work(const std::uint32_t* offered, const std::uint32_t* wanted, FarmRation& giving, FarmRation& getting) {
  constexpr std::uint32_t kMiddle = 0x80000000U;
  FarmOrderColumns give{}, get{};
  for (std::size_t column = 0; column < kOrderColumns; ++column) give[column] = offered[column], get[column] = wanted[column];
  const std::int64_t from = total_of(give), to = total_of(get);
  const std::int64_t moved = from < to ? from : to;
  giving = make_ration(moved, give, kMiddle);
  getting = make_ration(moved, get, kMiddle);
}

}  // namespace thermidor::economy
