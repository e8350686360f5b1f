// thermidor circumstances: a design played in full, and which factor moves what.
#include <fmt/format.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>

#include "commands.hpp"
#include "common.hpp"
#include "core/digest.hpp"
#include "experiment/factorial.hpp"
#include "experiment/journal.hpp"
#include "experiment/json_parts.hpp"
#include "experiment/loaded.hpp"
#include "experiment/results_folder.hpp"
#include "experiment/thread_pool.hpp"
#include "experiment/wording.hpp"
#include "instrument.hpp"
#include "interrupt.hpp"

namespace thermidor::cli {
namespace {

using experiment::Factorial;
using experiment::FactorialOutcome;
using experiment::FactorShare;
using scenario::Design;
using Json = nlohmann::ordered_json;

std::string title_of(const Design& design, const std::string& factor) {
  for (const scenario::DesignFactor& other : design.factors) {
    if (other.id == factor) return other.title;
  }
  return "Luck (which seed)";
}

std::string interval_text(const experiment::Interval& interval) {
  return fmt::format("{} to {}", human_share(interval.low), human_share(interval.high));
}

void print_outcome(const Terminal& terminal, const Design& design, const FactorialOutcome& outcome) {
  terminal.heading(fmt::format("{} ({})", outcome.plan.title, outcome.plan.unit));
  terminal.print(terminal.tint(
      Tone::faint, outcome.shares.empty()
                       ? std::string("not measured: every seed has a combination without a value")
                       : fmt::format("mean {}, standard deviation {}", human_number(outcome.mean), human_number(outcome.sd))));
  TextTable table;
  table.add_column("factor");
  for (const char* header : {"alone", "95 % interval", "with others", "95 % interval"}) table.add_column(header, Align::right);
  for (const FactorShare& share : outcome.shares) {
    table.add_row({title_of(design, share.factor), human_share(share.alone), interval_text(share.alone_interval),
                   human_share(share.total), interval_text(share.total_interval)});
  }
  terminal.print(table.draw(terminal));
  for (std::size_t f = 0; f < design.factors.size() && f < outcome.shares.size(); ++f) {
    if (outcome.shares[f].total < 0.05) continue;
    std::string line;
    for (std::size_t l = 0; l < design.factors[f].levels.size(); ++l) {
      line +=
          (line.empty() ? "" : "; ") + design.factors[f].levels[l].title + " " + human_number(outcome.shares[f].level_means[l]);
    }
    terminal.print(wrap(fmt::format("{}: {}", design.factors[f].title, line), terminal.width(), 2));
  }
}

Json outcome_json(const Design& design, const FactorialOutcome& outcome) {
  Json json = {{"id", outcome.plan.id}, {"title", outcome.plan.title}, {"unit", outcome.plan.unit}, {"mean", outcome.mean},
               {"sd", outcome.sd},      {"missing", outcome.missing}};
  json["factors"] = Json::array();
  for (std::size_t f = 0; f < outcome.shares.size(); ++f) {
    const FactorShare& share = outcome.shares[f];
    Json row = {{"id", share.factor},
                {"alone", share.alone},
                {"alone_low", share.alone_interval.low},
                {"alone_high", share.alone_interval.high},
                {"total", share.total},
                {"total_low", share.total_interval.low},
                {"total_high", share.total_interval.high}};
    Json levels = Json::object();
    for (std::size_t l = 0; l < share.level_means.size(); ++l) levels[design.factors[f].levels[l].id] = share.level_means[l];
    row["level_means"] = levels;
    json["factors"].push_back(row);
  }
  return json;
}

std::string factorial_json(const CircumstancesOptions& options, const experiment::LoadedRun& run, const Design& design,
                           const Factorial& factorial) {
  Json json = instrument_head(options, run, "thermidor-circumstances-1");
  json["design"] = design.id;
  json["seeds"] = options.seeds;
  json["cells"] = factorial.cells;
  json["until"] = format_month(design.until);
  json["extrapolated_from"] = experiment::extrapolated_json(run.scenario.params.scenario.end, design.until);
  json["outcomes"] = Json::array();
  for (const FactorialOutcome& outcome : factorial.outcomes) json["outcomes"].push_back(outcome_json(design, outcome));
  return json.dump(2);
}

std::string key_of(const CircumstancesOptions& options, const experiment::LoadedRun& run, const Design& design) {
  Digest digest;
  digest.add_text(engine_name() + " circumstances " + design.id + " " + options.outside + " " + options.traits + " " +
                  options.explanations);
  digest.add(run.scenario.digest);
  for (const scenario::DesignFactor& factor : design.factors) {
    for (const scenario::DesignLevel& level : factor.levels) {
      digest.add_text(factor.id + "." + level.id);
      for (const Act& act : level.acts) digest.add_text(act.text);
    }
  }
  digest.add_text(format_month(design.until));
  for (const scenario::Outcome& outcome : design.outcomes) digest.add_text(outcome.id + outcome.value.text);
  for (const int number : {options.seeds, options.sample}) digest.add(static_cast<std::uint64_t>(number));
  digest.add(options.seed);
  return format_digest(digest.value());
}

const Design* find_design(const scenario::Scenario& scenario, const std::string& id) {
  for (const Design& design : scenario.designs) {
    if (design.id == id) return &design;
  }
  return nullptr;
}

Diagnostics unknown_design(const scenario::Scenario& scenario, const std::string& id) {
  std::vector<std::string> known;
  for (const Design& design : scenario.designs) known.push_back(design.id);
  return known.empty() ? fault("the scenario has no designs", "a file in its folder designs/")
                       : fault("unknown design '" + id + "'", "the id of a design", nearest_name(id, known));
}

Factorial play(const CircumstancesOptions& options, const Terminal& terminal, const experiment::LoadedRun& run,
               const Design& design, const std::string& folder) {
  experiment::FactorialPlan plan{&run.scenario.params, &run.roster,  &design,      run.setup,
                                 run.agenda,           design.until, options.seeds};
  plan.agenda.history_until = experiment::recorded_until(run.scenario, design.at);
  Factorial result;
  play_instrument(terminal, options, "seeds of every combination", folder, key_of(options, run, design),
                  [&](const experiment::EnsembleControl& control) { result = experiment::run_factorial(plan, control); });
  return result;
}

}  // namespace

int execute(const CircumstancesOptions& options, const Terminal& terminal) {
  const Result<experiment::LoadedRun> loaded = experiment::load_run(instrument_request(options));
  if (!loaded) return refuse(terminal, loaded.diagnostics(), options.json);
  const experiment::LoadedRun& run = loaded.value();
  const Design* const design = find_design(run.scenario, options.design);
  if (design == nullptr) return refuse(terminal, unknown_design(run.scenario, options.design), options.json);
  const std::string folder = options.out.empty() ? "results/" + design->id : options.out;
  if (!write_results(terminal, folder, {})) return kRunFailed;
  const Factorial factorial = play(options, terminal, run, *design, folder);
  if (!factorial.finished || !factorial.error.empty()) return stopped(terminal, factorial.error);
  const std::string json = factorial_json(options, run, *design, factorial);
  if (!write_results(terminal, folder,
                     {{"circumstances.csv", experiment::factorial_csv(factorial)}, {"circumstances.json", json}})) {
    return kRunFailed;
  }
  experiment::remove_journal(journal_path(folder, key_of(options, run, *design)));
  if (options.json) {
    terminal.print(json);
    return ended(terminal, factorial.faulted, factorial.first_fault);
  }
  terminal.print(terminal.tint(Tone::strong, design->title) + terminal.tint(Tone::faint, "  " + design->id));
  terminal.print(terminal.tint(
      Tone::faint, fmt::format("{} combinations, {} seeds each, from seed {}, one farm for {}, history until {}",
                               factorial.cells, factorial.seeds, options.seed, options.sample, month_title(design->at))));
  const std::string beyond = experiment::extrapolation_sentence(run.scenario.params.scenario.end, design->until);
  if (!beyond.empty()) terminal.print(terminal.tint(Tone::caution, wrap(beyond, terminal.width())));
  for (const FactorialOutcome& outcome : factorial.outcomes) print_outcome(terminal, *design, outcome);
  terminal.print("");
  terminal.print(
      wrap("alone: share of the variance that the factor moves by itself; with others: with everything in which it "
           "takes part (Sobol indices of the full grid; intervals from a bootstrap of the seeds).",
           terminal.width()));
  terminal.heading("What this cannot tell");
  terminal.print(wrap(design->cannot_tell, terminal.width()));
  terminal.print("\nTables: " + terminal.tint(Tone::strong, folder + "/circumstances.csv") + ", circumstances.json");
  return ended(terminal, factorial.faulted, factorial.first_fault);
}

}  // namespace thermidor::cli
