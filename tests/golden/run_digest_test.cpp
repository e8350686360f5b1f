// The numbers that the shipped scenario gives today. A change of them is allowed, but never by accident and never unsaid.
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <string>
#include <utility>

#include "experiment/thread_pool.hpp"
#include "golden/run_probe.hpp"
#include "support/shipped_pack.hpp"

namespace thermidor {
namespace {

constexpr const char* kMeant =
    "The results of this run changed.\n"
    "  If this was not meant, something is broken: `thermidor diff` finds the first month and field in which two runs part.\n"
    "  If it was meant, run `make update-digest`, write \"Results: <new digest>, because <reason>\" into the commit message "
    "and say "
    "so under \"Results changed\" in CHANGELOG.md.";

// "name digest" by lines.
std::map<std::string, std::string> expected_digests() {
  std::map<std::string, std::string> expected;
  std::ifstream file(THERMIDOR_SOURCE_DIR "/tests/golden/run_digest.txt");
  std::string name, digest;
  while (file >> name >> digest) expected[name] = digest;
  return expected;
}

TEST(RunDigest, OfAFreeRunIsTheExpectedOne) {
  EXPECT_EQ(probe_run(shipped(), {}, SerialExecutor{}), expected_digests()["free"]) << kMeant;
}

TEST(RunDigest, OfARunThatFollowsTheRecordIsTheExpectedOne) {
  ProbeRun run;
  run.history_until = kProbeFork;
  EXPECT_EQ(probe_run(shipped(), run, SerialExecutor{}), expected_digests()["history-until-" + format_month(kProbeFork)])
      << kMeant;
}

TEST(RunDigest, DoesNotDependOnThreads) {
  ProbeRun run;
  run.months = 24;
  EXPECT_EQ(probe_run(shipped(), run, experiment::ThreadPool(3)), probe_run(shipped(), run, SerialExecutor{}));
}

}  // namespace
}  // namespace thermidor
