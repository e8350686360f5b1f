// Parameters of cells, debates and elections upward. Values come from parameters/members.toml.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "core/fields.hpp"
#include "party/debate.hpp"

namespace thermidor::party {

// Generations by date of joining; the newest that is open takes whoever joins.
inline constexpr std::size_t kCohorts = 6;
inline constexpr std::array<const char*, kCohorts> kCohortNames = {"underground", "first_year", "civil_war",
                                                                   "early_peace", "levy",       "later"};

using PerCohort = std::array<double, kCohorts>;
using PerCell = std::array<double, kCellTypes>;

// Cells, debates and elections (docs/model/submodels/debates.md).
struct CellParams {
  PerCell lean = {0.67, -0.02, 1.1, 1.36, 0.85};   // readiness to criticise by type of cell
  PerCell fear_scale = {1, 1.25, 0.8, 0.55, 1};    // fear relative to worker cells
  PerCell size = {30, 12, 20, 80, 25};             // members of a cell
  PerCell turnout = {0.65, 0.55, 0.7, 0.75, 0.8};  // share that takes part
  PerCohort at_bench = {
      0.05, 0.12, 0.35,
      0.5,  0.7,  0.66};  // of a generation's workers who work as such at the start, or as they enter other than by levy
  PerCohort in_village = {0.1, 0.3, 0.7, 0.75, 0.85, 0.9};  // the same for peasants
  double policy = 0.35;
  double prestige = 0.6;
  double hardship = 1.2;
  double hardship_zero = 0.4;  // ordinary hardship
  double oratory = 0.4;
  double press = 0.9;
  double boss = 0.7;
  double speakers = 4;  // leaders of the opposition by whom two cells in three are reached
  double newcomers = 1.0;
  double newcomers_mobility = 0.24;
  double ignorance = 0.3;  // the ignorant follow the press (M123, M148)
  double passivity = 0.6;
  double noise = 0.5;   // sd between cells
  double spread = 0.8;  // sd of private views within a cell
  double fear = 0.6;
  double fear_base = 1.25;
  double fear_terror = 8;
  double fear_memory = 1.5;       // weight of members' remembered fear
  double boss_shelter = 0.3;      // fear left under a secretary in opposition
  double start_announced = 0.15;  // visible dissent at the start of an announced debate
  double start_quiet = 0.01;
  double capital_share = 0.03;  // share of the party at which oratory is fully heard
  std::int32_t strata = 5;      // noise strata per province and type of cell
  std::int32_t group = 5;       // persons whose majority sends one delegate
  double tie = 0;               // ties go to the opposition with this probability
  double slate_floor = 0.3;
  double slate_congress = 0.8;    // slates at the second tier relative to the first
  double conference_ratio = 140;  // members per delegate to a provincial conference
  double congress_ratio = 1000;   // full members per delegate to the congress

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"lean", "1", -5, 5, "party_stylised_facts", "readiness to criticise"}, self.lean);
    visit(Field{"fear_scale", "ratio", 0, 5, "calibration-2026", "fear by type of cell"}, self.fear_scale);
    visit(Field{"size", "persons", 3, 1000, "party_purges_recruitment", "members of a cell"}, self.size);
    visit(Field{"turnout", "share", 0, 1, "assumed", "share that takes part"}, self.turnout);
    visit(Field{"at_bench", "share", 0, 1, "party_stylised_facts", "workers still at the bench"}, self.at_bench);
    visit(Field{"in_village", "share", 0, 1, "party_class_composition", "peasants still in villages"}, self.in_village);
    visit(Field{"policy", "1", 0, 5, "calibration-2026", "weight of policy"}, self.policy);
    visit(Field{"prestige", "1", 0, 5, "calibration-2026", "weight of prestige"}, self.prestige);
    visit(Field{"hardship", "1", 0, 5, "calibration-2026", "weight of hardship"}, self.hardship);
    visit(Field{"hardship_zero", "share", 0, 1, "calibration-2026", "ordinary hardship"}, self.hardship_zero);
    visit(Field{"oratory", "1", 0, 5, "calibration-2026", "weight of oratory"}, self.oratory);
    visit(Field{"press", "1", 0, 5, "calibration-2026", "weight of the press"}, self.press);
    visit(Field{"boss", "1", 0, 5, "calibration-2026", "weight of the secretary"}, self.boss);
    visit(Field{"speakers", "persons", 0.1, 100, "M149", "leaders who reach two cells in three"}, self.speakers);
    visit(Field{"newcomers", "1", 0, 5, "calibration-2026", "deference of newcomers"}, self.newcomers);
    visit(Field{"newcomers_mobility", "1", 0, 5, "calibration-2026", "gratitude of newcomers"}, self.newcomers_mobility);
    visit(Field{"ignorance", "1", 0, 5, "M123", "the ignorant follow the press"}, self.ignorance);
    visit(Field{"passivity", "1", 0, 5, "calibration-2026", "what passivity takes away"}, self.passivity);
    visit(Field{"noise", "1", 0, 5, "calibration-2026", "sd between cells"}, self.noise);
    visit(Field{"spread", "1", 0.05, 5, "calibration-2026", "sd within a cell"}, self.spread);
    visit(Field{"fear", "1", 0, 10, "calibration-2026", "strength of fear"}, self.fear);
    visit(Field{"fear_base", "1", 0, 10, "calibration-2026", "fear without terror"}, self.fear_base);
    visit(Field{"fear_terror", "1", 0, 50, "calibration-2026", "fear per unit of visible sanctions"}, self.fear_terror);
    visit(Field{"fear_memory", "1", 0, 10, "M063", "remembered fear"}, self.fear_memory);
    visit(Field{"boss_shelter", "share", 0, 1, "calibration-2026", "fear left under a friendly secretary"}, self.boss_shelter);
    visit(Field{"start_announced", "share", 0, 1, "calibration-2026", "visible dissent at the start"}, self.start_announced);
    visit(Field{"start_quiet", "share", 0, 1, "calibration-2026", "the same without announcement"}, self.start_quiet);
    visit(Field{"capital_share", "share", 0, 1, "assumed", "of the party, where oratory is heard"}, self.capital_share);
    visit(Field{"strata", "count", 1, 64, "design", "noise strata"}, self.strata);
    visit(Field{"group", "persons", 1, 99, "party_votes", "persons behind one delegate"}, self.group);
    visit(Field{"tie", "share", 0, 1, "galam", "ties for the opposition"}, self.tie);
    visit(Field{"slate_floor", "share", 0, 1, "calibration-2026", "slates of a neutral secretary"}, self.slate_floor);
    visit(Field{"slate_congress", "ratio", 0, 2, "calibration-2026", "slates at the second tier"}, self.slate_congress);
    visit(Field{"conference_ratio", "persons", 10, 5000, "party_votes", "members per provincial delegate"},
          self.conference_ratio);
    visit(Field{"congress_ratio", "persons", 100, 10000, "party_congresses", "members per congress delegate"},
          self.congress_ratio);
  }
};

}  // namespace thermidor::party
