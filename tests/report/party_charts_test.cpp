#include "report/party_charts.hpp"

#include <gtest/gtest.h>

#include <string>

#include "report/report.hpp"

namespace thermidor::report {
namespace {

std::size_t count(const std::string& text, const std::string& what) {
  std::size_t found = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++found;
  return found;
}

ReportInput two_blocs() {
  ReportInput input;
  input.kind = ReportKind::run;
  input.start = make_month(1924, 1);
  input.end = make_month(1924, 12);
  for (int m = 0; m < 12; ++m) {
    input.baseline_story.standings.push_back({input.start + m, "Ada <A.>", 1, true, 2, 0, 2.0});
    input.baseline_story.standings.push_back({input.start + m, "Ben", 1, true, 2, 0, 1.0});
    input.baseline_story.standings.push_back({input.start + m, "Cyr", 2, false, 2, m < 6 ? 0 : 3, 1.5});
  }
  return input;
}

TEST(PersonColours, GiveABlocTheColourOfItsStrongest) {
  const ReportInput input = two_blocs();
  const PersonColours colours(input);
  EXPECT_EQ(colours.head(input.baseline_story, 1), "Ada <A.>");
  EXPECT_EQ(colours.head(input.baseline_story, 2), "Cyr");
  EXPECT_NE(colours.of("Ada <A.>"), colours.of("Cyr"));
  EXPECT_EQ(colours.of("nobody"), colours.of("nobody else"));
}

TEST(LadderChart, ShowsThePunishedAlone) {
  const ReportInput input = two_blocs();
  const std::string chart = ladder_chart(input.baseline_story, "run", input.start, input.end, Month{});
  EXPECT_EQ(count(chart, "class=\"name\""), 1U);
  EXPECT_EQ(count(chart, "class=\"rung3\""), 1U);
  EXPECT_EQ(ladder_chart({}, "run", input.start, input.end, Month{}), "");
}

TEST(DivisionFigure, DrawsEverySeatAndMarksThePivotalAndTheGenerated) {
  RollCall call;
  call.question = "Line";
  call.votes_for = 31;
  call.votes_against = 30;
  call.carried = true;
  for (int i = 0; i < 61; ++i) call.seats.push_back({"seat " + std::to_string(i), "", i < 31 ? 1 : -1, i % 2 == 0, i < 31});
  const std::string figure = division_figure(call);
  EXPECT_EQ(count(figure, "<circle"), 61U);
  EXPECT_EQ(count(figure, " pivotal\""), 31U);
  EXPECT_EQ(count(figure, " generated"), 31U + 2U);  // and twice in the list of names
  EXPECT_EQ(count(figure, "seat 7<"), 1U);
}

TEST(PatronageChart, SumsProvincesWithoutAColumnOfTheirOwn) {
  PatronageYear year{"1924", {}, {}, {"Ada"}, {}};
  for (std::size_t v = 0; v < 50; ++v) {
    year.provinces.push_back("province " + std::to_string(v));
    year.officials.push_back(10);
    year.cells.push_back({v, 0, 4, v == 0});
  }
  const std::string chart = patronage_chart(year, PersonColours(two_blocs()), "end of 1924");
  EXPECT_EQ(count(chart, "14 smaller"), 1U);
  EXPECT_EQ(count(chart, "56 of 140 officials"), 1U);
  EXPECT_EQ(count(chart, ">200<"), 1U);
}

TEST(PartySections, EscapeNamesAndLeaveOutWhatThereIsNot) {
  const std::string page = render_report(two_blocs());
  EXPECT_EQ(count(page, "Ada <A.>"), 0U);
  EXPECT_EQ(count(page, "id=\"bureau\""), 1U);
  EXPECT_EQ(count(page, "id=\"ladder\""), 1U);
  for (const char* absent : {"id=\"pyramid\"", "id=\"patronage\"", "id=\"divisions\"", "id=\"dossiers\""}) {
    EXPECT_EQ(count(page, absent), 0U) << absent;
  }
}

}  // namespace
}  // namespace thermidor::report
