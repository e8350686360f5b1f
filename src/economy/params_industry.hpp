// Parameters: Trusts, heavy industry, investment, the plan. Defaults are those of the shipped scenario.
#pragma once

#include <array>

#include "core/fields.hpp"

namespace thermidor::economy {

// Pricing, output and costs of trusts.
struct TrustParams {
  double price_speed = 0.185;     // of the gap to the target price closed
  double own_cost = 0.4;          // weight of own against mean cost
  double markup = 1.4;            // markup under a full cartel
  double markup_base = 0.0232;    // markup without market power
  double cartel_speed = 0.565;    // learning to act together while margins are thin
  double stock_target = 6.16;     // stock that sellers think normal
  double stock_price = 0.214;     // of price to stock
  double dumping = 0.639;         // cut in markup of a seller without money
  double output_stock = 0.616;    // of output to stock
  double growth = 0.0775;         // fastest rise of output
  double growth_unsound = 0.463;  // of that speed while money is unsound
  double input_cost = 0.102;      // goods of heavy industry per unit
  double overhead = 0.0738;       // overhead in cash per unit at full load
  double cost_spread = 0.24;      // of costs among trusts, small ones dearer
  double size_spread = 0.7;       // of sizes among trusts of a branch
  double close_after = 9.0;       // ill months before a soft budget lets a trust close
  double wage_in_kind = 0.76;     // of wages paid in goods when nothing runs through money
  double in_kind = 1.0;           // of output taken and of supplies given without money when nothing runs through it
  double goods_notes = 0.84;      // of unpaid wages covered by notes on goods when money is scarce

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"price_speed", "share a month", 0.02, 1.0, "calibration-2026", "of the gap to the target price closed"},
          self.price_speed);
    visit(Field{"own_cost", "share", 0.0, 1.0, "assumed", "weight of own against mean cost"}, self.own_cost);
    visit(Field{"markup", "ratio", 0.0, 4.0, "calibration-2026", "markup under a full cartel"}, self.markup);
    visit(Field{"markup_base", "ratio", 0.0, 0.5, "calibration-2026", "markup without market power"}, self.markup_base);
    visit(
        Field{"cartel_speed", "share a month", 0.0, 1.0, "calibration-2026", "learning to act together while margins are thin"},
        self.cartel_speed);
    visit(Field{"stock_target", "months of sales", 0.5, 8.0, "calibration-2026", "stock that sellers think normal"},
          self.stock_target);
    visit(Field{"stock_price", "elasticity", 0.0, 1.0, "calibration-2026", "of price to stock"}, self.stock_price);
    visit(Field{"dumping", "ratio", 0.0, 2.0, "calibration-2026", "cut in markup of a seller without money"}, self.dumping);
    visit(Field{"output_stock", "elasticity", 0.0, 1.0, "calibration-2026", "of output to stock"}, self.output_stock);
    visit(Field{"growth", "share a month", 0.01, 0.3, "calibration-2026", "fastest rise of output"}, self.growth);
    visit(Field{"growth_unsound", "ratio", 0.1, 1.0, "calibration-2026", "of that speed while money is unsound"},
          self.growth_unsound);
    visit(Field{"input_cost", "ratio", 0.0, 0.6, "calibration-2026", "goods of heavy industry per unit"}, self.input_cost);
    visit(Field{"overhead", "ratio", 0.0, 0.5, "calibration-2026", "overhead in cash per unit at full load"}, self.overhead);
    visit(Field{"cost_spread", "log sd", 0.0, 1.0, "assumed", "of costs among trusts, small ones dearer"}, self.cost_spread);
    visit(Field{"size_spread", "log sd", 0.0, 1.5, "assumed", "of sizes among trusts of a branch"}, self.size_spread);
    visit(Field{"close_after", "months", 1.0, 36.0, "assumed", "ill months before a soft budget lets a trust close"},
          self.close_after);
    visit(Field{"wage_in_kind", "share", 0.0, 1.0, "assumed", "of wages paid in goods when nothing runs through money"},
          self.wage_in_kind);
    visit(Field{"in_kind", "share", 0.0, 1.0, "calibration-2026",
                "of output taken and of supplies given without money when nothing runs through it"},
          self.in_kind);
    visit(Field{"goods_notes", "share", 0.0, 1.0, "assumed", "of unpaid wages covered by notes on goods when money is scarce"},
          self.goods_notes);
  }
};

// Heavy industry, capacity and investment.
struct IndustryParams {
  double growth_heavy = 0.06;        // fastest rise of heavy output
  double repair = 0.0216;            // of idle capacity put back to work
  double capital_output = 0.887;     // investment per rouble of yearly output
  double wear = 0.00134;             // capacity lost without investment
  double investment_budget = 0.119;  // of the budget invested at tempo 1
  double investment_profit = 0.541;  // of profits after tax
  double investment_credit = 0.363;  // of the budget lent for each point of tempo above 0.7
  double shortage_cost = 0.375;      // of real investment to shortage of metal, timber and machines
  double grip = 4.47;                // output lost per unit of input coefficient and of missing supply
  double rail_repair = 0.026;        // of missing freight capacity restored
  double builders = 0.45;            // of investment paid to builders

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"growth_heavy", "share a month", 0.01, 0.3, "calibration-2026", "fastest rise of heavy output"},
          self.growth_heavy);
    visit(Field{"repair", "share a month", 0.0, 0.2, "calibration-2026", "of idle capacity put back to work"}, self.repair);
    visit(Field{"capital_output", "years", 0.2, 3.0, "calibration-2026", "investment per rouble of yearly output"},
          self.capital_output);
    visit(Field{"wear", "share a month", 0.0, 0.02, "calibration-2026", "capacity lost without investment"}, self.wear);
    visit(Field{"investment_budget", "share", 0.0, 0.5, "calibration-2026", "of the budget invested at tempo 1"},
          self.investment_budget);
    visit(Field{"investment_profit", "share", 0.0, 1.0, "calibration-2026", "of profits after tax"}, self.investment_profit);
    visit(Field{"investment_credit", "share", 0.0, 1.0, "calibration-2026",
                "of the budget lent for each point of tempo above 0.7"},
          self.investment_credit);
    visit(Field{"shortage_cost", "elasticity", 0.0, 1.5, "calibration-2026",
                "of real investment to shortage of metal, timber and machines"},
          self.shortage_cost);
    visit(Field{"grip", "ratio", 0.0, 20.0, "calibration-2026",
                "output lost per unit of input coefficient and of missing supply"},
          self.grip);
    visit(Field{"rail_repair", "share a month", 0.0, 0.1, "calibration-2026", "of missing freight capacity restored"},
          self.rail_repair);
    visit(Field{"builders", "share", 0.0, 1.0, "assumed", "of investment paid to builders"}, self.builders);
  }
};

// The plan: material balances by successive approximation.
struct PlanParams {
  double rounds = 4.0;  // approximations made
  double error = 0.2;   // of need in the statistics without experts
  double drive = 0.55;  // extra weight of heavy branches in a full plan

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"rounds", "count", 1.0, 12.0, "assumed", "approximations made"}, self.rounds);
    visit(Field{"error", "log sd", 0.0, 1.0, "assumed", "of need in the statistics without experts"}, self.error);
    visit(Field{"drive", "ratio", 0.0, 3.0, "assumed", "extra weight of heavy branches in a full plan"}, self.drive);
  }
};

}  // namespace thermidor::economy
