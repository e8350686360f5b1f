#include "experiment/study.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "core/digest.hpp"
#include "experiment/csv.hpp"
#include "experiment/journal.hpp"
#include "experiment/study_tables.hpp"
#include "experiment/thread_pool.hpp"
#include "experiment/to_json.hpp"
#include "experiment/wording.hpp"
#include "support/shipped_runs.hpp"

namespace thermidor::experiment {
namespace {

StudyPlan small_plan(bool with_act) {
  StudyPlan plan;
  plan.params = &shipped().params;
  plan.roster = &shipped_roster();
  plan.setup = small_setup(31);
  plan.fork = make_month(1921, 9);
  plan.last = make_month(1922, 2);
  if (with_act) plan.acts = {act_of("instrument.tax_in_kind=0@1921-09")};
  plan.outcomes = {{"hunger", "Dead of hunger in the winter", "million",
                    parse_expression("sum(famine_deaths, 1921-09..1922-02)").value(), 2.0},
                   {"collected",
                    "Grain collected in December",
                    "million tonnes",
                    parse_expression("at(state_grain_collections, 1921-12)").value(),
                    {}}};
  plan.shown = {"famine_deaths", "grain_harvest"};
  plan.runs = 6;
  plan.parameter_runs = 2;
  return plan;
}

std::string json_of(const StudyPlan& plan, const StudyResult& result) {
  StudySummary summary;
  summary.stamp = {"thermidor test", "soviet-1921", "0"};
  summary.question = "T1";
  summary.title = "A test";
  summary.from = "free";
  summary.plan = &plan;
  summary.result = &result;
  summary.answer = answer_sentences(plan, result);
  return study_json(summary);
}

TEST(Study, GivesTheSameBytesWithOneThreadAndWithMany) {
  const StudyPlan plan = small_plan(true);
  const SerialExecutor serial;
  const ThreadPool pool(3);
  const StudyRun once = run_study(plan, {.executor = &serial});
  const StudyRun again = run_study(plan, {.executor = &pool});
  ASSERT_EQ(once.outcome, StudyOutcome::finished);
  EXPECT_EQ(json_of(plan, once.result), json_of(plan, again.result));
  EXPECT_EQ(members_csv(plan, once.result), members_csv(plan, again.result));
  EXPECT_EQ(quantile_series_csv(once.result), quantile_series_csv(again.result));
  EXPECT_EQ(member_series_csv(plan, once.result), member_series_csv(plan, again.result));
}

TEST(Study, AfterACutJournalGivesTheSameBytes) {
  const StudyPlan plan = small_plan(true);
  const SerialExecutor serial;
  const StudyRun whole = run_study(plan, {.executor = &serial});
  const std::string path = (std::filesystem::temp_directory_path() / "thermidor-cut.journal").string();
  remove_journal(path);
  {
    Journal journal;
    ASSERT_EQ(journal.open(path, "key"), "");
    for (const std::size_t member : {2U, 0U}) journal.append(member, encode_member(whole.result.members[member]));
  }
  const StudyRun resumed = run_study(plan, {.executor = &serial, .journal = path, .key = "key"});
  EXPECT_EQ(resumed.result.resumed, 2U);
  EXPECT_EQ(json_of(plan, whole.result), json_of(plan, resumed.result));
  EXPECT_EQ(members_csv(plan, whole.result), members_csv(plan, resumed.result));
  remove_journal(path);
}

TEST(Study, OfNoActFindsNoDifferenceAtAll) {
  const StudyPlan plan = small_plan(false);
  const SerialExecutor serial;
  const StudyRun run = run_study(plan, {.executor = &serial});
  for (const OutcomeResult& outcome : run.result.outcomes) {
    EXPECT_EQ(outcome.comparison.difference, 0);
    EXPECT_EQ(outcome.comparison.low, 0);
    EXPECT_EQ(outcome.comparison.high, 0);
    EXPECT_FALSE(outcome.comparison.distinguishable);
  }
  for (const StudyMember& member : run.result.members) EXPECT_EQ(member.digest_baseline, member.digest_counterfactual);
}

TEST(Study, CountsOnlyMembersToWhichTheQuestionApplies) {
  StudyPlan plan = small_plan(true);
  plan.needed = parse_expression("max(famine_deaths) > 1e9").value();
  const SerialExecutor serial;
  const StudyRun run = run_study(plan, {.executor = &serial});
  EXPECT_EQ(run.result.applicable, 0);
  EXPECT_EQ(run.result.outcomes.front().comparison.n, 0);
  EXPECT_NE(answer_sentences(plan, run.result).front().find("none of the runs"), std::string::npos);
}

TEST(Study, JsonHasWhatProgramsReadAndNoNumberThatIsNone) {
  const StudyPlan plan = small_plan(true);
  const SerialExecutor serial;
  const StudyRun run = run_study(plan, {.executor = &serial});
  const std::string text = json_of(plan, run.result);
  const auto json = nlohmann::json::parse(text);
  for (const char* key : {"schema", "engine", "scenario_digest", "question", "title", "seed", "sample", "outside", "runs",
                          "applicable", "forced", "outcomes", "error", "endings"}) {
    EXPECT_TRUE(json.contains(key)) << key;
  }
  for (const char* key : {"id", "unit", "date", "statistic", "recorded", "baseline", "counterfactual", "difference", "low",
                          "high", "interval", "sign_share", "n"}) {
    EXPECT_TRUE(json["outcomes"][0].contains(key)) << key;
  }
  EXPECT_EQ(json["outcomes"][0]["interval"]["level"], 0.95);
  EXPECT_EQ(json["outcomes"][0]["date"], "1922-02");
  EXPECT_EQ(json["outcomes"][1]["recorded"], nullptr);
  EXPECT_TRUE(json["error"]["monte_carlo"].is_number());
  EXPECT_TRUE(json["error"]["explanations"].is_null());
  EXPECT_TRUE(json["endings"].contains("counterfactual"));
  EXPECT_EQ(text.find("nan"), std::string::npos);
}

TEST(Csv, LeavesEmptyWhatIsNoNumberAndQuotesWhatNeedsIt) {
  CsvText csv("a,b,c,d");
  csv.cell(0.0 / 1).cell(std::numeric_limits<double>::quiet_NaN()).cell("say \"so\", twice").cell(0.1F).end_row();
  EXPECT_EQ(csv.take(), "a,b,c,d\n0,,\"say \"\"so\"\", twice\",0.1\n");
}

TEST(Csv, ReadsBackWhatItWrites) {
  CsvText csv("a,b");
  csv.cell("x, \"y\"\nz").cell("").end_row();
  const std::vector<std::vector<std::string>> rows = {{"a", "b"}, {"x, \"y\"\nz", ""}};
  EXPECT_EQ(parse_csv(csv.take()), rows);
  EXPECT_EQ(parse_csv("a,b\r\n1,2"), (std::vector<std::vector<std::string>>{{"a", "b"}, {"1", "2"}}));
}

TEST(Manifest, RepeatsTheRequestItWasMadeFrom) {
  RunSummary summary;
  const RunRecord record;
  summary.record = &record;
  summary.request.seed = 18446744073709551615ULL;
  summary.request.sample = 250;
  summary.request.history_until = "1925-12";
  summary.acts = {"lever.trade_monopoly=0.5@1923-05"};
  const std::string path = (std::filesystem::temp_directory_path() / "thermidor-manifest.json").string();
  ASSERT_TRUE(write_file(path, run_manifest(summary, "thermidor run", {})));
  const Result<RunRequest> read = read_manifest(path);
  ASSERT_TRUE(read);
  EXPECT_EQ(read.value().seed, summary.request.seed);
  EXPECT_EQ(read.value().sample, 250);
  EXPECT_EQ(read.value().history_until, "1925-12");
  EXPECT_EQ(read.value().acts, summary.acts);
  std::filesystem::remove(path);
  EXPECT_FALSE(read_manifest(path));
}

}  // namespace
}  // namespace thermidor::experiment
