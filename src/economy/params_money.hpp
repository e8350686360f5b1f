// Parameters: Grain market, money, bank, budget. Defaults are those of the shipped scenario.
#pragma once

#include <array>

#include "core/fields.hpp"

namespace thermidor::economy {

// Grain market and state stocks.
struct GrainParams {
  double price_speed = 0.68665;    // response of free grain prices
  double other_speed = 0.12702;    // response of prices of other farm goods
  double tightness = 0.29454;      // of wanted price to shortage
  double foresight = 0.93476;      // weight of the season's outlook against the month's balance in free grain prices
  double outlook_power = 0.32235;  // of the free price to what is wanted until new grain comes over what is and will be there
  double other_base = 0.163;       // price of other farm goods over the general level when all offered is wanted
  double town_need = 23.703;       // grain need of a townsman, feed included
  double trader_months = 0.896;    // stock of grain that traders wish to hold
  double summer_stock = 0.43459;
  double flow = 0.0583;          // of stock moved per unit of price gap
  double freight_gap = 0.1;      // price gap that pays no freight
  double reserve = 1.6;          // state reserve aimed at over the year
  double army_need = 1.2;        // army and other state use
  double state_share = 0.85;     // of town need that the state can supply at most
  double spoilage = 0.004;       // of stocks
  double village_shops = 0.761;  // of bread that villages want and traders lack, sold by a full network of shops
  double turn = 2.7523;          // of grain that traders refuse, sold to the state when it pays the free price
  double turn_power = 1.4669;    // of the state's price over the free one in that share
  double town_margin = 0.334;    // town price over farm gate
  double follow = 1.2;           // state price over the free one where none is set
  double gift = 0.5;             // of famine relief given from abroad to a country that is open
  double imports = 0.4;          // of import money spent on bread when towns have none

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"price_speed", "share a month", 0.02, 1.0, "calibration-2026", "response of free grain prices"},
          self.price_speed);
    visit(Field{"other_speed", "share a month", 0.02, 1.0, "calibration-2026", "response of prices of other farm goods"},
          self.other_speed);
    visit(Field{"tightness", "elasticity", 0.05, 1.0, "calibration-2026", "of wanted price to shortage"}, self.tightness);
    visit(Field{"foresight", "share", 0.0, 1.0, "calibration-2026",
                "weight of the season's outlook against the month's balance in the free price and stocks of grain"},
          self.foresight);
    visit(Field{"outlook_power", "elasticity", 0.05, 2.0, "calibration-2026",
                "of the free price of grain to what is wanted until new grain comes over what is and will be there"},
          self.outlook_power);
    visit(Field{"other_base", "log ratio", -1.0, 1.0, "calibration-2026",
                "price of other farm goods over the general level when all offered is wanted"},
          self.other_base);
    visit(Field{"town_need", "kg a month", 10.0, 30.0, "calibration-2026", "grain need of a townsman, feed included"},
          self.town_need);
    visit(Field{"trader_months", "months", 0.2, 6.0, "calibration-2026", "stock of grain that traders wish to hold"},
          self.trader_months);
    visit(Field{"summer_stock", "share", 0, 1, "calibration-2026",
                "of that stock held while the new harvest is awaited and comes in"},
          self.summer_stock);
    visit(Field{"flow", "share a month", 0.0, 1.0, "calibration-2026", "of stock moved per unit of price gap"}, self.flow);
    visit(Field{"freight_gap", "log price", 0.0, 1.0, "calibration-2026", "price gap that pays no freight"}, self.freight_gap);
    visit(Field{"reserve", "million tonnes", 0.0, 5.0, "calibration-2026", "state reserve aimed at over the year"},
          self.reserve);
    visit(Field{"army_need", "million tonnes a year", 0.0, 4.0, "assumed", "army and other state use"}, self.army_need);
    visit(Field{"state_share", "share", 0.0, 1.0, "assumed", "of town need that the state can supply at most"},
          self.state_share);
    visit(Field{"spoilage", "share a month", 0.0, 0.05, "assumed", "of stocks"}, self.spoilage);
    visit(Field{"village_shops", "share", 0.0, 1.0, "assumed",
                "of bread that villages want and traders lack, sold by a full network of shops"},
          self.village_shops);
    visit(Field{"turn", "share", 0.0, 5.0, "calibration-2026",
                "of grain that traders refuse, sold to the state when it pays the free price; at most all"},
          self.turn);
    visit(Field{"turn_power", "power", 0.5, 12.0, "calibration-2026", "of the state's price over the free one in that share"},
          self.turn_power);
    visit(Field{"town_margin", "ratio", 0.0, 1.0, "calibration-2026", "town price over farm gate"}, self.town_margin);
    visit(Field{"follow", "ratio", 0.3, 1.2, "calibration-2026", "state price over the free one where none is set"},
          self.follow);
    visit(Field{"gift", "share", 0.0, 1.0, "assumed", "of famine relief given from abroad to a country that is open"},
          self.gift);
    visit(Field{"imports", "share", 0.0, 1.0, "assumed", "of import money spent on bread when towns have none"}, self.imports);
  }
};

