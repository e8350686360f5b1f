#include "experiment/contrasts.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "experiment/contrasts_json.hpp"
#include "experiment/thread_pool.hpp"
#include "support/shipped_runs.hpp"

namespace thermidor::experiment {
namespace {

constexpr Month kLast = make_month(1921, 8);

scenario::Expectation expects(scenario::Compared compared, std::optional<double> low, std::optional<double> high) {
  scenario::Expectation expectation;
  expectation.compared = compared;
  expectation.low = low;
  expectation.high = high;
  return expectation;
}

scenario::Contrast contrast_of(const std::string& id, const std::string& value, const std::vector<std::string>& acts) {
  scenario::Contrast contrast;
  contrast.id = id;
  contrast.history_until = kLast.next();
  contrast.until = kLast;
  contrast.outcomes.push_back({"value", "Value", "1", parse_expression(value).value(), {}});
  for (const std::string& act : acts) contrast.acts.push_back(act_of(act));
  return contrast;
}

ContrastReport carry_out(std::vector<scenario::Contrast> contrasts, unsigned threads = 1) {
  const ContrastPlan plan{&shipped().params,
                          &shipped_roster(),
                          small_setup(),
                          shipped().chronicle,
                          shipped().params.scenario.end,
                          std::move(contrasts),
                          3,
                          {}};
  const ThreadPool pool(threads);
  return run_contrasts(plan, {.executor = &pool});
}

const char* const kStock = "at(state_grain_stock, 1921-06)";

TEST(Contrasts, JudgeDifferenceRatioAndEachArm) {
  scenario::Contrast contrast = contrast_of("grain.more", kStock, {"shock.grain=2@1921-06"});
  contrast.expectations = {expects(scenario::Compared::difference, 1.0, 2.0), expects(scenario::Compared::ratio, 1.5, {}),
                           expects(scenario::Compared::baseline, {}, 1.9), expects(scenario::Compared::changed, 1.9, {}),
                           expects(scenario::Compared::difference, 2.5, {})};
  contrast.expectations[4].by_median = true;
  const ContrastReport report = carry_out({contrast});
  ASSERT_TRUE(report.finished);
  EXPECT_EQ(report.runs, 6);
  const ContrastResult& result = report.results[0];
  for (std::size_t i = 0; i < 4; ++i) {
    EXPECT_TRUE(result.expectations[i].holds) << i;
    EXPECT_EQ(result.expectations[i].met, 3) << i;
  }
  EXPECT_FALSE(result.expectations[4].holds);
  EXPECT_FALSE(result.holds());
  const OutcomeSpread& spread = result.outcomes[0];
  ASSERT_TRUE(spread.difference.q50 && spread.baseline.q50 && spread.changed.q50);
  EXPECT_GT(*spread.changed.q50, *spread.baseline.q50 + 1);
}

TEST(Contrasts, NoChangeNeitherRisesNorFalls) {
  scenario::Contrast contrast = contrast_of("grain.late", kStock, {"shock.grain=2@1921-07"});
  contrast.expectations = {expects(scenario::Compared::difference, {}, {}), expects(scenario::Compared::ratio, {}, {}),
                           expects(scenario::Compared::difference, 0, 0)};
  contrast.expectations[0].sign = 1;
  contrast.expectations[1].sign = -1;
  const ContrastResult result = carry_out({contrast}).results[0];
  EXPECT_EQ(result.expectations[0].met, 0);
  EXPECT_EQ(result.expectations[1].met, 0);
  EXPECT_TRUE(result.expectations[2].holds) << "before the fork every bit is equal";
}

TEST(Contrasts, WhatNeverHappenedIsJudgedAndWhatWasNotRecordedIsNot) {
  scenario::Contrast never = contrast_of("never", "first(state_grain_stock > 1000, 1921-03..1921-06)", {});
  never.expectations = {expects(scenario::Compared::baseline, 0, {})};
  scenario::Contrast beyond = contrast_of("beyond", "at(state_grain_stock, 1925-01)", {});
  beyond.expectations = never.expectations;
  const ContrastReport report = carry_out({never, beyond});
  EXPECT_EQ(report.results[0].expectations[0].judged, 3);
  EXPECT_EQ(report.results[0].expectations[0].met, 0);
  EXPECT_FALSE(report.results[0].expectations[0].spread.q50);
  EXPECT_EQ(report.results[1].expectations[0].judged, 0);
  EXPECT_FALSE(report.results[1].expectations[0].holds);
}

// Sharing the baseline, the order of the list and threads are no part of the answer.
TEST(Contrasts, AloneAndTogetherGiveTheSame) {
  scenario::Contrast early = contrast_of("early", "at(state_grain_stock, 1921-08)", {"shock.grain=2@1921-05"});
  scenario::Contrast late = contrast_of("late", "at(village_cash, 1921-08)", {"shock.goods=50@1921-07"});
  scenario::Contrast other = contrast_of("other", "at(state_grain_stock, 1921-08)", {"shock.grain=2@1921-05"});
  other.both = {act_of("instrument.gold_sales=0@1921-03")};
  for (scenario::Contrast* contrast : {&early, &late, &other})
    contrast->expectations = {expects(scenario::Compared::difference, 0, {})};
  const ContrastReport together = carry_out({late, early, other}, 2);
  EXPECT_EQ(together.runs, 3 * 5) << "two contrasts share a baseline";
  const std::vector<scenario::Contrast> alone = {late, early, other};
  for (std::size_t i = 0; i < alone.size(); ++i) {
    const ContrastResult single = carry_out({alone[i]}).results[0];
    EXPECT_EQ(single.outcomes[0].difference.q50, together.results[i].outcomes[0].difference.q50) << i;
    EXPECT_EQ(single.outcomes[0].changed.q10, together.results[i].outcomes[0].changed.q10) << i;
  }
}

TEST(Contrasts, PlayToTheLatestMonthThatTheyRead) {
  scenario::Contrast contrast = contrast_of("span", "at(state_grain_stock, 1921-06) - at(state_grain_stock, 1922-01)", {});
  contrast.until = {};
  EXPECT_EQ(last_month(contrast, make_month(1929, 12)), make_month(1922, 1));
  contrast.until = make_month(1923, 1);
  EXPECT_EQ(last_month(contrast, make_month(1929, 12)), make_month(1923, 1));
}

TEST(Contrasts, AreChosenByIdOrByWhatStandsBeforeTheDot) {
  const std::vector<scenario::Contrast> all = {contrast_of("a.one", kStock, {}), contrast_of("a.two", kStock, {}),
                                               contrast_of("ab.one", kStock, {})};
  EXPECT_EQ(choose_contrasts(all, {}).value().size(), 3U);
  EXPECT_EQ(choose_contrasts(all, {"a"}).value().size(), 2U);
  EXPECT_EQ(choose_contrasts(all, {"a.two", "a"}).value().size(), 2U);
  const Result<std::vector<scenario::Contrast>> wrong = choose_contrasts(all, {"a.tow"});
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.diagnostics()[0].suggestion, "a.two");
}

TEST(Contrasts, AreOneObjectForPrograms) {
  scenario::Contrast contrast = contrast_of("grain.more", kStock, {"shock.grain=2@1921-06"});
  contrast.expectations = {expects(scenario::Compared::difference, 1.0, {})};
  const auto json = nlohmann::json::parse(contrasts_json({"engine", "scenario", "0"}, {}, 3, carry_out({contrast})));
  const auto& row = json["contrasts"][0]["expectations"][0];
  EXPECT_EQ(row["met"], 3);
  EXPECT_EQ(row["of"], "difference");
  EXPECT_TRUE(row["high"].is_null());
  EXPECT_TRUE(row["holds"].get<bool>());
  EXPECT_EQ(json["contrasts"][0]["acts"][0]["act"], "shock.grain=2@1921-06");
}

TEST(Arms, EqualPairsOneByOne) {
  const Act first = act_of("shock.grain=2@1921-05");
  const Act second = act_of("shock.goods=50@1921-04");
  const SerialExecutor serial;
  const RunControl control{.executor = &serial};
  const ArmsPlan plan{small_setup(), {}, {{{first}, first.at}, {{second}, second.at}}, kLast};
  const std::optional<Arms> arms = run_arms(shipped().params, plan, control);
  ASSERT_TRUE(arms);
  for (const Act& act : {first, second}) {
    const std::optional<Pair> pair = run_pair(shipped().params, {small_setup(), {}, {act}, act.at, kLast}, control);
    ASSERT_TRUE(pair);
    EXPECT_EQ(arms->baseline.digest, pair->baseline.digest);
    EXPECT_EQ(arms->changed[act.text == first.text ? 0 : 1].digest, pair->counterfactual.digest);
  }
}

}  // namespace
}  // namespace thermidor::experiment
