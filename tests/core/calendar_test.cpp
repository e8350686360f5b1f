#include "core/calendar.hpp"

#include <gtest/gtest.h>

namespace thermidor {
namespace {

TEST(Calendar, MonthsCountOnAcrossYears) {
  const Month december = make_month(1921, 12);
  EXPECT_EQ(december.next(), make_month(1922, 1));
  EXPECT_EQ(december + 13, make_month(1923, 1));
  EXPECT_EQ(make_month(1923, 1) - 13, december);
  EXPECT_EQ(make_month(1929, 12) - make_month(1921, 3), 105);
  EXPECT_EQ(december.year(), 1921);
  EXPECT_EQ(december.month(), 12);
  EXPECT_LT(december, december.next());
}

TEST(Calendar, TheEconomicYearBeginsInOctober) {
  EXPECT_EQ(economic_year(make_month(1926, 9)), 1926);
  EXPECT_EQ(economic_year(make_month(1926, 10)), 1927);
  EXPECT_EQ(economic_year(make_month(1927, 9)), 1927);
}

TEST(Calendar, TheAgriculturalYearBeginsInJuly) {
  EXPECT_EQ(agricultural_year(make_month(1927, 6)), 1927);
  EXPECT_EQ(agricultural_year(make_month(1927, 7)), 1928);
}

TEST(Calendar, MonthsToHarvestRunFromTwelveInJulyToOneInJune) {
  EXPECT_EQ(months_to_harvest(make_month(1927, 7)), 12);
  EXPECT_EQ(months_to_harvest(make_month(1927, 12)), 7);
  EXPECT_EQ(months_to_harvest(make_month(1928, 1)), 6);
  EXPECT_EQ(months_to_harvest(make_month(1928, 6)), 1);
}

TEST(Calendar, ReadsMonthsAndDays) {
  EXPECT_EQ(parse_month("1921-03"), make_month(1921, 3));
  EXPECT_EQ(parse_month("1924-01-21"), make_month(1924, 1));
}

TEST(Calendar, RefusesWhatIsNoMonth) {
  for (const char* text : {"", "1921", "1921-3", "1921-13", "1921-00", "0000-01", "1921/03", "21-03-01", "1921-03-32",
                           "1921-03-00", "1921-03x01", "1921-03-1", "-921-03", "1921-0a", "1921-03-001"}) {
    EXPECT_FALSE(parse_month(text).has_value()) << text;
  }
}

TEST(Calendar, WritesWhatItReads) {
  for (Month m = make_month(1917, 1); m < make_month(1931, 1); m = m.next()) EXPECT_EQ(parse_month(format_month(m)), m);
  EXPECT_EQ(format_month(make_month(1921, 3)), "1921-03");
  EXPECT_EQ(month_title(make_month(1921, 3)), "March 1921");
}

}  // namespace
}  // namespace thermidor