// Emission, demand for money, the two currencies, the bank.
struct MoneyParams {
  double demand_months = 1.3171;         // money held per month of income at stable prices
  double demand_growth = 0.623;          // more money held as exchange is monetised
  double demand_flight = 0.68092;        // semi-elasticity of demand to expected inflation
  double price_speed = 0.525;            // of excess money that reaches prices
  double expectation = 0.162;            // speed of expected inflation
  double indexing = 1.0;                 // of a rise of prices by which usual receipts are carried on
  double emission_cap = 0.58656;         // largest issue against money in hand
  double emission_fall = 0.505;          // how the base of the old rouble shrinks
  double chervonets_speed = 0.095;       // flight into the stable currency
  double chervonets_threshold = 0.0383;  // inflation at which half would flee
  double monetising = 0.05637;           // return of exchange to money
  double treasury_speed = 0.21215;       // a month, of that right that the treasury can use
  double treasury_share = 0.57519;       // of all money that the law lets treasury notes be after the reform
  std::array<double, 5> access = {1.2, 1.2, 1.0, 1.0, 0.0};  // to the stable currency: state, trusts, trade, towns, villages
  double till_months = 0.8;                                  // months of output that borrowers like to hold
  double trade_credit = 0.289;           // of industry's lines that trade takes on top of them to hold goods
  double agency_share = 0.694;           // of the credit limit that grain buying may take
  double reform_level = 1.62;            // price level of the reform unit, to which instruments refer
  double bank_start = 2.4;               // limit on all credit at the reform
  double credit_speed = 0.407;           // of the gap to the credit line used or repaid
  double redenomination_level = 1000.0;  // price level at a turn of the year that calls for a new unit
  double emergency_level = 400000.0;     // price level that calls for it in any month
  double price_fall = 0.207;             // speed of falling against rising prices in stable money

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"demand_months", "months", 0.5, 8.0, "calibration-2026", "money held per month of income at stable prices"},
          self.demand_months);
    visit(Field{"demand_growth", "ratio", 0.0, 4.0, "calibration-2026", "more money held as exchange is monetised"},
          self.demand_growth);
    visit(Field{"demand_flight", "months", 0.2, 6.0, "calibration-2026", "semi-elasticity of demand to expected inflation"},
          self.demand_flight);
    visit(Field{"price_speed", "share a month", 0.1, 2.0, "calibration-2026", "of excess money that reaches prices"},
          self.price_speed);
    visit(Field{"expectation", "share a month", 0.02, 1.0, "calibration-2026", "speed of expected inflation"},
          self.expectation);
    visit(Field{"indexing", "power", 0.0, 1.0, "assumed",
                "of a rise of prices by which what towns, budget and bread traders are used to receive is carried on; "
                "0: they count in the roubles of months past"},
          self.indexing);
    visit(Field{"emission_cap", "share", 0.05, 2.0, "calibration-2026", "largest issue against money in hand"},
          self.emission_cap);
    visit(Field{"emission_fall", "power", 0.5, 6.0, "calibration-2026", "how the base of the old rouble shrinks"},
          self.emission_fall);
    visit(Field{"chervonets_speed", "share a month", 0.01, 0.5, "calibration-2026", "flight into the stable currency"},
          self.chervonets_speed);
    visit(Field{"chervonets_threshold", "share a month", 0.0, 1.0, "calibration-2026", "inflation at which half would flee"},
          self.chervonets_threshold);
    visit(Field{"monetising", "share a month", 0.005, 0.3, "calibration-2026", "return of exchange to money"}, self.monetising);
    visit(Field{"treasury_speed", "share a month", 0.0, 1.0, "assumed", "of its right to issue that the treasury can use"},
          self.treasury_speed);
    visit(Field{"treasury_share", "share", 0.0, 0.6, "assumed",
                "of all money that the law lets treasury notes be after the reform"},
          self.treasury_share);
    visit(Field{"access", "ratio", 0.0, 3.0, "assumed",
                "to the stable currency: state, trusts, trade, towns, villages (its least note is beyond a village purse)"},
          self.access);
    visit(Field{"till_months", "months", 0.1, 4.0, "assumed", "of output that borrowers like to hold in money"},
          self.till_months);
    visit(Field{"trade_credit", "ratio", 0.0, 2.0, "assumed", "of industry's lines that trade takes on top to hold goods"},
          self.trade_credit);
    visit(Field{"agency_share", "share", 0.0, 1.0, "assumed", "of the credit limit that grain buying may take"},
          self.agency_share);
    visit(Field{"reform_level", "1913=1", 0.5, 4.0, "assumed", "price level of the reform unit, to which instruments refer"},
          self.reform_level);
    visit(Field{"bank_start", "months of output", 0.1, 10.0, "calibration-2026", "limit on all credit at the reform"},
          self.bank_start);
    visit(Field{"credit_speed", "share a month", 0.05, 1.0, "calibration-2026", "of the gap to the credit line used or repaid"},
          self.credit_speed);
    visit(Field{"redenomination_level", "1913=1", 10.0, 100000.0, "assumed",
                "price level at a turn of the year that calls for a new unit"},
          self.redenomination_level);
    visit(Field{"emergency_level", "1913=1", 10000.0, 2000000.0, "assumed", "price level that calls for it in any month"},
          self.emergency_level);
    visit(Field{"price_fall", "ratio", 0.0, 1.0, "calibration-2026", "speed of falling against rising prices in stable money"},
          self.price_fall);
  }
};

