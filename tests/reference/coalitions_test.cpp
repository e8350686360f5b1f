#include "reference/coalitions.hpp"

#include <gtest/gtest.h>

#include <bit>

#include "reference/oracle_table.hpp"
#include "reference/oracle_text.hpp"

namespace thermidor::reference::testing {
namespace {

TEST(RulingCoalitions, AreThoseOfTheTableWithAllTies) {
  OracleTable table("politest_urc.csv");
  for (std::size_t row = 0; row < table.rows(); ++row) {
    std::vector<std::int64_t> powers;
    for (const std::string& part : split(table.text(row, "powers"), ';')) powers.push_back(std::stoll(part));
    const std::vector<std::string> alpha = split(table.text(row, "alpha"), '/');
    const auto found = ruling_coalitions(powers, {std::stoll(alpha[0]), std::stoll(alpha[1])});
    std::string members, weights;
    for (const std::uint32_t coalition : found) {
      if (!members.empty()) {
        members += '|';
        weights += '|';
      }
      std::string own;
      for (std::size_t i = 0; i < powers.size(); ++i) {
        if ((coalition >> i & 1U) == 0) continue;
        members += static_cast<char>('A' + i);
        own += (own.empty() ? "" : ";") + std::to_string(powers[i]);
      }
      weights += own;
    }
    EXPECT_EQ(std::to_string(found.size()), table.text(row, "n_urc")) << table.place(row);
    EXPECT_EQ(members, table.text(row, "urc_members")) << table.place(row);
    EXPECT_EQ(weights, table.text(row, "urc_powers")) << table.place(row);
    const bool grand = found.size() == 1 && std::popcount(found.front()) == static_cast<int>(powers.size());
    EXPECT_EQ(grand ? "1" : "0", table.text(row, "grand_coalition_self_enforcing")) << table.place(row);
    table.mark(row, "model");
  }
  table.expect_every_row_accounted();
}

// Of nearly equal persons only 1, 3, 7, ... can rule together under majority.
TEST(RulingCoalitions, OfNearlyEqualsHaveOneLessThanAPowerOfTwo) {
  std::vector<std::int64_t> powers;
  const int sizes[] = {1, 1, 3, 3, 3, 3, 7, 7};
  std::int64_t power = 1'000'000;
  for (const int size : sizes) {
    powers.push_back(power);
    power += std::int64_t{1} << powers.size();
    EXPECT_EQ(std::popcount(ruling_coalitions(powers, {1, 2}).front()), size) << powers.size() << " persons";
  }
}

}  // namespace
}  // namespace thermidor::reference::testing
