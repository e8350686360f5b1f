// A group of farms side by side: their columns in registers while their month is worked out.
#pragma once

#include "economy/farm_phase.hpp"
#include "economy/farm_tally.hpp"

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
  Ints cash, offer, goods_order, goods, arrears;
};

// What can happen in a month. Months without field work have code of their own, which leaves out what does not happen: the
// amounts are zero then.
struct FarmSeason {
  bool field = true;   // a harvest is brought in, or something is sown
  bool aided = true;   // relief or seed is given
  bool levied = true;  // grain is taken by the state
};

// Grain and what is still to come of the harvest.
template <FarmSeason Season>
THERMIDOR_INLINE Floats in_hand_and_field(Floats grain, const FarmGroup& farms) {
  if constexpr (Season.field) {
    return grain + farms.pending;
  } else {
    return grain;
  }
}

// Which columns a month can have changed besides those that it always changes.
struct FarmChanges {
  bool area = false, arrears = false, people = false, herds = false;
};

THERMIDOR_INLINE FarmGroup load_group(const FarmTile& tile, int first) {
  FarmGroup farms;
  farms.grain = real(load(first_of(tile.grain) + first));
  farms.cash = load(first_of(tile.cash) + first);
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
  store(farms.offer, first_of(tile.offer) + first);
  store(farms.goods_order, first_of(tile.goods_order) + first);
  store(farms.goods, first_of(tile.goods) + first);
  store(cut(farms.nutrition), first_of(tile.nutrition) + first);
  store(cut(farms.grievance), first_of(tile.grievance) + first);
  if (changes.arrears) store(farms.arrears, first_of(tile.arrears) + first);
  if (changes.area) store(cut(farms.area), first_of(tile.area) + first);
  if (changes.people) {
    store(cut(farms.eaters), first_of(tile.eaters) + first);
    store(cut(farms.workers), first_of(tile.workers) + first);
  }
  if (!changes.herds) return;
  store(cut(farms.horses), first_of(tile.horses) + first);
  store(cut(farms.cattle), first_of(tile.cattle) + first);
}

// Each group of a tile.
template <class Body>
THERMIDOR_INLINE void for_groups(const Body& body) {
  if constexpr (kGroups == 1) {
    body(0);
  } else {
    for (int group = 0; group < kGroups; ++group) body(group);
  }
}

// Column by column, so that registers are stored and loaded as such.
THERMIDOR_INLINE void copy_group(const FarmGroup& from, FarmGroup& to) {
  to.grain = from.grain, to.eaters = from.eaters, to.workers = from.workers, to.horses = from.horses;
  to.cattle = from.cattle, to.land = from.land, to.area = from.area, to.nutrition = from.nutrition;
  to.grievance = from.grievance, to.pending = from.pending, to.fed = from.fed, to.taken = from.taken;
  to.kitchen = from.kitchen, to.taxed = from.taxed, to.cash = from.cash;
  to.offer = from.offer, to.goods_order = from.goods_order, to.goods = from.goods, to.arrears = from.arrears;
}

// Works on each group of a tile, given its first slot. Where there is more than one, a copy is worked on, which registers hold.
template <class Body>
THERMIDOR_INLINE void with_groups(FarmGroup (&groups)[kGroups], const Body& body) {
  if constexpr (kGroups == 1) {
    body(groups[0], 0);
  } else {
    for (int group = 0; group < kGroups; ++group) {
      FarmGroup farms;
      copy_group(groups[group], farms);
      body(farms, group * kLanes);
      copy_group(farms, groups[group]);
    }
  }
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
