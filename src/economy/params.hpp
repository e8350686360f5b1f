// Parameters of industry, markets, money, budget, plan, trade, labour and towns. Defaults are those of the shipped scenario.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "core/calendar.hpp"
#include "core/fields.hpp"
#include "core/ids.hpp"
#include "core/quantity.hpp"
#include "economy/tables.hpp"

namespace thermidor::economy {

using StrataValues = std::array<double, 3>;  // poor, average, better-off

// State of March 1921.
struct StartParams {
  double price_level = 18500.0;  // general price level
  double grain_price = 1.55;  // farm-gate grain over the general level
  double other_price = 1.25;  // other farm goods over the general level
  double trust_price = 0.72;  // trust prices over the general level
  double real_wage = 0.33;  // real wage
  double money_towns = 18.0;  // money of townspeople
  double money_trade = 10.0;  // money of traders and shops
  double money_trusts = 6.0;  // money of trusts
  double money_heavy = 4.0;  // money of heavy industry
  double money_budget = 2.0;  // money of the budget
  double state_grain = 0.785;  // grain in state hands
  double trader_grain = 0.159;  // grain held by traders
  double stock_months = 2.8;  // goods in the hands of trusts and shops
  double raw_months = 3.1;  // farm raw materials in store
  double monetised = 0.15;  // share of exchange that runs through money
  double cartel = 0.215;  // how far sellers act together
  double tax_capacity = 0.06;  // reach of the money taxes
  double network = 1.45;  // turnover that co-operatives and state shops can handle
  double rail = 0.29;  // freight capacity in use
  double expected_take = 0.55;  // share of marginal output farms expect to lose
  double gold = 250.0;  // gold and exchange

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"price_level", "1913=1", 1.0, 1000000.0, "econ_prices", "general price level"}, self.price_level);
    visit(Field{"grain_price", "ratio", 0.3, 4.0, "assumed", "farm-gate grain over the general level"}, self.grain_price);
    visit(Field{"other_price", "ratio", 0.3, 4.0, "assumed", "other farm goods over the general level"}, self.other_price);
    visit(Field{"trust_price", "ratio", 0.3, 4.0, "assumed", "trust prices over the general level"}, self.trust_price);
    visit(Field{"real_wage", "1913=1", 0.1, 1.5, "econ_labour", "real wage"}, self.real_wage);
    visit(Field{"money_towns", "million roubles of 1913", 1.0, 100.0, "assumed", "money of townspeople"}, self.money_towns);
    visit(Field{"money_trade", "million roubles of 1913", 1.0, 100.0, "assumed", "money of traders and shops"}, self.money_trade);
    visit(Field{"money_trusts", "million roubles of 1913", 0.5, 100.0, "assumed", "money of trusts"}, self.money_trusts);
    visit(Field{"money_heavy", "million roubles of 1913", 0.5, 100.0, "assumed", "money of heavy industry"}, self.money_heavy);
    visit(Field{"money_budget", "million roubles of 1913", 0.1, 100.0, "assumed", "money of the budget"}, self.money_budget);
    visit(Field{"state_grain", "million tonnes", 0.0, 5.0, "calibration-2026", "grain in state hands"}, self.state_grain);
    visit(Field{"trader_grain", "million tonnes", 0.0, 5.0, "calibration-2026", "grain held by traders"}, self.trader_grain);
    visit(Field{"stock_months", "months of output", 0.5, 12.0, "calibration-2026", "goods in the hands of trusts and shops"}, self.stock_months);
    visit(Field{"raw_months", "months of use", 0.5, 24.0, "calibration-2026", "farm raw materials in store"}, self.raw_months);
    visit(Field{"monetised", "share", 0.0, 1.0, "assumed", "share of exchange that runs through money"}, self.monetised);
    visit(Field{"cartel", "share", 0.0, 1.0, "calibration-2026", "how far sellers act together"}, self.cartel);
    visit(Field{"tax_capacity", "share", 0.0, 1.0, "assumed", "reach of the money taxes"}, self.tax_capacity);
    visit(Field{"network", "million roubles of 1913 a month", 0.1, 50.0, "calibration-2026", "turnover that co-operatives and state shops can handle"}, self.network);
    visit(Field{"rail", "1913=1", 0.05, 1.5, "econ_industry", "freight capacity in use"}, self.rail);
    visit(Field{"expected_take", "share", 0.0, 0.95, "assumed", "share of marginal output farms expect to lose"}, self.expected_take);
    visit(Field{"gold", "million gold roubles", 0.0, 2000.0, "econ_foreign_trade", "gold and exchange"}, self.gold);
  }
};

