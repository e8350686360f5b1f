// State of the economy: columns per region, trust and branch, and a few national magnitudes. Farms are elsewhere.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/fields.hpp"
#include "core/ids.hpp"
#include "economy/village.hpp"
#include "economy/books.hpp"

namespace thermidor::economy {

// Economic regions, one entry each.
struct RegionState {
  std::vector<double> price;  // free grain price at the farm gate, kopecks a kg
  std::vector<std::int64_t> townspeople;  // people in towns
  std::vector<double> cover;  // town bread over need, last month
  std::vector<double> wanted;  // grain that buyers wanted, kg
  std::vector<double> offered;  // grain offered, kg
  std::vector<double> target;  // stock traders wish to hold, kg
  std::vector<double> pull;  // kg drawn in by shortage
  std::vector<double> take;  // share of marginal output farms expect to lose
  std::vector<double> hungry;  // villagers short of food over people
  std::vector<FarmConditions> conditions;  // what farms face this month
  std::vector<FarmFlows> flows;  // what farms did last

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"price", "kopecks", -1e18, 1e18, "", "free grain price at the farm gate, kopecks a kg"}, self.price);
    visit(Field{"townspeople", "persons", -1e18, 1e18, "", "people in towns"}, self.townspeople);
    visit(Field{"cover", "ratio", -1e18, 1e18, "", "town bread over need, last month"}, self.cover);
    visit(Field{"wanted", "kg", -1e18, 1e18, "", "grain that buyers wanted, kg"}, self.wanted);
    visit(Field{"offered", "kg", -1e18, 1e18, "", "grain offered, kg"}, self.offered);
    visit(Field{"target", "kg", -1e18, 1e18, "", "stock traders wish to hold, kg"}, self.target);
    visit(Field{"pull", "kg", -1e18, 1e18, "", "kg drawn in by shortage"}, self.pull);
    visit(Field{"take", "share", -1e18, 1e18, "", "share of marginal output farms expect to lose"}, self.take);
    visit(Field{"hungry", "share", -1e18, 1e18, "", "villagers short of food over people"}, self.hungry);
    visit(Field{"conditions", "struct", 0, 0, "", "what farms face this month"}, self.conditions);
    visit(Field{"flows", "struct", 0, 0, "", "what farms did last"}, self.flows);
  }
};

