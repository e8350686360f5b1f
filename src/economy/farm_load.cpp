// Columns of a tile to and from the working columns.
#include "economy/farm_kernel.hpp"

namespace thermidor::economy {

THERMIDOR_FARM_KERNEL void load_tile(const FarmTile& __restrict tile, FarmWork& __restrict work) {
  for (int i = 0; i < kLanes; ++i) work.grain[i] = real(tile.grain[static_cast<std::size_t>(i)]);
  for (int i = 0; i < kLanes; ++i) work.cash[i] = tile.cash[static_cast<std::size_t>(i)];
  for (int i = 0; i < kLanes; ++i) work.sold[i] = tile.sold[static_cast<std::size_t>(i)];
  for (int i = 0; i < kLanes; ++i) work.offer[i] = tile.offer[static_cast<std::size_t>(i)];
  for (int i = 0; i < kLanes; ++i) work.goods_order[i] = tile.goods_order[static_cast<std::size_t>(i)];
  for (int i = 0; i < kLanes; ++i) work.goods[i] = tile.goods[static_cast<std::size_t>(i)];
  for (int i = 0; i < kLanes; ++i) work.arrears[i] = tile.arrears[static_cast<std::size_t>(i)];
  for (int i = 0; i < kLanes; ++i) work.land[i] = real(tile.land[static_cast<std::size_t>(i)]);
  for (int i = 0; i < kLanes; ++i) work.area[i] = real(tile.area[static_cast<std::size_t>(i)]);
  for (int i = 0; i < kLanes; ++i) work.eaters[i] = real(tile.eaters[static_cast<std::size_t>(i)]);
  for (int i = 0; i < kLanes; ++i) work.workers[i] = real(tile.workers[static_cast<std::size_t>(i)]);
  for (int i = 0; i < kLanes; ++i) work.horses[i] = real(tile.horses[static_cast<std::size_t>(i)]);
  for (int i = 0; i < kLanes; ++i) work.cattle[i] = real(tile.cattle[static_cast<std::size_t>(i)]);
  for (int i = 0; i < kLanes; ++i) work.nutrition[i] = real(tile.nutrition[static_cast<std::size_t>(i)]);
  for (int i = 0; i < kLanes; ++i) work.grievance[i] = real(tile.grievance[static_cast<std::size_t>(i)]);
  for (int i = 0; i < kLanes; ++i) work.pending[i] = 0;
  for (int i = 0; i < kLanes; ++i) work.taken[i] = 0;
  for (int i = 0; i < kLanes; ++i) work.kitchen[i] = 0;
  for (int i = 0; i < kLanes; ++i) work.taxed[i] = 0;
}

THERMIDOR_FARM_KERNEL void store_tile(const FarmWork& __restrict work, FarmTile& __restrict tile) {
  using std::uint16_t, std::uint8_t;
  for (int i = 0; i < kLanes; ++i) tile.grain[static_cast<std::size_t>(i)] = cut(work.grain[i]);
  for (int i = 0; i < kLanes; ++i) tile.cash[static_cast<std::size_t>(i)] = work.cash[i];
  for (int i = 0; i < kLanes; ++i) tile.sold[static_cast<std::size_t>(i)] = static_cast<uint16_t>(work.sold[i]);
  for (int i = 0; i < kLanes; ++i) tile.offer[static_cast<std::size_t>(i)] = static_cast<uint16_t>(work.offer[i]);
  for (int i = 0; i < kLanes; ++i) tile.goods_order[static_cast<std::size_t>(i)] = static_cast<uint16_t>(work.goods_order[i]);
  for (int i = 0; i < kLanes; ++i) tile.goods[static_cast<std::size_t>(i)] = static_cast<uint16_t>(work.goods[i]);
  for (int i = 0; i < kLanes; ++i) tile.arrears[static_cast<std::size_t>(i)] = static_cast<uint16_t>(work.arrears[i]);
  for (int i = 0; i < kLanes; ++i) tile.area[static_cast<std::size_t>(i)] = static_cast<uint16_t>(cut(work.area[i]));
  for (int i = 0; i < kLanes; ++i) tile.eaters[static_cast<std::size_t>(i)] = static_cast<uint8_t>(cut(work.eaters[i]));
  for (int i = 0; i < kLanes; ++i) tile.workers[static_cast<std::size_t>(i)] = static_cast<uint8_t>(cut(work.workers[i]));
  for (int i = 0; i < kLanes; ++i) tile.horses[static_cast<std::size_t>(i)] = static_cast<uint8_t>(cut(work.horses[i]));
  for (int i = 0; i < kLanes; ++i) tile.cattle[static_cast<std::size_t>(i)] = static_cast<uint8_t>(cut(work.cattle[i]));
  for (int i = 0; i < kLanes; ++i) tile.grievance[static_cast<std::size_t>(i)] = static_cast<uint8_t>(cut(work.grievance[i]));
  for (int i = 0; i < kLanes; ++i) tile.nutrition[static_cast<std::size_t>(i)] = static_cast<uint8_t>(cut(work.nutrition[i]));
}

}  // namespace thermidor::economy
