// Other worlds than the first: institutions, persons and levers are data, a scenario may lean on another, and may do without an
// economy.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "experiment/checks.hpp"
#include "experiment/loaded.hpp"
#include "experiment/thread_pool.hpp"
#include "experiment/why.hpp"
#include "scenarios/written_scenario.hpp"

namespace thermidor::experiment {
namespace {

const std::string kScenarios = THERMIDOR_SOURCE_DIR "/scenarios/";

std::ptrdiff_t lines_of(const std::string& path) {
  std::ifstream file(path);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  return std::count(text.begin(), text.end(), '\n');
}

Result<LoadedRun> load_coarsely(const char* scenario) {
  RunRequest request;
  request.scenario = kScenarios + scenario;
  request.sample = 2000;
  return load_run(request);
}

class OtherWorld : public testing::TestWithParam<const char*> {};

TEST_P(OtherWorld, LoadsWithoutAFaultAndSaysWhereEveryValueComesFrom) {
  const Result<scenario::Scenario> loaded = scenario::load_scenario(kScenarios + GetParam());
  for (const Diagnostic& fault : loaded.diagnostics()) ADD_FAILURE() << format_diagnostic(fault);
  ASSERT_TRUE(loaded);
  ASSERT_FALSE(loaded.value().provenance.empty());
  for (const scenario::Provenance& value : loaded.value().provenance) {
    EXPECT_FALSE(value.source.empty()) << value.name;
    EXPECT_TRUE(value.unit == "id" || value.unit == "ids" || value.unit == "month" || !value.status.empty()) << value.name;
  }
}

TEST_P(OtherWorld, KeepsItsChecksInMostOfFortySeeds) {
  const Result<LoadedRun> loaded = load_coarsely(GetParam());
  ASSERT_TRUE(loaded);
  const LoadedRun& run = loaded.value();
  const ScorecardPlan plan{&run.scenario.params, &run.roster, run.setup, run.agenda, run.last, run.scenario.checks, {}, 40, {}};
  const ThreadPool pool(2);
  const Scorecard card = run_scorecard(plan, {.executor = &pool});
  EXPECT_EQ(card.faulted, 0) << card.first_fault;
  EXPECT_GE(card.rows.size(), 3U);
  for (const ScoreRow& row : card.rows) EXPECT_GT(row.share(), 0.5) << row.check.id << ": " << row.check.title;
}

// What readers are told is in the scenario's own words, and told once.
TEST_P(OtherWorld, IsToldInItsOwnWordsAndOnce) {
  const Result<LoadedRun> loaded = load_coarsely(GetParam());
  ASSERT_TRUE(loaded);
  const LoadedRun& run = loaded.value();
  const Result<scenario::Scenario> first = scenario::load_scenario(kScenarios + "soviet-1921");
  ASSERT_TRUE(first);
  const Roster other = roster_of(first.value().params);
  int own = 0;
  for (std::size_t rung = 1; rung <= 7; ++rung) {
    const std::string worded = worded_question("rung " + std::to_string(rung) + " for nobody", run.roster);
    EXPECT_NE(worded.find(run.roster.measures[rung - 1].substr(1) + ": nobody"), std::string::npos) << worded;
    own += run.roster.measures[rung - 1] != other.measures[rung - 1] ? 1 : 0;
  }
  EXPECT_GE(own, 5);
  int sanctioned = 0;
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    RunSetup setup = run.setup;
    setup.seed = seed;
    const SerialExecutor serial;
    RunState state = start_run(run.scenario.params, setup);
    continue_run(run.scenario.params, run.agenda, run.last, {.executor = &serial}, state);
    const std::vector<EventRecord>& events = state.record.records.events;
    for (std::size_t i = 1; i < events.size(); ++i) {
      sanctioned += events[i].kind == std::string_view("sanction") ? 1 : 0;
      const bool again = events[i].month == events[i - 1].month && events[i].title == events[i - 1].title;
      EXPECT_FALSE(again) << format_month(events[i].month) << " " << events[i].title;
    }
  }
  EXPECT_GT(sanctioned, 0);
}

TEST(Paris, CountsNeitherIn1913NorInRoubles) {
  const Result<scenario::Scenario> loaded = scenario::load_scenario(kScenarios + "paris-1793");
  ASSERT_TRUE(loaded);
  const Roster roster = roster_of(loaded.value().params);
  for (const SeriesInfo& series : series_list()) {
    EXPECT_EQ(roster.unit(series.unit).find("1913"), std::string::npos) << series.name;
    EXPECT_EQ(roster.unit(series.unit).find("rouble"), std::string::npos) << series.name;
  }
  EXPECT_EQ(roster.unit("million roubles of 1913 a month"), "million livres of 1790 a month");
}

INSTANTIATE_TEST_SUITE_P(Scenarios, OtherWorld, testing::Values("paris-1793", "society"),
                         [](const auto& world) { return std::string(world.param) == "society" ? "Society" : "Paris"; });

TEST(Society, IsOneFileOfAtMostFortyLines) {
  EXPECT_LE(lines_of(kScenarios + "society/scenario.toml"), 40);
  const auto parts = std::filesystem::directory_iterator(kScenarios + "society");
  EXPECT_EQ(std::distance(std::filesystem::begin(parts), std::filesystem::end(parts)), 1);
}

TEST(Society, HasNeitherRegionsNorTrades) {
  const Result<scenario::Scenario> loaded = scenario::load_scenario(kScenarios + "society");
  ASSERT_TRUE(loaded);
  const Params& params = loaded.value().params;
  World world = make_world(params, {});
  Records records;
  for (int month = 0; month < 24; ++month) advance_month(params, {}, world, records, SerialExecutor{});
  EXPECT_FALSE(world.fault.raised()) << world.fault.message();
  EXPECT_TRUE(world.economy.regions.flows.empty());
  EXPECT_DOUBLE_EQ(world.signals.last.economy.grain_shortfall, 0);
  EXPECT_DOUBLE_EQ(world.signals.last.economy.bread_cover_poor, 1);
}

// On top of the first scenario.
TEST(ShortScenario, OfTwentyFiveLinesHasThreeActsAndTwoChecks) {
  const std::string text = R"toml(do = [
  { at = "1922-10", act = "set", lever = "trade_monopoly", value = 0.5, title = "The monopoly of foreign trade is eased" },
  { at = "1923-01", act = "set", lever = "closures", value = 0.8, title = "Loss-makers are closed" },
  { at = "1923-06", act = "set", instrument = "money_tax", value = 2.0, title = "A light tax in money" } ]

[[check]]
id = "goods"
title = "Goods are there for the villages in 1924"
kind = "band"
value = "mean(goods_availability_villages, 1924)"
low = 0.5
source = "assumed"
use = "validation"
[[check]]
id = "held"
title = "The monopoly stays eased"
kind = "pattern"
holds = "at(lever.trade_monopoly, 1924-12) == 0.5"
source = "assumed"
use = "validation"

[scenario]
key = "open-trade"
title = "The monopoly of foreign trade is eased and stays so"
extends = "soviet-1921"
)toml";
  EXPECT_LE(std::count(text.begin(), text.end(), '\n'), 25);
  const WrittenScenario written(text);
  RunRequest request;
  request.scenario = written.folder();
  request.sample = 20000;
  request.until = "1924-12";
  const Result<LoadedRun> loaded = load_run(request);
  for (const Diagnostic& fault : loaded.diagnostics()) ADD_FAILURE() << format_diagnostic(fault);
  ASSERT_TRUE(loaded);
  const LoadedRun& run = loaded.value();
  EXPECT_EQ(run.agenda.acts.size(), 3U);
  EXPECT_EQ(run.scenario.checks.size(), 2U);
  EXPECT_EQ(run.scenario.params.scenario.start, make_month(1921, 3));
  RunState state = start_run(run.scenario.params, run.setup);
  const SerialExecutor executor;
  continue_run(run.scenario.params, run.agenda, run.last, {.executor = &executor}, state);
  const std::vector<CheckResult> results = evaluate_checks(run.scenario.checks, state.record, run.roster);
  ASSERT_EQ(results.size(), 2U);
  EXPECT_TRUE(results[0].held.has_value());
  EXPECT_EQ(results[1].held, true);
}

}  // namespace
}  // namespace thermidor::experiment