// Magnitudes of 1913 against which indices are measured.
struct ScaleParams {
  double grain_price = 4.6;  // farm-gate price of grain in 1913
  double wage = 25.0;  // wage of 1913
  double steel = 4231.0;  // steel of 1913

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"grain_price", "kopecks/kg", 2.0, 8.0, "calibration-2026", "farm-gate price of grain in 1913"}, self.grain_price);
    visit(Field{"wage", "roubles a month", 15.0, 40.0, "econ_labour", "wage of 1913"}, self.wage);
    visit(Field{"steel", "thousand tonnes a year", 3000.0, 5000.0, "assumed", "steel of 1913"}, self.steel);
  }
};

// Pricing, output and costs of trusts.
struct TrustParams {
  double price_speed = 0.185;  // of the gap to the target price closed
  double own_cost = 0.4;  // weight of own against mean cost
  double markup = 1.05;  // markup under a full cartel
  double markup_base = 0.0227;  // markup without market power
  double cartel_speed = 0.44;  // learning to act together while margins are thin
  double stock_target = 6.16;  // stock that sellers think normal
  double stock_price = 0.225;  // of price to stock
  double dumping = 0.639;  // cut in markup of a seller without money
  double output_stock = 0.616;  // of output to stock
  double growth = 0.0775;  // fastest rise of output
  double growth_unsound = 0.473;  // of that speed while money is unsound
  double input_cost = 0.102;  // goods of heavy industry per unit
  double overhead = 0.0738;  // overhead in cash per unit at full load
  double cost_spread = 0.24;  // of costs among trusts, small ones dearer
  double size_spread = 0.7;  // of sizes among trusts of a branch
  double close_after = 9.0;  // ill months before a soft budget lets a trust close
  double wage_in_kind = 0.76;  // of wages paid in goods when nothing runs through money
  double in_kind = 1.0;  // of output taken and of supplies given without money when nothing runs through it
  double goods_notes = 0.84;  // of unpaid wages covered by notes on goods when money is scarce

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"price_speed", "share a month", 0.02, 1.0, "calibration-2026", "of the gap to the target price closed"}, self.price_speed);
    visit(Field{"own_cost", "share", 0.0, 1.0, "assumed", "weight of own against mean cost"}, self.own_cost);
    visit(Field{"markup", "ratio", 0.0, 4.0, "calibration-2026", "markup under a full cartel"}, self.markup);
    visit(Field{"markup_base", "ratio", 0.0, 0.5, "calibration-2026", "markup without market power"}, self.markup_base);
    visit(Field{"cartel_speed", "share a month", 0.0, 1.0, "calibration-2026", "learning to act together while margins are thin"}, self.cartel_speed);
    visit(Field{"stock_target", "months of sales", 0.5, 8.0, "calibration-2026", "stock that sellers think normal"}, self.stock_target);
    visit(Field{"stock_price", "elasticity", 0.0, 1.0, "calibration-2026", "of price to stock"}, self.stock_price);
    visit(Field{"dumping", "ratio", 0.0, 2.0, "calibration-2026", "cut in markup of a seller without money"}, self.dumping);
    visit(Field{"output_stock", "elasticity", 0.0, 1.0, "calibration-2026", "of output to stock"}, self.output_stock);
    visit(Field{"growth", "share a month", 0.01, 0.3, "calibration-2026", "fastest rise of output"}, self.growth);
    visit(Field{"growth_unsound", "ratio", 0.1, 1.0, "calibration-2026", "of that speed while money is unsound"}, self.growth_unsound);
    visit(Field{"input_cost", "ratio", 0.0, 0.6, "calibration-2026", "goods of heavy industry per unit"}, self.input_cost);
    visit(Field{"overhead", "ratio", 0.0, 0.5, "calibration-2026", "overhead in cash per unit at full load"}, self.overhead);
    visit(Field{"cost_spread", "log sd", 0.0, 1.0, "assumed", "of costs among trusts, small ones dearer"}, self.cost_spread);
    visit(Field{"size_spread", "log sd", 0.0, 1.5, "assumed", "of sizes among trusts of a branch"}, self.size_spread);
    visit(Field{"close_after", "months", 1.0, 36.0, "assumed", "ill months before a soft budget lets a trust close"}, self.close_after);
    visit(Field{"wage_in_kind", "share", 0.0, 1.0, "assumed", "of wages paid in goods when nothing runs through money"}, self.wage_in_kind);
    visit(Field{"in_kind", "share", 0.0, 1.0, "calibration-2026", "of output taken and of supplies given without money when nothing runs through it"}, self.in_kind);
    visit(Field{"goods_notes", "share", 0.0, 1.0, "assumed", "of unpaid wages covered by notes on goods when money is scarce"}, self.goods_notes);
  }
};

