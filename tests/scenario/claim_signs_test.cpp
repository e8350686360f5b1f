#include "scenario/claim_signs.hpp"

#include <gtest/gtest.h>

namespace thermidor::scenario {
namespace {

Result<std::vector<ClaimSign>> read(const char* text) {
  Result<Document> document = parse_document(text, "claim_signs.toml");
  if (!document) return document.diagnostics();
  Vocabulary vocabulary;
  vocabulary.series = {"hunger", "goods"};
  Diagnostics faults;
  std::vector<ClaimSign> signs = read_claim_signs(document.value(), vocabulary, {{.id = "M017"}, {.id = "M018"}}, faults);
  if (has_errors(faults)) return faults;
  return {std::move(signs), {}};
}

std::string first_fault(const char* text) {
  const Result<std::vector<ClaimSign>> signs = read(text);
  return signs ? std::string() : format_diagnostic(signs.diagnostics().front());
}

TEST(ClaimSigns, SayOfAClaimInWhichMonthsItsRuleIsAtWork) {
  const auto signs = read("[[sign]]\nclaim = \"M017\"\ntitle = \"shops are empty\"\nwhen = \"goods < 0.9\"\n");
  ASSERT_TRUE(signs);
  ASSERT_EQ(signs.value().size(), 1U);
  EXPECT_EQ(signs.value()[0].claim, "M017");
  EXPECT_EQ(signs.value()[0].when.text, "goods < 0.9");
}

TEST(ClaimSigns, AreRefusedWithTheirPlace) {
  const char* const head = "[[sign]]\ntitle = \"t\"\n";
  EXPECT_NE(first_fault((std::string(head) + "claim = \"M071\"\nwhen = \"goods < 1\"\n").c_str()).find("claim_signs.toml:3:9"),
            std::string::npos);
  EXPECT_NE(first_fault((std::string(head) + "claim = \"M017\"\nwhen = \"good < 1\"\n").c_str()).find("goods"),
            std::string::npos);
  EXPECT_NE(first_fault((std::string(head) + "claim = \"M017\"\n").c_str()).find("when"), std::string::npos);
  EXPECT_NE(first_fault((std::string(head) + "claim = \"M017\"\nwhen = \"argmax(goods)\"\n").c_str()).find("a month"),
            std::string::npos);
  EXPECT_NE(first_fault("[[sign]]\nclaim = \"M018\"\ntitle = \"t\"\nwhen = \"hunger > 0\"\n[[sign]]\nclaim = \"M018\"\n"
                        "title = \"t\"\nwhen = \"hunger > 1\"\n")
                .find("M018"),
            std::string::npos);
}

}  // namespace
}  // namespace thermidor::scenario
