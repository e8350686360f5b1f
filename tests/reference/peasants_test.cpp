// models_nep_crises_and_peasant.csv: scissors, grain, Kondratiev's balance, Chayanov's plan.
#include <gtest/gtest.h>

#include <cmath>

#include "economy/farm_params.hpp"
#include "economy/farm_supply.hpp"
#include "reference/allen.hpp"
#include "reference/chayanov.hpp"
#include "reference/kondratiev.hpp"
#include "reference/oracle_table.hpp"
#include "reference/probes.hpp"

namespace thermidor::reference::testing {
namespace {

constexpr double kPud = 16.38;          // kg
constexpr double kDessiatine = 1.0925;  // ha

void check_scissors(OracleTable& table) {
  const auto index = [&](const char* item, const char* month) {
    return table.input({{"set", "scissors_1923"}, {"item", item}, {"period", month}}) / 100;
  };
  const double open =
      published_scissors(index("industrial price index", "1923-10"), index("agricultural price index", "1923-10"));
  const double closed =
      published_scissors(index("industrial price index", "1924-04"), index("agricultural price index", "1924-04"));
  table.compare({{"set", "scissors_1923"}, {"period", "1923-09"}}, "simulation", open);
  EXPECT_NEAR(open, 3.10, .02 * 3.10);
  EXPECT_NEAR(closed, 1.42, .02 * 1.42);
}

void check_grain(OracleTable& table) {
  const double before = table.input({{"item", "gross harvest (printed 1928 by OCR)"}});
  const double crisis = table.input({{"item", "gross harvest"}, {"period", "1927"}});
  const double half_year = table.input({{"item", "procurement Jul-Dec 1927"}});
  const std::size_t row = table.find({{"item", "procurement Jul-Dec 1927 as share of Jul-Dec 1926"}});
  table.use_as_input(row);
  const std::string& span = table.text(row, "value");
  const double low = leading_number(span) / 100;
  const double high = leading_number(span.substr(span.find('-') + 1)) / 100;
  const double year =
      table.input({{"item", "procurement by plan agencies (planovye zagotovki; taken as realised)"}, {"period", "1926/27"}});
  // The half year before must be a part of its year, and most of it.
  EXPECT_GT(half_year / high / year, .5);
  EXPECT_LT(half_year / low / year, 1);

  // The smaller harvest alone does not explain the fall, neither with Allen's farms nor with the simulation's.
  const double harvest = crisis / before;
  EXPECT_GT(clear_farm_market({10 * harvest, 5, 2}).marketed / clear_farm_market({10, 5, 2}).marketed, .95);
  // Prices alone: at an elasticity of 0.7 they would have to fall by 40 to 46 per cent.
  EXPECT_NEAR(1 - std::pow(high, 1 / .7), .40, .005);
  EXPECT_NEAR(1 - std::pow(low, 1 / .7), .46, .005);
  // Empty shops can: at unchanged prices farms by the simulation's rule sell so much less when between three tenths and half of
  // the goods are there, where they answer prices as Allen's do; with the shipped constants at a little more than half.
  economy::FarmParams params;
  params.sale.keep = .5;
  params.sale.response = .9;
  params.sale.substitution = .9;
  params.sale.availability_power = 1;
  economy::FarmConditions conditions;
  conditions.price_grain_free = conditions.price_grain_state = params.sale.price_1913;
  conditions.price_goods = 1.3;
  conditions.price_other = 1;
  conditions.private_legality = .9;
  const double habit = economy::pull_of_prices(params, conditions);
  const auto sold = [&](double availability) {
    conditions.goods_availability = availability;
    return economy::share_to_sell(params.sale.keep, params.sale.response, economy::terms_felt(params, conditions, habit));
  };
  EXPECT_GT(sold(.5) / sold(1), high);
  EXPECT_LT(sold(.3) / sold(1), low);

  const double town_month = table.input({{"item", "minimum urban consumption per month"}});
  table.compare({{"item", "procurement plan (600 home + 100 export)"}}, "arithmetic", 12 * town_month + 100);
}

FoodPlan read_plan(OracleTable& table, const char* period, double urban_norm) {
  const auto take = [&](const char* item) { return table.input({{"item", item}, {"period", period}}); };
  return {urban_norm, take("urban population, mn"), take("rural norm, producer prices, rub/head"),
          take("agricultural population, mn"), take("net output of farm food, mn rub")};
}

void compare_balance(OracleTable& table, const char* period, const FoodPlan& plan) {
  const FoodBalance balance = balance_food(plan);
  const auto row = [&](const char* item) { return OracleTable::Key{{"item", item}, {"period", period}}; };
  table.compare(row("urban total, mn rub"), "model", balance.urban);
  table.compare(row("rural total, mn rub"), "model", balance.rural);
  table.compare(row("all consumption, mn rub"), "model", balance.eaten);
  table.compare(row("surplus(+)/deficit(-), mn rub"), "model", balance.surplus);
}

void check_kondratiev(OracleTable& table) {
  const OracleTable::Key norm = {{"item", "urban norm of farm food, producer prices, rub/head"}, {"period", "1925/26"}};
  const FoodPlan now = read_plan(table, "1925/26", leading_number(table.text(table.find(norm), "value")));
  // The printed norm of 63.3 is a misprint: only 68.3 gives the total beside it.
  const double total = table.value({{"item", "urban total, mn rub"}, {"period", "1925/26"}});
  table.compare(norm, "arithmetic", total / now.urban_people);
  EXPECT_GT(total - 63.3 * now.urban_people, 100);
  compare_balance(table, "1925/26", now);
  const double wished =
      table.input({{"item", "urban norm of farm food, producer prices, rub/head"}, {"period", "1930/31 (plan)"}});
  const FoodPlan then = read_plan(table, "1930/31 (plan)", wished);
  compare_balance(table, "1930/31 (plan)", then);
  EXPECT_GT(balance_food(now).surplus, 0);
  EXPECT_LT(balance_food(then).surplus, 0) << "the plan's own norms turn a surplus into a deficit";
}

void check_farm_plan(OracleTable& table) {
  const auto row = [](const char* item) { return OracleTable::Key{{"set", "chayanov_three_field_plan"}, {"item", item}}; };
  const economy::FarmParams params;
  ThreeFieldNorms norms;
  norms.consumers = table.input(row("adult consumers"));
  norms.grain_each = table.input(row("grain need per consumer"));
  norms.yield_net = table.input(row("yield net of seed"));
  norms.dung_per_fallow = 1500;  // in the unit of "dung need" and the name of "meadow"
  norms.dung_per_head = table.input(row("dung per head"));
  norms.hay_per_head = table.input(row("hay per head (180 days)"));
  norms.hay_yield = 100;
  norms.sown_per_horse = params.harvest.draught_area / kDessiatine;
  const ThreeFieldPlan plan = plan_three_fields(norms);
  table.compare(row("winter sown"), "model", plan.winter_field);
  table.compare(row("arable (three-field)"), "model", plan.arable);
  table.compare(row("sown area one horse can work"), "simulation", norms.sown_per_horse);
  table.compare(row("dung need"), "model", plan.dung);
  table.compare(row("livestock"), "model", plan.livestock);
  table.compare(row("hay need"), "model", plan.hay);
  table.compare(row("meadow at 100 pud/des"), "model", plan.meadow);
  table.compare(row("farm area excl homestead"), "model", plan.area);
  EXPECT_LE(plan.horses, 1) << "one horse does";
  // The family's bread by the simulation's norm a head comes within a fifth of Chayanov's by adult consumers.
  const double family = table.input(row("family size")) * params.needs.food * 12 / kPud;
  EXPECT_NEAR(family / (norms.consumers * norms.grain_each), 1, .2);
}

TEST(PeasantNumbers, AreComputedOrSayWhyNot) {
  OracleTable table("models_nep_crises_and_peasant.csv");
  check_scissors(table);
  check_grain(table);
  check_kondratiev(table);
  check_farm_plan(table);
  table.expect_every_row_accounted();
}

}  // namespace
}  // namespace thermidor::reference::testing
