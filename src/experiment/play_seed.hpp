// One run of a row of seeds.
#pragma once

#include <cstddef>
#include <optional>

#include "experiment/ensemble.hpp"
#include "experiment/parameter_draws.hpp"
#include "experiment/run.hpp"

namespace thermidor::experiment {

// What the runs of a row have in common.
struct SeedRow {
  const Params& params;
  const RunSetup& setup;  // seed of the first; run i has seed + i
  const Agenda& agenda;
  Month last;
  const ParameterDraws* draws = nullptr;  // constants by seed; null: the stored ones
};

// The run of this number to its last month, on one thread; broken off where the record has a fault, nothing where it was
// stopped.
std::optional<RunRecord> play_seed(const SeedRow& row, const EnsembleControl& control, std::size_t number);

}  // namespace thermidor::experiment
