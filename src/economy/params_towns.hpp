// Parameters: Towns, labour, trade, and how economic bodies react. Defaults are those of the shipped scenario.
#pragma once

#include <array>

#include "core/fields.hpp"

namespace thermidor::economy {

using StrataValues = std::array<double, 3>;  // poor, average, better-off

// Strata, spending, hunger.
struct TownParams {
  double poor = 0.17;                            // poor stratum without unemployment
  double better_off = 0.2;                       // better-off stratum
  StrataValues income = {0.5, 1.0, 1.75};        // income per head by stratum
  StrataValues food_limit = {0.63, 0.54, 0.41};  // of income spent on bread at most
  StrataValues ration = {0.75, 1.2, 0.75};       // weight in state rations
  StrataValues elasticity = {0.45, 0.35, 0.2};   // of bread demand to price
  double cash_months = 0.755;                    // cash held back
  double other_food = 0.216;                     // of spending on other farm goods
  double goods_least = 0.0674;                   // of income spent on goods at least
  double hunger_deaths = 0.081;                  // deaths per squared shortfall below the surviving norm
  double surviving = 0.58;                       // cover below which people die
  double births = 0.00295;                       // births
  double deaths = 0.00165;                       // deaths but for hunger

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"poor", "share", 0.02, 0.6, "assumed", "poor stratum without unemployment"}, self.poor);
    visit(Field{"better_off", "share", 0.02, 0.6, "assumed", "better-off stratum"}, self.better_off);
    visit(Field{"income", "ratio", 0.1, 4.0, "assumed", "income per head by stratum"}, self.income);
    visit(Field{"food_limit", "share", 0.1, 0.9, "assumed", "of income spent on bread at most"}, self.food_limit);
    visit(Field{"ration", "ratio", 0.0, 3.0, "assumed", "weight in state rations"}, self.ration);
    visit(Field{"elasticity", "elasticity", 0.0, 2.0, "assumed", "of bread demand to price"}, self.elasticity);
    visit(Field{"cash_months", "months of income", 0.1, 4.0, "calibration-2026", "cash held back"}, self.cash_months);
    visit(Field{"other_food", "share", 0.05, 0.6, "calibration-2026", "of spending on other farm goods"}, self.other_food);
    visit(Field{"goods_least", "share", 0.02, 0.5, "calibration-2026", "of income spent on goods at least"}, self.goods_least);
    visit(Field{"hunger_deaths", "share a month", 0.0, 1.0, "calibration-2026",
                "deaths per squared shortfall below the surviving norm"},
          self.hunger_deaths);
    visit(Field{"surviving", "ratio", 0.4, 1.0, "assumed", "cover below which people die"}, self.surviving);
    visit(Field{"births", "share a month", 0.0, 0.006, "assumed", "births"}, self.births);
    visit(Field{"deaths", "share a month", 0.0, 0.006, "assumed", "deaths but for hunger"}, self.deaths);
  }
};

// Work, wages, migration.
struct LabourParams {
  double overhead_workers = 0.418;   // industrial workers at no output
  double output_workers = 1.67;      // industrial workers per unit of output of 1913
  double service_share = 0.178;      // of townspeople at work in trade, services and households
  double participation = 0.46;       // of townspeople who seek work
  double real_wage = 1.11;           // real wage at productivity of 1913
  double wage_productivity = 0.708;  // of the wage aimed at to productivity
  double wage_speed = 0.0503;        // of the gap closed
  double migration = 0.0033;         // villagers who move at a wage gap of one
  double room = 24.0;                // townspeople whom housing holds without crowding
  double flight = 0.042;             // townspeople who flee per unit of missing bread

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"overhead_workers", "million", 0.1, 3.0, "calibration-2026", "industrial workers at no output"},
          self.overhead_workers);
    visit(Field{"output_workers", "million", 0.3, 4.0, "calibration-2026", "industrial workers per unit of output of 1913"},
          self.output_workers);
    visit(Field{"service_share", "share", 0.0, 0.5, "calibration-2026",
                "of townspeople at work in trade, services and households"},
          self.service_share);
    visit(Field{"participation", "share", 0.2, 0.8, "calibration-2026", "of townspeople who seek work"}, self.participation);
    visit(Field{"real_wage", "ratio", 0.3, 2.0, "calibration-2026", "real wage at productivity of 1913"}, self.real_wage);
    visit(Field{"wage_productivity", "elasticity", 0.0, 2.0, "calibration-2026", "of the wage aimed at to productivity"},
          self.wage_productivity);
    visit(Field{"wage_speed", "share a month", 0.01, 0.5, "calibration-2026", "of the gap closed"}, self.wage_speed);
    visit(Field{"migration", "share a month", 0.0, 0.01, "calibration-2026", "villagers who move at a wage gap of one"},
          self.migration);
    visit(Field{"room", "million", 10.0, 80.0, "assumed", "townspeople whom housing holds without crowding"}, self.room);
    visit(Field{"flight", "share a month", 0.0, 0.5, "calibration-2026", "townspeople who flee per unit of missing bread"},
          self.flight);
  }
};

