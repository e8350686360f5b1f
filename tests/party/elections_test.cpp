// Tables of published and derived values are in tests/reference/party_tiers_test.cpp.
#include <gtest/gtest.h>

#include "core/math.hpp"
#include "member_fixture.hpp"
#include "party/debate.hpp"

namespace thermidor::party {
namespace {

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

}  // namespace
}  // namespace thermidor::party
