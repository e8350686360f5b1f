// Decisions of explained runs as CSV text. Columns are described in docs/reference/results-folder.md.
#pragma once

#include <span>
#include <string>

#include "experiment/results_tables.hpp"
#include "experiment/why.hpp"

namespace thermidor::experiment {

std::string decisions_csv(std::span<const ArmRecord> arms, const Roster& roster, const ActTitles& titles);
std::string options_csv(std::span<const ArmRecord> arms, const Roster& roster);
std::string roll_calls_csv(std::span<const ArmRecord> arms, const Roster& roster);
std::string terms_csv(std::span<const ArmRecord> arms);  // what options and leanings are made of

}  // namespace thermidor::experiment
