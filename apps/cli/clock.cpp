// thermidor clock: how much was still open at each quarter of a history.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "commands.hpp"
#include "common.hpp"
#include "core/digest.hpp"
#include "experiment/clock.hpp"
#include "experiment/journal.hpp"
#include "experiment/json_parts.hpp"
#include "experiment/loaded.hpp"
#include "experiment/results_folder.hpp"
#include "experiment/thread_pool.hpp"
#include "instrument.hpp"
#include "interrupt.hpp"

namespace thermidor::cli {
namespace {

// Below these, which is the default, readers are told that fates of a few per cent are likely to be missed.
constexpr int kEnoughFutures = 100;

using experiment::Clock;
using experiment::ClockHand;
using experiment::ClockPlan;
using experiment::Fate;

const char* form_word(int form) {
  constexpr const char* kWords[] = {"nobody rules", "alone", "with others", "over a split party"};
  return kWords[form];
}

const char* losers_word(int losers) {
  constexpr const char* kWords[] = {"losers tolerated", "losers demoted", "losers expelled", "losers exiled"};
  return kWords[losers];
}

std::string fate_text(const Fate& fate, const experiment::Roster& roster) {
  const int number = roster.find_leader(fate.leader);
  const std::string who = number < 0 ? "nobody" : roster.title(make_id<LeaderId>(static_cast<std::size_t>(number)));
  return number < 0 ? fmt::format("nobody, {}", losers_word(fate.losers))
                    : fmt::format("{} {}, {}", who, form_word(fate.form), losers_word(fate.losers));
}

// The commonest fate of a hand.
const std::pair<const Fate, int>* commonest(const ClockHand& hand) {
  const std::pair<const Fate, int>* best = nullptr;
  for (const auto& entry : hand.fates) {
    if (best == nullptr || entry.second > best->second) best = &entry;
  }
  return best;
}

void print_hands(const Terminal& terminal, const ClockOptions& options, const Clock& clock, const experiment::Roster& roster) {
  TextTable table;
  table.add_column("fork");
  const char* const as_it = options.of == "history" ? "as history" : "as the run";
  for (const char* header : {"bits", "95 % interval", "open", as_it, "95 % interval"}) table.add_column(header, Align::right);
  table.add_column("likeliest end");
  table.add_column("futures", Align::right);
  for (const ClockHand& hand : clock.hands) {
    const auto* const best = commonest(hand);
    table.add_row(
        {format_month(hand.fork), fmt::format("{:.2f}", hand.bits),
         fmt::format("{:.2f} to {:.2f}", hand.bits_interval.low, hand.bits_interval.high), human_share(hand.open),
         human_share(hand.as_history),
         fmt::format("{} to {}", human_share(hand.as_history_interval.low), human_share(hand.as_history_interval.high)),
         best == nullptr ? "" : fate_text(best->first, roster),
         best == nullptr ? "" : human_share(static_cast<double>(best->second) / hand.futures)});
  }
  terminal.print(table.draw(terminal));
}

std::string no_return_sentence(const ClockOptions& options, const Clock& clock) {
  const char* const it = options.of == "history" ? "history" : "run";
  const auto date = [](Month month) { return month == Month{} ? std::string("the end") : month_title(month); };
  if (clock.no_return == Month{})
    return fmt::format("At no quarter did at least {} of the futures end as the {} did, and stay so.",
                       human_share(clock.certain), it);
  return fmt::format("From {} on at least {} of the futures end as the {} did (by the intervals: between {} and {}).",
                     date(clock.no_return), human_share(clock.certain), it, date(clock.no_return_early),
                     date(clock.no_return_late));
}

std::string free_sentence(const Clock& clock) {
  if (clock.free.futures == 0) return {};
  const ClockHand& first = clock.hands.front();
  return fmt::format(
      "An ensemble of {} free runs, each from its own seed, ends in {:.2f} bits ({:.2f} to {:.2f}): the clock's first hand {} "
      "it "
      "within the error of both.",
      clock.free.futures, clock.free.bits, clock.free.bits_interval.low, clock.free.bits_interval.high,
      experiment::agree(first, clock.free) ? "equals" : "does not equal");
}

void print_endings(const Terminal& terminal, const Clock& clock, const ClockPlan& plan) {
  TextTable table;
  table.add_column("ending");
  table.add_column("id");
  std::vector<std::size_t> shown;
  for (std::size_t i = 0; i < clock.hands.size(); ++i) {
    if (i == 0 || i + 1 == clock.hands.size() || clock.hands[i].fork.month() == 1) shown.push_back(i);
  }
  for (const std::size_t i : shown) table.add_column(format_month(clock.hands[i].fork), Align::right);
  for (const experiment::EndingRule& ending : plan.endings) {
    std::vector<std::string> row = {ending.title, ending.id};
    int total = 0;
    for (const std::size_t i : shown) {
      const ClockHand& hand = clock.hands[i];
      const auto found = hand.endings.find(ending.id);
      const int count = found == hand.endings.end() ? 0 : found->second;
      total += count;
      row.push_back(hand.futures == 0 ? "-" : human_share(static_cast<double>(count) / hand.futures));
    }
    if (total > 0) table.add_row(row);
  }
  if (table.empty()) return;
  terminal.heading("Chance of each named ending, by the month of the fork");
  terminal.print(table.draw(terminal));
}

void print_clock(const Terminal& terminal, const ClockOptions& options, const Clock& clock, const ClockPlan& plan,
                 const experiment::LoadedRun& run) {
  const experiment::Roster& roster = run.roster;
  terminal.print(terminal.tint(Tone::strong, options.of == "history" ? "What was still open in the record's history"
                                                                     : "What was still open in a free run"));
  terminal.print(terminal.tint(Tone::faint, fmt::format("{} futures at each fork, seed {}, one farm for {}, outside world {}",
                                                        options.futures, options.seed, options.sample, options.outside)));
  if (run.scenario.chronicle.empty())
    terminal.print(
        wrap(fmt::format("The scenario {} has no record of decisions.", run.scenario.params.scenario.key), terminal.width()));
  terminal.print("");
  terminal.print(wrap(fmt::format("It ends: {}. {}", fate_text(clock.history, roster), no_return_sentence(options, clock)),
                      terminal.width()));
  terminal.print("");
  print_hands(terminal, options, clock, roster);
  terminal.print(terminal.tint(
      Tone::faint,
      wrap("bits: entropy over who leads, in what form, what becomes of losers; open: of the bits of the first fork; "
           "futures share their noise between forks",
           terminal.width())));
  if (options.futures < kEnoughFutures)
    terminal.print(
        wrap(fmt::format("{} futures see few of the rarer ends: bits lie low, and their intervals may cover less than 95 %. "
                         "Take {} or more.",
                         options.futures, kEnoughFutures),
             terminal.width()));
  if (clock.free.futures > 0) terminal.print(wrap(free_sentence(clock), terminal.width()));
  print_endings(terminal, clock, plan);
}

nlohmann::ordered_json hand_json(const ClockHand& hand) {
  nlohmann::ordered_json fates = nlohmann::ordered_json::array();
  for (const auto& [fate, count] : hand.fates)
    fates.push_back({{"leader", fate.leader}, {"form", fate.form}, {"losers", fate.losers}, {"futures", count}});
  nlohmann::ordered_json endings = nlohmann::ordered_json::object();
  for (const auto& [id, count] : hand.endings) endings[id] = static_cast<double>(count) / hand.futures;
  return {{"fork", format_month(hand.fork)},
          {"futures", hand.futures},
          {"bits", hand.bits},
          {"bits_low", hand.bits_interval.low},
          {"bits_high", hand.bits_interval.high},
          {"open", hand.open},
          {"as_history", hand.as_history},
          {"as_history_low", hand.as_history_interval.low},
          {"as_history_high", hand.as_history_interval.high},
          {"fates", fates},
          {"endings", endings}};
}

std::string clock_json(const ClockOptions& options, const experiment::LoadedRun& run, const Clock& clock) {
  nlohmann::ordered_json json = instrument_head(options, run, "thermidor-clock-1");
  json["of"] = options.of;
  json["futures"] = options.futures;
  json["few_futures"] = options.futures < kEnoughFutures;
  json["history"] = {{"leader", clock.history.leader}, {"form", clock.history.form}, {"losers", clock.history.losers}};
  json["history_endings"] = clock.history_endings;
  json["certain"] = clock.certain;
  json["no_return"] = experiment::month_or_null(clock.no_return);
  json["no_return_early"] = experiment::month_or_null(clock.no_return_early);
  json["no_return_late"] = experiment::month_or_null(clock.no_return_late);
  json["free_ensemble"] = nullptr;
  if (clock.free.futures > 0) {
    json["free_ensemble"] = {{"runs", clock.free.futures},
                             {"bits", clock.free.bits},
                             {"bits_low", clock.free.bits_interval.low},
                             {"bits_high", clock.free.bits_interval.high},
                             {"agrees", experiment::agree(clock.hands.front(), clock.free)}};
  }
  json["hands"] = nlohmann::ordered_json::array();
  for (const ClockHand& hand : clock.hands) json["hands"].push_back(hand_json(hand));
  return json.dump(2);
}

ClockPlan make_plan(const ClockOptions& options, const experiment::LoadedRun& run) {
  ClockPlan plan;
  plan.params = &run.scenario.params;
  plan.roster = &run.roster;
  plan.setup = run.setup;
  plan.agenda = run.agenda;
  plan.recorded = options.of == "history";
  plan.last = run.last;
  plan.forks = experiment::quarters(run.scenario.params.scenario.start, run.last);
  plan.forks.push_back(run.last + 1);
  plan.endings = experiment::ending_rules(run.scenario.params);
  plan.futures = options.futures;
  plan.free_runs = options.futures;
  return plan;
}

std::string clock_key(const ClockOptions& options, const experiment::LoadedRun& run, const ClockPlan& plan) {
  Digest digest;
  digest.add_text(engine_name() + " clock " + options.of + " " + options.outside + " " + options.traits + " " +
                  options.explanations);
  digest.add(run.scenario.digest);
  for (const std::string& act : run.act_lines) digest.add_text(act);
  for (const experiment::EndingRule& ending : plan.endings) digest.add_text(ending.id + ending.when.text);
  for (const int number : {options.futures, options.sample, plan.last.index}) digest.add(static_cast<std::uint64_t>(number));
  digest.add(options.seed);
  return format_digest(digest.value());
}

}  // namespace

int execute(const ClockOptions& asked, const Terminal& terminal) {
  const Result<experiment::LoadedRun> loaded = experiment::load_run(instrument_request(asked, {}, asked.acts));
  if (!loaded) return refuse(terminal, loaded.diagnostics(), asked.json);
  const experiment::LoadedRun& run = loaded.value();
  ClockOptions options = asked;
  if (run.scenario.chronicle.empty()) options.of = "free";  // no record decides, and somebody has to
  warn(terminal, loaded.diagnostics());
  const ClockPlan plan = make_plan(options, run);
  const std::string folder = options.out.empty() ? "results/clock" : options.out;
  if (!write_results(terminal, folder, {})) return kRunFailed;
  const std::string key = clock_key(options, run, plan);
  Clock clock;
  play_instrument(terminal, options, "futures of every quarter", folder, key,
                  [&](const experiment::EnsembleControl& control) { clock = experiment::run_clock(plan, control); });
  if (!clock.finished) return stopped(terminal, clock.error);
  const std::string json = clock_json(options, run, clock);
  if (!write_results(terminal, folder, {{"clock.csv", experiment::clock_csv(clock, plan.endings)}, {"clock.json", json}})) {
    return kRunFailed;
  }
  experiment::remove_journal(journal_path(folder, key));
  if (options.json) {
    terminal.print(json);
    return ended(terminal, clock.faulted, clock.first_fault, "futures");
  }
  print_clock(terminal, options, clock, plan, run);
  terminal.print("\nTables: " + terminal.tint(Tone::strong, folder + "/clock.csv") + ", clock.json");
  return ended(terminal, clock.faulted, clock.first_fault, "futures");
}

}  // namespace thermidor::cli
