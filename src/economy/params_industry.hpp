// Parameters: Trusts, heavy industry, investment, the plan. Defaults are those of the shipped scenario.
#pragma once

#include <array>

#include "core/fields.hpp"

namespace thermidor::economy {

// Pricing, output and costs of trusts.
struct TrustParams {
  double price_speed = 0.43353;    // of the gap to the target price closed
  double own_cost = 0.4;           // weight of own against mean cost
  double markup = 3.6438;          // markup under a full cartel
  double markup_base = 0.0232;     // markup without market power
  double cartel_speed = 0.056211;  // learning to act together while margins are thin
  double reckoning = 4.6676;       // insurance in a cartel's markup for expected inflation while two currencies run
  double cartel_glut = 0.3;  // of market power that members undercutting one another take away while stocks are twice normal
  double stock_target = 5.4541;     // stock that sellers think normal
  double stock_price = 0.15;        // of price to stock
  double dumping = 0.639;           // cut in markup of a seller without money
  double output_stock = 0.49651;    // of output to stock
  double growth = 0.12858;          // fastest rise of output
  double growth_unsound = 0.27957;  // of that speed while money is unsound
  double heavy_margin = 0.15;       // markup of heavy works over their costs
  double overhead = 0.0498;         // overhead in cash per unit at full load
  double cost_spread = 0.24;        // of costs among trusts, small ones dearer
  double size_spread = 0.7;         // of sizes among trusts of a branch
  double close_after = 9.0;         // ill months before a soft budget lets a trust close
  double wage_in_kind = 0.76;       // of wages paid in goods when nothing runs through money
  double in_kind = 1.0;             // of output taken and of supplies given without money when nothing runs through it
  double goods_notes = 0.84;        // of unpaid wages covered by notes on goods when money is scarce

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
    visit(Field{"reckoning", "months", 0.0, 6.0, "assumed",
                "insurance in a cartel's markup for expected inflation, at most when half of money is stable"},
          self.reckoning);
    visit(Field{"cartel_glut", "share a month", 0.0, 1.0, "assumed",
                "of market power that members undercutting one another take away while stocks are twice normal"},
          self.cartel_glut);
    visit(Field{"stock_target", "months of sales", 0.5, 8.0, "calibration-2026", "stock that sellers think normal"},
          self.stock_target);
    visit(Field{"stock_price", "elasticity", 0.0, 1.0, "calibration-2026", "of price to stock"}, self.stock_price);
    visit(Field{"dumping", "ratio", 0.0, 2.0, "calibration-2026", "cut in markup of a seller without money"}, self.dumping);
    visit(Field{"output_stock", "elasticity", 0.0, 1.0, "calibration-2026", "of output to stock"}, self.output_stock);
    visit(Field{"growth", "share a month", 0.01, 0.3, "calibration-2026", "fastest rise of output"}, self.growth);
    visit(Field{"growth_unsound", "ratio", 0.1, 1.0, "calibration-2026", "of that speed while money is unsound"},
          self.growth_unsound);
    visit(Field{"heavy_margin", "ratio", -0.5, 1.0, "assumed", "markup of heavy works over their costs"}, self.heavy_margin);
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
  double repair = 0.027284;          // of idle capacity put back to work
  double capital_output = 1.2784;    // investment per rouble of yearly output
  double wear = 0.00134;             // capacity lost without investment
  double investment_budget = 0.034;  // of the budget invested at tempo 1
  double budget_tempo = 1.27;        // of that share to tempo
  double investment_profit = 0.253;  // of profits after tax, at full load
  double amortisation = 0.042;       // of the monthly output that plant could make, put aside for renewal at full load
  double technique = 1.4;            // output per hand of new plant against that of 1913
  double foresight = 0.15;           // growth a year that works reckon with when they build
  double own_load = 2.0;             // of own investment to the load of plant and to tempo
  double investment_credit = 0.22;   // of the budget lent for each point of tempo above 0.7
  double shortage_cost = 0.5;        // of the cost of building to shortage of metal, machines, timber and builders
  double grip = 3.0;                 // output lost per unit of input coefficient and of missing supply
  double rail_repair = 0.026;        // of missing freight capacity restored
  double builders = 0.45;            // of investment paid to builders
  double stock_target = 1.5;         // of need that heavy works hold in store
  double stock_output = 0.35;        // of heavy output to what is missing in store
  double arms_help = 0.7;            // of the repair of arms works that foreign plant and engineers must bring
  double arms_gold = 1.5;            // paid for them at full co-operation

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"repair", "share a month", 0.0, 0.2, "calibration-2026", "of idle capacity put back to work"}, self.repair);
    visit(Field{"capital_output", "years", 0.2, 3.0, "calibration-2026", "investment per rouble of yearly output"},
          self.capital_output);
    visit(Field{"wear", "share a month", 0.0, 0.02, "calibration-2026", "capacity lost without investment"}, self.wear);
    visit(Field{"investment_budget", "share", 0.0, 0.5, "estimated", "of the budget invested at tempo 1"},
          self.investment_budget);
    visit(Field{"budget_tempo", "elasticity", 0.0, 4.0, "assumed", "of that share to tempo"}, self.budget_tempo);
    visit(Field{"investment_profit", "share", 0.0, 1.0, "estimated", "of profits after tax, at full load"},
          self.investment_profit);
    visit(Field{"amortisation", "ratio", 0.0, 0.3, "estimated",
                "of the monthly output that plant could make, put aside for renewal at full load"},
          self.amortisation);
    visit(Field{"technique", "ratio", 0.5, 4.0, "estimated", "output per hand of new plant against that of 1913"},
          self.technique);
    visit(Field{"foresight", "share a year", 0.0, 1.0, "assumed", "growth that works reckon with when they build"},
          self.foresight);
    visit(Field{"own_load", "elasticity", 0.0, 4.0, "assumed", "of own investment to the load of plant and to tempo"},
          self.own_load);
    visit(Field{"investment_credit", "share", 0.0, 1.0, "estimated", "of the budget lent for each point of tempo above 0.7"},
          self.investment_credit);
    visit(Field{"shortage_cost", "elasticity", 0.0, 1.5, "calibration-2026",
                "of the cost of building to shortage of metal, machines, timber and builders"},
          self.shortage_cost);
    visit(Field{"grip", "ratio", 0.0, 20.0, "calibration-2026",
                "output lost per unit of input coefficient and of missing supply"},
          self.grip);
    visit(Field{"rail_repair", "share a month", 0.0, 0.1, "calibration-2026", "of missing freight capacity restored"},
          self.rail_repair);
    visit(Field{"builders", "share", 0.0, 1.0, "assumed", "of investment paid to builders"}, self.builders);
    visit(Field{"stock_target", "months", 0.1, 12.0, "assumed", "of need that heavy works hold in store"}, self.stock_target);
    visit(Field{"stock_output", "elasticity", 0.0, 2.0, "assumed", "of heavy output to what is missing in store"},
          self.stock_output);
    visit(Field{"arms_help", "share", 0.0, 1.0, "assumed",
                "of the repair of arms works that foreign plant and engineers must bring"},
          self.arms_help);
    visit(Field{"arms_gold", "million gold roubles a month", 0.0, 20.0, "assumed", "paid for them at full co-operation"},
          self.arms_gold);
  }
};

