#include "scenario/questions.hpp"

#include <gtest/gtest.h>

#include "names_for_tests.hpp"
#include "scenario/row_reader.hpp"

namespace thermidor::scenario {
namespace {

Document parse(const std::string& text, const std::string& file) {
  Result<Document> document = parse_document(text, file);
  EXPECT_TRUE(document) << text;
  return document ? std::move(document).value() : Document{};
}

std::vector<std::string> lines_of(Diagnostics diagnostics) {
  sort_diagnostics(diagnostics);
  std::vector<std::string> lines;
  for (const Diagnostic& fault : diagnostics) lines.push_back(format_diagnostic(fault));
  return lines;
}

TEST(Vocabulary, HoldsTheObservedSeriesAndTheNamesOfTheScenario) {
  const Vocabulary vocabulary = make_vocabulary(small_names());
  EXPECT_GE(position_of(vocabulary.series, "grain_harvest"), 0);
  EXPECT_GE(position_of(vocabulary.series, "lever.rigour"), 0);
  EXPECT_GE(position_of(vocabulary.series, "instrument.gold_sales"), 0);
  EXPECT_EQ(vocabulary.leaders, small_names().leaders);
}

TEST(Ids, ArePartsOfLettersAndDigitsWithSingleDotsBetween) {
  for (const char* id : {"H06", "H06.fear", "S.posts", "econ.SF07.1922-23", "party.SF13.X-XI", "a_b"})
    EXPECT_TRUE(is_id(id)) << id;
  for (const char* id : {"", ".", "H06.", ".fear", "H06..fear", "06", "H 06", "H06/fear", "stärke", "_a", "-a"})
    EXPECT_FALSE(is_id(id)) << id;
}

TEST(Info, IsReadAndItsFaultsAreFound) {
  Diagnostics faults;
  const ScenarioInfo info = read_info(
      parse("[scenario]\nkey='a'\ntitle='A'\nstart='1921-03'\nend='1929-12'\nversion='1'\nlicence='x'\ndescription='d'\n",
            "s.toml"),
      faults);
  EXPECT_TRUE(faults.empty());
  EXPECT_EQ(info.start, make_month(1921, 3));
  read_info(parse("[scenario]\nkey='a'\ntitel='A'\nstart='1929-03'\nend='1921-12'\nversion='1'\nlicence='x'\ndescription='d'\n",
                  "s.toml"),
            faults);
  const std::vector<std::string> lines = lines_of(faults);
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_EQ(lines[0], "s.toml:1:1: error: no title; expected title = ...");
  EXPECT_EQ(lines[1],
            "s.toml:3:1: error: unknown key 'titel'; expected one of key, title, description, licence, version, start, end, "
            "economy, extends, status, source; "
            "did you mean title?");
  EXPECT_EQ(lines[2], "s.toml:5:5: error: the end lies before the start; expected a month from 1929-03");
}

const char* const kCheck = R"([[check]]
id = "H11"
title = "posts"
kind = "pattern"
holds = "trend(secretary_share_posts, 1922-04..1926-12) > 0"
use = "validation"
source = "claims"
)";

TEST(Checks, AreReadWithTheirExpressions) {
  Diagnostics faults;
  const std::vector<Check> checks = read_checks(parse(kCheck, "c.toml"), make_vocabulary(small_names()), faults);
  EXPECT_TRUE(faults.empty());
  ASSERT_EQ(checks.size(), 1U);
  EXPECT_FALSE(checks[0].holds.empty());
  EXPECT_TRUE(checks[0].precondition.empty());
}

struct Mistake {
  const char* from;
  const char* to;
  const char* message;
};

class CheckMistake : public testing::TestWithParam<Mistake> {};

TEST_P(CheckMistake, IsReportedAtItsPlace) {
  std::string text = kCheck;
  text.replace(text.find(GetParam().from), std::string(GetParam().from).size(), GetParam().to);
  Diagnostics faults;
  read_checks(parse(text, "c.toml"), make_vocabulary(small_names()), faults);
  ASSERT_EQ(faults.size(), 1U) << text;
  EXPECT_EQ(format_diagnostic(faults[0]), GetParam().message);
}

INSTANTIATE_TEST_SUITE_P(
    Kinds, CheckMistake,
    testing::Values(
        Mistake{"secretary_share_posts", "secretary_share_post",
                "c.toml:5:16: error: unknown series 'secretary_share_post'; expected the name of a series; did you mean "
                "secretary_share_posts?"},
        Mistake{"\"pattern\"", "\"patern\"",
                "c.toml:4:8: error: unknown kind 'patern'; expected one of pattern, incident, initial, verdict, band; did you "
                "mean pattern?"},
        Mistake{"use = \"validation\"", "value = \"grain_harvest\"\nuse = \"validation\"\nlow = 1",
                "c.toml:5:9: error: a check judges either a value or a condition; expected value with low or high, or holds"},
        Mistake{"holds", "value", "c.toml:5:9: error: a value without a band; expected low = ... or high = ..."},
        Mistake{"id = \"H11\"\n", "", "c.toml:1:1: error: no id; expected id = ..."},
        Mistake{"\"H11\"", "\"H11.\"",
                "c.toml:1:1: error: id 'H11.' is no id; expected letters, digits, - and _ in parts with dots between, a letter "
                "first"},
        Mistake{"use =", "low = 1\nuse =", "c.toml:5:9: error: a condition has no band; expected holds without low and high"},
        Mistake{"> 0\"", "> \"",
                "c.toml:5:59: error: unexpected 'end of text'; expected a number, a month, a series or a function"},
        Mistake{"use = \"validation\"\n", "", "c.toml:1:1: error: no use; expected use = ..."}));

TEST(Checks, AnIdGivenTwiceIsAFault) {
  Diagnostics faults;
  read_checks(parse(std::string(kCheck) + kCheck, "c.toml"), make_vocabulary(small_names()), faults);
  EXPECT_EQ(lines_of(faults),
            std::vector<std::string>{"c.toml:8:1: error: id 'H11' is given twice; expected an id of its own"});
}

const char* const kQuestion = R"toml(id = "C39"
title = "a bloc"
background = "b"
decider = "Anna"
at = "1925-12"
happened = "silent"
cannot_tell = "c"
requires = "rung('anna', 1925-11) < 4"

[[do]]
at = "1925-12"
act = "ally"
leaders = ["anna", "boris"]

[[outcome]]
id = "leads"
title = "Anna leads"
unit = "share"
value = "leads('anna', 1929-12)"
recorded = 0
)toml";

