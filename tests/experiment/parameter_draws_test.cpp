#include "experiment/parameter_draws.hpp"

#include <gtest/gtest.h>

#include <set>

#include "core/compare.hpp"
#include "core/digest.hpp"
#include "experiment/checks.hpp"
#include "experiment/study.hpp"
#include "model/parameter_paths.hpp"
#include "support/shipped_runs.hpp"

namespace thermidor::experiment {
namespace {

const std::vector<std::string> kPaths = {"farms.sale.keep", "economy.money.price_speed"};

ParameterDraws draws_of(std::vector<std::vector<double>> rows) {
  ParameterDraws draws;
  draws.posterior.parameters = kPaths;
  draws.posterior.draws = std::move(rows);
  return draws;
}

std::vector<double> stored_values() {
  return {*get_number(shipped().params, kPaths[0]), *get_number(shipped().params, kPaths[1])};
}

TEST(ParameterDraws, AreTheStoredConstantsWhereNothingIsDrawn) {
  EXPECT_FALSE(ParameterDraws{}.of_member(shipped().params, 7).has_value());
}

TEST(ParameterDraws, APosteriorOfStoredValuesChangesNothing) {
  const ParameterDraws draws = draws_of({stored_values(), stored_values()});
  for (const std::uint64_t seed : {7U, 8U, 9U}) {
    const std::optional<Params> own = draws.of_member(shipped().params, seed);
    ASSERT_TRUE(own);
    EXPECT_EQ(first_difference(*own, shipped().params), "");
  }
}

TEST(ParameterDraws, DependOnTheSeedAloneAndTakeEveryRow) {
  const ParameterDraws draws = draws_of({{0.3, 0.6}, {0.5, 0.9}, {0.7, 1.1}});
  std::set<double> seen;
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    const Params own = draws.of_member(shipped().params, seed).value_or(Params{});
    EXPECT_EQ(digest_of(own), digest_of(*draws.of_member(shipped().params, seed)));
    const double keep = *get_number(own, kPaths[0]);
    seen.insert(keep);
    // Values of one row stay together.
    EXPECT_EQ(*get_number(own, kPaths[1]), keep == 0.3 ? 0.6 : keep == 0.5 ? 0.9 : 1.1);
  }
  EXPECT_EQ(seen, (std::set<double>{0.3, 0.5, 0.7}));
}

TEST(ParameterDraws, MoveTheRunsOfAnEnsemble) {
  ScorecardPlan plan;
  plan.params = &shipped().params;
  plan.roster = &shipped_roster();
  plan.setup = small_setup();
  plan.last = make_month(1921, 12);
  scenario::Check check;
  check.id = "money";
  check.value = parse_expression("at(price_index_general, 1921-12)").value();
  check.low = 0;
  plan.checks = {check};
  plan.seeds = 3;
  const SerialExecutor serial;
  const std::optional<double> stored = run_scorecard(plan, {.executor = &serial}).rows[0].q50;
  plan.draws = draws_of({stored_values()});
  EXPECT_EQ(run_scorecard(plan, {.executor = &serial}).rows[0].q50, stored);
  plan.draws = draws_of({{0.6, 1.2}});
  EXPECT_NE(run_scorecard(plan, {.executor = &serial}).rows[0].q50, stored);
}

TEST(ParameterDraws, MoveOnlyThosePairsOfAStudyThatServeTheError) {
  StudyPlan plan;
  plan.params = &shipped().params;
  plan.roster = &shipped_roster();
  plan.setup = small_setup(31);
  plan.fork = make_month(1921, 6);
  plan.last = make_month(1921, 9);
  plan.acts = {act_of("instrument.tax_in_kind=0@1921-06")};
  plan.outcomes = {{"grain", "Grain collected", "million tonnes", parse_expression("at(grain_harvest, 1921-09)").value(), {}}};
  plan.runs = 2;
  plan.parameter_runs = 2;
  const SerialExecutor serial;
  const StudyResult given = run_study(plan, {.executor = &serial}).result;
  plan.parameter_draws = draws_of({stored_values()});
  EXPECT_EQ(run_study(plan, {.executor = &serial}).result.digest, given.digest);
  plan.parameter_draws = draws_of({{0.8, 1.2}});
  const StudyResult drawn = run_study(plan, {.executor = &serial}).result;
  EXPECT_NE(drawn.digest, given.digest);
  for (std::size_t i = 0; i < given.members.size(); ++i)
    EXPECT_EQ(drawn.members[i].digest_baseline, given.members[i].digest_baseline);
  plan.draws = draws_of({{0.8, 1.2}});
  EXPECT_NE(run_study(plan, {.executor = &serial}).result.members[0].digest_baseline, given.members[0].digest_baseline);
}

TEST(Jitter, KeepsEveryConstantWithinItsBoundsAndLeavesTablesAlone) {
  Params jittered = shipped().params;
  jitter_constants(jittered, 0.5, 11);
  const std::vector<NumberField> before = list_numbers(shipped().params);
  const std::vector<NumberField> after = list_numbers(jittered);
  ASSERT_EQ(before.size(), after.size());
  int changed = 0;
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (before[i].value == after[i].value) continue;
    ++changed;
    EXPECT_GE(after[i].value, after[i].low) << after[i].path;
    EXPECT_LE(after[i].value, after[i].high) << after[i].path;
    EXPECT_TRUE(after[i].path.starts_with("farms.") || after[i].path.starts_with("economy.")) << after[i].path;
    EXPECT_FALSE(after[i].path.starts_with("economy.regions.")) << after[i].path;
  }
  EXPECT_GT(changed, 200);
}

TEST(Jitter, DrawsForEveryConstantByItself) {
  Params first = shipped().params;
  Params second = shipped().params;
  jitter_constants(first, 0.03, 1);
  jitter_constants(second, 0.03, 2);
  const double keep = *get_number(shipped().params, kPaths[0]);
  EXPECT_NE(first.farms.sale.keep, second.farms.sale.keep);
  EXPECT_NE(first.farms.sale.keep / keep, first.farms.sale.response / shipped().params.farms.sale.response);
  EXPECT_NEAR(first.farms.sale.keep / keep, 1, 0.15);
}

}  // namespace
}  // namespace thermidor::experiment
