// models_test_vectors.csv: every vector is computed, by the simulation's own function where it has one.
#include <gtest/gtest.h>

#include <cmath>

#include "economy/farm_supply.hpp"
#include "reference/allen.hpp"
#include "reference/chayanov.hpp"
#include "reference/feldman.hpp"
#include "reference/kondratiev.hpp"
#include "reference/oracle_table.hpp"
#include "reference/probes.hpp"
#include "reference/sah_stiglitz.hpp"
#include "reference/wedges.hpp"
#include "reference/weitzman.hpp"

namespace thermidor::reference::testing {
namespace {

constexpr double kUnknown = NAN;  // equals nothing, so a vector that no branch knows fails

bool begins(const std::string& text, const std::string& start) { return text.rfind(start, 0) == 0; }

using Inputs = std::map<std::string, double>;

double feldman_domar(const Inputs& in, const std::string& output) {
  FeldmanDomar economy{in.at("gamma"), in.at("V1"), in.at("V2"), in.at("I0"), in.at("C0")};
  if (output == "I(t)") return investment_at(economy, in.at("t"));
  if (output == "C(t)") return consumption_at(economy, in.at("t"));
  if (output == "limit I/Y") return limit_investment_share(economy);
  if (!begins(output, "year at which C with gamma=0.25 overtakes C with gamma=0.10")) return kUnknown;
  FeldmanDomar lower = economy;
  lower.gamma = 0.10;
  return overtaking_year(economy, lower);
}

double feldman_discrete(const Inputs& in, const std::string& output, bool same_year) {
  const FeldmanRates rates{in.at("a"), in.at("b"), in.at("d"), in.at("e")};
  TwoCapitals capital{in.at("kp0"), in.at("kc0")};
  for (int year = 0; year < static_cast<int>(in.at("n")); ++year) {
    capital = same_year ? invest_same_year(rates, capital) : invest_next_year(rates, capital);
  }
  if (output == "kp") return capital.producer;
  if (output == "kc") return capital.consumer;
  return output == "yc=b*kc" ? rates.b * capital.consumer : kUnknown;
}

double allen_market(const Inputs& in, const std::string& output) {
  const FarmMarketOutcome outcome = clear_farm_market({in.at("agnet/1000"), in.at("K"), in.at("priceman")});
  if (output == "priceag") return outcome.price;
  if (output == "split") return outcome.split;
  if (output == "agmarksm") return outcome.marketed;
  return output == "fiiksim" ? outcome.kept : kUnknown;
}

// The simulation's farms, with Allen's two constants.
double simulated_supply(const Inputs& in, const std::string& output) {
  const auto sold = [](double terms) { return economy::share_to_sell(kKeptAtPar, kKeptPower, terms); };
  if (output == "sigma") {
    const auto odds = [&](double terms) { return std::log((1 - sold(terms)) / sold(terms)); };
    return 1 + (odds(1.0) - odds(2.0)) / std::log(2.0);
  }
  const double terms = in.at("priceag/priceman");
  if (begins(output, "marketed share")) return sold(terms);
  return begins(output, "elasticity of sales, agnet fixed") ? elasticity_at(sold, terms) : kUnknown;
}

double sah_stiglitz(const Inputs& in, const std::string& output) {
  if (begins(output, "dln w/dln p")) {
    const ScissorsElasticities elasticities{0.5, 1, 1 - 0.6, 1};
    return wage_response(elasticities);
  }
  const ScissorsEconomy economy{in.at("Nr"), in.at("Nu"), in.at("q0"), in.at("eps"), in.at("s"), in.at("Y")};
  if (output == "urban wage w") return wage(economy, in.at("p"));
  if (output == "investable surplus I") return investable_surplus(economy, in.at("p"));
  return begins(output, "urban log utility") ? urban_utility(economy, in.at("p")) : kUnknown;
}

double wedges(const Inputs& in, const std::string& output) {
  TwoSectors economy;
  economy.tastes = {in.at("sigma"), in.at("eta_A"), in.at("eta_M"), in.at("gamma_A"), in.at("gamma_M")};
  economy.a = {in.at("CA"), in.at("YA"), 1, in.at("NA"), 0, in.at("bA"), in.at("pA"), in.at("wA")};
  economy.m = {in.at("CM"), in.at("YM"), 1, in.at("NM"), 0, in.at("bM"), in.at("pM"), in.at("wM")};
  const LabourWedge wedge = labour_wedge(economy);
  if (output == "consumption component") return wedge.consumption;
  if (output == "production component") return wedge.production;
  if (output == "mobility component") return wedge.mobility;
  return output == "1+tauW" ? wedge.product : kUnknown;
}

double chayanov(const Inputs& in, const std::string& output) {
  const LabourBalance balance{in.at("al"), in.at("nu"), in.at("phi")};
  if (begins(output, "labour per worker")) return labour_per_worker(balance, in.at("C/W"));
  if (!begins(output, "elasticity of l*")) return kUnknown;
  EXPECT_NEAR(elasticity_at([&](double ratio) { return labour_per_worker(balance, ratio); }, in.at("C/W")),
              labour_elasticity(balance), 1e-9);
  return labour_elasticity(balance);
}

// What the simulation publishes as scissors when its price indices stand as the text "Oct 1923 276/89" says.
double simulated_scissors(const std::string& inputs) {
  const std::size_t slash = inputs.find('/');
  const double industrial = leading_number(inputs.substr(inputs.rfind(' ', slash) + 1));
  return published_scissors(industrial / 100, leading_number(inputs.substr(slash + 1)) / 100);
}

double kondratiev(const std::string& inputs, const std::string& output) {
  const double norm = leading_number(inputs);
  const double people = leading_number(inputs.substr(inputs.find('*') + 1));
  if (begins(output, "rural total")) return balance_food({0, 0, norm, people, 0}).rural;
  return begins(output, "urban total") ? balance_food({norm, people, 0, 0, 0}).urban : kUnknown;
}

double compute(const std::string& model, const std::string& inputs, const std::string& output) {
  const Inputs in = read_inputs(inputs);
  if (model == "feldman_domar") return feldman_domar(in, output);
  if (model == "feldman_discrete_implicit") return feldman_discrete(in, output, true);
  if (model == "feldman_discrete_explicit") return feldman_discrete(in, output, false);
  if (model == "allen_migration") {
    const double relative = in.at("relsol");
    return output == "eq50" ? migration_collectivized(relative) : output == "eq50A" ? migration_nep(relative) : kUnknown;
  }
  if (model == "allen_8A_block") return allen_market(in, output);
  if (model == "allen_8A_supply") return simulated_supply(in, output);
  if (model == "weitzman_ces") return output == "sigma" ? substitution_elasticity({1, 0.639, in.at("rho")}) : kUnknown;
  if (model == "sah_stiglitz_closed") return sah_stiglitz(in, output);
  if (model == "sah_stiglitz_open_revenue") {
    return revenue_margin(in.at("eps_r"), in.at("eps_u"), in.at("NrQ"), in.at("Nux"));
  }
  if (model == "sah_stiglitz_monopsony") return monopsony_margin(in.at("eps_r"));
  if (model == "wedge_accounting") return wedges(in, output);
  if (model == "chayanov_closed") return chayanov(in, output);
  if (model == "scissors") return simulated_scissors(inputs);
  return model == "kondratiev_balance" ? kondratiev(inputs, output) : kUnknown;
}

TEST(ReferenceVectors, AreAllComputed) {
  OracleTable table("models_test_vectors.csv");
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const std::string& model = table.text(row, "model");
    const bool simulated = model == "allen_8A_supply" || model == "scissors";
    table.compare(row, simulated ? "simulation" : "model",
                  compute(model, table.text(row, "inputs"), table.text(row, "output")));
  }
  table.expect_every_row_accounted();
}

}  // namespace
}  // namespace thermidor::reference::testing
