// Mistakes seeded into copies of the shipped scenario: each is reported at its place, with what was expected and what was
// meant.
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <ostream>
#include <set>
#include <string>

#include "scenario/scenario.hpp"
#include "support/idle_branch.hpp"

namespace thermidor::scenario {
namespace {

namespace fs = std::filesystem;

// `from` becomes `to` (the first time it stands in the file; an empty `from` appends). The fault is expected at the first place
// where `at` stands from there on. `only` tells whether it must be the only fault that the unharmed scenario does not have.
struct Mistake {
  const char* name;
  const char* file;
  const char* from;
  const char* to;
  const char* at;
  const char* message;
  bool only;
};

const Mistake kMistakes[] = {
    {"MisspeltParameter", "parameters/party.toml", "post_weight = {", "post_wieght = {", "post_wieght",
     "unknown parameter 'post_wieght'; expected the name of a parameter; did you mean post_weight?", true},
    {"WrongUnit", "parameters/farms.toml", "food = { value = 18.4, unit = \"kg/person/month\"",
     "food = { value = 18.4, unit = \"kg/month\"", "\"kg/month\"", "food is given in 'kg/month'; expected 'kg/person/month'",
     true},
    {"NumberAsText", "parameters/farms.toml", "food = { value = 18.4", "food = { value = \"18.4\"", "\"18.4\"",
     "food is text \"18.4\"; expected a number", true},
    {"UnknownStatus", "parameters/economy.toml", "status = \"calibrated\"", "status = \"calibrate\"", "\"calibrate\"",
     "unknown status 'calibrate'; expected read, recalled, estimated, assumed, hindsight or calibrated; did you mean "
     "calibrated?",
     true},
    {"BrokenForm", "parameters/economy.toml", "status = \"calibrated\"", "status = calibrated", "calibrated",
     "not TOML: ", true},
    {"OutOfBounds", "tables/leaders.toml", "prestige = 1.35", "prestige = 2.35", "2.35",
     "prestige 2.35 is out of bounds; expected a number from 0 to 1.5", true},
    {"UnknownProvince", "tables/leaders.toml", "base = \"moscow\"", "base = \"moscov\"", "\"moscov\"",
     "unknown province 'moscov'; expected the id of a row of tables/provinces.toml; did you mean moscow?", true},
    {"IdGivenTwice", "tables/provinces.toml", "", "\n[[row]]\nid = \"moscow\"\n", "\"moscow\"",
     "id 'moscow' is given twice, first in line ", false},
    {"UnknownMember", "tables/organs.toml", "members = [\"lenin\"", "members = [\"lennin\"", "\"lennin\"",
     "unknown leader 'lennin'; expected the id of a row of tables/leaders.toml; did you mean lenin?", true},
    {"UnknownColumn", "tables/regions.toml", "\nnormal_yield = ", "\nnormal_yeild = ", "normal_yeild",
     "unknown column 'normal_yeild'; expected the name of a column; did you mean normal_yield?", false},
    {"MissingNumber", "tables/ties.toml", "", "\n[[row]]\nid = \"nobody-noone\"\nfrom = \"zhdanov\"\nto = \"chicherin\"\n",
     "[[row]]", "row 'nobody-noone' lacks affinity; expected affinity = ..., or a default in [columns]", true},
    {"UnknownAct", "chronicle.toml", "act = \"ally\"", "act = \"aly\"", "\"aly\"",
     "unknown act 'aly'; expected the name of an act; did you mean ally?", true},
    {"ClaimOfNoKind", "claims.toml", "id = \"S02\"", "id = \"T02\"", "\"T02\"",
     "unknown kind of claim 'T'; expected an id that", true},
    {"ClaimByNobodyKnown", "claims.toml", "voice = \"Tr\"", "voice = \"Tro\"", "\"Tro\"",
     "unknown voice 'Tro'; expected keys of [voices] with blanks between; did you mean Tr?", true},
    {"DateOutside", "chronicle.toml", "", "\n[[do]]\nat = \"1931-02\"\nact = \"convene\"\norgan = \"congress\"\n",
     "\"1931-02\"", "1931-02 lies outside the scenario; expected a month from 1921-03 to 1929-12", true},
    {"Contradiction", "chronicle.toml", "",
     "\n[[do]]\nat = \"1925-05\"\nact = \"postpone\"\norgan = \"comintern_executive\"\nmonths = 3\n"
     "\n[[do]]\nat = \"1925-05\"\nact = \"postpone\"\norgan = \"comintern_executive\"\nmonths = 4\n",
     "[[do]]\nat = \"1925-05\"\nact = \"postpone\"\norgan = \"comintern_executive\"\nmonths = 4",
     "postpone.comintern_executive=4@1925-05 contradicts postpone.comintern_executive=3@1925-05", true},
    {"UnknownSeries", "tables/checks.toml", "mean(gdp_per_capita_index", "mean(gdp_per_capita_indx", "gdp_per_capita_indx",
     "unknown series 'gdp_per_capita_indx'; expected the name of a series; did you mean gdp_per_capita_index?", true},
    {"ActBeforeTheFork", "questions/C39.toml", "[[do]]\nat = \"1925-12\"", "[[do]]\nat = \"1925-11\"", "[[do]]",
     " comes before the fork in 1925-12", true},
    {"UnknownPrior", "calibration/priors.toml", "\"farms.sale.keep\"", "\"farms.sale.kepe\"", "\"farms.sale.kepe\"",
     "unknown parameter 'farms.sale.kepe'; expected a path from 'thermidor list parameters'; did you mean farms.sale.keep?",
     true},
    {"UnknownTarget", "calibration/priors.toml", "\"econ.SF06\"", "\"econ.SF06x\"", "\"econ.SF06x\"",
     "unknown check 'econ.SF06x'; expected the id of a check of tables/checks.toml; did you mean econ.SF06?", true},
    {"FittedToValidation", "calibration/priors.toml", "check = \"econ.SF06\"", "check = \"party.SF03\"", "\"party.SF03\"",
     "'party.SF03' is there for validation, yet constants are fitted to it; expected a check whose use is calibrated", true},
    {"BranchWithoutInputs", "tables/branches.toml", "", kIdleBranch, "[[row]]", "branch 'idle' has no inputs", true},
    {"RegionWithoutRail", "tables/regions.toml", "\nrail = 0.", "\nrail = 0.0 #", "0.0", " is not reached by rail", true},
    {"RowMissing", "tables/outside_weather.toml", "year = 1925\nzone = \"volga\"", "year = 1935\nzone = \"volga\"",
     "[[row]]\nid = \"1929-south\"", "no weather of 'volga' in 1925", true},
    {"EndBeforeStart", "scenario.toml", "end = \"1929-12\"", "end = \"1919-12\"", "\"1919-12\"",
     "the end lies before the start; expected a month from 1921-03", true},
};

void PrintTo(const Mistake& mistake, std::ostream* out) { *out << mistake.name; }

std::string read_text(const fs::path& path) {
  std::ifstream stream(path);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

// Line and column, in characters, of a byte of the text.
Place place_in(const std::string& text, std::size_t byte) {
  const std::size_t line_start = text.rfind('\n', byte == 0 ? 0 : byte - 1);
  const std::size_t start = line_start == std::string::npos || byte == 0 ? 0 : line_start + 1;
  const auto characters =
      std::count_if(text.begin() + static_cast<std::ptrdiff_t>(start), text.begin() + static_cast<std::ptrdiff_t>(byte),
                    [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
  return {static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(byte), '\n')) + 1,
          static_cast<int>(characters) + 1};
}

class SeededMistake : public testing::TestWithParam<Mistake> {
 protected:
  void TearDown() override { fs::remove_all(folder_); }

  // Copies the scenario with the mistake in it; the place where the fault must be reported.
  Place seed(const Mistake& mistake) {
    fs::copy(THERMIDOR_SOURCE_DIR "/scenarios/soviet-1921", folder_, fs::copy_options::recursive);
    std::string text = read_text(folder_ / mistake.file);
    const std::string from = mistake.from;
    const std::size_t at = from.empty() ? text.size() : text.find(from);
    EXPECT_NE(at, std::string::npos) << from << " no longer stands in " << mistake.file;
    if (at == std::string::npos) return {};
    text.replace(at, from.size(), mistake.to);
    std::ofstream(folder_ / mistake.file) << text;
    return place_in(text, text.find(mistake.at, at));
  }

  fs::path folder_ = fs::path(testing::TempDir()) / ("thermidor-mistake-" + std::to_string(::getpid()));
};

// Faults without the folder, so that two copies can be compared.
std::set<std::string> faults_of(const std::string& folder) {
  std::set<std::string> faults;
  const Result<Scenario> loaded = load_scenario(folder);
  for (const Diagnostic& fault : loaded.diagnostics()) faults.insert(format_diagnostic(fault).substr(folder.size() + 1));
  return faults;
}

TEST_P(SeededMistake, IsReportedAtItsPlace) {
  static const std::set<std::string> unharmed = faults_of(THERMIDOR_SOURCE_DIR "/scenarios/soviet-1921");
  const Mistake& mistake = GetParam();
  const Place place = seed(mistake);
  const std::string prefix =
      std::string(mistake.file) + ":" + std::to_string(place.line) + ":" + std::to_string(place.column) + ": error: ";
  std::string fresh;
  std::size_t count = 0;
  bool found = false;
  for (const std::string& fault : faults_of(folder_.string())) {
    if (unharmed.contains(fault)) continue;
    ++count;
    fresh += fault + "\n";
    found = found || (fault.starts_with(prefix) && fault.find(mistake.message) != std::string::npos);
  }
  EXPECT_TRUE(found) << "expected " << prefix << mistake.message << "\namong\n" << fresh;
  if (mistake.only) {
    EXPECT_EQ(count, 1U) << fresh;
  }
}

INSTANTIATE_TEST_SUITE_P(All, SeededMistake, testing::ValuesIn(kMistakes),
                         [](const auto& instance) { return std::string(instance.param.name); });

}  // namespace
}  // namespace thermidor::scenario
