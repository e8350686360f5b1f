// Where two runs part: the first month whose world differs, the earliest phase whose state differs, and the first field.
#pragma once

#include <string>
#include <vector>

#include "experiment/loaded.hpp"

namespace thermidor::experiment {

struct PartDifference {
  int phase = 0;      // of model/month.cpp, in which this part of the world is first written
  std::string part;   // "farms", "party", ...
  std::string field;  // "party.strength[3]: 0.41 vs 0.42"
};

struct Parting {
  bool parted = false;
  bool at_start = false;                    // before the first month was played
  Month month;                              // of the first difference, or the last month compared
  std::vector<PartDifference> differences;  // in the order of phases; the first is where the runs part
  std::string fault;                        // a run broke off
};

// Compares two worlds part by part, leaving out what was asked of them (seed, presets).
std::vector<PartDifference> world_differences(const World& first, const World& second);

// Plays both runs side by side until they differ or one of them ends.
Parting find_parting(const LoadedRun& first, const LoadedRun& second, const RunControl& control);

// Name of a phase of the month.
const char* phase_name(int phase);

}  // namespace thermidor::experiment
