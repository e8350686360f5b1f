#include "experiment/compare.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>

#include "experiment/scratch_folder.hpp"
#include "experiment/thread_pool.hpp"
#include "support/shipped_runs.hpp"

namespace thermidor::experiment {
namespace {

// Folders made by hand.
class CompareFolders : public testing::ScratchFolder {
 protected:
  std::string folder(const std::string& name, const std::string& members,
                     const std::string& outcomes = "id,title,unit\n") const {
    std::filesystem::create_directories(folder_ / name);
    std::ofstream(folder_ / name / "manifest.json")
        << R"({"schema": "thermidor-manifest-1", "engine": "thermidor test", "scenario": "soviet-1921", "scenario_digest": "0",
              "command": "thermidor ensemble", "design": "seeds", "request": {"scenario": "soviet-1921", "seed": 1,
              "acts": ["lever.trade_monopoly=0.5@1923-05"]}})";
    std::ofstream(folder_ / name / "members.csv") << members;
    std::ofstream(folder_ / name / "outcomes.csv") << outcomes;
    return (folder_ / name).string();
  }
};

constexpr const char* kFirst =
    "member,seed,fault,log_probability,endings_run,digest_run,grain.run,gone.run\n"
    "0,1,,0,O01 O07,a,10,1\n1,2,,0,O01,b,20,2\n2,3,broke,,,,,\n3,4,,0,,d,30,\n4,9,,0,,e,1000,1\n";
constexpr const char* kSecond =
    "member,seed,fault,log_probability,endings_run,digest_run,grain.run\n"
    "0,4,,0,O07,x,33\n1,2,,0,O01,b,20\n2,1,,0,O07,z,14\n3,3,,0,,w,99\n";

TEST_F(CompareFolders, PairsMembersBySeedWhereverTheyStand) {
  const RunSet first = read_run_set(folder("a", kFirst, "id,title,unit\ngrain,Grain,Mt\n"), "").value();
  const RunSet second = read_run_set(folder("b", kSecond), "").value();
  EXPECT_EQ(first.arm, "run");
  EXPECT_EQ(first.seeds, (std::vector<std::uint64_t>{1, 2, 4, 9}));  // without the one that broke off
  const SetComparison result = compare_sets(first, second, {});
  EXPECT_TRUE(result.paired);
  EXPECT_EQ(result.shared, 3U);
  EXPECT_EQ(result.identical, 1U);
  ASSERT_EQ(result.outcomes.size(), 1U);  // only what both have
  const ComparedOutcome& grain = result.outcomes.front();
  EXPECT_EQ(grain.title, "Grain");
  EXPECT_EQ(grain.unit, "Mt");
  EXPECT_EQ(grain.comparison.n, 3);
  EXPECT_DOUBLE_EQ(grain.comparison.baseline, 20);
  EXPECT_DOUBLE_EQ(grain.comparison.difference, (4.0 + 0 + 3) / 3);
  EXPECT_DOUBLE_EQ(grain.comparison.sign_share, 2.0 / 3);
  ASSERT_EQ(result.endings.size(), 2U);
  EXPECT_EQ(result.endings[0].id, "O01");
  EXPECT_DOUBLE_EQ(result.endings[0].comparison.difference, -1.0 / 3);
  EXPECT_DOUBLE_EQ(result.endings[1].comparison.difference, 1.0 / 3);
}

TEST_F(CompareFolders, ComparesArmsOfPairs) {
  const std::string pairs = folder("p",
                                   "member,seed,applicable,fault,endings_baseline,endings_counterfactual,digest_baseline,"
                                   "digest_counterfactual,x.baseline,x.counterfactual\n"
                                   "0,1,1,,,,a,b,1,2\n1,2,0,,,,a,b,5,50\n2,3,1,,,,a,a,3,3\n");
  const RunSet before = read_run_set(pairs, "baseline").value();
  const RunSet after = read_run_set(pairs, "").value();
  EXPECT_EQ(after.arm, "counterfactual");
  EXPECT_TRUE(before.request.acts.empty());
  EXPECT_EQ(after.request.acts.size(), 1U);
  const SetComparison result = compare_sets(before, after, {});
  EXPECT_EQ(result.shared, 2U);  // the question does not apply to the second
  EXPECT_DOUBLE_EQ(result.outcomes[0].comparison.difference, 0.5);
  EXPECT_FALSE(read_run_set(pairs, "run"));
}

