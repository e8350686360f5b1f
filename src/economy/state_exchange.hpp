// State of money, budget, towns and trade: national magnitudes.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/fields.hpp"

namespace thermidor::economy {

// Money, prices and credit.
struct MoneyState {
  double level = 1;                   // general price level in the unit in force
  double level_before = 1;            // the same a month ago
  double unit = 1;                    // roubles of 1921 in one rouble now in force
  double other = 1;                   // price of other farm goods
  double goods = 1;                   // retail price of goods
  double crafts = 1;                  // price of crafts
  double factory = 1;                 // mean trust price
  double state_grain = 0;             // price the state pays, kopecks a kg
  double wage = 0;                    // kopecks a month
  double inflation = 0;               // of this month
  double expected = 0;                // expected inflation a month
  double stable_share = 0;            // share of money in stable currency
  double monetised = 0;               // share of exchange through money
  double reformed = 0;                // 1 once the old money is withdrawn
  double limit = 0;                   // on all bank credit
  double income = 0;                  // money income of the month at current prices
  double income_real = 0;             // the same at prices of 1913, smoothed
  double issue = 0;                   // treasury issue this month
  double alarm_months = 0;            // months of intolerable inflation
  double reform_months = 0;           // months since the reform
  double treasury_notes = 0;          // treasury paper in circulation since the reform
  double revalued = 0;                // gain of stable money in old roubles this month
  std::array<double, 5> stable = {};  // stable share of money by kind of holder
  std::array<double, 5> eroded = {};  // money's loss of worth this month by kind of holder

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"level", "ratio", -1e18, 1e18, "", "general price level in the unit in force"}, self.level);
    visit(Field{"level_before", "ratio", -1e18, 1e18, "", "the same a month ago"}, self.level_before);
    visit(Field{"unit", "ratio", -1e18, 1e18, "", "roubles of 1921 in one rouble now in force"}, self.unit);
    visit(Field{"other", "ratio", -1e18, 1e18, "", "price of other farm goods"}, self.other);
    visit(Field{"goods", "ratio", -1e18, 1e18, "", "retail price of goods"}, self.goods);
    visit(Field{"crafts", "ratio", -1e18, 1e18, "", "price of crafts"}, self.crafts);
    visit(Field{"factory", "ratio", -1e18, 1e18, "", "mean trust price"}, self.factory);
    visit(Field{"state_grain", "kopecks", -1e18, 1e18, "", "price the state pays, kopecks a kg"}, self.state_grain);
    visit(Field{"wage", "kopecks", -1e18, 1e18, "", "kopecks a month"}, self.wage);
    visit(Field{"inflation", "ratio", -1e18, 1e18, "", "of this month"}, self.inflation);
    visit(Field{"expected", "ratio", -1e18, 1e18, "", "expected inflation a month"}, self.expected);
    visit(Field{"stable_share", "ratio", -1e18, 1e18, "", "share of money in stable currency"}, self.stable_share);
    visit(Field{"monetised", "ratio", -1e18, 1e18, "", "share of exchange through money"}, self.monetised);
    visit(Field{"reformed", "ratio", -1e18, 1e18, "", "1 once the old money is withdrawn"}, self.reformed);
    visit(Field{"limit", "kopecks", -1e18, 1e18, "", "on all bank credit"}, self.limit);
    visit(Field{"income", "kopecks", -1e18, 1e18, "", "money income of the month at current prices"}, self.income);
    visit(Field{"income_real", "kopecks", -1e18, 1e18, "", "the same at prices of 1913, smoothed"}, self.income_real);
    visit(Field{"issue", "kopecks", -1e18, 1e18, "", "treasury issue this month"}, self.issue);
    visit(Field{"alarm_months", "ratio", -1e18, 1e18, "", "months of intolerable inflation"}, self.alarm_months);
    visit(Field{"reform_months", "ratio", -1e18, 1e18, "", "months since the reform"}, self.reform_months);
    visit(Field{"treasury_notes", "kopecks", 0, 1e18, "", "treasury paper in circulation since the reform"},
          self.treasury_notes);
    visit(Field{"revalued", "kopecks", -1e18, 1e18, "", "gain of stable money in old roubles this month"}, self.revalued);
    visit(Field{"stable", "share", 0, 1, "M010", "stable share of money by kind of holder"}, self.stable);
    visit(Field{"eroded", "kopecks of 1913", -1e18, 1e18, "M010", "money's loss of worth this month by kind of holder"},
          self.eroded);
  }
};

