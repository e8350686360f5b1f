#include "experiment/count_claims.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "experiment/play_seed.hpp"
#include "experiment/run_lookup.hpp"
#include "experiment/token_text.hpp"

namespace thermidor::experiment {
namespace {

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find(' ', start), text.size());
    if (end > start) words.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  return words;
}

template <class Key>
void add_one(std::vector<std::pair<Key, int>>& counts, const Key& key) {
  const auto found = std::find_if(counts.begin(), counts.end(), [&key](const auto& count) { return count.first == key; });
  if (found != counts.end()) {
    ++found->second;
  } else {
    counts.emplace_back(key, 1);
  }
}

// What is left of a run: of each event its kind, its actor and its claims.
std::optional<std::string> play(const ClaimPlan& plan, const EnsembleControl& control, std::size_t index) {
  const std::optional<RunRecord> record =
      play_seed({*plan.params, plan.setup, plan.agenda, plan.last, &plan.draws}, control, index);
  if (!record) return std::nullopt;
  const bool whole = record->fault.empty();
  TokenWriter writer;
  writer.number(whole ? 0 : 1);
  const std::optional<int> shown = whole && plan.sign != nullptr ? count_sign(*plan.sign, *record, *plan.roster) : std::nullopt;
  writer.number(shown ? 1 : 0);
  writer.number(static_cast<std::uint64_t>(shown.value_or(0)));
  const std::vector<EventRecord>& events = record->records.events;
  writer.number(events.size());
  for (const EventRecord& event : events) {
    writer.text(event.kind);
    writer.number(event.actor.value);
    writer.text(event.claim);
  }
  return writer.take();
}

void add_run(const std::string& text, ClaimTally& tally) {
  TokenReader reader(text);
  if (reader.number() != 0) {
    ++tally.faulted;
    return;
  }
  const bool judged = reader.number() != 0;
  const auto months = static_cast<int>(reader.number());
  if (judged) {
    ++tally.sign_judged;
    tally.sign_runs += months > 0 ? 1 : 0;
    tally.sign_months += (months - tally.sign_months) / tally.sign_judged;
  }
  std::vector<EventRecord> events(reader.count());
  for (EventRecord& event : events) {
    event.kind = reader.text();
    event.actor.value = static_cast<decltype(event.actor.value)>(reader.number());
    event.claim = reader.text();
  }
  count_events(events, tally);
}

}  // namespace

const ClaimCount* ClaimTally::find(const std::string& claim) const {
  const auto found =
      std::find_if(claims.begin(), claims.end(), [&claim](const ClaimCount& count) { return count.claim == claim; });
  return found != claims.end() ? &*found : nullptr;
}

std::optional<int> count_sign(const Expression& sign, const RunRecord& record, const Roster& roster) {
  int shown = 0;
  for (const Month month : record.months) {
    const std::optional<bool> holds = evaluate_condition(sign, RunLookup(record, roster, month));
    if (!holds) return std::nullopt;
    shown += *holds ? 1 : 0;
  }
  return shown;
}

void count_events(const std::vector<EventRecord>& events, ClaimTally& tally) {
  std::map<std::string, ClaimCount> counts;
  for (ClaimCount& count : tally.claims) counts.emplace(count.claim, std::move(count));
  std::map<std::string, int> here;
  for (const EventRecord& event : events) {
    for (const std::string& claim : words_of(event.claim)) {
      ClaimCount& count = counts[claim];
      count.claim = claim;
      if (++here[claim] == 1) ++count.runs;
      ++count.events;
      if (event.actor.valid()) add_one(count.actors, event.actor);
      add_one(count.kinds, event.kind);
    }
  }
  tally.claims.clear();
  for (auto& [claim, count] : counts) tally.claims.push_back(std::move(count));
  ++tally.runs;
}

ClaimTally count_claims(const ClaimPlan& plan, const EnsembleControl& control) {
  ClaimTally tally;
  const EnsembleResult ensemble = run_ensemble(
      static_cast<std::size_t>(plan.seeds), [&](std::size_t index) { return play(plan, control, index); }, control);
  tally.finished = ensemble.finished;
  for (const std::string& text : ensemble.members) {
    if (!text.empty()) add_run(text, tally);
  }
  // Equal numbers: in the order of ids and names.
  for (ClaimCount& count : tally.claims) {
    std::sort(count.actors.begin(), count.actors.end(), [](const auto& a, const auto& b) {
      return a.second != b.second ? a.second > b.second : a.first.index() < b.first.index();
    });
    std::sort(count.kinds.begin(), count.kinds.end(),
              [](const auto& a, const auto& b) { return a.second != b.second ? a.second > b.second : a.first < b.first; });
  }
  return tally;
}

}  // namespace thermidor::experiment