// Trusts of consumer industry, one entry each.
struct TrustState {
  std::vector<BranchId> branch;  // branch
  std::vector<RegionId> region;  // seat
  std::vector<double> capacity;  // usable capacity a month
  std::vector<double> limit;  // capacity if repaired
  std::vector<double> cost;  // cost relative to the branch
  std::vector<double> price;  // kopecks per kopeck of 1913
  std::vector<double> output;  // made this month
  std::vector<double> wanted;  // output it would make if nothing were short
  std::vector<double> sales;  // expected sales a month
  std::vector<std::int64_t> stock;  // unsold goods
  std::vector<double> workers;  // employed
  std::vector<double> unit_cost;  // cost per kopeck of 1913
  std::vector<double> profit;  // this month
  std::vector<double> unpaid;  // share of wages left unpaid
  std::vector<double> ill_months;  // months of loss or arrears with an empty till
  std::vector<std::uint8_t> closed;  // closed down
  std::vector<double> receipts_real;  // sold this month
  std::vector<double> receipts;  // from sales this month
  std::vector<std::int64_t> sold;  // in the sale being settled
  std::vector<double> wages_due;  // wages still owed this month
  std::vector<double> inputs_due;  // goods of heavy industry still owed for
  std::vector<double> line;  // credit asked for this month
  std::vector<double> raw_due;  // farm raw materials still owed for
  std::vector<double> overhead_due;  // overhead still owed

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"branch", "id", 0, 65535, "", "branch"}, self.branch);
    visit(Field{"region", "id", 0, 65535, "", "seat"}, self.region);
    visit(Field{"capacity", "kopecks of 1913", -1e18, 1e18, "", "usable capacity a month"}, self.capacity);
    visit(Field{"limit", "kopecks of 1913", -1e18, 1e18, "", "capacity if repaired"}, self.limit);
    visit(Field{"cost", "ratio", -1e18, 1e18, "", "cost relative to the branch"}, self.cost);
    visit(Field{"price", "kopecks", -1e18, 1e18, "", "kopecks per kopeck of 1913"}, self.price);
    visit(Field{"output", "kopecks of 1913", -1e18, 1e18, "", "made this month"}, self.output);
    visit(Field{"wanted", "kopecks of 1913", -1e18, 1e18, "", "output it would make if nothing were short"}, self.wanted);
    visit(Field{"sales", "kopecks of 1913", -1e18, 1e18, "", "expected sales a month"}, self.sales);
    visit(Field{"stock", "kopecks of 1913", -1e18, 1e18, "", "unsold goods"}, self.stock);
    visit(Field{"workers", "persons", -1e18, 1e18, "", "employed"}, self.workers);
    visit(Field{"unit_cost", "kopecks", -1e18, 1e18, "", "cost per kopeck of 1913"}, self.unit_cost);
    visit(Field{"profit", "kopecks", -1e18, 1e18, "", "this month"}, self.profit);
    visit(Field{"unpaid", "share", -1e18, 1e18, "", "share of wages left unpaid"}, self.unpaid);
    visit(Field{"ill_months", "months", -1e18, 1e18, "", "months of loss or arrears with an empty till"}, self.ill_months);
    visit(Field{"closed", "flag", 0, 1, "", "closed down"}, self.closed);
    visit(Field{"receipts_real", "kopecks of 1913", -1e18, 1e18, "", "sold this month"}, self.receipts_real);
    visit(Field{"receipts", "kopecks", -1e18, 1e18, "", "from sales this month"}, self.receipts);
    visit(Field{"sold", "kopecks of 1913", -1e18, 1e18, "", "in the sale being settled"}, self.sold);
    visit(Field{"wages_due", "kopecks", -1e18, 1e18, "", "wages still owed this month"}, self.wages_due);
    visit(Field{"inputs_due", "kopecks", -1e18, 1e18, "", "goods of heavy industry still owed for"}, self.inputs_due);
    visit(Field{"line", "kopecks", -1e18, 1e18, "", "credit asked for this month"}, self.line);
    visit(Field{"raw_due", "kopecks", -1e18, 1e18, "", "farm raw materials still owed for"}, self.raw_due);
    visit(Field{"overhead_due", "kopecks", -1e18, 1e18, "", "overhead still owed"}, self.overhead_due);
  }
};

// Branches, one entry each, in kopecks of 1913 a month.
struct BranchState {
  std::vector<double> output;  // made this month
  std::vector<double> usable;  // usable capacity
  std::vector<double> limit;  // capacity if repaired
  std::vector<double> need;  // wanted by users
  std::vector<double> supply;  // share of need met last month
  std::vector<double> plan;  // output in the material balance
  std::vector<double> weight;  // share of short materials under the plan
  std::vector<double> desired;  // output wanted before shortages
  std::vector<double> input_factor;  // share of desired output that inputs allow
  std::vector<double> branch_size;  // of its trusts, for shares
  std::vector<double> basket;  // demand for its goods against their share of the shelves
  std::array<double, 4> material_supply = {1, 1, 1, 1};  // fuel, metal, machines, power: supply over need

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"output", "kopecks of 1913", -1e18, 1e18, "", "made this month"}, self.output);
    visit(Field{"usable", "kopecks of 1913", -1e18, 1e18, "", "usable capacity"}, self.usable);
    visit(Field{"limit", "kopecks of 1913", -1e18, 1e18, "", "capacity if repaired"}, self.limit);
    visit(Field{"need", "kopecks of 1913", -1e18, 1e18, "", "wanted by users"}, self.need);
    visit(Field{"supply", "share", -1e18, 1e18, "", "share of need met last month"}, self.supply);
    visit(Field{"plan", "kopecks of 1913", -1e18, 1e18, "", "output in the material balance"}, self.plan);
    visit(Field{"weight", "ratio", -1e18, 1e18, "", "share of short materials under the plan"}, self.weight);
    visit(Field{"desired", "kopecks of 1913", -1e18, 1e18, "", "output wanted before shortages"}, self.desired);
    visit(Field{"input_factor", "ratio", -1e18, 1e18, "", "share of desired output that inputs allow"}, self.input_factor);
    visit(Field{"branch_size", "kopecks of 1913", -1e18, 1e18, "", "of its trusts, for shares"}, self.branch_size);
    visit(Field{"basket", "ratio", -1e18, 1e18, "", "demand for its goods against their share of the shelves"}, self.basket);
    visit(Field{"material_supply", "ratio", 0, 1, "", "fuel, metal, machines, power: supply over need"}, self.material_supply);
  }
};