// Crafts, leased works and small private ones.
struct PrivateParams {
  double stock_target = 4.0166;  // goods of artisans and lessees in the hands of trade
  double stock_output = 0.5;     // of their output to what is missing in stock
  double dearness = 0.5;         // of it to the price of factory goods over their own
  double cooperative = 0.15;     // of crafts that count as socialised, where private trade is free
  double lease_law = 0.5;        // legal room of private trade from which works are leased
  double lease_speed = 0.06;     // of works still to be leased, taken at full room
  double take_back = 0.05;       // of leased works taken back, closed or taxed out where the law turns
  double rent = 0.1;             // of lessees' output paid to the budget

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"stock_target", "months of sales", 0.2, 12.0, "assumed", "goods of artisans and lessees in the hands of trade"},
          self.stock_target);
    visit(Field{"stock_output", "elasticity", 0.0, 2.0, "assumed", "of their output to what is missing in stock"},
          self.stock_output);
    visit(Field{"dearness", "elasticity", 0.0, 3.0, "assumed", "of it to the price of factory goods over their own"},
          self.dearness);
    visit(
        Field{"cooperative", "share", 0.0, 1.0, "estimated", "of crafts that count as socialised, where private trade is free"},
        self.cooperative);
    visit(Field{"lease_law", "share", 0.0, 1.0, "assumed", "legal room of private trade from which works are leased"},
          self.lease_law);
    visit(Field{"lease_speed", "share a month", 0.0, 1.0, "estimated", "of works still to be leased, taken at full room"},
          self.lease_speed);
    visit(Field{"take_back", "share a month", 0.0, 1.0, "assumed",
                "of leased works taken back, closed or taxed out where the law turns"},
          self.take_back);
    visit(Field{"rent", "share", 0.0, 0.5, "estimated", "of lessees' output paid to the budget"}, self.rent);
  }
};

// The plan: material balances by successive approximation.
struct PlanParams {
  double rounds = 4.0;     // approximations made
  double error = 0.2;      // of need in the statistics without experts
  double expertise = 0.7;  // of that error which experts remove
  double drive = 1.2;      // extra weight of heavy branches in a full plan
  double growth = 0.12;    // growth that targets ask for without tempo
  double ambition = 0.2;   // more that they ask for at full tempo

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"rounds", "count", 1.0, 12.0, "assumed", "approximations made"}, self.rounds);
    visit(Field{"error", "log sd", 0.0, 1.0, "assumed", "of need in the statistics without experts"}, self.error);
    visit(Field{"expertise", "share", 0.0, 1.0, "assumed", "of that error which experts remove"}, self.expertise);
    visit(Field{"drive", "ratio", 0.0, 3.0, "assumed", "extra weight of heavy branches in a full plan"}, self.drive);
    visit(Field{"growth", "share a year", 0.0, 1.0, "assumed", "growth that targets ask for without tempo"}, self.growth);
    visit(Field{"ambition", "share a year", 0.0, 1.0, "assumed", "more that they ask for at full tempo"}, self.ambition);
  }
};

}  // namespace thermidor::economy
