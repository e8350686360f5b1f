// Parameters of army, nations, press, prejudice, doctrine and force, and of the ends of the regime. Values come from
// parameters/society.toml.
#pragma once

#include "core/fields.hpp"

namespace thermidor::society {

// Army, nations, press, prejudice, doctrine, force (S47 S58 S59 S72 S73 S91 S96).
struct StateParams {
  double army_speed = 0.06;          // share of the gap closed
  double army_base = 0.72;           // loyalty in quiet times
  double army_food = 0.25;           // per share of bread above or below need
  double army_village = 0.25;        // peasant soldiers feel with villages
  double army_conflict = 0.3;        // rulers in conflict
  double army_arms = 0.12;           // per unit of modernisation
  double army_mandate = 0.2;         // per unit of legitimacy
  double nation_speed = 0.03;        // share of the gap closed
  double nation_base = 0.3;          // offence at neutral policy
  double nation_autonomy = 0.25;     // per unit of autonomy
  double nation_rigour = 0.2;        // per unit of rigour
  double nation_chauvinism = 0.25;   // per unit of chauvinism
  double press_speed = 0.05;         // share of the gap closed
  double press_base = 0.5;           // hold at neutral policy
  double press_democracy = 0.15;     // loosened by inner democracy
  double press_parties = 0.2;        // loosened by other parties
  double press_machine = 0.3;        // tightened by the machine
  double press_arts = 0.05;          // loosened by freedom of arts
  double prejudice_speed = 0.02;     // share of the gap closed
  double prejudice_base = 0.15;      // at rest
  double prejudice_isolation = 0.4;  // isolation without hope
  double prejudice_scare = 0.2;      // fear of war
  double prejudice_line = 0.1;       // one country against world revolution
  double doctrine_speed = 0.02;      // share of the gap closed
  double doctrine_base = 0.25;       // at rest
  double doctrine_press = 0.3;       // press control
  double doctrine_silence = 0.3;     // lack of debate
  double doctrine_arts = 0.12;       // freedom of arts and science
  double terror_rise = 0.15;         // share of the gap closed upwards
  double terror_fall = 0.03;         // share of the gap closed downwards
  double terror_rigour = 0.45;       // per unit of rigour
  double terror_labour = 0.2;        // per unit of forced labour
  double terror_force = 0.25;        // per unit of force in collecting
  double terror_party = 0.2;         // per unit of sanctions in the party

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"army_speed", "1/month", 0, 1, "assumed", "share of the gap closed"}, self.army_speed);
    visit(Field{"army_base", "share", 0, 1, "S47", "loyalty in quiet times"}, self.army_base);
    visit(Field{"army_food", "1", 0, 5, "S47", "per share of bread above or below need"}, self.army_food);
    visit(Field{"army_village", "1", 0, 5, "S47", "peasant soldiers feel with villages"}, self.army_village);
    visit(Field{"army_conflict", "1", 0, 5, "M117", "rulers in conflict"}, self.army_conflict);
    visit(Field{"army_arms", "1", 0, 5, "S47", "per unit of modernisation"}, self.army_arms);
    visit(Field{"army_mandate", "1", 0, 5, "S24", "per unit of legitimacy"}, self.army_mandate);
    visit(Field{"nation_speed", "1/month", 0, 1, "assumed", "share of the gap closed"}, self.nation_speed);
    visit(Field{"nation_base", "share", 0, 1, "S58", "offence at neutral policy"}, self.nation_base);
    visit(Field{"nation_autonomy", "1", 0, 5, "S58", "per unit of autonomy"}, self.nation_autonomy);
    visit(Field{"nation_rigour", "1", 0, 5, "M076", "per unit of rigour"}, self.nation_rigour);
    visit(Field{"nation_chauvinism", "1", 0, 5, "S73", "per unit of chauvinism"}, self.nation_chauvinism);
    visit(Field{"press_speed", "1/month", 0, 1, "assumed", "share of the gap closed"}, self.press_speed);
    visit(Field{"press_base", "share", 0, 1, "S96", "hold at neutral policy"}, self.press_base);
    visit(Field{"press_democracy", "1", 0, 5, "S35", "loosened by inner democracy"}, self.press_democracy);
    visit(Field{"press_parties", "1", 0, 5, "S26", "loosened by other parties"}, self.press_parties);
    visit(Field{"press_machine", "1", 0, 5, "S42", "tightened by the machine"}, self.press_machine);
    visit(Field{"press_arts", "1", 0, 5, "S85", "loosened by freedom of arts"}, self.press_arts);
    visit(Field{"prejudice_speed", "1/month", 0, 1, "assumed", "share of the gap closed"}, self.prejudice_speed);
    visit(Field{"prejudice_base", "share", 0, 1, "S73", "at rest"}, self.prejudice_base);
    visit(Field{"prejudice_isolation", "1", 0, 5, "M157", "isolation without hope"}, self.prejudice_isolation);
    visit(Field{"prejudice_scare", "1", 0, 5, "S73", "fear of war"}, self.prejudice_scare);
    visit(Field{"prejudice_line", "1", 0, 5, "M139", "one country against world revolution"}, self.prejudice_line);
    visit(Field{"doctrine_speed", "1/month", 0, 1, "assumed", "share of the gap closed"}, self.doctrine_speed);
    visit(Field{"doctrine_base", "share", 0, 1, "S72", "at rest"}, self.doctrine_base);
    visit(Field{"doctrine_press", "1", 0, 5, "S72", "press control"}, self.doctrine_press);
    visit(Field{"doctrine_silence", "1", 0, 5, "M126", "lack of debate"}, self.doctrine_silence);
    visit(Field{"doctrine_arts", "1", 0, 5, "S85", "freedom of arts and science"}, self.doctrine_arts);
    visit(Field{"terror_rise", "1/month", 0, 1, "assumed", "share of the gap closed upwards"}, self.terror_rise);
    visit(Field{"terror_fall", "1/month", 0, 1, "assumed", "share of the gap closed downwards"}, self.terror_fall);
    visit(Field{"terror_rigour", "1", 0, 5, "S91", "per unit of rigour"}, self.terror_rigour);
    visit(Field{"terror_labour", "1", 0, 5, "S20", "per unit of forced labour"}, self.terror_labour);
    visit(Field{"terror_force", "1", 0, 5, "S10", "per unit of force in collecting"}, self.terror_force);
    visit(Field{"terror_party", "1", 0, 5, "S91", "per unit of sanctions in the party"}, self.terror_party);
  }
};

