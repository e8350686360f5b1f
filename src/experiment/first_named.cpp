#include "experiment/first_named.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "experiment/csv.hpp"
#include "experiment/run_lookup.hpp"
#include "experiment/token_text.hpp"

namespace thermidor::experiment {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

std::vector<double> outcomes_of(const AttributionPlan& plan, const RunRecord& record) {
  const RunLookup lookup(record, *plan.roster);
  std::vector<double> values;
  for (const scenario::Outcome& outcome : plan.outcomes)
    values.push_back(record.fault.empty() ? evaluate(outcome.value, lookup).value_or(kNone) : kNone);
  return values;
}

// A baseline and counterfactuals with these cuts: one row of outcomes each.
std::optional<std::string> play_trial(const AttributionPlan& plan, std::uint64_t seed, const std::vector<Cut>& cuts,
                                      const EnsembleControl& control) {
  const SerialExecutor serial;
  const RunControl run{.executor = &serial, .stop = control.stop};
  PairPlan pair{plan.setup, plan.agenda, plan.acts, plan.fork, plan.last};
  pair.setup.seed = seed;
  const std::optional<HeardBaseline> baseline = play_heard(*plan.params, pair, run);
  if (!baseline) return std::nullopt;
  TokenWriter writer;
  std::string fault = baseline->record.fault;
  std::vector<std::vector<double>> rows = {outcomes_of(plan, baseline->record)};
  for (const Cut& cut : cuts) {
    const std::optional<RunRecord> changed = play_cut(*plan.params, pair, *baseline, cut, run);
    if (!changed) return std::nullopt;
    if (fault.empty()) fault = changed->fault;
    rows.push_back(outcomes_of(plan, *changed));
  }
  writer.text(fault);
  for (const std::vector<double>& row : rows) writer.reals(row);
  return writer.take();
}

// Differences of outcomes to the baseline: [trial][cut][outcome].
using Trials = std::vector<std::vector<std::vector<double>>>;

// Nothing if it was stopped.
std::optional<Trials> play_trials(const FirstNamedPlan& plan, const std::vector<Cut>& cuts, const EnsembleControl& control,
                                  NamedEffects& named) {
  const std::uint64_t after = plan.naming.setup.seed + static_cast<std::uint64_t>(plan.naming.permutations);
  const EnsembleResult ensemble = run_ensemble(
      static_cast<std::size_t>(plan.trials),
      [&](std::size_t trial) { return play_trial(plan.naming, after + trial, cuts, control); }, control);
  if (!ensemble.finished) return std::nullopt;
  Trials trials;
  for (const std::string& text : ensemble.members) {
    TokenReader reader(text);
    const std::string fault = reader.text();
    if (!fault.empty() && named.faulted++ == 0) named.first_fault = fault;
    const std::vector<double> before = reader.reals();
    std::vector<std::vector<double>>& rows = trials.emplace_back();
    for (std::size_t cut = 0; cut < cuts.size(); ++cut) {
      rows.push_back(reader.reals());
      for (std::size_t o = 0; o < before.size(); ++o) rows.back()[o] -= before[o];
    }
  }
  return trials;
}

// What one cut leaves of the effect on an outcome, over trials in which it could be measured.
std::vector<double> effects_in(const Trials& trials, std::size_t cut, std::size_t outcome) {
  std::vector<double> effects;
  for (const auto& trial : trials) {
    if (!std::isnan(trial[cut][outcome])) effects.push_back(trial[cut][outcome]);
  }
  return effects;
}

// The place of the largest contribution; number of channels: the acts themselves.
std::size_t name_cause(const AttributedOutcome& outcome, double& share) {
  std::size_t first = kChannels.size();
  double largest = std::abs(outcome.all_off);
  double sum = largest;
  for (std::size_t c = 0; c < outcome.contributions.size(); ++c) {
    const double size = std::abs(outcome.contributions[c].mean);
    sum += size;
    if (size <= largest) continue;
    largest = size;
    first = c;
  }
  share = sum > 0 ? largest / sum : 0;
  return first;
}

NamedEffect judge(const FirstNamedPlan& plan, const std::string& question, const AttributedOutcome& attributed,
                  const std::vector<double>& effects) {
  NamedEffect effect;
  effect.question = question;
  effect.outcome = attributed.plan.id;
  effect.title = attributed.plan.title;
  effect.channel = name_cause(attributed, effect.share);
  effect.first = effect.by_channel() ? kChannels[effect.channel].name : (effect.named() ? "acts" : "none");
  if (effects.size() < 2 || attributed.measured == 0) return effect;
  effect.effect = mean_of(effects);
  effect.standard_error = standard_deviation(effects) / std::sqrt(static_cast<double>(effects.size()));
  effect.stands_out = effect.effect != 0 && std::abs(effect.effect) > plan.standard_errors * effect.standard_error;
  return effect;
}

// The channels that are named first by effects that stand out.
std::vector<Cut> needed_cuts(const std::vector<NamedEffect>& effects, std::array<std::size_t, kChannels.size()>& place) {
  std::vector<Cut> cuts;
  for (std::size_t c = 0; c < kChannels.size(); ++c) {
    place[c] = cuts.size();
    const bool needed = std::any_of(effects.begin(), effects.end(),
                                    [c](const NamedEffect& effect) { return effect.stands_out && effect.channel == c; });
    if (!needed) continue;
    cuts.emplace_back();
    cuts.back()[c] = true;
  }
  return cuts;
}

}  // namespace

