// Sums over the farms of a block, and its orders by column, lane by lane while farms are worked on.
#pragma once

#include <utility>

#include "economy/farm_lanes.hpp"
#include "economy/farm_pass.hpp"

namespace thermidor::economy {
namespace {

// The upper halves of the sums of two registers each: that of four would not fit.
template <class Number>
THERMIDOR_INLINE WordRegister sum_of_upper_halves(const Lanes<Number>& x) {
  const WordRegister first = reinterpret_cast<WordRegister>(x.a + x.b) >> 16;
  if constexpr (kRegisters == 4) {
    return first + (reinterpret_cast<WordRegister>(x.c + x.d) >> 16);
  } else {
    return first;
  }
}

// Sums by lane over up to 256 farms each, in 32 bits: no farm adds 2^24 or more to one of the narrow sums, and of the others
// the upper halves are summed as well, two farms at a time. Both registers of a group add to the same lanes.
struct FarmTally {
  using Register = WordRegister;
  Register low[kFarmSums];
  Register high[kFarmSums - kNarrowSums];
  Register orders[kFarmOrders][kOrderColumns / kWidth];
  Register strata;  // from the lowest bit: households; from the tenth: the poor; from the twentieth: kulaks
  Register heads;   // lower half: people; upper half: horses
  Register herds;   // lower half: cattle; upper half: grievance

  THERMIDOR_INLINE void add_packed(Register& sum, Ints values) { sum += sum_of_parts(as<Words>(values)); }
  THERMIDOR_INLINE void add(FarmSum what, Ints values) { add_packed(low[static_cast<int>(what)], values); }
  THERMIDOR_INLINE void add_wide(FarmSum what, Ints values) {
    add(what, values);
    high[static_cast<int>(what) - kNarrowSums] += sum_of_upper_halves(values);
  }
  THERMIDOR_INLINE void order(FarmOrder kind, int first, Ints values) {
    constexpr int kParts = static_cast<int>(kOrderColumns) / kWidth;
    if constexpr (kParts == 1) {
      add_packed(orders[static_cast<int>(kind)][0], values);
    } else {
      const int part = first / kWidth % kParts;
      orders[static_cast<int>(kind)][part] += reinterpret_cast<Register>(values.a);
      orders[static_cast<int>(kind)][(part + 1) % kParts] += reinterpret_cast<Register>(values.b);
    }
  }
};
inline constexpr std::uint32_t kTallyTiles = 4 * kWidth;  // until a lane has seen 256 farms

template <std::size_t Step, std::size_t... I>
THERMIDOR_INLINE WordRegister turn_lanes(WordRegister x, std::index_sequence<I...>) {
  return __builtin_shufflevector(x, x, static_cast<int>((I + Step) % kWidth)...);
}

// The sum of all lanes, none of which holds more than 2^32 over their number.
THERMIDOR_INLINE std::int64_t sum_of(WordRegister lanes) {
  constexpr auto kAll = std::make_index_sequence<kWidth>{};
  if constexpr (kWidth > 8) lanes += turn_lanes<8>(lanes, kAll);
  if constexpr (kWidth > 4) lanes += turn_lanes<4>(lanes, kAll);
  lanes += turn_lanes<2>(lanes, kAll);
  return std::int64_t{lanes[0]} + lanes[1];
}
THERMIDOR_INLINE std::int64_t wide_sum_of(FarmTally::Register lanes) {
  return sum_of(lanes & 0xFFFFU) + (sum_of(lanes >> 16) << 16);
}

// Adds up bits [from, from + count) of all lanes.
THERMIDOR_INLINE std::int64_t unpack(FarmTally::Register sums, int from, int count) {
  return sum_of((sums >> from) & ((1U << count) - 1));
}

// Adds what the lanes hold to the sums and empties them.
inline void close_tally(FarmTally& tally, FarmTask& task) {
  for (int what = 0; what < kNarrowSums; ++what) task.sums.of[what] += wide_sum_of(tally.low[what]);
  for (int what = kNarrowSums; what < kFarmSums; ++what) {
    const FarmTally::Register high = tally.high[what - kNarrowSums];
    task.sums.of[what] += wide_sum_of(tally.low[what] - (high << 16)) + (wide_sum_of(high) << 16);
  }
  const auto add = [&task](FarmSum what, std::int64_t sum) { task.sums.of[static_cast<int>(what)] += sum; };
  add(FarmSum::households, unpack(tally.strata, 0, 10));
  add(FarmSum::poor, unpack(tally.strata, 10, 10));
  add(FarmSum::kulak, unpack(tally.strata, 20, 10));
  add(FarmSum::people, unpack(tally.heads, 0, 16));
  add(FarmSum::horses, unpack(tally.heads, 16, 16));
  add(FarmSum::cattle, unpack(tally.herds, 0, 16));
  add(FarmSum::grievance, unpack(tally.herds, 16, 16));
  for (int kind = 0; kind < static_cast<int>(kFarmOrders); ++kind) {
    for (int column = 0; column < static_cast<int>(kOrderColumns); column += kWidth) {
      std::uint32_t* sums = task.orders[kind] + column;
      store_lanes(load_register<WordRegister>(sums) + tally.orders[kind][column / kWidth], sums);
    }
  }
  tally = FarmTally{};
}

}  // namespace
}  // namespace thermidor::economy