// Money, prices and credit.
struct MoneyState {
  double level = 1;  // general price level in the unit in force
  double level_before = 1;  // the same a month ago
  double unit = 1;  // roubles of 1921 in one rouble now in force
  double other = 1;  // price of other farm goods
  double goods = 1;  // retail price of goods
  double crafts = 1;  // price of crafts
  double factory = 1;  // mean trust price
  double state_grain = 0;  // price the state pays, kopecks a kg
  double wage = 0;  // kopecks a month
  double inflation = 0;  // of this month
  double expected = 0;  // expected inflation a month
  double stable_share = 0;  // share of money in stable currency
  double monetised = 0;  // share of exchange through money
  double reformed = 0;  // 1 once the old money is withdrawn
  double limit = 0;  // on all bank credit
  double income = 0;  // money income of the month at current prices
  double income_real = 0;  // the same at prices of 1913, smoothed
  double issue = 0;  // treasury issue this month
  double alarm_months = 0;  // months of intolerable inflation
  double reform_months = 0;  // months since the reform
  double real = 0;  // all money at prices of 1913

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
    visit(Field{"real", "kopecks", -1e18, 1e18, "", "all money at prices of 1913"}, self.real);
  }
};

// Budget and accumulation.
struct BudgetState {
  double revenue = 0;  // this month
  double revenue_smooth = 0;  // over some months
  double outlay = 0;  // this month
  double farm_tax = 0;  // this month
  double excise = 0;  // this month
  double orders = 0;  // for goods this month
  double staff = 0;  // pay this month
  double heavy_wages = 0;  // owed in heavy industry this month
  double heavy_paid = 1;  // share paid last month
  double works = 0;  // investment to be paid for
  double profit_tax = 0;  // this month
  double issue = 0;  // of this month
  double tax_capacity = 0;  // reach of money taxes
  double investment = 0;  // planned this month
  double investment_credit = 0;  // of it lent
  double investment_profit = 0;  // of it from profits
  double investment_real = 0;  // made this month
  double subsidies = 0;  // this month
  double tempo_cost = 1;  // investment cost through shortage
  double from_peasants = 0;  // accumulation at 1913 prices
  double from_workers = 0;  // accumulation
  double from_abroad = 0;  // accumulation
  double wage_unpaid = 0;  // unpaid wages this month
  double wage_fund = 0;  // wages due this month

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"revenue", "kopecks", -1e18, 1e18, "", "this month"}, self.revenue);
    visit(Field{"revenue_smooth", "kopecks", -1e18, 1e18, "", "over some months"}, self.revenue_smooth);
    visit(Field{"outlay", "kopecks", -1e18, 1e18, "", "this month"}, self.outlay);
    visit(Field{"farm_tax", "kopecks", -1e18, 1e18, "", "this month"}, self.farm_tax);
    visit(Field{"excise", "kopecks", -1e18, 1e18, "", "this month"}, self.excise);
    visit(Field{"orders", "kopecks", -1e18, 1e18, "", "for goods this month"}, self.orders);
    visit(Field{"staff", "kopecks", -1e18, 1e18, "", "pay this month"}, self.staff);
    visit(Field{"heavy_wages", "kopecks", -1e18, 1e18, "", "owed in heavy industry this month"}, self.heavy_wages);
    visit(Field{"heavy_paid", "ratio", -1e18, 1e18, "", "share paid last month"}, self.heavy_paid);
    visit(Field{"works", "kopecks", -1e18, 1e18, "", "investment to be paid for"}, self.works);
    visit(Field{"profit_tax", "kopecks", -1e18, 1e18, "", "this month"}, self.profit_tax);
    visit(Field{"issue", "kopecks", -1e18, 1e18, "", "of this month"}, self.issue);
    visit(Field{"tax_capacity", "ratio", -1e18, 1e18, "", "reach of money taxes"}, self.tax_capacity);
    visit(Field{"investment", "kopecks", -1e18, 1e18, "", "planned this month"}, self.investment);
    visit(Field{"investment_credit", "kopecks", -1e18, 1e18, "", "of it lent"}, self.investment_credit);
    visit(Field{"investment_profit", "kopecks", -1e18, 1e18, "", "of it from profits"}, self.investment_profit);
    visit(Field{"investment_real", "kopecks of 1913", -1e18, 1e18, "", "made this month"}, self.investment_real);
    visit(Field{"subsidies", "kopecks", -1e18, 1e18, "", "this month"}, self.subsidies);
    visit(Field{"tempo_cost", "ratio", -1e18, 1e18, "", "investment cost through shortage"}, self.tempo_cost);
    visit(Field{"from_peasants", "ratio", -1e18, 1e18, "", "accumulation at 1913 prices"}, self.from_peasants);
    visit(Field{"from_workers", "ratio", -1e18, 1e18, "", "accumulation"}, self.from_workers);
    visit(Field{"from_abroad", "ratio", -1e18, 1e18, "", "accumulation"}, self.from_abroad);
    visit(Field{"wage_unpaid", "kopecks", -1e18, 1e18, "", "unpaid wages this month"}, self.wage_unpaid);
    visit(Field{"wage_fund", "kopecks", -1e18, 1e18, "", "wages due this month"}, self.wage_fund);
  }
};