TEST_F(CompareFolders, WithoutCommonSeedsComparesArmAgainstArm) {
  RunSet first;
  RunSet second;
  for (int i = 0; i < 40; ++i) {
    first.seeds.push_back(static_cast<std::uint64_t>(i));
    second.seeds.push_back(static_cast<std::uint64_t>(100 + i));
    for (RunSet* set : {&first, &second}) {
      set->digests.emplace_back("d");
      set->endings.emplace_back();
    }
  }
  first.outcomes.push_back({"x", "x", "", {}});
  second.outcomes.push_back({"x", "x", "", {}});
  for (int i = 0; i < 40; ++i) {
    first.outcomes[0].values.push_back(i % 5);
    second.outcomes[0].values.push_back(i % 5 + 2);
  }
  EXPECT_EQ(compare_sets(first, second, {}).outcomes[0].comparison.n, 0);
  const Comparison c = compare_sets(first, second, {.unpaired = true, .outcomes = {}}).outcomes[0].comparison;
  EXPECT_DOUBLE_EQ(c.difference, 2);
  EXPECT_TRUE(c.low > 1.2 && c.low < 2 && c.high > 2 && c.high < 2.8) << c.low << " " << c.high;
  EXPECT_TRUE(c.distinguishable);
}

TEST_F(CompareFolders, SaysWhatIsWrongWithAFolder) {
  EXPECT_FALSE(read_run_set((folder_ / "none").string(), ""));
  EXPECT_FALSE(read_run_set(folder("empty", "member,seed,endings_run,digest_run\n"), ""));
  EXPECT_FALSE(read_run_set(folder("other", "a,b\n1,2\n"), ""));
}

// A year of the shipped scenario, coarse.
RunRequest short_request() {
  RunRequest request;
  request.scenario = THERMIDOR_SOURCE_DIR "/scenarios/soviet-1921";
  request.sample = 50000;
  request.until = "1922-03";
  return request;
}

TEST(Compare, OfARunWithItselfFindsNothingWhateverTheParameters) {
  const RunRequest request = short_request();
  const Result<LoadedRun> run = load_run(request);
  ASSERT_TRUE(run);
  const ThreadPool pool(2);
  const EnsembleControl control{.executor = &pool};
  const RunSet set = *play_run_set(run.value(), request, "same", 4, control);
  SetComparison result = compare_sets(set, set, {});
  EXPECT_EQ(result.identical, 4U);
  result.outcomes.resize(3);
  ASSERT_TRUE(add_error_parts(run.value(), run.value(), 5, control, result));
  for (const ComparedOutcome& outcome : result.outcomes) {
    if (outcome.comparison.n == 0) continue;
    EXPECT_EQ(outcome.comparison.difference, 0) << outcome.id;
    EXPECT_EQ(outcome.error_parameters, 0) << outcome.id;
    EXPECT_EQ(outcome.error_explanations, 0) << outcome.id;
  }
}

// Members whose constants a design has drawn are the draws: what they spread beyond pairs with the stored constants is the
// constants' part.
TEST(Compare, OfMembersWithDrawnConstantsSplitsTheirSpread) {
  const RunRequest request = short_request();
  const Result<LoadedRun> run = load_run(request);
  ASSERT_TRUE(run);
  const ThreadPool pool(2);
  RunSet first = *play_run_set(run.value(), request, "first", 6, {.executor = &pool});
  first.design = "lhs";
  RunSet second = first;
  std::string id;
  for (RunSet::Outcome& outcome : second.outcomes) {
    if (!id.empty() || outcome.values[0] - outcome.values[0] != 0) continue;
    id = outcome.id;
    for (std::size_t i = 0; i < outcome.values.size(); ++i) outcome.values[i] += static_cast<double>(i);
  }
  ASSERT_FALSE(id.empty());
  SetComparison result = compare_sets(first, second, {.unpaired = false, .outcomes = {id}});
  const Differences members = member_differences(first, second, {id});
  ASSERT_EQ(members[0].size(), 6U);
  ASSERT_TRUE(add_error_parts(run.value(), run.value(), 5, {.executor = &pool}, result, &members));
  // Pairs of a run with itself differ by nothing, so all of the spread of 0 to 5 is the constants'.
  ASSERT_TRUE(result.outcomes[0].error_parameters);
  EXPECT_NEAR(*result.outcomes[0].error_parameters, std::sqrt(3.5), 1e-9);
}

}  // namespace
}  // namespace thermidor::experiment
