#include "reference/power_indices.hpp"

#include <gtest/gtest.h>

#include "reference/oracle_table.hpp"
#include "reference/oracle_text.hpp"

namespace thermidor::reference::testing {
namespace {

std::vector<std::int64_t> integers(const std::string& text) {
  std::vector<std::int64_t> values;
  for (const std::string& part : split(text, ';')) values.push_back(std::stoll(part));
  return values;
}

Fraction fraction(const std::string& text) {
  const std::vector<std::string> parts = split(text, '/');
  return reduce(std::stoll(parts[0]), parts.size() > 1 ? std::stoll(parts[1]) : 1);
}

std::vector<Fraction> fractions(const std::string& text) {
  std::vector<Fraction> values;
  for (const std::string& part : split(text, ';')) values.push_back(fraction(part));
  return values;
}

TEST(PowerIndices, OfWeightedGamesAreExact) {
  OracleTable table("politest_power_indices.csv");
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const WeightedGame game{std::stoll(table.text(row, "quota")), integers(table.text(row, "weights"))};
    EXPECT_EQ(shapley_shubik(game), fractions(table.text(row, "shapley_shubik"))) << table.place(row);
    EXPECT_EQ(banzhaf_swings(game), integers(table.text(row, "banzhaf_raw_swings"))) << table.place(row);
    EXPECT_EQ(banzhaf_normalised(game), fractions(table.text(row, "banzhaf_normalised"))) << table.place(row);
    EXPECT_EQ(banzhaf_absolute(game), fractions(table.text(row, "banzhaf_absolute"))) << table.place(row);
    table.mark(row, "model");
  }
  table.expect_every_row_accounted();
}

TEST(PowerIndices, OfABlocAreThoseOfTheTable) {
  OracleTable table("politest_bloc_power.csv");
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const std::int64_t members = std::stoll(table.text(row, "n_members")), bloc = std::stoll(table.text(row, "bloc_size"));
    const std::int64_t quota = std::stoll(table.text(row, "quota"));
    const double tolerance = leading_number(table.text(row, "tolerance"));
    const Fraction power = shapley_shubik_of_bloc(members, bloc, quota);
    EXPECT_EQ(power, fraction(table.text(row, "shapley_shubik_bloc_exact"))) << table.place(row);
    EXPECT_NEAR(value_of(power), std::stod(table.text(row, "shapley_shubik_bloc")), tolerance) << table.place(row);
    EXPECT_NEAR(banzhaf_of_bloc(members, bloc, quota), std::stod(table.text(row, "banzhaf_absolute_bloc")), tolerance)
        << table.place(row);
    table.mark(row, "model");
  }
  table.expect_every_row_accounted();
}

// Two ways to the same number: all coalitions counted, and the closed form.
TEST(PowerIndices, OfABlocAgreeWithTheCountOfAllCoalitions) {
  for (std::int64_t bloc = 1; bloc <= 5; ++bloc) {
    WeightedGame game{5, {bloc}};
    for (std::int64_t single = 0; single < 9 - bloc; ++single) game.weights.push_back(1);
    EXPECT_EQ(shapley_shubik(game).front(), shapley_shubik_of_bloc(9, bloc, 5));
    EXPECT_NEAR(value_of(banzhaf_absolute(game).front()), banzhaf_of_bloc(9, bloc, 5), 1e-12);
  }
}

}  // namespace
}  // namespace thermidor::reference::testing