// Towns: strata, bread, spending.
struct TownState {
  std::array<double, 3> cover = {1, 1, 1};  // bread over need by stratum
  std::array<double, 3> eaten = {};  // bread by stratum this month
  std::array<double, 3> food_purse = {};  // money for bread by stratum
  double people_fed = 0;  // persons at table
  double state_bread = 0;  // kg handed out
  double bread_wanted = 0;  // kg wanted on the market
  double goods_spent = 0;  // on goods this month
  double bread_spent = 0;  // on bread this month
  double food_spent = 0;  // on other farm food this month
  std::array<double, 3> share = {0.17, 0.63, 0.2};  // people by stratum
  double income = 0;  // this month
  double income_smooth = 0;  // over some months
  double goods_wanted = 0;  // goods wanted
  double goods_bought = 0;  // goods bought
  std::int64_t deaths = 0;  // of hunger this month
  std::int64_t fled = 0;  // to villages this month
  double workers = 0;  // in industry, persons
  double employed = 0;  // for wages, persons
  double unemployed = 0;  // persons
  double builders = 0;  // persons
  double real_wage = 0;  // 1913 = 1
  double productivity = 0;  // 1913 = 1
  std::int64_t carry = 0;  // arrivals owed to villages
  std::int64_t pending_leave = 0;  // villagers who will leave
  std::int64_t births = 0;  // this month
  std::int64_t deaths_natural = 0;  // this month

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"cover", "ratio", 0, 5, "", "bread over need by stratum"}, self.cover);
    visit(Field{"eaten", "kg", 0, 1e18, "", "bread by stratum this month"}, self.eaten);
    visit(Field{"food_purse", "kopecks", 0, 1e18, "", "money for bread by stratum"}, self.food_purse);
    visit(Field{"people_fed", "ratio", -1e18, 1e18, "", "persons at table"}, self.people_fed);
    visit(Field{"state_bread", "ratio", -1e18, 1e18, "", "kg handed out"}, self.state_bread);
    visit(Field{"bread_wanted", "ratio", -1e18, 1e18, "", "kg wanted on the market"}, self.bread_wanted);
    visit(Field{"goods_spent", "kopecks", -1e18, 1e18, "", "on goods this month"}, self.goods_spent);
    visit(Field{"bread_spent", "kopecks", -1e18, 1e18, "", "on bread this month"}, self.bread_spent);
    visit(Field{"food_spent", "kopecks", -1e18, 1e18, "", "on other farm food this month"}, self.food_spent);
    visit(Field{"share", "share", 0, 1, "", "people by stratum"}, self.share);
    visit(Field{"income", "kopecks", -1e18, 1e18, "", "this month"}, self.income);
    visit(Field{"income_smooth", "kopecks", -1e18, 1e18, "", "over some months"}, self.income_smooth);
    visit(Field{"goods_wanted", "kopecks of 1913", -1e18, 1e18, "", "goods wanted"}, self.goods_wanted);
    visit(Field{"goods_bought", "kopecks of 1913", -1e18, 1e18, "", "goods bought"}, self.goods_bought);
    visit(Field{"deaths", "persons", -1e18, 1e18, "", "of hunger this month"}, self.deaths);
    visit(Field{"fled", "persons", -1e18, 1e18, "", "to villages this month"}, self.fled);
    visit(Field{"workers", "ratio", -1e18, 1e18, "", "in industry, persons"}, self.workers);
    visit(Field{"employed", "ratio", -1e18, 1e18, "", "for wages, persons"}, self.employed);
    visit(Field{"unemployed", "ratio", -1e18, 1e18, "", "persons"}, self.unemployed);
    visit(Field{"builders", "ratio", -1e18, 1e18, "", "persons"}, self.builders);
    visit(Field{"real_wage", "ratio", -1e18, 1e18, "", "1913 = 1"}, self.real_wage);
    visit(Field{"productivity", "ratio", -1e18, 1e18, "", "1913 = 1"}, self.productivity);
    visit(Field{"carry", "persons", -1e18, 1e18, "", "arrivals owed to villages"}, self.carry);
    visit(Field{"pending_leave", "persons", -1e18, 1e18, "", "villagers who will leave"}, self.pending_leave);
    visit(Field{"births", "persons", 0, 1e9, "", "this month"}, self.births);
    visit(Field{"deaths_natural", "persons", 0, 1e9, "", "this month"}, self.deaths_natural);
  }
};

