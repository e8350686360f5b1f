#include "experiment/sensitivity.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <limits>
#include <numbers>

#include "experiment/scratch_folder.hpp"
#include "experiment/thread_pool.hpp"
#include "support/shipped_runs.hpp"

namespace thermidor::experiment {
namespace {

using Function = std::function<double(const std::vector<double>&, std::uint64_t)>;

std::vector<FactorSensitivity> estimate(const SensitivityDesign& design, const Function& function) {
  std::vector<double> values;
  for (std::size_t point = 0; point < design.points(); ++point)
    values.push_back(function(design.coordinates(point), design.noise(point)));
  return estimate_sensitivity(design, values);
}

// Ishigami and Homma 1990, with a = 7 and b = 0.1.
double ishigami(const std::vector<double>& place, std::uint64_t) {
  const auto angle = [&place](std::size_t d) { return std::numbers::pi * (2 * place[d] - 1); };
  return std::sin(angle(0)) + 7 * std::pow(std::sin(angle(1)), 2) + 0.1 * std::pow(angle(2), 4) * std::sin(angle(0));
}

// The closed form.
struct Shares {
  double first[3];
  double total[3];
};
Shares ishigami_shares() {
  const double pi4 = std::pow(std::numbers::pi, 4);
  const double v1 = 0.5 * std::pow(1 + 0.1 * pi4 / 5, 2);
  const double v2 = 49.0 / 8;
  const double v13 = 0.01 * pi4 * pi4 * (1.0 / 18 - 1.0 / 50);
  const double all = v1 + v2 + v13;
  return {{v1 / all, v2 / all, 0}, {(v1 + v13) / all, v2 / all, v13 / all}};
}

TEST(Sensitivity, BySobolFindsTheSharesOfIshigamisFunction) {
  const Shares exact = ishigami_shares();
  const auto factors = estimate(SensitivityDesign(SensitivityMethod::sobol, 3, 4096, 11), ishigami);
  ASSERT_EQ(factors.size(), 4U);
  for (std::size_t f = 0; f < 3; ++f) {
    EXPECT_NEAR(factors[f].first, exact.first[f], 0.02) << f;
    EXPECT_NEAR(factors[f].total, exact.total[f], 0.02) << f;
    EXPECT_LE(factors[f].first_interval.low, exact.first[f] + 1e-9);
    EXPECT_GE(factors[f].first_interval.high, exact.first[f]);
    EXPECT_LE(factors[f].total_interval.low, exact.total[f]);
    EXPECT_GE(factors[f].total_interval.high, exact.total[f]);
    EXPECT_TRUE(factors[f].converged) << f;
  }
  // It knows no luck.
  EXPECT_EQ(factors[3].first, 0);
  EXPECT_EQ(factors[3].total, 0);
}

TEST(Sensitivity, OfFewPointsIsNotCalledConverged) {
  for (const FactorSensitivity& factor : estimate(SensitivityDesign(SensitivityMethod::sobol, 3, 32, 11), ishigami))
    EXPECT_FALSE(factor.converged);
  for (const FactorSensitivity& factor : estimate(SensitivityDesign(SensitivityMethod::morris, 3, 5, 11), ishigami))
    EXPECT_FALSE(factor.converged);
  EXPECT_FALSE(estimate(SensitivityDesign(SensitivityMethod::sobol, 3, 64, 11), ishigami)[2].converged);
}

TEST(Sensitivity, BySobolGivesLuckItsShare) {
  // Half of the variance is noise: 1/12 of a uniform number each.
  const auto factors = estimate(SensitivityDesign(SensitivityMethod::sobol, 1, 4096, 3),
                                [](const std::vector<double>& place, std::uint64_t noise) {
                                  Random random(DrawKey{noise, make_stream("test.luck"), Month{0}, 0});
                                  return place[0] + random.uniform();
                                });
  EXPECT_NEAR(factors[0].first, 0.5, 0.03);
  EXPECT_NEAR(factors[1].first, 0.5, 0.03);
  EXPECT_NEAR(factors[1].total, 0.5, 0.03);
}

TEST(Sensitivity, ByMorrisFindsSlopesAndWhatIsNotLinear) {
  const SensitivityDesign design(SensitivityMethod::morris, 4, 50, 2);
  const auto factors = estimate(design, [](const std::vector<double>& x, std::uint64_t) {
    return 3 * x[0] - 2 * x[1] + 0 * x[2] + 5 * (x[3] - 0.5) * (x[0] - 0.5);
  });
  EXPECT_NEAR(factors[1].mu, -2, 1e-9);
  EXPECT_NEAR(factors[1].mu_star, 2, 1e-9);
  EXPECT_NEAR(factors[1].sigma, 0, 1e-9);
  EXPECT_TRUE(factors[1].converged);
  EXPECT_NEAR(factors[2].mu_star, 0, 1e-12);
  EXPECT_GT(factors[3].sigma, 1);
  EXPECT_GT(factors[3].mu_star, 0.5);
  EXPECT_EQ(factors[4].mu_star, 0);
}

TEST(Sensitivity, ByMorrisMovesOneFactorAtATimeWithinTheCube) {
  const SensitivityDesign design(SensitivityMethod::morris, 6, 20, 9);
  for (std::size_t point = 0; point < design.points(); ++point) {
    const std::vector<double> here = design.coordinates(point);
    for (const double place : here) EXPECT_TRUE(place > -1e-9 && place < 1 + 1e-9);
    if (point % design.block() == 0) continue;
    const std::vector<double> before = design.coordinates(point - 1);
    int moved = design.noise(point) != design.noise(point - 1) ? 1 : 0;
    for (std::size_t d = 0; d < here.size(); ++d) moved += std::abs(here[d] - before[d]) > 1e-9 ? 1 : 0;
    EXPECT_EQ(moved, 1) << point;
  }
}

TEST(Sensitivity, LeavesOutWhatCouldNotBeMeasured) {
  const SensitivityDesign design(SensitivityMethod::sobol, 3, 4096, 11);
  const Shares exact = ishigami_shares();
  const auto factors = estimate(design, [](const std::vector<double>& x, std::uint64_t noise) {
    return noise % 10 == 0 ? std::numeric_limits<double>::quiet_NaN() : ishigami(x, noise);
  });
  EXPECT_NEAR(factors[1].total, exact.total[1], 0.04);
}

SensitivityPlan small_plan() {
  SensitivityPlan plan;
  plan.params = &shipped().params;
  plan.roster = &shipped_roster();
  plan.setup = small_setup(3);
  plan.last = make_month(1921, 12);
  for (std::size_t i = 0; i < 3; ++i) plan.priors.push_back(shipped().calibration.priors[i]);
  plan.outcomes = {{"collected", "Collected", "Mt", parse_expression("at(state_grain_collections, 1921-12)").value(), {}}};
  plan.size = 2;
  return plan;
}

class SensitivityFolder : public testing::ScratchFolder {};

TEST_F(SensitivityFolder, OfRunsGivesTheSameBytesInOneGoAndAfterAnInterrupt) {
  const SensitivityPlan plan = small_plan();
  const ThreadPool pool(2);
  const Sensitivity whole = run_sensitivity(plan, {.executor = &pool});
  ASSERT_TRUE(whole.finished);
  EXPECT_EQ(whole.points, 10U);
  std::atomic<bool> stop{false};
  EnsembleControl control{.executor = &pool, .stop = &stop, .journal = (folder_ / "s.journal").string(), .key = "s"};
  control.progress = [&](std::size_t done, std::size_t) { stop = done >= 4; };
  EXPECT_FALSE(run_sensitivity(plan, control).finished);
  stop = false;
  control.progress = nullptr;
  EXPECT_EQ(sensitivity_csv(run_sensitivity(plan, control), plan.method), sensitivity_csv(whole, plan.method));
}

}  // namespace
}  // namespace thermidor::experiment
