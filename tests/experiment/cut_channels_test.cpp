#include "experiment/cut_channels.hpp"

#include <gtest/gtest.h>

#include "experiment/attribution.hpp"
#include "support/shipped_runs.hpp"

namespace thermidor::experiment {
namespace {

constexpr Month kFork = make_month(1922, 10);
constexpr Month kLast = make_month(1924, 6);

PairPlan plan_of(const std::vector<Act>& acts) { return {small_setup(), {}, acts, kFork, kLast}; }

RunRecord cut_run(const std::vector<Act>& acts, const Cut& cut) {
  const SerialExecutor serial;
  const RunControl control{.executor = &serial};
  const std::optional<HeardBaseline> baseline = play_heard(shipped().params, plan_of(acts), control);
  EXPECT_TRUE(baseline);
  std::optional<RunRecord> record = play_cut(shipped().params, plan_of(acts), *baseline, cut, control);
  EXPECT_TRUE(record && record->fault.empty());
  return std::move(*record);
}

const Act kAct = act_of("lever.trade_monopoly=0.2@1922-10");

TEST(CutChannels, NoneIsTheCounterfactual) {
  const SerialExecutor serial;
  const std::optional<Pair> pair = run_pair(shipped().params, plan_of({kAct}), {.executor = &serial});
  EXPECT_EQ(cut_run({kAct}, {}).values, pair->counterfactual.values);
  EXPECT_NE(pair->counterfactual.values, pair->baseline.values);
}

// What is heard is what would have been heard anyway.
TEST(CutChannels, ChangeNothingWhereNothingIsDone) {
  const SerialExecutor serial;
  const std::optional<Pair> pair = run_pair(shipped().params, plan_of({}), {.executor = &serial});
  for (const Cut& cut : {Cut{true, false, false, false}, Cut{false, false, true, true}, Cut{true, true, true, true}})
    EXPECT_EQ(cut_run({}, cut).values, pair->baseline.values);
}

TEST(CutChannels, LeaveTheActItself) {
  const RunRecord record = cut_run({kAct}, {true, true, true, true});
  const auto lever = static_cast<std::size_t>(find_series("lever.trade_monopoly"));
  for (std::size_t m = record.position(kFork); m < record.months.size(); ++m) EXPECT_EQ(record.value(lever, m), 0.2);
}

TEST(CutChannels, HavePartsThatAddUpToTheDifference) {
  AttributionPlan plan;
  plan.params = &shipped().params;
  plan.roster = &shipped_roster();
  plan.setup = small_setup();
  plan.acts = {kAct};
  plan.fork = kFork;
  plan.last = kLast;
  plan.by_channels = true;
  plan.permutations = 3;
  for (const char* text : {"mean(scissors_ratio_industrial_to_agricultural, 1923)", "mean(debate_freedom, 1923)"})
    plan.outcomes.push_back({text, text, "", parse_expression(text).value(), {}});
  const SerialExecutor serial;
  const Attribution attribution = run_attribution(plan, {.executor = &serial});
  ASSERT_TRUE(attribution.finished);
  EXPECT_EQ(attribution.faulted, 0);
  for (const AttributedOutcome& outcome : attribution.outcomes) {
    ASSERT_EQ(outcome.measured, 3);
    ASSERT_EQ(outcome.contributions.size(), kChannels.size());
    EXPECT_EQ(outcome.contributions[0].path, "channel.economy");
    double sum = 0;
    for (const Contribution& part : outcome.contributions) sum += part.mean;
    EXPECT_NEAR(sum, outcome.all_on - outcome.all_off, 1e-9);
  }
  EXPECT_NE(attribution.outcomes[0].all_on, 0);
}

}  // namespace
}  // namespace thermidor::experiment