// Without a name there is nothing to cut: that counts as a failure.
bool NamedEffect::shrinks() const { return named() && (!by_channel() || (without && std::abs(*without) < std::abs(effect))); }

NamedEffects name_first(const FirstNamedPlan& plan, const std::string& question, const EnsembleControl& control) {
  NamedEffects named;
  const Attribution attribution = run_attribution(plan.naming, control);
  if (!attribution.finished) return named;
  named.faulted = attribution.faulted;
  named.first_fault = attribution.first_fault;
  const std::optional<Trials> whole = play_trials(plan, {Cut{}}, control, named);
  if (!whole) return named;
  for (std::size_t o = 0; o < plan.naming.outcomes.size(); ++o)
    named.effects.push_back(judge(plan, question, attribution.outcomes[o], effects_in(*whole, 0, o)));
  std::array<std::size_t, kChannels.size()> place{};
  const std::vector<Cut> cuts = needed_cuts(named.effects, place);
  std::optional<Trials> cut = Trials{};
  if (!cuts.empty()) cut = play_trials(plan, cuts, control, named);
  if (!cut) return named;
  for (std::size_t o = 0; o < named.effects.size(); ++o) {
    NamedEffect& effect = named.effects[o];
    if (effect.stands_out && effect.by_channel()) effect.without = mean_of(effects_in(*cut, place[effect.channel], o));
  }
  named.finished = true;
  return named;
}

NamedCount count_named(const std::vector<NamedEffect>& effects) {
  NamedCount count;
  for (const NamedEffect& effect : effects) {
    ++count.looked_at;
    if (!effect.stands_out) continue;
    ++count.stand_out;
    ++(effect.by_channel() ? count.by_channel : (effect.named() ? count.by_acts : count.unnamed));
    count.shrink += effect.by_channel() && effect.shrinks() ? 1 : 0;
  }
  return count;
}

std::string named_effects_csv(const std::vector<NamedEffect>& effects) {
  CsvText csv("question,outcome,title,first,share,effect,standard_error,without,stands_out,shrinks");
  for (const NamedEffect& effect : effects) {
    csv.cell(effect.question).cell(effect.outcome).cell(effect.title).cell(effect.first).cell(effect.share);
    csv.cell(effect.effect).cell(effect.standard_error).cell(effect.without.value_or(kNone));
    csv.cell(effect.stands_out ? 1 : 0);
    csv.cell(effect.stands_out ? (effect.shrinks() ? "1" : "0") : "").end_row();
  }
  return csv.take();
}

}  // namespace thermidor::experiment
