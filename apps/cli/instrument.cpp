#include "instrument.hpp"

#include "common.hpp"
#include "core/digest.hpp"
#include "experiment/thread_pool.hpp"
#include "interrupt.hpp"

namespace thermidor::cli {

experiment::RunRequest instrument_request(const ModelOptions& options, const std::string& history_until,
                                          const std::vector<std::string>& acts) {
  experiment::RunRequest request;
  request.scenario = options.scenario;
  request.seed = options.seed;
  request.sample = options.sample;
  request.outside = options.outside;
  request.traits = options.traits;
  request.explanations = options.explanations;
  request.party_members = options.party_members;
  request.history_until = history_until;
  request.acts = acts;
  return request;
}

nlohmann::ordered_json instrument_head(const ModelOptions& options, const experiment::LoadedRun& run, const char* schema) {
  return {{"schema", schema},
          {"engine", engine_name()},
          {"scenario", run.scenario.params.scenario.key},
          {"scenario_digest", format_digest(run.scenario.digest)},
          {"seed", options.seed},
          {"sample", options.sample},
          {"outside", options.outside},
          {"traits", options.traits},
          {"explanations", options.explanations}};
}

void play_instrument(const Terminal& terminal, const SampledOptions& options, const std::string& label,
                     const std::string& folder, const std::string& key,
                     const std::function<void(const experiment::EnsembleControl&)>& play) {
  const experiment::ThreadPool pool(options.threads);
  ProgressLine progress(terminal, label);
  experiment::EnsembleControl control{.executor = &pool, .stop = &interrupted()};
  control.progress = [&progress](std::size_t done, std::size_t total) { progress.show(done, total); };
  control.key = key;
  if (!folder.empty()) control.journal = journal_path(folder, key);
  control.resume = options.resume;
  play(control);
}

}  // namespace thermidor::cli
