// The files of a results folder as programs read them: names, headers, one row of each kind.
#include "experiment/results_folder.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "experiment/csv.hpp"
#include "experiment/series_display.hpp"
#include "experiment/wording.hpp"
#include "support/shipped_runs.hpp"

namespace thermidor::experiment {
namespace {

using Table = std::vector<std::vector<std::string>>;

std::map<std::string, std::string> by_name(const std::vector<FolderFile>& files) {
  std::map<std::string, std::string> contents;
  for (const FolderFile& file : files) contents[file.name] = file.content;
  return contents;
}

std::string header_of(const std::string& csv) { return csv.substr(0, csv.find('\n')); }

scenario::Question small_question() {
  scenario::Question question;
  question.id = "T1";
  question.title = "No tax in kind";
  question.background = "A test.";
  question.at = make_month(1921, 9);
  question.acts = {act_of("instrument.tax_in_kind=0@1921-09")};
  question.acts[0].title = "the tax is not levied";
  question.outcomes = {
      {"hunger", "Dead of hunger", "million", parse_expression("sum(famine_deaths, 1921-09..1922-02)").value(), 2.0}};
  question.look_at = {"state_grain_stock"};
  return question;
}

struct Study {
  scenario::Question question = small_question();
  StudyPlan plan;
  StudyRun run;
  Pair shown;
  std::vector<EndingRule> endings;
  RecordedHistory history;

  Study() {
    plan.params = &shipped().params;
    plan.roster = &shipped_roster();
    plan.setup = small_setup(31);
    plan.fork = question.at;
    plan.last = make_month(1922, 2);
    plan.acts = question.acts;
    plan.outcomes = question.outcomes;
    plan.shown = shown_series(question);
    plan.runs = 5;
    const SerialExecutor serial;
    run = run_study(plan, {.executor = &serial});
    shown = *run_pair(*plan.params, {plan.setup, plan.baseline, plan.acts, plan.fork, plan.last}, {.executor = &serial});
    history = read_recorded_history(THERMIDOR_SOURCE_DIR "/data", make_month(1921, 3), plan.last);
  }

