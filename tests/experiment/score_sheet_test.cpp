#include "experiment/score_sheet.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "experiment/scratch_folder.hpp"

namespace thermidor::experiment {
namespace {

scenario::Check check_of(const std::string& id, const std::string& kind, const std::string& use) {
  scenario::Check check;
  check.id = check.title = id;
  check.kind = kind;
  check.use = use;
  return check;
}

ScoreSheet::Row row_of(const std::string& id, const std::string& kind, const std::string& use, int held, int failed,
                       int not_judged = 0) {
  return {check_of(id, kind, use), {held, failed, not_judged, {}}};
}

TEST(ScoreSheet, CountsByKindWhatEarnsCredit) {
  ScoreSheet sheet;
  sheet.members = 10;
  sheet.rows = {row_of("P1", "pattern", "validation", 8, 2),
                row_of("P2", "pattern", "calibrated", 10, 0),
                row_of("P3", "pattern", "validation", 1, 9),
                row_of("I1", "incident", "validation", 2, 0, 8),
                row_of("I2", "incident", "validation", 0, 0, 10),
                row_of("S1", "initial", "validation", 10, 0),
                row_of("B1", "band", "input", 10, 0)};
  const std::vector<KindScore> scores = score_by_kind(sheet);
  ASSERT_EQ(scores.size(), 4U);
  EXPECT_EQ(scores[0].kind, "pattern");
  EXPECT_EQ(scores[0].rows, 3);
  EXPECT_EQ(scores[0].credited, 2);
  EXPECT_EQ(scores[0].usual, 1);
  EXPECT_DOUBLE_EQ(scores[0].mean_share, 0.45);
  // Judged only where what must come before happened, and not at all where it never did.
  EXPECT_EQ(scores[1].credited, 2);
  EXPECT_EQ(scores[1].judged, 1);
  EXPECT_DOUBLE_EQ(scores[1].mean_share, 1);
  // Initial states and inputs earn nothing.
  EXPECT_EQ(scores[2].credited, 0);
  EXPECT_EQ(scores[3].credited, 0);
  const std::string page = score_sheet_markdown(sheet, "T");
  EXPECT_NE(page.find("| incident | 2 | 2 | 1 | 1 | 100 % |"), std::string::npos) << page;
}

TEST(ScoreSheet, ListsWhatFiresForOnePersonAlone) {
  ScoreSheet sheet;
  sheet.kinds = {{"attack", 100, 20, "a", 0.2}, {"will", 9, 1, "b", 1}, {"turn", 100, 3, "c", 0.95}, {"stroke", 5, 1, "b", 1}};
  const std::vector<KindSummary> cases = single_cases(sheet);
  ASSERT_EQ(cases.size(), 3U);
  EXPECT_EQ(cases[0].kind, "will");
  EXPECT_EQ(cases[1].kind, "stroke");
  EXPECT_EQ(cases[2].kind, "turn");
}

class ScoreFolder : public testing::ScratchFolder {};

TEST_F(ScoreFolder, ReadsTheTablesOfAnEnsemble) {
  std::ofstream(folder_ / "checks.csv") << "arm,check,kind,use,held,failed,not_judged,q05,q50,q95\n"
                                           "baseline,P1,pattern,validation,3,1,0,1.5,2.5,\n"
                                           "baseline,gone,pattern,validation,3,1,0,,,\n"
                                           "counterfactual,P1,pattern,validation,0,4,0,,,\n";
  std::ofstream(folder_ / "endings.csv") << "id,title,baseline,counterfactual\nO01,One,0.25,0.5\n";
  std::ofstream(folder_ / "single_case.csv") << "arm,kind,fired,persons,foremost,share\nbaseline,will,9,1,lenin,1\n";
  const std::vector<scenario::Check> checks = {check_of("P1", "pattern", "validation")};
  const ScoreSheet sheet = read_score_sheet(folder_.string(), "", checks).value();
  EXPECT_EQ(sheet.arm, "baseline");
  EXPECT_EQ(sheet.members, 4U);
  ASSERT_EQ(sheet.rows.size(), 1U);
  EXPECT_DOUBLE_EQ(sheet.rows[0].share(), 0.75);
  EXPECT_EQ(sheet.rows[0].summary.value.q50, 2.5);
  EXPECT_EQ(sheet.endings[0].shares[0], 0.25);
  EXPECT_EQ(sheet.kinds[0].foremost, "lenin");
  EXPECT_EQ(read_score_sheet(folder_.string(), "counterfactual", checks).value().endings[0].shares[0], 0.5);
  EXPECT_FALSE(read_score_sheet(folder_.string(), "run", checks));
  EXPECT_FALSE(read_score_sheet((folder_ / "none").string(), "", checks));
}

}  // namespace
}  // namespace thermidor::experiment
