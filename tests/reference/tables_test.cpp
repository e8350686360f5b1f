// What holds of all tables of published numbers.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>

#include "reference/oracle_table.hpp"
#include "reference/oracle_text.hpp"

namespace thermidor::reference::testing {
namespace {

TEST(OracleTables, AreTheOnesThatHaveTests) {
  const std::vector<std::string> expected = {"models_allen_fig8_2_nonag_va.csv",
                                             "models_allen_parameters.csv",
                                             "models_allen_results.csv",
                                             "models_cheremukhin.csv",
                                             "models_hunter_kaprost.csv",
                                             "models_nep_crises_and_peasant.csv",
                                             "models_test_vectors.csv",
                                             "politest_ballot.csv",
                                             "politest_bloc_power.csv",
                                             "politest_choice_bargaining.csv",
                                             "politest_galam_iterates.csv",
                                             "politest_galam_thresholds.csv",
                                             "politest_opinion.csv",
                                             "politest_power_indices.csv",
                                             "politest_purge_equilibrium.csv",
                                             "politest_regime_forms.csv",
                                             "politest_slate_recursion.csv",
                                             "politest_spatial.csv",
                                             "politest_thresholds.csv",
                                             "politest_tier_attenuation_1924.csv",
                                             "politest_urc.csv"};
  EXPECT_EQ(oracle_files(), expected);
  std::size_t rows = 0;
  for (const std::string& file : expected) rows += OracleTable(file).rows();
  EXPECT_EQ(rows, 692U);
}

TEST(OracleTables, ShowTheStatusOfEverySourceAndTestNothingAgainstMemory) {
  const std::map<std::string, std::string> openings = {{"read", "read"},           {"derived", "derived"},
                                                       {"digitised", "digitised"}, {"recalled", "recalled"},
                                                       {"described", "described"}, {"NOT SEEN", "not_seen"}};
  for (const std::string& file : oracle_files()) {
    const OracleTable table(file);
    for (std::size_t row = 0; row < table.rows(); ++row) {
      const std::string& source = table.text(row, "source");
      const std::string& status = table.text(row, "status");
      const auto begins = [&](const auto& opening) { return source.rfind(opening.first, 0) == 0; };
      const auto opening = std::find_if(openings.begin(), openings.end(), begins);
      ASSERT_NE(opening, openings.end()) << table.place(row) << ": " << source;
      EXPECT_EQ(status, opening->second) << table.place(row);
      const std::string& check = table.text(row, "check");
      const bool oracle = check == "simulation" || check == "model" || check == "arithmetic";
      EXPECT_TRUE(oracle || check == "input" || check == "none") << table.place(row) << ": " << check;
      EXPECT_FALSE(status == "recalled" && oracle) << table.place(row);
      EXPECT_FALSE(status == "not_seen" && check != "none") << table.place(row);
    }
  }
}

// The page on reference models lists for each table how many rows there are and how many are tested in which way.
TEST(OracleTables, AreCoveredAsTheirPageSays) {
  std::ifstream page(std::string(THERMIDOR_SOURCE_DIR) + "/docs/model/reference-models.md");
  std::map<std::string, std::vector<std::string>> listed;
  for (std::string line; std::getline(page, line);) {
    if (!begins(line, "| `models_") && !begins(line, "| `politest_")) continue;
    std::vector<std::string> cells = split(line, '|');
    for (std::string& cell : cells) std::erase_if(cell, [](char sign) { return sign == ' ' || sign == '`'; });
    listed[cells.at(1) + ".csv"] = cells;
  }
  for (const std::string& file : oracle_files()) {
    const OracleTable table(file);
    std::map<std::string, std::size_t> rows;
    for (std::size_t row = 0; row < table.rows(); ++row) ++rows[table.text(row, "check")];
    ASSERT_TRUE(listed.contains(file)) << file << " is not on the page";
    const std::vector<std::string>& cells = listed[file];
    EXPECT_EQ(cells.at(2), std::to_string(table.rows())) << file;
    const char* kinds[] = {"simulation", "model", "arithmetic", "input", "none"};
    for (std::size_t kind = 0; kind < 5; ++kind) {
      const std::size_t count = rows[kinds[kind]];
      EXPECT_EQ(cells.at(3 + kind), count > 0 ? std::to_string(count) : "") << file << ", " << kinds[kind];
    }
  }
}

TEST(OracleTables, OfTheLinearProgrammeHoldNothingToCompute) {
  OracleTable("models_hunter_kaprost.csv").expect_every_row_accounted();
}

}  // namespace
}  // namespace thermidor::reference::testing
