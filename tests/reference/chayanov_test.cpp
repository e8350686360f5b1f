// Chayanov's balance, and the sowing of the simulation's farms against it.
#include "reference/chayanov.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "economy/farm_terms.hpp"

namespace thermidor::reference::testing {
namespace {

// What the simulation's farms sow of their land at a need, read off their table as they do.
double sown_by_farms(const economy::SowTable& table, double need) {
  const double at = need * 128;
  const auto node = static_cast<std::size_t>(at);
  return table[node] + (at - static_cast<double>(node)) * (table[node + 1] - table[node]);
}

economy::SowTable table_of(double value, double drudgery) {
  economy::SowPowers powers(drudgery);
  return economy::make_sow_table(powers, value);
}

TEST(ChayanovSowing, IsTheBalanceOfDrudgeryAgainstTheLastUnit) {
  const double shipped = economy::FarmSowing{}.drudgery;
  for (const double drudgery : {0.5, shipped, 2.0}) {
    for (const double value : {0.2, 0.45, 0.7, 0.95}) {
      const economy::SowTable table = table_of(value, drudgery);
      for (double need = 0.005; need < 1.9; need += 0.0013) {
        EXPECT_NEAR(sown_by_farms(table, need), share_of_land_sown(need, value, drudgery), 0.003)
            << "need " << need << " value " << value << " drudgery " << drudgery;
      }
    }
  }
}

TEST(ChayanovSowing, ServesOwnUseAloneBeyondTheKink) {
  const double drudgery = economy::FarmSowing{}.drudgery;
  const double value = 0.5;
  const economy::SowTable table = table_of(value, drudgery);
  const double kink = std::pow(value, 1 / (1 + drudgery));
  for (double need = kink + 0.01; need < 1; need += 0.01) EXPECT_NEAR(sown_by_farms(table, need), need, 1e-6);
  // Short of it farms sow for sale too, and the less the better they are fed by their own.
  EXPECT_GT(sown_by_farms(table, 0.1), sown_by_farms(table, 0.3));
  EXPECT_GT(sown_by_farms(table, 0.3), 0.3);
}

TEST(ChayanovSowing, TurnsToAutarkyWhereTheClosedFormSays) {
  // At the kink a unit sold is worth v against x^nu / (1 / x): the closed form with alpha C / W / phi = v.
  for (const double drudgery : {0.8, 1.17, 1.5}) {
    for (const double value : {0.3, 0.6, 0.9}) {
      const economy::SowTable table = table_of(value, drudgery);
      const double least = *std::min_element(table.begin(), table.end());
      EXPECT_NEAR(least, labour_per_worker({1, drudgery, 1}, value), 1.0 / 128);
    }
  }
}

TEST(ChayanovSowing, FallsWithTheTakeAndWithBadTerms) {
  const double drudgery = economy::FarmSowing{}.drudgery;
  EXPECT_LT(sown_by_farms(table_of(0.4, drudgery), 0.3), sown_by_farms(table_of(0.6, drudgery), 0.3));
}

TEST(ChayanovLabour, BalancesDrudgeryAgainstUse) {
  const LabourBalance balance;
  for (const double ratio : {1.0, 1.3, 1.6}) {
    const double labour = labour_per_worker(balance, ratio);
    const double use = balance.alpha * ratio / labour;  // of the last unit of work, per worker
    EXPECT_NEAR(use, balance.phi * std::pow(labour, balance.nu), 1e-12);
  }
}

}  // namespace
}  // namespace thermidor::reference::testing
