#include "support/shipped_runs.hpp"

#include <cstdio>
#include <cstdlib>

namespace thermidor::experiment {

const scenario::Scenario& shipped() {
  static const scenario::Scenario loaded = [] {
    Result<scenario::Scenario> result = scenario::load_scenario(THERMIDOR_SOURCE_DIR "/scenarios/soviet-1921");
    if (result) return std::move(result).value();
    // No test means anything without the scenario.
    for (const Diagnostic& fault : result.diagnostics()) std::fprintf(stderr, "%s\n", format_diagnostic(fault).c_str());
    std::exit(1);
  }();
  return loaded;
}

const Roster& shipped_roster() {
  static const Roster roster = roster_of(shipped().params);
  return roster;
}

RunSetup small_setup(std::uint64_t seed) {
  RunSetup setup;
  setup.seed = seed;
  setup.sample = 20000;
  return setup;
}

Act act_of(const std::string& line) {
  Result<Act> act = scenario::parse_act_line(line, shipped().names);
  return act ? std::move(act).value() : Act{};
}

RunState play(const RunSetup& setup, const Agenda& agenda, Month last, const Executor& executor) {
  RunState state = start_run(shipped().params, setup);
  continue_run(shipped().params, agenda, last, {.executor = &executor}, state);
  return state;
}

}  // namespace thermidor::experiment
