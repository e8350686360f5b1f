#include "reference/allen.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "reference/feldman.hpp"
#include "reference/formula.hpp"
#include "reference/oracle_table.hpp"
#include "reference/probes.hpp"
#include "reference/weitzman.hpp"

namespace thermidor::reference::testing {
namespace {

// Arbitrary values at which printed formula and code must agree.
const Values kSample = {
    {"cashrate", .12}, {"kolkexp", 410}, {"shpfdexp", 730}, {"shpmnexp", 220}, {"vacon", 160},     {"aginc", 5300},
    {"agmarksm", 3.7}, {"priceag", 1.4}, {"priceman", 1.9}, {"split", 1.8},    {"agnet", 9600},    {"fiiksim", 5.9},
    {"kolksim", .8},   {"yc", 50},       {"yhs", 6},        {"ygov", 7},       {"milps", 2},       {"condur", 3},
    {"congoods", 38},  {"privsol", 130}, {"farmsol", 74},   {"farmpop", 118},  {"nonfarmpop", 35}, {"urbansol", 56},
    {"solfmpc", .63},  {"solnfpc", 1.7}, {"relsol", 2.1},   {"migrate", .014}, {"rurpop", 121},
};

double at(const char* name) { return kSample.at(name); }

// The code for an equation of the appendix, at the sample.
double code_of(const std::string& equation) {
  if (equation == "eq16") return retail_supply({at("yc"), at("yhs"), at("ygov"), at("milps"), at("condur")});
  if (equation == "eq17") return shop_manufactures(at("congoods"));
  if (equation == "eq18") return shop_food(at("congoods"));
  if (equation == "eq50") return migration_collectivized(at("relsol"));
  if (equation == "eq51") return pass_year({0, at("rurpop")}, at("migrate"), 0, 0).urban;
  if (equation == "eq50A") return migration_nep(at("relsol"));
  if (equation == "eq8A-1") {
    return farm_income({at("cashrate"), at("kolkexp"), at("shpfdexp"), at("shpmnexp"), at("vacon")});
  }
  if (equation == "eq8A-3") return kept_over_sold(at("priceag") / at("priceman"));
  return equation == "eq8A-7" ? procured(at("agmarksm"), at("kolksim")) : NAN;
}

TEST(AllenAppendix, FarmOutletEquationsHoldInTheSolvedMarket) {
  OracleTable table("models_allen_parameters.csv");
  Values solved = kSample;
  const FarmMarketOutcome outcome = clear_farm_market({at("agnet") / 1000, money_for_farm_goods(at("aginc")), at("priceman")});
  solved["priceag"] = outcome.price;
  solved["split"] = outcome.split;
  solved["agmarksm"] = outcome.marketed;
  solved["fiiksim"] = outcome.kept;
  const auto printed = [&](const char* symbol) { return table.text(table.find({{"symbol", symbol}}), "meaning_or_equation"); };
  // As printed 8A-2 multiplies income by sales, which is no price; the bracket is meant as (1000 agmarksm).
  std::string price = printed("eq8A-2");
  const std::string as_printed = "aginc/1000*agmarksm";
  ASSERT_NE(price.find(as_printed), std::string::npos);
  EXPECT_GT(std::abs(evaluate(price, solved) - outcome.price), 1);
  price.replace(price.find(as_printed), as_printed.size(), "aginc/(1000*agmarksm)");
  EXPECT_NEAR(evaluate(price, solved), outcome.price, 1e-9 * outcome.price);
  EXPECT_NEAR(evaluate(printed("eq8A-3"), solved), outcome.split, 1e-12);
  EXPECT_NEAR(evaluate(printed("eq8A-4"), solved), outcome.kept, 1e-9);
  EXPECT_NEAR(evaluate(printed("eq8A-5"), solved), outcome.marketed, 1e-9);
}

TEST(AllenAppendix, CodeIsWhatIsPrinted) {
  OracleTable table("models_allen_parameters.csv");
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const std::string& symbol = table.text(row, "symbol");
    const std::string& printed = table.text(row, "meaning_or_equation");
    if (table.text(row, "check") != "model" || symbol == "weitzman_sigma") continue;
    table.mark(row, "model");
    const bool market = symbol == "eq8A-2" || symbol == "eq8A-4" || symbol == "eq8A-5";  // the test above
    const bool per_head = symbol == "eq46" || symbol == "eq47" || symbol == "eq48" || symbol == "eq49";
    if (market || per_head) continue;
    const double expected = evaluate(printed, kSample);
    EXPECT_NEAR(code_of(symbol), expected, 1e-12 * std::abs(expected)) << table.place(row);
  }
  // Relative consumption is four equations, one after the other.
  Values steps = kSample;
  for (const auto& [symbol, name] :
       {std::pair{"eq46", "urbansol"}, {"eq47", "solfmpc"}, {"eq48", "solnfpc"}, {"eq49", "relsol"}}) {
    steps[name] = evaluate(table.text(table.find({{"symbol", symbol}}), "meaning_or_equation"), steps);
  }
  EXPECT_NEAR(relative_consumption(at("privsol"), at("farmsol"), at("farmpop"), at("nonfarmpop")), steps["relsol"], 1e-12);

