#include "experiment/study_member.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace thermidor::experiment {
namespace {

StudyMember sample_member() {
  StudyMember member;
  member.seed = 0xFFFFFFFFFFFFFFFFULL;
  member.applicable = false;
  member.fault = "1922-03: books: 5 % short\nsecond line";
  member.log_probability = -12.34567890123456789;
  member.history_decisions = 17;
  member.forced = {{1921 * 12 + 4, "appoint A to B", 0.125}, {1925 * 12, "", 1e-300}};
  member.baseline = {0.1, -0.0, std::numeric_limits<double>::quiet_NaN()};
  member.counterfactual = {1e308, 5e-324, 3};
  member.endings_baseline = {"O01", "O02"};
  member.digest_baseline = 1;
  member.digest_counterfactual = 0xDEADBEEFCAFEF00DULL;
  member.shown_baseline = {1.5F, -2.25F, 3e38F};
  member.bands_baseline = {1, 0.25, 2, std::numeric_limits<double>::quiet_NaN()};
  member.bands_counterfactual = {0, 1e9, 1, -3};
  return member;
}

TEST(StudyMember, TextGivesBackTheSameBits) {
  const StudyMember member = sample_member();
  const std::string text = encode_member(member);
  EXPECT_EQ(text.find('\n'), std::string::npos);
  const auto read = decode_member(text);
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(encode_member(*read), text);
  EXPECT_EQ(read->seed, member.seed);
  EXPECT_FALSE(read->applicable);
  EXPECT_EQ(read->fault, member.fault);
  EXPECT_EQ(read->log_probability, member.log_probability);
  EXPECT_EQ(read->forced[0].act, "appoint A to B");
  EXPECT_EQ(read->forced[1].probability, 1e-300);
  EXPECT_TRUE(std::isnan(read->baseline[2]));
  EXPECT_TRUE(std::signbit(read->baseline[1]));
  EXPECT_EQ(read->endings_baseline, member.endings_baseline);
  EXPECT_TRUE(read->endings_counterfactual.empty());
  EXPECT_EQ(read->shown_baseline, member.shown_baseline);
  EXPECT_EQ(read->bands_counterfactual, member.bands_counterfactual);
  EXPECT_EQ(encode_measured(*read), encode_measured(member));
}

TEST(StudyMember, CutOrForeignTextIsRefused) {
  const std::string text = encode_member(sample_member());
  for (std::size_t length = 0; length < text.size(); length += 3) {
    EXPECT_FALSE(decode_member(text.substr(0, length)).has_value()) << length;
  }
  EXPECT_FALSE(decode_member("not a member").has_value());
  EXPECT_FALSE(decode_member(text + " 1").has_value());
}

}  // namespace
}  // namespace thermidor::experiment
