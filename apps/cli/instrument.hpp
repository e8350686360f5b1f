// What the laboratory's instruments share: the request that their options make, the head of their JSON, and an ensemble that is
// played on all cores with progress and a journal.
#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "experiment/ensemble.hpp"
#include "experiment/loaded.hpp"
#include "options.hpp"
#include "terminal.hpp"

namespace thermidor::cli {

// Instruments play the stored constants.
experiment::RunRequest instrument_request(const ModelOptions& options, const std::string& history_until = {},
                                          const std::vector<std::string>& acts = {});

// Schema, engine, scenario and what the options say of the runs.
nlohmann::ordered_json instrument_head(const ModelOptions& options, const experiment::LoadedRun& run, const char* schema);

// Calls `play` with all cores, progress under `label` and, where there is a folder, the journal named by `key` in it.
void play_instrument(const Terminal& terminal, const SampledOptions& options, const std::string& label,
                     const std::string& folder, const std::string& key,
                     const std::function<void(const experiment::EnsembleControl&)>& play);

}  // namespace thermidor::cli