// Retail and foreign trade.
struct TradeState {
  double network = 0;  // monthly turnover that state and co-operative shops can handle
  double turnover = 0;  // retail sales of goods this month
  double private_share = 0;  // of goods turnover
  double private_retail = 0;  // private share of all retail
  double availability = 1;  // share of wanted spending met, smoothed
  double met = 1;  // the same, this month
  double cartel = 0;  // how far sellers act together
  double village_orders = 0;  // goods ordered by villages
  double village_goods = 0;  // delivered to villages
  double black = 0;  // share of trade that is black
  double theft = 0;  // of output stolen
  double gold = 0;  // million gold roubles
  double exports = 0;  // million gold roubles this month
  double imports = 0;  // million gold roubles this month
  std::int64_t grain_exports = 0;  // this month
  std::int64_t collections = 0;  // state grain this month
  std::int64_t collections_total = 0;  // since July
  std::int64_t sold_private = 0;  // this month
  std::int64_t harvest_total = 0;  // since July
  double rail = 0;  // freight capacity, 1913 = 1
  std::int64_t crafts_sold = 0;  // in the sale being settled
  double unserved = 0;  // of goods beyond the reach of any lawful shop
  double state_bread = 0;  // share of town need met by the state
  double bread_private = 0;  // bread sold privately to towns
  double bread_turnover = 0;  // bread sold to towns and villages
  double village_income = 0;  // farm receipts this month
  double bazaar_food = 0;  // other farm food of towns
  double crafts_due = 0;  // artisans to be paid
  double closed = 0;  // share of capacity closed
  double machines_imported = 0;  // this month
  double competition = 0;  // imports let in, share of turnover
  double turnover_smooth = 0;  // over some months
  double state_want = 0;  // grain that the state would buy
  double state_buys_all = 0;  // 1 if the state would buy all that is offered to it
  double exports_smooth = 0;  // million gold roubles
  double shortfall = 0;  // of grain against the plan
  std::vector<std::int64_t> collections_last;  // July to now in the last year, per month
  double plan_slack = 0;  // worst bottleneck
  double plan_fulfilment = 1;  // output over balance
  double private_income = 0;  // traders' receipts this month
  double scare_rumour = 0;  // first lag of fear of war
  double scare = 0;  // felt fear of war
  double other_wanted = 0;  // other farm goods that buyers wanted
  double raw_wanted = 0;  // farm raw materials that the agency wanted
  double other_offered = 0;  // other farm goods offered
  double other_paid_price = 0;  // price at which they are settled this month
  double other_town_share = 0;  // share of towns in what is bought

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"network", "kopecks of 1913", -1e18, 1e18, "", "monthly turnover that state and co-operative shops can handle"}, self.network);
    visit(Field{"turnover", "kopecks of 1913", -1e18, 1e18, "", "retail sales of goods this month"}, self.turnover);
    visit(Field{"private_share", "ratio", -1e18, 1e18, "", "of goods turnover"}, self.private_share);
    visit(Field{"private_retail", "ratio", -1e18, 1e18, "", "private share of all retail"}, self.private_retail);
    visit(Field{"availability", "ratio", -1e18, 1e18, "", "share of wanted spending met, smoothed"}, self.availability);
    visit(Field{"met", "ratio", -1e18, 1e18, "", "the same, this month"}, self.met);
    visit(Field{"cartel", "ratio", -1e18, 1e18, "", "how far sellers act together"}, self.cartel);
    visit(Field{"village_orders", "kopecks of 1913", -1e18, 1e18, "", "goods ordered by villages"}, self.village_orders);
    visit(Field{"village_goods", "kopecks of 1913", -1e18, 1e18, "", "delivered to villages"}, self.village_goods);
    visit(Field{"black", "ratio", -1e18, 1e18, "", "share of trade that is black"}, self.black);
    visit(Field{"theft", "ratio", -1e18, 1e18, "", "of output stolen"}, self.theft);
    visit(Field{"gold", "ratio", -1e18, 1e18, "", "million gold roubles"}, self.gold);
    visit(Field{"exports", "ratio", -1e18, 1e18, "", "million gold roubles this month"}, self.exports);
    visit(Field{"imports", "ratio", -1e18, 1e18, "", "million gold roubles this month"}, self.imports);
    visit(Field{"grain_exports", "kg", -1e18, 1e18, "", "this month"}, self.grain_exports);
    visit(Field{"collections", "kg", -1e18, 1e18, "", "state grain this month"}, self.collections);
    visit(Field{"collections_total", "kg", -1e18, 1e18, "", "since July"}, self.collections_total);
    visit(Field{"sold_private", "kg", -1e18, 1e18, "", "this month"}, self.sold_private);
    visit(Field{"harvest_total", "kg", -1e18, 1e18, "", "since July"}, self.harvest_total);
    visit(Field{"rail", "ratio", -1e18, 1e18, "", "freight capacity, 1913 = 1"}, self.rail);
    visit(Field{"crafts_sold", "kopecks of 1913", -1e18, 1e18, "", "in the sale being settled"}, self.crafts_sold);
    visit(Field{"unserved", "ratio", -1e18, 1e18, "", "of goods beyond the reach of any lawful shop"}, self.unserved);
    visit(Field{"state_bread", "ratio", -1e18, 1e18, "", "share of town need met by the state"}, self.state_bread);
    visit(Field{"bread_private", "kopecks", -1e18, 1e18, "", "bread sold privately to towns"}, self.bread_private);
    visit(Field{"bread_turnover", "kopecks", -1e18, 1e18, "", "bread sold to towns and villages"}, self.bread_turnover);
    visit(Field{"village_income", "kopecks", -1e18, 1e18, "", "farm receipts this month"}, self.village_income);
    visit(Field{"bazaar_food", "kopecks of 1913", -1e18, 1e18, "", "other farm food of towns"}, self.bazaar_food);
    visit(Field{"crafts_due", "kopecks", -1e18, 1e18, "", "artisans to be paid"}, self.crafts_due);
    visit(Field{"closed", "ratio", -1e18, 1e18, "", "share of capacity closed"}, self.closed);
    visit(Field{"machines_imported", "kopecks of 1913", -1e18, 1e18, "", "this month"}, self.machines_imported);
    visit(Field{"competition", "ratio", -1e18, 1e18, "", "imports let in, share of turnover"}, self.competition);
    visit(Field{"turnover_smooth", "kopecks of 1913", -1e18, 1e18, "", "over some months"}, self.turnover_smooth);
    visit(Field{"state_want", "kg", -1e18, 1e18, "", "grain that the state would buy"}, self.state_want);
    visit(Field{"state_buys_all", "ratio", -1e18, 1e18, "", "1 if the state would buy all that is offered to it"}, self.state_buys_all);
    visit(Field{"exports_smooth", "ratio", -1e18, 1e18, "", "million gold roubles"}, self.exports_smooth);
    visit(Field{"shortfall", "ratio", -1e18, 1e18, "", "of grain against the plan"}, self.shortfall);
    visit(Field{"collections_last", "kg", -1e18, 1e18, "", "July to now in the last year, per month"}, self.collections_last);
    visit(Field{"plan_slack", "ratio", -1e18, 1e18, "", "worst bottleneck"}, self.plan_slack);
    visit(Field{"plan_fulfilment", "ratio", -1e18, 1e18, "", "output over balance"}, self.plan_fulfilment);
    visit(Field{"private_income", "kopecks", -1e18, 1e18, "", "traders' receipts this month"}, self.private_income);
    visit(Field{"scare_rumour", "ratio", -1e18, 1e18, "", "first lag of fear of war"}, self.scare_rumour);
    visit(Field{"scare", "ratio", -1e18, 1e18, "", "felt fear of war"}, self.scare);
    visit(Field{"other_wanted", "kopecks of 1913", -1e18, 1e18, "", "other farm goods that buyers wanted"}, self.other_wanted);
    visit(Field{"raw_wanted", "kopecks of 1913", -1e18, 1e18, "", "farm raw materials that the agency wanted"}, self.raw_wanted);
    visit(Field{"other_offered", "kopecks of 1913", -1e18, 1e18, "", "other farm goods offered"}, self.other_offered);
    visit(Field{"other_paid_price", "ratio", -1e18, 1e18, "", "price at which they are settled this month"}, self.other_paid_price);
    visit(Field{"other_town_share", "ratio", -1e18, 1e18, "", "share of towns in what is bought"}, self.other_town_share);
  }
};

