#include "experiment/attribution.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "core/rng.hpp"
#include "experiment/csv.hpp"
#include "experiment/cut_channels.hpp"
#include "experiment/pair.hpp"
#include "experiment/run_lookup.hpp"
#include "experiment/token_text.hpp"
#include "model/parameter_paths.hpp"

namespace thermidor::experiment {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

// The order in which a permutation switches things off.
std::vector<std::size_t> draw_order(std::uint64_t seed, std::size_t permutation, std::size_t count) {
  std::vector<std::size_t> order(count);
  std::iota(order.begin(), order.end(), std::size_t{0});
  Random random(DrawKey{seed, make_stream("experiment.attribution"), Month{0}, static_cast<std::uint64_t>(permutation)});
  for (std::size_t i = count; i > 1; --i) std::swap(order[i - 1], order[random.below(static_cast<std::uint32_t>(i))]);
  return order;
}

std::vector<double> values_of(const AttributionPlan& plan, const RunRecord& record) {
  std::vector<double> values;
  const RunLookup lookup(record, *plan.roster);
  for (const scenario::Outcome& outcome : plan.outcomes)
    values.push_back(record.fault.empty() ? evaluate(outcome.value, lookup).value_or(kNaN) : kNaN);
  return values;
}

// Outcomes under one setting of the switches: of the run, or the difference that the acts make. Nothing if it was stopped.
std::optional<std::vector<double>> play(const AttributionPlan& plan, const Params& params, const RunSetup& setup,
                                        const RunControl& control, std::string& fault) {
  if (plan.acts.empty()) {
    RunState state = start_run(params, setup);
    if (continue_run(params, plan.agenda, plan.last, control, state) == RunOutcome::stopped) return std::nullopt;
    if (fault.empty()) fault = state.record.fault;
    return values_of(plan, state.record);
  }
  const std::optional<Pair> pair = run_pair(params, {setup, plan.agenda, plan.acts, plan.fork, plan.last}, control);
  if (!pair) return std::nullopt;
  if (fault.empty()) fault = pair->baseline.fault.empty() ? pair->counterfactual.fault : pair->baseline.fault;
  const std::vector<double> before = values_of(plan, pair->baseline);
  std::vector<double> values = values_of(plan, pair->counterfactual);
  for (std::size_t i = 0; i < values.size(); ++i) values[i] -= before[i];
  return values;
}

using Values = std::vector<std::vector<double>>;  // [step][outcome]

// Everything on, then one switch off after another.
std::optional<Values> turn_off(const AttributionPlan& plan, const RunSetup& setup, const std::vector<std::size_t>& order,
                               const RunControl& run, std::string& fault) {
  Params params = *plan.params;
  Values chain;
  for (std::size_t step = 0; step <= order.size(); ++step) {
    if (step > 0) set_number(params, plan.switches[order[step - 1]].path, plan.switches[order[step - 1]].off);
    std::optional<std::vector<double>> values = play(plan, params, setup, run, fault);
    if (!values) return std::nullopt;
    chain.push_back(std::move(*values));
  }
  return chain;
}

// The counterfactual as it is, then with one channel cut after another.
std::optional<Values> cut_off(const AttributionPlan& plan, const RunSetup& setup, const std::vector<std::size_t>& order,
                              const RunControl& run, std::string& fault) {
  const PairPlan pair{setup, plan.agenda, plan.acts, plan.fork, plan.last};
  const std::optional<HeardBaseline> baseline = play_heard(*plan.params, pair, run);
  if (!baseline) return std::nullopt;
  fault = baseline->record.fault;
  const std::vector<double> before = values_of(plan, baseline->record);
  Values chain;
  Cut cut{};
  for (std::size_t step = 0; step <= order.size(); ++step) {
    if (step > 0) cut[order[step - 1]] = true;
    const std::optional<RunRecord> changed = play_cut(*plan.params, pair, *baseline, cut, run);
    if (!changed) return std::nullopt;
    if (fault.empty()) fault = changed->fault;
    chain.push_back(values_of(plan, *changed));
    for (std::size_t i = 0; i < before.size(); ++i) chain.back()[i] -= before[i];
  }
  return chain;
}

// One permutation with its own seed.
std::optional<std::string> play_permutation(const AttributionPlan& plan, const EnsembleControl& control, std::size_t number) {
  const SerialExecutor serial;
  const RunControl run{.executor = &serial, .stop = control.stop};
  RunSetup setup = plan.setup;
  setup.seed += number;
  std::string fault;
  const std::vector<std::size_t> order = draw_order(plan.setup.seed, number, plan.count());
  const std::optional<Values> chain =
      plan.by_channels ? cut_off(plan, setup, order, run, fault) : turn_off(plan, setup, order, run, fault);
  if (!chain) return std::nullopt;
  TokenWriter writer;
  writer.text(fault);
  for (const std::vector<double>& values : *chain) writer.reals(values);
  return writer.take();
}

struct Chain {
  std::vector<std::size_t> order;
  std::vector<std::vector<double>> values;  // [step][outcome]
};

AttributedOutcome attribute(const AttributionPlan& plan, std::size_t outcome, const std::vector<Chain>& chains) {
  AttributedOutcome result;
  result.plan = plan.outcomes[outcome];
  std::vector<std::vector<double>> parts(plan.count());
  std::vector<double> on;
  std::vector<double> off;
  for (const Chain& chain : chains) {
    const bool whole = std::all_of(chain.values.begin(), chain.values.end(),
                                   [&](const std::vector<double>& values) { return !std::isnan(values[outcome]); });
    if (!whole) continue;
    ++result.measured;
    on.push_back(chain.values.front()[outcome]);
    off.push_back(chain.values.back()[outcome]);
    for (std::size_t step = 0; step < chain.order.size(); ++step)
      parts[chain.order[step]].push_back(chain.values[step][outcome] - chain.values[step + 1][outcome]);
  }
  result.all_on = mean_of(on);
  result.all_off = mean_of(off);
  for (std::size_t s = 0; s < parts.size(); ++s) {
    const double count = std::max<double>(1, static_cast<double>(parts[s].size()));
    result.contributions.push_back({plan.name(s), mean_of(parts[s]), standard_deviation(parts[s]) / std::sqrt(count)});
  }
  return result;
}

}  // namespace

