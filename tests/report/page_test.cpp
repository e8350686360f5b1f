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
  fan.recorded = {{make_month(1922, 6), 17, {}, {}, "recalled", "[1]", ""}};
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
  row.n = 4;
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
  for (const char* what : {"http://", "https://", "<script", "@import", "url(", "<img", "<link"})
    EXPECT_EQ(count(page, what), 0U) << what;
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

TEST(ReportPage, KeepsTheWordRecalledByEveryUncheckedNumber) { EXPECT_GE(count(render_report(small_input()), "recalled"), 2U); }

TEST(ReportCharts, DrawATableBehindEachFan) {
  const std::string chart = fan_chart(rising_fan(), make_month(1922, 1), true);
  EXPECT_EQ(count(chart, "<table>"), 1U);
  EXPECT_EQ(count(chart, "class=\"fork\""), 1U);
  EXPECT_EQ(count(chart, "median"), 4U);  // two paths and two column heads
}

TEST(ReportPage, ShowsAnActInWordsAboveItsLine) {
  ReportInput input = small_input();
  input.question.acts = {{"the tax is cut", "at the congress", "instrument.tax=0@1922-01"}};
  EXPECT_GE(count(render_report(input), "The tax is cut<br>"), 1U);
  EXPECT_GE(count(render_report(input), "<code>instrument.tax=0@1922-01</code>"), 1U);
}

TEST(ReportPage, GroupsChartsUnderHeadingsAndFoldsMinorOnes) {
  ReportInput input = small_input();
  input.fans = {rising_fan(), rising_fan(), rising_fan()};
  input.fans[0].heading = input.fans[2].heading = "Bread";
  input.fans[1].heading = "Party";
  input.fans[2].main = false;
  const std::string page = render_report(input);
  EXPECT_EQ(count(page, "<h3>Bread</h3>"), 1U);
  EXPECT_EQ(count(page, "<summary>1 more</summary>"), 1U);
  EXPECT_LT(page.find("<h3>Bread</h3>"), page.find("<h3>Party</h3>"));
}

TEST(ReportCharts, DrawReadPointsSolidAndRecalledOnesOpen) {
  Fan fan = rising_fan();
  fan.recorded.push_back({make_month(1922, 6), 19, {}, {}, "read", "[2]", "1922"});
  const std::string chart = fan_chart(fan, make_month(1922, 1), true);
  EXPECT_EQ(count(chart, "class=\"rec open\""), 1U);
  EXPECT_EQ(count(chart, "class=\"rec\""), 1U);
  EXPECT_EQ(count(chart, "1922: 19 (read, [2])"), 1U);
}

TEST(ReportCharts, UseALogarithmicScaleWhereValuesExplode) {
  Fan fan = rising_fan();
  EXPECT_EQ(count(fan_chart(fan, Month{}, false), "logarithmic"), 0U);
  for (std::vector<double>* values :
       {&fan.baseline.q05, &fan.baseline.q25, &fan.baseline.q50, &fan.baseline.q75, &fan.baseline.q95}) {
    for (std::size_t i = 0; i < values->size(); ++i) (*values)[i] = i < 12 ? 1 : 1e6;
  }
  fan.recorded.clear();
  EXPECT_EQ(count(fan_chart(fan, Month{}, false), "logarithmic"), 1U);
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
