// Laws of runs in which every member of the party is followed: the cards agree with the strata every month (the audit raises a
// fault where they do not), threads and saving change nothing, and what counts in the party is what it is with counted members,
// within the spread of runs.
#include <gtest/gtest.h>

#include <array>
#include <cmath>

#include "experiment/run.hpp"
#include "experiment/thread_pool.hpp"
#include "support/shipped_runs.hpp"

namespace thermidor::experiment {
namespace {

constexpr int kSample = 20000;

RunState play(std::uint64_t seed, bool one_by_one, Month last, const Executor& executor, const Agenda& agenda = {}) {
  RunSetup setup;
  setup.seed = seed;
  setup.sample = kSample;
  setup.one_by_one = one_by_one;
  RunState state = start_run(shipped().params, setup);
  continue_run(shipped().params, agenda, last, {.executor = &executor}, state);
  return state;
}

TEST(MembersOneByOne, CardsAgreeWithTheStrataToTheEndOfTheRun) {
  for (const std::uint64_t seed : {11U, 12U}) {
    const RunState state = play(seed, true, shipped().params.scenario.end, SerialExecutor{});
    EXPECT_EQ(state.record.fault, "");
    EXPECT_TRUE(party::cards_match(state.world.cards, state.world.members));
    const Careers& careers = state.record.careers;
    EXPECT_LT(careers.bytes_per_member, 32);
    EXPECT_LT(static_cast<double>(careers.changed_minds), 0.002 * static_cast<double>(careers.members));
  }
}

TEST(MembersOneByOne, ThreadsChangeNothing) {
  const Month last = make_month(1924, 1);
  const ThreadPool pool(3);
  const RunState serial = play(5, true, last, SerialExecutor{}), parallel = play(5, true, last, pool);
  EXPECT_EQ(serial.record.digests, parallel.record.digests);
  EXPECT_EQ(serial.record.digest, parallel.record.digest);
}

TEST(MembersOneByOne, SavingAndLoadingOnTheWayChangesNothing) {
  const Month half = make_month(1922, 6), last = make_month(1924, 1);
  const SerialExecutor serial;
  const RunState whole = play(5, true, last, serial);
  RunState first = play(5, true, half, serial);
  const std::string saved = save_world(first.world);
  RunState second;
  ASSERT_EQ(load_world(saved, second.world), ArchiveFault::none);
  EXPECT_EQ(world_difference(first.world, second.world), "");
  EXPECT_EQ(digest(first.world), digest(second.world));
  continue_run(shipped().params, {}, last, {.executor = &serial}, second);
  EXPECT_EQ(world_difference(whole.world, second.world), "");
  EXPECT_EQ(second.record.digest, whole.record.digest);
}

// Without debates the strata do not know that they are followed.
TEST(MembersOneByOne, UntilTheFirstDebateOnlyTheCardsAreMore) {
  const Month last = make_month(1921, 8);
  RunState counted = play(5, false, last, SerialExecutor{});
  RunState followed = play(5, true, last, SerialExecutor{});
  EXPECT_EQ(counted.record.digests, followed.record.digests);
  EXPECT_NE(counted.record.digest, followed.record.digest);
  followed.world.cards = {};
  EXPECT_EQ(digest(counted.world), digest(followed.world));
  EXPECT_EQ(save_world(counted.world), save_world(followed.world));
}

// The recorded decisions of the first three years lead to the debate of December 1923.
TEST(MembersOneByOne, DebatesGoAsTheyDoWithCountedMembers) {
  constexpr int kSeeds = 10;
  const Month last = make_month(1924, 1);
  const Agenda agenda{{}, shipped().chronicle, last + 1};
  constexpr std::array<const char*, 5> kNames = {"party_members_and_candidates", "capital_workers", "capital_students",
                                                 "cells_majority", "debate_freedom"};
  for (const char* name : kNames) ASSERT_GE(find_series(name), 0) << name;
  std::array<double, 5> sum{}, squares{}, level{};
  for (int seed = 1; seed <= kSeeds; ++seed) {
    const RunState counted = play(static_cast<std::uint64_t>(seed), false, last, SerialExecutor{}, agenda);
    const RunState followed = play(static_cast<std::uint64_t>(seed), true, last, SerialExecutor{}, agenda);
    for (std::size_t i = 0; i < sum.size(); ++i) {
      const auto series = static_cast<std::size_t>(find_series(kNames[i]));
      const double a = counted.record.value(series, counted.record.months.size() - 1);
      const double d = followed.record.value(series, followed.record.months.size() - 1) - a;
      sum[i] += d;
      squares[i] += d * d;
      level[i] += a;
    }
  }
  for (std::size_t i = 0; i < sum.size(); ++i) {
    const double mean = sum[i] / kSeeds, error = std::sqrt((squares[i] / kSeeds - mean * mean) / kSeeds);
    EXPECT_LT(std::abs(mean), 3.5 * error + 0.01 * level[i] / kSeeds) << kNames[i];
  }
}

}  // namespace
}  // namespace thermidor::experiment
