#include "model/series.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <set>
#include <string>

#include "model/shipped.hpp"

namespace thermidor {
namespace {

TEST(Series, HaveDistinctNamesUnitsAndMeanings) {
  std::set<std::string> names;
  for (const SeriesInfo& series : series_list()) {
    EXPECT_TRUE(names.insert(series.name).second) << series.name << " stands twice";
    EXPECT_FALSE(series.unit.empty()) << series.name;
    EXPECT_FALSE(series.text.empty()) << series.name;
  }
  EXPECT_TRUE(names.contains("lever.private_trade"));
  EXPECT_TRUE(names.contains("instrument.stable_currency"));
}

TEST(Series, AreObservedOnceAMonthAndFinite) {
  World world = small_world();
  std::vector<double> row;
  for (int i = 0; i < 14; ++i) {
    play(world, 1);
    observe(world, row);
    ASSERT_EQ(row.size(), series_list().size());
    for (std::size_t s = 0; s < row.size(); ++s) EXPECT_TRUE(std::isfinite(row[s])) << series_list()[s].name << " month " << i;
  }
}

TEST(Series, ShowWhatWasPublishedAndThePolicyInForce) {
  Signals signals;
  signals.economy.inflation_month = 0.125;
  Policy policy;
  policy.in_force[3] = -0.5;
  policy.instrument[2] = 4;
  std::vector<double> row;
  observe(signals, policy, economy::State{}, row);
  const auto value = [&row](const std::string& name) {
    for (std::size_t s = 0; s < row.size(); ++s) {
      if (series_list()[s].name == name) return row[s];
    }
    return std::nan("");
  };
  EXPECT_EQ(value("inflation_month"), 0.125);
  EXPECT_EQ(value("lever.peasant_course"), -0.5);
  EXPECT_EQ(value("instrument.money_tax"), 4);
}

}  // namespace
}  // namespace thermidor
