#include "reference/spatial.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "reference/oracle_table.hpp"
#include "reference/oracle_text.hpp"

namespace thermidor::reference::testing {
namespace {

const std::vector<Point> kTriangle = {{0, 0}, {1, 0}, {0.5, std::sqrt(3.0) / 2}};

// Twelve reflections in the sides of the triangle in turn, from its centre.
std::vector<Point> wander() {
  std::vector<Point> chain = {{0.5, std::sqrt(3.0) / 6}};
  const std::size_t sides[3][2] = {{1, 2}, {0, 1}, {0, 2}};
  for (std::size_t step = 0; step < 12; ++step) {
    const auto& side = sides[step % 3];
    chain.push_back(reflect(chain.back(), kTriangle[side[0]], kTriangle[side[1]], 0.99));
  }
  return chain;
}

void expect_chain(OracleTable& table) {
  const std::vector<Point> chain = wander();
  const std::size_t row = table.find({{"case", "mckelvey_chain"}});
  EXPECT_TRUE(begins(table.text(row, "result"), "valid=True"));
  const std::vector<double> expected = numbers_in(table.text(row, "result"), ";");
  ASSERT_EQ(expected.size(), 2 * chain.size());
  for (std::size_t i = 0; i < chain.size(); ++i) {
    for (std::size_t d = 0; d < 2; ++d) EXPECT_NEAR(chain[i][d], expected[2 * i + d], 1e-5) << "step " << i;
  }
  for (std::size_t i = 1; i < chain.size(); ++i) EXPECT_EQ(voters_for(kTriangle, chain[i], chain[i - 1]), 2) << "step " << i;
  table.mark(row, "model");
  const std::size_t distances = table.find({{"case", "mckelvey_distance"}});
  const std::vector<double> far = numbers_in(table.text(distances, "result"));
  ASSERT_EQ(far.size(), chain.size());
  for (std::size_t i = 0; i < chain.size(); ++i) EXPECT_NEAR(distance_between(chain[0], chain[i]), far[i], 1e-5);
  table.mark(distances, "model");
  const std::size_t back = table.find({{"case", "mckelvey_back"}});
  EXPECT_EQ(voters_for(kTriangle, chain.front(), chain.back()) >= 2 ? "True" : "False", table.text(back, "result"));
  table.mark(back, "model");
}

TEST(Spatial, AllRowsOfTheTableHold) {
  OracleTable table("politest_spatial.csv");
  const auto row = [&](const char* name) {
    const std::size_t found = table.find({{"case", name}});
    table.mark(found, "model");
    return found;
  };
  const auto inputs = [&](std::size_t at) { return numbers_in(table.text(at, "input")); };
  const auto result = [&](std::size_t at) { return numbers_in(table.text(at, "result")); };

  std::size_t at = row("median_1d");
  const double median = result(at).at(0);
  EXPECT_EQ(majority_core(inputs(at)), (Interval{median, median}));
  at = row("median_1d_even");
  EXPECT_EQ(majority_core(inputs(at)), (Interval{result(at).at(0), result(at).at(1)}));

  at = row("weighted_median");
  const std::vector<double> in = inputs(at);
  EXPECT_EQ(weighted_median({in.begin(), in.begin() + 4}, {in.begin() + 4, in.begin() + 8}), result(at).at(0));

  at = row("gridlock_veto");
  const std::vector<double> veto = inputs(at);  // median, veto players, the range again, status quo, setter
  const Interval held = gridlock(veto.at(0), {veto.at(1), veto.at(2)});
  EXPECT_EQ(held, (Interval{result(at).at(0), result(at).at(1)}));
  EXPECT_EQ(best_acceptable(veto.at(6), {veto.at(1), veto.at(2)}, veto.at(5)), result(at).back());
  for (double q = held.low; q <= held.high; q += 0.5) EXPECT_EQ(best_acceptable(5, {2, 8}, q) == q, q <= 8 && q >= 2);

  expect_chain(table);

  at = row("condorcet_cycle");
  const std::vector<std::string> orders = {"abc", "bca", "cab"};
  EXPECT_NE(table.text(at, "input").find("abc|bca|cab"), std::string::npos);
  EXPECT_EQ(table.text(at, "result"), "2:1 each");
  for (const char* pair : {"ab", "bc", "ca"}) {
    EXPECT_EQ(voters_preferring(orders, pair[0], pair[1]), 2);
    EXPECT_EQ(voters_preferring(orders, pair[1], pair[0]), 1);
  }

  at = row("list_vote");
  EXPECT_EQ(seats_at_large(27, 0.55), static_cast<std::int64_t>(result(at).at(0)));
  EXPECT_EQ(seats_in_proportion(27, 0.55), static_cast<std::int64_t>(numbers_in(table.text(at, "result"), "; ").at(0)));
  table.expect_every_row_accounted();
}

}  // namespace
}  // namespace thermidor::reference::testing
