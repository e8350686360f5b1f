// What society publishes each month: mood, mandate, the world's view of the country. Field name = name of the observed series.
// Written by society/* (phase 15); read by party and economy one month later.
#pragma once

#include <cstdint>
#include <vector>

#include "core/fields.hpp"
#include "core/ids.hpp"

namespace thermidor {

struct SocietySignal {
  double town_unrest = 0;              // unrest in towns
  double village_unrest = 0;           // revolt and resistance in villages
  double mass_activity = 0;            // activity of the working public
  double legitimacy = 0;               // mandate from class and its councils
  double isolation = 0;                // diplomatic isolation
  double revolution_hope = 0;          // belief that revolution abroad is near
  double international_dominance = 0;  // weight of the home party in the International
  double arms_cooperation = 0;         // scope of co-operation in arms with a partner abroad
  double army_loyalty = 0;             // loyalty of the army to the rulers
  double national_offence = 0;         // offence among nations
  double press_control = 0;            // rulers' hold on the press
  double chauvinism = 0;               // receptiveness to nationalist framing
  double dogmatism = 0;                // rigidity of doctrine
  double terror_level = 0;             // visible force against society
  double collapse_hazard = 0;          // chance that hunger and unrest bring the rulers down
  double collapse = 0;                 // 1 from the month in which the rulers fell
  double army_pressure = 0;            // how far the army leans to act of itself
  double plural = 0;                   // 1 while other parties are legal and have been for a year
  double party_split = 0;              // 1 from the month in which the party split in two

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"town_unrest", "share", 0, 1, "S74", "unrest in towns"}, self.town_unrest);
    visit(Field{"village_unrest", "share", 0, 1, "S16", "revolt and resistance in villages"}, self.village_unrest);
    visit(Field{"mass_activity", "share", 0, 1, "S30", "activity of the working public"}, self.mass_activity);
    visit(Field{"legitimacy", "share", 0, 1, "S24", "mandate from class and its councils"}, self.legitimacy);
    visit(Field{"isolation", "share", 0, 1, "S50", "diplomatic isolation"}, self.isolation);
    visit(Field{"revolution_hope", "share", 0, 1, "S89", "belief that revolution abroad is near"}, self.revolution_hope);
    visit(Field{"international_dominance", "share", 0, 1, "S51", "weight of the home party in the International"},
          self.international_dominance);
    visit(Field{"arms_cooperation", "share", 0, 1, "S49", "scope of co-operation in arms with a partner abroad"},
          self.arms_cooperation);
    visit(Field{"army_loyalty", "share", 0, 1, "S47", "loyalty of the army to the rulers"}, self.army_loyalty);
    visit(Field{"national_offence", "share", 0, 1, "S58", "offence among nations"}, self.national_offence);
    visit(Field{"press_control", "share", 0, 1, "S96", "rulers' hold on the press"}, self.press_control);
    visit(Field{"chauvinism", "share", 0, 1, "S73", "receptiveness to nationalist framing"}, self.chauvinism);
    visit(Field{"dogmatism", "share", 0, 1, "S72", "rigidity of doctrine"}, self.dogmatism);
    visit(Field{"terror_level", "share", 0, 1, "S91", "visible force against society"}, self.terror_level);
    visit(Field{"collapse_hazard", "share a month", 0, 1, "O15", "chance that hunger and unrest bring the rulers down"},
          self.collapse_hazard);
    visit(Field{"collapse", "flag", 0, 1, "O15", "1 from the month in which the rulers fell"}, self.collapse);
    visit(Field{"army_pressure", "share", 0, 1, "O10 S48", "how far the army leans to act of itself"}, self.army_pressure);
    visit(Field{"plural", "flag", 0, 1, "O13", "1 while other parties are legal and have been for a year"}, self.plural);
    visit(Field{"party_split", "flag", 0, 1, "O12 M055", "1 from the month in which the party split in two"}, self.party_split);
  }
};

}  // namespace thermidor
