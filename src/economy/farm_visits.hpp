// In which order the tiles of a block are worked on, and memory asked for them early.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>

#include "core/prefetch.hpp"
#include "economy/farm_lanes.hpp"
#include "economy/farm_pass.hpp"

namespace thermidor::economy {
namespace {

// Whether a tile passes a quarter in a month.
THERMIDOR_INLINE bool turns(std::uint32_t month, std::uint32_t turn, std::uint32_t tile) {
  return first_to_turn(month, turn) == tile % 3;
}

// A tile to work on.
struct FarmVisit {
  const FarmTile* tile = nullptr;
  bool turn = false;
};
inline constexpr std::uint32_t kVisitsAhead = 2;  // memory answers later than one tile takes

// Tiles that pass a quarter one after another, and the others likewise: the code of either is more than half of what the
// machine keeps decoded. Then the first of the block that follows.
inline void plan_visits(const FarmTask& task, FarmVisit (&visits)[kBlockTiles + kVisitsAhead]) {
  std::uint32_t count = 0;
  for (std::uint32_t third = 0; third < 3; ++third) {
    const bool turn = turns(task.month_index, task.turn, third);
    for (std::uint32_t number = third; number < task.count; number += 3) visits[count++] = {task.tiles + number, turn};
  }
  for (std::uint32_t i = 0; i < kVisitsAhead; ++i)
    visits[count + i] = {task.next == nullptr ? task.tiles : task.next + std::size_t{3} * i, false};
}

// Asks for a tile's cache lines while another is worked on. What is read once a quarter lies at the end; so does the luck that
// a harvest asks for.
template <std::size_t From, std::size_t... Line>
THERMIDOR_INLINE void fetch_lines(const FarmTile& tile, std::index_sequence<Line...>) {
  (fetch_line(reinterpret_cast<const char*>(&tile) + From + 64 * Line), ...);
}
THERMIDOR_INLINE void fetch_ahead(FarmVisit visit, bool harvest) {
  constexpr std::size_t kMonthly = offsetof(FarmTile, age), kLuck = offsetof(FarmTile, luck);
  fetch_lines<0>(*visit.tile, std::make_index_sequence<kMonthly / 64>{});
  if (harvest) fetch_lines<kLuck>(*visit.tile, std::make_index_sequence<1>{});
  if (visit.turn) fetch_lines<kMonthly>(*visit.tile, std::make_index_sequence<(sizeof(FarmTile) - kMonthly) / 64>{});
}

}  // namespace
}  // namespace thermidor::economy
