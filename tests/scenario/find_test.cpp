#include "scenario/find.hpp"

#include <gtest/gtest.h>

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace thermidor::scenario {
namespace {

namespace fs = std::filesystem;

// Two scenarios in a temporary folder that THERMIDOR_SCENARIOS names.
class FindScenario : public testing::Test {
 protected:
  void SetUp() override {
    for (const char* name : {"alpha-1921", "beta-1924"}) {
      fs::create_directories(folder_ / name);
      std::ofstream(folder_ / name / "scenario.toml") << "[scenario]\n";
    }
    fs::create_directories(folder_ / "no-scenario");
    ::setenv("THERMIDOR_SCENARIOS", folder_.c_str(), 1);
  }
  void TearDown() override {
    ::unsetenv("THERMIDOR_SCENARIOS");
    fs::remove_all(folder_);
  }
  fs::path folder_ = fs::path(testing::TempDir()) / ("thermidor-find-" + std::to_string(::getpid()));
};

TEST_F(FindScenario, TakesAPathOrTheFileInIt) {
  EXPECT_EQ(find_scenario((folder_ / "alpha-1921").string()).value(), folder_ / "alpha-1921");
  EXPECT_EQ(find_scenario((folder_ / "alpha-1921" / "scenario.toml").string()).value(), folder_ / "alpha-1921");
}

TEST_F(FindScenario, FindsByNameInTheFoldersOfTheEnvironment) {
  EXPECT_EQ(find_scenario("beta-1924").value(), folder_ / "beta-1924");
}

TEST_F(FindScenario, SuggestsTheNearestName) {
  const Result<std::string> found = find_scenario("beta-1925");
  ASSERT_FALSE(found);
  EXPECT_EQ(found.diagnostics()[0].suggestion, "beta-1924");
}

TEST_F(FindScenario, ListsFoldersWithAScenarioOnly) {
  const std::vector<std::string> all = list_scenarios();
  ASSERT_GE(all.size(), 2U);
  EXPECT_EQ(all[0], folder_ / "alpha-1921");
  EXPECT_EQ(all[1], folder_ / "beta-1924");
  for (const std::string& path : all) EXPECT_TRUE(fs::exists(fs::path(path) / "scenario.toml")) << path;
}

}  // namespace
}  // namespace thermidor::scenario