// Heavy industry, capacity and investment.
struct IndustryParams {
  double growth_heavy = 0.0442;  // fastest rise of heavy output
  double repair = 0.0193;  // of idle capacity put back to work
  double capital_output = 0.8;  // investment per rouble of yearly output
  double wear = 0.0022;  // capacity lost without investment
  double investment_budget = 0.119;  // of the budget invested at tempo 1
  double investment_profit = 0.468;  // of profits after tax
  double investment_credit = 0.381;  // of the budget lent for each point of tempo above 0.7
  double shortage_cost = 0.273;  // of real investment to shortage of metal, timber and machines
  double grip = 2.67;  // output lost per unit of input coefficient and of missing supply
  double rail_repair = 0.0141;  // of missing freight capacity restored
  double builders = 0.45;  // of investment paid to builders

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"growth_heavy", "share a month", 0.01, 0.3, "calibration-2026", "fastest rise of heavy output"}, self.growth_heavy);
    visit(Field{"repair", "share a month", 0.0, 0.2, "calibration-2026", "of idle capacity put back to work"}, self.repair);
    visit(Field{"capital_output", "years", 0.2, 3.0, "calibration-2026", "investment per rouble of yearly output"}, self.capital_output);
    visit(Field{"wear", "share a month", 0.0, 0.02, "calibration-2026", "capacity lost without investment"}, self.wear);
    visit(Field{"investment_budget", "share", 0.0, 0.5, "calibration-2026", "of the budget invested at tempo 1"}, self.investment_budget);
    visit(Field{"investment_profit", "share", 0.0, 1.0, "calibration-2026", "of profits after tax"}, self.investment_profit);
    visit(Field{"investment_credit", "share", 0.0, 1.0, "calibration-2026", "of the budget lent for each point of tempo above 0.7"}, self.investment_credit);
    visit(Field{"shortage_cost", "elasticity", 0.0, 1.5, "calibration-2026", "of real investment to shortage of metal, timber and machines"}, self.shortage_cost);
    visit(Field{"grip", "ratio", 0.0, 20.0, "calibration-2026", "output lost per unit of input coefficient and of missing supply"}, self.grip);
    visit(Field{"rail_repair", "share a month", 0.0, 0.1, "calibration-2026", "of missing freight capacity restored"}, self.rail_repair);
    visit(Field{"builders", "share", 0.0, 1.0, "assumed", "of investment paid to builders"}, self.builders);
  }
};

// Gosplan: material balances by successive approximation.
struct PlanParams {
  double rounds = 4.0;  // approximations made
  double error = 0.2;  // of need in the statistics without experts
  double drive = 0.55;  // extra weight of heavy branches in a full plan

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"rounds", "count", 1.0, 12.0, "assumed", "approximations made"}, self.rounds);
    visit(Field{"error", "log sd", 0.0, 1.0, "assumed", "of need in the statistics without experts"}, self.error);
    visit(Field{"drive", "ratio", 0.0, 3.0, "assumed", "extra weight of heavy branches in a full plan"}, self.drive);
  }
};

