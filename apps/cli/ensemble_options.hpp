// Options of ensembles and of what is done with them.
#pragma once

#include <CLI/CLI.hpp>

#include "options.hpp"

namespace thermidor::cli {

void add_ensemble(CLI::App& app, EnsembleOptions& options);
void add_compare(CLI::App& app, CompareOptions& options);
void add_sensitivity(CLI::App& app, SensitivityOptions& options);
void add_scorecard(CLI::App& app, ScorecardOptions& options);

}  // namespace thermidor::cli
