// What a scenario takes over from another, and what is wrong with one that does not say enough.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "model/month.hpp"
#include "scenario/scenario.hpp"
#include "scenarios/written_scenario.hpp"

namespace thermidor::scenario {
namespace {

const std::string kHead = "[scenario]\nkey = \"x\"\ntitle = \"X\"\nextends = \"soviet-1921\"\n";

Result<Scenario> load_text(const std::string& text) { return load_scenario(WrittenScenario(text).folder()); }

std::string faults_of(const std::string& text) {
  std::string faults;
  const Result<Scenario> loaded = load_text(text);
  for (const Diagnostic& fault : loaded.diagnostics()) faults += format_diagnostic(fault) + "\n";
  return faults;
}

TEST(Extends, TakesOverWhatIsNotSaid) {
  const Result<Scenario> base = load_scenario(THERMIDOR_SOURCE_DIR "/scenarios/soviet-1921");
  const Result<Scenario> child = load_text(kHead);
  ASSERT_TRUE(base);
  ASSERT_TRUE(child);
  EXPECT_EQ(child.value().params.scenario.key, "x");
  EXPECT_EQ(child.value().params.scenario.end, base.value().params.scenario.end);
  EXPECT_EQ(child.value().params.party.leaders.size(), base.value().params.party.leaders.size());
  EXPECT_EQ(child.value().chronicle.size(), base.value().chronicle.size());
  EXPECT_EQ(child.value().checks.size(), base.value().checks.size());
  EXPECT_DOUBLE_EQ(child.value().params.economy.money.demand_months, base.value().params.economy.money.demand_months);
  EXPECT_TRUE(child.value().questions.empty());
}

TEST(Extends, SaysOtherwiseOnceAndKeepsTheRest) {
  const Result<Scenario> base = load_scenario(THERMIDOR_SOURCE_DIR "/scenarios/soviet-1921");
  const Result<Scenario> child =
      load_text(kHead +
                "status = \"assumed\"\nsource = \"assumed\"\n[parameters.party]\nvotes = { noise = 0.5 }\n"
                "[parameters.party.members.cell]\nspread = 0.7\n");
  ASSERT_TRUE(base);
  ASSERT_TRUE(child);
  EXPECT_DOUBLE_EQ(child.value().params.party.votes.noise, 0.5);
  EXPECT_DOUBLE_EQ(child.value().params.party.members.cell.spread, 0.7);
  EXPECT_DOUBLE_EQ(child.value().params.party.votes.prestige, base.value().params.party.votes.prestige);
  EXPECT_DOUBLE_EQ(child.value().params.party.members.cell.fear, base.value().params.party.members.cell.fear);
  const auto named = [](const Provenance& value) { return value.name == "party.votes.noise"; };
  const auto& values = child.value().provenance;
  EXPECT_EQ(std::count_if(values.begin(), values.end(), named), 1);
  EXPECT_EQ(std::find_if(values.begin(), values.end(), named)->value, "0.5");
}

TEST(Extends, ATableTakesThePlaceOfTheWholeTable) {
  const Result<Scenario> child = load_text(
      kHead + "status = \"assumed\"\nsource = \"assumed\"\n[tables]\nendings = [ { id = \"E\", when = 'form == 1' } ]\n");
  ASSERT_TRUE(child);
  ASSERT_EQ(child.value().params.society.endings.size(), 1U);
  EXPECT_EQ(child.value().params.society.endings[0].id, "E");
}

TEST(Extends, LeavesOutTheEconomyWhereItIsTold) {
  const Result<Scenario> child = load_text(kHead + "economy = false\n");
  for (const Diagnostic& fault : child.diagnostics()) ADD_FAILURE() << format_diagnostic(fault);
  ASSERT_TRUE(child);
  const Params& params = child.value().params;
  EXPECT_TRUE(params.economy.regions.empty());
  World world = make_world(params, {});
  Records records;
  for (int month = 0; month < 12; ++month) advance_month(params, {}, world, records, SerialExecutor{});
  EXPECT_FALSE(world.fault.raised()) << world.fault.message();
}

TEST(Extends, ReportsABaseThatIsNotThere) {
  EXPECT_NE(faults_of("[scenario]\nkey = \"x\"\ntitle = \"X\"\nextends = \"soviet-1922\"\n")
                .find("scenario.toml:4:11: error: no scenario 'soviet-1922' to extend; expected the name of a scenario, or "
                      "\"defaults\"; did you mean soviet-1921?"),
            std::string::npos);
}

TEST(Extends, ReportsValuesWithoutASource) {
  EXPECT_NE(
      faults_of(kHead + "[parameters.party]\nvotes = { noise = 0.5 }\n").find("[scenario] does not say where parameters come"),
      std::string::npos);
}

TEST(Extends, ReportsAMisspeltParameterAndItsPlace) {
  const std::string text = kHead + "status = \"assumed\"\nsource = \"assumed\"\n[parameters.party]\nvotes = { noize = 0.5 }\n";
  EXPECT_NE(faults_of(text).find("scenario.toml:8:11: error: unknown parameter 'noize'"), std::string::npos) << faults_of(text);
}

TEST(Extends, ReportsANumberOutOfBoundsInARow) {
  const std::string text =
      kHead + "status = \"assumed\"\nsource = \"assumed\"\n[tables]\nposts = [ { id = \"chair\", value = 3 } ]\n";
  EXPECT_NE(faults_of(text).find("value 3 is out of bounds"), std::string::npos) << faults_of(text);
}

TEST(Extends, AsksForRegionsOrForNoEconomy) {
  const std::string faults = faults_of(
      "[scenario]\nkey = \"x\"\ntitle = \"X\"\nextends = \"defaults\"\nstart = \"2001-01\"\nend = \"2002-01\"\nversion = "
      "\"1\"\nlicence = \"CC0\"\ndescription = \"-\"\n");
  EXPECT_NE(faults.find("tables/regions.toml: error: no such file"), std::string::npos) << faults;
  EXPECT_NE(faults.find("economy = false"), std::string::npos) << faults;
}

}  // namespace
}  // namespace thermidor::scenario
