// A thousand random runs with random acts out of the whole language: books to the unit, prices finite, nothing negative, in
// every month. A run that breaks a law is named by the command that plays it again.
#include <gtest/gtest.h>

#include <map>
#include <optional>
#include <set>
#include <string>

#include "experiment/parameter_draws.hpp"
#include "experiment/run.hpp"
#include "laws/random_runs.hpp"
#include "laws/world_laws.hpp"
#include "scenario/act_forms.hpp"
#include "support/shipped_runs.hpp"

namespace thermidor::experiment {
namespace {

constexpr int kBatches = 25;
constexpr int kRunsOfABatch = 40;

// The run that the command line would load, without reading the scenario again.
LoadedRun loaded_as_typed(const RunRequest& request) {
  LoadedRun run;
  run.setup.seed = request.seed;
  run.setup.sample = request.sample;
  read_outside(request.outside, run.setup.outside);
  read_traits(request.traits, run.setup.traits);
  run.draws.jitter = request.jitter;
  if (request.parameters == "posterior") run.draws.posterior = shipped().calibration.posterior;
  run.last = *parse_month(request.until);
  run.agenda.chronicle = shipped().chronicle;
  if (!request.history_until.empty()) run.agenda.history_until = *parse_month(request.history_until);
  run.agenda.acts = read_acts_given(request.acts, shipped().names).value();
  return run;
}

struct Played {
  RunState state;
  WorldLaws laws;
};

Played play_watched(const LoadedRun& run) {
  const std::optional<Params> drawn = run.draws.of_member(shipped().params, run.setup.seed);
  const Params& params = drawn ? *drawn : shipped().params;
  const SerialExecutor serial;
  Played played{start_run(params, run.setup), {}};
  RunControl control{.executor = &serial};
  control.watch = [&played](const World& world, Month month) { played.laws.look(world, month); };
  continue_run(params, run.agenda, run.last, control, played.state);
  return played;
}

class RandomRuns : public ::testing::TestWithParam<int> {};

TEST_P(RandomRuns, KeepTheirBooksToTheUnitAndNothingBelowZero) {
  for (int i = 0; i < kRunsOfABatch; ++i) {
    const RunRequest request = random_request(GetParam() * kRunsOfABatch + i);
    const LoadedRun run = loaded_as_typed(request);
    const Played played = play_watched(run);
    EXPECT_EQ(played.state.record.fault, "") << command_line(request);
    EXPECT_EQ(played.laws.broken(), "") << command_line(request);
    EXPECT_EQ(played.laws.months(), run.last - shipped().params.scenario.start + 1) << command_line(request);
  }
}

TEST(ThousandRuns, AreThoseThatTheirCommandsPlayAgain) {
  for (const int number : {0, 17, 400}) {
    RunRequest request = random_request(number);
    const Played played = play_watched(loaded_as_typed(request));
    request.scenario = THERMIDOR_SOURCE_DIR "/scenarios/soviet-1921";
    Result<LoadedRun> typed = load_run(request);
    ASSERT_TRUE(typed) << command_line(request);
    LoadedRun& run = typed.value();
    take_drawn_constants(run);
    const SerialExecutor serial;
    RunState again = start_run(run.scenario.params, run.setup);
    continue_run(run.scenario.params, run.agenda, run.last, {.executor = &serial}, again);
    EXPECT_EQ(again.record.digest, played.state.record.digest) << command_line(request);
  }
}

TEST(ThousandRuns, UseEveryFormOfActAndEveryKindOfStart) {
  std::map<std::string, int> used;
  std::set<std::string> starts;
  for (int number = 0; number < kBatches * kRunsOfABatch; ++number) {
    const RunRequest request = random_request(number);
    starts.insert(request.outside + " " + request.traits + " " + request.parameters);
    for (const std::string& act : request.acts) ++used[act.substr(0, act.find_first_of(".="))];
  }
  EXPECT_EQ(starts.size(), 16U);
  for (const scenario::ActForm& form : scenario::kActForms) {
    EXPECT_GE(used[form.act == "vacate" ? "post" : std::string(form.head)], 20) << form.head;
  }
}

INSTANTIATE_TEST_SUITE_P(Batches, RandomRuns, ::testing::Range(0, kBatches));

}  // namespace
}  // namespace thermidor::experiment
