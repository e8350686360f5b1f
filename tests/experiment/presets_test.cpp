// Readings of the outcome are chosen by name and are what the scenario says.
#include <gtest/gtest.h>

#include "experiment/loaded.hpp"
#include "support/shipped_runs.hpp"

namespace thermidor::experiment {
namespace {

RunRequest request_with(const std::string& explanations) {
  RunRequest request;
  request.scenario = THERMIDOR_SOURCE_DIR "/scenarios/soviet-1921";
  request.explanations = explanations;
  return request;
}

TEST(Presets, AReadingSetsTheWeightsOfItsRow) {
  const Result<LoadedRun> run = load_run(request_with("harris"));
  ASSERT_TRUE(run);
  EXPECT_EQ(run.value().scenario.params.party.explanations.service, 1.0);
  EXPECT_LT(run.value().scenario.params.party.explanations.appointments, 0.5);
  const Result<LoadedRun> modelled = load_run(request_with("modelled"));
  ASSERT_TRUE(modelled);
  EXPECT_EQ(modelled.value().scenario.params.party.explanations.appointments, 1.0);
}

TEST(Presets, AnUnknownReadingIsRefusedWithTheNearestOne) {
  const Result<LoadedRun> run = load_run(request_with("haris"));
  ASSERT_FALSE(run);
  EXPECT_EQ(run.diagnostics().front().suggestion, "harris");
}

TEST(Presets, EveryExplanationCanBeSwitchedOffAndSevenHistoriansAreRead) {
  int historians = 0;
  double off = 0;
  for (const party::PresetRow& row : shipped().params.party.presets) {
    const party::Explanations w = row.weights();
    const double sum = w.appointments + w.dilution + w.mobility + w.policy + w.skill + w.misperception + w.passivity +
                       w.service + w.rules + w.symbols + w.coercion;
    if (row.kind == "historian") ++historians;
    if (row.kind == "off") off += 11 - sum;
  }
  EXPECT_EQ(historians, 7);
  EXPECT_DOUBLE_EQ(off, 11);
}

}  // namespace
}  // namespace thermidor::experiment
