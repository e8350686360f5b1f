// The shipped scenario, loaded once, and short runs of it.
#pragma once

#include <cstdio>
#include <cstdlib>

#include "experiment/loaded.hpp"
#include "experiment/pair.hpp"
#include "experiment/run.hpp"

namespace thermidor::experiment {

inline const scenario::Scenario& shipped() {
  static const scenario::Scenario loaded = [] {
    Result<scenario::Scenario> result = scenario::load_scenario(THERMIDOR_SOURCE_DIR "/scenarios/soviet-1921");
    if (result) return std::move(result).value();
    // No test means anything without the scenario.
    for (const Diagnostic& fault : result.diagnostics()) std::fprintf(stderr, "%s\n", format_diagnostic(fault).c_str());
    std::exit(1);
  }();
  return loaded;
}

inline const Roster& shipped_roster() {
  static const Roster roster = roster_of(shipped().params);
  return roster;
}

// Few farms: the tests are about experiments, not about farms.
inline RunSetup small_setup(std::uint64_t seed = 7) {
  RunSetup setup;
  setup.seed = seed;
  setup.sample = 20000;
  return setup;
}

inline Act act_of(const std::string& line) {
  Result<Act> act = scenario::parse_act_line(line, shipped().names);
  return act ? std::move(act).value() : Act{};
}

inline RunState play(const RunSetup& setup, const Agenda& agenda, Month last, const Executor& executor = SerialExecutor{}) {
  RunState state = start_run(shipped().params, setup);
  continue_run(shipped().params, agenda, last, {.executor = &executor}, state);
  return state;
}

}  // namespace thermidor::experiment
