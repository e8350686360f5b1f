#include "economy/collections.hpp"

#include <gtest/gtest.h>

#include <array>

namespace thermidor::economy {
namespace {

// Collections of two years, month by month from July.
using Year = std::array<std::int64_t, 12>;
struct Heard {
  double season = 0, quarter = 0;
};
Heard heard(const Year& last, const Year& now, int month) {
  TradeState trade;
  trade.collections_last.assign(12, 0);
  trade.collections_before.assign(12, 0);
  Heard result;
  const Year ones = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
  int number = 0;
  for (const Year* year : {&ones, &last, &now}) {
    trade.collections_total = 0;
    for (int i = 0; i < 12; ++i, ++number) {
      const Month at = make_month(1925, 7) + number;
      trade.collections_total += (*year)[static_cast<std::size_t>(i)];
      if (year == &now && at.month() == month) result = {season_behind(trade, at), quarter_behind(trade, at)};
      remember_collections(at, trade);
    }
  }
  return result;
}

// July to June.
const Year kPlain = {0, 200, 200, 200, 200, 100, 50, 50, 0, 0, 0, 0};

TEST(Collections, AlarmNobodyWhereAsMuchComesInAsLastYear) {
  for (int month = 1; month <= 12; ++month) {
    EXPECT_EQ(heard(kPlain, kPlain, month).season, 0) << month;
    EXPECT_EQ(heard(kPlain, kPlain, month).quarter, 0) << month;
  }
}

TEST(Collections, OfAnEmptyAutumnAlarmThoughAugustWasGood) {
  const Year now = {0, 350, 250, 100, 100, 50, 50, 50, 0, 0, 0, 0};
  const Heard december = heard(kPlain, now, 12);
  EXPECT_NEAR(december.season, 0.97 - 850.0 / 900, 1e-12);
  EXPECT_NEAR(december.quarter, 0.97 - 250.0 / 500, 1e-12);
  EXPECT_EQ(heard(kPlain, now, 8).quarter, 0);
}

TEST(Collections, OfAQuarterInWhichLittleIsEverCollectedSayLittle) {
  const Year now = {0, 200, 200, 200, 200, 100, 25, 25, 0, 0, 0, 0};
  // From January to March a year brings a tenth of its grain: half of that missing is two fifths of an alarm.
  EXPECT_NEAR(heard(kPlain, now, 3).quarter, (0.97 - 0.5) * 0.4, 1e-12);
  EXPECT_EQ(heard(kPlain, now, 6).quarter, 0);
}

TEST(Collections, AreComparedWithNothingInTheFirstYear) {
  TradeState trade;
  trade.collections_last.assign(12, 0);
  trade.collections_before.assign(12, 0);
  trade.collections_total = 7;
  EXPECT_EQ(season_behind(trade, make_month(1921, 11)), 0);
  EXPECT_EQ(quarter_behind(trade, make_month(1921, 11)), 0);
}

}  // namespace
}  // namespace thermidor::economy
