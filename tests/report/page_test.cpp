#include <gtest/gtest.h>

#include <string>

#include "report/charts.hpp"
#include "report/report.hpp"
#include "report/svg.hpp"

namespace thermidor::report {
namespace {

Fan rising_fan() {
  Fan fan;
  fan.series = "grain";
  fan.title = "grain <harvest>";
  fan.unit = "million tonnes";
  for (int i = 0; i < 24; ++i) {
    fan.months.push_back(make_month(1921, 1) + i);
    for (Band* band : {&fan.baseline, &fan.counterfactual}) {
      band->q05.push_back(i - 2.0);
      band->q25.push_back(i - 1.0);
      band->q50.push_back(i);
      band->q75.push_back(i + 1.0);
      band->q95.push_back(i + 2.0);
    }
  }
  fan.recorded = {{make_month(1922, 6), 17, {}, {}, "recalled", "econ_agriculture"}};
  return fan;
}

ReportInput small_input() {
  ReportInput input;
  input.title = "What if <this>";
  input.start = make_month(1921, 1);
  input.end = make_month(1922, 12);
  input.question.fork = make_month(1922, 1);
  input.runs = input.applicable = 4;
  input.answer = {"One.", "Two.", "Three."};
  input.fans = {rising_fan()};
  OutcomeRow row;
  row.title = "Someone leads";
  row.unit = "share of runs";
  row.baseline = 0.5;
  row.counterfactual = 0.52;
  row.difference = 0.02;
  row.low = -0.1;
  row.high = 0.1;
  input.outcomes = {row};
  return input;
}

std::size_t count(const std::string& text, const std::string& what) {
  std::size_t found = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++found;
  return found;
}

TEST(ReportPage, LoadsNothingFromElsewhere) {
  const std::string page = render_report(small_input());
  for (const char* what : {"http://", "https://", "<script", "@import", "url(", "<img", "<link"}) EXPECT_EQ(count(page, what), 0U) << what;
}

TEST(ReportPage, EscapesTitles) {
  const std::string page = render_report(small_input());
  EXPECT_EQ(count(page, "<this>"), 0U);
  EXPECT_GE(count(page, "What if &lt;this&gt;"), 1U);
  EXPECT_GE(count(page, "Grain &lt;harvest&gt;"), 1U);
}

TEST(ReportPage, SaysNotDistinguishableWhenTheIntervalContainsZero) {
  ReportInput input = small_input();
  EXPECT_GE(count(render_report(input), "not distinguishable"), 1U);
  input.outcomes[0].distinguishable = true;
  EXPECT_EQ(count(render_report(input), "not distinguishable"), 0U);
}

TEST(ReportPage, LeavesOutEmptySections) {
  const std::string page = render_report(small_input());
  EXPECT_EQ(count(page, "id=\"bureau\""), 0U);
  EXPECT_EQ(count(page, "id=\"sources\""), 0U);
  EXPECT_EQ(count(page, "id=\"country\""), 1U);
}

TEST(ReportPage, KeepsTheWordRecalledByEveryUncheckedNumber) {
  EXPECT_GE(count(render_report(small_input()), "recalled"), 2U);
}

TEST(ReportCharts, DrawATableBehindEachFan) {
  const std::string chart = fan_chart(rising_fan(), make_month(1922, 1), true);
  EXPECT_EQ(count(chart, "<table>"), 1U);
  EXPECT_EQ(count(chart, "class=\"fork\""), 1U);
  EXPECT_EQ(count(chart, "median"), 4U);  // two paths and two column heads
}

TEST(ReportCharts, TicksAreRoundAndInside) {
  const std::vector<double> ticks = round_ticks(0.3, 9.7, 4);
  ASSERT_GE(ticks.size(), 3U);
  EXPECT_GE(ticks.front(), 0.3);
  EXPECT_LE(ticks.back(), 9.7 + 1e-9);
  EXPECT_DOUBLE_EQ(ticks[1] - ticks[0], 2.5);
}

TEST(ReportCharts, AHemicycleSeatsEveryVoter) {
  RollCall call;
  for (int i = 0; i < 52; ++i) call.ballots.push_back({"voter", i < 40 ? 1 : -1});
  EXPECT_EQ(count(hemicycle(call), "<circle"), 52U);
}

}  // namespace
}  // namespace thermidor::report
