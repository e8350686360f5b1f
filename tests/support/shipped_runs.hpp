// The shipped scenario, loaded once, and short runs of it.
#pragma once

#include <string>

#include "experiment/loaded.hpp"
#include "experiment/pair.hpp"
#include "experiment/run.hpp"

namespace thermidor::experiment {

const scenario::Scenario& shipped();
const Roster& shipped_roster();

// Few farms: the tests are about experiments, not about farms.
RunSetup small_setup(std::uint64_t seed = 7);

// The act that a line says; an empty one where it says none.
Act act_of(const std::string& line);

RunState play(const RunSetup& setup, const Agenda& agenda, Month last, const Executor& executor = SerialExecutor{});

}  // namespace thermidor::experiment
