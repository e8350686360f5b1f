#include "reference/thresholds.hpp"

#include <gtest/gtest.h>

#include "party/debate.hpp"
#include "reference/oracle_table.hpp"
#include "reference/oracle_text.hpp"

namespace thermidor::reference::testing {
namespace {

// "0,1,...,99": the dots stand for the numbers between their neighbours.
std::vector<double> listed_thresholds(const std::string& input) {
  const std::string list = input.substr(0, input.find(" ("));
  std::vector<double> thresholds;
  bool gap = false;
  for (const std::string& part : split(list.substr(list.find_last_of(' ') + 1), ',')) {
    if (part == "...") {
      gap = true;
      continue;
    }
    const double value = std::stod(part);
    while (gap && thresholds.back() + 1 < value) thresholds.push_back(thresholds.back() + 1);
    gap = false;
    thresholds.push_back(value);
  }
  return thresholds;
}

TEST(Thresholds, AllRowsOfTheTableHold) {
  OracleTable table("politest_thresholds.csv");
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const std::string& id = table.text(row, "case_id");
    const std::string& input = table.text(row, "input");
    if (begins(id, "granovetter")) {
      const std::vector<double> thresholds = listed_thresholds(input);
      EXPECT_EQ(thresholds.size(), 100U) << table.place(row);
      table.compare(row, "model", joined(thresholds));
    } else if (begins(id, "kuran")) {
      const std::vector<double> thresholds = listed_thresholds(input);
      EXPECT_EQ(thresholds.size(), 10U) << table.place(row);
      table.compare(row, "model", percent_joined(thresholds));
    } else if (begins(id, "normal_cont")) {
      // The party's cells: Phi((x - mu) / sd) is the share that dares when fear is one and dissent is N(1 - mu, sd).
      const double mean = numbers_in(id, "_mu").at(0), sd = numbers_in(id, "_sd").at(0);
      table.compare(row, "simulation", party::voiced_share(1 - mean, sd, 1, 0));
    } else {
      const Tipping point = tipping_point(numbers_in(id, "_mu").at(0));
      table.compare(row, "model", begins(id, "normal_critical_sd") ? point.sd : point.share);
    }
  }
  table.expect_every_row_accounted();
}

}  // namespace
}  // namespace thermidor::reference::testing
