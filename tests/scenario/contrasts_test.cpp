#include "scenario/contrasts.hpp"

#include <gtest/gtest.h>

#include "names_for_tests.hpp"

namespace thermidor::scenario {
namespace {

const char* const kContrast = R"TOML([[contrast]]
id = "pair.one"
title = "one thing"
claim = "S10"
both = [{ at = "1922-01", act = "set", instrument = "gold_sales", value = 10 }]
do = [
  { at = "1924-01", act = "set", lever = "rigour", value = 0.5 },
  { at = "1923-01", act = "shock", name = "goods", value = 5 },
]
[[contrast.outcome]]
id = "harvest"
title = "Harvest"
unit = "million tonnes"
value = "at(grain_harvest, 1926-12)"
[[contrast.expect]]
outcome = "harvest"
of = "ratio"
low = 1.1
high = 1.8
share = 0.8
source = "somebody"
[[contrast.expect]]
outcome = "harvest"
sign = "rise"
judged = "median"
source = "somebody"
)TOML";

std::vector<Contrast> read(const std::string& text, Diagnostics& faults) {
  Result<Document> document = parse_document(text, "c.toml");
  EXPECT_TRUE(document) << text;
  if (!document) return {};
  return read_contrasts(document.value(), small_names(), make_vocabulary(small_names()), faults);
}

TEST(Contrasts, AreReadWithTheirActsOutcomesAndExpectations) {
  Diagnostics faults;
  const std::vector<Contrast> contrasts = read(kContrast, faults);
  ASSERT_TRUE(faults.empty()) << format_diagnostic(faults[0]);
  ASSERT_EQ(contrasts.size(), 1U);
  const Contrast& contrast = contrasts[0];
  EXPECT_EQ(contrast.history_until, small_names().end.next());
  EXPECT_EQ(contrast.until, Month{});
  ASSERT_EQ(contrast.both.size(), 1U);
  ASSERT_EQ(contrast.acts.size(), 2U);
  EXPECT_EQ(contrast.acts[0].text, "shock.goods=5@1923-01") << "acts are sorted by month";
  ASSERT_EQ(contrast.expectations.size(), 2U);
  const Expectation& band = contrast.expectations[0];
  EXPECT_EQ(band.compared, Compared::ratio);
  EXPECT_EQ(band.low, 1.1);
  EXPECT_EQ(band.high, 1.8);
  EXPECT_EQ(band.share, 0.8);
  EXPECT_FALSE(band.by_median);
  const Expectation& sign = contrast.expectations[1];
  EXPECT_EQ(sign.compared, Compared::difference);
  EXPECT_EQ(sign.sign, 1);
  EXPECT_TRUE(sign.by_median);
}

struct Mistake {
  const char* from;
  const char* to;
  const char* message;
};

class ContrastMistake : public testing::TestWithParam<Mistake> {};

TEST_P(ContrastMistake, IsReportedAtItsPlace) {
  std::string text = kContrast;
  text.replace(text.find(GetParam().from), std::string(GetParam().from).size(), GetParam().to);
  Diagnostics faults;
  read(text, faults);
  sort_diagnostics(faults);
  ASSERT_FALSE(faults.empty()) << text;
  EXPECT_EQ(format_diagnostic(faults[0]), GetParam().message);
}

INSTANTIATE_TEST_SUITE_P(
    Kinds, ContrastMistake,
    testing::Values(
        Mistake{"outcome = \"harvest\"\nof", "outcome = \"harvst\"\nof",
                "c.toml:16:11: error: unknown outcome 'harvst'; expected one of harvest; did you mean harvest?"},
        Mistake{"of = \"ratio\"", "of = \"ration\"",
                "c.toml:17:6: error: unknown of 'ration'; expected one of difference, ratio, baseline, changed; did you mean "
                "ratio?"},
        Mistake{"low = 1.1\nhigh = 1.8\n", "",
                "c.toml:15:1: error: an expectation has either a band or a sign; expected low or high, or sign = \"rise\" or "
                "\"fall\""},
        Mistake{"low = 1.1", "low = 2.1", "c.toml:18:7: error: low is above high; expected low <= high"},
        Mistake{"share = 0.8", "share = 80", "c.toml:20:9: error: a share of draws beyond its bounds; expected 0 < share <= 1"},
        Mistake{"judged = \"median\"", "judged = \"median\"\nshare = 0.5",
                "c.toml:26:9: error: the median draw is judged, no share; expected no share"},
        Mistake{"sign = \"rise\"", "sign = \"rise\"\nof = \"changed\"",
                "c.toml:24:8: error: one arm alone does not rise or fall; expected of = \"difference\" or \"ratio\""},
        Mistake{
            "value = \"at(grain_harvest, 1926-12)\"", "value = \"at(grain_harvst, 1926-12)\"",
            "c.toml:14:13: error: unknown series 'grain_harvst'; expected the name of a series; did you mean grain_harvest?"},
        Mistake{"lever = \"rigour\"", "lever = \"rigor\"",
                "c.toml:7:42: error: unknown lever 'rigor'; expected the name of a lever; did you mean rigour?"},
        Mistake{"claim = \"S10\"", "claim = \"S10\"\nhistory_until = \"1931-01\"",
                "c.toml:5:17: error: 1931-01 lies outside the scenario; expected a month from 1921-03 to 1930-01"},
        Mistake{"claim = \"S10\"", "claim = \"S10\"\nuntil = \"1931-01\"",
                "c.toml:5:9: error: 1931-01 lies outside the scenario; expected a month from 1921-03 to 1929-12"},
        Mistake{
            "claim = \"S10\"", "claim = \"S10\"\nnotes = \"\"",
            "c.toml:5:1: error: unknown key 'notes'; expected one of id, title, claim, history_until, until, note, both, do, "
            "outcome, expect; did you mean note?"}));

TEST(Contrasts, WithoutActsJudgeTheBaselineAlone) {
  std::string text = kContrast;
  const std::size_t acts = text.find("do = [");
  text.erase(acts, text.find("[[contrast.outcome]]") - acts);
  Diagnostics faults;
  read(text, faults);
  ASSERT_EQ(faults.size(), 2U);
  EXPECT_NE(faults[0].message.find("nothing is changed"), std::string::npos);
}

TEST(Contrasts, OfOneFileHaveIdsOfTheirOwn) {
  Diagnostics faults;
  read(std::string(kContrast) + kContrast, faults);
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_NE(faults[0].message.find("'pair.one' is given twice"), std::string::npos);
}

}  // namespace
}  // namespace thermidor::scenario
