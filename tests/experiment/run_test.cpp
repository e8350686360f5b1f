#include "experiment/run.hpp"

#include <gtest/gtest.h>

#include "experiment/parting.hpp"
#include "experiment/thread_pool.hpp"
#include "experiment/trace.hpp"
#include "support/shipped_runs.hpp"

namespace thermidor::experiment {
namespace {

constexpr Month kStart = make_month(1921, 3);
constexpr Month kYear = make_month(1922, 2);

TEST(Run, RecordHasOneRowOfSeriesAndOneDigestPerMonth) {
  const RunState state = play(small_setup(), {}, kYear);
  ASSERT_EQ(state.record.fault, "");
  EXPECT_EQ(state.record.months.size(), 12U);
  EXPECT_EQ(state.record.months.front(), kStart);
  EXPECT_EQ(state.record.width(), series_list().size());
  EXPECT_EQ(state.record.digests.size(), 12U);
  EXPECT_EQ(state.record.position(kYear), 11U);
  EXPECT_EQ(state.record.position(kYear.next()), 12U);
}

TEST(Run, GoesOnFromACopyAsIfItHadNeverStopped) {
  RunState whole = play(small_setup(), {}, kYear);
  RunState half = play(small_setup(), {}, make_month(1921, 8));
  RunState fork = half;
  const SerialExecutor serial;
  continue_run(shipped().params, {}, kYear, {.executor = &serial}, fork);
  EXPECT_EQ(fork.record.digest, whole.record.digest);
  EXPECT_EQ(fork.record.values, whole.record.values);
}

TEST(Run, StopsWithinAMonthWhenAskedTo) {
  std::atomic<bool> stop{false};
  const SerialExecutor serial;
  RunState state = start_run(shipped().params, small_setup());
  RunControl control{.executor = &serial, .stop = &stop};
  control.on_month = [&stop](Month month) { stop = month >= make_month(1921, 5); };
  EXPECT_EQ(continue_run(shipped().params, {}, kYear, control, state), RunOutcome::stopped);
  EXPECT_EQ(state.record.months.size(), 3U);
}

TEST(Run, TracingChangesNothing) {
  const RunState plain = play(small_setup(), {}, kYear);
  RunState traced = start_run(shipped().params, small_setup());
  Result<FarmTrace> farm = FarmTrace::choose("3", traced.world, shipped_roster());
  ASSERT_TRUE(farm);
  const SerialExecutor serial;
  RunControl control{.executor = &serial};
  control.watch = [&farm](const World& world, Month month) { farm.value().watch(world, month); };
  continue_run(shipped().params, {}, kYear, control, traced);
  EXPECT_EQ(traced.record.digest, plain.record.digest);
  EXPECT_FALSE(farm.value().rows().empty());
  EXPECT_EQ(farm.value().rows().front().values.size(), farm.value().columns().size());
}

TEST(Trace, RefusesFarmsAndRegionsThatAreNot) {
  const RunState state = start_run(shipped().params, small_setup());
  EXPECT_FALSE(FarmTrace::choose("0", state.world, shipped_roster()));
  EXPECT_FALSE(FarmTrace::choose("999999999", state.world, shipped_roster()));
  const Result<FarmTrace> wrong = FarmTrace::choose("nowhere:1", state.world, shipped_roster());
  ASSERT_FALSE(wrong);
  EXPECT_NE(wrong.diagnostics().front().message.find("nowhere"), std::string::npos);
}

TEST(Pair, NothingDiffersBeforeTheForkAndSomethingAfter) {
  const Act act = act_of("lever.trade_monopoly=0@1921-09");
  ASSERT_EQ(act.at, make_month(1921, 9));
  const SerialExecutor serial;
  const std::optional<Pair> pair = run_pair(shipped().params, {small_setup(), {}, {act}, act.at, kYear}, {.executor = &serial});
  ASSERT_TRUE(pair);
  ASSERT_EQ(pair->counterfactual.fault, "");
  const std::size_t parting = first_parting(pair->baseline, pair->counterfactual);
  ASSERT_LT(parting, pair->baseline.months.size());
  EXPECT_GE(pair->baseline.months[parting], act.at);
  EXPECT_NE(pair->baseline.digest, pair->counterfactual.digest);
}

TEST(Pair, WithoutActsTheArmsAreEqualToTheLastBit) {
  const SerialExecutor serial;
  const std::optional<Pair> pair =
      run_pair(shipped().params, {small_setup(), {}, {}, make_month(1921, 9), kYear}, {.executor = &serial});
  ASSERT_TRUE(pair);
  EXPECT_EQ(pair->baseline.digest, pair->counterfactual.digest);
  EXPECT_EQ(pair->baseline.values, pair->counterfactual.values);
}

TEST(Pair, BaselineIsTheRunThatAUserWouldRepeat) {
  const Act act = act_of("lever.trade_monopoly=0@1921-09");
  const SerialExecutor serial;
  const std::optional<Pair> pair = run_pair(shipped().params, {small_setup(), {}, {act}, act.at, kYear}, {.executor = &serial});
  ASSERT_TRUE(pair);
  EXPECT_EQ(pair->baseline.digest, play(small_setup(), {}, kYear).record.digest);
  EXPECT_EQ(pair->counterfactual.digest, play(small_setup(), {{act}, {}, {}}, kYear).record.digest);
}

TEST(Parting, FindsTheMonthAndTheFieldOfAnAct) {
  RunRequest request;
  request.scenario = THERMIDOR_SOURCE_DIR "/scenarios/soviet-1921";
  request.sample = 20000;
  request.until = "1921-12";
  const Result<LoadedRun> plain = load_run(request);
  request.acts = {"lever.trade_monopoly=0@1921-09"};
  const Result<LoadedRun> changed = load_run(request);
  ASSERT_TRUE(plain && changed);
  const SerialExecutor serial;
  const Parting parting = find_parting(plain.value(), changed.value(), {.executor = &serial});
  ASSERT_TRUE(parting.parted);
  EXPECT_EQ(parting.month, make_month(1921, 9));
  EXPECT_EQ(parting.differences.front().phase, 2);
  EXPECT_NE(parting.differences.front().field.find("lever_held"), std::string::npos);
  EXPECT_FALSE(find_parting(plain.value(), plain.value(), {.executor = &serial}).parted);
}

TEST(Request, NamesEverythingThatIsWrongAtOnce) {
  RunRequest request;
  request.scenario = THERMIDOR_SOURCE_DIR "/scenarios/soviet-1921";
  request.until = "1950-01";
  request.outside = "draw";
  request.acts = {"lever.trade_monopoli=0@1921-09"};
  const Result<LoadedRun> loaded = load_run(request);
  ASSERT_FALSE(loaded);
  EXPECT_EQ(loaded.diagnostics().size(), 3U);
}

}  // namespace
}  // namespace thermidor::experiment
