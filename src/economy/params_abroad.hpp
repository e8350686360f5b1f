// Parameters: foreign trade, gold and foreign credit. Defaults are those of the shipped scenario.
#pragma once

#include "core/fields.hpp"

namespace thermidor::economy {

// Foreign trade under the monopoly.
struct AbroadParams {
  double spent = 1.23;            // of lasting export receipts planned for imports
  double memory = 0.05;           // of the month's exports in the receipts that are planned with
  double reserve_months = 4.0;    // months of exports kept as gold
  double reserve_speed = 0.06;    // of gold beyond that spent a month
  double machines = 0.33;         // of import money at no tempo
  double machines_tempo = 0.3;    // more at full tempo
  double raw = 0.45;              // of import money for raw materials
  double fob = 1.5;               // price abroad of grain over the farm gate of 1913, world price apart
  double overvalued = 0.4;        // fall of exports as home prices rise over those of the reform
  double leak = 0.008;            // of turnover smuggled past a full monopoly at a wide price gap
  double credit_months = 24.0;    // after which foreign credit is due
  double credit_interest = 0.09;  // on it
  double burden = 0.35;           // of exports that service may take before nobody lends
  double recognition = 0.3;       // how far recognition, not isolation, opens credit
  double openness = 0.15;         // more machines for the money in an open world economy
  double regained = 0.105;        // growth a month of markets abroad while few are won back
  double drive = 1.2;             // more exports than pay at home when no gold is left

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"spent", "share", 0.3, 1.5, "calibration-2026", "of lasting export receipts planned for imports"}, self.spent);
    visit(
        Field{"memory", "share a month", 0.01, 1.0, "assumed", "of the month's exports in the receipts that are planned with"},
        self.memory);
    visit(Field{"reserve_months", "months", 0.0, 24.0, "econ_foreign_trade", "of exports kept as gold"}, self.reserve_months);
    visit(Field{"reserve_speed", "share a month", 0.0, 0.5, "calibration-2026", "of gold beyond that spent"},
          self.reserve_speed);
    visit(Field{"machines", "share", 0.0, 1.0, "econ_foreign_trade", "of import money at no tempo"}, self.machines);
    visit(Field{"machines_tempo", "share", 0.0, 1.0, "econ_foreign_trade", "more of it at full tempo"}, self.machines_tempo);
    visit(Field{"raw", "share", 0.0, 1.0, "econ_foreign_trade", "of import money for raw materials"}, self.raw);
    visit(Field{"fob", "ratio", 0.5, 4.0, "assumed", "price abroad of grain over the farm gate of 1913, world price apart"},
          self.fob);
    visit(
        Field{"overvalued", "elasticity", 0.0, 2.0, "assumed", "fall of exports as home prices rise over those of the reform"},
        self.overvalued);
    visit(Field{"leak", "share", 0.0, 0.2, "assumed", "of turnover smuggled past a full monopoly at a wide price gap"},
          self.leak);
    visit(Field{"credit_months", "months", 1.0, 120.0, "assumed", "after which foreign credit is due"}, self.credit_months);
    visit(Field{"credit_interest", "share a year", 0.0, 0.4, "assumed", "on foreign credit"}, self.credit_interest);
    visit(Field{"burden", "share", 0.05, 2.0, "assumed", "of exports that service may take before nobody lends"}, self.burden);
    visit(Field{"recognition", "share", 0.0, 1.0, "S50", "how far recognition, not isolation, opens credit"}, self.recognition);
    visit(Field{"openness", "ratio", 0.0, 1.0, "S22 M037", "more machines for the money in an open world economy"},
          self.openness);
    visit(Field{"regained", "share a month", 0.0, 0.3, "assumed", "growth of markets abroad while few are won back"},
          self.regained);
    visit(Field{"drive", "ratio", 0.0, 3.0, "assumed", "more exports than pay at home when no gold is left"}, self.drive);
  }
};

}  // namespace thermidor::economy
