#include "experiment/member_design.hpp"

#include <gtest/gtest.h>

#include <set>

#include "experiment/calibrate.hpp"
#include "experiment/parameter_draws.hpp"
#include "support/shipped_runs.hpp"

namespace thermidor::experiment {
namespace {

const scenario::Calibration& calibration() { return shipped().calibration; }

TEST(MemberDesign, OfALatinHypercubeMeetsEveryStratumOfEveryPriorOnce) {
  for (const std::size_t members : {2U, 7U, 64U, 100U}) {
    const MemberDesign design(DesignKind::lhs, members, 5, calibration());
    ASSERT_EQ(design.parameters().size(), calibration().priors.size());
    std::vector<std::set<std::size_t>> strata(design.parameters().size());
    for (std::size_t member = 0; member < members; ++member) {
      const std::vector<double> values = design.values(member);
      for (std::size_t d = 0; d < values.size(); ++d) {
        const double place = prior_place(calibration().priors[d], values[d]);
        strata[d].insert(static_cast<std::size_t>(place * static_cast<double>(members)));
      }
    }
    // The edge of a stratum may be rounded into its neighbour.
    for (const std::set<std::size_t>& met : strata) EXPECT_GE(met.size() + 1, members);
  }
}

TEST(MemberDesign, ShufflesWithoutLosingAnybody) {
  for (const std::size_t count : {1U, 2U, 3U, 17U, 256U, 1000U}) {
    std::set<std::size_t> places;
    std::size_t moved = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t place = shuffled(i, count, 99);
      EXPECT_LT(place, count);
      places.insert(place);
      moved += place != i ? 1U : 0U;
    }
    EXPECT_EQ(places.size(), count);
    EXPECT_GE(moved, count > 16 ? count / 2 : 0);
  }
}

TEST(MemberDesign, OfAPosteriorGivesWhatTheSeedDraws) {
  ASSERT_FALSE(calibration().posterior.empty());
  const MemberDesign design(DesignKind::posterior, 10, 40, calibration());
  ParameterDraws draws;
  draws.posterior = calibration().posterior;
  for (const std::size_t member : {0U, 3U, 9U}) {
    EXPECT_EQ(design.seed_of(member), 40 + member);
    Digest ours;
    Digest theirs;
    digest_value(ours, *design.constants(shipped().params, member));
    digest_value(theirs, *draws.of_member(shipped().params, 40 + member));
    EXPECT_EQ(ours.value(), theirs.value());
  }
}

TEST(MemberDesign, OfSeedsLeavesTheStoredConstants) {
  const MemberDesign design(DesignKind::seeds, 10, 1, calibration());
  EXPECT_FALSE(design.constants(shipped().params, 4));
  EXPECT_TRUE(design.parameters().empty());
}

// The first points of the published sequence.
TEST(SobolSequence, StartsAsPublished) {
  const SobolSequence sequence(4, 0);
  const std::vector<std::vector<double>> expected = {
      {0, 0, 0, 0}, {0.5, 0.5, 0.5, 0.5}, {0.75, 0.25, 0.25, 0.25}, {0.25, 0.75, 0.75, 0.75}, {0.375, 0.375, 0.625, 0.875}};
  for (std::size_t point = 0; point < expected.size(); ++point) {
    for (std::size_t d = 0; d < 4; ++d)
      EXPECT_NEAR(sequence.coordinate(point, d), expected[point][d], 1e-9) << point << " " << d;
  }
}

TEST(SobolSequence, FillsEveryDimensionEvenlyWhateverTheShift) {
  for (const std::uint64_t seed : {0U, 7U}) {
    const SobolSequence sequence(kSobolDimensions, seed);
    ASSERT_EQ(sequence.dimensions(), kSobolDimensions);
    for (std::size_t d = 0; d < kSobolDimensions; ++d) {
      std::set<int> cells;
      for (std::size_t point = 0; point < 256; ++point) cells.insert(static_cast<int>(256 * sequence.coordinate(point, d)));
      EXPECT_EQ(cells.size(), 256U) << d;
    }
  }
}

}  // namespace
}  // namespace thermidor::experiment
