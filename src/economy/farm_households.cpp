#include "economy/farm_households.hpp"

#include <bit>

#include "core/rng.hpp"

namespace thermidor::economy {
namespace {

std::uint32_t child_id(std::uint32_t parent, Month month) {
  const PhiloxBlock block =
      philox4x32({parent, static_cast<std::uint32_t>(month.index), 0, make_stream("farms.child").value}, {0, 0});
  return block[0] | 0x80000000U;
}

// Half of a stock goes to the child; the odd unit stays.
template <class T>
void halve(FarmColumn<T>& column, std::size_t parent, std::size_t child) {
  column[child] = static_cast<T>(column[parent] / 2);
  column[parent] = static_cast<T>(column[parent] - column[child]);
}

void part(FarmTile& tile, std::size_t parent, std::size_t child, Month month) {
  halve(tile.grain, parent, child), halve(tile.cash, parent, child);
  halve(tile.offer, parent, child), halve(tile.goods_order, parent, child), halve(tile.goods, parent, child);
  halve(tile.arrears, parent, child), halve(tile.land, parent, child), halve(tile.area, parent, child);
  halve(tile.eaters, parent, child), halve(tile.workers, parent, child);
  halve(tile.horses, parent, child), halve(tile.cattle, parent, child);
  tile.nutrition[child] = tile.nutrition[parent];
  tile.grievance[child] = tile.grievance[parent];
  tile.age[child] = 0;
  tile.id[child] = child_id(tile.id[parent], month);
  tile.luck[child] = static_cast<std::uint8_t>((tile.id[child] >> 8 & 0x7FU) + 64U);
}

template <class T>
bool fits(const FarmColumn<T>& column, std::size_t from, std::size_t heir, std::int64_t limit) {
  return std::int64_t{column[from]} + column[heir] <= limit;
}

// All that has to fit is looked at, as one question is answered sooner than eight.
bool can_take_in(const FarmTile& tile, std::size_t from, std::size_t heir) {
  const std::array<bool, 8> all = {fits(tile.eaters, from, heir, 200),       fits(tile.land, from, heir, kCountLimit),
                                   fits(tile.area, from, heir, kCountLimit), fits(tile.goods, from, heir, kCountLimit),
                                   fits(tile.cash, from, heir, kCashLimit),  fits(tile.grain, from, heir, 16000000),
                                   fits(tile.horses, from, heir, 200),       fits(tile.cattle, from, heir, 200)};
  unsigned fitting = 1;
  for (const bool one : all) fitting &= static_cast<unsigned>(one);
  return fitting != 0;
}

// Moves a stock to the heir, up to what the column holds (only counts that are not conserved can exceed it).
template <class T>
void inherit(FarmColumn<T>& column, std::size_t from, std::size_t heir, std::int64_t limit) {
  const std::int64_t sum = std::int64_t{column[from]} + column[heir];
  column[heir] = static_cast<T>(sum < limit ? sum : limit);
  column[from] = 0;
}

void join(FarmTile& tile, std::size_t from, std::size_t heir) {
  inherit(tile.grain, from, heir, 16777216), inherit(tile.cash, from, heir, kCashLimit);
  inherit(tile.offer, from, heir, kCountLimit);
  inherit(tile.goods_order, from, heir, kCountLimit), inherit(tile.goods, from, heir, kCountLimit);
  inherit(tile.arrears, from, heir, kCountLimit), inherit(tile.land, from, heir, kCountLimit);
  inherit(tile.area, from, heir, kCountLimit), inherit(tile.eaters, from, heir, 255), inherit(tile.workers, from, heir, 255);
  inherit(tile.horses, from, heir, 255), inherit(tile.cattle, from, heir, 255);
  tile.nutrition[from] = tile.grievance[from] = tile.age[from] = tile.luck[from] = 0;
  tile.id[from] = 0;
}

}  // namespace

std::uint64_t part_and_merge(const FarmHouseholds& flagged, Month month, FarmTile& tile) {
  std::uint64_t alive = flagged.alive;
  for (std::uint64_t left = flagged.joins; left != 0; left &= left - 1) {
    const int from = std::countr_zero(left);
    // Neighbours are asked one after another, the next first.
    for (std::uint64_t asked = std::rotr(alive, from) & ~std::uint64_t{1}; asked != 0; asked &= asked - 1) {
      const auto heir = static_cast<std::size_t>((from + std::countr_zero(asked)) % static_cast<int>(kTileFarms));
      if (!can_take_in(tile, static_cast<std::size_t>(from), heir)) continue;
      join(tile, static_cast<std::size_t>(from), heir);
      alive &= ~(std::uint64_t{1} << from);
      break;
    }
  }
  for (std::uint64_t left = flagged.parts; left != 0; left &= left - 1) {
    const auto parent = static_cast<std::size_t>(std::countr_zero(left));
    if (tile.eaters[parent] < 4) continue;
    if (~alive == 0) break;  // a full tile puts partitions off
    part(tile, parent, static_cast<std::size_t>(std::countr_one(alive)), month);
    alive |= alive + 1;
  }
  return alive;
}

}  // namespace thermidor::economy
