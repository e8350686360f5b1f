#include "experiment/play_seed.hpp"

#include <utility>

namespace thermidor::experiment {

std::optional<RunRecord> play_seed(const SeedRow& row, const EnsembleControl& control, std::size_t number) {
  RunSetup setup = row.setup;
  setup.seed += number;
  const std::optional<Params> own = row.draws != nullptr ? row.draws->of_member(row.params, setup.seed) : std::nullopt;
  const Params& params = own ? *own : row.params;
  const SerialExecutor serial;
  RunState state = start_run(params, setup);
  const RunOutcome outcome = continue_run(params, row.agenda, row.last, {.executor = &serial, .stop = control.stop}, state);
  if (outcome == RunOutcome::stopped) return std::nullopt;
  return std::move(state.record);
}

}  // namespace thermidor::experiment
