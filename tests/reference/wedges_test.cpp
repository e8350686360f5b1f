#include "reference/wedges.hpp"

#include <gtest/gtest.h>

#include "reference/oracle_table.hpp"

namespace thermidor::reference::testing {
namespace {

// A farming country; parameters are read from the table, where they are recalled: they are inputs and prove nothing.
TwoSectors farming_country(OracleTable& table) {
  const auto pair = [&](const char* item) {
    const std::size_t row = table.find({{"item", item}});
    table.use_as_input(row);
    const std::string& text = table.text(row, "value");
    return std::pair{leading_number(text), leading_number(text.substr(text.find(',') + 1))};
  };
  TwoSectors economy;
  EXPECT_EQ(table.input({{"item", "sigma"}}), 1);
  economy.tastes.sigma = 0.5;  // the later of the two values in the text
  economy.tastes.eta_a = table.input({{"item", "eta_A"}});
  economy.tastes.eta_m = 1 - economy.tastes.eta_a;
  economy.tastes.gamma_a = table.input({{"item", "gamma_A"}});
  economy.a = {55, 55, 90, 0.8, 0, 0, 1, 60};
  economy.m = {35, 45, 60, 0.2, 0, 0, 1.1, 150};
  std::tie(economy.a.share_k, economy.a.share_n) = pair("alpha_K_A,alpha_N_A");
  std::tie(economy.m.share_k, economy.m.share_n) = pair("alpha_K_M,alpha_N_M");
  return economy;
}

TEST(Wedges, TakenFromAnAllocationGiveItBack) {
  OracleTable table("models_cheremukhin.csv");
  const TwoSectors economy = farming_country(table);
  const TwoSectors again = allocate(economy, labour_wedge(economy).product, capital_wedge(economy));
  EXPECT_NEAR(again.a.labour, economy.a.labour, 1e-10);
  EXPECT_NEAR(again.a.capital / economy.a.capital, 1, 1e-10);
  EXPECT_NEAR(again.a.output / economy.a.output, 1, 1e-10);
  EXPECT_NEAR(again.m.consumption / economy.m.consumption, 1, 1e-10);
  // A lower wedge, fewer farmers: that is what the wedge is about.
  EXPECT_LT(allocate(economy, .5 * labour_wedge(economy).product, capital_wedge(economy)).a.labour, economy.a.labour);
  // Without a wedge over time capital earns its wear and the impatience.
  const double beta = table.input({{"item", "beta"}});
  const double wear = table.input({{"item", "delta"}});
  EXPECT_NEAR(intertemporal_wedge(beta, 1, 1 / beta - 1 + wear, wear), 1, 1e-12);
  table.expect_every_row_accounted();
}

TEST(Wedges, LabourWedgeIsTheProductOfItsParts) {
  OracleTable table("models_cheremukhin.csv");
  TwoSectors economy = farming_country(table);
  for (const double price : {0.8, 1.0, 1.7}) {
    economy.m.price = price;
    const LabourWedge wedge = labour_wedge(economy);
    EXPECT_NEAR(wedge.consumption * wedge.production * wedge.mobility / wedge.product, 1, 1e-12);
  }
}

}  // namespace
}  // namespace thermidor::reference::testing
