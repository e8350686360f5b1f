// The essay as data: the shipped claims are whole, and what the scenario says about them agrees with them.
#include "scenario/claims.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>

#include "scenario/scenario.hpp"

namespace thermidor::scenario {
namespace {

const Scenario& shipped() {
  static const Result<Scenario> loaded = load_scenario(THERMIDOR_SOURCE_DIR "/scenarios/soviet-1921");
  static const Scenario none;
  return loaded ? loaded.value() : none;
}

// Words that look like ids of claims.
std::set<std::string> ids_in(const std::string& text) {
  std::set<std::string> ids;
  std::string word;
  for (const char c : text + " ") {
    if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) {
      word += c;
    } else {
      if (word.size() >= 3 && kind_of_claim(word) != nullptr) ids.insert(word);
      word.clear();
    }
  }
  return ids;
}

TEST(ShippedClaims, AreNumberedWithoutGapsInEveryKind) {
  const std::map<char, std::size_t> expected = {{'S', 97}, {'M', 200}, {'Q', 57}, {'A', 53},
                                                {'P', 56}, {'C', 73},  {'O', 20}, {'H', 66}};
  std::map<char, std::size_t> counts;
  for (const Claim& claim : shipped().claims) {
    const std::size_t number = ++counts[claim.id.front()];
    EXPECT_EQ(std::stoul(claim.id.substr(1)), number) << claim.id;
  }
  EXPECT_EQ(counts, expected);
}

TEST(ShippedClaims, HaveAReferenceAndFewWords) {
  for (const Claim& claim : shipped().claims) {
    EXPECT_TRUE(is_reference(claim.reference)) << claim.id;
    EXPECT_LE(claim.text.size(), 140U) << claim.id;
    EXPECT_GE(claim.text.size(), 15U) << claim.id;
  }
}

TEST(ShippedClaims, EveryQuestionIsACounterfactualOfTheEssay) {
  for (const Question& question : shipped().questions) {
    EXPECT_EQ(question.id.front(), 'C') << question.id;
    EXPECT_NE(shipped().find_claim(question.id), nullptr) << question.id;
  }
}

TEST(ShippedClaims, EndingsAndExpectationsBearTheirIds) {
  for (const society::EndingRow& ending : shipped().params.society.endings)
    EXPECT_NE(shipped().find_claim(ending.id), nullptr) << ending.id;
  for (const Check& check : shipped().checks) {
    const std::string name = check.id.substr(0, check.id.find('.'));
    if (name.front() != 'H') continue;
    EXPECT_NE(shipped().find_claim(name), nullptr) << check.id;
  }
}

TEST(ShippedClaims, ChecksAndContrastsCiteOnlyClaimsThatExist) {
  std::set<std::string> cited;
  for (const Check& check : shipped().checks) cited.merge(ids_in(check.claim));
  for (const Contrast& contrast : shipped().contrasts) cited.merge(ids_in(contrast.claim));
  EXPECT_GE(cited.size(), 20U);
  for (const std::string& id : cited) EXPECT_NE(shipped().find_claim(id), nullptr) << id;
}

TEST(ShippedClaims, EachIsUsedOrItIsSaidWhyNot) {
  const auto uses = read_claim_uses(shipped().folder, shipped().claims);
  ASSERT_TRUE(uses) << format_diagnostic(uses.diagnostics()[0]);
  std::set<std::string> told;
  for (const ClaimUse& use : uses.value()) {
    if (use.use != "same lines" && use.use != "page") told.insert(use.claim);
  }
  for (const Claim& claim : shipped().claims) EXPECT_TRUE(told.contains(claim.id)) << claim.id;
}

}  // namespace
}  // namespace thermidor::scenario
