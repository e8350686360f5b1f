// Hundreds of faulty copies of the shipped files, made one fault at a time: each is refused with a message that has file, line
// and column, and nothing breaks. Questions are read alone; any other file in a scenario that holds no more than it needs.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <string>
#include <vector>

#include "core/rng.hpp"
#include "scenario/questions.hpp"
#include "scenario/scenario.hpp"

namespace thermidor::scenario {
namespace {

namespace fs = std::filesystem;
using Lines = std::vector<std::string>;

const fs::path kShipped = THERMIDOR_SOURCE_DIR "/scenarios/soviet-1921";

Lines read_lines(const fs::path& path) {
  std::ifstream file(path);
  Lines lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

std::string text_of(const Lines& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

// What makes one fault out of a sound line: the pattern's place is taken by `by`. It works on lines that have the pattern, in
// files whose names do not have `spared`.
struct Mutation {
  const char* name;
  std::regex pattern;
  const char* by;
  const char* spared = "nothing";
};

const std::vector<Mutation>& mutations() {
  const auto form = [](const char* text) { return std::regex(text, std::regex::optimize); };
  static const std::vector<Mutation> list = {
      {"wrong key", form(R"(^([a-z_]+) = )"), "$1_x = "},
      {"wrong type", form(R"(^([a-z_]+) = (["0-9][^{]*)$)"), "$1 = { wrong = 1 }"},
      // A check may expect any number.
      {"out of bounds", form(R"(\b(value|yield|full|normal_yield|weight|size|frailty|start) = -?[0-9.]+)"), "$1 = 1e30",
       "checks"},
      {"bad date", form(R"re("(19[0-9]{2})-[0-9]{2}")re"), "\"$1-13\""},
      {"bad month", form(R"re(^(at|date|until|start|end) = ".*"$)re"), "$1 = \"soon\""},
      {"unclosed string", form(R"re(^([a-z_]+ = "[^"]*)"$)re"), "$1"},
      {"unknown reference",
       form(R"re(^(leader|target|organ|post|lever|instrument|region|zone|event|act|electors) = "([a-z_]+)")re"),
       "$1 = \"$2_nowhere\""},
      {"unknown series", form(R"re(^(value|holds|requires|when) = "(?=[a-z(]))re"), "$1 = \"no_such_series + "},
      {"no value", form(R"(^([a-z_]+) = [^{]*$)"), "$1 ="},
      {"no sign", form(R"(^([a-z_]+) = )"), "$1 "},
      {"broken table", form(R"(^\[\[([a-z_]+)\]\]$)"), "[[$1]"},
      {"unknown table", form(R"(^\[\[([a-z_]+)\]\]$)"), "[[$1_x]]"},
      {"stray sign", form(R"(^([a-z_]+) = )"), "%% $1 = "},
      {"wrong status", form(R"re(status = "[a-z]+")re"), "status = \"reed\""},
      {"missing key", form(R"re(^(id|at|act|key|start|end) = .*$)re"), ""},
  };
  return list;
}

bool works_on(const Mutation& mutation, const std::string& file, const std::string& line) {
  const bool may = line.find(" = ") != std::string::npos || line.starts_with("[[");
  return may && file.find(mutation.spared) == std::string::npos && std::regex_search(line, mutation.pattern);
}

// Numbers of the lines on which a mutation of a file works; what stands in texts over several lines is left alone.
std::vector<std::size_t> places_for(const Mutation& mutation, const std::string& file, const Lines& lines) {
  std::vector<std::size_t> places;
  bool inside = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::size_t quotes = 0;
    for (std::size_t at = lines[i].find("\"\"\""); at != std::string::npos; at = lines[i].find("\"\"\"", at + 3)) ++quotes;
    if (!inside && quotes == 0 && works_on(mutation, file, lines[i])) places.push_back(i);
    if (quotes % 2 == 1) inside = !inside;
  }
  return places;
}

struct Mutant {
  std::string file;  // within the scenario
  std::string name;
  std::string text;
};

// `each` mutants of every kind.
void add_mutants(const std::string& file, std::uint32_t each, std::vector<Mutant>& mutants) {
  const Lines lines = read_lines(kShipped / file);
  Random random(DrawKey{1921, make_stream("test.mutants"), Month{0}, make_stream(file).value});
  for (const Mutation& mutation : mutations()) {
    const std::vector<std::size_t> places = places_for(mutation, file, lines);
    for (std::uint32_t i = 0; i < each && i < places.size(); ++i) {
      Lines changed = lines;
      const std::size_t place = places[random.below(static_cast<std::uint32_t>(places.size()))];
      changed[place] = std::regex_replace(lines[place], mutation.pattern, mutation.by, std::regex_constants::format_first_only);
      mutants.push_back(
          {file, std::string(mutation.name) + ", line " + std::to_string(place + 1) + ": " + changed[place], text_of(changed)});
    }
  }
}

// A row of a table once more, and one that is missing.
void add_row_mutants(const std::string& file, std::vector<Mutant>& mutants) {
  const Lines lines = read_lines(kShipped / file);
  std::vector<std::size_t> starts;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i] == "[[row]]" || lines[i] == "[[check]]") starts.push_back(i);
  }
  ASSERT_GE(starts.size(), 3U) << file;
  Random random(DrawKey{1921, make_stream("test.mutants.rows"), Month{0}, make_stream(file).value});
  for (int i = 0; i < 3; ++i) {
    const std::size_t row = random.below(static_cast<std::uint32_t>(starts.size() - 1));
    const auto first = lines.begin() + static_cast<std::ptrdiff_t>(starts[row]);
    const auto last = lines.begin() + static_cast<std::ptrdiff_t>(starts[row + 1]);
    Lines twice = lines;
    twice.insert(twice.end(), first, last);
    mutants.push_back({file, "row " + std::to_string(row) + " twice", text_of(twice)});
  }
}

// Tables of which every row is needed by name.
void add_missing_rows(const std::string& file, std::vector<Mutant>& mutants) {
  const Lines lines = read_lines(kShipped / file);
  std::vector<std::size_t> starts;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i] == "[[row]]") starts.push_back(i);
  }
  for (std::size_t row = 0; row < 4 && row + 1 < starts.size(); ++row) {
    Lines fewer = lines;
    fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(starts[row]),
                fewer.begin() + static_cast<std::ptrdiff_t>(starts[row + 1]));
    mutants.push_back({file, "row " + std::to_string(row) + " missing", text_of(fewer)});
  }
}

