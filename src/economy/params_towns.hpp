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
  double cash_months = 0.39138;                  // cash held back
  double other_food = 0.216;                     // of spending on other farm goods
  double goods_least = 0.0674;                   // of income spent on goods at least
  double hunger_deaths = 0.081;                  // deaths per squared shortfall below the surviving norm
  double surviving = 0.58;                       // cover below which people die
  double births = 0.00295;                       // births
  double deaths = 0.00155;                       // deaths but for hunger
  double idle_income = 0.75;                     // income of a household without work over that of a poor one in work
  double benefit = 0.2;                          // benefit of an insured person without work, over the wage
  double insured = 0.35;                         // of those without work who draw it
  double spill = 0.3;                            // of money for goods that shops do not have, taken to the bazaar
  double resale = 0.1;                           // of bread in open shops carried off for resale at an endless gap of prices

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
    visit(Field{"idle_income", "ratio", 0.0, 1.0, "assumed",
                "income of a household without work over that of a poor one in work"},
          self.idle_income);
    visit(Field{"benefit", "ratio", 0.0, 0.6, "econ_labour", "benefit of an insured person without work, over the wage"},
          self.benefit);
    visit(Field{"insured", "share", 0.0, 1.0, "assumed", "of those without work who draw it"}, self.insured);
    visit(Field{"spill", "share", 0.0, 1.0, "assumed", "of money for goods that shops do not have, taken to the bazaar"},
          self.spill);
    visit(Field{"resale", "share", 0.0, 1.0, "calibration-2026",
                "of bread in open shops carried off for resale at an endless gap of prices"},
          self.resale);
  }
};

// Work, wages, migration.
struct LabourParams {
  double overhead_workers = 0.418;     // industrial workers at no output
  double output_workers = 1.5111;      // industrial workers per unit of output of 1913
  double service_share = 0.105;        // of townspeople at work for wages in trade, services and households
  double office_share = 0.075;         // of townspeople in offices, schools, hospitals
  double transport = 1.0;              // workers of rail, water and post at the freight of 1913
  double farm_hands = 0.0125;          // of villagers hired by the year or the season in an ordinary year
  double own_account = 0.062;          // of townspeople who live by crafts of their own
  double discouraged = 1.0;            // of those without work who stop seeking, over the share without work
  double day = 7.6;                    // hours of an ordinary working day
  double day_cut = 0.9;                // hours by which the seven-hour day shortens it
  double day_speed = 0.05;             // of the change carried out
  double day_output = 0.5;             // output lost over hours lost
  double participation = 0.435;        // of townspeople who seek work
  double real_wage = 0.89458;          // real wage at productivity of 1913
  double wage_productivity = 0.49804;  // of the wage aimed at to productivity
  double wage_speed = 0.064669;        // of the gap closed
  double migration = 0.0033;           // villagers who move at a wage gap of one
  double room = 24.0;                  // townspeople whom housing holds without crowding
  double flight = 0.042;               // townspeople who flee per unit of missing bread

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"overhead_workers", "million", 0.001, 3.0, "calibration-2026", "industrial workers at no output"},
          self.overhead_workers);
    visit(Field{"output_workers", "million", 0.01, 4.0, "calibration-2026", "industrial workers per unit of output of 1913"},
          self.output_workers);
    visit(Field{"service_share", "share", 0.0, 0.5, "econ_labour",
                "of townspeople at work for wages in trade, services and households"},
          self.service_share);
    visit(Field{"office_share", "share", 0.0, 0.3, "econ_labour", "of townspeople in offices, schools, hospitals"},
          self.office_share);
    visit(Field{"transport", "million", 0.001, 3.0, "econ_labour", "workers of rail, water and post at the freight of 1913"},
          self.transport);
    visit(Field{"farm_hands", "share", 0.0, 0.1, "econ_labour",
                "of villagers hired by the year or the season in an ordinary year"},
          self.farm_hands);
    visit(Field{"own_account", "share", 0.0, 0.3, "assumed", "of townspeople who live by crafts of their own"},
          self.own_account);
    visit(Field{"discouraged", "ratio", 0.0, 1.5, "assumed",
                "of those without work who stop seeking, over the share without work"},
          self.discouraged);
    visit(Field{"day", "hours", 6.0, 12.0, "econ_labour", "hours of an ordinary working day"}, self.day);
    visit(Field{"day_cut", "hours", 0.0, 3.0, "Q42", "hours by which the seven-hour day shortens it"}, self.day_cut);
    visit(Field{"day_speed", "share a month", 0.0, 1.0, "L99.18", "of the change carried out"}, self.day_speed);
    visit(Field{"day_output", "ratio", 0.0, 1.5, "assumed", "output lost over hours lost"}, self.day_output);
    visit(Field{"participation", "share", 0.2, 0.8, "calibration-2026", "of townspeople who seek work"}, self.participation);
    visit(Field{"real_wage", "ratio", 0.3, 2.0, "calibration-2026", "real wage at productivity of 1913"}, self.real_wage);
    visit(Field{"wage_productivity", "elasticity", 0.0, 2.0, "calibration-2026", "of the wage aimed at to productivity"},
          self.wage_productivity);
    visit(Field{"wage_speed", "share a month", 0.01, 0.5, "calibration-2026", "of the gap closed"}, self.wage_speed);
    visit(Field{"migration", "share a month", 0.0, 0.01, "calibration-2026", "villagers who move at a wage gap of one"},
          self.migration);
    visit(Field{"room", "million", 0.5, 80.0, "assumed", "townspeople whom housing holds without crowding"}, self.room);
    visit(Field{"flight", "share a month", 0.0, 0.5, "calibration-2026", "townspeople who flee per unit of missing bread"},
          self.flight);
  }
};

