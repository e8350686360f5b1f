// thermidor price: what the record's history cost in surprise, and the cheapest rewrite that reaches a named ending.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>

#include "commands.hpp"
#include "common.hpp"
#include "core/digest.hpp"
#include "experiment/loaded.hpp"
#include "experiment/price.hpp"
#include "experiment/results_folder.hpp"
#include "experiment/rewrite.hpp"
#include "experiment/splitting.hpp"
#include "experiment/thread_pool.hpp"
#include "instrument.hpp"
#include "interrupt.hpp"

namespace thermidor::cli {
namespace {

using experiment::Price;
using experiment::PricedDecision;
using experiment::Rewrite;
using experiment::RewritePlan;
using experiment::Splitting;
using Json = nlohmann::ordered_json;

constexpr std::size_t kShown = 20;

std::string title_of(const std::vector<Act>& acts, const PricedDecision& decision) {
  for (const Act& act : acts) {
    if (act.at == decision.month && (act.text == decision.act || act.forced.text == decision.act) && !act.title.empty())
      return act.title;
  }
  return decision.act;
}

// The model puts no decision below one in a million.
constexpr double kMostBits = 19.93;

std::string one_in(double bits) {
  const double times = std::exp2(bits);
  if (bits >= kMostBits - 0.01) return "1 in a million or less";
  return times < 1.5 ? "nearly certain" : fmt::format("1 in {}", human_number(times));
}

// What lies at that floor is dearer than it is said to be.
std::string floor_sentence(const Price& price) {
  const auto count = std::count_if(price.decisions.begin(), price.decisions.end(),
                                   [](const PricedDecision& row) { return row.bits >= kMostBits - 0.01; });
  if (count == 0) return {};
  return fmt::format(
      "{} of them lie at the floor of one in a million, below which the model names no chance; so the sum is a least.", count);
}

// What was priced, and what it comes to. Without a record there may still be acts that force something.
std::string total_sentence(const Price& price, const experiment::LoadedRun& run) {
  const bool recorded = !run.scenario.chronicle.empty();
  if (price.decisions.empty()) {
    return recorded ? "Neither the record nor an act forces a decision of persons or organs: there is nothing to price."
                    : fmt::format(
                          "The scenario {} has no record of decisions: there is nothing to price. With --ending the "
                          "cheapest decisions that lead to an ending are searched in its free runs.",
                          run.scenario.params.scenario.key);
  }
  const auto [low, high] = std::minmax_element(price.totals.begin(), price.totals.end());
  return fmt::format(
      "{} {} decisions by persons and organs surprise the model by {:.0f} bits in all ({:.0f} to {:.0f} over runs): "
      "that is how often the model would have had to toss a coin and see it fall {} way.",
      recorded ? "The record's" : "There is no record; the acts'", price.decisions.size(), price.mean, *low, *high,
      recorded ? "the record's" : "their");
}

void print_price(const Terminal& terminal, const PriceOptions& options, const Price& price, const experiment::LoadedRun& run) {
  terminal.print(terminal.tint(
      Tone::strong, run.scenario.chronicle.empty() ? "The price of what acts force" : "The price of the record's history"));
  terminal.print(terminal.tint(Tone::faint, fmt::format("{} runs from seed {}, one farm for {}, outside world {}", price.runs,
                                                        options.seed, options.sample, options.outside)));
  terminal.print("");
  terminal.print(wrap(total_sentence(price, run), terminal.width()));
  if (price.decisions.empty()) return;
  const std::string least = floor_sentence(price);
  if (!least.empty()) terminal.print(wrap(least, terminal.width()));
  std::map<int, double> years;
  for (const PricedDecision& row : price.decisions) years[row.month.year()] += row.bits;
  TextTable by_year;
  by_year.add_column("");
  for (const auto& [year, bits] : years) by_year.add_column(std::to_string(year), Align::right);
  std::vector<std::string> cells = {"bits"};
  for (const auto& [year, bits] : years) cells.push_back(fmt::format("{:.0f}", bits));
  by_year.add_row(cells);
  terminal.heading("Bits by year");
  terminal.print(by_year.draw(terminal));
  std::vector<PricedDecision> dearest = price.decisions;
  std::stable_sort(dearest.begin(), dearest.end(),
                   [](const PricedDecision& a, const PricedDecision& b) { return a.bits > b.bits; });
  if (dearest.size() > kShown) dearest.resize(kShown);
  TextTable table;
  table.add_column("month");
  table.add_column("what was decided");
  table.add_column("bits", Align::right);
  table.add_column("held to be", Align::right);
  for (const PricedDecision& row : dearest)
    table.add_row(
        {format_month(row.month), title_of(run.scenario.chronicle, row), fmt::format("{:.1f}", row.bits), one_in(row.bits)});
  terminal.heading("The dearest decisions");
  terminal.print(table.draw(terminal));
}

std::string share_text(int reached, int runs, const experiment::Interval& interval) {
  return fmt::format("{} of {} ({}, {} to {})", reached, runs, human_share(runs > 0 ? static_cast<double>(reached) / runs : 0),
                     human_share(interval.low), human_share(interval.high));
}

// What luck alone would have to be for the same end, so that a rewrite's bits have something beside them.
std::string luck_text(const RewritePlan& plan, const Splitting& luck) {
  const std::string from = format_month(plan.dates.front());
  if (luck.share <= 0)
    return fmt::format(
        "By luck alone from {} on it is reached in none of {} runs that were multiplied where they came near it.", from,
        luck.runs);
  return fmt::format("By luck alone from {} on {} of runs would reach it ({} to {}): {:.1f} bits.", from,
                     human_share(luck.share), human_share(luck.interval.low), human_share(luck.interval.high),
                     -std::log2(luck.share));
}

// Why there is no rewrite.
std::string nothing_text(const RewritePlan& plan, const Rewrite& rewrite) {
  if (rewrite.needless)
    return fmt::format("Nothing has to be rewritten: {} of {} runs reach it as it is, and {} are asked.",
                       human_share(rewrite.share), plan.measuring, human_share(plan.target));
  return fmt::format(
      "No rewrite was found that leads to it more often than nothing does ({}), by two standard errors: {} decisions "
      "were tried one at a time, and {} rewrites were grown by splitting.",
      human_share(rewrite.share), rewrite.candidates, rewrite.grown);
}

void print_rewrite(const Terminal& terminal, const RewritePlan& plan, const Rewrite& rewrite, const Splitting& luck) {
  terminal.print(terminal.tint(Tone::strong, fmt::format("The cheapest rewrite found for: {}", plan.ending.title)) +
                 terminal.tint(Tone::faint, "  " + plan.ending.id));
  terminal.print("");
  terminal.print(wrap(luck_text(plan, luck), terminal.width()));
  if (rewrite.acts.empty()) {
    terminal.print(wrap(nothing_text(plan, rewrite), terminal.width()));
    return;
  }
  terminal.print(wrap(fmt::format("{:.1f} bits. Over fresh runs the ending is reached in {} with it and in {} without it.{}",
                                  rewrite.bits, share_text(rewrite.reached_with, rewrite.runs_with, rewrite.with),
                                  share_text(rewrite.reached_without, rewrite.runs_without, rewrite.without),
                                  rewrite.confirmed ? "" : " They do not confirm it: the search took luck for help."),
                      terminal.width()));
  for (const Act& act : rewrite.acts) terminal.print("- " + act.text);
  terminal.print("");
  terminal.print(terminal.tint(
      Tone::faint,
      wrap(fmt::format("{} decisions tried one at a time, and {} rewrites grown by splitting{}; the search does not "
                       "prove that nothing cheaper exists.",
                       rewrite.candidates, rewrite.grown, rewrite.from_splitting ? ", of which this is one" : ""),
           terminal.width())));
}

std::string price_json(const PriceOptions& options, const experiment::LoadedRun& run, const Price& price) {
  Json json = instrument_head(options, run, "thermidor-price-1");
  json["recorded"] = !run.scenario.chronicle.empty();
  json["runs"] = price.runs;
  json["faulted"] = price.faulted;
  json["bits"] = price.mean;
  json["totals"] = price.totals;
  json["decisions"] = Json::array();
  for (const PricedDecision& row : price.decisions) {
    json["decisions"].push_back({{"month", format_month(row.month)},
                                 {"act", row.act},
                                 {"title", title_of(run.scenario.chronicle, row)},
                                 {"bits", row.bits},
                                 {"least", row.low},
                                 {"most", row.high}});
  }
  return json.dump(2);
}

std::string rewrite_json(const PriceOptions& options, const experiment::LoadedRun& run, const Rewrite& rewrite,
                         const Splitting& luck) {
  Json json = instrument_head(options, run, "thermidor-rewrite-2");
  json["ending"] = options.ending;
  json["by_luck"] = {{"share", luck.share},        {"low", luck.interval.low},
                     {"high", luck.interval.high}, {"bits", luck.share > 0 ? Json(-std::log2(luck.share)) : Json(nullptr)},
                     {"runs", luck.runs},          {"reached", luck.reached}};
  json["acts"] = Json::array();
  for (const Act& act : rewrite.acts) json["acts"].push_back(act.text);
  json["bits"] = rewrite.bits;
  json["share"] = rewrite.share;
  json["confirmed"] = rewrite.confirmed;
  json["candidates"] = rewrite.candidates;
  json["grown"] = rewrite.grown;
  json["from_splitting"] = rewrite.from_splitting;
  json["needless"] = rewrite.needless;
  json["with"] = {
      {"runs", rewrite.runs_with}, {"reached", rewrite.reached_with}, {"low", rewrite.with.low}, {"high", rewrite.with.high}};
  json["without"] = {{"runs", rewrite.runs_without},
                     {"reached", rewrite.reached_without},
                     {"low", rewrite.without.low},
                     {"high", rewrite.without.high}};
  return json.dump(2);
}

int price_record(const PriceOptions& options, const Terminal& terminal, const experiment::LoadedRun& run) {
  experiment::PricePlan plan{&run.scenario.params, run.setup, run.agenda, run.last, options.seeds};
  plan.agenda.history_until = experiment::recorded_until(run.scenario, run.last + 1);
  Price price;
  {
    play_instrument(terminal, options, "runs", {}, {},
                    [&](const experiment::EnsembleControl& control) { price = experiment::price_history(plan, control); });
  }
  if (!price.finished || price.runs == 0) {
    terminal.complain(price.finished ? "thermidor: every run broke off; the first: " + price.first_fault
                                     : std::string("thermidor: interrupted"));
    return kRunFailed;
  }
  const std::string json = price_json(options, run, price);
  if (!options.out.empty()) {
    if (!write_results(terminal, options.out, {{"price.csv", experiment::price_csv(price)}, {"price.json", json}}))
      return kRunFailed;
  }
  if (options.json) {
    terminal.print(json);
  } else {
    print_price(terminal, options, price, run);
  }
  return ended(terminal, price.faulted, price.first_fault);
}

// The same record before, then luck alone, looked at every quarter.
Splitting split_luck(const PriceOptions& options, const Terminal& terminal, const RewritePlan& plan) {
  experiment::SplittingPlan splitting{plan.params, plan.roster, plan.setup, plan.agenda, plan.last, {}, plan.ending};
  for (Month date = plan.dates.front() + 3; date <= plan.last; date = date + 3) splitting.dates.push_back(date);
  Splitting luck;
  play_instrument(terminal, options, "clouds of runs", {}, {},
                  [&](const experiment::EnsembleControl& control) { luck = experiment::run_splitting(splitting, control); });
  return luck;
}

int search_rewrite(const PriceOptions& options, const Terminal& terminal, const experiment::LoadedRun& run, Month first) {
  RewritePlan plan;
  plan.params = &run.scenario.params;
  plan.roster = &run.roster;
  plan.names = &run.scenario.names;
  plan.setup = run.setup;
  plan.agenda = run.agenda;
  plan.agenda.history_until = experiment::recorded_until(run.scenario, first);
  plan.last = run.last;
  for (Month date = first; date < run.last; date = date + options.every) plan.dates.push_back(date);
  std::vector<std::string> known;
  for (const experiment::EndingRule& rule : experiment::ending_rules(run.scenario.params)) {
    known.push_back(rule.id);
    if (rule.id == options.ending) plan.ending = rule;
  }
  if (plan.ending.id.empty()) {
    return refuse(terminal,
                  fault("unknown ending '" + options.ending + "'", "the id of an ending", nearest_name(options.ending, known)),
                  options.json);
  }
  if (plan.dates.empty())
    return refuse(terminal, fault("no month in which anything could be rewritten", "--from a month before the last"),
                  options.json);
  plan.target = options.target;
  Rewrite rewrite;
  {
    play_instrument(terminal, options, "runs of this step", {}, {},
                    [&](const experiment::EnsembleControl& control) { rewrite = experiment::find_rewrite(plan, control); });
  }
  const Splitting luck = interrupted() || !rewrite.finished ? Splitting{} : split_luck(options, terminal, plan);
  if (interrupted() || !rewrite.finished || !luck.finished) {
    terminal.complain(interrupted() ? "thermidor: interrupted; the search keeps nothing"
                                    : "thermidor: a run of the search broke off; thermidor run with these options says why");
    return kRunFailed;
  }
  if (options.json) {
    terminal.print(rewrite_json(options, run, rewrite, luck));
  } else {
    print_rewrite(terminal, plan, rewrite, luck);
  }
  return kOk;
}

// The month of --from. Before the second month nobody stands anywhere, so that nothing can be chosen.
Result<Month> read_from(const PriceOptions& options, const Params& params) {
  if (options.from.empty()) return experiment::first_rewrite_month(params);
  const Month earliest = params.scenario.start.next();
  const std::optional<Month> month = parse_month(options.from);
  if (month && *month >= earliest && *month <= params.scenario.end) return *month;
  return fault(
      month ? fmt::format("--from {} leaves nothing to rewrite", options.from) : fmt::format("--from is '{}'", options.from),
      fmt::format("a month from {} to {}, as YYYY-MM", format_month(earliest), format_month(params.scenario.end)));
}

}  // namespace

int execute(const PriceOptions& options, const Terminal& terminal) {
  const Result<experiment::LoadedRun> loaded = experiment::load_run(instrument_request(options, {}, options.acts));
  if (!loaded) return refuse(terminal, loaded.diagnostics(), options.json);
  warn(terminal, loaded.diagnostics());
  const Result<Month> from = read_from(options, loaded.value().scenario.params);
  if (!from) return refuse(terminal, from.diagnostics(), options.json);
  return options.ending.empty() ? price_record(options, terminal, loaded.value())
                                : search_rewrite(options, terminal, loaded.value(), from.value());
}

}  // namespace thermidor::cli
