#include "experiment/attribution.hpp"

#include <gtest/gtest.h>

#include <numeric>

#include "support/shipped_runs.hpp"

namespace thermidor::experiment {
namespace {

scenario::Outcome outcome_of(const char* id, const char* text) {
  Result<Expression> value = parse_expression(text);
  EXPECT_TRUE(value) << text;
  return {id, id, "share", value ? std::move(value).value() : Expression{}, {}};
}

AttributionPlan small_plan(int permutations) {
  AttributionPlan plan;
  plan.params = &shipped().params;
  plan.roster = &shipped_roster();
  plan.setup = small_setup();
  plan.last = make_month(1922, 12);
  plan.switches = switches_below(shipped().params, "party.explanations.");
  plan.outcomes = {outcome_of("debate", "mean(debate_freedom, 1922)"), outcome_of("grain", "max(grain_harvest, 1922)")};
  plan.permutations = permutations;
  return plan;
}

TEST(Attribution, KnowsElevenExplanations) {
  const std::vector<Switch> switches = switches_below(shipped().params, "party.explanations.");
  ASSERT_EQ(switches.size(), 11U);
  for (const Switch& row : switches) EXPECT_EQ(row.off, 0) << row.path;
}

TEST(Attribution, OfARunAddsUpToTheDifferenceOfAllAndNone) {
  const SerialExecutor serial;
  const Attribution attribution = run_attribution(small_plan(3), {.executor = &serial});
  ASSERT_TRUE(attribution.finished);
  EXPECT_EQ(attribution.faulted, 0);
  ASSERT_EQ(attribution.outcomes.size(), 2U);
  for (const AttributedOutcome& outcome : attribution.outcomes) {
    EXPECT_EQ(outcome.measured, 3);
    double sum = 0;
    for (const Contribution& part : outcome.contributions) sum += part.mean;
    EXPECT_NEAR(sum, outcome.all_on - outcome.all_off, 1e-9) << outcome.plan.id;
  }
  EXPECT_NE(attribution.outcomes[0].all_on, attribution.outcomes[0].all_off);
  EXPECT_TRUE(attribution_csv(attribution).starts_with("outcome,all_on,all_off,switch,"));
}

TEST(Attribution, OfAQuestionAddsUpToItsEffect) {
  AttributionPlan plan = small_plan(2);
  plan.acts = {act_of("lever.inner_democracy=1@1922-01")};
  plan.fork = make_month(1922, 1);
  const SerialExecutor serial;
  const Attribution attribution = run_attribution(plan, {.executor = &serial});
  const AttributedOutcome& debate = attribution.outcomes[0];
  double sum = 0;
  for (const Contribution& part : debate.contributions) sum += part.mean;
  EXPECT_NEAR(sum, debate.all_on - debate.all_off, 1e-9);
  EXPECT_GT(debate.all_on, 0);
}

// What nothing in politics moves within the year is attributed to nothing.
TEST(Attribution, GivesNothingWhereNothingMoves) {
  AttributionPlan plan = small_plan(2);
  plan.last = make_month(1921, 4);
  plan.outcomes = {outcome_of("weather", "at(world_grain_price, 1921-04)")};
  const SerialExecutor serial;
  const Attribution attribution = run_attribution(plan, {.executor = &serial});
  for (const Contribution& part : attribution.outcomes[0].contributions) EXPECT_EQ(part.mean, 0) << part.path;
}

}  // namespace
}  // namespace thermidor::experiment