// Retail trade, foreign trade.
struct TradeParams {
  double network_growth = 0.117;    // growth of co-operative and state shops
  double network_pushed = 0.0157;   // growth of these shops for each month of unsold stocks at trusts, on credit
  double network_limit = 0.974;     // of turnover where private trade is legal
  double margin_state = 0.098;      // over factory price
  double margin_private = 0.18;     // over factory price when goods are plenty
  double margin_shortage = 0.227;   // more for each unit of unmet demand
  double crafts = 0.0662;           // crafts per unit of goods demand beyond the start
  double other_exports = 58.3;      // exports other than grain at the industry of 1913
  double smuggling = 0.25;          // how far goods imported freely press home prices
  double network_follow = 1.0;      // growth of shops' sales over growth of turnover
  double towns_first = 0.18029;     // how much less a village's order counts than a town's where goods are short
  double within_reach = 0.39479;    // of goods in store and made in a month, what can be sold in it
  double cooperative_share = 0.77;  // of new shops that are co-operative
  double capital_turns = 2.5;       // turnover a month over traders' capital
  double consignment = 0.45;        // of trusts' stocks pressed on traders on bills
  double shadow_room = 0.3;         // of private trade that goes on where it is not lawful
  double risk_premium = 0.8;        // on the private margin at full risk
  double licence = 1.5;             // licence of a trader at a neutral course
  double bribe = 0.03;              // of the private margin paid to officials
  double bribe_scarce = 0.3;        // more where goods lack or trade is half lawful
  double seizure = 0.05;            // of dealers' capital seized at full repression
  double consumption = 0.6;         // of dealers' profit spent on living
  double theft = 0.002;             // of output stolen in any case
  double theft_idle = 0.05;         // more where plants stand idle and wages do not feed
  double theft_unpaid = 0.03;       // more where wages are not paid
  double theft_scarce = 0.004;      // more for each unit by which black prices pass the list

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"network_growth", "share a month", 0.0, 0.3, "calibration-2026", "growth of co-operative and state shops"},
          self.network_growth);
    visit(Field{"network_pushed", "share a month", 0.0, 0.3, "assumed",
                "growth of these shops for each month of unsold stocks at trusts, on credit"},
          self.network_pushed);
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
    visit(Field{"smuggling", "ratio", 0.0, 1.0, "assumed", "how far goods imported freely press home prices"}, self.smuggling);
    visit(Field{"network_follow", "elasticity", 0.0, 1.0, "assumed", "growth of shops' sales over growth of turnover"},
          self.network_follow);
    visit(Field{"towns_first", "share", 0.0, 1.0, "assumed",
                "how much less a village's order counts than a town's where goods are short"},
          self.towns_first);
    visit(
        Field{"within_reach", "share", 0.05, 1.0, "assumed",
              "of goods in store and made in a month, what can be sold in it; the rest is under way or not what is asked for"},
        self.within_reach);
    visit(Field{"cooperative_share", "share", 0.0, 1.0, "econ_structure", "of new shops that are co-operative"},
          self.cooperative_share);
    visit(Field{"capital_turns", "1/month", 0.1, 10.0, "econ_structure", "turnover a month over traders' capital"},
          self.capital_turns);
    visit(Field{"consignment", "share", 0.0, 1.0, "assumed", "of trusts' stocks pressed on traders on bills"},
          self.consignment);
    visit(Field{"shadow_room", "share", 0.0, 1.0, "M009", "of private trade that goes on where it is not lawful"},
          self.shadow_room);
    visit(Field{"risk_premium", "ratio", 0.0, 4.0, "assumed", "on the private margin at full risk"}, self.risk_premium);
    visit(Field{"licence", "roubles of 1913 a month", 0.0, 20.0, "assumed", "licence of a trader at a neutral course"},
          self.licence);
    visit(Field{"bribe", "share", 0.0, 0.5, "M011", "of the private margin paid to officials"}, self.bribe);
    visit(Field{"bribe_scarce", "share", 0.0, 1.0, "M011", "more where goods lack or trade is half lawful"}, self.bribe_scarce);
    visit(Field{"seizure", "share a month", 0.0, 0.5, "P50", "of dealers' capital seized at full repression"}, self.seizure);
    visit(Field{"consumption", "share", 0.0, 1.0, "assumed", "of dealers' profit spent on living"}, self.consumption);
    visit(Field{"theft", "share", 0.0, 0.05, "assumed", "of output stolen in any case"}, self.theft);
    visit(Field{"theft_idle", "share", 0.0, 0.5, "M008", "more where plants stand idle and wages do not feed"},
          self.theft_idle);
    visit(Field{"theft_unpaid", "share", 0.0, 0.5, "M008", "more where wages are not paid"}, self.theft_unpaid);
    visit(Field{"theft_scarce", "share", 0.0, 0.1, "assumed", "more for each unit by which black prices pass the list"},
          self.theft_scarce);
  }
};