// Budget and accumulation.
struct BudgetState {
  double revenue = 0;          // this month
  double revenue_smooth = 0;   // over some months
  double outlay = 0;           // this month
  double farm_tax = 0;         // this month
  double excise = 0;           // this month
  double orders = 0;           // for goods this month
  double staff = 0;            // pay this month
  double works = 0;            // investment to be paid for
  double profit_tax = 0;       // this month
  double wage_tax = 0;         // on incomes of towns this month
  double trade_tax = 0;        // on private trade this month
  double customs = 0;          // on imports this month
  double dividends = 0;        // of trusts, shops and agency this month
  double loans = 0;            // subscribed to state loans this month
  double loan_service = 0;     // interest and redemption paid this month
  double in_kind = 0;          // worth of the grain tax this month
  double deliveries = 0;       // worth of output delivered in kind against supplies this month
  double tax_progression = 1;  // of the farm tax over its usual one
  double tax_capacity = 0;     // reach of money taxes
  double investment = 0;       // planned this month
  double investment_real = 0;  // made this month
  double subsidies = 0;        // this month
  double tempo_cost = 1;       // investment cost through shortage
  double wage_unpaid = 0;      // unpaid wages this month
  double wage_fund = 0;        // wages due this month

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"revenue", "kopecks", -1e18, 1e18, "", "this month"}, self.revenue);
    visit(Field{"revenue_smooth", "kopecks", -1e18, 1e18, "", "over some months"}, self.revenue_smooth);
    visit(Field{"outlay", "kopecks", -1e18, 1e18, "", "this month"}, self.outlay);
    visit(Field{"farm_tax", "kopecks", -1e18, 1e18, "", "this month"}, self.farm_tax);
    visit(Field{"excise", "kopecks", -1e18, 1e18, "", "this month"}, self.excise);
    visit(Field{"orders", "kopecks", -1e18, 1e18, "", "for goods this month"}, self.orders);
    visit(Field{"staff", "kopecks", -1e18, 1e18, "", "pay this month"}, self.staff);
    visit(Field{"works", "kopecks", -1e18, 1e18, "", "investment to be paid for"}, self.works);
    visit(Field{"profit_tax", "kopecks", -1e18, 1e18, "", "this month"}, self.profit_tax);
    visit(Field{"wage_tax", "kopecks", -1e18, 1e18, "S18", "on incomes of towns this month"}, self.wage_tax);
    visit(Field{"trade_tax", "kopecks", -1e18, 1e18, "S11", "on private trade this month"}, self.trade_tax);
    visit(Field{"customs", "kopecks", -1e18, 1e18, "S21", "on imports this month"}, self.customs);
    visit(Field{"dividends", "kopecks", -1e18, 1e18, "", "of trusts, shops and agency this month"}, self.dividends);
    visit(Field{"loans", "kopecks", -1e18, 1e18, "", "subscribed to state loans this month"}, self.loans);
    visit(Field{"loan_service", "kopecks", -1e18, 1e18, "", "interest and redemption paid this month"}, self.loan_service);
    visit(Field{"in_kind", "kopecks", -1e18, 1e18, "SF28", "worth of the grain tax this month"}, self.in_kind);
    visit(Field{"deliveries", "kopecks", -1e18, 1e18, "", "worth of output delivered in kind against supplies this month"},
          self.deliveries);
    visit(Field{"tax_progression", "ratio", 0, 10, "S18", "of the farm tax over its usual one"}, self.tax_progression);
    visit(Field{"tax_capacity", "ratio", -1e18, 1e18, "", "reach of money taxes"}, self.tax_capacity);
    visit(Field{"investment", "kopecks", -1e18, 1e18, "", "planned this month"}, self.investment);
    visit(Field{"investment_real", "kopecks of 1913", -1e18, 1e18, "", "made this month"}, self.investment_real);
    visit(Field{"subsidies", "kopecks", -1e18, 1e18, "", "this month"}, self.subsidies);
    visit(Field{"tempo_cost", "ratio", -1e18, 1e18, "", "investment cost through shortage"}, self.tempo_cost);
    visit(Field{"wage_unpaid", "kopecks", -1e18, 1e18, "", "unpaid wages this month"}, self.wage_unpaid);
    visit(Field{"wage_fund", "kopecks", -1e18, 1e18, "", "wages due this month"}, self.wage_fund);
  }
};