// Grain market and state stocks.
struct GrainParams {
  double price_speed = 0.41;  // response of free grain prices
  double other_speed = 0.109;  // response of prices of other farm goods
  double tightness = 0.335;  // of wanted price to shortage
  double other_base = 0.132;  // price of other farm goods over the general level when all offered is wanted
  double town_need = 25.3;  // grain need of a townsman, feed included
  double trader_months = 0.727;  // stock of grain that traders wish to hold
  double flow = 0.1;  // of stock moved per unit of price gap
  double freight_gap = 0.112;  // price gap that pays no freight
  double reserve = 1.28;  // state reserve aimed at over the year
  double army_need = 1.2;  // army and other state use
  double state_share = 0.85;  // of town need that the state can supply at most
  double spoilage = 0.004;  // of stocks
  double town_margin = 0.334;  // town price over farm gate
  double follow = 1.2;  // state price over the free one where none is set

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"price_speed", "share a month", 0.02, 1.0, "calibration-2026", "response of free grain prices"}, self.price_speed);
    visit(Field{"other_speed", "share a month", 0.02, 1.0, "calibration-2026", "response of prices of other farm goods"}, self.other_speed);
    visit(Field{"tightness", "elasticity", 0.05, 1.0, "calibration-2026", "of wanted price to shortage"}, self.tightness);
    visit(Field{"other_base", "log ratio", -1.0, 1.0, "calibration-2026", "price of other farm goods over the general level when all offered is wanted"}, self.other_base);
    visit(Field{"town_need", "kg a month", 10.0, 30.0, "calibration-2026", "grain need of a townsman, feed included"}, self.town_need);
    visit(Field{"trader_months", "months", 0.2, 6.0, "calibration-2026", "stock of grain that traders wish to hold"}, self.trader_months);
    visit(Field{"flow", "share a month", 0.0, 1.0, "calibration-2026", "of stock moved per unit of price gap"}, self.flow);
    visit(Field{"freight_gap", "log price", 0.0, 1.0, "calibration-2026", "price gap that pays no freight"}, self.freight_gap);
    visit(Field{"reserve", "million tonnes", 0.0, 5.0, "calibration-2026", "state reserve aimed at over the year"}, self.reserve);
    visit(Field{"army_need", "million tonnes a year", 0.0, 4.0, "assumed", "army and other state use"}, self.army_need);
    visit(Field{"state_share", "share", 0.0, 1.0, "assumed", "of town need that the state can supply at most"}, self.state_share);
    visit(Field{"spoilage", "share a month", 0.0, 0.05, "assumed", "of stocks"}, self.spoilage);
    visit(Field{"town_margin", "ratio", 0.0, 1.0, "calibration-2026", "town price over farm gate"}, self.town_margin);
    visit(Field{"follow", "ratio", 0.3, 1.2, "calibration-2026", "state price over the free one where none is set"}, self.follow);
  }
};

// Emission, demand for money, the two currencies, the bank.
struct MoneyParams {
  double demand_months = 2.45;  // money held per month of income at stable prices
  double demand_growth = 0.909;  // more money held as exchange is monetised
  double demand_flight = 1.8;  // semi-elasticity of demand to expected inflation
  double price_speed = 0.812;  // of excess money that reaches prices
  double expectation = 0.168;  // speed of expected inflation
  double emission_cap = 0.436;  // largest issue against money in hand
  double emission_fall = 1.18;  // how the base of the old rouble shrinks
  double chervonets_speed = 0.0605;  // flight into the stable currency
  double chervonets_threshold = 0.145;  // inflation at which half would flee
  double monetising = 0.049;  // return of exchange to money
  double treasury_issue = 54.9;  // largest issue of treasury notes while money is scarce after the reform
  double reform_level = 1.62;  // price level of the reform unit, to which instruments refer
  double bank_start = 2.1;  // limit on all credit at the reform
  double credit_speed = 0.407;  // of the gap to the credit line used or repaid
  double redenomination_level = 1000.0;  // price level at a turn of the year that calls for a new unit
  double emergency_level = 400000.0;  // price level that calls for it in any month
  double price_fall = 0.214;  // speed of falling against rising prices in stable money

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"demand_months", "months", 0.5, 8.0, "calibration-2026", "money held per month of income at stable prices"}, self.demand_months);
    visit(Field{"demand_growth", "ratio", 0.0, 4.0, "calibration-2026", "more money held as exchange is monetised"}, self.demand_growth);
    visit(Field{"demand_flight", "months", 0.2, 6.0, "calibration-2026", "semi-elasticity of demand to expected inflation"}, self.demand_flight);
    visit(Field{"price_speed", "share a month", 0.1, 2.0, "calibration-2026", "of excess money that reaches prices"}, self.price_speed);
    visit(Field{"expectation", "share a month", 0.02, 1.0, "calibration-2026", "speed of expected inflation"}, self.expectation);
    visit(Field{"emission_cap", "share", 0.05, 2.0, "calibration-2026", "largest issue against money in hand"}, self.emission_cap);
    visit(Field{"emission_fall", "power", 0.5, 6.0, "calibration-2026", "how the base of the old rouble shrinks"}, self.emission_fall);
    visit(Field{"chervonets_speed", "share a month", 0.01, 0.5, "calibration-2026", "flight into the stable currency"}, self.chervonets_speed);
    visit(Field{"chervonets_threshold", "share a month", 0.0, 1.0, "calibration-2026", "inflation at which half would flee"}, self.chervonets_threshold);
    visit(Field{"monetising", "share a month", 0.005, 0.3, "calibration-2026", "return of exchange to money"}, self.monetising);
    visit(Field{"treasury_issue", "million roubles a month", 0.0, 400.0, "calibration-2026", "largest issue of treasury notes while money is scarce after the reform"}, self.treasury_issue);
    visit(Field{"reform_level", "1913=1", 0.5, 4.0, "assumed", "price level of the reform unit, to which instruments refer"}, self.reform_level);
    visit(Field{"bank_start", "months of output", 0.1, 10.0, "calibration-2026", "limit on all credit at the reform"}, self.bank_start);
    visit(Field{"credit_speed", "share a month", 0.05, 1.0, "calibration-2026", "of the gap to the credit line used or repaid"}, self.credit_speed);
    visit(Field{"redenomination_level", "1913=1", 10.0, 100000.0, "assumed", "price level at a turn of the year that calls for a new unit"}, self.redenomination_level);
    visit(Field{"emergency_level", "1913=1", 10000.0, 2000000.0, "assumed", "price level that calls for it in any month"}, self.emergency_level);
    visit(Field{"price_fall", "ratio", 0.0, 1.0, "calibration-2026", "speed of falling against rising prices in stable money"}, self.price_fall);
  }
};

