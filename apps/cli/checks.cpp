// thermidor checks: the scorecard over many seeds.
#include <fmt/format.h>

#include <algorithm>

#include "commands.hpp"
#include "common.hpp"
#include "core/digest.hpp"
#include "experiment/checks.hpp"
#include "experiment/loaded.hpp"
#include "experiment/report_builder.hpp"
#include "experiment/results_folder.hpp"
#include "experiment/study_tables.hpp"
#include "experiment/thread_pool.hpp"
#include "interrupt.hpp"
#include "report/report.hpp"

namespace thermidor::cli {
namespace {

using experiment::Scorecard;
using experiment::ScoreRow;

std::string band_text(const scenario::Check& check) {
  const auto bound = [&check](double value) {
    return check.value.gives_month ? format_month(Month{static_cast<std::int32_t>(value)}) : human_number(value);
  };
  if (check.low && check.high) return bound(*check.low) + " to " + bound(*check.high);
  if (check.low) return "from " + bound(*check.low);
  return check.high ? "up to " + bound(*check.high) : "";
}

std::string value_text(const ScoreRow& row) {
  if (!row.q50 || row.check.value.empty()) return "";
  if (row.check.value.gives_month) return format_month(Month{static_cast<std::int32_t>(*row.q50)});
  return human_number(*row.q50);
}

Tone tone_of(const ScoreRow& row) {
  if (row.held + row.failed == 0) return Tone::faint;
  return row.share() >= 0.5 ? Tone::good : row.share() >= 0.2 ? Tone::caution : Tone::bad;
}

bool earns_credit(const scenario::Check& check) { return check.use != "calibrated" && check.use != "input"; }

std::string credit_sentence(const Scorecard& card) {
  int judged = 0;
  int usual = 0;
  double shares = 0;
  int without = 0;
  for (const ScoreRow& row : card.rows) {
    if (!earns_credit(row.check)) {
      ++without;
      continue;
    }
    if (row.held + row.failed == 0) continue;
    ++judged;
    shares += row.share();
    usual += row.share() >= 0.5 ? 1 : 0;
  }
  if (judged == 0) return "No check could be judged.";
  return fmt::format(
      "{} of {} checks that earn credit hold in at least half of the runs; a check holds on average in {} of them. "
      "{} further checks were calibrated or are inputs and earn none.",
      usual, judged, human_share(shares / judged), without);
}

void print_rows(const Terminal& terminal, const Scorecard& card) {
  std::vector<std::string> kinds;
  for (const ScoreRow& row : card.rows) {
    if (std::find(kinds.begin(), kinds.end(), row.check.kind) == kinds.end()) kinds.push_back(row.check.kind);
  }
  for (const std::string& kind : kinds) {
    TextTable table;
    table.add_column("check");
    table.add_column("id");
    table.add_column("holds", Align::right);
    table.add_column("judged", Align::right);
    table.add_column("median", Align::right);
    table.add_column("band", Align::right);
    table.add_column("use");
    for (const ScoreRow& row : card.rows) {
      if (row.check.kind != kind) continue;
      const int judged = row.held + row.failed;
      table.add_row({row.check.title, row.check.id, terminal.tint(tone_of(row), judged == 0 ? "-" : human_share(row.share())),
                     std::to_string(judged), value_text(row), band_text(row.check), row.check.use});
    }
    terminal.heading(kind);
    terminal.print(table.draw(terminal));
  }
}

void print_endings(const Terminal& terminal, const Scorecard& card) {
  TextTable table;
  table.add_column("ending");
  table.add_column("id");
  table.add_column("runs", Align::right);
  for (const experiment::EndingCount& ending : card.endings) {
    if (ending.baseline > 0) table.add_row({ending.title, ending.id, human_share(ending.baseline)});
  }
  terminal.heading("How it ends (shares of runs; one run may reach several)");
  if (table.empty()) terminal.print("No run reached a named ending.");
  if (!table.empty()) terminal.print(table.draw(terminal));
}

std::string constants_text(const experiment::ParameterDraws& draws) {
  const std::string from = draws.posterior.empty() ? "stored constants" : "constants from the posterior";
  return draws.jitter == 0 ? from : from + fmt::format(", jittered by {}", human_number(draws.jitter));
}

std::string repeat_command(const ChecksOptions& options) {
  std::string command =
      fmt::format("thermidor checks {} --seeds {} --seed {} --sample {} --outside {} --traits {}", shell_word(options.scenario),
                  options.seeds, options.seed, options.sample, options.outside, options.traits);
  if (!options.parameters.empty()) command += " --parameters " + options.parameters;
  if (options.jitter != 0) command += fmt::format(" --jitter {}", options.jitter);
  if (options.explanations != "modelled") command += " --explanations " + options.explanations;
  if (options.party_members != "strata") command += " --party-members " + options.party_members;
  if (!options.history_until.empty()) command += " --history-until " + options.history_until;
  return command + " --out DIR";
}

}  // namespace

int execute(const ChecksOptions& options, const Terminal& terminal) {
  experiment::RunRequest request{
      options.scenario,      options.seed, options.sample,     options.outside, options.traits,       "",
      options.history_until, {},           options.parameters, options.jitter,  options.explanations, options.party_members};
  const Result<experiment::LoadedRun> loaded = experiment::load_run(request);
  if (!loaded) return refuse(terminal, loaded.diagnostics(), options.json);
  const experiment::LoadedRun& run = loaded.value();
  request.parameters = run.draws.posterior.empty() ? "stored" : "posterior";
  const experiment::ScorecardPlan plan{&run.scenario.params,
                                       &run.roster,
                                       run.setup,
                                       run.agenda,
                                       run.last,
                                       run.scenario.checks,
                                       experiment::ending_rules(run.scenario.params),
                                       options.seeds,
                                       run.draws};
  const experiment::ThreadPool pool(options.threads);
  Scorecard card;
  {
    ProgressLine progress(terminal, "runs");
    experiment::EnsembleControl control{.executor = &pool, .stop = &interrupted()};
    control.progress = [&progress](std::size_t done, std::size_t total) { progress.show(done, total); };
    card = experiment::run_scorecard(plan, control);
  }
  bool written = true;
  if (!options.out.empty()) {
    const experiment::ScenarioStamp stamp{engine_name(), run.scenario.params.scenario.key, format_digest(run.scenario.digest)};
    experiment::ReportContext context{
        &run.scenario.params.scenario, &run.roster, &run.scenario.checks, nullptr, nullptr, nullptr, nullptr,
        repeat_command(options)};
    const report::ReportInput page = experiment::checks_report(card, stamp, request, context);
    written = write_results(terminal, options.out,
                            {{"scorecard.csv", experiment::scorecard_csv(card)}, {"report.html", report::render_report(page)}});
  }
  if (options.json) {
    const experiment::ScenarioStamp stamp{engine_name(), run.scenario.params.scenario.key, format_digest(run.scenario.digest)};
    terminal.print(experiment::scorecard_json(stamp, request, card));
  } else {
    const std::string kind = options.history_until.empty() ? "free runs" : "runs, history until " + options.history_until + ",";
    terminal.print(terminal.tint(Tone::strong, run.scenario.params.scenario.title) +
                   terminal.tint(Tone::faint, fmt::format("  {} {} from seed {}, one farm for {}, outside world {}", card.runs,
                                                          kind, options.seed, options.sample, options.outside)));
    terminal.print(terminal.tint(Tone::faint, constants_text(run.draws)));
    terminal.print("");
    terminal.print(wrap(credit_sentence(card), terminal.width()));
    print_rows(terminal, card);
    print_endings(terminal, card);
  }
  if (card.faulted > 0)
    terminal.complain(fmt::format("thermidor: {} runs broke off; the first: {}", card.faulted, card.first_fault));
  if (!card.finished) terminal.complain("thermidor: interrupted; the counts are of the runs that finished");
  if (card.faulted > 0 || !card.finished || !written) return kRunFailed;
  const bool poor = std::any_of(card.rows.begin(), card.rows.end(), [](const ScoreRow& row) {
    return earns_credit(row.check) && row.held + row.failed > 0 && row.share() < 0.5;
  });
  return options.strict && poor ? kCheckFailed : kOk;
}

}  // namespace thermidor::cli
