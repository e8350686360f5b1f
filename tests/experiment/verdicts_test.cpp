#include "experiment/verdicts.hpp"

#include <gtest/gtest.h>

#include "support/shipped_runs.hpp"

namespace thermidor::experiment {
namespace {

// Some expression: what a verdict of these tests measures is given as numbers.
Expression something() { return parse_expression("1").value(); }

scenario::Verdict verdict_of(const std::string& expects, bool against, double margin = 0) {
  scenario::Verdict verdict;
  verdict.id = "v";
  verdict.given = something();
  if (against) verdict.against = something();
  verdict.value = something();
  verdict.unit = "share";
  verdict.expects = expects;
  verdict.margin = margin;
  return verdict;
}

// So many runs that meet the condition, or the other one, with this value: given, against, value.
void add(std::vector<std::vector<double>>& members, int count, bool given, double value) {
  for (int i = 0; i < count; ++i) members.push_back({given ? 1.0 : 0.0, given ? 0.0 : 1.0, value});
}

TEST(Verdicts, OnSharesAreJudgedByWhetherTheirIntervalLiesOnOneSideOfAHalf) {
  std::vector<std::vector<double>> members;
  add(members, 90, true, 1);
  add(members, 10, true, 0);
  add(members, 300, false, 0);
  const VerdictRow usual = judge_runs(verdict_of("usual", false), 0, members);
  EXPECT_EQ(usual.runs, 100);
  EXPECT_NEAR(usual.value, 0.9, 1e-12);
  EXPECT_EQ(usual.judgement, "borne out");
  EXPECT_EQ(judge_runs(verdict_of("rare", false), 0, members).judgement, "contradicted");
  add(members, 80, true, 0);
  EXPECT_EQ(judge_runs(verdict_of("usual", false), 0, members).judgement, "open");
}

TEST(Verdicts, OnGroupsSetThemAgainstOneAnother) {
  std::vector<std::vector<double>> members;
  add(members, 50, true, 0.7);
  add(members, 50, true, 0.9);
  add(members, 50, false, 0.2);
  add(members, 50, false, 0.4);
  const VerdictRow higher = judge_runs(verdict_of("higher", true), 0, members);
  EXPECT_NEAR(higher.value - *higher.against, 0.5, 1e-12);
  EXPECT_EQ(higher.judgement, "borne out");
  EXPECT_EQ(judge_runs(verdict_of("lower", true), 0, members).judgement, "contradicted");
  EXPECT_EQ(judge_runs(verdict_of("same", true, 0.1), 0, members).judgement, "contradicted");
  EXPECT_EQ(judge_runs(verdict_of("same", true, 0.9), 0, members).judgement, "borne out");
  EXPECT_EQ(judge_runs(verdict_of("same", true, 0.5), 0, members).judgement, "open");
}

TEST(Verdicts, OnAFewRunsAreNotGiven) {
  std::vector<std::vector<double>> members;
  add(members, 9, true, 1);
  add(members, 90, false, 0);
  EXPECT_EQ(judge_runs(verdict_of("usual", false), 0, members).judgement, "too few runs");
  EXPECT_EQ(judge_runs(verdict_of("higher", true), 0, members).judgement, "too few runs");
}

TEST(Verdicts, OfTheShippedScenarioAreMeasuredInItsRuns) {
  MembersPlan plan;
  plan.params = &shipped().params;
  plan.roster = &shipped_roster();
  plan.design = MemberDesign(DesignKind::seeds, 12, 7, shipped().calibration);
  plan.setup = small_setup();
  plan.last = shipped().params.scenario.end;
  const SerialExecutor serial;
  const auto rows = run_verdicts(shipped().verdicts, plan, {.executor = &serial});
  ASSERT_TRUE(rows);
  ASSERT_GE(rows->size(), 6U);
  for (const VerdictRow& row : *rows) {
    EXPECT_FALSE(row.verdict.of_question());
    EXPECT_LE(row.runs + row.others, 12) << row.verdict.id;
    EXPECT_GT(row.runs + row.others, 0) << row.verdict.id;
  }
  EXPECT_TRUE(verdicts_csv(*rows).starts_with("verdict,title,who,says,"));
}

}  // namespace
}  // namespace thermidor::experiment