// How economic bodies set instruments when no act holds them.
struct ReactionParams {
  double scissors_alarm = 2.8;    // scissors at which cuts and tighter credit begin
  double scissors_calm = 1.3;     // scissors at which they end
  double inflation_alarm = 0.15;  // expected inflation that makes a new currency wanted
  double patience = 10.0;         // months of such inflation before it is issued
  double reform_share = 0.75;     // stable share of money at which the old is withdrawn
  double filling = 15.0;          // months after a reform in which credit fills the channels
  double price_share = 0.84;      // of the free price that the state pays on a neutral course
  double price_tempo = 0.2;       // less of it at full tempo
  double price_speed = 0.08;      // of its gap to the wanted one closed
  double export_share = 0.7;      // of what stocks leave over that is exported
  double harvest_home = 1.0;      // grain kept at home over what balances reckon, before export is planned
  double famine_alarm = 0.1;      // share of hungry villagers above which relief is given
  double credit_normal = 1.0;     // trust credit in calm times
  double placing = 1.0;           // more of it while money falls
  double force_threshold = 0.15;  // shortfall from which force is used

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"scissors_alarm", "ratio", 1.1, 4.0, "assumed", "scissors at which cuts and tighter credit begin"},
          self.scissors_alarm);
    visit(Field{"scissors_calm", "ratio", 1.0, 3.0, "assumed", "scissors at which cuts and tighter credit end"},
          self.scissors_calm);
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
    visit(Field{"price_tempo", "share", 0.0, 1.0, "assumed", "of the free price less at full tempo"}, self.price_tempo);
    visit(Field{"price_speed", "share a month", 0.0, 0.5, "assumed", "of its gap to the wanted one closed"}, self.price_speed);
    visit(Field{"export_share", "share", 0.0, 1.0, "assumed", "of what stocks leave over that is exported"}, self.export_share);
    visit(Field{"harvest_home", "ratio", 0.5, 2.0, "assumed",
                "grain kept at home over what balances reckon, before export is planned"},
          self.harvest_home);
    visit(Field{"famine_alarm", "share", 0.0, 0.5, "assumed", "of villagers hungry above which relief is given"},
          self.famine_alarm);
    visit(Field{"credit_normal", "months", 0.1, 4.0, "assumed", "trust credit in calm times"}, self.credit_normal);
    visit(Field{"placing", "share", 0.0, 3.0, "assumed", "more of it while money falls"}, self.placing);
    visit(Field{"force_threshold", "share", 0.0, 1.0, "assumed", "shortfall from which force is used"}, self.force_threshold);
  }
};

}  // namespace thermidor::economy
