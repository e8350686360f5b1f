#include "scenario/verdicts.hpp"

#include <gtest/gtest.h>

#include "names_for_tests.hpp"

namespace thermidor::scenario {
namespace {

const char* const kRuns = R"toml([[verdict]]
id = "won"
title = "Who won?"
says = "the loser"
who = "somebody"
essay = "L113.1"
given = "leads('anna')"
against = "leads('boris')"
value = "strongest_share"
unit = "share"
expects = "same"
margin = 0.1
source = "assumed"
)toml";

const char* const kEffect = R"toml([[verdict]]
id = "kinder"
title = "Kinder?"
says = "yes"
who = "somebody"
essay = "L113.2"
question = "Q1"
outcome = "terror"
expects = "lower"
source = "assumed"
)toml";

std::vector<Question> questions() {
  Question question;
  question.id = "Q1";
  question.outcomes.push_back({"terror", "Terror", "share", {}, {}});
  return {question};
}

Diagnostics faults_of(std::string text, const std::string& piece = {}, const std::string& by = {}) {
  if (!piece.empty()) {
    const std::size_t at = text.find(piece);
    EXPECT_NE(at, std::string::npos) << piece;
    text.replace(at, piece.size(), by);
  }
  Result<Document> document = parse_document(text, "verdicts.toml");
  EXPECT_TRUE(document) << text;
  Diagnostics faults;
  read_verdicts(document.value(), make_vocabulary(small_names()), questions(), faults);
  return faults;
}

TEST(Verdicts, AreAboutRunsOrAboutQuestions) {
  EXPECT_TRUE(faults_of(kRuns).empty());
  EXPECT_TRUE(faults_of(kEffect).empty());
}

TEST(Verdicts, OfUnknownQuestionsOrOutcomesAreRefusedWithTheNearestName) {
  const Diagnostics question = faults_of(kEffect, "\"Q1\"", "\"Q2\"");
  ASSERT_EQ(question.size(), 1U);
  EXPECT_EQ(question[0].suggestion, "Q1");
  const Diagnostics outcome = faults_of(kEffect, "\"terror\"", "\"terrors\"");
  ASSERT_EQ(outcome.size(), 1U);
  EXPECT_EQ(outcome[0].suggestion, "terror");
}

TEST(Verdicts, ThatSomethingIsTheSameSayWithinWhat) {
  EXPECT_EQ(faults_of(kRuns, "margin = 0.1\n", "").size(), 1U);
  EXPECT_EQ(faults_of(kEffect, "expects = \"lower\"", "expects = \"lower\"\nmargin = 0.1").size(), 1U);
  // A share by itself is usual or rare, not higher than anything.
  EXPECT_EQ(faults_of(kRuns, "against = \"leads('boris')\"\n", "").size(), 2U);
}

}  // namespace
}  // namespace thermidor::scenario
