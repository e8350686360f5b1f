// thermidor run: one run, its checks, and the results folder.
#include <fmt/format.h>

#include "commands.hpp"
#include "common.hpp"
#include "core/digest.hpp"
#include "experiment/loaded.hpp"
#include "experiment/results_folder.hpp"
#include "experiment/thread_pool.hpp"
#include "interrupt.hpp"
#include "print_run.hpp"

namespace thermidor::cli {
namespace {

using experiment::FarmTrace;
using experiment::LoadedRun;
using experiment::RunRequest;
using experiment::RunState;

// What --trace asks for; nothing when it was not given.
struct Tracing {
  std::optional<FarmTrace> farm;
  std::optional<LeaderId> person;
  std::string member;
  Diagnostics faults;
};

Tracing read_tracing(const std::string& text, const RunState& start, const experiment::Roster& roster) {
  Tracing tracing;
  if (text.empty()) return tracing;
  const std::string name = text.substr(text.find(':') + 1);
  if (text.rfind("farm:", 0) == 0) {
    Result<FarmTrace> farm = FarmTrace::choose(name, start.world, roster);
    if (farm) tracing.farm = std::move(farm).value();
    tracing.faults = farm.diagnostics();
  } else if (text.rfind("person:", 0) == 0) {
    const Result<LeaderId> person = experiment::find_person(name, roster);
    if (person) tracing.person = person.value();
    tracing.faults = person.diagnostics();
  } else if (text.rfind("member:", 0) == 0) {
    tracing.member = name;
    if (!party::kept(start.world.cards)) {
      tracing.faults = fault("--trace is '" + text + "', but members are only counted", "--party-members all");
    }
  } else {
    tracing.faults = fault("--trace is '" + text + "'", "farm:N, farm:REGION:N, person:NAME or member:N");
  }
  return tracing;
}

RunRequest request_of(const RunOptions& options) {
  return {options.scenario,   options.seed,   options.sample,        options.outside,
          options.traits,     options.until,  options.history_until, options.acts,
          options.parameters, options.jitter, options.explanations,  options.party_members};
}

// The command that gives the same bytes again; acts in full, so that no file is needed.
std::string repeat_command(const RunRequest& request, const LoadedRun& run) {
  std::string text = fmt::format("thermidor run {} --seed {} --sample {} --outside {} --traits {} --until {}",
                                 shell_word(run.scenario.params.scenario.key), request.seed, request.sample, request.outside,
                                 request.traits, format_month(run.last));
  if (request.parameters != "stored") text += " --parameters " + request.parameters;
  if (request.explanations != "modelled") text += " --explanations " + request.explanations;
  if (request.party_members != "strata") text += " --party-members " + request.party_members;
  if (request.jitter != 0) text += fmt::format(" --jitter {}", request.jitter);
  if (!request.history_until.empty()) text += " --history-until " + request.history_until;
  for (const std::string& act : run.act_lines) text += " --do " + shell_word(act);
  return text;
}

experiment::RunSummary summarise(const RunRequest& request, const LoadedRun& run, const experiment::RunRecord& record) {
  experiment::RunSummary summary;
  const scenario::Scenario& scenario = run.scenario;
  summary.stamp = {engine_name(), scenario.params.scenario.key, format_digest(scenario.digest), scenario.params.scenario.end};
  summary.request = request;
  summary.request.until = format_month(run.last);
  summary.acts = run.act_lines;
  summary.record = &record;
  summary.checks = experiment::evaluate_checks(scenario.checks, record, run.roster, scenario.params.scenario.end);
  for (const experiment::ReachedEnding& ending :
       experiment::reached_endings(record, run.roster, experiment::ending_rules(scenario.params))) {
    summary.endings.push_back({ending.id, ending.title, ending.since});
  }
  return summary;
}

// Plays the months; false if it was interrupted.
bool play(const Terminal& terminal, const RunOptions& options, const LoadedRun& run, Tracing& tracing, RunState& state) {
  const experiment::ThreadPool pool(options.threads);
  ProgressLine progress(terminal, "month");
  experiment::RunControl control{.executor = &pool, .stop = &interrupted(), .explain = !options.out.empty()};
  const Month start = state.world.month;
  const auto total = static_cast<std::size_t>(run.last - start + 1);
  control.on_month = [&](Month month) { progress.show(static_cast<std::size_t>(month - start + 1), total); };
  if (tracing.farm) {
    control.watch = [&tracing](const World& world, Month month) { tracing.farm->watch(world, month); };
  }
  return continue_run(run.scenario.params, run.agenda, run.last, control, state) != experiment::RunOutcome::stopped;
}

int exit_code(const RunOptions& options, const experiment::RunSummary& summary) {
  if (!summary.record->fault.empty()) return kRunFailed;
  if (!options.strict) return kOk;
  for (const experiment::CheckResult& check : summary.checks) {
    if (check.held && !*check.held) return kCheckFailed;
  }
  return kOk;
}

}  // namespace

int execute(const RunOptions& options, const Terminal& terminal) {
  const RunRequest request = request_of(options);
  Result<LoadedRun> loaded = experiment::load_run(request);
  if (!loaded) return refuse(terminal, loaded.diagnostics(), options.json);
  warn(terminal, loaded.diagnostics());
  experiment::take_drawn_constants(loaded.value());
  const LoadedRun& run = loaded.value();
  RunState state = experiment::start_run(run.scenario.params, run.setup, experiment::ThreadPool(options.threads));
  Tracing tracing = read_tracing(options.trace, state, run.roster);
  if (has_errors(tracing.faults)) return refuse(terminal, tracing.faults, options.json);
  if (!play(terminal, options, run, tracing, state)) {
    terminal.complain("thermidor: interrupted in " + month_title(state.world.month) + "; nothing was written");
    return kRunFailed;
  }
  const experiment::RunSummary summary = summarise(request, run, state.record);
  Result<experiment::Life> life = experiment::Life{};
  if (!tracing.member.empty()) {
    life = experiment::trace_member(tracing.member, state.record, run.roster);
    if (!life) return refuse(terminal, life.diagnostics(), options.json);
  }
  if (!options.out.empty()) {
    const std::vector<experiment::EndingRule> endings = experiment::ending_rules(run.scenario.params);
    const experiment::RecordedHistory history = experiment::read_recorded_history(
        experiment::find_data_folder(run.scenario.folder), run.scenario.params.scenario.start, run.last);
    const experiment::ReportContext context{
        &run.scenario.params.scenario, &run.roster,      &run.scenario.checks,         &endings,     &history,
        &run.scenario.chronicle,       &run.agenda.acts, repeat_command(request, run), &run.scenario};
    if (!write_results(terminal, options.out, experiment::run_files(summary, context))) return kRunFailed;
  }
  if (options.json) {
    terminal.print(experiment::run_json(summary));
  } else {
    print_run(terminal, {run.scenario.params.scenario.title, &summary, &run.roster, options.out});
    if (tracing.farm) print_farm(terminal, *tracing.farm);
    if (!tracing.member.empty()) print_person(terminal, life.value().title, life.value().lines);
    if (tracing.person) {
      print_person(terminal, run.roster.title(*tracing.person), trace_person(state.record, run.roster, *tracing.person));
    }
  }
  if (!state.record.fault.empty()) terminal.complain("thermidor: the run broke off: " + state.record.fault);
  return exit_code(options, summary);
}

}  // namespace thermidor::cli
