#include "attribute_first.hpp"

#include <fmt/format.h>

#include <map>
#include <nlohmann/json.hpp>
#include <optional>

#include "common.hpp"
#include "experiment/first_named.hpp"
#include "instrument.hpp"

namespace thermidor::cli {
namespace {

using experiment::NamedCount;
using experiment::NamedEffect;
using Json = nlohmann::ordered_json;

experiment::FirstNamedPlan plan_of(const AttributeOptions& options, const experiment::LoadedRun& run,
                                   const scenario::Question& question) {
  experiment::FirstNamedPlan plan;
  experiment::AttributionPlan& naming = plan.naming;
  naming.params = &run.scenario.params;
  naming.roster = &run.roster;
  naming.setup = run.setup;
  naming.agenda = run.agenda;
  naming.agenda.history_until = experiment::recorded_until(run.scenario, question.at);
  naming.acts = question.acts;
  naming.fork = question.at;
  naming.last = run.last;
  naming.by_channels = true;
  naming.outcomes = question.outcomes;
  naming.permutations = options.permutations;
  plan.trials = options.trials;
  return plan;
}

std::map<std::string, NamedCount> count_by_first(const std::vector<NamedEffect>& effects) {
  std::map<std::string, std::vector<NamedEffect>> groups;
  for (const NamedEffect& effect : effects) groups[effect.first].push_back(effect);
  std::map<std::string, NamedCount> counts;
  for (const auto& [first, group] : groups) counts[first] = experiment::count_named(group);
  return counts;
}

Json count_json(const NamedCount& count) {
  return {{"looked_at", count.looked_at},   {"stand_out", count.stand_out}, {"by_acts", count.by_acts},
          {"by_channel", count.by_channel}, {"unnamed", count.unnamed},     {"shrink", count.shrink}};
}

std::string effects_json(const AttributeOptions& options, const experiment::LoadedRun& run,
                         const std::vector<NamedEffect>& effects) {
  Json json = instrument_head(options, run, "thermidor-first-named-1");
  json["permutations"] = options.permutations;
  json["trials"] = options.trials;
  json["all"] = count_json(experiment::count_named(effects));
  json["by_first"] = Json::object();
  for (const auto& [first, count] : count_by_first(effects)) json["by_first"][first] = count_json(count);
  json["effects"] = Json::array();
  for (const NamedEffect& effect : effects)
    json["effects"].push_back({{"question", effect.question},
                               {"outcome", effect.outcome},
                               {"title", effect.title},
                               {"first", effect.first},
                               {"share", effect.share},
                               {"effect", effect.effect},
                               {"standard_error", effect.standard_error},
                               {"without", effect.without ? Json(*effect.without) : Json(nullptr)},
                               {"stands_out", effect.stands_out},
                               {"shrinks", effect.stands_out ? Json(effect.shrinks()) : Json(nullptr)}});
  return json.dump(2);
}

void print_counts(const Terminal& terminal, const std::vector<NamedEffect>& effects) {
  TextTable table;
  table.add_column("named first");
  for (const char* header : {"outcomes", "stand out", "shrink without it"}) table.add_column(header, Align::right);
  for (const auto& [first, count] : count_by_first(effects))
    table.add_row({first, std::to_string(count.looked_at), std::to_string(count.stand_out),
                   count.by_channel == 0 ? "-" : std::to_string(count.shrink)});
  terminal.print(table.draw(terminal));
  const NamedCount all = experiment::count_named(effects);
  terminal.print(
      wrap(fmt::format(
               "{} of {} effects stand out by three standard errors of fresh seeds. For {} the acts themselves are "
               "named first, and without "
               "them nothing is left; for {} a channel is, and cutting that channel alone shrinks {} of them. For {} the runs "
               "that name a cause showed no effect.",
               all.stand_out, all.looked_at, all.by_acts, all.by_channel, all.shrink, all.unnamed),
           terminal.width()));
}

void print_exceptions(const Terminal& terminal, const std::vector<NamedEffect>& effects) {
  TextTable table;
  for (const char* header : {"question", "outcome", "named first"}) table.add_column(header);
  for (const char* header : {"effect", "standard error", "without it"}) table.add_column(header, Align::right);
  for (const NamedEffect& effect : effects) {
    if (effect.stands_out && !effect.shrinks())
      table.add_row({effect.question, effect.title, effect.first, human_number(effect.effect),
                     human_number(effect.standard_error), human_number(*effect.without)});
  }
  if (table.empty()) return;
  terminal.heading("Effects that do not shrink");
  terminal.print(table.draw(terminal));
}

}  // namespace

int show_first_named(const AttributeOptions& options, const Terminal& terminal, const experiment::LoadedRun& run) {
  if (options.resume)
    return refuse(terminal, fault("--first-named keeps no journal", "--first-named without --resume"), options.json);
  std::vector<const scenario::Question*> questions;
  std::optional<scenario::Question> own;
  if (options.question.empty()) {
    for (const scenario::Question& question : run.scenario.questions) questions.push_back(&question);
  } else {
    const Result<scenario::Question> found = experiment::find_question(run.scenario, options.question);
    if (!found) return refuse(terminal, found.diagnostics(), options.json);
    own = found.value();
    questions.push_back(&*own);
  }
  std::vector<NamedEffect> effects;
  int faulted = 0;
  std::string first_fault;
  for (std::size_t q = 0; q < questions.size(); ++q) {
    experiment::NamedEffects named;
    play_instrument(terminal, options, fmt::format("seeds of {} ({} of {})", questions[q]->id, q + 1, questions.size()), {}, {},
                    [&](const experiment::EnsembleControl& control) {
                      named = experiment::name_first(plan_of(options, run, *questions[q]), questions[q]->id, control);
                    });
    if (!named.finished) return stopped(terminal, "interrupted");
    effects.insert(effects.end(), named.effects.begin(), named.effects.end());
    if (faulted == 0) first_fault = named.first_fault;
    faulted += named.faulted;
  }
  const std::string folder = options.out.empty() ? "results/attribution" : options.out;
  const std::string json = effects_json(options, run, effects);
  if (!write_results(terminal, folder,
                     {{"first_named.csv", experiment::named_effects_csv(effects)}, {"first_named.json", json}}))
    return kRunFailed;
  if (options.json) {
    terminal.print(json);
  } else {
    terminal.print(terminal.tint(Tone::strong, "What the cause named first is worth"));
    terminal.print(terminal.tint(
        Tone::faint, fmt::format("{} questions; named from {} orders of cutting, tried on {} fresh seeds each, one farm for {}",
                                 questions.size(), options.permutations, options.trials, options.sample)));
    terminal.print("");
    print_counts(terminal, effects);
    print_exceptions(terminal, effects);
    terminal.print("\nTables: " + terminal.tint(Tone::strong, folder + "/first_named.csv") + ", first_named.json");
  }
  if (faulted > 0) terminal.complain(fmt::format("thermidor: {} runs broke off; the first: {}", faulted, first_fault));
  return faulted > 0 ? kRunFailed : kOk;
}

}  // namespace thermidor::cli
