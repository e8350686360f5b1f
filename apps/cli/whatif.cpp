// thermidor whatif: one question, answered by pairs of runs.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "ask.hpp"
#include "commands.hpp"
#include "common.hpp"
#include "core/digest.hpp"
#include "experiment/journal.hpp"
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

std::string repeat_command(const WhatIfOptions& options, const LoadedRun& run) {
  return fmt::format(
      "thermidor whatif {} --scenario {} --runs {} --seed {} --sample {} --from {} --outside {} --traits {} --until {}{}{}",
      shell_word(options.question), shell_word(run.scenario.params.scenario.key), options.runs, options.seed, options.sample,
      options.from, options.outside, options.traits, format_month(run.last),
      options.parameters == "stored" ? "" : " --parameters " + options.parameters,
      (options.explanations == "modelled" ? "" : " --explanations " + options.explanations) +
          (options.party_members == "strata" ? "" : " --party-members " + options.party_members) +
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
  std::optional<experiment::Pair> pair = experiment::run_pair(own ? *own : *plan.params, pair_plan,
                                                              {.executor = &serial, .stop = &interrupted(), .explain = true});
  if (!pair) return std::nullopt;
  return ShownPair{seed, std::move(*pair)};
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
                                          repeat_command(options, run),
                                          &run.scenario};
  return experiment::write_folder(summary.out,
                                  experiment::study_files(summary, question, shown.pair, shown.seed, context, options.members));
}

}  // namespace

int execute(const WhatIfOptions& asked, const Terminal& terminal) {
  const Result<LoadedRun> loaded = experiment::load_run(request_of(asked, ""));
  if (!loaded) return refuse(terminal, loaded.diagnostics(), asked.json);
  const LoadedRun& run = loaded.value();
  WhatIfOptions options = asked;
  if (run.scenario.chronicle.empty()) options.from = "free";  // there is no record to fork from
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
  if (!write_results(terminal, folder, {})) return kRunFailed;
  experiment::StudySummary summary;
  summary.stamp = {engine_name(), run.scenario.params.scenario.key, format_digest(run.scenario.digest),
                   run.scenario.params.scenario.end};
  summary.request = request_of(options, options.from == "history" ? format_month(question.at) : "");
  summary.request.until = format_month(run.last);
  summary.question = question.id;
  summary.title = question.title;
  summary.from = options.from;
  summary.acts = experiment::act_lines(question.acts, run.scenario.names);

  const std::string key = study_key(options, run, plan, summary.acts);
  const experiment::StudyRun study = play_study(terminal, options, plan, folder, key, "pairs of runs");
  if (study.outcome == experiment::StudyOutcome::interrupted) return stopped(terminal, study.error);
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
  experiment::remove_journal(journal_path(folder, key));
  if (options.json) {
    terminal.print(experiment::study_json(summary));
  } else {
    print_study(terminal, {&question, &plan, &study.result, options.from, options.outside, summary.answer,
                           experiment::study_notes(plan, study.result), folder});
  }
  return ended(terminal, study.result.faulted, study.result.first_fault, "pairs of runs");
}

}  // namespace thermidor::cli