// State revenue and outlay.
struct BudgetParams {
  double need = 101.0;  // outlay wanted in 1921
  double need_income = 0.44;  // outlay wanted out of income above that
  double capacity_growth = 0.0247;  // growth of the reach of money taxes
  double excise = 0.11;  // of trust sales
  double profit_tax = 0.293;  // of profits
  double trade_tax = 0.0623;  // of private turnover
  double wage_tax = 0.12;  // of town incomes
  double orders = 0.38;  // of outlay spent on goods

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"need", "million roubles of 1913 a month", 5.0, 200.0, "calibration-2026", "outlay wanted in 1921"}, self.need);
    visit(Field{"need_income", "share", 0.05, 0.6, "calibration-2026", "outlay wanted out of income above that"}, self.need_income);
    visit(Field{"capacity_growth", "share a month", 0.0, 0.2, "calibration-2026", "growth of the reach of money taxes"}, self.capacity_growth);
    visit(Field{"excise", "share", 0.0, 0.5, "calibration-2026", "of trust sales"}, self.excise);
    visit(Field{"profit_tax", "share", 0.0, 0.9, "calibration-2026", "of profits"}, self.profit_tax);
    visit(Field{"trade_tax", "share", 0.0, 0.6, "calibration-2026", "of private turnover"}, self.trade_tax);
    visit(Field{"wage_tax", "share", 0.0, 0.4, "calibration-2026", "of town incomes"}, self.wage_tax);
    visit(Field{"orders", "share", 0.0, 1.0, "assumed", "of outlay spent on goods"}, self.orders);
  }
};

// Strata, spending, hunger.
struct TownParams {
  double poor = 0.17;  // poor stratum without unemployment
  double better_off = 0.2;  // better-off stratum
  StrataValues income = {0.5, 1.0, 1.75};  // income per head by stratum
  StrataValues food_limit = {0.63, 0.54, 0.41};  // of income spent on bread at most
  StrataValues ration = {0.75, 1.2, 0.75};  // weight in state rations
  StrataValues elasticity = {0.45, 0.35, 0.2};  // of bread demand to price
  double cash_months = 0.755;  // cash held back
  double other_food = 0.211;  // of spending on other farm goods
  double goods_least = 0.0769;  // of income spent on goods at least
  double hunger_deaths = 0.081;  // deaths per squared shortfall below the surviving norm
  double surviving = 0.78;  // cover below which people die
  double births = 0.00295;  // births
  double deaths = 0.00165;  // deaths but for hunger

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
    visit(Field{"hunger_deaths", "share a month", 0.0, 1.0, "calibration-2026", "deaths per squared shortfall below the surviving norm"}, self.hunger_deaths);
    visit(Field{"surviving", "ratio", 0.4, 1.0, "assumed", "cover below which people die"}, self.surviving);
    visit(Field{"births", "share a month", 0.0, 0.006, "assumed", "births"}, self.births);
    visit(Field{"deaths", "share a month", 0.0, 0.006, "assumed", "deaths but for hunger"}, self.deaths);
  }
};

