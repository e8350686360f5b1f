#include "scenario/designs.hpp"

#include <gtest/gtest.h>

#include "names_for_tests.hpp"

namespace thermidor::scenario {
namespace {

const char* const kDesign = R"toml(id = "d"
title = "Design"
background = "b"
at = "1922-04"
cannot_tell = "c"
[[factor]]
id = "rigour"
title = "Rigour"
[[factor.level]]
id = "low"
title = "as it is"
[[factor.level]]
id = "high"
title = "high"
[[factor.level.do]]
at = "1922-04"
act = "set"
lever = "rigour"
value = 0.9
[[outcome]]
id = "x"
title = "X"
unit = "share"
value = "strongest_share"
)toml";

Design read(const std::string& text, Diagnostics& faults) {
  Result<Document> document = parse_document(text, "d.toml");
  EXPECT_TRUE(document) << text;
  return read_design(document.value(), small_names(), make_vocabulary(small_names()), faults);
}

TEST(Designs, AreReadWithFactorsLevelsAndOutcomes) {
  Diagnostics faults;
  const Design design = read(kDesign, faults);
  EXPECT_TRUE(faults.empty());
  ASSERT_EQ(design.factors.size(), 1U);
  ASSERT_EQ(design.factors[0].levels.size(), 2U);
  EXPECT_TRUE(design.factors[0].levels[0].acts.empty());
  ASSERT_EQ(design.factors[0].levels[1].acts.size(), 1U);
  EXPECT_EQ(design.factors[0].levels[1].acts[0].text, "lever.rigour=0.9@1922-04");
  EXPECT_EQ(design.outcomes.size(), 1U);
}

TEST(Designs, OfOneLevelOrWithEarlyActsAreRefusedAtTheirPlace) {
  std::string text = kDesign;
  text.replace(text.find("[[factor.level]]\nid = \"low\"\ntitle = \"as it is\"\n"), 46, "");
  text.replace(text.find("at = \"1922-04\"\nact"), 14, "at = \"1921-04\"");
  Diagnostics faults;
  read(text, faults);
  ASSERT_EQ(faults.size(), 2U);
  EXPECT_EQ(format_diagnostic(faults[0]),
            "d.toml:6:1: error: a factor with fewer than two levels; expected [[factor.level]] twice or more");
  EXPECT_NE(format_diagnostic(faults[1]).find("comes before the fork in 1922-04"), std::string::npos);
}

TEST(Designs, EndWithTheScenarioOrAFewYearsBeyondIt) {
  Diagnostics faults;
  EXPECT_EQ(read(kDesign, faults).until, small_names().end);
  const auto until = [&faults](const std::string& month) {
    std::string text = kDesign;
    return read(text.replace(text.find("cannot_tell"), 0, "until = \"" + month + "\"\n"), faults).until;
  };
  EXPECT_EQ(until("1933-12"), make_month(1933, 12));
  EXPECT_TRUE(faults.empty());
  until("1922-03");
  until("2033-01");
  ASSERT_EQ(faults.size(), 2U);
  EXPECT_NE(
      format_diagnostic(faults[0]).find("d.toml:5:9: error: 1922-03 is no month to end in; expected a month from 1922-04 to"),
      std::string::npos)
      << format_diagnostic(faults[0]);
}

TEST(Designs, WhoseFactorsContradictOneAnotherAreRefused) {
  std::string text = kDesign;
  text +=
      "[[factor]]\nid = \"two\"\ntitle = \"Two\"\n[[factor.level]]\nid = \"a\"\ntitle = \"a\"\n[[factor.level]]\nid = \"b\"\n"
      "title = \"b\"\n[[factor.level.do]]\nat = \"1922-04\"\nact = \"set\"\nlever = \"rigour\"\nvalue = 0.1\n";
  Diagnostics faults;
  read(text, faults);
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_NE(faults[0].message.find("contradicts"), std::string::npos);
}

}  // namespace
}  // namespace thermidor::scenario
