#include "economy/resettle_farms.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>

namespace thermidor::economy {
namespace {

constexpr int kCrowded = 1;  // free slots of a tile that households leave
constexpr int kSpare = 2;    // free slots that it has then
constexpr int kWelcome = 4;  // free slots of a tile that takes households in

// The slots of an order column. A household that moves within its column leaves the block's sums of orders as they are.
constexpr std::uint64_t kColumnSlots = 0x0001000100010001ULL;
static_assert(kOrderColumns == 16 && kTileFarms == 64);

template <class T>
void move_cell(FarmColumn<T>& from, std::size_t slot, FarmColumn<T>& to, std::size_t place) {
  to[place] = from[slot];
  from[slot] = 0;
}

void move_household(FarmTile& from, std::size_t slot, FarmTile& to, std::size_t place) {
  move_cell(from.grain, slot, to.grain, place), move_cell(from.cash, slot, to.cash, place);
  move_cell(from.offer, slot, to.offer, place);
  move_cell(from.goods_order, slot, to.goods_order, place), move_cell(from.goods, slot, to.goods, place);
  move_cell(from.arrears, slot, to.arrears, place), move_cell(from.land, slot, to.land, place);
  move_cell(from.area, slot, to.area, place), move_cell(from.eaters, slot, to.eaters, place);
  move_cell(from.workers, slot, to.workers, place), move_cell(from.horses, slot, to.horses, place);
  move_cell(from.cattle, slot, to.cattle, place), move_cell(from.nutrition, slot, to.nutrition, place);
  move_cell(from.grievance, slot, to.grievance, place), move_cell(from.age, slot, to.age, place);
  move_cell(from.luck, slot, to.luck, place), move_cell(from.id, slot, to.id, place);
}

// The tiles of a block that passed a quarter this month: every third from `first_` on. Offers to move to towns are counted in
// tiles whose quarter ends next month; these are not among them.
class Settlement {
 public:
  Settlement(Month month, std::span<FarmTile> tiles, std::span<std::uint64_t, kBlockTiles> living, FarmBlock& block)
      : first_(first_to_turn(static_cast<std::uint32_t>(month.index), block.turn)),
        tiles_(tiles),
        living_(living),
        block_(block) {
    for (std::uint32_t tile = first_; tile < block.tiles; tile += 3) free_[tile] = std::popcount(~living[tile]);
  }

  void relieve_crowded() {
    for (std::uint32_t tile = first_; tile < block_.tiles; tile += 3) {
      if (free_[tile] > kCrowded) continue;
      std::uint32_t taker = roomiest(tile);
      if (free_[taker] < kWelcome && open_tile()) taker = block_.tiles - 1;
      if (free_[taker] > kSpare) move(tile, taker, kSpare - free_[tile]);
    }
  }

  void close_last() {
    const std::uint32_t last = block_.tiles - 1;
    if (last == 0 || last % 3 != first_) return;
    const int households = static_cast<int>(kTileFarms) - free_[last];
    int room = 0;
    for (std::uint32_t tile = first_; tile < last; tile += 3) room += std::max(free_[tile] - kWelcome, 0);
    if (room < households) return;
    for (std::uint32_t tile = first_; tile < last; tile += 3) move(last, tile, free_[tile] - kWelcome);
    if (living_[last] == 0) --block_.tiles;
  }

 private:
  // The first of the tiles with most room.
  std::uint32_t roomiest(std::uint32_t best) const {
    for (std::uint32_t tile = first_; tile < block_.tiles; tile += 3) best = free_[tile] > free_[best] ? tile : best;
    return best;
  }

  // Moves so many households, from the last slot down, as far as slots of their columns are free.
  void move(std::uint32_t giver, std::uint32_t taker, int count) {
    for (; count > 0; --count) {
      std::uint64_t columns = ~living_[taker];
      columns |= std::rotl(columns, 16);
      columns |= std::rotl(columns, 32);
      const std::uint64_t may = living_[giver] & columns;
      if (may == 0) return;
      const std::uint32_t slot = static_cast<std::uint32_t>(kTileFarms) - 1 - static_cast<std::uint32_t>(std::countl_zero(may));
      const int place = std::countr_zero(~living_[taker] & kColumnSlots << slot % kOrderColumns);
      move_household(tiles_[giver], slot, tiles_[taker], static_cast<std::size_t>(place));
      living_[giver] &= ~(std::uint64_t{1} << slot), ++free_[giver];
      living_[taker] |= std::uint64_t{1} << place, --free_[taker];
    }
  }

  bool open_tile() {
    if (block_.tiles == block_.room || block_.tiles % 3 != first_) return false;
    living_[block_.tiles] = 0, free_[block_.tiles] = static_cast<int>(kTileFarms);
    ++block_.tiles;
    return true;
  }

  std::uint32_t first_;
  std::span<FarmTile> tiles_;
  std::span<std::uint64_t, kBlockTiles> living_;
  FarmBlock& block_;
  std::array<int, kBlockTiles> free_{};
};

}  // namespace

void resettle_farms(Month month, std::span<FarmTile> tiles, std::span<std::uint64_t, kBlockTiles> living, FarmBlock& block) {
  Settlement settlement(month, tiles, living, block);
  settlement.relieve_crowded();
  settlement.close_last();
}

}  // namespace thermidor::economy
