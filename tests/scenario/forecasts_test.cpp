#include "scenario/forecasts.hpp"

#include <gtest/gtest.h>

#include "names_for_tests.hpp"
#include "scenario/questions.hpp"

namespace thermidor::scenario {
namespace {

const char* const kTable = R"toml([[side]]
id = "hasty"
title = "Hasty"
when = 'view.tempo > 0.5'
[[forecast]]
id = "bread"
title = "Bread runs short within two years"
essay = "L65.5, L65.8"
by = 'view.seat == 2'
chance = '0 - view.bread'
comes_true = 'min(bread_cover) < 1'
months = 24
source = "assumed"
)toml";

ForecastTable read(const std::string& text, Diagnostics& faults) {
  Result<Document> document = parse_document(text, "forecasts.toml");
  EXPECT_TRUE(document) << text;
  return read_forecasts(document.value(), make_vocabulary(small_names()), make_month(1921, 3), faults);
}

// The same with one piece of text in place of another.
Diagnostics faults_of(const std::string& piece, const std::string& by) {
  std::string text = kTable;
  const std::size_t at = text.find(piece);
  EXPECT_NE(at, std::string::npos) << piece;
  text.replace(at, piece.size(), by);
  Diagnostics faults;
  read(text, faults);
  return faults;
}

TEST(Forecasts, AreReadWithTheirTermsAndBeginAYearAfterTheStart) {
  Diagnostics faults;
  const ForecastTable table = read(kTable, faults);
  EXPECT_TRUE(faults.empty());
  ASSERT_EQ(table.sides.size(), 1U);
  ASSERT_EQ(table.forecasts.size(), 1U);
  EXPECT_EQ(table.forecasts[0].months, 24);
  EXPECT_EQ(table.forecasts[0].every, 12);
  EXPECT_EQ(table.forecasts[0].first, make_month(1922, 3));
}

TEST(Forecasts, OfViewsThatNobodyHasAreRefusedWithTheNearestName) {
  const Diagnostics faults = faults_of("view.bread", "view.bred");
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_EQ(faults[0].line, 10);
  EXPECT_EQ(faults[0].suggestion, "view.bread");
}

TEST(Forecasts, OfNobodyOrWithoutATermOfWholeMonthsAreRefused) {
  ASSERT_EQ(faults_of("by = 'view.seat == 2'", "note = \"n\"").size(), 1U);
  EXPECT_EQ(faults_of("by = 'view.seat == 2'", "voice = \"The market\"").size(), 0U);
  ASSERT_EQ(faults_of("months = 24", "months = 0").size(), 1U);
  ASSERT_EQ(faults_of("months = 24", "months = 1.5").size(), 1U);
  ASSERT_EQ(faults_of("essay = \"L65.5, L65.8\"", "essay = \"page 65\"").size(), 1U);
}

}  // namespace
}  // namespace thermidor::scenario
