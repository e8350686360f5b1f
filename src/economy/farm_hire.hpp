// Rent and wages in grain between the farms of a tile: exact, as what some give others get.
#pragma once

#include "economy/farm_settle.hpp"

namespace thermidor::economy {
namespace {

struct FarmHiring {
  Ints give, want;
};

THERMIDOR_INLINE FarmHiring work_out_hiring(const HireTerms& terms, const FarmGroup& farms) {
  const Floats hand = positive(farms.grain + farms.pending - farms.area * terms.lock);
  const Floats surplus = least(farms.grain, positive(hand - need_without_seed(terms.floor, farms)) * terms.share);
  const Floats gap = positive(farms.eaters * terms.food - hand);
  return {cut(surplus), cut(least(gap, farms.workers * terms.wage))};
}

// Rent of what a farm sows on leased land, and of the land that it could let.
THERMIDOR_INLINE FarmHiring work_out_rent(const HireTerms& terms, const FarmGroup& farms) {
  const Floats rent = leased_area(terms.lease, farms) * terms.rent;
  return {cut(least(farms.grain, rent)), cut(land_to_let(terms.lease, farms) * terms.rent)};
}

// Adds a group's amounts to sums by column.
THERMIDOR_INLINE void add_columns(Ints lanes, int first, std::uint32_t* columns) {
  std::uint32_t* a = columns + first % static_cast<int>(kOrderColumns);
  store_lanes(load_register<IntRegister>(a) + lanes.a, a);
  std::uint32_t* b = columns + (first + kWidth) % static_cast<int>(kOrderColumns);
  store_lanes(load_register<IntRegister>(b) + lanes.b, b);
}

// What neighbours give each other, by a rule that says what each would give and would have.
template <class Rule>
THERMIDOR_INLINE void pay_neighbours(const Rule& rule, FarmSum what, FarmGroup (&groups)[kGroups], FarmTally& tally) {
  Ints give_up[kGroups], want[kGroups];
  alignas(64) std::uint32_t offered[kOrderColumns] = {}, wanted[kOrderColumns] = {};
  for (int group = 0; group < kGroups; ++group) {
    const FarmHiring hiring = rule(groups[group]);
    give_up[group] = hiring.give, want[group] = hiring.want;
    add_columns(hiring.give, group * kLanes, offered), add_columns(hiring.want, group * kLanes, wanted);
  }
  FarmRation giving = {}, getting = {};
  share_out_work(offered, wanted, giving, getting);
  if (giving.mode == FarmRation::Mode::none) return;
  for (int group = 0; group < kGroups; ++group) {
    const Ints paid = give(giving, give_up[group], group * kLanes);
    const Ints got = give(getting, want[group], group * kLanes);
    groups[group].grain += real(got - paid);
    tally.add(what, paid);
  }
}

inline void hire_neighbours(const HireTerms& terms, FarmGroup (&groups)[kGroups], FarmTally& tally) {
  pay_neighbours([&terms](const FarmGroup& farms) { return work_out_hiring(terms, farms); }, FarmSum::hired, groups, tally);
}

inline void pay_rent(const HireTerms& terms, FarmGroup (&groups)[kGroups], FarmTally& tally) {
  if (terms.rent <= 0) return;
  pay_neighbours([&terms](const FarmGroup& farms) { return work_out_rent(terms, farms); }, FarmSum::rent, groups, tally);
}

}  // namespace
}  // namespace thermidor::economy