// Work, wages, migration.
struct LabourParams {
  double overhead_workers = 0.418;  // industrial workers at no output
  double output_workers = 1.67;  // industrial workers per unit of output of 1913
  double service_share = 0.178;  // of townspeople at work in trade, services and households
  double participation = 0.43;  // of townspeople who seek work
  double real_wage = 1.11;  // real wage at productivity of 1913
  double wage_productivity = 0.773;  // of the wage aimed at to productivity
  double wage_speed = 0.0594;  // of the gap closed
  double migration = 0.00198;  // villagers who move at a wage gap of one
  double flight = 0.0227;  // townspeople who flee per unit of missing bread

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"overhead_workers", "million", 0.1, 3.0, "calibration-2026", "industrial workers at no output"}, self.overhead_workers);
    visit(Field{"output_workers", "million", 0.3, 4.0, "calibration-2026", "industrial workers per unit of output of 1913"}, self.output_workers);
    visit(Field{"service_share", "share", 0.0, 0.5, "calibration-2026", "of townspeople at work in trade, services and households"}, self.service_share);
    visit(Field{"participation", "share", 0.2, 0.8, "assumed", "of townspeople who seek work"}, self.participation);
    visit(Field{"real_wage", "ratio", 0.3, 2.0, "calibration-2026", "real wage at productivity of 1913"}, self.real_wage);
    visit(Field{"wage_productivity", "elasticity", 0.0, 2.0, "calibration-2026", "of the wage aimed at to productivity"}, self.wage_productivity);
    visit(Field{"wage_speed", "share a month", 0.01, 0.5, "calibration-2026", "of the gap closed"}, self.wage_speed);
    visit(Field{"migration", "share a month", 0.0, 0.01, "calibration-2026", "villagers who move at a wage gap of one"}, self.migration);
    visit(Field{"flight", "share a month", 0.0, 0.5, "calibration-2026", "townspeople who flee per unit of missing bread"}, self.flight);
  }
};

// Retail trade, foreign trade.
struct TradeParams {
  double network_growth = 0.0891;  // growth of co-operative and state shops
  double network_limit = 0.974;  // of turnover where private trade is legal
  double margin_state = 0.147;  // over factory price
  double margin_private = 0.214;  // over factory price when goods are plenty
  double margin_shortage = 0.5;  // more for each unit of unmet demand
  double crafts = 0.0682;  // crafts per unit of goods demand beyond the start
  double import_share = 1.15;  // of export receipts spent on imports
  double other_exports = 92.4;  // exports other than grain at the industry of 1913
  double smuggling = 0.25;  // strength of imports under an eased monopoly

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"network_growth", "share a month", 0.0, 0.3, "calibration-2026", "growth of co-operative and state shops"}, self.network_growth);
    visit(Field{"network_limit", "share", 0.2, 1.0, "calibration-2026", "of turnover where private trade is legal"}, self.network_limit);
    visit(Field{"margin_state", "ratio", 0.0, 1.0, "calibration-2026", "over factory price"}, self.margin_state);
    visit(Field{"margin_private", "ratio", 0.0, 1.5, "calibration-2026", "over factory price when goods are plenty"}, self.margin_private);
    visit(Field{"margin_shortage", "ratio", 0.0, 5.0, "calibration-2026", "more for each unit of unmet demand"}, self.margin_shortage);
    visit(Field{"crafts", "ratio", 0.0, 1.0, "calibration-2026", "crafts per unit of goods demand beyond the start"}, self.crafts);
    visit(Field{"import_share", "share", 0.0, 1.5, "calibration-2026", "of export receipts spent on imports"}, self.import_share);
    visit(Field{"other_exports", "million gold roubles a month", 0.0, 200.0, "calibration-2026", "exports other than grain at the industry of 1913"}, self.other_exports);
    visit(Field{"smuggling", "ratio", 0.0, 1.0, "assumed", "strength of imports under an eased monopoly"}, self.smuggling);
  }
};

