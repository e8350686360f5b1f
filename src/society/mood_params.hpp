// Parameters of society's mood: unrest, mandate, standing abroad. Values come from parameters/society.toml.
#pragma once

#include "core/fields.hpp"

namespace thermidor::society {

// Unrest in towns and villages (S05 S16 S17 S74, M020 M038 M039).
struct UnrestParams {
  double town_speed = 0.25;        // share of the gap closed
  double town_base = 0.04;         // unrest at rest
  double town_bread = 0.9;         // per missing share of the poor's bread
  double town_wage = 0.7;          // per share by which pay falls behind what workers are used to
  double town_jobs = 0.35;         // per share without work
  double town_goods = 0.2;         // per share of goods not to be had
  double town_contagion = 0.2;     // per unit of village unrest
  double town_activity = 0.7;      // how much unrest needs an active public
  double town_calm = 0.25;         // held down by visible force
  double wage_memory = 0.03;       // how fast workers get used to their pay
  double village_speed = 0.2;      // share of the gap closed
  double village_base = 0.05;      // unrest at rest
  double village_grievance = 0.8;  // per unit of grievance
  double village_force = 0.35;     // per unit of force in collecting
  double village_course = 0.15;    // per unit of a course against peasants
  double village_hunger = 0.3;     // per share hungry
  double village_calm = 0.3;       // held down by visible force

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"town_speed", "1/month", 0, 1, "assumed", "share of the gap closed"}, self.town_speed);
    visit(Field{"town_base", "share", 0, 1, "assumed", "unrest at rest"}, self.town_base);
    visit(Field{"town_bread", "1", 0, 5, "S17", "per missing share of the poor's bread"}, self.town_bread);
    visit(Field{"town_wage", "1", 0, 5, "S18", "per share by which pay falls behind what workers are used to"}, self.town_wage);
    visit(Field{"town_jobs", "1", 0, 5, "S20", "per share without work"}, self.town_jobs);
    visit(Field{"town_goods", "1", 0, 5, "S19", "per share of goods not to be had"}, self.town_goods);
    visit(Field{"town_contagion", "1", 0, 5, "M038", "per unit of village unrest"}, self.town_contagion);
    visit(Field{"town_activity", "1", 0, 5, "S30", "how much unrest needs an active public"}, self.town_activity);
    visit(Field{"town_calm", "1", 0, 5, "S91", "held down by visible force"}, self.town_calm);
    visit(Field{"wage_memory", "1/month", 0, 1, "assumed", "how fast workers get used to their pay"}, self.wage_memory);
    visit(Field{"village_speed", "1/month", 0, 1, "assumed", "share of the gap closed"}, self.village_speed);
    visit(Field{"village_base", "share", 0, 1, "assumed", "unrest at rest"}, self.village_base);
    visit(Field{"village_grievance", "1", 0, 5, "S09", "per unit of grievance"}, self.village_grievance);
    visit(Field{"village_force", "1", 0, 5, "S10", "per unit of force in collecting"}, self.village_force);
    visit(Field{"village_course", "1", 0, 5, "M039", "per unit of a course against peasants"}, self.village_course);
    visit(Field{"village_hunger", "1", 0, 5, "S08", "per share hungry"}, self.village_hunger);
    visit(Field{"village_calm", "1", 0, 5, "S91", "held down by visible force"}, self.village_calm);
  }
};

