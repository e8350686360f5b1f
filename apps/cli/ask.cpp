#include "ask.hpp"

#include <algorithm>

#include "common.hpp"
#include "core/digest.hpp"
#include "experiment/series_display.hpp"
#include "experiment/thread_pool.hpp"
#include "interrupt.hpp"

namespace thermidor::cli {

using experiment::LoadedRun;
using experiment::StudyPlan;

experiment::RunRequest request_of(const WhatIfOptions& options, const std::string& history_until) {
  return {options.scenario,     options.seed,
          options.sample,       options.outside,
          options.traits,       options.until,
          history_until,        {},
          options.parameters,   0,
          options.explanations, options.party_members};
}

StudyPlan make_plan(const WhatIfOptions& options, const LoadedRun& run, const scenario::Question& question) {
  StudyPlan plan;
  plan.params = &run.scenario.params;
  plan.roster = &run.roster;
  plan.setup = run.setup;
  plan.baseline = run.agenda;
  if (options.from == "history" && !run.scenario.chronicle.empty()) plan.baseline.history_until = question.at;
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
  // error: some hundreds tell it as far as the noise of pairs lets it be told (docs/reference/results-folder.md).
  if (run.setup.traits == party::TraitPreset::as_given && run.draws.none()) {
    plan.parameter_runs = std::clamp(options.runs / 4, 20, 400);
    plan.parameter_draws.posterior = run.scenario.calibration.posterior;
  }
  // A few pairs under each historian's reading tell the explanations' part.
  if (options.explanations == "modelled" && run.setup.traits == party::TraitPreset::as_given && run.draws.none()) {
    for (const party::PresetRow& row : run.scenario.params.party.presets) {
      if (row.kind == "historian") plan.explanations.push_back(row.weights());
    }
    plan.explanation_runs = std::clamp(options.runs / 16, 10, 60);
  }
  return plan;
}

std::string study_key(const WhatIfOptions& options, const LoadedRun& run, const StudyPlan& plan,
                      const std::vector<std::string>& acts) {
  Digest digest;
  digest.add_text(engine_name());
  digest.add(run.scenario.digest);
  for (const std::string& act : acts) digest.add_text(act);
  for (const scenario::Outcome& outcome : plan.outcomes) digest.add_text(outcome.id + outcome.value.text);
  for (const experiment::EndingRule& ending : plan.endings) digest.add_text(ending.id + ending.when.text);
  for (const std::string& series : plan.shown) digest.add_text(series);
  for (const scenario::Check& check : plan.bands) digest.add_text(check.id + check.value.text);
  digest.add_text(plan.needed.text);
  digest.add_text(options.from + " " + options.outside + " " + options.traits + " " + options.explanations + " " +
                  options.party_members);
  for (const int number : {plan.runs, plan.parameter_runs, plan.explanation_runs, static_cast<int>(plan.explanations.size()),
                           options.sample, plan.fork.index, plan.last.index}) {
    digest.add(static_cast<std::uint64_t>(number));
  }
  digest.add(options.seed);
  digest.add(plan.draws.digest());
  digest.add(plan.parameter_draws.digest());
  return format_digest(digest.value());
}

experiment::StudyRun play_study(const Terminal& terminal, const WhatIfOptions& options, const StudyPlan& plan,
                                const std::string& folder, const std::string& key, const std::string& label) {
  const experiment::ThreadPool pool(options.threads);
  ProgressLine progress(terminal, label);
  experiment::EnsembleControl control;
  control.executor = &pool;
  control.stop = &interrupted();
  control.journal = journal_path(folder, key);
  control.key = key;
  control.resume = options.resume;
  control.progress = [&progress](std::size_t done, std::size_t total) { progress.show(done, total); };
  return experiment::run_study(plan, control);
}

}  // namespace thermidor::cli