std::size_t AttributionPlan::count() const { return by_channels ? kChannels.size() : switches.size(); }

std::string AttributionPlan::name(std::size_t mechanism) const {
  return by_channels ? std::string("channel.") + kChannels[mechanism].name : switches[mechanism].path;
}

std::vector<Switch> switches_below(const Params& params, const std::string& prefix) {
  std::vector<Switch> switches;
  for (const NumberField& field : list_numbers(params)) {
    if (field.path.starts_with(prefix)) switches.push_back({field.path, std::max(0.0, field.low)});
  }
  return switches;
}

Attribution run_attribution(const AttributionPlan& plan, const EnsembleControl& control) {
  Attribution attribution;
  const EnsembleResult ensemble = run_ensemble(
      static_cast<std::size_t>(plan.permutations), [&](std::size_t number) { return play_permutation(plan, control, number); },
      control);
  attribution.error = ensemble.error;
  attribution.finished = ensemble.finished;
  if (!attribution.finished) return attribution;
  std::vector<Chain> chains;
  for (std::size_t p = 0; p < ensemble.members.size(); ++p) {
    TokenReader reader(ensemble.members[p]);
    const std::string fault = reader.text();
    if (!fault.empty() && attribution.faulted++ == 0) attribution.first_fault = fault;
    Chain chain{draw_order(plan.setup.seed, p, plan.count()), {}};
    for (std::size_t step = 0; step <= plan.count(); ++step) chain.values.push_back(reader.reals());
    chains.push_back(std::move(chain));
  }
  for (std::size_t i = 0; i < plan.outcomes.size(); ++i) attribution.outcomes.push_back(attribute(plan, i, chains));
  return attribution;
}

std::string attribution_csv(const Attribution& attribution) {
  CsvText csv("outcome,all_on,all_off,switch,contribution,standard_error,permutations");
  for (const AttributedOutcome& outcome : attribution.outcomes) {
    for (const Contribution& row : outcome.contributions) {
      csv.cell(outcome.plan.id).cell(outcome.all_on).cell(outcome.all_off).cell(row.path).cell(row.mean);
      csv.cell(row.standard_error).cell(outcome.measured).end_row();
    }
  }
  return csv.take();
}

}  // namespace thermidor::experiment
