// Options of what helps to begin and to take results elsewhere: new, export, demo.
#pragma once

#include <CLI/CLI.hpp>

#include "options.hpp"

namespace thermidor::cli {

void add_new(CLI::App& app, NewOptions& options);
void add_export(CLI::App& app, ExportOptions& options);
void add_demo(CLI::App& app, DemoOptions& options);

}  // namespace thermidor::cli
