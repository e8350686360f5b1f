#include "replay.hpp"

#include <filesystem>

#include "common.hpp"
#include "experiment/thread_pool.hpp"
#include "interrupt.hpp"

namespace thermidor::cli {

Result<experiment::RunRequest> request_of_folder(const std::string& folder, bool baseline) {
  const std::filesystem::path manifest = std::filesystem::path(folder) / "manifest.json";
  std::error_code error;
  if (!std::filesystem::is_regular_file(manifest, error))
    return fault("'" + folder + "' is no results folder", "a folder that thermidor run --out has written");
  Result<experiment::RunRequest> request = experiment::read_manifest(manifest.string());
  if (!request || !baseline) return request;
  experiment::RunRequest without = request.value();
  without.acts.clear();
  return without;
}

Result<Replay> replay(const experiment::RunRequest& request, unsigned threads) {
  Result<experiment::LoadedRun> loaded = experiment::load_run(request);
  if (!loaded) return loaded.diagnostics();
  Replay result{std::move(loaded).value(), {}};
  experiment::take_drawn_constants(result.run);
  const experiment::ThreadPool pool(threads);
  experiment::RunState state = experiment::start_run(result.run.scenario.params, result.run.setup, pool);
  const experiment::RunControl control{.executor = &pool, .stop = &interrupted(), .explain = true};
  continue_run(result.run.scenario.params, result.run.agenda, result.run.last, control, state);
  result.record = std::move(state.record);
  return result;
}

}  // namespace thermidor::cli