// State revenue and outlay.
struct BudgetParams {
  double need = 60.241;            // outlay wanted in 1921
  double need_income = 0.46849;    // outlay wanted out of income above that
  double capacity_growth = 0.201;  // growth of the reach of money taxes
  double excise = 0.099847;        // of trust sales
  double profit_tax = 0.195;       // of profits
  double trade_tax = 0.0477;       // of private turnover
  double wage_tax = 0.137;         // of town incomes
  double orders = 0.38;            // of outlay spent on goods
  double customs = 0.225;          // of imports but machines and grain
  double loan_towns = 0.03;        // of town incomes lent to the state at full tempo
  double loan_trusts = 0.1;        // of trusts' profits put into state loans
  double loan_interest = 0.09;     // on state loans
  double loan_years = 5.0;         // over which they are paid back

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"need", "million roubles of 1913 a month", 0.1, 200.0, "calibration-2026", "outlay wanted in 1921"}, self.need);
    visit(Field{"need_income", "share", 0.05, 0.6, "calibration-2026", "outlay wanted out of income above that"},
          self.need_income);
    visit(Field{"capacity_growth", "share a month", 0.0, 0.6, "calibration-2026", "growth of the reach of money taxes"},
          self.capacity_growth);
    visit(Field{"excise", "share", 0.0, 0.5, "calibration-2026", "of trust sales"}, self.excise);
    visit(Field{"profit_tax", "share", 0.0, 0.9, "calibration-2026", "of profits"}, self.profit_tax);
    visit(Field{"trade_tax", "share", 0.0, 0.6, "calibration-2026", "of private turnover"}, self.trade_tax);
    visit(Field{"wage_tax", "share", 0.0, 0.4, "calibration-2026", "of town incomes"}, self.wage_tax);
    visit(Field{"orders", "share", 0.0, 1.0, "assumed", "of outlay spent on goods"}, self.orders);
    visit(Field{"customs", "share", 0.0, 1.0, "econ_finance", "of imports but machines and grain"}, self.customs);
    visit(Field{"loan_towns", "share", 0.0, 0.2, "assumed", "of town incomes lent to the state at full tempo"},
          self.loan_towns);
    visit(Field{"loan_trusts", "share", 0.0, 0.6, "assumed", "of trusts' profits put into state loans"}, self.loan_trusts);
    visit(Field{"loan_interest", "share a year", 0.0, 0.3, "assumed", "on state loans"}, self.loan_interest);
    visit(Field{"loan_years", "years", 1.0, 30.0, "assumed", "over which state loans are paid back"}, self.loan_years);
  }
};

}  // namespace thermidor::economy