  // The two shares ploughed back, in Feldman's scheme at illustrative rates: the sector of means of production grows in one
  // case and shrinks in the other.
  const auto next = [&](const char* share) {
    return invest_same_year({.4, .45, .05, table.input({{"symbol", "e"}, {"value", share}})}, {20, 140}).producer;
  };
  EXPECT_GT(next("0.23"), 20);
  EXPECT_LT(next("0.07"), 20);
  const Weitzman economy{1, table.input({{"symbol", "weitzman_h"}}), table.input({{"symbol", "weitzman_rho"}})};
  table.compare({{"symbol", "weitzman_sigma"}}, "model", substitution_elasticity(economy));
  table.expect_every_row_accounted();
}

constexpr double kRural1928 = 120.7;  // millions, census of December 1926 (data/raw/econ_population.csv)

// Eleven years of moves to towns while relative consumption goes from `first` to `last`; excess deaths evenly.
People play_years(double (*migration)(double), double first, double last, double growth, double excess_deaths) {
  People people{28.0, kRural1928};
  for (int year = 0; year < 11; ++year) {
    people = pass_year(people, migration(first + (last - first) * year / 11), growth, excess_deaths / 11);
  }
  return people;
}

// Published totals of three variables of the runs follow from migration alone: natural growth is what the run without
// collectivization says of the whole people, consumption ratios are those of the text (constant without it).
void check_population(OracleTable& table) {
  const auto urban = [](const char* run, const char* year) {
    return OracleTable::Key{{"variable", "urban_population"}, {"scenario", run}, {"year", year}};
  };
  const double towns = table.input(urban("nep", "1928"));
  EXPECT_EQ(table.input(urban("collectivized", "1928")), towns);
  const double added =
      table.input({{"variable", "rural_population_change_1928_39"}}) + table.value(urban("nep", "1939")) - towns;
  const double growth = std::pow(1 + added / (towns + kRural1928), 1.0 / 11) - 1;
  const double first = table.input({{"variable", "relsol"}, {"year", "1928"}});
  const double last = table.input({{"variable", "relsol"}, {"year", "1939"}});
  const double deaths = table.input({{"variable", "excess_deaths_total"}});
  table.compare(urban("nep", "1939"), "model", play_years(migration_nep, first, first, growth, 0).urban);
  table.compare(urban("collectivized", "1939"), "model",
                play_years(migration_collectivized, first, last, growth, deaths).urban);
  // Workers outside farming are the same part of the towns in both runs.
  const auto workers = [](const char* run) {
    return OracleTable::Key{{"variable", "nonfarm_workers_incl_military_camp_prisoners"}, {"scenario", run}};
  };
  const double part = table.input(workers("collectivized")) / table.value(urban("collectivized", "1939"));
  table.compare(workers("nep"), "arithmetic", table.value(urban("nep", "1939")) * part);
}

void check_migration(OracleTable& table) {
  const auto rate = [](const char* at_point) {
    return OracleTable::Key{{"variable", "migration_rate"}, {"scenario", at_point}};
  };
  table.compare(rate("eq 50 at relsol=1.6"), "model", migration_collectivized(1.6));
  table.compare(rate("eq 50 at relsol=2.3"), "model", migration_collectivized(2.3));
  table.compare(rate("eq 50A at relsol=1.6"), "model", migration_nep(1.6));
  const auto change = [](const char* equation) {
    return OracleTable::Key{{"variable", "migration_rate_change_relsol_1.6_to_2.3"}, {"scenario", equation}};
  };
  table.compare(change("eq 50A"), "model", 100 * (migration_nep(2.3) / migration_nep(1.6) - 1));
  table.compare(change("eq 50"), "model", 100 * (migration_collectivized(2.3) / migration_collectivized(1.6) - 1));
}

TEST(AllenResults, FollowFromTheEquationsInHandOrSayWhyNot) {
  OracleTable table("models_allen_results.csv");
  check_population(table);
  check_migration(table);
  // The text's steps between runs: a fifth more by ploughing back, a fifth more by soft budgets.
  const auto gdp = [](const char* run) { return OracleTable::Key{{"variable", "gdp"}, {"scenario", run}}; };
  const auto ploughed_back = gdp("capitalist labour relations; e=0.23");
  table.compare(ploughed_back, "arithmetic", 1.21 * table.input(gdp("capitalist labour relations; e=0.07")));
  table.compare(gdp("soft budget constraints; e=0.23; no collectivization (=NEP run)"), "arithmetic",
                1.20 * table.value(ploughed_back));
  // The shipped farms' answer to prices where the terms of trade of the middle twenties stand, at three quarters of 1913.
  table.compare({{"variable", "peasant_sales_elasticity"}}, "simulation", shipped_farms_elasticity(0.75, 1));
  table.expect_every_row_accounted();
}

TEST(AllenResults, OfNonFarmOutputKeepTheOrderOfThePublishedRuns) {
  OracleTable table("models_allen_fig8_2_nonag_va.csv");
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const auto value = [&](const char* run) { return leading_number(table.text(row, run)); };
    const double year = value("year");
    if (year == 1928) continue;
    EXPECT_GT(value(year <= 1933 ? "sim_nep" : "sim_collectivized"), value(year <= 1933 ? "sim_collectivized" : "sim_nep"));
    EXPECT_GT(std::min(value("sim_nep"), value("sim_collectivized")), value("sim_capitalist")) << table.place(row);
  }
  table.expect_every_row_accounted();
}

