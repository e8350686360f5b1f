#include "experiment/forecasts.hpp"

#include <gtest/gtest.h>

#include "support/shipped_runs.hpp"

namespace thermidor::experiment {
namespace {

Expression expression(const std::string& text) {
  Vocabulary vocabulary = shipped().vocabulary;
  for (const scenario::ViewInfo& view : scenario::kViews) vocabulary.series.emplace_back(view.name);
  Result<Expression> parsed = parse_expression(text, vocabulary);
  EXPECT_TRUE(parsed) << text;
  return parsed ? std::move(parsed).value() : Expression{};
}

scenario::Forecast forecast_of(const std::string& chance, const std::string& comes_true, const std::string& by = {}) {
  scenario::Forecast forecast;
  forecast.id = "f";
  forecast.title = "F";
  forecast.voice = by.empty() ? "somebody" : "";
  if (!by.empty()) forecast.by = expression(by);
  forecast.chance = expression(chance);
  forecast.comes_true = expression(comes_true);
  forecast.first = make_month(1921, 6);
  return forecast;
}

struct Watched {
  RunState state;
  ForecastViews views;
};

Watched watch(Month last) {
  Watched watched{start_run(shipped().params, small_setup()), {}};
  const SerialExecutor serial;
  RunControl control{.executor = &serial};
  control.watch = [&](const World& world, Month month) { watched.views.note(shipped().params, world, month); };
  continue_run(shipped().params, {}, last, control, watched.state);
  return watched;
}

Ledger ledger_of(const Watched& watched, const scenario::Forecast& forecast) {
  return write_ledger({{}, {forecast}}, watched.state.record, watched.views, shipped_roster());
}

TEST(Forecasts, ChangeNothingInTheRunTheyAreReadFrom) {
  const Month last = make_month(1922, 12);
  EXPECT_EQ(watch(last).state.record.digest, play(small_setup(), {}, last).record.digest);
}

// The lever is known by its name in the run; a term sees its own months and no others.
TEST(Forecasts, AreJudgedOnTheMonthsOfTheirTermAlone) {
  const Watched watched = watch(make_month(1923, 12));
  const Ledger always = ledger_of(watched, forecast_of("0.25", "min(population) > 0"));
  ASSERT_EQ(always.statements.size(), 2U);  // June 1921 and 1922; a year later the term would end after the run
  EXPECT_EQ(always.statements[1].made, make_month(1922, 6));
  EXPECT_EQ(always.statements[0].chance, 0.25);
  EXPECT_TRUE(always.statements[0].came_true);
  const Ledger before = ledger_of(watched, forecast_of("0.25", "at(population, 1921-06) > 0"));
  EXPECT_TRUE(before.statements.empty());
  EXPECT_EQ(before.not_judged, 2);
  const Ledger long_after = ledger_of(watched, forecast_of("at(population, 1923-06)", "population > 0"));
  EXPECT_EQ(long_after.not_judged, 2);
}

TEST(Forecasts, OfLeadersAreMadeByThoseWhoMeetTheConditionAndDifferByTheirViews) {
  const Watched watched = watch(make_month(1922, 7));
  const Ledger ledger = ledger_of(watched, forecast_of("(1 + view.world) / 2", "view.rules == 1", "view.seat == 2"));
  ASSERT_GE(ledger.statements.size(), 4U);
  double least = 1;
  double most = 0;
  for (const Statement& statement : ledger.statements) {
    const LeaderId who = make_id<LeaderId>(statement.leader);
    const RunLookup run(watched.state.record, shipped_roster());
    EXPECT_EQ(run.leader(LeaderFact::seat, shipped_roster().id(who), statement.made), 2.0);
    least = std::min(least, statement.chance);
    most = std::max(most, statement.chance);
  }
  EXPECT_LT(least, most);
}

TEST(Forecasts, OfPowerAreThoseThatBargainersReckonWith) {
  const Watched watched = watch(make_month(1921, 12));
  double all = 0;
  std::size_t bargainers = 0;
  for (std::size_t leader = 0; leader < watched.views.leaders(); ++leader) {
    const std::optional<double> first = watched.views.value(6, leader, make_month(1921, 12));
    const std::optional<double> power = watched.views.value(5, leader, make_month(1921, 12));
    if (!first || !power) continue;
    ++bargainers;
    EXPECT_LE(*first, *power + 1e-12);
    all += *first;
  }
  EXPECT_STREQ(scenario::kViews[5].name, "view.power");
  EXPECT_STREQ(scenario::kViews[6].name, "view.first");
  EXPECT_GE(bargainers, 3U);
  EXPECT_GT(all, 0.2);
}

Ledger said(std::uint64_t seed, double chance, bool came) {
  return {seed, {}, {{0, 1, kNoLeader, make_month(1922, 1), chance, came}}, 0};
}

// Three runs: said .9 and came, .6 and came, .2 and did not. Brier: (.01 + .16 + .04) / 3. Base rates of the others: 1/2,
// 1/2, 1.
TEST(ForecastScores, AreMeanSquaredErrorsBesideTheBaseRateOfTheOtherRuns) {
  scenario::ForecastTable table{{{"s", "S", {}}}, {forecast_of("0.5", "population > 0")}};
  const ForecastScores scores =
      score_ledgers(table, shipped_roster(), {said(1, 0.9, true), said(2, 0.6, true), said(3, 0.2, false)});
  ASSERT_EQ(scores.forecasts.size(), 1U);
  const ForecastScore& score = scores.forecasts[0];
  EXPECT_EQ(score.statements, 3);
  EXPECT_NEAR(score.brier, 0.07, 1e-12);
  EXPECT_NEAR(score.came_true, 2.0 / 3, 1e-12);
  ASSERT_TRUE(score.base && score.better);
  EXPECT_NEAR(*score.base, (0.25 + 0.25 + 1) / 3, 1e-12);
  EXPECT_NEAR((score.better->low + score.better->high) / 2, 0.43, 1e-12);
  // A voice has no side.
  EXPECT_EQ(scores.sides[0].statements, 0);
}

TEST(ForecastScores, OfOneRunHaveNoBaseRate) {
  scenario::ForecastTable table{{}, {forecast_of("0.5", "population > 0")}};
  Ledger alone = said(1, 0.5, true);
  alone.statements[0].side = 0;
  const ForecastScores scores = score_ledgers(table, shipped_roster(), {alone});
  EXPECT_FALSE(scores.forecasts[0].base);
  EXPECT_FALSE(scores.forecasts[0].better);
}

TEST(ForecastScores, OfAnEnsembleDoNotDependOnWhoPlaysIt) {
  MembersPlan plan;
  plan.params = &shipped().params;
  plan.roster = &shipped_roster();
  plan.design = MemberDesign(DesignKind::seeds, 3, 7, shipped().calibration);
  plan.setup = small_setup();
  plan.last = make_month(1925, 12);
  const SerialExecutor serial;
  const ForecastScores scores = run_forecasts(shipped().forecasts, plan, {.executor = &serial});
  ASSERT_TRUE(scores.finished);
  EXPECT_EQ(scores.faulted, 0);
  ASSERT_EQ(scores.ledgers.size(), 3U);
  EXPECT_EQ(scores.ledgers[2].seed, 9U);
  Watched third{start_run(shipped().params, small_setup(9)), {}};
  RunControl control{.executor = &serial};
  control.watch = [&](const World& world, Month month) { third.views.note(shipped().params, world, month); };
  continue_run(shipped().params, {}, plan.last, control, third.state);
  const Ledger own = write_ledger(shipped().forecasts, third.state.record, third.views, shipped_roster());
  ASSERT_EQ(own.statements.size(), scores.ledgers[2].statements.size());
  for (std::size_t i = 0; i < own.statements.size(); ++i)
    EXPECT_EQ(own.statements[i].chance, scores.ledgers[2].statements[i].chance);
  EXPECT_TRUE(ledger_csv(scores, shipped().forecasts, shipped_roster()).starts_with("seed,made,judged,forecast,"));
}

}  // namespace
}  // namespace thermidor::experiment
