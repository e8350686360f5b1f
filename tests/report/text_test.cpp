#include "report/text.hpp"

#include <gtest/gtest.h>

namespace thermidor::report {
namespace {

TEST(ReportText, EscapesWhatHtmlReads) { EXPECT_EQ(escape("a<b & \"c\">"), "a&lt;b &amp; &quot;c&quot;&gt;"); }

TEST(ReportText, ShowsAboutThreeDigits) {
  EXPECT_EQ(number(0.5312), "0.53");
  EXPECT_EQ(number(12.345), "12.3");
  EXPECT_EQ(number(123.456), "123");
  EXPECT_EQ(number(0.0123), "0.012");
}

TEST(ReportText, ShowsWholeNumbersWithoutDecimals) {
  EXPECT_EQ(number(40), "40");
  EXPECT_EQ(number(0), "0");
}

TEST(ReportText, GroupsThousandsFromTenThousandOn) {
  EXPECT_EQ(number(1240), "1240");
  EXPECT_EQ(number(124012),
            "124\xE2\x80\x89"
            "012");
}

TEST(ReportText, UsesARealMinusAndNeverMinusZero) {
  EXPECT_EQ(number(-2.1),
            "\xE2\x88\x92"
            "2.10");
  EXPECT_EQ(number(-0.00001), "0.0000");
}

TEST(ReportText, SharesBecomePercents) {
  EXPECT_EQ(percent(0.43), "43\xE2\x80\x89%");
  EXPECT_EQ(percent(0.034), "3.4\xE2\x80\x89%");
  EXPECT_EQ(with_unit(0.5, "share of runs"), "50\xE2\x80\x89%");
  EXPECT_EQ(with_unit(11, "million tonnes"), "11 million tonnes");
}

TEST(ReportText, ASmallShareIsNotRoundedToNone) {
  EXPECT_EQ(percent(0.0004), "under 0.1\xE2\x80\x89%");
  EXPECT_EQ(percent(0), "0\xE2\x80\x89%");
}

TEST(ReportText, DifferencesOfSharesArePoints) {
  EXPECT_EQ(points(0.18), "+18");
  EXPECT_EQ(points(-0.012),
            "\xE2\x88\x92"
            "1.2");
  EXPECT_EQ(points(-0.00001), "0");
}

TEST(ReportText, UnitsAreInPlainWords) {
  EXPECT_EQ(plain_unit("1913=100"), "1913 = 100");
  EXPECT_EQ(plain_unit("1790=1"), "1790 = 1");
  EXPECT_EQ(plain_unit("share"), "share, 0 to 1");
  EXPECT_EQ(plain_unit("million tonnes"), "million tonnes");
}

TEST(ReportText, BigNumbersHaveWords) { EXPECT_EQ(number(5.4e9), "5.4 billion"); }

TEST(ReportText, BlankLinesPartParagraphs) { EXPECT_EQ(paragraphs("one\n\ntwo"), "<p>one</p>\n<p>two</p>\n"); }

TEST(ReportText, NotFiniteIsADash) { EXPECT_EQ(number(0.0 / 0.0 * 1.0), "\xE2\x80\x93"); }

}  // namespace
}  // namespace thermidor::report