// Ends of the regime that no leader decides: fall through hunger (O15), the army leaning to act (O10), plurality (O13), a split
// (O12).
struct CollapseParams {
  double hazard = 0.2;           // greatest chance of a fall
  double steepness = 15;         // how sharply it rises
  double threshold = 0.81;       // strain at half of it
  double town_hunger = 0.5;      // missing bread of the poor
  double village_hunger = 0.25;  // villagers hungry
  double town_unrest = 0.45;     // unrest in towns
  double village_unrest = 0.25;  // unrest in villages
  double loyalty = 0.3;          // held by the army
  double legitimacy = 0.15;      // held by the mandate
  double force = 0.1;            // held by force
  double conflict = 0.25;        // rulers in conflict
  double strain_speed = 0.2;     // how fast strain builds
  double plural_level = 0.3;     // lever of other parties above which they count
  double plural_months = 12;     // for so long
  double split = 0.06;           // chance of a split with full open opposition and freedom to leave
  double split_share = 0.25;     // open opposition below which none happens

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"hazard", "1/month", 0, 1, "assumed", "greatest chance of a fall"}, self.hazard);
    visit(Field{"steepness", "1", 0, 100, "assumed", "how sharply it rises"}, self.steepness);
    visit(Field{"threshold", "share", 0, 3, "assumed", "strain at half of it"}, self.threshold);
    visit(Field{"town_hunger", "1", 0, 5, "O15", "missing bread of the poor"}, self.town_hunger);
    visit(Field{"village_hunger", "1", 0, 5, "O15", "villagers hungry"}, self.village_hunger);
    visit(Field{"town_unrest", "1", 0, 5, "O15", "unrest in towns"}, self.town_unrest);
    visit(Field{"village_unrest", "1", 0, 5, "O15", "unrest in villages"}, self.village_unrest);
    visit(Field{"loyalty", "1", 0, 5, "S47", "held by the army"}, self.loyalty);
    visit(Field{"legitimacy", "1", 0, 5, "S24", "held by the mandate"}, self.legitimacy);
    visit(Field{"force", "1", 0, 5, "S91", "held by force"}, self.force);
    visit(Field{"conflict", "1", 0, 5, "M065", "rulers in conflict"}, self.conflict);
    visit(Field{"strain_speed", "1/month", 0, 1, "assumed", "how fast strain builds"}, self.strain_speed);
    visit(Field{"plural_level", "index", -1, 1, "O13", "lever of other parties above which they count"}, self.plural_level);
    visit(Field{"plural_months", "months", 1, 120, "O13", "for so long"}, self.plural_months);
    visit(Field{"split", "1/month", 0, 1, "M055", "chance of a split with full open opposition and freedom to leave"},
          self.split);
    visit(Field{"split_share", "share", 0, 1, "O12", "open opposition below which none happens"}, self.split_share);
  }
};

}  // namespace thermidor::society