// How economic bodies set instruments when no act holds them.
struct ReactionParams {
  double scissors_alarm = 1.9;  // scissors at which cuts and tighter credit begin
  double inflation_alarm = 0.25;  // expected inflation that makes a new currency wanted
  double patience = 10.0;  // months of such inflation before it is issued
  double reform_share = 0.6;  // stable share of money at which the old is withdrawn
  double price_start = 0.95;  // first procurement price in reform roubles
  double price_speed = 0.05;  // of its gap to the wanted one closed
  double credit_normal = 1.0;  // trust credit in calm times
  double force_threshold = 0.15;  // shortfall from which force is used

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"scissors_alarm", "ratio", 1.1, 4.0, "assumed", "scissors at which cuts and tighter credit begin"}, self.scissors_alarm);
    visit(Field{"inflation_alarm", "share a month", 0.02, 1.0, "assumed", "expected inflation that makes a new currency wanted"}, self.inflation_alarm);
    visit(Field{"patience", "months", 1.0, 48.0, "assumed", "months of such inflation before it is issued"}, self.patience);
    visit(Field{"reform_share", "share", 0.2, 0.98, "assumed", "stable share of money at which the old is withdrawn"}, self.reform_share);
    visit(Field{"price_start", "1913=1", 0.3, 2.0, "assumed", "first procurement price in reform roubles"}, self.price_start);
    visit(Field{"price_speed", "share a month", 0.0, 0.5, "assumed", "of its gap to the wanted one closed"}, self.price_speed);
    visit(Field{"credit_normal", "months", 0.1, 4.0, "assumed", "trust credit in calm times"}, self.credit_normal);
    visit(Field{"force_threshold", "share", 0.0, 1.0, "assumed", "shortfall from which force is used"}, self.force_threshold);
  }
};

// Everything the economy (but farms) is given and never changes.
struct Params {
  std::vector<RegionRow> regions;  // economic regions
  std::vector<BranchRow> branches;  // industrial branches
  StartParams start;  // State of March 1921
  ScaleParams scale;  // Magnitudes of 1913 against which indices are measured
  TrustParams trust;  // Pricing, output and costs of trusts
  IndustryParams industry;  // Heavy industry, capacity and investment
  PlanParams plan;  // Gosplan: material balances by successive approximation
  GrainParams grain;  // Grain market and state stocks
  MoneyParams money;  // Emission, demand for money, the two currencies, the bank
  BudgetParams budget;  // State revenue and outlay
  TownParams town;  // Strata, spending, hunger
  LabourParams labour;  // Work, wages, migration
  TradeParams trade;  // Retail trade, foreign trade
  ReactionParams reaction;  // How economic bodies set instruments when no act holds them

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"regions", "rows", 0, 0, "econ_regions", "economic regions"}, self.regions);
    visit(Field{"branches", "rows", 0, 0, "econ_industry", "industrial branches"}, self.branches);
    visit(Field{"start", "struct", 0, 0, "design", "State of March 1921"}, self.start);
    visit(Field{"scale", "struct", 0, 0, "design", "Magnitudes of 1913 against which indices are measured"}, self.scale);
    visit(Field{"trust", "struct", 0, 0, "design", "Pricing, output and costs of trusts"}, self.trust);
    visit(Field{"industry", "struct", 0, 0, "design", "Heavy industry, capacity and investment"}, self.industry);
    visit(Field{"plan", "struct", 0, 0, "design", "Gosplan: material balances by successive approximation"}, self.plan);
    visit(Field{"grain", "struct", 0, 0, "design", "Grain market and state stocks"}, self.grain);
    visit(Field{"money", "struct", 0, 0, "design", "Emission, demand for money, the two currencies, the bank"}, self.money);
    visit(Field{"budget", "struct", 0, 0, "design", "State revenue and outlay"}, self.budget);
    visit(Field{"town", "struct", 0, 0, "design", "Strata, spending, hunger"}, self.town);
    visit(Field{"labour", "struct", 0, 0, "design", "Work, wages, migration"}, self.labour);
    visit(Field{"trade", "struct", 0, 0, "design", "Retail trade, foreign trade"}, self.trade);
    visit(Field{"reaction", "struct", 0, 0, "design", "How economic bodies set instruments when no act holds them"}, self.reaction);
  }
};

}  // namespace thermidor::economy
