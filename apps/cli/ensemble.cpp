// thermidor ensemble: many runs or pairs, in one folder.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "commands.hpp"
#include "common.hpp"
#include "core/digest.hpp"
#include "experiment/journal.hpp"
#include "experiment/loaded.hpp"
#include "experiment/members_folder.hpp"
#include "experiment/results_folder.hpp"
#include "experiment/series_display.hpp"
#include "experiment/thread_pool.hpp"
#include "experiment/wording.hpp"
#include "instrument.hpp"
#include "interrupt.hpp"

namespace thermidor::cli {
namespace {

using experiment::LoadedRun;
using experiment::MembersPlan;
using experiment::MembersSummary;
using experiment::OutcomeSummary;

std::string repeat_command(const EnsembleOptions& options, const LoadedRun& run, const std::string& history_until) {
  std::string command =
      fmt::format("thermidor ensemble {} --design {} --members {} --seed {} --sample {} --outside {} --traits {} --until {}",
                  shell_word(run.scenario.params.scenario.key), options.design, options.members, options.seed, options.sample,
                  options.outside, options.traits, format_month(run.last));
  if (options.explanations != "modelled") command += " --explanations " + options.explanations;
  if (options.party_members != "strata") command += " --party-members " + options.party_members;
  if (!options.question.empty()) command += " --question " + shell_word(options.question);
  if (!history_until.empty()) command += " --history-until " + history_until;
  for (const std::string& act : options.acts) command += " --do " + shell_word(act);
  for (const std::string& outcome : options.outcomes) command += " --outcome " + shell_word(outcome);
  if (!options.series.empty()) command += " --series";
  for (const std::string& series : options.series) command += " " + shell_word(series);
  return command + (options.no_netcdf ? " --no-netcdf" : "");
}

// Main series and those asked for, in the order of the page.
Result<std::vector<std::string>> read_series(const std::vector<std::string>& given) {
  if (given.size() == 1 && given.front() == "none") return std::vector<std::string>{};
  std::vector<std::string> names;
  std::vector<std::string> known;
  for (const SeriesInfo& info : series_list()) {
    known.push_back(info.name);
    if (experiment::is_main_series(info.name)) names.push_back(info.name);
  }
  for (const std::string& name : given) {
    if (std::find(known.begin(), known.end(), name) == known.end())
      return fault("no series '" + name + "'", "a name from 'thermidor list series'", nearest_name(name, known));
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
  return experiment::in_page_order(std::move(names));
}

// What is done: the question's acts and those given.
struct Change {
  std::vector<Act> acts;
  std::string history_until;
  std::vector<std::string> outcomes;
  std::vector<scenario::Question> questions;  // whose outcomes can be named: the scenario's, and one that is a file
};

Result<Change> read_change(const EnsembleOptions& options, const LoadedRun& run) {
  Change change{{}, options.history_until, options.outcomes, run.scenario.questions};
  Result<std::vector<Act>> given = experiment::read_acts_given(options.acts, run.scenario.names);
  if (!given) return given.diagnostics();
  change.acts = given.value();
  if (options.question.empty()) return change;
  const Result<scenario::Question> question = experiment::find_question(run.scenario, options.question);
  if (!question) return question.diagnostics();
  change.acts.insert(change.acts.end(), question.value().acts.begin(), question.value().acts.end());
  const Diagnostics faults = scenario::find_contradictions(change.acts, run.scenario.names);
  if (has_errors(faults)) return faults;
  std::stable_sort(change.acts.begin(), change.acts.end(), [](const Act& a, const Act& b) { return a.at < b.at; });
  if (change.history_until.empty() && !run.scenario.chronicle.empty()) change.history_until = format_month(question.value().at);
  if (run.scenario.find_question(options.question) == nullptr) {
    std::erase_if(change.questions, [&](const scenario::Question& other) { return other.id == question.value().id; });
    change.questions.push_back(question.value());
  }
  if (change.outcomes.empty()) {
    for (const scenario::Outcome& outcome : question.value().outcomes)
      change.outcomes.push_back(question.value().id + "." + outcome.id);
    for (const scenario::Check& check : run.scenario.checks) {
      if (!check.value.empty()) change.outcomes.push_back(check.id);
    }
  }
  return change;
}

Diagnostics find_faults(const EnsembleOptions& options, const LoadedRun& run, const MembersPlan& plan) {
  const scenario::Calibration& calibration = run.scenario.calibration;
  if (options.design == "posterior" && calibration.posterior.empty())
    return fault("the scenario has no posterior", "--design seeds, lhs or sobol");
  if ((options.design == "lhs" || options.design == "sobol") && calibration.priors.empty())
    return fault("the scenario has no calibration/priors.toml", "--design seeds");
  if (options.design == "sobol" && calibration.priors.size() > experiment::kSobolDimensions)
    return fault(fmt::format("{} constants have priors; Sobol's points are known for {}", calibration.priors.size(),
                             experiment::kSobolDimensions),
                 "--design lhs");
  if (plan.paired() && plan.fork > plan.last)
    return fault("the runs end in " + format_month(plan.last) + ", before the first act in " + format_month(plan.fork),
                 "--until " + format_month(plan.fork) + " or later");
  return {};
}

Result<MembersPlan> make_plan(const EnsembleOptions& options, const LoadedRun& run, const Change& change) {
  MembersPlan plan;
  plan.params = &run.scenario.params;
  plan.roster = &run.roster;
  plan.design = experiment::MemberDesign(experiment::read_design(options.design).value_or(experiment::DesignKind::seeds),
                                         static_cast<std::size_t>(options.members), options.seed, run.scenario.calibration);
  plan.setup = run.setup;
  plan.baseline = run.agenda;
  plan.acts = change.acts;
  plan.last = run.last;
  plan.fork = experiment::fork_of(plan.acts, plan.last + 1);
  plan.checks = run.scenario.checks;
  plan.endings = experiment::ending_rules(run.scenario.params);
  const Result<std::vector<scenario::Outcome>> outcomes =
      experiment::read_outcome_names(change.outcomes, plan.checks, plan.endings, change.questions, run.scenario.vocabulary);
  if (!outcomes) return outcomes.diagnostics();
  plan.outcomes = outcomes.value();
  const Result<std::vector<std::string>> series = read_series(options.series);
  if (!series) return series.diagnostics();
  plan.series = series.value();
  Diagnostics faults = find_faults(options, run, plan);
  if (has_errors(faults)) return faults;
  return plan;
}

// A month where the outcome is one.
std::string value_text(const OutcomeSummary& outcome, double value) {
  if (value - value != 0) return "-";
  if (outcome.plan.value.gives_month) return format_month(Month{static_cast<std::int32_t>(std::lround(value))});
  return human_number(value);
}

std::string difference_text(const experiment::Comparison& c) {
  return fmt::format("{} ({} to {})", human_number(c.difference), human_number(c.low), human_number(c.high));
}

void print_outcomes(const Terminal& terminal, const MembersPlan& plan, const MembersSummary& summary) {
  TextTable table;
  table.add_column("outcome");
  table.add_column("unit");
  for (std::size_t arm = 0; arm < plan.arms(); ++arm)
    table.add_column(plan.paired() ? std::string(plan.arm_name(arm)) : "mean", Align::right);
  table.add_column(plan.paired() ? "difference (95 %)" : "5 % to 95 %", Align::right);
  if (plan.paired()) table.add_column("sign", Align::right);
  for (const OutcomeSummary& outcome : summary.outcomes) {
    if (outcome.arms.front().n == 0) continue;
    std::vector<std::string> row = {outcome.plan.title, outcome.plan.unit};
    for (const experiment::Spread& spread : outcome.arms) row.push_back(value_text(outcome, spread.mean));
    if (outcome.comparison) {
      row.push_back(terminal.tint(outcome.comparison->distinguishable ? Tone::strong : Tone::faint,
                                  difference_text(*outcome.comparison)));
      row.push_back(sign_text(*outcome.comparison));
    } else {
      row.push_back(value_text(outcome, outcome.arms[0].q05) + " to " + value_text(outcome, outcome.arms[0].q95));
    }
    table.add_row(std::move(row));
  }
  terminal.heading("Outcomes");
  terminal.print(table.draw(terminal));
}

void print_endings(const Terminal& terminal, const MembersPlan& plan, const MembersSummary& summary) {
  TextTable table;
  table.add_column("ending");
  table.add_column("id");
  for (std::size_t arm = 0; arm < plan.arms(); ++arm) table.add_column(plan.arm_name(arm), Align::right);
  for (const experiment::EndingSummary& ending : summary.endings) {
    if (std::all_of(ending.shares.begin(), ending.shares.end(), [](double share) { return share == 0; })) continue;
    std::vector<std::string> row = {ending.title, ending.id};
    for (const double share : ending.shares) row.push_back(human_share(share));
    table.add_row(std::move(row));
  }
  terminal.heading("How it ends (shares of members; one may reach several)");
  terminal.print(table.empty() ? "No member reached a named ending." : table.draw(terminal));
}

void print_summary(const Terminal& terminal, const EnsembleOptions& options, const LoadedRun& run, const MembersPlan& plan,
                   const MembersSummary& summary, const std::string& folder) {
  terminal.print(
      terminal.tint(Tone::strong, run.scenario.params.scenario.title) +
      terminal.tint(Tone::faint, fmt::format("  {} {}, design {}, from seed {}, one farm for {}", summary.members,
                                             plan.paired() ? "pairs" : "runs", options.design, options.seed, options.sample)));
  const std::string beyond = experiment::extrapolation_sentence(run.scenario.params.scenario.end, plan.last);
  if (!beyond.empty()) terminal.print(terminal.tint(Tone::strong, wrap(beyond, terminal.width())));
  if (plan.paired() && summary.first_parted)
    terminal.print(terminal.tint(
        Tone::faint, fmt::format("the arms part between {} and {}; {} pairs never do", month_title(*summary.first_parted),
                                 month_title(summary.last_parted.value_or(*summary.first_parted)), summary.never_parted)));
  print_outcomes(terminal, plan, summary);
  print_endings(terminal, plan, summary);
  terminal.print("\nWritten to " + terminal.tint(Tone::strong, folder) + ": members.csv, outcomes.csv, series.csv, " +
                 (options.no_netcdf ? "" : "members.nc, ") + "checks.csv, ...");
}

// Plays the members and writes the folder; what is wrong, or nothing.
struct Played {
  MembersSummary summary;
  bool finished = false;
  std::string error;
};

Played play(const EnsembleOptions& options, const Terminal& terminal, const MembersPlan& plan,
            const experiment::MembersContext& context, const std::string& folder, const std::string& key) {
  Played played;
  play_instrument(
      terminal, options, plan.paired() ? "pairs" : "runs", folder, key, [&](const experiment::EnsembleControl& control) {
        const auto member = [&](std::size_t number) -> std::optional<std::string> {
          const SerialExecutor serial;
          const auto record = experiment::play_member(plan, number, {.executor = &serial, .stop = control.stop});
          return record ? std::optional(experiment::encode_record(*record)) : std::nullopt;
        };
        const experiment::EnsembleEnd end =
            experiment::stream_ensemble(plan.design.members(), member, control, [&](experiment::FinishedMembers& members) {
              played.summary = experiment::summarise_members(plan, members, *control.executor);
              played.error =
                  experiment::write_members_folder(folder, plan, members, played.summary, context, *control.executor);
            });
        played.summary.resumed = end.resumed;
        played.finished = end.finished;
        if (played.error.empty()) played.error = end.error;
      });
  return played;
}

}  // namespace

int execute(const EnsembleOptions& options, const Terminal& terminal) {
  experiment::RunRequest request = instrument_request(options, options.history_until);
  request.until = options.until;
  Result<LoadedRun> loaded = experiment::load_run(request);
  if (!loaded) return refuse(terminal, loaded.diagnostics(), options.json);
  const Result<Change> change = read_change(options, loaded.value());
  if (!change) return refuse(terminal, change.diagnostics(), options.json);
  if (request.history_until != change.value().history_until) {
    request.history_until = change.value().history_until;
    loaded = experiment::load_run(request);
    if (!loaded) return refuse(terminal, loaded.diagnostics(), options.json);
  }
  const LoadedRun& run = loaded.value();
  warn(terminal, loaded.diagnostics());
  const Result<MembersPlan> plan = make_plan(options, run, change.value());
  if (!plan) return refuse(terminal, plan.diagnostics(), options.json);
  const std::string folder = options.out.empty() ? "results/ensemble" : options.out;
  if (!write_results(terminal, folder, {})) return kRunFailed;
  experiment::MembersContext context;
  context.stamp = {engine_name(), run.scenario.params.scenario.key, format_digest(run.scenario.digest),
                   run.scenario.params.scenario.end};
  context.request = request;
  context.scenario_title = run.scenario.params.scenario.title;
  context.command = repeat_command(options, run, request.history_until);
  context.acts = experiment::act_lines(plan.value().acts, run.scenario.names);
  context.netcdf = !options.no_netcdf;
  const std::string key = experiment::members_key(plan.value(), engine_name(), run.scenario.digest, context.acts);
  const Played played = play(options, terminal, plan.value(), context, folder, key);
  if (!played.finished || !played.error.empty()) return stopped(terminal, played.error);
  experiment::remove_journal(journal_path(folder, key));
  if (options.json) {
    terminal.print(experiment::members_json(plan.value(), played.summary, context));
  } else {
    print_summary(terminal, options, run, plan.value(), played.summary, folder);
  }
  if (played.summary.faulted > 0)
    terminal.complain(
        fmt::format("thermidor: {} members broke off; the first: {}", played.summary.faulted, played.summary.first_fault));
  return played.summary.faulted > 0 ? kRunFailed : kOk;
}

}  // namespace thermidor::cli
