// The numbers that the other scenarios give today: the same promise as for the first.
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <string>

#include "experiment/thread_pool.hpp"
#include "golden/run_probe.hpp"
#include "support/shipped_pack.hpp"

namespace thermidor {
namespace {

class WorldDigest : public testing::TestWithParam<const char*> {};

std::string expected_digest(const std::string& world) {
  std::ifstream file(THERMIDOR_SOURCE_DIR "/tests/golden/world_digest.txt");
  std::string name, digest;
  while (file >> name >> digest) {
    if (name == world) return digest;
  }
  return "not in tests/golden/world_digest.txt";
}

TEST_P(WorldDigest, OfAFreeRunIsTheExpectedOne) {
  EXPECT_EQ(probe_run(pack_of(GetParam()), {}, SerialExecutor{}), expected_digest(GetParam()))
      << "If this was meant, run `make update-digest` and say so in commit and changelog.";
}

TEST_P(WorldDigest, DoesNotDependOnThreads) {
  const Pack pack = pack_of(GetParam());
  EXPECT_EQ(probe_run(pack, {}, experiment::ThreadPool(3)), probe_run(pack, {}, SerialExecutor{}));
}

TEST_P(WorldDigest, IsTheSameOutOfAPack) {
  const Pack pack = pack_of(GetParam());
  Pack again;
  ASSERT_EQ(load_pack(save_pack(pack), again), ArchiveFault::none);
  EXPECT_EQ(probe_run(again, {}, SerialExecutor{}), probe_run(pack, {}, SerialExecutor{}));
}

INSTANTIATE_TEST_SUITE_P(Scenarios, WorldDigest, testing::Values("paris-1793", "society"),
                         [](const auto& world) { return std::string(world.param) == "society" ? "Society" : "Paris"; });

}  // namespace
}  // namespace thermidor
