// All mutable state of a run. A copy is a fork; saving and hashing go through the field lists.
#pragma once

#include <cstdint>
#include <vector>

#include "core/calendar.hpp"
#include "core/fault.hpp"
#include "core/fields.hpp"
#include "core/parallel.hpp"
#include "economy/state.hpp"
#include "economy/step_farms.hpp"
#include "model/fired.hpp"
#include "model/params.hpp"
#include "party/cards.hpp"
#include "party/members.hpp"
#include "party/state.hpp"
#include "signals/board.hpp"
#include "society/society.hpp"

namespace thermidor {

struct RunSetup {
  std::uint64_t seed = 1;
  std::int32_t sample = 1000;  // one simulated farm stands for so many
  society::OutsideMode outside = society::OutsideMode::recorded;
  party::TraitPreset traits = party::TraitPreset::as_given;
  bool one_by_one = false;  // members of the party have cards; a world shows it by having them

  static constexpr std::size_t kUnsaved = 1;  // members that the list leaves out

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"seed", "1", 0, 0, "", "of all draws"}, self.seed);
    visit(Field{"sample", "1", 1, 100000, "", "real farms per simulated farm"}, self.sample);
    visit(Field{"outside", "enum", 0, 1, "", "recorded or drawn"}, self.outside);
    visit(Field{"traits", "enum", 0, 3, "", "where traits come from"}, self.traits);
  }
};

struct World {
  Month month;  // to be played next
  RunSetup setup;
  Policy policy;
  SignalBoard signals;
  economy::FarmState farms;
  economy::State economy;
  party::State party;
  party::Members members;
  society::State society;
  society::HazardSwitches hazards;   // moved by acts
  std::vector<double> weather_acts;  // per region: yield over normal set by an act until June; 0 = none
  FiredActs fired;                   // acts with a trigger that have been done
  Fault fault;                       // not saved: a faulted run is not continued
  party::CardIndex cards;            // members one by one, if they are kept so; then saved and hashed behind the rest

  static constexpr std::size_t kUnsaved = 2;  // members that the list leaves out

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"month", "month", 0, 0, "", "to be played next"}, self.month);
    visit(Field{"setup", "struct", 0, 0, "", "seed, sampling, presets"}, self.setup);
    visit(Field{"policy", "struct", 0, 0, "", "levers and instruments"}, self.policy);
    visit(Field{"signals", "struct", 0, 0, "", "what was published"}, self.signals);
    visit(Field{"farms", "struct", 0, 0, "", "peasant farms"}, self.farms);
    visit(Field{"economy", "struct", 0, 0, "", "industry, money, trade"}, self.economy);
    visit(Field{"party", "struct", 0, 0, "", "leaders, organs, machine"}, self.party);
    visit(Field{"members", "struct", 0, 0, "", "members of the party"}, self.members);
    visit(Field{"society", "struct", 0, 0, "", "mood, mandate, outside"}, self.society);
    visit(Field{"hazards", "struct", 0, 0, "", "hazards on or off"}, self.hazards);
    visit(Field{"weather_acts", "ratio", 0, 2, "", "yields set by acts"}, self.weather_acts);
    visit(Field{"fired", "struct", 0, 0, "", "acts with a trigger that have been done"}, self.fired);
  }
};

// The world before its first month.
World make_world(const Params& params, const RunSetup& setup, const Executor& executor);
inline World make_world(const Params& params, const RunSetup& setup) { return make_world(params, setup, SerialExecutor{}); }

}  // namespace thermidor