std::vector<Mutant> question_mutants() {
  std::vector<Mutant> mutants;
  for (const auto& entry : fs::directory_iterator(kShipped / "questions"))
    add_mutants("questions/" + entry.path().filename().string(), 1, mutants);
  return mutants;
}

std::vector<Mutant> make_scenario_mutants() {
  std::vector<Mutant> mutants;
  add_mutants("scenario.toml", 2, mutants);
  add_mutants("chronicle.toml", 1, mutants);
  for (const char* folder : {"tables", "parameters"}) {
    for (const auto& entry : fs::directory_iterator(kShipped / folder))
      add_mutants(std::string(folder) + "/" + entry.path().filename().string(), 1, mutants);
  }
  for (const char* table :
       {"leaders", "organs", "posts", "levers", "regions", "provinces", "branches", "weather_zones", "endings", "checks"}) {
    add_row_mutants(std::string("tables/") + table + ".toml", mutants);
  }
  for (const char* table : {"levers", "leaders", "weather_zones"})
    add_missing_rows(std::string("tables/") + table + ".toml", mutants);
  return mutants;
}

const std::vector<Mutant>& scenario_mutants() {
  static const std::vector<Mutant> mutants = make_scenario_mutants();
  return mutants;
}

// The shipped scenario without what the files above do not need, in a folder of this batch.
fs::path small_copy(const std::string& batch) {
  const fs::path folder = fs::temp_directory_path() / ("thermidor-mutants-" + batch);
  fs::remove_all(folder);
  fs::create_directories(folder);
  for (const char* part : {"scenario.toml", "chronicle.toml", "tables", "parameters"})
    fs::copy(kShipped / part, folder / part, fs::copy_options::recursive);
  return folder;
}

bool is_placed(const Diagnostics& diagnostics) {
  for (const Diagnostic& fault : diagnostics) {
    if (fault.severity == Severity::error && !fault.file.empty() && fault.line > 0 && fault.column > 0 &&
        !fault.message.empty())
      return true;
  }
  return false;
}

std::string told(const Diagnostics& diagnostics) {
  std::string text;
  for (const Diagnostic& fault : diagnostics) text += "\n  " + format_diagnostic(fault);
  return text;
}

const Scenario& sound() {
  static const Scenario scenario = load_scenario(kShipped.string()).value();
  return scenario;
}

TEST(Mutants, OfQuestionsAreRefusedWithTheirPlace) {
  const std::vector<Mutant> mutants = question_mutants();
  EXPECT_GE(mutants.size(), 600U);
  for (const Mutant& mutant : mutants) {
    const Result<Document> document = parse_document(mutant.text, mutant.file);
    Diagnostics faults = document.diagnostics();
    if (document) read_question(document.value(), sound().names, sound().vocabulary, faults);
    EXPECT_TRUE(is_placed(faults)) << mutant.file << ": " << mutant.name << told(faults);
  }
}

constexpr int kBatches = 8;

class ScenarioMutants : public ::testing::TestWithParam<int> {};

TEST_P(ScenarioMutants, AreRefusedWithTheirPlace) {
  const std::vector<Mutant>& mutants = scenario_mutants();
  EXPECT_GE(mutants.size(), 200U);
  const fs::path folder = small_copy(std::to_string(GetParam()));
  ASSERT_TRUE(load_scenario(folder.string())) << "the copy itself is sound";
  for (std::size_t i = static_cast<std::size_t>(GetParam()); i < mutants.size(); i += kBatches) {
    const Mutant& mutant = mutants[i];
    std::ofstream(folder / mutant.file) << mutant.text;
    const Result<Scenario> loaded = load_scenario(folder.string());
    EXPECT_FALSE(loaded) << mutant.file << ": " << mutant.name;
    EXPECT_TRUE(loaded || is_placed(loaded.diagnostics())) << mutant.file << ": " << mutant.name << told(loaded.diagnostics());
    fs::copy_file(kShipped / mutant.file, folder / mutant.file, fs::copy_options::overwrite_existing);
  }
  fs::remove_all(folder);
}

INSTANTIATE_TEST_SUITE_P(Batches, ScenarioMutants, ::testing::Range(0, kBatches));

TEST(Mutants, AreOfEveryKind) {
  std::map<std::string, int> kinds;
  for (const std::vector<Mutant>& mutants : {question_mutants(), scenario_mutants()}) {
    for (const Mutant& mutant : mutants) ++kinds[mutant.name.substr(0, mutant.name.find(", line"))];
  }
  for (const Mutation& mutation : mutations()) EXPECT_GE(kinds[mutation.name], 5) << mutation.name;
}

}  // namespace
}  // namespace thermidor::scenario
