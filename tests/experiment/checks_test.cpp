#include "experiment/checks.hpp"

#include <gtest/gtest.h>

#include "experiment/run_lookup.hpp"
#include "support/shipped_runs.hpp"

namespace thermidor::experiment {
namespace {

constexpr Month kFirst = make_month(1921, 3);

// A record of three months made by hand: one series rises, two leaders change places.
RunRecord hand_made_record() {
  RunRecord record;
  const auto series = static_cast<std::size_t>(find_series("grain_harvest"));
  for (int m = 0; m < 3; ++m) {
    record.months.push_back(kFirst + m);
    std::vector<double> row(series_list().size(), 0.0);
    row[series] = 10.0 * (m + 1);
    record.values.insert(record.values.end(), row.begin(), row.end());
    const bool later = m == 2;
    record.records.standings.push_back({kFirst + m, make_id<LeaderId>(0), 0, true, 2, 0, later ? 1.0 : 3.0, !later});
    record.records.standings.push_back({kFirst + m, make_id<LeaderId>(1), 0, true, 2, later ? 0 : 2, 2.0, later});
    record.records.standings.push_back({kFirst + m, make_id<LeaderId>(2), 1, false, 0, 5, 9.0});
  }
  record.records.posts.push_back({kFirst + 1, make_id<PostId>(0), make_id<LeaderId>(1), "appointed"});
  record.records.events.push_back({kFirst + 1, "defeat", "A defeats B", make_id<LeaderId>(0), make_id<LeaderId>(1), 1, ""});
  return record;
}

Roster hand_made_roster() {
  Roster roster;
  roster.leaders = {{"a", "A"}, {"b", "B"}, {"c", "C"}};
  roster.posts = {{"chair", "Chair"}};
  roster.first_holders = {make_id<LeaderId>(0)};
  return roster;
}

double value_of(const std::string& text) {
  static const RunRecord record = hand_made_record();
  static const Roster roster = hand_made_roster();
  const Result<Expression> expression = parse_expression(text);
  return expression ? evaluate(expression.value(), RunLookup(record, roster)).value_or(-99) : -98;
}

TEST(RunLookup, ReadsSeriesPlacesPostsAndEvents) {
  EXPECT_EQ(value_of("at(grain_harvest, 1921-04)"), 20);
  EXPECT_EQ(value_of("mean(grain_harvest)"), 20);
  EXPECT_EQ(value_of("leads('a', 1921-03)"), 1);
  EXPECT_EQ(value_of("leads('b')"), 1);
  EXPECT_EQ(value_of("leads('c')"), 0);  // the strongest, but neither ruling nor seated
  EXPECT_EQ(value_of("rung('c')"), 5);
  EXPECT_EQ(value_of("seat('b', 1921-03)"), 2);
  EXPECT_EQ(value_of("holds('chair', 'a', 1921-03)"), 1);
  EXPECT_EQ(value_of("holds('chair', 'a', 1921-04)"), 0);
  EXPECT_EQ(value_of("holds('chair', 'b')"), 1);
  EXPECT_EQ(value_of("events('defeat')"), 1);
  EXPECT_EQ(value_of("events('defeat', 'b')"), 0);
  EXPECT_EQ(value_of("events('defeat', '', 'b')"), 1);
}

scenario::Check check_of(const std::string& value, std::optional<double> low, std::optional<double> high) {
  scenario::Check check;
  check.id = "test";
  check.value = parse_expression(value).value();
  check.low = low;
  check.high = high;
  return check;
}

CheckResult judge(const scenario::Check& check) {
  const RunRecord record = hand_made_record();
  const Roster roster = hand_made_roster();
  return evaluate_check(check, RunLookup(record, roster));
}

TEST(Checks, HoldWithinTheirBandEndsIncluded) {
  EXPECT_EQ(judge(check_of("max(grain_harvest)", 30, 40)).held, true);
  EXPECT_EQ(judge(check_of("max(grain_harvest)", 31, {})).held, false);
  EXPECT_EQ(judge(check_of("max(grain_harvest)", {}, 29)).held, false);
  EXPECT_EQ(judge(check_of("max(grain_harvest)", {}, 30)).held, true);
}

TEST(Checks, AreNotJudgedWhereTheRunDoesNotReach) {
  const CheckResult result = judge(check_of("at(grain_harvest, 1925-01)", 0, 1));
  EXPECT_FALSE(result.held.has_value());
  EXPECT_NE(result.reason.find("not recorded"), std::string::npos);
}

TEST(Checks, AreNotJudgedWhereWhatMustComeBeforeDidNotHappen) {
  scenario::Check check = check_of("max(grain_harvest)", 0, 100);
  check.precondition = parse_expression("events('coup') > 0").value();
  EXPECT_FALSE(judge(check).held.has_value());
  check.precondition = parse_expression("events('defeat') > 0").value();
  EXPECT_EQ(judge(check).held, true);
}

TEST(Checks, ConditionsFailWhereTheyAreFalseAndWhatNeverHappenedFailsItsBand) {
  scenario::Check check;
  check.holds = parse_expression("leads('c')").value();
  EXPECT_EQ(judge(check).held, false);
  const CheckResult never = judge(check_of("date_of('coup')", 1, {}));
  EXPECT_EQ(never.held, false);
  EXPECT_FALSE(never.value.has_value());
}

TEST(Endings, AreReachedOnlyIfTheyHoldAtTheEndAndDatedFromWhenTheyDid) {
  const RunRecord record = hand_made_record();
  const Roster roster = hand_made_roster();
  const std::vector<EndingRule> rules = {{"E1", "B leads", parse_expression("leads('b')").value()},
                                         {"E2", "A leads", parse_expression("leads('a')").value()},
                                         {"E3", "much grain", parse_expression("grain_harvest >= 20").value()}};
  const std::vector<ReachedEnding> reached = reached_endings(record, roster, rules);
  ASSERT_EQ(reached.size(), 2U);
  EXPECT_EQ(reached[0].id, "E1");
  EXPECT_EQ(reached[0].since, kFirst + 2);
  EXPECT_EQ(reached[1].id, "E3");
  EXPECT_EQ(reached[1].since, kFirst + 1);
}

TEST(Scorecard, CountsEveryRunOnceWhateverTheThreads) {
  ScorecardPlan plan;
  plan.params = &shipped().params;
  plan.roster = &shipped_roster();
  plan.setup = small_setup();
  plan.last = make_month(1921, 8);
  plan.checks = {check_of("max(famine_deaths)", 0, {}), check_of("max(famine_deaths)", 1e9, {}),
                 check_of("at(terror, 1925-01)", 0, 1)};
  plan.seeds = 4;
  const SerialExecutor serial;
  const Scorecard card = run_scorecard(plan, {.executor = &serial});
  EXPECT_TRUE(card.finished);
  EXPECT_EQ(card.runs, 4);
  EXPECT_EQ(card.rows[0].held, 4);
  EXPECT_EQ(card.rows[1].failed, 4);
  EXPECT_EQ(card.rows[2].not_judged, 4);
  EXPECT_EQ(card.rows[0].share(), 1.0);
}

}  // namespace
}  // namespace thermidor::experiment
