// The scenario that is shipped: it loads, its acts read back, and what the reference pages show is accepted.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>

#include "core/expression.hpp"
#include "scenario/acts.hpp"
#include "scenario/scenario.hpp"
#include "signals/event_kinds.hpp"

namespace thermidor::scenario {
namespace {

const std::string kFolder = THERMIDOR_SOURCE_DIR "/scenarios/soviet-1921";

const Scenario& shipped() {
  static const Result<Scenario> loaded = load_scenario(kFolder);
  static const Scenario none;
  return loaded ? loaded.value() : none;
}

std::string read_text(const std::string& path) {
  std::ifstream stream(path);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

// Everything between backquotes on one line.
std::vector<std::string> quoted_code(const std::string& text) {
  std::vector<std::string> found;
  for (std::size_t at = text.find('`'); at != std::string::npos; at = text.find('`', at)) {
    const std::size_t end = text.find('`', at + 1);
    if (end == std::string::npos) break;
    const std::string code = text.substr(at + 1, end - at - 1);
    if (!code.empty() && code.find('\n') == std::string::npos) found.push_back(code);
    at = end + 1;
  }
  return found;
}

TEST(ShippedScenario, LoadsWithoutAFault) {
  const Result<Scenario> loaded = load_scenario(kFolder);
  for (const Diagnostic& fault : loaded.diagnostics()) ADD_FAILURE() << format_diagnostic(fault);
  ASSERT_TRUE(loaded);
  EXPECT_GE(loaded.value().params.party.leaders.size(), 70U);
  EXPECT_GE(loaded.value().chronicle.size(), 100U);
}

TEST(ShippedScenario, LoadsToTheSameDigestEachTime) {
  const Result<Scenario> again = load_scenario(kFolder);
  ASSERT_TRUE(again);
  EXPECT_EQ(again.value().digest, shipped().digest);
}

TEST(ShippedScenario, EveryValueHasUnitStatusAndSource) {
  ASSERT_FALSE(shipped().provenance.empty());
  for (const Provenance& value : shipped().provenance) {
    EXPECT_FALSE(value.unit.empty()) << value.name;
    EXPECT_FALSE(value.source.empty()) << value.name;
    EXPECT_TRUE(value.unit == "id" || value.unit == "ids" || value.unit == "month" || !value.status.empty()) << value.name;
  }
}

TEST(ShippedScenario, EveryRecordedActReadsBackFromItsLine) {
  for (const Act& act : shipped().chronicle) {
    EXPECT_TRUE(act.recorded);
    const Result<Act> again = parse_act_line(act.text, shipped().names);
    ASSERT_TRUE(again) << act.text << ": " << format_diagnostic(again.diagnostics()[0]);
    EXPECT_EQ(again.value().text, act.text);
  }
}

TEST(ShippedScenario, ChecksAreNamedForAClaimOrAMeasuredFact) {
  // docs/reference/scenario-format.md, tables/checks.toml.
  const std::regex form(R"re((?:H\d\d|S|(?:econ|party)\.SF\d\d[a-z]?)(?:\.[A-Za-z0-9_-]+)?)re");
  ASSERT_FALSE(shipped().checks.empty());
  for (const Check& check : shipped().checks) EXPECT_TRUE(std::regex_match(check.id, form)) << check.id;
}

TEST(ShippedScenario, QuestionsAreNamedAsTheirFiles) {
  for (const Question& question : shipped().questions) {
    EXPECT_TRUE(question.file.ends_with("/" + question.id + ".toml")) << question.file;
    EXPECT_FALSE(question.acts.empty()) << question.id;
    EXPECT_FALSE(question.outcomes.empty()) << question.id;
  }
}

TEST(ShippedScenario, HoldsEveryCounterfactualOfTheClaims) {
  for (int number = 1; number <= 73; ++number) {
    const std::string id = std::string(number < 10 ? "C0" : "C") + std::to_string(number);
    const Question* const question = shipped().find_question(id);
    ASSERT_NE(question, nullptr) << id;
    EXPECT_FALSE(question->essay.empty()) << id;
    EXPECT_GE(question->outcomes.size(), 3U) << id;
    // What lies before the start of the run says what it costs to ask it later.
    if (number <= 7 || number == 16 || number == 27) {
      EXPECT_FALSE(question->cost.empty()) << id;
    }
  }
}

TEST(ReferencePages, EveryActInOneLineIsAccepted) {
  std::size_t lines = 0;
  for (const std::string& code : quoted_code(read_text(THERMIDOR_SOURCE_DIR "/docs/reference/acts.md"))) {
    const std::size_t at = code.find('@');
    const bool line = at != std::string::npos && at > 0 && code.find('=') != std::string::npos &&
                      code.find(' ') == std::string::npos && code != "what=value@month";
    if (!line) continue;
    ++lines;
    const Result<Act> act = parse_act_line(code, shipped().names);
    EXPECT_TRUE(act) << code << ": " << format_diagnostic(act.diagnostics()[0]);
  }
  EXPECT_GE(lines, 25U);
}

TEST(ReferencePages, EveryFunctionOfExpressionsIsDescribed) {
  const std::string page = read_text(THERMIDOR_SOURCE_DIR "/docs/reference/expressions.md");
  for (const std::string& function : expression_functions()) {
    const bool described =
        page.find("`" + function + "(") != std::string::npos || page.find("`" + function + "`") != std::string::npos;
    EXPECT_TRUE(described) << function;
  }
}

// The kinds written by the model: the first text given to whatever records an event.
std::set<std::string> recorded_kinds() {
  std::set<std::string> kinds;
  const std::regex call(
      R"re((?:\btell\(c,|events\.push_back\(\s*\{[a-z.]+,)\s*(?:[^",]*\?\s*"([a-z_]+)"\s*:\s*)?"([a-z_]+)")re");
  for (const char* module : {"party", "society", "economy", "model"}) {
    for (const auto& entry : std::filesystem::directory_iterator(std::string(THERMIDOR_SOURCE_DIR "/src/") + module)) {
      if (entry.path().extension() != ".cpp") continue;
      const std::string text = read_text(entry.path().string());
      for (std::sregex_iterator match(text.begin(), text.end(), call), none; match != none; ++match) {
        for (const std::size_t group : {std::size_t{1}, std::size_t{2}}) {
          if ((*match)[group].matched) kinds.insert((*match)[group].str());
        }
      }
    }
  }
  return kinds;
}

TEST(EventKinds, TheListHoldsExactlyWhatTheModelRecords) {
  std::set<std::string> listed;
  for (const EventKind& kind : kEventKinds) listed.insert(kind.name);
  EXPECT_EQ(listed, recorded_kinds());
}

TEST(ReferencePages, EveryKindOfEventIsDescribed) {
  const std::string page = read_text(THERMIDOR_SOURCE_DIR "/docs/reference/events.md");
  for (const EventKind& kind : kEventKinds) {
    EXPECT_NE(page.find("| `" + std::string(kind.name) + "` | " + kind.text + " |"), std::string::npos) << kind.name;
  }
}

}  // namespace
}  // namespace thermidor::scenario
