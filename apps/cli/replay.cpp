#include "replay.hpp"

#include <filesystem>

#include "command_line.hpp"
#include "common.hpp"
#include "experiment/thread_pool.hpp"
#include "interrupt.hpp"
#include "scenario/find.hpp"

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

Result<experiment::RunRequest> read_spec(const std::string& spec, const Terminal& terminal) {
  constexpr std::string_view kBaseline = ":baseline";
  std::error_code error;
  if (spec.ends_with(kBaseline)) {
    const std::string folder = spec.substr(0, spec.size() - kBaseline.size());
    if (std::filesystem::exists(folder, error)) return request_of_folder(folder, true);
  }
  const std::filesystem::path path(spec);
  if (std::filesystem::is_regular_file(path / "manifest.json", error))
    return experiment::read_manifest((path / "manifest.json").string());
  if (std::filesystem::is_regular_file(path, error)) return experiment::read_manifest(spec);
  std::vector<std::string> words = split_words(spec);
  if (!words.empty() && words.front() == "thermidor") words.erase(words.begin());
  if (words.empty() || words.front() != "run") words.insert(words.begin(), "run");
  words.insert(words.begin(), "thermidor");
  std::vector<const char*> raw;
  for (const std::string& word : words) raw.push_back(word.c_str());
  const Options options = read_command_line(static_cast<int>(raw.size()), raw.data(), terminal);
  const auto* run = std::get_if<RunOptions>(&options);
  if (run == nullptr)
    return fault("'" + spec + "' is neither a results folder nor the options of a run", "a folder, or 'soviet-1921 --seed 8'");
  if (const Result<std::string> found = scenario::find_scenario(run->scenario); !found && words.size() == 3)
    return fault("'" + spec + "' is neither a results folder nor a scenario",
                 "a folder with manifest.json, or the options of a run such as 'soviet-1921 --seed 8'",
                 found.diagnostics().front().suggestion);
  return experiment::RunRequest{run->scenario,   run->seed,   run->sample,        run->outside,
                                run->traits,     run->until,  run->history_until, run->acts,
                                run->parameters, run->jitter, run->explanations,  run->party_members};
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
