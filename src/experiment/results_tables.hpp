// The tables of a results folder as CSV text. Columns are described in docs/reference/results-folder.md.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "experiment/roster.hpp"
#include "experiment/run.hpp"

namespace thermidor::experiment {

// One arm of one member.
struct ArmRecord {
  std::string_view arm;  // "run", "baseline", "counterfactual"
  int member = 0;
  const RunRecord* record = nullptr;
};

std::string series_long_csv(std::span<const ArmRecord> arms);                    // arm, member, date, series, unit, value
std::string series_wide_csv(std::span<const ArmRecord> arms);                    // arm, member, date, one column per series
std::string regions_csv(std::span<const ArmRecord> arms, const Roster& roster);  // arm, member, date, series, region, value
std::string events_csv(std::span<const ArmRecord> arms, const Roster& roster);
std::string votes_csv(std::span<const ArmRecord> arms, const Roster& roster);
std::string ballots_csv(std::span<const ArmRecord> arms, const Roster& roster);
std::string posts_csv(std::span<const ArmRecord> arms, const Roster& roster);
std::string standings_csv(std::span<const ArmRecord> arms, const Roster& roster);

}  // namespace thermidor::experiment
