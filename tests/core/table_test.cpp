#include "core/table.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <cstdlib>
#include <limits>

#include "core/rng.hpp"

namespace thermidor {
namespace {

Table small_table() {
  return {"small",
          {{"month", "month", std::vector<std::string>{"1921-03", "1921-04"}},
           {"grain", "kg", std::vector<std::int64_t>{5, -6}},
           {"price", "ratio", std::vector<double>{0.1, 1e300}}}};
}

TEST(Table, FindsItsColumnsAndCountsItsRows) {
  const Table table = small_table();
  EXPECT_EQ(table.rows(), 2U);
  ASSERT_NE(table.find("grain"), nullptr);
  EXPECT_EQ(table.find("grain")->unit, "kg");
  EXPECT_EQ(table.find("Grain"), nullptr);
  EXPECT_EQ(Table{}.rows(), 0U);
}

TEST(Csv, HasOneLineOfNamesAndOneLinePerRow) {
  EXPECT_EQ(to_csv(small_table()), "month,grain,price\n1921-03,5,0.1\n1921-04,-6,1e+300\n");
}

TEST(Csv, QuotesCellsThatNeedIt) {
  const Table table{"t", {{"a,b", "text", std::vector<std::string>{"plain", "one, two", "say \"no\"", "two\nlines", ""}}}};
  EXPECT_EQ(to_csv(table), "\"a,b\"\nplain\n\"one, two\"\n\"say \"\"no\"\"\"\n\"two\nlines\"\n\n");
}

TEST(Csv, LeavesEmptyWhatAShortColumnLacks) {
  Table table = small_table();
  std::get<std::vector<double>>(table.columns[2].values).pop_back();
  EXPECT_EQ(to_csv(table), "month,grain,price\n1921-03,5,0.1\n1921-04,-6,\n");
}

TEST(FormatNumber, ReadsBackToTheSameNumber) {
  Random random({3, make_stream("table"), make_month(1921, 3), 0});
  for (int i = 0; i < 20000; ++i) {
    const std::uint64_t high = random.bits();
    const double value = std::bit_cast<double>(high << 32 | random.bits());
    if (value != value) continue;
    ASSERT_EQ(std::strtod(format_number(value).c_str(), nullptr), value);
  }
}

TEST(FormatNumber, IsShortAndSpellsWhatIsNoNumber) {
  EXPECT_EQ(format_number(0.1), "0.1");
  EXPECT_EQ(format_number(3), "3");
  EXPECT_EQ(format_number(-0.0), "-0");
  EXPECT_EQ(format_number(1e22), "1e+22");
  EXPECT_EQ(format_number(std::numeric_limits<double>::quiet_NaN()), "nan");
  EXPECT_EQ(format_number(-std::numeric_limits<double>::quiet_NaN()), "nan");
  EXPECT_EQ(format_number(-std::numeric_limits<double>::infinity()), "-inf");
}

}  // namespace
}  // namespace thermidor