// Retail trade, foreign trade.
struct TradeParams {
  double network_growth = 0.082;   // growth of co-operative and state shops
  double network_limit = 0.974;    // of turnover where private trade is legal
  double margin_state = 0.098;     // over factory price
  double margin_private = 0.214;   // over factory price when goods are plenty
  double margin_shortage = 0.227;  // more for each unit of unmet demand
  double crafts = 0.0662;          // crafts per unit of goods demand beyond the start
  double other_exports = 118.0;    // exports other than grain at the industry of 1913
  double smuggling = 0.25;         // strength of imports under an eased monopoly

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"network_growth", "share a month", 0.0, 0.3, "calibration-2026", "growth of co-operative and state shops"},
          self.network_growth);
    visit(Field{"network_limit", "share", 0.2, 1.0, "calibration-2026", "of turnover where private trade is legal"},
          self.network_limit);
    visit(Field{"margin_state", "ratio", 0.0, 1.0, "calibration-2026", "over factory price"}, self.margin_state);
    visit(Field{"margin_private", "ratio", 0.0, 1.5, "calibration-2026", "over factory price when goods are plenty"},
          self.margin_private);
    visit(Field{"margin_shortage", "ratio", 0.0, 5.0, "calibration-2026", "more for each unit of unmet demand"},
          self.margin_shortage);
    visit(Field{"crafts", "ratio", 0.0, 1.0, "calibration-2026", "crafts per unit of goods demand beyond the start"},
          self.crafts);
    visit(Field{"other_exports", "million gold roubles a month", 0.0, 200.0, "calibration-2026",
                "exports other than grain at the industry of 1913"},
          self.other_exports);
    visit(Field{"smuggling", "ratio", 0.0, 1.0, "assumed", "strength of imports under an eased monopoly"}, self.smuggling);
  }
};

// How economic bodies set instruments when no act holds them.
struct ReactionParams {
  double scissors_alarm = 1.9;    // scissors at which cuts and tighter credit begin
  double inflation_alarm = 0.25;  // expected inflation that makes a new currency wanted
  double patience = 10.0;         // months of such inflation before it is issued
  double reform_share = 0.75;     // stable share of money at which the old is withdrawn
  double filling = 15.0;          // months after a reform in which credit fills the channels
  double price_share = 0.95;      // of the free price that the state pays on a neutral course
  double price_speed = 0.08;      // of its gap to the wanted one closed
  double export_share = 0.7;      // of what stocks leave over that is exported
  double harvest_home = 1.0;      // grain kept at home over what balances reckon, before export is planned
  double famine_alarm = 0.1;      // share of hungry villagers above which relief is given
  double credit_normal = 1.0;     // trust credit in calm times
  double force_threshold = 0.15;  // shortfall from which force is used

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"scissors_alarm", "ratio", 1.1, 4.0, "assumed", "scissors at which cuts and tighter credit begin"},
          self.scissors_alarm);
    visit(
        Field{"inflation_alarm", "share a month", 0.02, 1.0, "assumed", "expected inflation that makes a new currency wanted"},
        self.inflation_alarm);
    visit(Field{"patience", "months", 1.0, 48.0, "assumed", "months of such inflation before it is issued"}, self.patience);
    visit(Field{"reform_share", "share", 0.2, 0.98, "assumed", "stable share of money at which the old is withdrawn"},
          self.reform_share);
    visit(Field{"filling", "months", 1.0, 60.0, "assumed", "months after a reform in which credit fills the channels"},
          self.filling);
    visit(Field{"price_share", "share", 0.3, 1.5, "assumed", "of the free price that the state pays on a neutral course"},
          self.price_share);
    visit(Field{"price_speed", "share a month", 0.0, 0.5, "assumed", "of its gap to the wanted one closed"}, self.price_speed);
    visit(Field{"export_share", "share", 0.0, 1.0, "assumed", "of what stocks leave over that is exported"}, self.export_share);
    visit(Field{"harvest_home", "ratio", 0.5, 2.0, "assumed",
                "grain kept at home over what balances reckon, before export is planned"},
          self.harvest_home);
    visit(Field{"famine_alarm", "share", 0.0, 0.5, "assumed", "of villagers hungry above which relief is given"},
          self.famine_alarm);
    visit(Field{"credit_normal", "months", 0.1, 4.0, "assumed", "trust credit in calm times"}, self.credit_normal);
    visit(Field{"force_threshold", "share", 0.0, 1.0, "assumed", "shortfall from which force is used"}, self.force_threshold);
  }
};

}  // namespace thermidor::economy
