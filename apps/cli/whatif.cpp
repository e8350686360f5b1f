// thermidor whatif: one question, answered by pairs of runs.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "commands.hpp"
#include "common.hpp"
#include "core/digest.hpp"
#include "experiment/loaded.hpp"
#include "experiment/results_folder.hpp"
#include "experiment/series_display.hpp"
#include "experiment/study_tables.hpp"
#include "experiment/thread_pool.hpp"
#include "experiment/wording.hpp"
#include "interrupt.hpp"
#include "print_study.hpp"

namespace thermidor::cli {
namespace {

using experiment::LoadedRun;
using experiment::StudyPlan;

experiment::RunRequest request_of(const WhatIfOptions& options, const std::string& history_until) {
  return {options.scenario,    options.seed,
          options.sample,      options.outside,
          options.traits,      options.until,
          history_until,       {},
          options.parameters,  0,
          options.explanations};
}

StudyPlan make_plan(const WhatIfOptions& options, const LoadedRun& run, const scenario::Question& question) {
  StudyPlan plan;
  plan.params = &run.scenario.params;
  plan.roster = &run.roster;
  plan.setup = run.setup;
  plan.baseline = run.agenda;
  if (options.from == "history") plan.baseline.history_until = question.at;
  plan.acts = question.acts;
  plan.fork = question.at;
  plan.last = run.last;
  plan.needed = question.precondition;
  plan.outcomes = question.outcomes;
  plan.endings = experiment::ending_rules(run.scenario.params);
  plan.shown = experiment::shown_series(question);
  for (const scenario::Check& check : run.scenario.checks) {
    if (check.low || check.high) plan.bands.push_back(check);
  }
  plan.runs = options.runs;
  plan.draws = run.draws;
  // A quarter as many pairs with traits from their priors and constants from the posterior tells the parameters' part of the
  // error.
  if (run.setup.traits == party::TraitPreset::as_given && run.draws.none()) {
    plan.parameter_runs = std::max(20, options.runs / 4);
    plan.parameter_draws.posterior = run.scenario.calibration.posterior;
  }
  // A few pairs under each historian's reading tell the explanations' part.
  if (options.explanations == "modelled" && run.setup.traits == party::TraitPreset::as_given && run.draws.none()) {
    for (const party::PresetRow& row : run.scenario.params.party.presets) {
      if (row.kind == "historian") plan.explanations.push_back(row.weights());
    }
    plan.explanation_runs = std::max(10, options.runs / 16);
  }
  return plan;
}

// Names the study: everything that its members depend on.
std::string study_key(const WhatIfOptions& options, const LoadedRun& run, const StudyPlan& plan,
                      const std::vector<std::string>& acts) {
  Digest digest;
  digest.add_text(engine_name());
  digest.add(run.scenario.digest);
  for (const std::string& act : acts) digest.add_text(act);
  for (const scenario::Outcome& outcome : plan.outcomes) digest.add_text(outcome.value.text);
  for (const experiment::EndingRule& ending : plan.endings) digest.add_text(ending.id + ending.when.text);
  for (const std::string& series : plan.shown) digest.add_text(series);
  for (const scenario::Check& check : plan.bands) digest.add_text(check.id + check.value.text);
  digest.add_text(plan.needed.text);
  digest.add_text(options.from + " " + options.outside + " " + options.traits + " " + options.explanations);
  for (const int number : {plan.runs, plan.parameter_runs, plan.explanation_runs, static_cast<int>(plan.explanations.size()),
                           options.sample, plan.fork.index, plan.last.index}) {
    digest.add(static_cast<std::uint64_t>(number));
  }
  digest.add(options.seed);
  digest.add(plan.draws.digest());
  digest.add(plan.parameter_draws.digest());
  return format_digest(digest.value());
}

std::string repeat_command(const WhatIfOptions& options, const LoadedRun& run) {
  return fmt::format(
      "thermidor whatif {} --scenario {} --runs {} --seed {} --sample {} --from {} --outside {} --traits {} --until {}{}{}",
      shell_word(options.question), shell_word(run.scenario.params.scenario.key), options.runs, options.seed, options.sample,
      options.from, options.outside, options.traits, format_month(run.last),
      options.parameters == "stored" ? "" : " --parameters " + options.parameters,
      (options.explanations == "modelled" ? "" : " --explanations " + options.explanations) +
          (options.members ? " --members" : ""));
}

// The first member to which the question applies, played again with all its records.
struct ShownPair {
  std::uint64_t seed = 0;
  experiment::Pair pair;
};

std::optional<ShownPair> play_shown(const StudyPlan& plan, const experiment::StudyResult& result) {
  std::uint64_t seed = plan.setup.seed;
  for (const experiment::StudyMember& member : result.members) {
    if (!member.applicable || !member.fault.empty()) continue;
    seed = member.seed;
    break;
  }
  experiment::PairPlan pair_plan{plan.setup, plan.baseline, plan.acts, plan.fork, plan.last};
  pair_plan.setup.seed = seed;
  const std::optional<Params> own = plan.draws.of_member(*plan.params, seed);
  const SerialExecutor serial;
  std::optional<experiment::Pair> pair =
      experiment::run_pair(own ? *own : *plan.params, pair_plan, {.executor = &serial, .stop = &interrupted()});
  if (!pair) return std::nullopt;
  return ShownPair{seed, std::move(*pair)};
}

// Plays all members, with progress; the journal lies in the results folder.
experiment::StudyRun play_study(const Terminal& terminal, const WhatIfOptions& options, const StudyPlan& plan,
                                const std::string& folder, const std::string& key) {
  const experiment::ThreadPool pool(options.threads);
  ProgressLine progress(terminal, "pairs of runs");
  experiment::EnsembleControl control;
  control.executor = &pool;
  control.stop = &interrupted();
  control.journal = (std::filesystem::path(folder) / (key + ".journal")).string();
  control.key = key;
  control.progress = [&progress](std::size_t done, std::size_t total) { progress.show(done, total); };
  return experiment::run_study(plan, control);
}

// Writes the results folder; returns what could not be written.
std::string write_results(const WhatIfOptions& options, const LoadedRun& run, const scenario::Question& question,
                          const experiment::StudySummary& summary, const ShownPair& shown) {
  const ScenarioInfo& info = run.scenario.params.scenario;
  const experiment::RecordedHistory history =
      experiment::read_recorded_history(experiment::find_data_folder(run.scenario.folder), info.start, run.last);
  const experiment::ReportContext context{&info,
                                          &run.roster,
                                          &run.scenario.checks,
                                          &summary.plan->endings,
                                          &history,
                                          &run.scenario.chronicle,
                                          &question.acts,
                                          repeat_command(options, run)};
  return experiment::write_folder(summary.out,
                                  experiment::study_files(summary, question, shown.pair, shown.seed, context, options.members));
}

}  // namespace

int execute(const WhatIfOptions& options, const Terminal& terminal) {
  const Result<LoadedRun> loaded = experiment::load_run(request_of(options, ""));
  if (!loaded) return refuse(terminal, loaded.diagnostics(), options.json);
  const LoadedRun& run = loaded.value();
  const Result<scenario::Question> found = experiment::find_question(run.scenario, options.question);
  if (!found) return refuse(terminal, found.diagnostics(), options.json);
  warn(terminal, found.diagnostics());
  const scenario::Question& question = found.value();
  if (question.at > run.last) {
    return refuse(terminal,
                  fault("the run ends in " + format_month(run.last) + ", before the fork in " + format_month(question.at),
                        "--until " + format_month(question.at) + " or later"),
                  options.json);
  }
  const StudyPlan plan = make_plan(options, run, question);
  const std::string folder = options.out.empty() ? "results/" + question.id : options.out;
  const std::string unwritable = experiment::write_folder(folder, {});
  if (!unwritable.empty()) {
    terminal.complain("thermidor: " + unwritable);
    return kRunFailed;
  }
  experiment::StudySummary summary;
  summary.stamp = {engine_name(), run.scenario.params.scenario.key, format_digest(run.scenario.digest)};
  summary.request = request_of(options, options.from == "history" ? format_month(question.at) : "");
  summary.request.until = format_month(run.last);
  summary.question = question.id;
  summary.title = question.title;
  summary.from = options.from;
  summary.acts = experiment::act_lines(question.acts, run.scenario.names);

  const experiment::StudyRun study = play_study(terminal, options, plan, folder, study_key(options, run, plan, summary.acts));
  if (!study.error.empty()) terminal.complain("thermidor: " + study.error);
  if (study.outcome == experiment::StudyOutcome::interrupted) {
    terminal.complain("thermidor: interrupted; the same command goes on where this stopped");
    return kRunFailed;
  }
  const std::optional<ShownPair> shown = play_shown(plan, study.result);
  if (!shown) return kRunFailed;
  summary.plan = &plan;
  summary.result = &study.result;
  summary.answer = experiment::answer_sentences(plan, study.result);
  summary.out = folder;
  const std::string error = write_results(options, run, question, summary, *shown);
  if (!error.empty()) {
    terminal.complain("thermidor: " + error);
    return kRunFailed;
  }
  if (options.json) {
    terminal.print(experiment::study_json(summary));
  } else {
    print_study(terminal, {&question, &plan, &study.result, options.from, options.outside, summary.answer,
                           experiment::study_notes(plan, study.result), folder});
  }
  if (study.result.faulted == plan.runs) return kRunFailed;
  return kOk;
}

}  // namespace thermidor::cli
