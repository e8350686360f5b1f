// What holds of all tables of published numbers.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "reference/oracle_table.hpp"

namespace thermidor::reference::testing {
namespace {

TEST(OracleTables, AreTheOnesThatHaveTests) {
  const std::vector<std::string> expected = {"models_allen_fig8_2_nonag_va.csv", "models_allen_parameters.csv",
                                             "models_allen_results.csv",         "models_cheremukhin.csv",
                                             "models_hunter_kaprost.csv",        "models_nep_crises_and_peasant.csv",
                                             "models_test_vectors.csv"};
  EXPECT_EQ(oracle_files(), expected);
  std::size_t rows = 0;
  for (const std::string& file : expected) rows += OracleTable(file).rows();
  EXPECT_EQ(rows, 212U);
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

TEST(OracleTables, OfTheLinearProgrammeHoldNothingToCompute) {
  OracleTable("models_hunter_kaprost.csv").expect_every_row_accounted();
}

}  // namespace
}  // namespace thermidor::reference::testing
