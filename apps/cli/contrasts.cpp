// thermidor contrasts: tests of one mechanism each, by runs that differ in it alone.
#include <fmt/format.h>

#include <algorithm>

#include "commands.hpp"
#include "common.hpp"
#include "core/digest.hpp"
#include "experiment/contrasts_json.hpp"
#include "experiment/loaded.hpp"
#include "experiment/thread_pool.hpp"
#include "interrupt.hpp"

namespace thermidor::cli {
namespace {

using experiment::ContrastReport;
using experiment::ContrastResult;
using experiment::ExpectationResult;
using scenario::Compared;
using scenario::Expectation;

// A number of the row: a month is told as one where the arm's own value is judged.
std::string value_text(const ContrastResult& result, const Expectation& expectation, double value) {
  const bool arm = expectation.compared == Compared::baseline || expectation.compared == Compared::changed;
  if (arm && result.contrast.outcomes[expectation.outcome].value.gives_month)
    return format_month(Month{static_cast<std::int32_t>(value)});
  return human_number(value);
}

std::string band_text(const ContrastResult& result, const Expectation& expectation) {
  const std::string low = expectation.low ? value_text(result, expectation, *expectation.low) : "";
  const std::string high = expectation.high ? value_text(result, expectation, *expectation.high) : "";
  if (low.empty()) return "up to " + high;
  return high.empty() ? "from " + low : low + " to " + high;
}

std::string expected_text(const ContrastResult& result, const Expectation& expectation) {
  const std::string text = expectation.sign > 0 ? "rises" : expectation.sign < 0 ? "falls" : band_text(result, expectation);
  return text + (expectation.by_median ? ", median" : ", " + human_share(expectation.share));
}

std::string range_text(const ContrastResult& result, const Expectation& expectation, const ExpectationResult& row) {
  if (!row.spread.q10 || !row.spread.q90) return "";
  return value_text(result, expectation, *row.spread.q10) + " to " + value_text(result, expectation, *row.spread.q90);
}

const char* word_of(Compared compared) {
  switch (compared) {
    case Compared::difference: return "difference";
    case Compared::ratio: return "ratio";
    case Compared::baseline: return "as it is";
    case Compared::changed: return "as changed";
  }
  return "";
}

void print_contrast(const Terminal& terminal, const ContrastResult& result) {
  terminal.heading(wrap(fmt::format("{}  {}", result.contrast.id, result.contrast.title), terminal.width(), 2));
  for (const Act& act : result.contrast.acts) terminal.print(terminal.tint(Tone::faint, "  " + act.text));
  TextTable table;
  table.add_column("outcome");
  table.add_column("of");
  for (const char* header : {"median", "10-90 %", "expected", "draws"}) table.add_column(header, Align::right);
  table.add_column("holds");
  for (std::size_t i = 0; i < result.expectations.size(); ++i) {
    const Expectation& expectation = result.contrast.expectations[i];
    const ExpectationResult& row = result.expectations[i];
    table.add_row({result.contrast.outcomes[expectation.outcome].title, word_of(expectation.compared),
                   row.spread.q50 ? value_text(result, expectation, *row.spread.q50) : "never",
                   range_text(result, expectation, row), expected_text(result, expectation),
                   row.judged == 0 ? "-" : human_share(row.share()),
                   terminal.tint(row.holds ? Tone::good : Tone::bad, row.holds ? "yes" : "no")});
  }
  terminal.print(table.draw(terminal));
  if (result.faulted > 0)
    terminal.print(
        terminal.tint(Tone::bad, fmt::format("{} draws broke off; the first: {}", result.faulted, result.first_fault)));
}

void print_report(const Terminal& terminal, const ContrastsOptions& options, const experiment::LoadedRun& run,
                  const ContrastReport& report) {
  const auto holding =
      std::count_if(report.results.begin(), report.results.end(), [](const ContrastResult& result) { return result.holds(); });
  terminal.print(terminal.tint(Tone::strong, run.scenario.params.scenario.title) +
                 terminal.tint(Tone::faint, fmt::format("  {} draws from seed {}, one farm for {}, outside world {}",
                                                        options.seeds, options.seed, options.sample, options.outside)));
  const char* const constants = run.draws.posterior.empty() ? "stored constants" : "constants from the posterior";
  terminal.print(terminal.tint(Tone::faint, constants));
  terminal.print(fmt::format("\n{} of {} contrasts come out as expected.", holding, report.results.size()));
  for (const ContrastResult& result : report.results) print_contrast(terminal, result);
}

ContrastReport carry_out(const ContrastsOptions& options, const Terminal& terminal, const experiment::LoadedRun& run,
                         std::vector<scenario::Contrast> contrasts) {
  const experiment::ContrastPlan plan{&run.scenario.params, &run.roster,   run.setup, run.scenario.chronicle, run.last,
                                      std::move(contrasts), options.seeds, run.draws};
  const experiment::ThreadPool pool(options.threads);
  ProgressLine progress(terminal, "sets of runs");
  experiment::EnsembleControl control{.executor = &pool, .stop = &interrupted()};
  control.progress = [&progress](std::size_t done, std::size_t total) { progress.show(done, total); };
  return experiment::run_contrasts(plan, control);
}

}  // namespace

int execute(const ContrastsOptions& options, const Terminal& terminal) {
  experiment::RunRequest request{
      options.scenario,    options.seed, options.sample, options.outside, options.traits, "", "", {}, options.parameters, 0,
      options.explanations};
  const Result<experiment::LoadedRun> loaded = experiment::load_run(request);
  if (!loaded) return refuse(terminal, loaded.diagnostics(), options.json);
  const experiment::LoadedRun& run = loaded.value();
  request.parameters = run.draws.posterior.empty() ? "stored" : "posterior";
  Result<std::vector<scenario::Contrast>> chosen = experiment::choose_contrasts(run.scenario.contrasts, options.names);
  if (!chosen) return refuse(terminal, chosen.diagnostics(), options.json);
  const ContrastReport report = carry_out(options, terminal, run, std::move(chosen).value());
  if (options.json) {
    const experiment::ScenarioStamp stamp{engine_name(), run.scenario.params.scenario.key, format_digest(run.scenario.digest)};
    terminal.print(experiment::contrasts_json(stamp, request, options.seeds, report));
  } else {
    print_report(terminal, options, run, report);
  }
  if (report.faulted > 0)
    terminal.complain(fmt::format("thermidor: {} draws broke off; the first: {}", report.faulted, report.first_fault));
  if (!report.finished) terminal.complain("thermidor: interrupted; the numbers are of the draws that finished");
  if (report.faulted > 0 || !report.finished) return kRunFailed;
  const bool all =
      std::all_of(report.results.begin(), report.results.end(), [](const ContrastResult& result) { return result.holds(); });
  return options.strict && !all ? kCheckFailed : kOk;
}

}  // namespace thermidor::cli
