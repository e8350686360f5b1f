// What the economy publishes each month. Field name = name of the observed series; where a row of data/ measures the same
// thing the variable's name is the same. Written by economy/publish (phase 14); read by party and society one month later.
#pragma once

#include <cstdint>
#include <vector>

#include "core/fields.hpp"
#include "core/ids.hpp"

namespace thermidor {

struct EconomySignal {
  double grain_harvest = 0;                    // harvest of the current agricultural year so far
  double sown_area_all_crops = 0;              // sown area
  double agricultural_gross_output_index = 0;  // farm output, last twelve months
  double state_grain_collections = 0;          // grain the state took or bought this month
  double state_grain_collections_total = 0;    // the same since July
  double grain_sold_private = 0;               // grain sold to private buyers and bazaar this month
  double grain_exports = 0;                    // grain exported this month
  double state_grain_stock = 0;                // grain in state hands
  double village_grain_stock = 0;              // grain in barns
  double grain_shortfall = 0;                  // how far state and towns lack grain, 0 plenty 1 crisis; leads politics
  double price_free_to_state = 0;              // free over state grain price
  double industry_output_index = 0;            // industry, this month at annual rate
  double heavy_industry_index = 0;             // coal, oil, metal, machines
  double consumer_industry_index = 0;          // textiles, food, other
  double steel = 0;                            // steel at annual rate
  double coal_index = 0;                       // coal output
  double gdp_per_capita_index = 0;             // income per head
  double rail_index = 0;                       // freight capacity
  double workers_and_employees = 0;            // in work for wages
  double unemployed = 0;                       // without work in towns
  double real_wage_index = 0;                  // real industrial wage
  double productivity_index = 0;               // output per industrial worker
  double industrial_price_index = 0;           // trust prices over the general index of prices
  double agricultural_price_index = 0;         // farm prices over the general index of prices
  double scissors_ratio_industrial_to_agricultural = 0;  // industrial over farm prices
  double price_index_general = 0;                        // general price level in roubles of 1921
  double price_index_reform = 0;                         // general price level in the unit now in force
  double inflation_month = 0;                            // growth of the price level this month
  double real_value_of_notes = 0;                        // money at 1913 prices
  double money_in_circulation = 0;                       // money in the unit now in force
  double note_issue_share_of_budget_revenue = 0;         // budget covered by note issue
  double goods_availability = 0;                         // share of wanted spending on goods that was met
  double goods_availability_villages = 0;                // the same, of what villages wanted
  double goods_famine = 0;                               // 1 while availability is under 0.9
  double private_share_retail_turnover = 0;              // private share of retail trade
  double non_socialised_share_industry = 0;              // crafts, leased and private industry
  double nepman_wealth = 0;                              // capital of dealers: shopkeepers and wholesalers
  double corruption = 0;                                 // how far officials are bought by traders
  double state_sector_growth = 0;                        // growth of state industry, year on year
  double private_sector_growth = 0;                      // growth of private trade and crafts, year on year
  double black_market_share = 0;                         // of retail trade that is black or stolen
  double theft_rate = 0;                                 // of industrial output stolen
  double agricultural_tax_revenue = 0;                   // single agricultural tax
  double budget_expenditure = 0;                         // spent by the budget
  double capital_investment_industry = 0;                // investment in state industry at annual rate
  double exports_gold_roubles = 0;                       // exports
  double imports_gold_roubles = 0;                       // imports
  double gold_reserve = 0;                               // gold and exchange
  double urban_population = 0;                           // townspeople
  double rural_population = 0;                           // villagers
  double population = 0;                                 // all
  double famine_deaths = 0;                              // dead of hunger this month
  double bread_cover = 0;                                // town bread over need, mean
  double bread_cover_poor = 0;                           // town bread over need, poor stratum
  double village_hunger = 0;                             // villagers below the surviving norm
  double village_cash = 0;                               // money in villages at 1913 prices
  double village_grievance = 0;                          // mean grievance of farms
  double kulak_share = 0;                                // rich farms: more land and beasts than two lines
  double poor_share = 0;                                 // farms below the poor line
  double leased_land_share = 0;                          // sown on neighbours' land
  double horses_summer = 0;                              // horses
  double cattle_summer = 0;                              // cattle
  double plan_fulfilment = 0;                            // output over the plan's balance
  double plan_slack = 0;                                 // worst bottleneck: supply over need less one
  double closed_capacity = 0;                            // of capacity in closed trusts
  double accumulation_peasants = 0;                      // of investment paid by farms (tax, prices, force)
  double accumulation_workers = 0;                       // of investment paid by wages
  double budget_revenue_in_kind = 0;                     // worth of the grain tax in this month
  double budget_revenue_deliveries = 0;                  // worth of industry's output delivered in kind against supplies
  double budget_revenue_excises = 0;                     // excise
  double budget_revenue_income_tax = 0;                  // taxes on profits and on incomes of towns
  double budget_revenue_promnalog_business_tax = 0;      // tax on private trade
  double budget_revenue_customs = 0;                     // customs
  double budget_revenue_dividends = 0;                   // surplus of trusts, shops and the agency
  double budget_revenue_loans = 0;                       // state loans subscribed
  double ordinary_revenue_share_of_budget = 0;           // of all means of the budget neither loans nor note issue
  double note_issue_month_real = 0;                      // treasury issue
  double money_taxes_and_receipts_month_real = 0;        // money revenue without loans
  double budget_outlay_staff = 0;                        // pay of state employees
  double budget_outlay_orders = 0;                       // goods ordered by the state
  double budget_outlay_works = 0;                        // investment paid by the budget
  double budget_outlay_subsidies = 0;                    // subsidies to loss-makers
  double budget_outlay_loans = 0;                        // interest and redemption of state loans
  double tax_arrears = 0;                                // farm tax owed
  double farm_tax_progression = 0;                       // of the farm tax over its usual one
  double state_loans_outstanding = 0;                    // state loans held by towns and trusts
  double seigniorage_state = 0;                          // loss of worth of money held by state bodies
  double seigniorage_trusts = 0;                         // the same of trusts and shops
  double seigniorage_trade = 0;                          // the same of traders and artisans
  double seigniorage_towns = 0;                          // the same of townspeople
  double seigniorage_villages = 0;                       // the same of villages
  double stable_share_money = 0;                         // stable currency in all money
  double stable_share_trusts = 0;                        // stable currency in the money of trusts
  double stable_share_towns = 0;                         // stable currency in the money of towns
  double revaluation_gain = 0;                           // gain of stable money in old roubles
  double bank_credit_trusts = 0;                         // bank debt of trusts and heavy industry
  double bank_credit_agency = 0;                         // bank debt of the procurement agency
  double bank_credit_investment = 0;                     // bank debt for investment
  double bank_limit = 0;                                 // limit on all bank credit
  double imports_machines = 0;                           // machines imported
  double imports_raw = 0;                                // farm raw materials imported
  double imports_goods = 0;                              // consumer goods imported
  double imports_grain = 0;                              // grain imported
  double imports_smuggled = 0;                           // goods past the monopoly
  double gold_sold = 0;                                  // of the reserve spent
  double foreign_debt = 0;                               // owed abroad
  double foreign_credit_taken = 0;                       // lent by foreigners this month
  double default_risk = 0;                               // that lenders abroad see
  double terms_of_trade = 0;                             // world price of grain over that of imported goods
  double retail_turnover = 0;                            // goods sold in retail
  double cooperative_share_retail_turnover = 0;          // of goods turnover sold by co-operatives
  double traders = 0;                                    // persons who live by private trade
  double trader_risk = 0;                                // risk of ruin that traders feel
  double trader_markup = 0;                              // private margin over factory prices
  double trade_taxes = 0;                                // taxes and licences of private traders
  double bribes = 0;                                     // paid by traders to officials
  double seized_from_traders = 0;                        // money taken from traders
  double privilege = 0;                                  // how far the better placed eat and buy before others
  double shadow_turnover = 0;                            // unlicensed trade and stolen goods
  double goods_stolen = 0;                               // stolen goods sold
  double black_price_ratio = 0;                          // black over list price of goods
  double queues = 0;                                     // how far bread and goods must be queued for
  double cost_of_living_ratio = 0;                       // cost of a worker's living over the general price level
  double wage_fund = 0;                                  // wages due in industry
  double wage_arrears = 0;                               // of the wage fund left unpaid
  double wage_hour_index = 0;                            // real wage an hour
  double working_day = 0;                                // hours of a working day
  double industrial_workers = 0;                         // workers of state industry
  double seasonal_workers = 0;                           // villagers at work in towns for the season
  double unemployment_benefits = 0;                      // paid to those without work
  double town_poor_share = 0;                            // townspeople in the poor stratum
  double net_migration_to_towns = 0;                     // came to stay less left
  double town_hunger_deaths = 0;                         // townspeople dead of want this month
  double accumulation_abroad = 0;                        // of investment paid by credit and gold from abroad
  double accumulation_prices = 0;                        // of investment paid by farms through prices alone
  double accumulation_trade = 0;                         // of investment paid by traders and lessees
  double accumulation_profits = 0;                       // of investment paid by profits of works
  double accumulation_issue = 0;                         // of investment paid by note issue and bank credit
  double accumulation_total = 0;                         // investment of the last twelve months
  double unfinished_building = 0;                        // plant begun and not finished, of that in use
  double bottleneck = 0;                                 // what holds industry back most
  double bottleneck_loss = 0;                            // output it costs
  double fuel_supply = 1;                                // fuel delivered over fuel needed
  double metal_supply = 1;                               // metal delivered over metal needed
  double machines_supply = 1;                            // machines delivered over machines needed
  double timber_supply = 1;                              // timber delivered over timber needed
  double arms_index = 0;                                 // output of arms
  double leased_share_industry = 0;                      // output of leased and private works
  std::vector<double> region_bread_cover;                // per region: town bread over need
  std::vector<double> region_hunger;                     // per region: villagers below the surviving norm
  std::vector<double> region_grievance;                  // per region: mean grievance of farms

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"grain_harvest", "million tonnes", 0, 150, "SF05", "harvest of the current agricultural year so far"},
          self.grain_harvest);
    visit(Field{"sown_area_all_crops", "million hectares", 0, 200, "", "sown area"}, self.sown_area_all_crops);
    visit(Field{"agricultural_gross_output_index", "1913=100", 0, 300, "SF04", "farm output, last twelve months"},
          self.agricultural_gross_output_index);
    visit(Field{"state_grain_collections", "million tonnes", 0, 10, "SF18", "grain the state took or bought this month"},
          self.state_grain_collections);
    visit(Field{"state_grain_collections_total", "million tonnes, July-June year", 0, 40, "SF18",
                "grain the state took or bought since July"},
          self.state_grain_collections_total);
    visit(Field{"grain_sold_private", "million tonnes", 0, 10, "", "grain sold to private buyers and bazaar this month"},
          self.grain_sold_private);
    visit(Field{"grain_exports", "million tonnes", 0, 5, "SF21", "grain exported this month"}, self.grain_exports);
    visit(Field{"state_grain_stock", "million tonnes", 0, 40, "", "grain in state hands"}, self.state_grain_stock);
    visit(Field{"village_grain_stock", "million tonnes", 0, 150, "", "grain in barns"}, self.village_grain_stock);
    visit(
        Field{"grain_shortfall", "share", 0, 1, "S17", "how far state and towns lack grain, 0 plenty 1 crisis; leads politics"},
        self.grain_shortfall);
    visit(Field{"price_free_to_state", "ratio", 0, 20, "", "free over state grain price"}, self.price_free_to_state);
    visit(Field{"industry_output_index", "1913=100", 0, 400, "SF03", "industry, this month at annual rate"},
          self.industry_output_index);
    visit(Field{"heavy_industry_index", "1913=100", 0, 600, "", "coal, oil, metal, machines"}, self.heavy_industry_index);
    visit(Field{"consumer_industry_index", "1913=100", 0, 400, "", "textiles, food, other"}, self.consumer_industry_index);
    visit(Field{"steel", "thousand tonnes a year", 0, 20000, "SF03d", "steel at annual rate"}, self.steel);
    visit(Field{"coal_index", "1913=100", 0, 400, "Q03", "coal output"}, self.coal_index);
    visit(Field{"gdp_per_capita_index", "1913=100", 0, 300, "SF01", "income per head"}, self.gdp_per_capita_index);
    visit(Field{"rail_index", "1913=100", 0, 300, "S03", "freight capacity"}, self.rail_index);
    visit(Field{"workers_and_employees", "million", 0, 50, "SF13", "in work for wages"}, self.workers_and_employees);
    visit(Field{"unemployed", "million", 0, 20, "", "without work in towns"}, self.unemployed);
    visit(Field{"real_wage_index", "1913=100", 0, 300, "SF11", "real industrial wage"}, self.real_wage_index);
    visit(Field{"productivity_index", "1913=100", 0, 300, "", "output per industrial worker"}, self.productivity_index);
    visit(Field{"industrial_price_index", "1913=100", 0, 2000, "SF09", "trust prices over the general index of prices"},
          self.industrial_price_index);
    visit(Field{"agricultural_price_index", "1913=100", 0, 1000, "SF09", "farm prices over the general index of prices"},
          self.agricultural_price_index);
    visit(Field{"scissors_ratio_industrial_to_agricultural", "1913=100", 0, 2000, "SF09", "industrial over farm prices"},
          self.scissors_ratio_industrial_to_agricultural);
    visit(Field{"price_index_general", "1913=1", 0, 1000000000000000.0, "SF07", "general price level in roubles of 1921"},
          self.price_index_general);
    visit(Field{"price_index_reform", "1913=1", 0, 1000000000.0, "", "general price level in the unit now in force"},
          self.price_index_reform);
    visit(Field{"inflation_month", "share a month", -1, 100, "SF07", "growth of the price level this month"},
          self.inflation_month);
    visit(Field{"real_value_of_notes", "million pre-war roubles", 0, 10000, "SF07b", "money at 1913 prices"},
          self.real_value_of_notes);
    visit(Field{"money_in_circulation", "million roubles", 0, 1000000000000000.0, "", "money in the unit now in force"},
          self.money_in_circulation);
    visit(Field{"note_issue_share_of_budget_revenue", "percent", 0, 100, "SF28", "budget covered by note issue"},
          self.note_issue_share_of_budget_revenue);
    visit(Field{"goods_availability", "share", 0, 1, "", "share of wanted spending on goods that was met"},
          self.goods_availability);
    visit(Field{"goods_availability_villages", "share", 0, 1, "M017", "share of villages' orders of goods that was met"},
          self.goods_availability_villages);
    visit(Field{"goods_famine", "flag", 0, 1, "H35", "1 while availability is under 0.9"}, self.goods_famine);
    visit(Field{"private_share_retail_turnover", "percent", 0, 100, "SF14", "private share of retail trade"},
          self.private_share_retail_turnover);
    visit(Field{"non_socialised_share_industry", "percent", 0, 100, "SF15", "crafts, leased and private industry"},
          self.non_socialised_share_industry);
    visit(Field{"nepman_wealth", "million roubles of 1913", 0, 10000, "S11", "capital of dealers: shopkeepers and wholesalers"},
          self.nepman_wealth);
    visit(Field{"corruption", "share", 0, 1, "S93", "how far officials are bought by traders"}, self.corruption);
    visit(Field{"state_sector_growth", "share a year", -1, 5, "H12", "growth of state industry, year on year"},
          self.state_sector_growth);
    visit(Field{"private_sector_growth", "share a year", -1, 5, "H12", "growth of private trade and crafts, year on year"},
          self.private_sector_growth);
    visit(Field{"black_market_share", "share", 0, 1, "S07", "of retail trade that is black or stolen"},
          self.black_market_share);
    visit(Field{"theft_rate", "share", 0, 1, "S07", "of industrial output stolen"}, self.theft_rate);
    visit(Field{"agricultural_tax_revenue", "million roubles a month", 0, 1000, "SF27", "single agricultural tax"},
          self.agricultural_tax_revenue);
    visit(Field{"budget_expenditure", "million roubles a month", 0, 1000000000000.0, "", "spent by the budget"},
          self.budget_expenditure);
    visit(Field{"capital_investment_industry", "million roubles a year", 0, 20000, "SF23",
                "investment in state industry at annual rate"},
          self.capital_investment_industry);
    visit(Field{"exports_gold_roubles", "million gold roubles a month", 0, 500, "SF22", "exports"}, self.exports_gold_roubles);
    visit(Field{"imports_gold_roubles", "million gold roubles a month", 0, 500, "SF22c", "imports"}, self.imports_gold_roubles);
    visit(Field{"gold_reserve", "million gold roubles", 0, 5000, "", "gold and exchange"}, self.gold_reserve);
    visit(Field{"urban_population", "million", 0, 80, "SF26", "townspeople"}, self.urban_population);
    visit(Field{"rural_population", "million", 0, 200, "", "villagers"}, self.rural_population);
    visit(Field{"population", "thousand", 0, 250000, "SF06b", "all"}, self.population);
    visit(Field{"famine_deaths", "million", 0, 20, "SF06", "dead of hunger this month"}, self.famine_deaths);
    visit(Field{"bread_cover", "ratio", 0, 3, "H63", "town bread over need, mean"}, self.bread_cover);
    visit(Field{"bread_cover_poor", "ratio", 0, 3, "H63", "town bread over need, poor stratum"}, self.bread_cover_poor);
    visit(Field{"village_hunger", "share", 0, 1, "", "villagers below the surviving norm"}, self.village_hunger);
    visit(Field{"village_cash", "million roubles of 1913", 0, 5000, "", "money in villages at 1913 prices"}, self.village_cash);
    visit(Field{"village_grievance", "share", 0, 1, "S09", "mean grievance of farms"}, self.village_grievance);
    visit(Field{"kulak_share", "percent", 0, 30, "SF16", "rich farms: more land and beasts than two lines"}, self.kulak_share);
    visit(Field{"poor_share", "percent", 0, 90, "SF16b", "farms below the poor line"}, self.poor_share);
    visit(Field{"leased_land_share", "percent", 0, 100, "", "of the sown area that lies on neighbours' land"},
          self.leased_land_share);
    visit(Field{"horses_summer", "million head", 0, 80, "SF24", "horses"}, self.horses_summer);
    visit(Field{"cattle_summer", "million head", 0, 150, "", "cattle"}, self.cattle_summer);
    visit(Field{"plan_fulfilment", "ratio", 0, 3, "S13", "output over the plan's balance"}, self.plan_fulfilment);
    visit(Field{"plan_slack", "ratio", -5, 5, "S13", "worst bottleneck: supply over need less one"}, self.plan_slack);
    visit(Field{"closed_capacity", "share", 0, 1, "S12", "of capacity in closed trusts"}, self.closed_capacity);
    visit(Field{"accumulation_peasants", "share", 0, 1, "S14", "of investment paid by farms (tax, prices, force)"},
          self.accumulation_peasants);
    visit(Field{"accumulation_workers", "share", 0, 1, "S14", "of investment paid by wages"}, self.accumulation_workers);
    visit(Field{"accumulation_abroad", "share", 0, 1, "S14", "of investment paid by credit and gold from abroad"},
          self.accumulation_abroad);
    visit(Field{"budget_revenue_in_kind", "million roubles", 0, 100000, "SF28", "worth of the grain tax in this month"},
          self.budget_revenue_in_kind);
    visit(Field{"budget_revenue_deliveries", "million roubles", 0, 100000, "",
                "worth of industry's output delivered in kind against supplies"},
          self.budget_revenue_deliveries);
    visit(Field{"budget_revenue_excises", "million roubles", 0, 100000, "econ_finance", "excise"}, self.budget_revenue_excises);
    visit(Field{"budget_revenue_income_tax", "million roubles", 0, 100000, "econ_finance",
                "taxes on profits and on incomes of towns"},
          self.budget_revenue_income_tax);
    visit(Field{"budget_revenue_promnalog_business_tax", "million roubles", 0, 100000, "econ_finance", "tax on private trade"},
          self.budget_revenue_promnalog_business_tax);
    visit(Field{"budget_revenue_customs", "million roubles", 0, 100000, "econ_finance", "customs"},
          self.budget_revenue_customs);
    visit(Field{"budget_revenue_dividends", "million roubles", 0, 100000, "", "surplus of trusts, shops and the agency"},
          self.budget_revenue_dividends);
    visit(Field{"budget_revenue_loans", "million roubles", 0, 100000, "", "state loans subscribed"}, self.budget_revenue_loans);
    visit(Field{"ordinary_revenue_share_of_budget", "percent", 0, 100, "econ_finance",
                "of all means of the budget neither loans nor note issue"},
          self.ordinary_revenue_share_of_budget);
    visit(Field{"note_issue_month_real", "million pre-war roubles", 0, 10000, "econ_finance", "treasury issue"},
          self.note_issue_month_real);
    visit(Field{"money_taxes_and_receipts_month_real", "million pre-war roubles", 0, 10000, "econ_finance",
                "money revenue without loans"},
          self.money_taxes_and_receipts_month_real);
    visit(Field{"budget_outlay_staff", "million roubles", 0, 100000, "", "pay of state employees"}, self.budget_outlay_staff);
    visit(Field{"budget_outlay_orders", "million roubles", 0, 100000, "", "goods ordered by the state"},
          self.budget_outlay_orders);
    visit(Field{"budget_outlay_works", "million roubles", 0, 100000, "", "investment paid by the budget"},
          self.budget_outlay_works);
    visit(Field{"budget_outlay_subsidies", "million roubles", 0, 100000, "S12", "subsidies to loss-makers"},
          self.budget_outlay_subsidies);
    visit(Field{"budget_outlay_loans", "million roubles", 0, 100000, "", "interest and redemption of state loans"},
          self.budget_outlay_loans);
    visit(Field{"tax_arrears", "million roubles", 0, 100000, "S10", "farm tax owed"}, self.tax_arrears);
    visit(Field{"farm_tax_progression", "ratio", 0, 10, "S18", "of the farm tax over its usual one"},
          self.farm_tax_progression);
    visit(Field{"state_loans_outstanding", "million gold roubles", 0, 100000, "", "state loans held by towns and trusts"},
          self.state_loans_outstanding);
    visit(Field{"seigniorage_state", "million pre-war roubles", -10000, 10000, "M010",
                "loss of worth of money held by state bodies"},
          self.seigniorage_state);
    visit(Field{"seigniorage_trusts", "million pre-war roubles", -10000, 10000, "M010", "the same of trusts and shops"},
          self.seigniorage_trusts);
    visit(Field{"seigniorage_trade", "million pre-war roubles", -10000, 10000, "M010", "the same of traders and artisans"},
          self.seigniorage_trade);
    visit(Field{"seigniorage_towns", "million pre-war roubles", -10000, 10000, "M010", "the same of townspeople"},
          self.seigniorage_towns);
    visit(Field{"seigniorage_villages", "million pre-war roubles", -10000, 10000, "M010", "the same of villages"},
          self.seigniorage_villages);
    visit(Field{"stable_share_money", "share", 0, 1, "M010", "stable currency in all money"}, self.stable_share_money);
    visit(Field{"stable_share_trusts", "share", 0, 1, "M010", "stable currency in the money of trusts"},
          self.stable_share_trusts);
    visit(Field{"stable_share_towns", "share", 0, 1, "M010", "stable currency in the money of towns"}, self.stable_share_towns);
    visit(Field{"revaluation_gain", "million pre-war roubles", 0, 10000, "", "gain of stable money in old roubles"},
          self.revaluation_gain);
    visit(Field{"bank_credit_trusts", "million roubles", 0, 1000000, "S12", "bank debt of trusts and heavy industry"},
          self.bank_credit_trusts);
    visit(Field{"bank_credit_agency", "million roubles", 0, 1000000, "S12", "bank debt of the procurement agency"},
          self.bank_credit_agency);
    visit(Field{"bank_credit_investment", "million roubles", 0, 1000000, "S14", "bank debt for investment"},
          self.bank_credit_investment);
    visit(Field{"bank_limit", "million roubles", 0, 1000000000, "S12", "limit on all bank credit"}, self.bank_limit);
    visit(Field{"imports_machines", "million gold roubles", 0, 10000, "S21", "machines imported"}, self.imports_machines);
    visit(Field{"imports_raw", "million gold roubles", 0, 10000, "S21", "farm raw materials imported"}, self.imports_raw);
    visit(Field{"imports_goods", "million gold roubles", 0, 10000, "S21", "consumer goods imported"}, self.imports_goods);
    visit(Field{"imports_grain", "million gold roubles", 0, 10000, "S21", "grain imported"}, self.imports_grain);
    visit(Field{"imports_smuggled", "million gold roubles", 0, 10000, "M033", "goods past the monopoly"},
          self.imports_smuggled);
    visit(Field{"gold_sold", "million gold roubles", 0, 10000, "S21", "of the reserve spent"}, self.gold_sold);
    visit(Field{"foreign_debt", "million gold roubles", 0, 100000, "S22", "owed abroad"}, self.foreign_debt);
    visit(Field{"foreign_credit_taken", "million gold roubles", 0, 10000, "S22", "lent by foreigners this month"},
          self.foreign_credit_taken);
    visit(Field{"default_risk", "share", 0, 1, "S50", "that lenders abroad see"}, self.default_risk);
    visit(Field{"terms_of_trade", "ratio", 0, 10, "S22", "world price of grain over that of imported goods"},
          self.terms_of_trade);
    visit(Field{"retail_turnover", "million roubles of 1913 a month", 0, 5000, "SF14", "goods sold in retail"},
          self.retail_turnover);
    visit(Field{"cooperative_share_retail_turnover", "percent", 0, 100, "econ_structure",
                "of goods turnover sold by co-operatives"},
          self.cooperative_share_retail_turnover);
    visit(Field{"traders", "thousand", 0, 10000, "S11", "persons who live by private trade"}, self.traders);
    visit(Field{"trader_risk", "share", 0, 1, "S11", "risk of ruin that traders feel"}, self.trader_risk);
    visit(Field{"trader_markup", "ratio", 0, 10, "S19", "private margin over factory prices"}, self.trader_markup);
    visit(Field{"trade_taxes", "million roubles of 1913 a month", 0, 1000, "S11", "taxes and licences of private traders"},
          self.trade_taxes);
    visit(Field{"bribes", "million roubles of 1913 a month", 0, 1000, "S93", "paid by traders to officials"}, self.bribes);
    visit(Field{"seized_from_traders", "million roubles of 1913 a month", 0, 1000, "P50", "money taken from traders"},
          self.seized_from_traders);
    visit(Field{"privilege", "share", 0, 1, "S93", "how far the better placed eat and buy before others"}, self.privilege);
    visit(Field{"shadow_turnover", "million roubles of 1913 a month", 0, 5000, "S07", "unlicensed trade and stolen goods"},
          self.shadow_turnover);
    visit(Field{"goods_stolen", "million roubles of 1913 a month", 0, 1000, "S07", "stolen goods sold"}, self.goods_stolen);
    visit(Field{"black_price_ratio", "ratio", 0, 20, "S07", "black over list price of goods"}, self.black_price_ratio);
    visit(Field{"queues", "share", 0, 1, "S17", "how far bread and goods must be queued for"}, self.queues);
    visit(Field{"cost_of_living_ratio", "ratio", 0, 20, "SF11", "cost of a worker's living over the general price level"},
          self.cost_of_living_ratio);
    visit(Field{"wage_fund", "million roubles of 1913 a month", 0, 5000, "S18", "wages due in industry"}, self.wage_fund);
    visit(Field{"wage_arrears", "share", 0, 1, "S18", "of the wage fund left unpaid"}, self.wage_arrears);
    visit(Field{"wage_hour_index", "1913=100", 0, 500, "S18", "real wage an hour"}, self.wage_hour_index);
    visit(Field{"working_day", "hours", 4, 14, "S18", "hours of a working day"}, self.working_day);
    visit(Field{"industrial_workers", "million", 0, 20, "S06", "workers of state industry"}, self.industrial_workers);
    visit(Field{"seasonal_workers", "million", 0, 20, "S20", "villagers at work in towns for the season"},
          self.seasonal_workers);
    visit(
        Field{"unemployment_benefits", "million roubles of 1913 a month", 0, 1000, "econ_labour", "paid to those without work"},
        self.unemployment_benefits);
    visit(Field{"town_poor_share", "percent", 0, 100, "S18", "townspeople in the poor stratum"}, self.town_poor_share);
    visit(Field{"net_migration_to_towns", "million a month", -5, 5, "econ_labour", "came to stay less left"},
          self.net_migration_to_towns);
    visit(Field{"town_hunger_deaths", "million", 0, 5, "S17", "townspeople dead of want this month"}, self.town_hunger_deaths);
    visit(Field{"accumulation_prices", "share", 0, 1, "S14", "of investment paid by farms through prices alone"},
          self.accumulation_prices);
    visit(Field{"accumulation_trade", "share", 0, 1, "S14", "of investment paid by traders and lessees"},
          self.accumulation_trade);
    visit(Field{"accumulation_profits", "share", 0, 1, "S14", "of investment paid by profits of works"},
          self.accumulation_profits);
    visit(Field{"accumulation_issue", "share", 0, 1, "S14", "of investment paid by note issue and bank credit"},
          self.accumulation_issue);
    visit(Field{"accumulation_total", "million roubles of 1913", 0, 100000, "S14", "investment of the last twelve months"},
          self.accumulation_total);
    visit(Field{"unfinished_building", "share", 0, 10, "S15", "plant begun and not finished, of that in use"},
          self.unfinished_building);
    visit(
        Field{"bottleneck", "index", 0, 12, "S02",
              "what holds industry back most: 0 demand, 1 plant, 2 fuel, 3 ore, 4 metal, 5 machines, 6 power, 7 timber, 8 raw "
              "materials, 9 transport, 10 workers' bread, 11 workers, 12 money"},
        self.bottleneck);
    visit(Field{"bottleneck_loss", "share", 0, 1, "S02", "output it costs"}, self.bottleneck_loss);
    visit(Field{"fuel_supply", "share", 0, 1, "S02", "fuel delivered over fuel needed"}, self.fuel_supply);
    visit(Field{"metal_supply", "share", 0, 1, "S02", "metal delivered over metal needed"}, self.metal_supply);
    visit(Field{"machines_supply", "share", 0, 1, "S02", "machines delivered over machines needed"}, self.machines_supply);
    visit(Field{"timber_supply", "share", 0, 1, "S02", "timber delivered over timber needed"}, self.timber_supply);
    visit(Field{"arms_index", "1913=100", 0, 600, "S02", "output of arms"}, self.arms_index);
    visit(Field{"leased_share_industry", "percent", 0, 100, "SF15", "output of leased and private works"},
          self.leased_share_industry);
    visit(Field{"region_bread_cover", "ratio", 0, 3, "", "per region: town bread over need"}, self.region_bread_cover);
    visit(Field{"region_hunger", "share", 0, 1, "", "per region: villagers below the surviving norm"}, self.region_hunger);
    visit(Field{"region_grievance", "share", 0, 1, "", "per region: mean grievance of farms"}, self.region_grievance);
  }
};

}  // namespace thermidor
