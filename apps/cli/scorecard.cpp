// thermidor scorecard: the checks by kind over an ensemble or fresh runs, and what earns credit.
#include <fmt/format.h>

#include "commands.hpp"
#include "common.hpp"
#include "experiment/loaded.hpp"
#include "experiment/manifest.hpp"
#include "experiment/score_sheet.hpp"
#include "instrument.hpp"
#include "scorecard_parts.hpp"

namespace thermidor::cli {
namespace {

using experiment::ScoreSheet;

std::string value_text(const scenario::Check& check, double value) {
  if (value - value != 0 || check.value.empty()) return "";
  if (check.value.gives_month) return format_month(Month{static_cast<std::int32_t>(value)});
  return human_number(value);
}

std::string band_text(const scenario::Check& check) {
  if (check.low && check.high) return value_text(check, *check.low) + " to " + value_text(check, *check.high);
  if (check.low) return "from " + value_text(check, *check.low);
  return check.high ? "up to " + value_text(check, *check.high) : "";
}

void print_scores(const Terminal& terminal, const ScoreSheet& sheet) {
  TextTable table;
  table.add_column("kind");
  for (const char* header : {"rows", "can earn credit", "judged", "hold in most runs", "mean share"})
    table.add_column(header, Align::right);
  for (const experiment::KindScore& score : experiment::score_by_kind(sheet))
    table.add_row({score.kind, std::to_string(score.rows), std::to_string(score.credited), std::to_string(score.judged),
                   std::to_string(score.usual), score.judged == 0 ? "-" : human_share(score.mean_share)});
  terminal.print(table.draw(terminal));
  terminal.print(
      wrap("Credit: rows kept for validation. What was calibrated or put in earns none, nor do initial states. "
           "Incidents are judged only in runs in which what must come before them happened.",
           terminal.width()));
}

void print_rows(const Terminal& terminal, const ScoreSheet& sheet) {
  for (const experiment::KindScore& score : experiment::score_by_kind(sheet)) {
    TextTable table;
    table.add_column("check");
    table.add_column("id");
    for (const char* header : {"holds", "judged", "median", "band"}) table.add_column(header, Align::right);
    table.add_column("use");
    for (const ScoreSheet::Row& row : sheet.rows) {
      if (row.check.kind != score.kind) continue;
      const Tone tone = row.judged() == 0 ? Tone::faint : row.share() >= 0.5 ? Tone::good : Tone::caution;
      table.add_row({row.check.title, row.check.id, terminal.tint(tone, row.judged() == 0 ? "-" : human_share(row.share())),
                     std::to_string(row.judged()), value_text(row.check, row.summary.value.q50), band_text(row.check),
                     row.check.use});
    }
    terminal.heading(score.kind);
    terminal.print(table.draw(terminal));
  }
}

void print_single_cases(const Terminal& terminal, const ScoreSheet& sheet) {
  TextTable table;
  table.add_column("event");
  table.add_column("foremost");
  for (const char* header : {"fired", "persons", "his share"}) table.add_column(header, Align::right);
  for (const experiment::KindSummary& kind : experiment::single_cases(sheet))
    table.add_row(
        {kind.kind, kind.foremost, std::to_string(kind.fired), std::to_string(kind.persons), human_share(kind.share)});
  terminal.heading("Single cases: what fires for one person alone, or hardly for anybody else, earns no credit");
  terminal.print(table.empty() ? "None." : table.draw(terminal));
}

// Plays runs for it.
struct Played {
  std::optional<ScoreSheet> sheet;
  int faulted = 0;
  std::string first_fault;
};

Played play(const ScorecardOptions& options, const Terminal& terminal, const experiment::LoadedRun& run) {
  experiment::MembersPlan plan = plan_scored(options, run);
  plan.checks = run.scenario.checks;
  plan.endings = experiment::ending_rules(run.scenario.params);
  Played played;
  play_instrument(terminal, options, "runs", {}, {}, [&](const experiment::EnsembleControl& control) {
    const auto member = [&](std::size_t number) -> std::optional<std::string> {
      const SerialExecutor serial;
      const auto record = experiment::play_member(plan, number, {.executor = &serial, .stop = control.stop});
      return record ? std::optional(experiment::encode_record(*record)) : std::nullopt;
    };
    experiment::stream_ensemble(plan.design.members(), member, control, [&](experiment::FinishedMembers& members) {
      const experiment::MembersSummary summary = experiment::summarise_members(plan, members, *control.executor);
      played.sheet = experiment::sheet_of(plan, summary, 0);
      played.faulted = summary.faulted;
      played.first_fault = summary.first_fault;
    });
  });
  return played;
}

}  // namespace

experiment::MembersPlan plan_scored(const ScorecardOptions& options, const experiment::LoadedRun& run) {
  experiment::MembersPlan plan;
  plan.params = &run.scenario.params;
  plan.roster = &run.roster;
  plan.design =
      experiment::MemberDesign(run.draws.posterior.empty() ? experiment::DesignKind::seeds : experiment::DesignKind::posterior,
                               static_cast<std::size_t>(options.seeds), options.seed, run.scenario.calibration);
  plan.setup = run.setup;
  plan.baseline = run.agenda;
  plan.last = run.last;
  return plan;
}

int execute(const ScorecardOptions& options, const Terminal& terminal) {
  if (!options.out.empty() && !options.forecasts && !options.verdicts)
    return refuse(terminal, fault("the scorecard itself writes no folder", "--out with --forecasts or --verdicts"),
                  options.json);
  if (!options.arm.empty() && options.what.empty())
    return refuse(terminal, fault("runs played here have no arms", "--arm with the folder of an ensemble"), options.json);
  experiment::RunRequest request = instrument_request(options, options.history_until);
  request.parameters = options.parameters;
  std::string extrapolated_from;
  if (!options.what.empty()) {
    const Result<experiment::Manifest> manifest = experiment::load_manifest(options.what);
    if (!manifest) return refuse(terminal, manifest.diagnostics(), options.json);
    request.scenario = manifest.value().scenario;
    extrapolated_from = manifest.value().extrapolated_from;
  }
  const Result<experiment::LoadedRun> loaded = experiment::load_run(request);
  if (!loaded) return refuse(terminal, loaded.diagnostics(), options.json);
  const experiment::LoadedRun& run = loaded.value();
  if (options.forecasts) return show_forecasts(options, terminal, run);
  if (options.verdicts) return show_verdicts(options, terminal, run);
  Played played;
  if (options.what.empty()) {
    played = play(options, terminal, run);
    if (!played.sheet) return stopped(terminal, "interrupted");
  } else {
    Result<ScoreSheet> read = experiment::read_score_sheet(options.what, options.arm, run.scenario.checks);
    if (!read) return refuse(terminal, read.diagnostics(), options.json);
    played.sheet = std::move(read).value();
  }
  const ScoreSheet& sheet = *played.sheet;
  const std::string& title = run.scenario.params.scenario.title;
  if (options.json) {
    terminal.print(experiment::score_sheet_json(sheet, engine_name(), run.scenario.params.scenario.key));
  } else if (options.markdown) {
    terminal.print(experiment::score_sheet_markdown(sheet, "Scorecard: " + title));
  } else {
    terminal.print(terminal.tint(Tone::strong, title) +
                   terminal.tint(Tone::faint, fmt::format("  {} members, arm {}", sheet.members, sheet.arm)));
    if (!extrapolated_from.empty())
      terminal.print(terminal.tint(Tone::strong, "The runs go on beyond the data: extrapolation from " + extrapolated_from +
                                                     " on, which no check looks at."));
    terminal.print("");
    print_scores(terminal, sheet);
    print_rows(terminal, sheet);
    print_single_cases(terminal, sheet);
  }
  if (played.faulted > 0)
    terminal.complain(fmt::format("thermidor: {} runs broke off; the first: {}", played.faulted, played.first_fault));
  return played.faulted > 0 ? kRunFailed : kOk;
}

}  // namespace thermidor::cli
