// Options of what looks things up and checks them, helps to begin, and takes results elsewhere.
#pragma once

#include <CLI/CLI.hpp>

#include "options.hpp"

namespace thermidor::cli {

void add_list(CLI::App& app, ListOptions& options);
void add_show(CLI::App& app, ShowOptions& options);
void add_validate(CLI::App& app, ValidateOptions& options);
void add_diff(CLI::App& app, DiffOptions& options);
void add_pack(CLI::App& app, PackOptions& options);
void add_doctor(CLI::App& app, DoctorOptions& options);
void add_new(CLI::App& app, NewOptions& options);
void add_export(CLI::App& app, ExportOptions& options);
void add_demo(CLI::App& app, DemoOptions& options);

}  // namespace thermidor::cli
