// Where scenarios are looked for, so that commands work from any directory.
#pragma once

#include <string>
#include <vector>

#include "core/result.hpp"

namespace thermidor::scenario {

// Folders of scenarios, in order: $THERMIDOR_SCENARIOS (several, separated by ':'), ./scenarios, beside the program
// (../../scenarios, ../../../scenarios, ../share/thermidor/scenarios), and the source tree this was built from.
std::vector<std::string> scenario_folders(const std::string& program = {});

// All scenarios found, as paths; the first of each name counts.
std::vector<std::string> list_scenarios(const std::string& program = {});

// The folder of a scenario given by path (of the folder or its scenario.toml) or by name. An empty name means the only one
// there is.
Result<std::string> find_scenario(const std::string& name, const std::string& program = {});

}  // namespace thermidor::scenario
