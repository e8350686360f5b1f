// Rent and wages in grain between the farms of a tile: exact, as what some give others get.
#pragma once

#include "economy/farm_settle.hpp"

namespace thermidor::economy {
namespace {

struct FarmHiring {
  Ints give, want;
};

template <FarmSeason Season>
THERMIDOR_INLINE FarmHiring work_out_hiring(const HireTerms& terms, const FarmGroup& farms) {
  const Floats hand = positive(in_hand_and_field<Season>(farms.grain, farms) - farms.area * terms.lock);
  const Floats surplus = least(farms.grain, positive(hand - need_without_seed(terms.floor, farms)) * terms.share);
  const Floats gap = positive(farms.eaters * terms.food - hand);
  return {cut(surplus), cut(least(gap, farms.workers * terms.wage))};
}

// Rent of what a farm sows on leased land, and of the land that it could let.
THERMIDOR_INLINE FarmHiring work_out_rent(const HireTerms& terms, const FarmGroup& farms) {
  const Floats rent = leased_area(terms.lease, farms) * terms.rent;
  return {cut(least(farms.grain, rent)), cut(land_to_let(terms.lease, farms) * terms.rent)};
}

inline constexpr std::size_t kColumnParts = kOrderColumns / static_cast<std::size_t>(kWidth);

// Amounts of a tile's farms by order column, and their sums over the columns before each.
struct FarmColumns {
  WordRegister sums[kColumnParts] = {}, before[kColumnParts];
  std::uint32_t total = 0;
};

template <std::size_t... Part>
THERMIDOR_INLINE void add_columns(Ints amounts, int first, FarmColumns& columns, std::index_sequence<Part...>) {
  const auto number = static_cast<std::size_t>(first / kWidth);
  ((columns.sums[(number + Part) % kColumnParts] += reinterpret_cast<WordRegister>(part<Part>(amounts))), ...);
}

// Lanes moved up by so many; zeros follow them.
template <std::size_t Step, std::size_t... I>
THERMIDOR_INLINE WordRegister move_up(WordRegister x, std::index_sequence<I...>) {
  return __builtin_shufflevector(WordRegister{}, x, static_cast<int>(I < Step ? I : kWidth + I - Step)...);
}
THERMIDOR_INLINE void sum_up(FarmColumns& columns) {
  constexpr auto kAll = std::make_index_sequence<kWidth>{};
  for (std::size_t part = 0; part < kColumnParts; ++part) {
    WordRegister running = columns.sums[part];
    running += move_up<1>(running, kAll);
    running += move_up<2>(running, kAll);
    if constexpr (kWidth > 4) running += move_up<4>(running, kAll);
    if constexpr (kWidth > 8) running += move_up<8>(running, kAll);
    columns.before[part] = running - columns.sums[part] + columns.total;
    columns.total += running[kWidth - 1];
  }
}

// As make_ration of farm_ration.hpp does it, the odd unit in the middle.
THERMIDOR_INLINE void ration_columns(std::uint32_t quota, const WordRegister (&before)[kColumnParts], std::uint32_t total,
                                     FarmRation& ration) {
  ration.mode = quota < total ? FarmRation::Mode::part : FarmRation::Mode::all;
  ration.factor = static_cast<std::uint32_t>((std::uint64_t{quota} << 32) / total);
  const auto start = static_cast<std::uint32_t>(total + (((std::uint64_t{1} << 32) - total) >> 1));
  for (std::size_t part = 0; part < kColumnParts; ++part) {
    const auto left = reinterpret_cast<LongRegister>(before[part] * ration.factor + start);
    store_lanes(left & 0xFFFFFFFFULL, ration.left + part * kWidth / 2);
    store_lanes(left >> 32, ration.left + (kOrderColumns + part * kWidth) / 2);
  }
}

// What neighbours give each other, by a rule that says what each would give and would have: as much as is offered or wanted,
// whichever is less. The other side is rationed, without a branch, as nobody can foresee which it is.
template <class Rule>
THERMIDOR_INLINE void pay_neighbours(const Rule& rule, FarmSum what, FarmGroup (&groups)[kGroups], FarmTally& tally) {
  constexpr auto kParts = std::make_index_sequence<kRegisters>{};
  FarmHiring hirings[kGroups];
  FarmColumns offered, wanted;
  for_groups([&](int group) THERMIDOR_AT_ONCE {
    const FarmHiring hiring = rule(groups[group]);
    add_columns(hiring.give, group * kLanes, offered, kParts), add_columns(hiring.want, group * kLanes, wanted, kParts);
    hirings[group].give = hiring.give, hirings[group].want = hiring.want;
  });
  sum_up(offered), sum_up(wanted);
  if (offered.total == 0 || wanted.total == 0) return;
  const bool ample = offered.total > wanted.total;
  const IntRegister side = (ample ? -1 : 0) - IntRegister{};
  WordRegister before[kColumnParts];
  for (std::size_t part = 0; part < kColumnParts; ++part) before[part] = side ? offered.before[part] : wanted.before[part];
  FarmRation ration;
  ration_columns(ample ? wanted.total : offered.total, before, ample ? offered.total : wanted.total, ration);
  const Ints sides = each<Ints>([&]() THERMIDOR_AT_ONCE { return side; });
  for_groups([&](int group) THERMIDOR_AT_ONCE {
    const FarmHiring& hiring = hirings[group];
    const Ints rationed = give(ration, choose(sides, hiring.give, hiring.want), group * kLanes);
    const Ints paid = choose(sides, rationed, hiring.give), got = choose(sides, hiring.want, rationed);
    groups[group].grain += real(got - paid);
    tally.add(what, paid);
  });
}

template <FarmSeason Season>
THERMIDOR_INLINE void hire_neighbours(const HireTerms& terms, FarmGroup (&groups)[kGroups], FarmTally& tally) {
  pay_neighbours([&terms](const FarmGroup& farms) { return work_out_hiring<Season>(terms, farms); }, FarmSum::hired, groups,
                 tally);
}

THERMIDOR_INLINE void pay_rent(const HireTerms& terms, FarmGroup (&groups)[kGroups], FarmTally& tally) {
  if (terms.rent <= 0) return;
  pay_neighbours([&terms](const FarmGroup& farms) { return work_out_rent(terms, farms); }, FarmSum::rent, groups, tally);
}

}  // namespace
}  // namespace thermidor::economy
