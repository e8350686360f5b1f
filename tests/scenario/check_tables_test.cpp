// Rows that are missing or said twice, shares that do not add up, a branch that uses nothing, a region that nothing reaches:
// each is refused where the text would have to change.
#include "scenario/check_tables.hpp"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "core/table.hpp"
#include "signals/policy.hpp"

namespace thermidor::scenario {
namespace {

std::string branch(const std::string& id, int kind, const std::string& rest) {
  return "[[row]]\nid = \"" + id + "\"\nkind = " + std::to_string(kind) + "\n" + rest;
}

// Inputs and shares of a branch come from defaults of columns where a row does not give its own.
std::string branches_text() {
  std::string text =
      "[columns]\n"
      "weight = { default = 0 }\ninvestment_use = { default = 0 }\nstate_use = { default = 0 }\nsize = { default = 1 }\n"
      "fuel = { default = 0.1 }\nore = { default = 0 }\nmetal = { default = 0.1 }\nmachines = { default = 0 }\n"
      "power = { default = 0 }\ntimber = { default = 0 }\nraw = { default = 0 }\n";
  text += branch("coal", 0, "weight = 0.5\n") + branch("metal", 1, "weight = 0.25\ninvestment_use = 0.5\nstate_use = 1\n");
  text += branch("arms", 1, "weight = 0.25\n") + branch("cloth", 2, "raw = 0.3\n") + branch("rail", 3, "");
  return text + branch("building", 4, "investment_use = 0.5\n") + branch("crafts", 5, "size = 2\n");
}

std::string region(const std::string& id, double share) {
  return "[[row]]\nid = \"" + id +
         "\"\nrail = 0.5\nhouseholds = 1\ntownspeople = 1\nweather_zone = 0\nindustry_share = " + format_number(share) + "\n";
}

std::string levers_text() {
  std::string text;
  for (const char* lever : kLeverNames) text += "[[row]]\nid = \"" + std::string(lever) + "\"\n";
  return text;
}

std::map<std::string, std::string> sound_tables() {
  return {
      {"branches", branches_text()},
      {"regions", region("north", 0.25) + region("south", 0.75)},
      {"weather_zones", "[[row]]\nid = \"plain\"\n"},
      {"outside_weather",
       "[[row]]\nid = \"a\"\nyear = 1921\nzone = \"plain\"\n[[row]]\nid = \"b\"\nyear = 1922\nzone = \"plain\"\n"},
      {"levers", levers_text()},
      {"provinces", "[[row]]\nid = \"tula\"\nregion = \"south\"\nworkers = 0.5\npeasants = 0.3\nstudents = 0\narmy = 0.1\n"},
      {"ties",
       "[[row]]\nid = \"ab\"\nfrom = \"anna\"\nto = \"boris\"\n[[row]]\nid = \"ba\"\nfrom = \"boris\"\nto = \"anna\"\n"}};
}

const std::string kFarms = "[harvest]\nshare = { value = [0.25, 0.5, 0.25] }\n";

// What is said of the tables after one replacement in one of them; an empty `from` appends.
std::vector<std::string> complaints(const std::string& file = {}, const std::string& from = {}, const std::string& to = {}) {
  std::map<std::string, std::string> texts = sound_tables();
  texts["farms"] = kFarms;
  if (!file.empty()) {
    std::string& text = texts[file];
    const std::size_t at = from.empty() ? text.size() : text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    text.replace(at, from.size(), to);
  }
  Binding binding;
  std::map<std::string, Document> parameters;
  for (const auto& [name, text] : texts) {
    Result<Document> document = parse_document(text, name + ".toml");
    EXPECT_TRUE(document) << name;
    (name == "farms" ? parameters : binding.tables).emplace(name, std::move(document).value());
    binding.used_tables.insert(name);
  }
  collect_names(binding);
  ScenarioInfo info;
  info.start = make_month(1921, 3);
  info.end = make_month(1922, 12);
  check_tables(info, binding);
  check_shares(parameters, binding);
  tidy_diagnostics(binding.diagnostics);
  std::vector<std::string> messages;
  for (const Diagnostic& fault : binding.diagnostics) messages.push_back(format_diagnostic(fault));
  return messages;
}

TEST(CheckTables, SoundTablesPass) { EXPECT_EQ(complaints(), std::vector<std::string>{}); }

struct Mistake {
  const char* name;
  const char* file;
  const char* from;
  const char* to;
  const char* message;
};

const Mistake kMistakes[] = {
    {"BranchWithoutInputs", "branches", "id = \"arms\"\n", "id = \"arms\"\nfuel = 0\nmetal = 0\n",
     "branches.toml:23:1: error: branch 'arms' has no inputs; expected fuel, ore, metal, machines, power, timber or raw above "
     "0"},
    {"BranchThatTakesMoreThanItMakes", "branches", "raw = 0.3", "raw = 0.9",
     "branches.toml:27:1: error: branch 'cloth' takes 1.1 of inputs for a unit of output; expected inputs that add to less "
     "than 1"},
    {"BranchThatMakesNothing", "branches", "size = 2", "size = 0",
     "branches.toml:41:8: error: 'crafts' makes nothing: size is 0; expected size above 0"},
    {"MaterialWithoutMaker", "branches", "raw = 0.3", "timber = 0.1",
     "branches.toml:30:10: error: branch 'cloth' uses timber, which no branch makes; expected a row with id = \"timber\""},
    {"FuelWithoutMaker", "branches", "id = \"coal\"\nkind = 0\n", "id = \"coal\"\nkind = 1\n",
     "branches.toml:13:1: error: branch 'coal' uses fuel, which no branch makes; expected a row with kind = 0"},
    {"BranchMissing", "branches", "id = \"arms\"", "id = \"toys\"",
     "branches.toml:38:1: error: no row 'arms'; expected a row with id = \"arms\""},
    {"KindMissing", "branches", "kind = 4", "kind = 3",
     "branches.toml:38:1: error: no branch of kind 4; expected a row of building with kind = 4"},
    {"WeightsDoNotAddUp", "branches", "weight = 0.5", "weight = 0.4",
     "branches.toml:2:10: error: weight adds to 0.9; expected shares that add to 1"},
    {"InvestmentDoesNotAddUp", "branches", "investment_use = 0.5\n", "investment_use = 0.75\n",
     "branches.toml:3:18: error: investment_use adds to 1.25; expected shares that add to 1"},
    {"RegionWithoutRail", "regions", "rail = 0.5", "rail = 0",
     "regions.toml:3:8: error: 'north' is not reached by rail: rail is 0; expected rail above 0"},
    {"RegionWithoutFarms", "regions", "households = 1", "households = 0.0",
     "regions.toml:4:14: error: 'north' has no farms: households is 0; expected households above 0"},
    {"RegionWithoutTowns", "regions", "townspeople = 1", "townspeople = 0",
     "regions.toml:5:15: error: 'north' has no towns: townspeople is 0; expected townspeople above 0"},
    {"RegionWithoutWeather", "regions", "weather_zone = 0", "weather_zone = 1",
     "regions.toml:6:16: error: weather_zone 1 is no row of tables/weather_zones.toml; expected a whole number from 0 to 0"},
    {"IndustryDoesNotAddUp", "regions", "0.75", "0.85",
     "regions.toml:1:1: error: industry_share adds to 1.1; expected shares that add to 1"},
    {"YearWithoutWeather", "outside_weather", "[[row]]\nid = \"b\"\nyear = 1922\nzone = \"plain\"\n", "",
     "outside_weather.toml:1:1: error: no weather of 'plain' in 1922; expected a row with year = 1922, zone = \"plain\""},
    {"WeatherGivenTwice", "outside_weather", "", "[[row]]\nid = \"c\"\nyear = 1922\nzone = \"plain\"\n",
     "outside_weather.toml:11:8: error: the weather of 'plain' in 1922 is given twice; expected one row for each zone and "
     "year"},
    {"WeatherOfNowhere", "outside_weather", "", "[[row]]\nid = \"c\"\nyear = 1922\nzone = \"plaim\"\n",
     "outside_weather.toml:12:8: error: unknown zone 'plaim'; expected the id of a row of tables/weather_zones.toml; did you "
     "mean "
     "plain?"},
    {"WeatherWithoutZone", "outside_weather", "", "[[row]]\nid = \"c\"\nyear = 1923\n",
     "outside_weather.toml:9:1: error: row 'c' lacks zone; expected zone = \"...\""},
    {"LeverMissing", "levers", "[[row]]\nid = \"private_trade\"\n", "",
     "levers.toml:37:1: error: no row 'private_trade'; expected a row with id = \"private_trade\""},
    {"LeverUnknown", "levers", "\"private_trade\"", "\"privat_trade\"",
     "levers.toml:2:6: error: unknown lever 'privat_trade'; expected the name of a lever; did you mean private_trade?"},
    {"ProvinceWithoutRegion", "provinces", "region = \"south\"\n", "",
     "provinces.toml:1:1: error: row 'tula' lacks region; expected region = \"...\""},
    {"ProvinceWithTooManyMembers", "provinces", "peasants = 0.3", "peasants = 0.6",
     "provinces.toml:4:11: error: workers, peasants, students and army of 'tula' add to 1.2; expected shares that add to no "
     "more "
     "than 1"},
    {"TieToNobody", "ties", "to = \"boris\"", "to = \"\"", "ties.toml:4:6: error: row 'ab' lacks to; expected to = \"...\""},
    {"TieToOneself", "ties", "to = \"boris\"", "to = \"anna\"",
     "ties.toml:4:6: error: 'anna' is tied to himself; expected two different leaders"},
    {"TieGivenTwice", "ties", "", "[[row]]\nid = \"again\"\nfrom = \"anna\"\nto = \"boris\"\n",
     "ties.toml:11:8: error: the tie from 'anna' to 'boris' is given twice; expected one row for each pair"},
    {"SharesDoNotAddUp", "farms", "0.5, ", "0.4, ",
     "farms.toml:2:19: error: share adds to 0.9; expected numbers that add to 1"},
};

void PrintTo(const Mistake& mistake, std::ostream* out) { *out << mistake.name; }

class TableMistake : public testing::TestWithParam<Mistake> {};

TEST_P(TableMistake, IsTheOnlyFaultReportedAndAtItsPlace) {
  const Mistake& mistake = GetParam();
  EXPECT_EQ(complaints(mistake.file, mistake.from, mistake.to), std::vector<std::string>{mistake.message});
}

INSTANTIATE_TEST_SUITE_P(All, TableMistake, testing::ValuesIn(kMistakes),
                         [](const auto& instance) { return std::string(instance.param.name); });

}  // namespace
}  // namespace thermidor::scenario
