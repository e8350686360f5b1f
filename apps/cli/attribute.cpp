// thermidor attribute: what each explanation contributes to an outcome, or to the effect of a question.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "ask.hpp"
#include "attribute_first.hpp"
#include "commands.hpp"
#include "common.hpp"
#include "core/digest.hpp"
#include "experiment/attribution.hpp"
#include "experiment/cut_channels.hpp"
#include "experiment/journal.hpp"
#include "experiment/loaded.hpp"
#include "experiment/results_folder.hpp"
#include "experiment/thread_pool.hpp"
#include "instrument.hpp"
#include "interrupt.hpp"

namespace thermidor::cli {
namespace {

using experiment::AttributedOutcome;
using experiment::Attribution;
using experiment::AttributionPlan;
using experiment::Contribution;
using Json = nlohmann::ordered_json;

constexpr const char* kSwitches = "party.explanations.";

// What the scenario says of a switch.
std::string title_of(const scenario::Scenario& scenario, const std::string& path) {
  for (const experiment::ChannelInfo& channel : experiment::kChannels) {
    if (path == std::string("channel.") + channel.name) return channel.text;
  }
  for (const scenario::Provenance& value : scenario.provenance) {
    if (value.name == path) return value.text;
  }
  return path;
}

// The outcomes asked for: a question's, or those of named endings; by default whether the run ends as the record did.
Result<AttributionPlan> make_plan(const AttributeOptions& options, const experiment::LoadedRun& run) {
  AttributionPlan plan;
  plan.params = &run.scenario.params;
  plan.roster = &run.roster;
  plan.setup = run.setup;
  plan.agenda = run.agenda;
  plan.last = run.last;
  plan.switches = experiment::switches_below(run.scenario.params, kSwitches);
  plan.permutations = options.permutations;
  plan.by_channels = options.by == "channels";
  if (plan.by_channels && options.question.empty())
    return fault("channels carry the effect of a question", "--question ID with --by channels");
  if (!options.question.empty()) {
    if (!options.history_until.empty())
      return fault("the record decides until the question's fork", "--history-until without --question");
    const Result<scenario::Question> question = experiment::find_question(run.scenario, options.question);
    if (!question) return question.diagnostics();
    plan.acts = question.value().acts;
    plan.fork = question.value().at;
    plan.agenda.history_until = experiment::recorded_until(run.scenario, plan.fork);
    plan.outcomes = question.value().outcomes;
    return plan;
  }
  std::vector<std::string> known;
  for (const experiment::EndingRule& ending : experiment::ending_rules(run.scenario.params)) {
    known.push_back(ending.id);
    const bool asked = std::find(options.endings.begin(), options.endings.end(), ending.id) != options.endings.end();
    if (asked) plan.outcomes.push_back({ending.id, ending.title, "share of runs", ending.when, {}});
  }
  for (const std::string& id : options.endings) {
    if (std::find(known.begin(), known.end(), id) == known.end())
      return fault("unknown ending '" + id + "'", "the id of an ending", nearest_name(id, known));
  }
  return plan;
}

void print_outcome(const Terminal& terminal, const scenario::Scenario& scenario, const AttributedOutcome& outcome, bool effect,
                   const std::string& mechanism) {
  terminal.heading(fmt::format("{} ({})", outcome.plan.title, outcome.plan.unit));
  if (outcome.measured == 0) {
    terminal.print("could not be measured in every setting of the switches of any permutation");
    return;
  }
  terminal.print(fmt::format("{} {} with every {} at work, {} with none; the rows add up to the difference.",
                             effect ? "The effect is" : "It is", human_number(outcome.all_on), mechanism,
                             human_number(outcome.all_off)));
  std::vector<Contribution> rows = outcome.contributions;
  std::stable_sort(rows.begin(), rows.end(),
                   [](const Contribution& a, const Contribution& b) { return std::abs(a.mean) > std::abs(b.mean); });
  TextTable table;
  table.add_column(mechanism);
  for (const char* header : {"contributes", "standard error", "clear"}) table.add_column(header, Align::right);
  for (const Contribution& row : rows) {
    table.add_row({title_of(scenario, row.path), human_number(row.mean), human_number(row.standard_error),
                   std::abs(row.mean) > 2 * row.standard_error && row.standard_error > 0 ? "yes" : "no"});
  }
  terminal.print(table.draw(terminal));
}

std::string attribution_json(const AttributeOptions& options, const experiment::LoadedRun& run,
                             const Attribution& attribution) {
  Json json = instrument_head(options, run, "thermidor-attribution-1");
  json["permutations"] = options.permutations;
  json["by"] = options.by;
  json["question"] = options.question.empty() ? Json(nullptr) : Json(options.question);
  json["outcomes"] = Json::array();
  for (const AttributedOutcome& outcome : attribution.outcomes) {
    Json row = {{"id", outcome.plan.id},    {"title", outcome.plan.title}, {"unit", outcome.plan.unit},
                {"all_on", outcome.all_on}, {"all_off", outcome.all_off},  {"measured", outcome.measured}};
    row["contributions"] = Json::array();
    for (const Contribution& part : outcome.contributions)
      row["contributions"].push_back({{"switch", part.path}, {"mean", part.mean}, {"standard_error", part.standard_error}});
    json["outcomes"].push_back(row);
  }
  return json.dump(2);
}

std::string key_of(const AttributeOptions& options, const experiment::LoadedRun& run, const AttributionPlan& plan) {
  Digest digest;
  digest.add_text(engine_name() + " attribute " + options.outside + " " + options.traits + " " + options.explanations + " " +
                  options.by + " " + format_month(plan.agenda.history_until));
  digest.add(run.scenario.digest);
  for (const std::string& act : run.act_lines) digest.add_text(act);
  for (const Act& act : plan.acts) digest.add_text(act.text);
  for (const scenario::Outcome& outcome : plan.outcomes) digest.add_text(outcome.id + outcome.value.text);
  for (const int number : {options.permutations, options.sample}) digest.add(static_cast<std::uint64_t>(number));
  digest.add(options.seed);
  return format_digest(digest.value());
}

Attribution play(const AttributeOptions& options, const Terminal& terminal, const AttributionPlan& plan, const std::string& key,
                 const std::string& folder) {
  Attribution result;
  play_instrument(terminal, options, "permutations", folder, key,
                  [&](const experiment::EnsembleControl& control) { result = experiment::run_attribution(plan, control); });
  return result;
}

}  // namespace

int execute(const AttributeOptions& options, const Terminal& terminal) {
  const Result<experiment::LoadedRun> loaded =
      experiment::load_run(instrument_request(options, options.history_until, options.acts));
  if (!loaded) return refuse(terminal, loaded.diagnostics(), options.json);
  const experiment::LoadedRun& run = loaded.value();
  if (options.first_named) return show_first_named(options, terminal, run);
  const Result<AttributionPlan> plan = make_plan(options, run);
  if (!plan) return refuse(terminal, plan.diagnostics(), options.json);
  const std::string folder = options.out.empty() ? "results/attribution" : options.out;
  if (!write_results(terminal, folder, {})) return kRunFailed;
  const std::string key = key_of(options, run, plan.value());
  const Attribution attribution = play(options, terminal, plan.value(), key, folder);
  if (!attribution.finished || !attribution.error.empty()) return stopped(terminal, attribution.error);
  const std::string json = attribution_json(options, run, attribution);
  if (!write_results(terminal, folder,
                     {{"attribution.csv", experiment::attribution_csv(attribution)}, {"attribution.json", json}})) {
    return kRunFailed;
  }
  experiment::remove_journal(journal_path(folder, key));
  if (options.json) {
    terminal.print(json);
    return ended(terminal, attribution.faulted, attribution.first_fault);
  }
  terminal.print(terminal.tint(
      Tone::strong, options.question.empty() ? "What brings the end about" : "What makes the effect of " + options.question));
  terminal.print(terminal.tint(
      Tone::faint,
      fmt::format("{} permutations of {} {}, from seed {}, one farm for {}, outside world {}, traits {}", options.permutations,
                  plan.value().count(), options.by, options.seed, options.sample, options.outside, options.traits)));
  const std::string mechanism = options.by == "channels" ? "channel" : "explanation";
  for (const AttributedOutcome& outcome : attribution.outcomes)
    print_outcome(terminal, run.scenario, outcome, !options.question.empty(), mechanism);
  terminal.print("");
  terminal.print(terminal.tint(
      Tone::faint,
      wrap("Shapley values: the mean change when an explanation is switched off, over all orders of switching; clear: "
           "more than two standard errors from zero. An explanation is a weight in the rules, not a finding.",
           terminal.width())));
  terminal.print("\nTables: " + terminal.tint(Tone::strong, folder + "/attribution.csv") + ", attribution.json");
  return ended(terminal, attribution.faulted, attribution.first_fault);
}

}  // namespace thermidor::cli
