#include "experiment/play_seed.hpp"

#include <gtest/gtest.h>

#include <atomic>

#include "support/shipped_runs.hpp"

namespace thermidor::experiment {
namespace {

TEST(PlaySeed, TheRunOfANumberIsTheRunOfItsSeed) {
  RunSetup setup = small_setup();
  const Month last = make_month(1921, 8);
  const Agenda free;
  const SeedRow row{shipped().params, setup, free, last};
  const std::optional<RunRecord> third = play_seed(row, {}, 3);
  ASSERT_TRUE(third.has_value());
  RunSetup own = setup;
  own.seed += 3;
  EXPECT_EQ(third->digest, play(own, {}, last).record.digest);
  EXPECT_NE(third->digest, play_seed(row, {}, 2)->digest);
}

TEST(PlaySeed, AStoppedRunGivesNothing) {
  const RunSetup setup = small_setup();
  const Agenda free;
  const std::atomic<bool> stop = true;
  EXPECT_FALSE(play_seed({shipped().params, setup, free, make_month(1921, 8)}, {.stop = &stop}, 0).has_value());
}

}  // namespace
}  // namespace thermidor::experiment
