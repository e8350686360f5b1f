// Options of what plays runs and pairs: run, whatif, why, checks, contrasts, calibrate.
#pragma once

#include <CLI/CLI.hpp>

#include "options.hpp"

namespace thermidor::cli {

void add_run(CLI::App& app, RunOptions& options);
void add_whatif(CLI::App& app, WhatIfOptions& options);
void add_why(CLI::App& app, WhyOptions& options);
void add_checks(CLI::App& app, ChecksOptions& options);
void add_contrasts(CLI::App& app, ContrastsOptions& options);
void add_calibrate(CLI::App& app, CalibrateOptions& options);

}  // namespace thermidor::cli