// Rings of twelve months for yearly growth; index = month of the year.
struct HistoryState {
  std::array<double, 12> industry = {};  // output, 1913 = 1
  std::array<double, 12> private_turnover = {};  // private trade and crafts
  std::array<double, 12> farm_output = {};  // farm output
  double harvest_last = 0;  // last whole harvest
  std::int32_t filled = 0;  // months recorded

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"industry", "ratio", 0, 100, "", "output, 1913 = 1"}, self.industry);
    visit(Field{"private_turnover", "kopecks of 1913", 0, 1e18, "", "private trade and crafts"}, self.private_turnover);
    visit(Field{"farm_output", "kopecks of 1913", -1e18, 1e18, "", "farm output"}, self.farm_output);
    visit(Field{"harvest_last", "kg", 0, 1e18, "", "last whole harvest"}, self.harvest_last);
    visit(Field{"filled", "months", 0, 100000, "", "months recorded"}, self.filled);
  }
};

// Everything of the economy that moves, but the farms themselves.
struct State {
  Ledger ledger;  // money
  GrainBooks grain;  // grain
  GoodsBooks goods;  // goods
  RegionState regions;  // regions
  TrustState trusts;  // trusts
  BranchState branches;  // branches
  MoneyState money;  // money and prices
  BudgetState budget;  // budget
  TownState towns;  // towns
  TradeState trade;  // trade
  HistoryState history;  // last twelve months

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"ledger", "struct", 0, 0, "", "money"}, self.ledger);
    visit(Field{"grain", "struct", 0, 0, "", "grain"}, self.grain);
    visit(Field{"goods", "struct", 0, 0, "", "goods"}, self.goods);
    visit(Field{"regions", "struct", 0, 0, "", "regions"}, self.regions);
    visit(Field{"trusts", "struct", 0, 0, "", "trusts"}, self.trusts);
    visit(Field{"branches", "struct", 0, 0, "", "branches"}, self.branches);
    visit(Field{"money", "struct", 0, 0, "", "money and prices"}, self.money);
    visit(Field{"budget", "struct", 0, 0, "", "budget"}, self.budget);
    visit(Field{"towns", "struct", 0, 0, "", "towns"}, self.towns);
    visit(Field{"trade", "struct", 0, 0, "", "trade"}, self.trade);
    visit(Field{"history", "struct", 0, 0, "", "last twelve months"}, self.history);
  }
};

}  // namespace thermidor::economy
