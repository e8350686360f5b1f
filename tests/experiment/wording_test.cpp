#include "experiment/wording.hpp"

#include <gtest/gtest.h>

namespace thermidor::experiment {
namespace {

TEST(Wording, ADifferenceOfNothingHasNoSign) {
  Comparison comparison;
  comparison.n = 10;
  comparison.sign_share = 1;
  EXPECT_EQ(sign_text(comparison), "no difference");
  comparison.difference = -0.2;
  comparison.sign_share = 0.9;
  EXPECT_EQ(sign_text(comparison), "90 %");
}

}  // namespace
}  // namespace thermidor::experiment
