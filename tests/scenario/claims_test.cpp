#include "scenario/claims.hpp"

#include <gtest/gtest.h>

namespace thermidor::scenario {
namespace {

const char* const kClaims = R"TOML(claim = [
  { id = "S10", ref = "L11.9, L71.4", text = "grain is taken" },
  { id = "M017", ref = "L65.8", voice = "E inf", text = "no goods, no grain" },
]
[voices]
E = "the essayist"
inf = "inferred"
)TOML";

std::vector<Claim> read(const std::string& text, Diagnostics& faults) {
  Result<Document> document = parse_document(text, "c.toml");
  EXPECT_TRUE(document) << text;
  return document ? read_claims(document.value(), faults) : std::vector<Claim>{};
}

TEST(Claims, AreReadWithReferenceAndVoiceInWords) {
  Diagnostics faults;
  const std::vector<Claim> claims = read(kClaims, faults);
  ASSERT_TRUE(faults.empty()) << format_diagnostic(faults[0]);
  ASSERT_EQ(claims.size(), 2U);
  EXPECT_EQ(claims[0].reference, "L11.9, L71.4");
  EXPECT_EQ(claims[0].voice, "");
  EXPECT_EQ(claims[1].voice, "the essayist; inferred");
  EXPECT_EQ(claims[1].text, "no goods, no grain");
  EXPECT_STREQ(kind_of_claim(claims[1].id), "mechanism");
  EXPECT_EQ(kind_of_claim("X12"), nullptr);
}

TEST(Claims, ReferencesAreLinesSentencesAndStretchesOfThem) {
  for (const char* good : {"L9", "L9.5", "L9.1-3", "L81-85", "L9.1-3, L81-85, L7.1"}) EXPECT_TRUE(is_reference(good)) << good;
  for (const char* bad : {"", "9.5", "L", "L9.", "L9.x", "L9.1-", "L9.1,L10", "L9.1-L10", "L9.1 "})
    EXPECT_FALSE(is_reference(bad)) << bad;
}

struct Mistake {
  const char* from;
  const char* to;
  const char* message;
};

class ClaimMistake : public testing::TestWithParam<Mistake> {};

TEST_P(ClaimMistake, IsReportedAtItsPlace) {
  std::string text = kClaims;
  text.replace(text.find(GetParam().from), std::string(GetParam().from).size(), GetParam().to);
  Diagnostics faults;
  read(text, faults);
  sort_diagnostics(faults);
  ASSERT_EQ(faults.size(), 1U) << text;
  EXPECT_EQ(format_diagnostic(faults[0]), GetParam().message);
}

INSTANTIATE_TEST_SUITE_P(
    Kinds, ClaimMistake,
    testing::Values(
        Mistake{"\"S10\"", "\"X10\"",
                "c.toml:2:10: error: unknown kind of claim 'X'; expected an id that begins with one of S system, M mechanism, "
                "Q quantity, A actor, P policy, C counterfactual, O ending, H expected development"},
        Mistake{"\"S10\"", "\"S1\"",
                "c.toml:2:10: error: id 'S1' is no id of a claim; expected a letter and two or three digits"},
        Mistake{"\"S10\"", "\"M017\"", "c.toml:3:10: error: id 'M017' is given twice; expected an id of its own"},
        Mistake{"ref = \"L65.8\", ", "", "c.toml:3:3: error: no ref; expected ref = ..."},
        Mistake{"\"L65.8\"", "\"65.8\"",
                "c.toml:3:24: error: '65.8' is no reference; expected lines and sentences such as \"L9.5, L11.7-9, L81-85\""},
        Mistake{"\"E inf\"", "\"E inv\"",
                "c.toml:3:41: error: unknown voice 'inv'; expected keys of [voices] with blanks between; did you mean inf?"},
        Mistake{"text = \"grain is taken\"", "words = \"grain is taken\", text = \"x\"",
                "c.toml:2:39: error: unknown key 'words'; expected one of id, ref, voice, text"},
        Mistake{"[voices]", "[voice]\nA = \"a\"\n[voices]",
                "c.toml:5:2: error: unknown key 'voice'; expected the name of a key; did you mean voices?"}));

TEST(ClaimUses, AreReadFromTheIndex) {
  Diagnostics faults;
  const std::vector<Claim> claims = read(kClaims, faults);
  const auto uses =
      parse_claim_uses("# generated\nM017\trule\tsrc/a.cpp\tFarms sell\nS10\tleft out\tslip\ta misprint\n", "i.tsv", claims);
  ASSERT_TRUE(uses);
  ASSERT_EQ(uses.value().size(), 2U);
  EXPECT_EQ(uses.value()[0].name, "src/a.cpp");
  EXPECT_EQ(uses.value()[0].what, "Farms sell");
  EXPECT_EQ(uses.value()[1].use, "left out");
}

TEST(ClaimUses, OfClaimsAndKindsThatDoNotExistAreFaults) {
  Diagnostics faults;
  const std::vector<Claim> claims = read(kClaims, faults);
  const auto uses = parse_claim_uses("M018\trule\ta\tb\nM017\trul\ta\tb\nM017\trule\ta\n", "i.tsv", claims);
  ASSERT_FALSE(uses);
  ASSERT_EQ(uses.diagnostics().size(), 3U);
  EXPECT_EQ(format_diagnostic(uses.diagnostics()[0]),
            "i.tsv:1:1: error: unknown claim 'M018'; expected the id of a row of claims.toml");
  EXPECT_EQ(format_diagnostic(uses.diagnostics()[1]),
            "i.tsv:2:6: error: unknown use 'rul'; expected rule, check, page, ...; did you mean rule?");
  EXPECT_EQ(format_diagnostic(uses.diagnostics()[2]),
            "i.tsv:3:1: error: a line of 3 cells; expected claim, use, name and what with tabs between");
}

TEST(ClaimUses, AreNoneWhereThereIsNoIndex) {
  const auto uses = read_claim_uses("/nowhere", {});
  ASSERT_TRUE(uses);
  EXPECT_TRUE(uses.value().empty());
}

}  // namespace
}  // namespace thermidor::scenario
