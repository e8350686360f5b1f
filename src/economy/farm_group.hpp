// A group of farms side by side: their columns in registers while their month is worked out, and the sums they add to.
#pragma once

#include <utility>

#include "economy/farm_lanes.hpp"
#include "economy/farm_pass.hpp"
#include "economy/farm_phase.hpp"

namespace thermidor::economy {
namespace {

// Grain is whole kilograms below 2^24, hence exact in single precision.
struct FarmGroup {
  Floats grain, eaters, workers, horses, cattle, land, area;
  Floats nutrition;  // eaten over norm, whole 1/200
  Floats grievance;  // 0-255
  Floats pending;    // kg of this harvest still to come
  Floats fed;        // fed over norm
  Floats taken;      // kg taken by the state this month
  Floats kitchen;    // kg of relief given this month
  Floats taxed;      // share of cash paid in tax
  Ints cash, sold, offer, goods_order, goods, arrears;
};

// Which columns a month can have changed besides those that it always changes.
struct FarmChanges {
  bool area = false, arrears = false, herds = false;
};

THERMIDOR_INLINE FarmGroup load_group(const FarmTile& tile, int first) {
  FarmGroup farms;
  farms.grain = real(load(first_of(tile.grain) + first));
  farms.cash = load(first_of(tile.cash) + first);
  farms.sold = load(first_of(tile.sold) + first);
  farms.offer = load(first_of(tile.offer) + first);
  farms.goods_order = load(first_of(tile.goods_order) + first);
  farms.goods = load(first_of(tile.goods) + first);
  farms.arrears = load(first_of(tile.arrears) + first);
  farms.land = real(load(first_of(tile.land) + first));
  farms.area = real(load(first_of(tile.area) + first));
  farms.eaters = real(load(first_of(tile.eaters) + first));
  farms.workers = real(load(first_of(tile.workers) + first));
  farms.horses = real(load(first_of(tile.horses) + first));
  farms.cattle = real(load(first_of(tile.cattle) + first));
  farms.nutrition = real(load(first_of(tile.nutrition) + first));
  farms.grievance = real(load(first_of(tile.grievance) + first));
  farms.pending = farms.fed = farms.taken = farms.kitchen = farms.taxed = Floats{};
  return farms;
}

THERMIDOR_INLINE void store_group(const FarmGroup& farms, FarmChanges changes, FarmTile& tile, int first) {
  store(cut(farms.grain), first_of(tile.grain) + first);
  store(farms.cash, first_of(tile.cash) + first);
  store(farms.sold, first_of(tile.sold) + first);
  store(farms.offer, first_of(tile.offer) + first);
  store(farms.goods_order, first_of(tile.goods_order) + first);
  store(farms.goods, first_of(tile.goods) + first);
  store(cut(farms.nutrition), first_of(tile.nutrition) + first);
  store(cut(farms.grievance), first_of(tile.grievance) + first);
  store(cut(farms.eaters), first_of(tile.eaters) + first);
  store(cut(farms.workers), first_of(tile.workers) + first);
  if (changes.arrears) store(farms.arrears, first_of(tile.arrears) + first);
  if (changes.area) store(cut(farms.area), first_of(tile.area) + first);
  if (!changes.herds) return;
  store(cut(farms.horses), first_of(tile.horses) + first);
  store(cut(farms.cattle), first_of(tile.cattle) + first);
}

// Column by column, so that registers are stored and loaded as such.
THERMIDOR_INLINE void copy_group(const FarmGroup& from, FarmGroup& to) {
  to.grain = from.grain, to.eaters = from.eaters, to.workers = from.workers, to.horses = from.horses;
  to.cattle = from.cattle, to.land = from.land, to.area = from.area, to.nutrition = from.nutrition;
  to.grievance = from.grievance, to.pending = from.pending, to.fed = from.fed, to.taken = from.taken;
  to.kitchen = from.kitchen, to.taxed = from.taxed, to.cash = from.cash, to.sold = from.sold;
  to.offer = from.offer, to.goods_order = from.goods_order, to.goods = from.goods, to.arrears = from.arrears;
}

THERMIDOR_INLINE Floats need_without_seed(const FarmNeedRates& rates, const FarmGroup& farms) {
  return farms.eaters * rates.food + farms.horses * rates.horse + farms.cattle * rates.cattle;
}
// What a farm could till beyond its land, with its own horses and hands.
THERMIDOR_INLINE Floats strength_to_spare(const LeaseTerms& terms, const FarmGroup& farms) {
  return positive(least(farms.horses * terms.ease, farms.workers * terms.labour) - farms.land);
}
// Part of the sown area that lies on leased land: farms sow all land that they hold alike.
THERMIDOR_INLINE Floats leased_area(const LeaseTerms& terms, const FarmGroup& farms) {
  const Floats leased = strength_to_spare(terms, farms) * terms.share;
  return farms.area * leased / most(farms.land + leased, 1.0F);
}
// Land that lies unsown and that the farm could not till by itself.
THERMIDOR_INLINE Floats land_to_let(const LeaseTerms& terms, const FarmGroup& farms) {
  const Floats tilled = least(farms.horses * terms.draught, farms.workers * terms.labour);
  return positive(farms.land - most(farms.area, tilled));
}
THERMIDOR_INLINE Floats need_of(const FarmNeedRates& rates, const FarmGroup& farms) {
  return need_without_seed(rates, farms) + farms.area * rates.seed;
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

  THERMIDOR_INLINE void add_packed(Register& sum, Ints values) { sum += reinterpret_cast<Register>(values.a + values.b); }
  THERMIDOR_INLINE void add(FarmSum what, Ints values) { add_packed(low[static_cast<int>(what)], values); }
  THERMIDOR_INLINE void add_wide(FarmSum what, Ints values) {
    add(what, values);
    high[static_cast<int>(what) - kNarrowSums] += reinterpret_cast<Register>(values.a + values.b) >> 16;
  }
  THERMIDOR_INLINE void order(FarmOrder kind, int first, Ints values) {
    constexpr int kParts = static_cast<int>(kOrderColumns) / kWidth;
    const int part = first / kWidth % kParts;
    orders[static_cast<int>(kind)][part] += reinterpret_cast<Register>(values.a);
    orders[static_cast<int>(kind)][(part + 1) % kParts] += reinterpret_cast<Register>(values.b);
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

// Adds a receipt to the purse, up to what a purse holds, and returns what was added.
THERMIDOR_INLINE Ints receive(Ints& cash, Floats amount) {
  const Ints paid = least(cut(least(amount, 1073741824.0F)), kCashLimit - cash);
  cash += paid;
  return paid;
}

// Takes a payment out of the purse, as far as it goes, and returns what was paid.
THERMIDOR_INLINE Ints spend(Ints& cash, Floats amount) {
  const Ints paid = least(cut(least(amount, 1073741824.0F)), cash);
  cash -= paid;
  return paid;
}

}  // namespace
}  // namespace thermidor::economy
