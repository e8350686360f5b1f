// What one scenario takes over from another, and what scenario.toml itself may hold beside [scenario]: acts, checks, tables and
// parameters. docs/reference/scenario-format.md.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "scenario/files.hpp"

namespace thermidor::scenario {

// What `extends` names: a scenario by its folder, or the program's documented defaults.
struct Base {
  std::filesystem::path folder;
  bool defaults = false;
  Place place;

  bool none() const { return folder.empty() && !defaults; }
};

inline constexpr const char* kDefaults = "defaults";

// Looked for beside the scenario in `root`, then among all scenarios.
Base find_base(const Document& info, const std::filesystem::path& root, Diagnostics& diagnostics);

// Adds to [scenario] of `own` what only `info` has, and puts it in its place.
void take_over_info(const Document& own, std::optional<Document>& info);

// The parts of scenario.toml, as if they were files.
void take_parts(const Document& info, Files& files);

}  // namespace thermidor::scenario
