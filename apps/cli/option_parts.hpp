// Options that several subcommands share, as the parser knows them.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "options.hpp"

namespace thermidor::cli {

// Accepts one of a few words; the refusal names them and the nearest.
CLI::Validator one_of(const std::vector<std::string>& words);

CLI::Option* add_scenario(CLI::App& app, std::string& scenario, bool positional);
void add_sampling(CLI::App& app, SampledOptions& options);
void add_runs(CLI::App& app, ModelOptions& options);    // sampling, traits and explanations
void add_common(CLI::App& app, ModelOptions& options);  // and by which constants
void add_party_members(CLI::App& app, ModelOptions& options);
void add_jitter(CLI::App& app, double& jitter);
void add_resume(CLI::App& app, SampledOptions& options);
void add_start(CLI::App& app, const char* name, std::string& start, const char* meaning);  // history or free
void add_run_folder(CLI::App& app, std::string& run, bool& baseline, const char* text);    // --run and --baseline
void add_count(CLI::App& app, const char* name, int& value, int least, const char* text);  // a whole number from `least`

}  // namespace thermidor::cli
