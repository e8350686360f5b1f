// Runs that go on where the record ends: the same to the last recorded month, then chance, and the books balance on.
#include <gtest/gtest.h>

#include <set>

#include "experiment/run.hpp"
#include "laws/world_laws.hpp"
#include "support/shipped_runs.hpp"

namespace thermidor::experiment {
namespace {

constexpr Month kBeyond = make_month(1933, 12);

class BeyondData : public ::testing::TestWithParam<int> {
 protected:
  RunSetup setup() const {
    RunSetup setup = small_setup(static_cast<std::uint64_t>(GetParam()));
    setup.outside = GetParam() % 2 == 0 ? society::OutsideMode::drawn : society::OutsideMode::recorded;
    return setup;
  }
};

TEST_P(BeyondData, RunsAreTheSameUpToItsEndAndKeepTheirLawsAfterIt) {
  const Month end = shipped().params.scenario.end;
  const RunState within = play(setup(), {}, end);
  const SerialExecutor serial;
  RunState beyond = start_run(shipped().params, setup());
  WorldLaws laws;
  RunControl control{.executor = &serial};
  control.watch = [&laws](const World& world, Month month) { laws.look(world, month); };
  continue_run(shipped().params, {}, kBeyond, control, beyond);
  EXPECT_EQ(beyond.record.fault, "");
  EXPECT_EQ(laws.broken(), "");
  ASSERT_EQ(beyond.record.months.back(), kBeyond);
  for (std::size_t m = 0; m < within.record.months.size(); ++m) EXPECT_EQ(within.record.digests[m], beyond.record.digests[m]);
}

INSTANTIATE_TEST_SUITE_P(Seeds, BeyondData, ::testing::Range(1, 9));

TEST(BeyondTheData, TheRecordedWeatherEndsAndChanceGoesOn) {
  std::set<std::vector<double>> recorded;
  std::set<std::vector<double>> drawn;
  for (std::uint64_t seed = 1; seed <= 4; ++seed) {
    const SerialExecutor serial;
    RunState state = start_run(shipped().params, small_setup(seed));
    RunControl control{.executor = &serial};
    control.watch = [&](const World& world, Month month) {
      if (month == make_month(1929, 8)) recorded.insert(world.signals.last.outside.weather);
      if (month == make_month(1930, 8)) drawn.insert(world.signals.last.outside.weather);
    };
    continue_run(shipped().params, {}, make_month(1930, 8), control, state);
  }
  EXPECT_EQ(recorded.size(), 1U);
  EXPECT_EQ(drawn.size(), 4U);
}

// A request as the command reads it.
Result<LoadedRun> request(const std::string& until, const std::vector<std::string>& acts) {
  RunRequest request;
  request.scenario = THERMIDOR_SOURCE_DIR "/scenarios/soviet-1921";
  request.until = until;
  request.acts = acts;
  return load_run(request);
}

TEST(BeyondTheData, ActsMayFallInTheMonthsThatArePlayed) {
  EXPECT_FALSE(request("", {"lever.rigour=0@1931-01"}));
  const Result<LoadedRun> run = request("1933-12", {"lever.rigour=0@1931-01"});
  ASSERT_TRUE(run);
  EXPECT_EQ(run.value().last, kBeyond);
  EXPECT_FALSE(request("1960-01", {})) << "too far to mean anything";
}

}  // namespace
}  // namespace thermidor::experiment
