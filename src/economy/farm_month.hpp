// The month of a block of farms, for the vectors of the unit that includes this: the one place that knows the order in which a
// farm lives through a month.
#pragma once

#include <cstddef>

#include "core/rng.hpp"
#include "economy/farm_eat.hpp"
#include "economy/farm_harvest.hpp"
#include "economy/farm_hire.hpp"
#include "economy/farm_households.hpp"
#include "economy/farm_quarter.hpp"
#include "economy/farm_visits.hpp"

namespace thermidor::economy {
namespace {

// Purposes of the fractions that stand for draws.
enum FarmPurpose : std::uint32_t { for_sowing = 1, for_food, for_feed, for_spoilage, for_mood, for_hunger, for_wear };

// Where a group of farms is.
struct FarmPlace {
  FarmTile& tile;
  std::uint32_t number = 0;  // of the tile within the block
  int first = 0;             // slot
};

THERMIDOR_INLINE FarmSeason season_of(FarmTask& task) {
  const FarmTerms& terms = *task.terms;
  return {terms.harvest.on || terms.sow.on, active(task.rations, FarmOrder::relief) || active(task.rations, FarmOrder::seed),
          terms.levy.tax_on || terms.levy.force_on || active(task.rations, FarmOrder::requisition)};
}

// Deliveries, field work and levies.
template <FarmSeason Season>
THERMIDOR_INLINE void work_and_pay(bool turn, FarmPlace place, FarmTask& task, FarmGroup& farms, FarmTally& tally) {
  const FarmTerms& terms = *task.terms;
  settle<Season>(*task.last, turn, place.first, task, farms, tally);
  if constexpr (Season.field) {
    if (terms.harvest.on) harvest(terms.harvest, place.tile, place.first, farms, tally);
    if (terms.sow.on) sow(terms.sow, phase_of(task, place.number, place.first).of(for_sowing), farms, tally);
  }
  if constexpr (Season.levied) {
    if (terms.levy.tax_on) tax_in_kind(terms.levy, farms, tally);
  }
  if (terms.levy.money_on) tax_in_money(terms.levy, farms, tally);
  if constexpr (Season.levied) {
    if (terms.levy.force_on) take_by_force(terms.levy, farms, tally);
  }
}

// What is eaten, how people feel and who starves. Says whether anybody may have.
template <FarmSeason Season>
THERMIDOR_INLINE bool eat_and_feel(bool turn, FarmPlace place, FarmTask& task, FarmGroup& farms, FarmTally& tally) {
  const FarmTerms& terms = *task.terms;
  const FarmPhase phase = phase_of(task, place.number, place.first);
  feed_people<Season>(terms.eat, phase.of(for_food), farms, tally);
  feed_animals<Season>(terms.eat, phase.of(for_feed), turn, farms, tally);
  spoil_grain(terms.eat, phase.of(for_spoilage), farms, tally);
  move_mood<Season>(terms.mood, phase.of(for_mood), terms.levy.money_on, farms);
  return die_of_hunger(terms.quarter, phase.of(for_hunger), farms, tally);
}

THERMIDOR_INLINE FarmFlags live(const FarmDraws& draws, FarmPlace place, FarmTask& task, FarmGroup& farms, FarmTally& tally) {
  const QuarterTerms& terms = task.terms->quarter;
  be_born_and_die(terms, draws, farms, tally);
  breed_animals(terms, draws, farms);
  const FarmFlags flags = flag_households(terms, draws, place.tile, place.first, farms);
  grow_older(terms.new_luck, task.luck, farms, place.tile, place.first);
  return flags;
}

THERMIDOR_INLINE void look_ahead(FarmPlace place, FarmChanges changes, bool turn_next, FarmTask& task, FarmGroup& farms,
                                 FarmTally& tally) {
  wear_goods(task.terms->offer, phase_of(task, place.number, place.first).stirred(for_wear), farms, tally);
  make_orders(*task.terms, turn_next, place.first, farms, tally);
  count_farms(task.terms->offer, task.terms->quarter.hunger_line, farms, tally);
  store_group(farms, changes, place.tile, place.first);
}

inline constexpr FarmChanges kAllChanges = {true, true, true, true};
THERMIDOR_INLINE FarmChanges changes_of(const FarmTerms& terms, bool hungry) {
  return {terms.sow.on, terms.levy.money_on, hungry, false};
}

// A month in which no quarter ends: farm by farm.
template <FarmSeason Season>
inline void step_tile(FarmTile& tile, std::uint32_t number, bool turn_next, FarmTask& task, FarmTally& tally) {
  for (int group = 0; group < kGroups; ++group) {
    const FarmPlace place = {tile, number, group * kLanes};
    FarmGroup farms = load_group(tile, place.first);
    work_and_pay<Season>(false, place, task, farms, tally);
    const bool hungry = eat_and_feel<Season>(false, place, task, farms, tally);
    look_ahead(place, changes_of(*task.terms, hungry), turn_next, task, farms, tally);
  }
}

// A month in which a quarter ends: neighbours pay rent and hire each other, and households part and join.
template <FarmSeason Season>
inline void pass_quarter(FarmTile& tile, std::uint32_t number, FarmTask& task, FarmTally& tally) {
  FarmGroup groups[kGroups];
  with_groups(groups, [&](FarmGroup& farms, int first) THERMIDOR_AT_ONCE {
    copy_group(load_group(tile, first), farms);
    work_and_pay<Season>(true, {tile, number, first}, task, farms, tally);
  });
  pay_rent(task.terms->hire, groups, tally);
  hire_neighbours<Season>(task.terms->hire, groups, tally);
  // Drawn here, as what the farms do next has to wait for the hiring.
  constexpr std::uint32_t kStream = make_stream("farms.quarter").value;
  FarmDraws draws[kGroups];
  for_groups([&](int group) THERMIDOR_AT_ONCE { draws[group] = draw_farms(task, kStream, tile, group * kLanes); });
  FarmHouseholds flagged = {};
  with_groups(groups, [&](FarmGroup& farms, int first) THERMIDOR_AT_ONCE {
    const FarmPlace place = {tile, number, first};
    eat_and_feel<Season>(true, place, task, farms, tally);
    const FarmFlags found = live(draws[first / kLanes], place, task, farms, tally);
    flagged.alive |= bits_of(farms.eaters > 0.0F) << first;
    flagged.parts |= bits_of(found.parts) << first;
    flagged.joins |= bits_of(found.joins) << first;
  });
  task.living[number] = flagged.alive;
  if ((flagged.parts | flagged.joins) != 0) {
    for_groups([&](int group) THERMIDOR_AT_ONCE { store_group(groups[group], kAllChanges, tile, group * kLanes); });
    task.living[number] = part_and_merge(flagged, task.month, tile);
    for_groups([&](int group) THERMIDOR_AT_ONCE { copy_group(load_group(tile, group * kLanes), groups[group]); });
  }
  with_groups(groups, [&](FarmGroup& farms, int first)
                          THERMIDOR_AT_ONCE { look_ahead({tile, number, first}, kAllChanges, false, task, farms, tally); });
}

// What is at hand while a block is worked on.
struct FarmWork {
  FarmTally tally = {};
  FarmVisit visits[kBlockTiles + kVisitsAhead];
};

template <FarmSeason Season>
inline void step_tiles(FarmTask& task) {
  FarmWork work;
  plan_visits(task, work.visits);
  std::uint32_t done = 0;
  for (std::uint32_t third = 0; third < 3; ++third) {
    const bool turn = turns(task.month_index, task.turn, third);
    const bool turn_next = turns(task.month_index + 1, task.turn, third);
    for (std::uint32_t number = third; number < task.count; number += 3) {
      fetch_ahead(work.visits[done + kVisitsAhead], Season.field && task.terms->harvest.on);
      FarmTile& tile = task.tiles[number];
      if (turn) {
        pass_quarter<Season>(tile, number, task, work.tally);
      } else {
        step_tile<Season>(tile, number, turn_next, task, work.tally);
      }
      if (++done % kTallyTiles == 0) close_tally(work.tally, task);
    }
  }
  close_tally(work.tally, task);
}

inline void step_block(FarmTask& task) {
  const FarmSeason season = season_of(task);
  if (season.field) return step_tiles<FarmSeason{true, true, true}>(task);
  if (season.aided && season.levied) return step_tiles<FarmSeason{false, true, true}>(task);
  if (season.aided) return step_tiles<FarmSeason{false, true, false}>(task);
  if (season.levied) return step_tiles<FarmSeason{false, false, true}>(task);
  step_tiles<FarmSeason{false, false, false}>(task);
}

}  // namespace
}  // namespace thermidor::economy