// Activity of the public and the mandate that rulers feel they have (S06 S24 S25 S30, M043 M044 M148 M149 M190 M191).
struct MandateParams {
  double activity_speed = 0.03;      // share of the gap closed
  double activity_base = 0.12;       // activity of a tired public
  double activity_class = 0.2;       // per full working class
  double activity_democracy = 0.12;  // per unit of inner democracy
  double activity_parties = 0.2;     // per unit of other parties
  double activity_hope = 0.15;       // per unit of an opening abroad
  double activity_hardship = 0.35;   // taken by hardship
  double activity_terror = 0.25;     // taken by visible force
  double activity_passivity = 0.4;   // kept from the public by exhaustion and isolation
  double full_class = 11;            // persons in work of a full working class
  double legitimacy_speed = 0.04;    // share of the gap closed
  double legitimacy_base = 0.1;      // kept by sacrifices made
  double legitimacy_class = 0.3;     // per full working class
  double legitimacy_activity = 0.3;  // per unit of activity
  double legitimacy_results = 0.25;  // per income of 1913
  double legitimacy_parties = 0.15;  // per unit of other parties
  double legitimacy_hunger = 0.4;    // per share hungry
  double legitimacy_unrest = 0.2;    // per unit of unrest

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"activity_speed", "1/month", 0, 1, "assumed", "share of the gap closed"}, self.activity_speed);
    visit(Field{"activity_base", "share", 0, 1, "assumed", "activity of a tired public"}, self.activity_base);
    visit(Field{"activity_class", "1", 0, 5, "M043", "per full working class"}, self.activity_class);
    visit(Field{"activity_democracy", "1", 0, 5, "S35", "per unit of inner democracy"}, self.activity_democracy);
    visit(Field{"activity_parties", "1", 0, 5, "M047", "per unit of other parties"}, self.activity_parties);
    visit(Field{"activity_hope", "1", 0, 5, "M192", "per unit of an opening abroad"}, self.activity_hope);
    visit(Field{"activity_hardship", "1", 0, 5, "S30", "taken by hardship"}, self.activity_hardship);
    visit(Field{"activity_terror", "1", 0, 5, "S91", "taken by visible force"}, self.activity_terror);
    visit(Field{"activity_passivity", "1", 0, 5, "X7", "kept from the public by exhaustion and isolation"},
          self.activity_passivity);
    visit(Field{"full_class", "million", 0.1, 100, "econ_labour", "persons in work of a full working class"}, self.full_class);
    visit(Field{"legitimacy_speed", "1/month", 0, 1, "assumed", "share of the gap closed"}, self.legitimacy_speed);
    visit(Field{"legitimacy_base", "share", 0, 1, "M045", "kept by sacrifices made"}, self.legitimacy_base);
    visit(Field{"legitimacy_class", "1", 0, 5, "M043", "per full working class"}, self.legitimacy_class);
    visit(Field{"legitimacy_activity", "1", 0, 5, "S25", "per unit of activity"}, self.legitimacy_activity);
    visit(Field{"legitimacy_results", "1", 0, 5, "S24", "per income of 1913"}, self.legitimacy_results);
    visit(Field{"legitimacy_parties", "1", 0, 5, "M047", "per unit of other parties"}, self.legitimacy_parties);
    visit(Field{"legitimacy_hunger", "1", 0, 5, "M020", "per share hungry"}, self.legitimacy_hunger);
    visit(Field{"legitimacy_unrest", "1", 0, 5, "S24", "per unit of unrest"}, self.legitimacy_unrest);
  }
};

// The country among others (S49-S51 S89, M041 M042 M106 M111-M113 M192).
struct StandingParams {
  double isolation_speed = 0.012;       // share of the gap closed
  double isolation_base = 0.6;          // isolation of a pariah
  double isolation_cooperation = 0.12;  // per unit of co-operation
  double isolation_economy = 0.1;       // per unit of openness
  double isolation_revolution = 0.15;   // per unit of world revolution
  double hope_fade = 0.012;             // hope lost
  double hope_kept = 0.15;              // kept by doctrine
  double hope_line = 0.1;               // per unit of world revolution
  double hope_window = 0.12;            // gained per unit of an opening
  double hope_defeat = 0.55;            // lost per unit of defeat
  double dominance_speed = 0.012;       // growth
  double dominance_defeat = 0.25;       // by defeats of others
  double dominance_equal = 0.4;         // once another great country is Communist
  double partner_speed = 0.035;         // share of the gap closed
  double partner_base = 0.55;           // wish for help with arms
  double partner_need = 0.35;           // added while heavy industry cannot deliver
  double partner_isolation = 0.5;       // part that a shared pariah status brings

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"isolation_speed", "1/month", 0, 1, "assumed", "share of the gap closed"}, self.isolation_speed);
    visit(Field{"isolation_base", "share", 0, 1, "S50", "isolation of a pariah"}, self.isolation_base);
    visit(Field{"isolation_cooperation", "1", 0, 5, "S50", "per unit of co-operation"}, self.isolation_cooperation);
    visit(Field{"isolation_economy", "1", 0, 5, "S22", "per unit of openness"}, self.isolation_economy);
    visit(Field{"isolation_revolution", "1", 0, 5, "S50", "per unit of world revolution"}, self.isolation_revolution);
    visit(Field{"hope_fade", "1/month", 0, 1, "M192", "hope lost"}, self.hope_fade);
    visit(Field{"hope_kept", "share", 0, 1, "M192", "kept by doctrine"}, self.hope_kept);
    visit(Field{"hope_line", "1", 0, 5, "S89", "per unit of world revolution"}, self.hope_line);
    visit(Field{"hope_window", "1", 0, 5, "S53", "gained per unit of an opening"}, self.hope_window);
    visit(Field{"hope_defeat", "1", 0, 5, "M111", "lost per unit of defeat"}, self.hope_defeat);
    visit(Field{"dominance_speed", "1/month", 0, 1, "M112", "growth"}, self.dominance_speed);
    visit(Field{"dominance_defeat", "1", 0, 5, "M112", "by defeats of others"}, self.dominance_defeat);
    visit(Field{"dominance_equal", "share", 0, 1, "M112", "once another great country is Communist"}, self.dominance_equal);
    visit(Field{"partner_speed", "1/month", 0, 1, "assumed", "share of the gap closed"}, self.partner_speed);
    visit(Field{"partner_base", "share", 0, 1, "M041", "wish for help with arms"}, self.partner_base);
    visit(Field{"partner_need", "1", 0, 5, "M040", "added while heavy industry cannot deliver"}, self.partner_need);
    visit(Field{"partner_isolation", "1", 0, 1, "M041", "part that a shared pariah status brings"}, self.partner_isolation);
  }
};

}  // namespace thermidor::society
