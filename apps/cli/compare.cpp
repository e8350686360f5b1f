// thermidor compare: two sets of runs side by side.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>

#include "commands.hpp"
#include "common.hpp"
#include "experiment/compare.hpp"
#include "experiment/manifest.hpp"
#include "experiment/parting.hpp"
#include "experiment/results_folder.hpp"
#include "experiment/thread_pool.hpp"
#include "experiment/wording.hpp"
#include "interrupt.hpp"
#include "replay.hpp"

namespace thermidor::cli {
namespace {

using experiment::ComparedOutcome;
using experiment::LoadedRun;
using experiment::RunSet;
using experiment::SetComparison;
using Json = nlohmann::ordered_json;

// One side: its members, and the run that plays one of them again.
struct Side {
  RunSet set;
  std::optional<LoadedRun> run;
  std::string extrapolated_from;  // "1930-01"; empty where the record covers all months
};

// Where pairs part, over those played side by side.
struct Partings {
  struct Row {
    std::uint64_t seed = 0;
    experiment::Parting parting;
  };
  std::vector<Row> rows;
  std::string why_none;
};

Result<Side> read_side(const CompareOptions& options, const std::string& spec, const std::string& arm,
                       const Terminal& terminal) {
  std::error_code error;
  Side side;
  if (std::filesystem::is_regular_file(std::filesystem::path(spec) / "manifest.json", error)) {
    Result<RunSet> set = experiment::read_run_set(spec, arm);
    if (!set) return set.diagnostics();
    side.set = std::move(set).value();
    const Result<experiment::Manifest> manifest = experiment::load_manifest(spec);
    if (manifest) side.extrapolated_from = manifest.value().extrapolated_from;
    Result<LoadedRun> run = experiment::load_run(side.set.request);
    // A folder is compared even where its scenario is gone; it cannot be played again then.
    if (run) side.run = std::move(run).value();
    return side;
  }
  const Result<experiment::RunRequest> request = read_spec(spec, terminal);
  if (!request) return request.diagnostics();
  Result<LoadedRun> run = experiment::load_run(request.value());
  if (!run) return run.diagnostics();
  side.run = std::move(run).value();
  const std::optional<Month> beyond = experiment::extrapolated_from(side.run->scenario.params.scenario.end, side.run->last);
  if (beyond) side.extrapolated_from = format_month(*beyond);
  const experiment::ThreadPool pool(options.threads);
  ProgressLine progress(terminal, "runs of " + spec);
  experiment::EnsembleControl control{.executor = &pool, .stop = &interrupted()};
  control.progress = [&progress](std::size_t done, std::size_t total) { progress.show(done, total); };
  std::optional<RunSet> set = experiment::play_run_set(*side.run, request.value(), spec, options.runs, control);
  if (!set) return fault("interrupted");
  side.set = std::move(*set);
  return side;
}

bool same_constants(const Side& side) { return side.set.design == "seeds" || side.set.design == "posterior"; }

Partings find_partings(const Side& first, const Side& second, int count, unsigned threads) {
  Partings partings;
  if (count == 0) return partings;
  if (!first.run || !second.run || !same_constants(first) || !same_constants(second)) {
    partings.why_none = "members cannot be played again from their seed alone";
    return partings;
  }
  const experiment::ThreadPool pool(threads);
  for (const std::uint64_t seed : first.set.seeds) {
    if (static_cast<int>(partings.rows.size()) == count || interrupted()) break;
    if (std::find(second.set.seeds.begin(), second.set.seeds.end(), seed) == second.set.seeds.end()) continue;
    std::vector<LoadedRun> runs = {*first.run, *second.run};
    for (LoadedRun& run : runs) {
      run.setup.seed = seed;
      experiment::take_drawn_constants(run);
    }
    partings.rows.push_back({seed, experiment::find_parting(runs[0], runs[1], {.executor = &pool, .stop = &interrupted()})});
  }
  return partings;
}

std::string parting_text(const experiment::Parting& parting) {
  if (!parting.parted) return "never";
  if (parting.differences.empty()) return "they start in different months";
  const experiment::PartDifference& first = parting.differences.front();
  if (parting.at_start) return fmt::format("at the start: {}", first.field);
  return fmt::format("{}, phase {} ({}): {}", format_month(parting.month), first.phase, experiment::phase_name(first.phase),
                     first.field);
}

std::string optional_number(const std::optional<double>& value) { return value ? human_number(*value) : std::string("-"); }

void print_rows(const Terminal& terminal, const char* title, const std::vector<ComparedOutcome>& rows, bool errors) {
  TextTable table;
  table.add_column("");
  table.add_column("unit");
  for (const char* header : {"first", "second", "difference (95 %)", "sign"}) table.add_column(header, Align::right);
  if (errors) {
    for (const char* header : {"runs", "parameters", "readings"}) table.add_column(header, Align::right);
  }
  for (const ComparedOutcome& row : rows) {
    const experiment::Comparison& c = row.comparison;
    if (c.n == 0) continue;
    std::vector<std::string> cells = {row.title, row.unit, human_number(c.baseline), human_number(c.counterfactual)};
    cells.push_back(
        terminal.tint(c.distinguishable ? Tone::strong : Tone::faint,
                      fmt::format("{} ({} to {})", human_number(c.difference), human_number(c.low), human_number(c.high))));
    cells.push_back(sign_text(c));
    if (errors) {
      cells.push_back(human_number(c.standard_error));
      cells.push_back(optional_number(row.error_parameters));
      cells.push_back(optional_number(row.error_explanations));
    }
    table.add_row(std::move(cells));
  }
  terminal.heading(title);
  terminal.print(table.empty() ? "None." : table.draw(terminal));
}

void print_comparison(const Terminal& terminal, const Side& first, const Side& second, const SetComparison& comparison,
                      const Partings& partings) {
  terminal.print(terminal.tint(
      Tone::strong, fmt::format("{} ({})  and  {} ({})", first.set.name, first.set.arm, second.set.name, second.set.arm)));
  terminal.print(terminal.tint(
      Tone::faint,
      comparison.paired
          ? fmt::format("{} members of {} and {} share their seed; {} of these end in the same world", comparison.shared,
                        comparison.first_members, comparison.second_members, comparison.identical)
          : fmt::format("not paired: {} and {} members", comparison.first_members, comparison.second_members)));
  for (const Side* side : {&first, &second}) {
    if (!side->extrapolated_from.empty())
      terminal.print(terminal.tint(Tone::strong, fmt::format("{} ({}): extrapolation from {} on, where the data end",
                                                             side->set.name, side->set.arm, side->extrapolated_from)));
  }
  const bool errors = std::any_of(comparison.outcomes.begin(), comparison.outcomes.end(),
                                  [](const ComparedOutcome& row) { return row.error_parameters || row.error_explanations; });
  print_rows(terminal, "Outcomes: second less first", comparison.outcomes, errors);
  if (errors)
    terminal.print(
        wrap("Error in three parts: from the number of runs (falls with more), from constants and traits that are "
             "not known, from the reading of the outcome (both stay).",
             terminal.width()));
  print_rows(terminal, "Endings: shares of members", comparison.endings, false);
  if (partings.rows.empty() && partings.why_none.empty()) return;
  terminal.heading("Where pairs part: month, phase of the month, first field");
  for (const Partings::Row& row : partings.rows)
    terminal.print(wrap(fmt::format("seed {}: {}", row.seed, parting_text(row.parting)), terminal.width(), 2));
  if (!partings.why_none.empty()) terminal.print("Not looked for: " + partings.why_none + ".");
}

Json number(double value) { return value - value == 0 ? Json(value) : Json(nullptr); }
Json number(const std::optional<double>& value) { return value ? number(*value) : Json(nullptr); }

Json rows_json(const std::vector<ComparedOutcome>& rows) {
  Json list = Json::array();
  for (const ComparedOutcome& row : rows) {
    const experiment::Comparison& c = row.comparison;
    list.push_back({{"id", row.id},
                    {"title", row.title},
                    {"unit", row.unit},
                    {"first", number(c.baseline)},
                    {"second", number(c.counterfactual)},
                    {"difference", number(c.difference)},
                    {"low", number(c.low)},
                    {"high", number(c.high)},
                    {"interval", experiment::interval_name(c.interval)},
                    {"sign_share", number(c.sign_share)},
                    {"n", c.n},
                    {"distinguishable", c.distinguishable},
                    {"error",
                     {{"monte_carlo", number(c.standard_error)},
                      {"parameters", number(row.error_parameters)},
                      {"explanations", number(row.error_explanations)}}}});
  }
  return list;
}

Json side_json(const Side& side, std::size_t members) {
  return {{"name", side.set.name},
          {"arm", side.set.arm},
          {"members", members},
          {"extrapolated_from", side.extrapolated_from.empty() ? Json(nullptr) : Json(side.extrapolated_from)}};
}

std::string comparison_json(const Side& first, const Side& second, const SetComparison& comparison, const Partings& partings) {
  Json json = {{"schema", "thermidor-compare-1"},
               {"engine", engine_name()},
               {"first", side_json(first, comparison.first_members)},
               {"second", side_json(second, comparison.second_members)},
               {"paired", comparison.paired},
               {"shared", comparison.shared},
               {"identical", comparison.identical}};
  json["outcomes"] = rows_json(comparison.outcomes);
  json["endings"] = rows_json(comparison.endings);
  json["partings"] = Json::array();
  for (const Partings::Row& row : partings.rows) {
    Json item = {{"seed", row.seed}, {"parted", row.parting.parted}, {"month", format_month(row.parting.month)}};
    const bool known = !row.parting.differences.empty();
    item["phase"] = known ? Json(row.parting.differences.front().phase) : Json(nullptr);
    item["field"] = known ? Json(row.parting.differences.front().field) : Json(nullptr);
    json["partings"].push_back(item);
  }
  return json.dump(2);
}

Diagnostics find_faults(const CompareOptions& options, const Side& first, const Side& second, const SetComparison& comparison) {
  if (!options.unpaired && comparison.shared < 2)
    return fault(
        fmt::format("{} and {} share {} seeds: their members are no pairs", first.set.name, second.set.name, comparison.shared),
        "two sets with the same seeds, or --unpaired");
  for (const std::string& id : options.outcomes) {
    std::vector<std::string> known;
    for (const RunSet::Outcome& outcome : first.set.outcomes) known.push_back(outcome.id);
    const bool found = std::any_of(comparison.outcomes.begin(), comparison.outcomes.end(),
                                   [&id](const ComparedOutcome& row) { return row.id == id; });
    if (!found) return fault("no outcome '" + id + "' in both", "the id of an outcome of both", nearest_name(id, known));
  }
  if (comparison.outcomes.empty()) return fault("the two have no outcome in common", "sets that measured the same");
  return {};
}

// Endings have titles in their scenario.
void name_endings(const Params& params, SetComparison& comparison) {
  for (const experiment::EndingRule& rule : experiment::ending_rules(params)) {
    for (ComparedOutcome& row : comparison.endings) {
      if (row.id == rule.id) row.title = rule.title;
    }
  }
}

}  // namespace

int execute(const CompareOptions& options, const Terminal& terminal) {
  const bool alone = options.second.empty();
  const Result<Side> first = read_side(options, options.first, alone ? "baseline" : options.arm, terminal);
  if (!first) return refuse(terminal, first.diagnostics(), options.json);
  const Result<Side> second =
      read_side(options, alone ? options.first : options.second, alone ? "counterfactual" : options.arm, terminal);
  if (!second) return refuse(terminal, second.diagnostics(), options.json);
  const Side& a = first.value();
  const Side& b = second.value();
  SetComparison comparison = experiment::compare_sets(a.set, b.set, {options.unpaired, options.outcomes});
  for (const Side* side : {&a, &b}) {
    if (side->run) name_endings(side->run->scenario.params, comparison);
  }
  const Diagnostics faults = find_faults(options, a, b, comparison);
  if (has_errors(faults)) return refuse(terminal, faults, options.json);
  if (comparison.paired && options.errors > 0 && a.run && b.run && a.set.design == b.set.design) {
    const experiment::ThreadPool pool(options.threads);
    // Where a design has drawn the members' constants, these are the draws.
    std::vector<std::string> ids;
    for (const ComparedOutcome& outcome : comparison.outcomes) ids.push_back(outcome.id);
    const experiment::Differences members = experiment::member_differences(a.set, b.set, ids);
    if (!experiment::add_error_parts(*a.run, *b.run, options.errors, {.executor = &pool, .stop = &interrupted()}, comparison,
                                     a.set.design == "seeds" ? nullptr : &members))
      return stopped(terminal, "interrupted");
  }
  const Partings partings = comparison.paired ? find_partings(a, b, options.partings, options.threads) : Partings{};
  if (!options.out.empty()) {
    if (!write_results(terminal, options.out,
                       {{"comparison.csv", experiment::comparison_csv(comparison)},
                        {"comparison.json", comparison_json(a, b, comparison, partings) + "\n"}}))
      return kRunFailed;
  }
  if (options.json) {
    terminal.print(comparison_json(a, b, comparison, partings));
  } else {
    print_comparison(terminal, a, b, comparison, partings);
  }
  return interrupted() ? kRunFailed : kOk;
}

}  // namespace thermidor::cli