TEST(Questions, AreReadWithActsAndOutcomes) {
  Diagnostics faults;
  const Question question = read_question(parse(kQuestion, "C39.toml"), small_names(), make_vocabulary(small_names()), faults);
  EXPECT_EQ(lines_of(faults), std::vector<std::string>());
  EXPECT_EQ(question.at, make_month(1925, 12));
  ASSERT_EQ(question.acts.size(), 1U);
  EXPECT_EQ(question.acts[0].text, "ally=anna+boris@1925-12");
  ASSERT_EQ(question.outcomes.size(), 1U);
  EXPECT_EQ(question.outcomes[0].recorded, 0.0);
  EXPECT_FALSE(question.precondition.empty());
}

TEST(Questions, FaultsOfActsAndExpressionsAreReportedTogether) {
  std::string text = kQuestion;
  text.replace(text.find("'anna', 1929"), 6, "'ana'");
  text.replace(text.find("\"1925-12\"\nact"), 9, "\"1925-11\"");
  text.replace(text.find("rung('anna'"), 11, "rank('anna'");
  Diagnostics faults;
  read_question(parse(text, "C39.toml"), small_names(), make_vocabulary(small_names()), faults);
  const std::vector<std::string> expected = {
      "C39.toml:8:13: error: unknown function 'rank'; expected the name of a function",
      "C39.toml:10:1: error: ally=anna+boris@1925-11 comes before the fork in 1925-12; expected a month from 1925-12",
      "C39.toml:19:16: error: unknown leader 'ana'; expected the name of a leader; did you mean anna?"};
  EXPECT_EQ(lines_of(faults), expected);
}

const char* const kClaim =
    "\n[[claim]]\nwho = 'Anna'\nsource = 'L1'\noutcome = 'leads'\ndirection = 'rises'\ntext = 'she wins'\nstatus = 'read'\n";

TEST(Questions, SayWhatIsClaimedOfAnOutcome) {
  Diagnostics faults;
  const Question question =
      read_question(parse(std::string("historians = 'h'\ncost = 'a year late'\n") + kQuestion + kClaim, "q"), small_names(),
                    make_vocabulary(small_names()), faults);
  EXPECT_EQ(lines_of(faults), std::vector<std::string>());
  EXPECT_EQ(question.historians, "h");
  EXPECT_EQ(question.cost, "a year late");
  ASSERT_EQ(question.claims.size(), 1U);
  EXPECT_EQ(question.claims[0].outcome, "leads");
  EXPECT_EQ(question.claims[0].direction, "rises");
}

TEST(Questions, FaultsOfClaimsAreFound) {
  std::string text = std::string(kQuestion) + kClaim;
  text.replace(text.find("outcome = 'leads'"), 17, "outcome = 'leeds'");
  text.replace(text.find("'rises'"), 7, "'rise'");
  text.replace(text.find("who = 'Anna'\n"), 13, "");
  Diagnostics faults;
  read_question(parse(text, "C39.toml"), small_names(), make_vocabulary(small_names()), faults);
  const std::vector<std::string> expected = {
      "C39.toml:22:1: error: no who; expected who = ...",
      "C39.toml:24:11: error: unknown outcome 'leeds'; expected one of leads; did you mean leads?",
      "C39.toml:25:13: error: unknown direction 'rise'; expected one of rises, falls, unchanged; did you mean rises?"};
  EXPECT_EQ(lines_of(faults), expected);
}

TEST(Endings, ConditionsAreCheckedWhereTheyStand) {
  Diagnostics faults;
  check_endings(
      parse("[[row]]\nid='O01'\nwhen='strongest_share > 0.6'\n[[row]]\nid='O02'\nwhen='strongest_shar > 0.6'\n", "e.toml"),
      make_vocabulary(small_names()), faults);
  EXPECT_EQ(
      lines_of(faults),
      std::vector<std::string>{
          "e.toml:6:7: error: unknown series 'strongest_shar'; expected the name of a series; did you mean strongest_share?"});
}

}  // namespace
}  // namespace thermidor::scenario