TEST(AllenFarms, SellWhatTheSimulatedFarmsWouldSellAtTheSolvedPrice) {
  for (const double money : {3.0, 5.0, 8.0}) {
    for (const double goods : {1.0, 2.0, 3.0}) {
      const FarmMarketOutcome outcome = clear_farm_market({10, money, goods});
      const double share = economy::share_to_sell(kKeptAtPar, kKeptPower, outcome.price / goods);
      EXPECT_NEAR(10 * share, outcome.marketed, 1e-12);
      EXPECT_NEAR(outcome.price * outcome.marketed, money, 1e-12) << "what is paid is what is earned";
    }
  }
}

TEST(AllenFarms, AnswerPricesWithinTheRangeFoundForTheTwenties) {
  for (const double relative : {0.5, 0.75, 1.0}) {
    EXPECT_GT(sales_elasticity(relative), 0.55);
    EXPECT_LT(sales_elasticity(relative), 0.75);
  }
}

TEST(AllenMigration, LosesNobodyOnTheWay) {
  const People start{28, 120};
  const People next = pass_year(start, 0.012, 0.01, 0.5);
  EXPECT_NEAR(next.urban + next.rural, (start.urban + start.rural) * 1.01 - 0.5, 1e-12);
  EXPECT_GT(next.urban, start.urban * 1.01);
}

TEST(AllenFarms, SellLessWhenManufacturesGrowDear) {
  EXPECT_LT(clear_farm_market({10, 5, 3}).marketed, clear_farm_market({10, 5, 2}).marketed);
}

}  // namespace
}  // namespace thermidor::reference::testing
