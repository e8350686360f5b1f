#include "experiment/price.hpp"

#include <gtest/gtest.h>

#include <numeric>

#include "core/math.hpp"
#include "experiment/rewrite.hpp"
#include "experiment/thread_pool.hpp"
#include "support/shipped_runs.hpp"

namespace thermidor::experiment {
namespace {

PricePlan price_plan(int seeds) {
  PricePlan plan;
  plan.params = &shipped().params;
  plan.setup = small_setup();
  plan.agenda.chronicle = shipped().chronicle;
  plan.last = make_month(1922, 6);
  plan.agenda.history_until = plan.last + 1;
  plan.seeds = seeds;
  return plan;
}

TEST(Bits, AreTheLogarithmOfAProbability) {
  EXPECT_EQ(bits_of(0.25), 2);
  EXPECT_EQ(bits_of(1), 0);
}

TEST(Price, OfAHistoryIsItsLogProbability) {
  const SerialExecutor serial;
  const PricePlan plan = price_plan(3);
  const Price price = price_history(plan, {.executor = &serial});
  ASSERT_EQ(price.runs, 3);
  double sum = 0;
  for (const PricedDecision& row : price.decisions) sum += row.bits;
  EXPECT_NEAR(sum, price.mean, 1e-9);
  // The same as the run itself says.
  const RunState run = play(small_setup(), plan.agenda, plan.last);
  double log2_probability = 0;
  for (const ForcedRecord& forced : run.record.records.forced) log2_probability += thermidor::log(forced.probability);
  EXPECT_NEAR(price.totals[0], -log2_probability / thermidor::log(2.0), 1e-9);
  EXPECT_GT(price.totals[0], 0);
}

TEST(Price, DoesNotDependOnTheOrderOfRuns) {
  const SerialExecutor serial;
  EXPECT_EQ(price_history(price_plan(2), {.executor = &serial}).totals[1],
            price_history(price_plan(3), {.executor = &serial}).totals[1]);
}

TEST(Rewrite, MayBeginWhenTheMachineHasAHead) {
  EXPECT_EQ(first_rewrite_month(shipped().params), make_month(1922, 4));
  Params early = shipped().params;
  for (party::PostRow& post : early.party.posts) post.exists_from = {};
  EXPECT_EQ(first_rewrite_month(early), make_month(1921, 4)) << "nobody has stood anywhere before the second month";
}

RewritePlan rewrite_plan() {
  RewritePlan plan;
  plan.params = &shipped().params;
  plan.roster = &shipped_roster();
  plan.names = &shipped().names;
  plan.setup = small_setup();
  plan.agenda.chronicle = shipped().chronicle;
  plan.agenda.history_until = make_month(1922, 4);
  plan.last = make_month(1922, 8);
  plan.dates = {make_month(1922, 4)};
  plan.leaders = 4;
  plan.screening = 2;
  plan.measuring = 5;
  plan.finalists = 3;
  plan.validation = 4;
  plan.most_acts = 1;
  plan.branches = 6;
  return plan;
}

TEST(Rewrite, TriesWhatTheStrongestCouldBeMadeToDo) {
  const RewritePlan plan = rewrite_plan();
  const RunState run = play(small_setup(), plan.agenda, make_month(1922, 3));
  const std::vector<Act> acts = candidate_acts(plan, run.record, make_month(1922, 4));
  EXPECT_GT(acts.size(), 12U);
  for (const Act& act : acts) EXPECT_EQ(act.at, make_month(1922, 4)) << act.text;
}

// An ending that one appointment brings about by itself: the search must find an act that does, and say what it costs.
TEST(Rewrite, FindsADecisionThatReachesItsEnding) {
  RewritePlan plan = rewrite_plan();
  plan.ending = {"T1", "Another man is General Secretary",
                 parse_expression("not holds('general_secretary', 'stalin')").value()};
  const SerialExecutor serial;
  const Rewrite rewrite = find_rewrite(plan, {.executor = &serial});
  ASSERT_EQ(rewrite.acts.size(), 1U);
  EXPECT_TRUE(rewrite.finished);
  EXPECT_EQ(rewrite.runs_with, 4);
  EXPECT_GT(rewrite.reached_with, rewrite.reached_without);
  EXPECT_GT(rewrite.bits, 0);
}

// An ending that no decision brings about alone: no single one is tried, yet histories that take several arrive.
TEST(Rewrite, GrowsRewritesOfSeveralDecisions) {
  RewritePlan plan = rewrite_plan();
  plan.dates = {make_month(1922, 4), make_month(1922, 6), make_month(1922, 8)};
  plan.last = make_month(1922, 10);
  plan.branches = 200;
  plan.measuring = 12;
  plan.validation = 10;
  plan.most_acts = 0;
  plan.leaders = 8;
  plan.ending = {"T2", "One man has a post and another a seat",
                 parse_expression("holds('general_secretary', 'zinoviev') and seat('bukharin') == 2").value()};
  const ThreadPool pool(2);
  const Rewrite rewrite = find_rewrite(plan, {.executor = &pool});
  EXPECT_EQ(rewrite.candidates, 0);
  EXPECT_GT(rewrite.grown, 0);
  EXPECT_TRUE(rewrite.from_splitting);
  EXPECT_TRUE(rewrite.finished);
  EXPECT_TRUE(rewrite.confirmed);
  EXPECT_GE(rewrite.acts.size(), 2U);
  EXPECT_GT(rewrite.reached_with, rewrite.reached_without);
  // Whatever the number of threads.
  const SerialExecutor serial;
  const Rewrite again = find_rewrite(plan, {.executor = &serial});
  ASSERT_EQ(again.acts.size(), rewrite.acts.size());
  for (std::size_t i = 0; i < again.acts.size(); ++i) EXPECT_EQ(again.acts[i].text, rewrite.acts[i].text);
}

TEST(Rewrite, RewritesNothingWhereTheTargetIsMetAnyway) {
  RewritePlan plan = rewrite_plan();
  plan.ending = {"T4", "Somebody is left", parse_expression("population > 0").value()};
  const SerialExecutor serial;
  const Rewrite rewrite = find_rewrite(plan, {.executor = &serial});
  EXPECT_TRUE(rewrite.needless);
  EXPECT_TRUE(rewrite.finished);
  EXPECT_TRUE(rewrite.acts.empty());
  EXPECT_EQ(rewrite.candidates, 0);
}

// Where nothing helps nothing is offered.
TEST(Rewrite, OffersNothingWhereNothingLeadsToTheEnding) {
  RewritePlan plan = rewrite_plan();
  plan.ending = {"T3", "Nobody is left", parse_expression("population < 0").value()};
  const SerialExecutor serial;
  const Rewrite rewrite = find_rewrite(plan, {.executor = &serial});
  EXPECT_TRUE(rewrite.acts.empty());
  EXPECT_TRUE(rewrite.finished);
}

}  // namespace
}  // namespace thermidor::experiment
