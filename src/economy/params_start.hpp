// Parameters: Magnitudes of the first month and of 1913. Defaults are those of the shipped scenario.
#pragma once

#include <array>

#include "core/fields.hpp"

namespace thermidor::economy {

// State of March 1921.
struct StartParams {
  double price_level = 18500.0;  // general price level
  double grain_price = 1.55;     // farm-gate grain over the general level
  double other_price = 1.1063;   // other farm goods over the general level
  double trust_price = 0.72;     // trust prices over the general level
  double real_wage = 0.33;       // real wage
  double money_towns = 18.0;     // money of townspeople
  double money_trade = 10.0;     // money of traders and shops
  double money_trusts = 6.0;     // money of trusts
  double money_heavy = 4.0;      // money of heavy industry
  double money_budget = 2.0;     // money of the budget
  double state_grain = 1.6;      // grain in state hands
  double trader_grain = 0.178;   // grain held by traders
  double stock_months = 2.8;     // goods in the hands of trusts and shops
  double raw_months = 1.41;      // farm raw materials in store
  double monetised = 0.15;       // share of exchange that runs through money
  double cartel = 0.05;          // how far sellers act together
  double tax_capacity = 0.06;    // reach of the money taxes
  double network = 0.8;          // turnover that co-operatives and state shops can handle
  double rail = 0.29;            // freight capacity in use
  double expected_take = 0.55;   // share of marginal output farms expect to lose
  double gold = 250.0;           // gold and exchange

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"price_level", "1913=1", 1.0, 1000000.0, "econ_prices", "general price level"}, self.price_level);
    visit(Field{"grain_price", "ratio", 0.3, 4.0, "assumed", "farm-gate grain over the general level"}, self.grain_price);
    visit(Field{"other_price", "ratio", 0.3, 4.0, "assumed", "other farm goods over the general level"}, self.other_price);
    visit(Field{"trust_price", "ratio", 0.3, 4.0, "assumed", "trust prices over the general level"}, self.trust_price);
    visit(Field{"real_wage", "1913=1", 0.1, 1.5, "econ_labour", "real wage"}, self.real_wage);
    visit(Field{"money_towns", "million roubles of 1913", 0.01, 100.0, "assumed", "money of townspeople"}, self.money_towns);
    visit(Field{"money_trade", "million roubles of 1913", 0.01, 100.0, "assumed", "money of traders and shops"},
          self.money_trade);
    visit(Field{"money_trusts", "million roubles of 1913", 0.01, 100.0, "assumed", "money of trusts"}, self.money_trusts);
    visit(Field{"money_heavy", "million roubles of 1913", 0.01, 100.0, "assumed", "money of heavy industry"}, self.money_heavy);
    visit(Field{"money_budget", "million roubles of 1913", 0.01, 100.0, "assumed", "money of the budget"}, self.money_budget);
    visit(Field{"state_grain", "million tonnes", 0.0, 5.0, "calibration-2026", "grain in state hands"}, self.state_grain);
    visit(Field{"trader_grain", "million tonnes", 0.0, 5.0, "calibration-2026", "grain held by traders"}, self.trader_grain);
    visit(Field{"stock_months", "months of output", 0.5, 12.0, "calibration-2026", "goods in the hands of trusts and shops"},
          self.stock_months);
    visit(Field{"raw_months", "months of use", 0.5, 24.0, "calibration-2026", "farm raw materials in store"}, self.raw_months);
    visit(Field{"monetised", "share", 0.0, 1.0, "assumed", "share of exchange that runs through money"}, self.monetised);
    visit(Field{"cartel", "share", 0.0, 1.0, "calibration-2026", "how far sellers act together"}, self.cartel);
    visit(Field{"tax_capacity", "share", 0.0, 1.0, "assumed", "reach of the money taxes"}, self.tax_capacity);
    visit(Field{"network", "million roubles of 1913 a month", 0.01, 50.0, "calibration-2026",
                "turnover that co-operatives and state shops can handle"},
          self.network);
    visit(Field{"rail", "1913=1", 0.05, 1.5, "econ_industry", "freight capacity in use"}, self.rail);
    visit(Field{"expected_take", "share", 0.0, 0.95, "assumed", "share of marginal output farms expect to lose"},
          self.expected_take);
    visit(Field{"gold", "million gold roubles", 0.0, 2000.0, "econ_foreign_trade", "gold and exchange"}, self.gold);
  }
};

// Magnitudes of 1913 against which indices are measured.
struct ScaleParams {
  double grain_price = 4.6;  // farm-gate price of grain in 1913
  double wage = 25.0;        // wage of 1913
  double steel = 4231.0;     // steel of 1913
  double cattle = 54.0;      // cattle of 1913 in the country's borders

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"grain_price", "kopecks/kg", 0.1, 100.0, "calibration-2026", "farm-gate price of grain in 1913"},
          self.grain_price);
    visit(Field{"wage", "roubles a month", 1.0, 400.0, "econ_labour", "wage of 1913"}, self.wage);
    visit(Field{"steel", "thousand tonnes a year", 1.0, 5000.0, "assumed", "steel of 1913"}, self.steel);
    visit(Field{"cattle", "million head", 1.0, 500.0, "econ_agriculture", "cattle of 1913 in the country's borders"},
          self.cattle);
  }
};

}  // namespace thermidor::economy
