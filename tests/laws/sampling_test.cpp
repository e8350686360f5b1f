// A farm may stand for many: what comes out is the same but for the error of sampling, without a lean to one side.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "economy/farms_fixture.hpp"
#include "experiment/checks.hpp"
#include "support/shipped_runs.hpp"

namespace thermidor::experiment {
namespace {

// Mean and standard error of what seeds give.
class Sample {
 public:
  void add(double value) {
    ++count_;
    const double step = value - mean_;
    mean_ += step / count_;
    squares_ += step * (value - mean_);
  }
  int count() const { return count_; }
  double mean() const { return mean_; }
  double error() const { return std::sqrt(squares_ / (count_ - 1.0) / count_); }

 private:
  int count_ = 0;
  double mean_ = 0;
  double squares_ = 0;
};

class FarmSample : public ::testing::TestWithParam<int> {};

// A region of 41,300 farms at one in a thousand is 41 or 42 of them, and never the same stretch of the distribution of land.
TEST_P(FarmSample, IsRightInTheMeanOverSeeds) {
  const std::int64_t sampling = GetParam();
  const economy::FarmParams params;
  std::vector<economy::FarmRegion> regions = economy::make_regions(41300);
  double land = 0;
  for (const economy::FarmRegion& region : regions) land += region.households * region.land_mean * params.start.land_reserve;
  Sample households;
  Sample hectares;
  Sample people;
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
    const economy::FarmState state =
        economy::create_farms(params, regions, sampling, seed, 1, make_month(1921, 2), SerialExecutor{});
    FarmCount sum;
    for (std::size_t r = 0; r < regions.size(); ++r) {
      const FarmCount count = count_farms(state.farms, make_id<RegionId>(r));
      sum.households += count.households;
      sum.land_centihectares += count.land_centihectares;
      sum.people += count.people;
    }
    households.add(static_cast<double>(sum.households));
    hectares.add(static_cast<double>(sum.land_centihectares) / 100);
    people.add(sum.people.real());
  }
  EXPECT_NEAR(households.mean(), 3 * 41300, 4 * households.error() + 1e-6);
  EXPECT_NEAR(hectares.mean(), land, 4 * hectares.error());
  EXPECT_NEAR(people.mean(), 3 * 41300 * regions[0].eaters,
              4 * people.error() + 0.001 * people.mean());  // few have over thirty
}

// Beasts do better in some quarters of the year than in others: a coarse sample whose first third of tiles is always the larger
// would have more horses.
TEST_P(FarmSample, PassesItsQuartersInAllMonthsAlikeInTheMeanOverSeeds) {
  const std::int64_t sampling = GetParam();
  const economy::FarmParams params;
  std::array<Sample, 3> shares;
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
    const economy::FarmState state =
        economy::create_farms(params, economy::make_regions(41300), sampling, seed, 1, make_month(1921, 2), SerialExecutor{});
    std::array<double, 3> farms{};
    for (const FarmBlock& block : state.farms.blocks) {
      for (std::uint32_t tile = 0; tile < block.tiles; ++tile) {
        const FarmColumn<std::uint8_t>& eaters = state.farms.tiles[block.first_tile + tile].eaters;
        const auto living = eaters.size() - static_cast<std::size_t>(std::ranges::count(eaters, 0));
        for (std::uint32_t month = 0; month < 3; ++month) {
          if (first_to_turn(month, block.turn) == tile % 3) farms[month] += static_cast<double>(living);
        }
      }
    }
    for (std::size_t month = 0; month < 3; ++month) shares[month].add(farms[month] / (farms[0] + farms[1] + farms[2]));
  }
  for (const Sample& share : shares) EXPECT_NEAR(share.mean(), 1.0 / 3, 4 * share.error() + 1e-9);
}

INSTANTIATE_TEST_SUITE_P(Rates, FarmSample, ::testing::Values(100, 1000, 10000));

// Values of the checks of one run under the record's decisions.
std::vector<CheckResult> checks_at(std::int32_t sample, std::uint64_t seed) {
  RunSetup setup;
  setup.seed = seed;
  setup.sample = sample;
  const Month end = shipped().params.scenario.end;
  const RunState run = play(setup, {{}, shipped().chronicle, end.next()}, end);
  EXPECT_EQ(run.record.fault, "");
  return evaluate_checks(shipped().checks, run.record, shipped_roster());
}

// Where the farms' answer is curved, a coarse country differs from a fine one in the mean as well, which enough seeds always
// show: over 128 of them by less than a hundredth of the band's width for 103 of 108 checks, by three hundredths at most.
constexpr double kOfNoConcern = .01;

double of_no_concern(const scenario::Check& check) {
  return check.low && check.high ? kOfNoConcern * (*check.high - *check.low) : 0;
}

// Differences of the same seeds, by Student's t: 4.5 and more comes once in two thousand at 15 degrees of freedom.
TEST(Sampling, OneInAThousandAndOneInAHundredAgreeOnEveryCheck) {
  constexpr int kSeeds = 16;
  std::vector<Sample> differences(shipped().checks.size());
  for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
    const std::vector<CheckResult> coarse = checks_at(1000, seed);
    const std::vector<CheckResult> fine = checks_at(100, seed);
    for (std::size_t i = 0; i < coarse.size(); ++i) {
      if (coarse[i].value && fine[i].value) differences[i].add(*coarse[i].value - *fine[i].value);
    }
  }
  int compared = 0;
  for (std::size_t i = 0; i < differences.size(); ++i) {
    const Sample& difference = differences[i];
    if (difference.count() < kSeeds) continue;
    ++compared;
    EXPECT_LE(std::abs(difference.mean()), 4.5 * difference.error() + of_no_concern(shipped().checks[i]) + 1e-9)
        << shipped().checks[i].id;
  }
  EXPECT_GE(compared, 50);
}

}  // namespace
}  // namespace thermidor::experiment
