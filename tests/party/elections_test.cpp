#include <gtest/gtest.h>

#include "core/math.hpp"
#include "member_fixture.hpp"
#include "party/debate.hpp"

namespace thermidor::party {
namespace {

TEST(GalamRecursion, FollowsThePublishedIterates) {
  const auto rows = read_rows("galam_iterates.csv");
  ASSERT_GE(rows.size(), 10U);
  for (const auto& row : rows) {
    const int size = std::stoi(row[0]);
    const double tie = std::stod(row[1]);
    double share = std::stod(row[2]);
    for (const double expected : read_list(row[3])) {
      EXPECT_NEAR(share, expected, 1e-7) << "groups of " << size << " from " << row[2];
      share = majority_share(share, size, tie);
    }
  }
}

TEST(SlateRecursion, HasTheFixedPointsOfTheTable) {
  const auto rows = read_rows("slate_recursion.csv");
  ASSERT_GE(rows.size(), 40U);
  for (const auto& row : rows) {
    const int size = std::stoi(row[0]);
    const double tie = std::stod(row[1]), slate = std::stod(row[2]);
    if (row[3] == "none") {
      double share = 1.0;
      for (int tier = 0; tier < 400; ++tier) share = slate_tier(share, size, tie, slate);
      EXPECT_LT(share, 0.05) << "groups of " << size << ", slates " << slate;
    } else {
      for (const double point : read_list(row[3])) EXPECT_NEAR(slate_tier(point, size, tie, slate), point, 1e-6);
    }
  }
}

TEST(TierAttenuation, PredictsTheTiersOf1924ByMajorityAlone) {
  const auto rows = read_rows("tier_attenuation_1924.csv");
  ASSERT_GE(rows.size(), 10U);
  for (const auto& row : rows) {
    EXPECT_NEAR(majority_share(std::stod(row[1]), std::stoi(row[3]), 0.0), std::stod(row[4]), 1e-6);
  }
}

TEST(GroupsDrawnWithoutReturn, ConvergeToTheRecursionInLargeMeetings) {
  for (const double share : {0.2, 0.45, 0.7}) {
    const std::int64_t total = 4'000'000;
    const auto marked = static_cast<std::int64_t>(share * static_cast<double>(total));
    EXPECT_NEAR(majority_share_finite(total, marked, 5, 0.0), majority_share(share, 5, 0.0), 1e-5);
  }
  EXPECT_DOUBLE_EQ(majority_share_finite(5, 3, 5, 0.0), 1.0);
  EXPECT_DOUBLE_EQ(majority_share_finite(5, 2, 5, 0.0), 0.0);
  EXPECT_NEAR(majority_share_finite(6, 3, 3, 0.0), 0.5, 1e-12);
}

TEST(VoicedDissent, HasTheTwoEquilibriaOfTheTable) {
  EXPECT_NEAR(voiced_share(0.3, 0.8, 0.5, 0.0), 0.53316490, 1e-6);
  EXPECT_NEAR(voiced_share(0.3, 0.8, 1.0, 0.0), 0.31530481, 1e-6);
  EXPECT_NEAR(voiced_share(0.3, 0.8, 2.0, 0.0), 0.01886180, 1e-6);
  EXPECT_NEAR(voiced_share(0.6, 0.3, 1.5, 0.0), 0.00138081, 1e-6);
  EXPECT_NEAR(voiced_share(0.6, 0.3, 1.5, 1.0), 0.96659795, 1e-6);
  EXPECT_NEAR(voiced_share(0.6, 0.3, 0.0, 0.0), 0.97724987, 1e-6);
}

TEST(VoicedDissent, IsTheFixedPointThatThePlainIterationReaches) {
  const auto iterated = [](double mean, double sd, double fear, double start) {
    double share = start;
    for (int round = 0; round < 5000; ++round) share = 1.0 - normal_cdf((fear * (1.0 - share) - mean) / sd);
    return share;
  };
  int checked = 0;
  for (double mean = -0.95; mean < 2; mean += 0.31) {
    for (double sd = 0.1; sd < 1.5; sd += 0.23) {
      for (double fear = 0; fear < 3.1; fear += 0.37) {
        for (const double start : {0.0, 0.01, 0.15, 0.6, 1.0}) {
          const double share = voiced_share(mean, sd, fear, start);
          ASSERT_NEAR(share, iterated(mean, sd, fear, start), 1e-5) << mean << " " << sd << " " << fear << " " << start;
          ++checked;
        }
      }
    }
  }
  EXPECT_GT(checked, 2000);
}

TEST(PurgeEquilibrium, FollowsTheTableOnBothBranches) {
  const auto rows = read_rows("purge_equilibrium.csv");
  ASSERT_GE(rows.size(), 20U);
  for (const auto& row : rows) {
    PurgeGame game;
    game.violence = std::stod(row[1]);
    const PurgeOutcome outcome = purge_equilibrium(game, row[0] == "from_X=2" ? 2.0 : 0.0);
    EXPECT_NEAR(outcome.effort, std::stod(row[2]), 2e-5) << row[0] << " L=" << row[1];
    EXPECT_NEAR(outcome.purged, std::stod(row[6]), 1e-5) << row[0] << " L=" << row[1];
    EXPECT_NEAR(outcome.good_after, std::stod(row[9]), 1e-5) << row[0] << " L=" << row[1];
  }
}

}  // namespace
}  // namespace thermidor::party
