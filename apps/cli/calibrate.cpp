// thermidor calibrate: which values of the uncertain constants meet the record.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "commands.hpp"
#include "common.hpp"
#include "core/digest.hpp"
#include "experiment/calibration_tables.hpp"
#include "experiment/journal.hpp"
#include "experiment/loaded.hpp"
#include "experiment/results_folder.hpp"
#include "experiment/thread_pool.hpp"
#include "interrupt.hpp"

namespace thermidor::cli {
namespace {

using experiment::CalibrationPlan;
using experiment::CalibrationResult;
using experiment::CalibrationStart;
using experiment::LoadedRun;

// The record decides in all months unless the user says otherwise.
Month history_of(const CalibrateOptions& options, const LoadedRun& run) {
  return options.history_until.empty() ? run.last.next() : run.agenda.history_until;
}

CalibrationPlan make_plan(const CalibrateOptions& options, const LoadedRun& run) {
  CalibrationPlan plan;
  plan.params = &run.scenario.params;
  plan.roster = &run.roster;
  plan.calibration = &run.scenario.calibration;
  plan.setup = run.setup;
  plan.agenda = run.agenda;
  plan.agenda.history_until = history_of(options, run);
  plan.last = run.last;
  plan.block = options.block;
  plan.start = options.start == "prior"    ? CalibrationStart::prior
               : options.start == "stored" ? CalibrationStart::stored
                                           : CalibrationStart::posterior;
  plan.walkers = options.walkers;
  plan.rounds = options.rounds;
  plan.seeds = options.seeds;
  plan.keep = options.keep;
  return plan;
}

// What of the request the scenario cannot serve.
Diagnostics find_faults(const CalibrateOptions& options, const scenario::Calibration& calibration) {
  if (calibration.priors.empty()) {
    return fault("the scenario has no uncertain constants", "[[prior]] tables in calibration/priors.toml of its folder");
  }
  const auto used = std::count_if(calibration.targets.begin(), calibration.targets.end(),
                                  [](const scenario::Target& target) { return target.used; });
  if (used == 0)
    return fault("the scenario has nothing to fit its constants to", "[[target]] tables in calibration/priors.toml");
  std::vector<std::string> words = calibration.blocks();
  words.insert(words.begin(), {"all", "joint"});
  if (std::find(words.begin(), words.end(), options.block) == words.end()) {
    return fault("no block '" + options.block + "'", fmt::format("one of {}", fmt::join(words, ", ")),
                 nearest_name(options.block, words));
  }
  if (options.start == "posterior" && calibration.posterior.empty())
    return fault("the scenario has no posterior to start from", "--start prior or stored");
  return {};
}

std::string repeat_command(const CalibrateOptions& options, const LoadedRun& run, const CalibrationPlan& plan) {
  return fmt::format(
      "thermidor calibrate {} --block {} --start {} --chains {} --rounds {} --seeds {} --keep {} --seed {} --sample {} "
      "--outside {} --history-until {}",
      shell_word(run.scenario.params.scenario.key), shell_word(options.block), options.start, options.walkers, options.rounds,
      options.seeds, options.keep, options.seed, options.sample, options.outside, format_month(plan.agenda.history_until));
}

std::string number_text(double value) { return value - value == 0 ? human_number(value) : "-"; }

void print_stages(const Terminal& terminal, const CalibrationResult& result) {
  TextTable table;
  table.add_column("stage");
  for (const char* name : {"constants", "targets", "places", "broken", "accepted", "log L stored", "best"})
    table.add_column(name, Align::right);
  for (const experiment::StageFit& stage : result.stages) {
    table.add_row({stage.name, std::to_string(stage.constants), std::to_string(stage.targets), std::to_string(stage.places),
                   std::to_string(stage.impossible), human_share(stage.acceptance), fmt::format("{:.1f}", stage.stored),
                   fmt::format("{:.1f}", stage.best)});
  }
  terminal.heading("Stages");
  terminal.print(table.draw(terminal));
}

void print_targets(const Terminal& terminal, const CalibrationResult& result) {
  TextTable table;
  table.add_column("target");
  table.add_column("block");
  for (const char* name : {"from", "to", "stored", "best"}) table.add_column(name, Align::right);
  table.add_column("");
  table.add_column("draws inside", Align::right);
  int inside = 0;
  int before = 0;
  int used = 0;
  for (const experiment::TargetFit& fit : result.targets) {
    const bool hit = fit.inside(fit.best);
    used += fit.target.used ? 1 : 0;
    inside += fit.target.used && hit ? 1 : 0;
    before += fit.target.used && fit.inside(fit.stored) ? 1 : 0;
    table.add_row(
        {fit.target.id, fit.target.block, number_text(fit.target.low), number_text(fit.target.high), number_text(fit.stored),
         number_text(fit.best),
         terminal.tint(hit ? Tone::good : Tone::bad, hit ? "inside" : "outside") + (fit.target.used ? "" : ", not used"),
         human_share(fit.share_inside)});
  }
  terminal.heading(
      fmt::format("Targets: {} of {} used are met at the best place, {} at the stored values", inside, used, before));
  terminal.print(table.draw(terminal));
}

void print_constants(const Terminal& terminal, const CalibrationResult& result) {
  TextTable table;
  table.add_column("constant");
  table.add_column("block");
  for (const char* name : {"from", "to", "stored", "best", "5 %", "50 %", "95 %"}) table.add_column(name, Align::right);
  table.add_column("");
  for (const experiment::ConstantFit& fit : result.constants) {
    const bool settled = fit.disagreement <= experiment::kUnsettled;
    const std::string disagreement = fit.disagreement > 10 ? "> 10" : fmt::format("{:.1f}", fit.disagreement);
    table.add_row({fit.prior.parameter, fit.prior.block, number_text(fit.prior.low), number_text(fit.prior.high),
                   number_text(fit.stored), number_text(fit.best), number_text(fit.q05), number_text(fit.q50),
                   number_text(fit.q95), settled ? "" : terminal.tint(Tone::caution, disagreement)});
  }
  terminal.heading("Constants (last column: chains still disagree, more rounds are needed)");
  terminal.print(table.draw(terminal));
}

void print_adoption(const Terminal& terminal, const CalibrateOptions& options, const LoadedRun& run) {
  terminal.print("\nWritten to " + options.out + ". Nothing of the scenario was changed. To adopt:");
  terminal.print("  mkdir -p " + shell_word(run.scenario.folder + "/calibration"));
  terminal.print("  cp " + shell_word(options.out) + "/*.csv " + shell_word(run.scenario.folder + "/calibration/"));
  terminal.print("  python3 tools/adopt_best.py " + shell_word(run.scenario.folder) +
                 "   # best values become the stored ones");
}

CalibrationResult play(const CalibrateOptions& options, const Terminal& terminal, const CalibrationPlan& plan) {
  const experiment::ThreadPool pool(options.threads);
  ProgressLine progress(terminal, "places tried");
  experiment::EnsembleControl control{.executor = &pool, .stop = &interrupted()};
  control.key = experiment::calibration_key(plan, engine_name());
  control.journal = journal_path(options.out, control.key);
  control.resume = options.resume;
  control.progress = [&progress](std::size_t done, std::size_t total) { progress.show(done, total); };
  return experiment::run_calibration(plan, control);
}

}  // namespace

int execute(const CalibrateOptions& options, const Terminal& terminal) {
  const experiment::RunRequest request{options.scenario, options.seed, options.sample,        options.outside,
                                       "as-given",       "",           options.history_until, {}};
  const Result<LoadedRun> loaded = experiment::load_run(request);
  if (!loaded) return refuse(terminal, loaded.diagnostics(), options.json);
  warn(terminal, loaded.diagnostics());
  const LoadedRun& run = loaded.value();
  const Diagnostics faults = find_faults(options, run.scenario.calibration);
  if (has_errors(faults)) return refuse(terminal, faults, options.json);
  const CalibrationPlan plan = make_plan(options, run);
  if (!write_results(terminal, options.out, {})) return kRunFailed;
  const CalibrationResult result = play(options, terminal, plan);
  if (!result.finished) return stopped(terminal, result.error);
  const experiment::ScenarioStamp stamp{engine_name(), run.scenario.params.scenario.key, format_digest(run.scenario.digest)};
  const std::string command = repeat_command(options, run, plan);
  if (!write_results(terminal, options.out, experiment::calibration_files(plan, result, stamp, command))) return kRunFailed;
  experiment::remove_journal(journal_path(options.out, experiment::calibration_key(plan, engine_name())));
  if (options.json) {
    terminal.print(experiment::calibration_json(plan, result, stamp, command));
    return kOk;
  }
  terminal.print(terminal.tint(Tone::strong, run.scenario.params.scenario.title) +
                 terminal.tint(Tone::faint, fmt::format("  block {}, {} draws kept", options.block, result.draws.size())));
  print_stages(terminal, result);
  print_targets(terminal, result);
  print_constants(terminal, result);
  print_adoption(terminal, options, run);
  return kOk;
}

}  // namespace thermidor::cli