  std::map<std::string, std::string> files(bool members) const {
    StudySummary summary;
    summary.stamp = {"thermidor test", "soviet-1921", "0"};
    summary.question = question.id;
    summary.title = question.title;
    summary.plan = &plan;
    summary.result = &run.result;
    summary.answer = answer_sentences(plan, run.result);
    const ReportContext context{&shipped().params.scenario, &shipped_roster(), &shipped().checks,    &endings, &history,
                                &shipped().chronicle,       &question.acts,    "thermidor whatif T1"};
    return by_name(study_files(summary, question, shown, plan.setup.seed, context, members));
  }
};

const Study& study() {
  static const Study once;
  return once;
}

TEST(StudyFolder, HoldsTheFilesOfTheContract) {
  const auto files = study().files(false);
  for (const char* name :
       {"manifest.json", "series.csv", "series-wide.csv", "events.csv", "votes.csv", "posts.csv", "report.html"}) {
    EXPECT_TRUE(files.contains(name)) << name;
  }
  EXPECT_FALSE(files.contains("fans.csv"));
}

TEST(StudyFolder, GivesQuantilesOfBothArmsByDefault) {
  const auto files = study().files(false);
  EXPECT_EQ(header_of(files.at("series.csv")), "arm,quantile,date,series,unit,value");
  const Table rows = parse_csv(files.at("series.csv"));
  std::set<std::string> arms, quantiles, series;
  for (std::size_t r = 1; r < rows.size(); ++r) {
    arms.insert(rows[r][0]);
    quantiles.insert(rows[r][1]);
    series.insert(rows[r][3]);
  }
  EXPECT_EQ(arms, (std::set<std::string>{"baseline", "counterfactual"}));
  EXPECT_EQ(quantiles, (std::set<std::string>{"q05", "q25", "q50", "q75", "q95"}));
  EXPECT_EQ(series.size(), study().plan.shown.size());
  EXPECT_TRUE(series.contains("famine_deaths") && series.contains("state_grain_stock"));
  EXPECT_EQ(rows.size() - 1, 2 * 5 * 12 * series.size());
}

TEST(StudyFolder, GivesEveryMemberOnRequest) {
  const auto files = study().files(true);
  EXPECT_EQ(header_of(files.at("series.csv")), "arm,member,date,series,unit,value");
  EXPECT_EQ(header_of(files.at("series-wide.csv")).substr(0, 16), "arm,member,date,");
  EXPECT_EQ(parse_csv(files.at("series.csv")).size() - 1, 2 * 5 * 12 * study().plan.shown.size());
  EXPECT_EQ(parse_csv(files.at("series-wide.csv")).size() - 1, 2U * 5 * 12);
}

TEST(StudyFolder, SaysTheSameLongAndWide) {
  for (const bool members : {false, true}) {
    const auto files = study().files(members);
    const Table wide = parse_csv(files.at("series-wide.csv"));
    EXPECT_EQ(wide[0].size(), 3 + study().plan.shown.size());
    std::map<std::string, std::string> long_values;
    for (const auto& row : parse_csv(files.at("series.csv"))) long_values[row[0] + row[1] + row[2] + row[3]] = row[5];
    for (std::size_t r = 1; r < wide.size(); ++r) {
      for (std::size_t c = 3; c < wide[0].size(); ++c) {
        EXPECT_EQ(long_values.at(wide[r][0] + wide[r][1] + wide[r][2] + wide[0][c]), wide[r][c]);
      }
    }
  }
}

TEST(StudyFolder, GivesTheMedianOfItsMembers) {
  Table members = parse_csv(study().files(true).at("series.csv"));
  std::vector<double> values;
  for (const auto& row : members) {
    if (row[0] == "counterfactual" && row[2] == "1922-01" && row[3] == "famine_deaths") values.push_back(std::stod(row[5]));
  }
  ASSERT_EQ(values.size(), 5U);
  std::sort(values.begin(), values.end());
  for (const auto& row : parse_csv(study().files(false).at("series.csv"))) {
    if (row[0] == "counterfactual" && row[1] == "q50" && row[2] == "1922-01" && row[3] == "famine_deaths") {
      EXPECT_NEAR(std::stod(row[5]), values[2], 1e-6);
    }
  }
}

TEST(StudyFolder, LeavesOutMembersToWhichTheQuestionDoesNotApply) {
  Study some = study();
  some.run.result.members[1].applicable = false;
  EXPECT_EQ(parse_csv(some.files(true).at("series-wide.csv")).size() - 1, 2U * 4 * 12);
}

TEST(StudyFolder, ReportShowsWordsNotIds) {
  const std::string page = study().files(false).at("report.html");
  for (const char* part :
       {"The tax is not levied", "<code>instrument.tax_in_kind=0@1921-09</code>", "<li>Grain in state hands</li>",
        "<h3>Bread</h3>", "<h3>Prices and money</h3>", "<h3>Posts and power</h3>", "1913 = 100"}) {
    EXPECT_NE(page.find(part), std::string::npos) << part;
  }
  EXPECT_EQ(page.find("1913=100"), std::string::npos);
  EXPECT_EQ(page.find("<li>state_grain_stock</li>"), std::string::npos);
}

TEST(StudyFolder, ReportNamesTheSourceAndStatusOfEveryRecordedPoint) {
  const std::string page = study().files(false).at("report.html");
  const std::string sources = page.substr(page.find("<section id=\"sources\">"));
  int drawn = 0;
  for (const RecordedValue& value : study().history.values) {
    const auto& shown = study().plan.shown;
    if (std::find(shown.begin(), shown.end(), value.series) == shown.end()) continue;
    ++drawn;
    EXPECT_NE(sources.find(value.table + ": " + value.variable), std::string::npos) << value.variable;
  }
  EXPECT_GT(drawn, 5);
  EXPECT_NE(page.find("class=\"rec open\""), std::string::npos);
  EXPECT_NE(page.find("class=\"rec\""), std::string::npos);
}

TEST(StudyFolder, ReportSaysWhereRecordedHistoryIsMissing) {
  Study bare = study();
  bare.history = read_recorded_history("", make_month(1921, 3), bare.plan.last);
  EXPECT_NE(bare.files(false).at("report.html").find("without recorded history"), std::string::npos);
}

TEST(RunFolder, HasTheHeadersOfTheContract) {
  const RunState state = play(small_setup(), {}, make_month(1921, 8));
  RunSummary summary;
  summary.record = &state.record;
  const std::vector<EndingRule> endings;
  const RecordedHistory history;
  const ReportContext context{&shipped().params.scenario, &shipped_roster(), &shipped().checks, &endings, &history,
                              &shipped().chronicle,       nullptr,           "thermidor run"};
  const auto files = by_name(run_files(summary, context));
  const std::map<std::string, std::string> headers = {
      {"series.csv", "arm,member,date,series,unit,value"},
      {"events.csv", "arm,member,date,kind,title,actor,target,weight,claims"},
      {"votes.csv", "arm,member,vote,date,organ,question,proposer,for,against,abstained,carried,forced"},
      {"posts.csv", "arm,member,date,post,post_title,holder,holder_title,reason"}};
  for (const auto& [name, header] : headers) EXPECT_EQ(header_of(files.at(name)), header) << name;
  const Table wide = parse_csv(files.at("series-wide.csv"));
  EXPECT_EQ(wide[0].size(), 3 + series_list().size());
  EXPECT_EQ(wide.size() - 1, 6U);
  EXPECT_EQ(wide[1][0], "run");
}

TEST(SeriesDisplay, ListsOnlySeriesOfTheModelAndEachOnce) {
  std::set<std::string_view> seen;
  for (const SeriesDisplay& row : series_display()) {
    EXPECT_GE(find_series(row.series), 0) << row.series;
    EXPECT_TRUE(seen.insert(row.series).second) << row.series;
  }
}

TEST(SeriesDisplay, HasATitleWithoutUnderscoresForEverySeries) {
  for (const SeriesInfo& info : series_list()) {
    const std::string title = series_title(info.name);
    EXPECT_EQ(title.find('_'), std::string::npos) << title;
    EXPECT_FALSE(title[0] >= 'a' && title[0] <= 'z') << title;
  }
}

OutcomeResult outcome_with(double baseline, double counterfactual, bool distinguishable) {
  OutcomeResult outcome;
  outcome.plan.title = "A leads";
  outcome.holds_or_not = true;
  outcome.comparison.n = 20;
  outcome.comparison.baseline = baseline;
  outcome.comparison.counterfactual = counterfactual;
  outcome.comparison.difference = counterfactual - baseline;
  outcome.comparison.distinguishable = distinguishable;
  return outcome;
}

TEST(Answer, SaysFirstWhetherTheChangeMatters) {
  StudyPlan plan;
  plan.runs = 20;
  StudyResult result;
  result.applicable = 19;
  result.outcomes = {outcome_with(0.5, 0.75, true), outcome_with(0.2, 0.2004, false)};
  std::vector<std::string> answer = answer_sentences(plan, result);
  ASSERT_EQ(answer.size(), 3U);
  EXPECT_TRUE(
      answer[0].starts_with("The change makes a difference: “A leads” holds in 75 % of runs with the change and in 50 %"));
  EXPECT_EQ(answer[1], "The other outcome shows no difference that can be told from chance.");
  EXPECT_EQ(answer[2], "The question applies to 19 of 20 pairs of runs.");
  result.outcomes[0].comparison.distinguishable = false;
  EXPECT_TRUE(answer_sentences(plan, result)[0].starts_with("No difference that can be told from chance"));
}

TEST(Answer, CountsOtherOutcomesInWords) {
  StudyPlan plan;
  StudyResult result;
  result.applicable = 20;
  result.outcomes = {outcome_with(0.5, 0.5, false), outcome_with(0.2, 0.6, true), outcome_with(0.2, 0.2, false)};
  EXPECT_TRUE(
      answer_sentences(plan, result)[1].starts_with("Of the 2 other outcomes one differs by more than chance: “A leads”"));
  result.outcomes[1].comparison.distinguishable = false;
  EXPECT_EQ(answer_sentences(plan, result)[1], "None of the 2 other outcomes differs by more than chance.");
}

TEST(Wording, DoesNotRoundASmallChanceToNone) {
  EXPECT_EQ(readable_share(0.0004), "under 0.1 %");
  EXPECT_EQ(readable_share(0), "0 %");
  EXPECT_EQ(readable_share(0.0125), "1 %");
}

// The first sentence of an answer to one outcome.
std::string first_sentence(const OutcomeResult& outcome, const std::vector<StudyMember>& members = {}) {
  StudyPlan plan;
  plan.runs = 20;
  StudyResult result;
  result.applicable = 20;
  result.outcomes = {outcome};
  result.members = members;
  return answer_sentences(plan, result)[0];
}

TEST(Answer, SaysWhereOnlyChanceIsRuledOut) {
  OutcomeResult outcome = outcome_with(0.5, 0.75, true);
  outcome.comparison.standard_error = 0.05;
  EXPECT_EQ(first_sentence(outcome).find("varies"), std::string::npos);
  outcome.error_parameters = 0.4;
  EXPECT_FALSE(settled(outcome));
  EXPECT_NE(first_sentence(outcome).find("varies by ±40.3 points (one standard deviation): whether it rises"),
            std::string::npos);
  outcome.error_parameters = 0.11;
  EXPECT_TRUE(settled(outcome));
  EXPECT_NE(first_sentence(outcome).find("varies by ±12.1 points (one standard deviation)."), std::string::npos);
}

TEST(Answer, SaysWhereBothRunsOfEveryPairAreTheSame) {
  StudyMember member;
  member.applicable = true;
  member.digest_baseline = member.digest_counterfactual = 7;
  const OutcomeResult same = outcome_with(0.5, 0.5, false);
  EXPECT_TRUE(first_sentence(same, {member}).starts_with("The change changes nothing"));
  member.digest_counterfactual = 8;
  EXPECT_FALSE(first_sentence(same, {member}).starts_with("The change changes nothing"));
}

}  // namespace
}  // namespace thermidor::experiment
