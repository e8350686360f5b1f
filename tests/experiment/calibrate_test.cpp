#include "experiment/calibrate.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <cmath>
#include <filesystem>

#include "experiment/calibration_tables.hpp"
#include "experiment/scratch_folder.hpp"
#include "experiment/thread_pool.hpp"
#include "model/parameter_paths.hpp"
#include "support/shipped_runs.hpp"

namespace thermidor::experiment {
namespace {

scenario::Target target_of(const std::string& id, const std::string& value, double low, double high, const std::string& block) {
  scenario::Target target;
  target.id = id;
  target.block = block;
  target.value = parse_expression(value).value();
  target.low = low;
  target.high = high;
  return target;
}

// Two blocks of one constant each, a few months, few farms.
const scenario::Calibration& small_calibration() {
  static const scenario::Calibration calibration = [] {
    scenario::Calibration made;
    made.priors = {{"farms.demography.hunger_deaths", "farms", 0.1, 0.6, true, "test", "", {}},
                   {"economy.money.price_speed", "money", 0.5, 1.3, false, "test", "", {}}};
    made.targets = {target_of("deaths", "sum(famine_deaths, 1921-03..1921-08)", 0.4, 0.6, "farms"),
                    target_of("prices", "at(price_index_general, 1921-08) / at(price_index_general, 1921-03)", 1.5, 3, "money"),
                    target_of("harvest", "at(grain_harvest, 1921-08)", 20, 30, "farms")};
    made.targets[1].logarithmic = true;
    made.targets[2].used = false;
    return made;
  }();
  return calibration;
}

CalibrationPlan small_plan() {
  CalibrationPlan plan;
  plan.params = &shipped().params;
  plan.roster = &shipped_roster();
  plan.calibration = &small_calibration();
  plan.setup = small_setup();
  plan.last = make_month(1921, 8);
  plan.walkers = 6;
  plan.rounds = 6;
  plan.seeds = 1;
  plan.keep = 10;
  return plan;
}

std::string bytes_of(const CalibrationPlan& plan, const CalibrationResult& result) {
  std::string bytes;
  for (const FolderFile& file : calibration_files(plan, result, {"thermidor test", "soviet-1921", "0"}, "thermidor calibrate"))
    bytes += file.name + "\n" + file.content;
  return bytes;
}

class Calibrate : public testing::ScratchFolder {};

TEST_F(Calibrate, TakesBlocksOneByOneAndThenAllTogether) {
  const SerialExecutor serial;
  const CalibrationPlan plan = small_plan();
  const CalibrationResult result = run_calibration(plan, {.executor = &serial});
  ASSERT_TRUE(result.finished);
  ASSERT_EQ(result.stages.size(), 3U);
  EXPECT_EQ(result.stages[0].name, "farms");
  EXPECT_EQ(result.stages[0].targets, 1);  // what is for validation does not count
  EXPECT_EQ(result.stages[2].name, "joint");
  EXPECT_EQ(result.stages[2].constants, 2);
  EXPECT_EQ(result.targets.size(), 3U);
  EXPECT_EQ(result.draws.size(), 10U);
}

TEST_F(Calibrate, DrawsLieWithinTheirPriorsAndReadBackEqual) {
  const SerialExecutor serial;
  const CalibrationPlan plan = small_plan();
  const CalibrationResult result = run_calibration(plan, {.executor = &serial});
  for (const std::vector<double>& draw : result.draws) {
    for (std::size_t i = 0; i < draw.size(); ++i) {
      EXPECT_GE(draw[i], plan.calibration->priors[i].low);
      EXPECT_LE(draw[i], plan.calibration->priors[i].high);
    }
  }
  Diagnostics faults;
  const std::vector<FolderFile> files = calibration_files(plan, result, {"thermidor test", "soviet-1921", "0"}, "command");
  const scenario::Posterior read = scenario::read_posterior(files[0].content, files[0].name, shipped().names, faults);
  EXPECT_TRUE(faults.empty());
  EXPECT_EQ(read.draws, result.draws);
}

TEST_F(Calibrate, FindsABetterPlaceThanABadStart) {
  Params bad = shipped().params;
  ASSERT_TRUE(set_number(bad, "economy.money.price_speed", 1.3));
  CalibrationPlan plan = small_plan();
  plan.params = &bad;
  plan.block = "money";
  plan.rounds = 12;
  const SerialExecutor serial;
  const CalibrationResult result = run_calibration(plan, {.executor = &serial});
  ASSERT_EQ(result.stages.size(), 1U);
  ASSERT_EQ(result.constants.size(), 1U);
  const scenario::Target& target = plan.calibration->targets[1];
  EXPECT_GT(target_log_likelihood(target, result.targets[1].best), target_log_likelihood(target, result.targets[1].stored));
}

TEST_F(Calibrate, MeasuresTargetsOfContrastsBetweenTwoRuns) {
  scenario::Calibration calibration = small_calibration();
  scenario::Contrast contrast;
  contrast.id = "deaths.fewer";
  contrast.acts = {act_of("parameter.farms.demography.hunger_deaths=0.1@1921-05")};
  scenario::Target target = target_of("deaths without", "sum(famine_deaths, 1921-03..1921-08)", 0.1, 0.9, "farms");
  contrast.outcomes = {{"deaths", "Deaths", "million", target.value, {}}};
  target.contrast = 0;
  target.compared = scenario::Compared::ratio;
  calibration.contrasts = {contrast};
  calibration.targets = {calibration.targets[0], target};
  CalibrationPlan plan = small_plan();
  plan.calibration = &calibration;
  plan.block = "farms";
  const SerialExecutor serial;
  const CalibrationResult result = run_calibration(plan, {.executor = &serial});
  ASSERT_TRUE(result.finished);
  EXPECT_GT(result.targets[0].stored, 0);
  EXPECT_GT(result.targets[1].stored, 0.05);
  EXPECT_LT(result.targets[1].stored, 0.95);
}

TEST_F(Calibrate, GivesTheSameBytesWhateverTheThreads) {
  const SerialExecutor serial;
  const ThreadPool pool(3);
  const CalibrationPlan plan = small_plan();
  EXPECT_EQ(bytes_of(plan, run_calibration(plan, {.executor = &serial})),
            bytes_of(plan, run_calibration(plan, {.executor = &pool})));
}

TEST_F(Calibrate, AfterAnInterruptGivesTheSameBytes) {
  const SerialExecutor serial;
  const CalibrationPlan plan = small_plan();
  const CalibrationResult whole = run_calibration(plan, {.executor = &serial});
  const ThreadPool pool(2);
  std::atomic<bool> stop{false};
  EnsembleControl control{.executor = &pool, .stop = &stop, .journal = (folder_ / "c.journal").string(), .key = "test"};
  control.progress = [&](std::size_t done, std::size_t) { stop = done >= 50; };
  EXPECT_FALSE(run_calibration(plan, control).finished);
  stop = false;
  std::size_t first = 0;
  control.progress = [&first](std::size_t done, std::size_t) { first = first == 0 ? done : first; };
  const CalibrationResult resumed = run_calibration(plan, control);
  EXPECT_TRUE(resumed.finished);
  EXPECT_GE(resumed.resumed, 45U);
  EXPECT_GE(first, 45U);  // not tried again
  EXPECT_EQ(bytes_of(plan, resumed), bytes_of(plan, whole));
}

// At the edge of a band, which holds nine tenths of what is believed.
constexpr double kEdge = -0.5 * 1.645 * 1.645;

TEST(TargetLikelihood, FallsWithDistanceFromTheMiddleAndNeverStopsFalling) {
  const scenario::Target target = target_of("t", "1", 10, 20, "b");
  EXPECT_EQ(target_log_likelihood(target, 15), 0);
  EXPECT_DOUBLE_EQ(target_log_likelihood(target, 20), kEdge);
  EXPECT_DOUBLE_EQ(target_log_likelihood(target, 10), kEdge);
  double before = target_log_likelihood(target, 20);
  for (const double value : {22.0, 30.0, 50.0, 500.0, 1e9}) {
    const double now = target_log_likelihood(target, value);
    EXPECT_LT(now, before) << value;
    before = now;
  }
  EXPECT_LT(target_log_likelihood(target, std::nan("")), -4);
}

TEST(TargetLikelihood, CountsDistanceAsFarAsTheTargetSays) {
  scenario::Target target = target_of("t", "1", 10, 20, "b");
  const double near = target_log_likelihood(target, 20), far = target_log_likelihood(target, 30);
  target.farthest = 6;
  EXPECT_EQ(target_log_likelihood(target, 20), near);
  EXPECT_LT(target_log_likelihood(target, 30), far - 6);
}

TEST(TargetLikelihood, OfALogarithmicTargetSeesRatios) {
  scenario::Target target = target_of("t", "1", 10, 1000, "b");
  target.logarithmic = true;
  EXPECT_NEAR(target_log_likelihood(target, 100), 0, 1e-12);
  EXPECT_NEAR(target_log_likelihood(target, 1000), kEdge, 1e-12);
  EXPECT_LT(target_log_likelihood(target, -1), -4);
}

TEST(Priors, PlacesAndValuesAreInverse) {
  const scenario::Prior linear{"p", "b", 2, 6, false, "", "", {}};
  const scenario::Prior logarithmic{"p", "b", 0.1, 10, true, "", "", {}};
  EXPECT_EQ(prior_value(linear, 0.25), 3);
  EXPECT_NEAR(prior_value(logarithmic, 0.5), 1, 1e-12);
  for (const double place : {0.0, 0.1, 0.9, 1.0}) {
    EXPECT_NEAR(prior_place(linear, prior_value(linear, place)), place, 1e-12);
    EXPECT_NEAR(prior_place(logarithmic, prior_value(logarithmic, place)), place, 1e-12);
  }
  EXPECT_EQ(prior_place(linear, 100), 1);
}

}  // namespace
}  // namespace thermidor::experiment