// Towns: strata, bread, spending.
struct TownState {
  std::array<double, 3> cover = {1, 1, 1};          // bread over need by stratum
  std::array<double, 3> eaten = {};                 // bread by stratum this month
  std::array<double, 3> food_purse = {};            // money for bread by stratum
  double people_fed = 0;                            // persons at table
  double state_bread = 0;                           // kg handed out
  double resold = 0;                                // kg taken out of shops by traders and villages
  double bread_wanted = 0;                          // kg wanted on the market
  double goods_spent = 0;                           // on goods this month
  double bread_spent = 0;                           // on bread this month
  double food_spent = 0;                            // on other farm food this month
  std::array<double, 3> share = {0.17, 0.63, 0.2};  // people by stratum
  double income = 0;                                // this month
  double income_smooth = 0;                         // over some months
  double goods_wanted = 0;                          // goods wanted
  double goods_bought = 0;                          // goods bought
  double goods_meant = 0;                           // goods sent to towns this month
  std::int64_t deaths = 0;                          // of hunger this month
  double workers = 0;                               // in industry, persons
  double employed = 0;                              // for wages, persons
  double unemployed = 0;                            // persons
  double builders = 0;                              // persons
  double real_wage = 0;                             // 1913 = 1
  double productivity = 0;                          // 1913 = 1
  std::int64_t carry = 0;                           // arrivals owed to villages
  std::int64_t pending_leave = 0;                   // villagers who will leave
  std::array<double, 3> earning = {1, 1, 1};        // income a head over the ordinary one of the stratum
  std::array<double, 3> hunger = {};                // share of the stratum dead of want this month
  std::array<double, 6> trades = {};                // hired: industry, building, transport, offices, services, farms
  double seasonal = 0;                              // villagers at work in towns for the season, persons
  double own_account = 0;                           // artisans and traders, persons
  double benefits = 0;                              // paid to those without work this month
  double day = 7.6;                                 // working day
  double dearness = 1;                              // cost of a worker's living over the general price level
  double arrivals = 0;                              // villagers who came to stay less townspeople who left, this month
  double queues = 0;                                // how far bread and goods must be queued for
  std::int64_t births = 0;                          // this month
  std::int64_t deaths_natural = 0;                  // this month

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"cover", "ratio", 0, 5, "", "bread over need by stratum"}, self.cover);
    visit(Field{"eaten", "kg", 0, 1e18, "", "bread by stratum this month"}, self.eaten);
    visit(Field{"food_purse", "kopecks", 0, 1e18, "", "money for bread by stratum"}, self.food_purse);
    visit(Field{"people_fed", "ratio", -1e18, 1e18, "", "persons at table"}, self.people_fed);
    visit(Field{"state_bread", "ratio", -1e18, 1e18, "", "kg handed out"}, self.state_bread);
    visit(Field{"resold", "kg", 0, 1e18, "", "state grain that traders and villages took out of shops this month"},
          self.resold);
    visit(Field{"bread_wanted", "ratio", -1e18, 1e18, "", "kg wanted on the market"}, self.bread_wanted);
    visit(Field{"goods_spent", "kopecks", -1e18, 1e18, "", "on goods this month"}, self.goods_spent);
    visit(Field{"bread_spent", "kopecks", -1e18, 1e18, "", "on bread this month"}, self.bread_spent);
    visit(Field{"food_spent", "kopecks", -1e18, 1e18, "", "on other farm food this month"}, self.food_spent);
    visit(Field{"share", "share", 0, 1, "", "people by stratum"}, self.share);
    visit(Field{"income", "kopecks", -1e18, 1e18, "", "this month"}, self.income);
    visit(Field{"income_smooth", "kopecks", -1e18, 1e18, "", "over some months"}, self.income_smooth);
    visit(Field{"goods_wanted", "kopecks of 1913", -1e18, 1e18, "", "goods wanted"}, self.goods_wanted);
    visit(Field{"goods_bought", "kopecks of 1913", -1e18, 1e18, "", "goods bought"}, self.goods_bought);
    visit(Field{"goods_meant", "kopecks of 1913", 0, 1e18, "", "goods sent to towns this month"}, self.goods_meant);
    visit(Field{"deaths", "persons", -1e18, 1e18, "", "of hunger this month"}, self.deaths);
    visit(Field{"workers", "ratio", -1e18, 1e18, "", "in industry, persons"}, self.workers);
    visit(Field{"employed", "ratio", -1e18, 1e18, "", "for wages, persons"}, self.employed);
    visit(Field{"unemployed", "ratio", -1e18, 1e18, "", "persons"}, self.unemployed);
    visit(Field{"builders", "ratio", -1e18, 1e18, "", "persons"}, self.builders);
    visit(Field{"real_wage", "ratio", -1e18, 1e18, "", "1913 = 1"}, self.real_wage);
    visit(Field{"productivity", "ratio", -1e18, 1e18, "", "1913 = 1"}, self.productivity);
    visit(Field{"carry", "persons", -1e8, 1e18, "", "arrivals owed to villages; below zero where a sample's unit moved more"},
          self.carry);
    visit(Field{"pending_leave", "persons", -1e8, 1e18, "", "villagers who will leave; below zero likewise"},
          self.pending_leave);
    visit(Field{"earning", "ratio", 0, 10, "", "income a head over the ordinary one of the stratum"}, self.earning);
    visit(Field{"hunger", "share", 0, 1, "", "share of the stratum dead of want this month"}, self.hunger);
    visit(Field{"trades", "persons", 0, 1e8, "", "hired: industry, building, transport, offices, services, farms"},
          self.trades);
    visit(Field{"seasonal", "persons", 0, 1e8, "", "villagers at work in towns for the season"}, self.seasonal);
    visit(Field{"own_account", "persons", 0, 1e8, "", "artisans and traders"}, self.own_account);
    visit(Field{"benefits", "kopecks", 0, 1e18, "", "paid to those without work this month"}, self.benefits);
    visit(Field{"day", "hours", 4, 14, "S18", "working day"}, self.day);
    visit(Field{"dearness", "ratio", 0, 100, "", "cost of a worker's living over the general price level"}, self.dearness);
    visit(Field{"arrivals", "persons", -1e8, 1e8, "", "came to stay less left, this month"}, self.arrivals);
    visit(Field{"queues", "share", 0, 1, "S17", "how far bread and goods must be queued for"}, self.queues);
    visit(Field{"births", "persons", 0, 1e9, "", "this month"}, self.births);
    visit(Field{"deaths_natural", "persons", 0, 1e9, "", "this month"}, self.deaths_natural);
  }
};

}  // namespace thermidor::economy
