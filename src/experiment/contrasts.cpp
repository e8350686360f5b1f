#include "experiment/contrasts.hpp"

#include <algorithm>

#include "experiment/pair.hpp"
#include "experiment/run_lookup.hpp"
#include "experiment/statistics.hpp"
#include "experiment/study.hpp"
#include "experiment/token_text.hpp"

namespace thermidor::experiment {
namespace {

using scenario::Compared;
using scenario::Contrast;
using scenario::Expectation;

// Contrasts with one and the same baseline: it is played once for all of them.
struct Group {
  std::vector<std::size_t> members;
  Month last;
};

bool same_baseline(const Contrast& a, const Contrast& b) {
  return a.history_until == b.history_until && std::equal(a.both.begin(), a.both.end(), b.both.begin(), b.both.end(),
                                                          [](const Act& x, const Act& y) { return x.text == y.text; });
}

std::vector<Group> group_contrasts(const ContrastPlan& plan) {
  std::vector<Group> groups;
  for (std::size_t i = 0; i < plan.contrasts.size(); ++i) {
    const Contrast& contrast = plan.contrasts[i];
    auto group = std::find_if(groups.begin(), groups.end(), [&](const Group& other) {
      return same_baseline(plan.contrasts[other.members.front()], contrast);
    });
    if (group == groups.end()) group = groups.insert(groups.end(), Group{});
    group->members.push_back(i);
    group->last = std::max(group->last, last_month(contrast, plan.last));
  }
  return groups;
}

// A number of one draw; NaN: it never happened; nothing: it was not recorded.
void write_value(TokenWriter& writer, const scenario::Outcome& outcome, const RunLookup& lookup) {
  const std::optional<double> value = evaluate(outcome.value, lookup);
  writer.number(value ? 1U : 0U);
  writer.real(value.value_or(0));
}

std::optional<std::string> play_group(const ContrastPlan& plan, const Group& group, std::size_t draw,
                                      const EnsembleControl& control) {
  const SerialExecutor serial;
  const Contrast& first = plan.contrasts[group.members.front()];
  ArmsPlan arms{plan.setup, {first.both, plan.chronicle, first.history_until}, {}, group.last};
  arms.setup.seed += draw;
  for (const std::size_t member : group.members) {
    const Contrast& contrast = plan.contrasts[member];
    if (!contrast.acts.empty())
      arms.arms.push_back({contrast.acts, fork_of(contrast.acts, group.last), last_month(contrast, plan.last)});
  }
  const std::optional<Params> own = plan.draws.of_member(*plan.params, arms.setup.seed);
  const std::optional<Arms> played = run_arms(own ? *own : *plan.params, arms, {.executor = &serial, .stop = control.stop});
  if (!played) return std::nullopt;
  TokenWriter writer;
  std::size_t arm = 0;
  for (const std::size_t member : group.members) {
    const Contrast& contrast = plan.contrasts[member];
    const RunRecord& changed = contrast.acts.empty() ? played->baseline : played->changed[arm++];
    const std::string& fault = played->baseline.fault.empty() ? changed.fault : played->baseline.fault;
    writer.text(fault);
    if (!fault.empty()) continue;
    const Month last = last_month(contrast, plan.last);
    const RunLookup before(played->baseline, *plan.roster, last);
    const RunLookup after(changed, *plan.roster, last);
    for (const scenario::Outcome& outcome : contrast.outcomes) {
      write_value(writer, outcome, before);
      write_value(writer, outcome, after);
    }
  }
  return writer.take();
}

using Number = std::optional<double>;

// Of one outcome, over the draws.
struct Column {
  std::vector<Number> baseline, changed;

  Number compared(Compared how, std::size_t draw) const {
    const Number& before = baseline[draw];
    const Number& after = changed[draw];
    if (how == Compared::baseline) return before;
    if (how == Compared::changed) return after;
    if (!before || !after) return std::nullopt;
    if (how == Compared::difference) return *after - *before;
    return *before == 0 ? Number{} : Number{*after / *before};
  }
  std::vector<Number> all(Compared how) const {
    std::vector<Number> numbers;
    for (std::size_t draw = 0; draw < baseline.size(); ++draw) numbers.push_back(compared(how, draw));
    return numbers;
  }
};

DrawSpread spread_of(const std::vector<Number>& numbers) {
  std::vector<double> values;
  for (const Number& number : numbers) {
    if (number && *number - *number == 0) values.push_back(*number);
  }
  if (values.empty()) return {};
  return {quantile_of(values, 0.1), quantile_of(values, 0.5), quantile_of(values, 0.9)};
}

bool as_expected(const Expectation& expectation, double value) {
  // Every comparison with NaN is false: what never happened is not as expected.
  const double none = expectation.compared == Compared::ratio ? 1 : 0;
  if (expectation.sign > 0) return value > none;
  if (expectation.sign < 0) return value < none;
  return value - value == 0 && (!expectation.low || value >= *expectation.low) &&
         (!expectation.high || value <= *expectation.high);
}

ExpectationResult judge(const Expectation& expectation, const Column& column, int faulted) {
  const std::vector<Number> numbers = column.all(expectation.compared);
  ExpectationResult result{spread_of(numbers), faulted, 0, false};
  for (const Number& number : numbers) {
    if (!number) continue;
    ++result.judged;
    result.met += as_expected(expectation, *number) ? 1 : 0;
  }
  constexpr double kRounding = 1e-9;
  result.holds = expectation.by_median ? faulted == 0 && result.spread.q50 && as_expected(expectation, *result.spread.q50)
                                       : result.judged > 0 && result.met >= expectation.share * result.judged - kRounding;
  return result;
}

ContrastResult summarise(const Contrast& contrast, const std::vector<Column>& columns, std::vector<std::string> faults) {
  ContrastResult result{contrast, {}, {}, static_cast<int>(faults.size()), {}};
  if (!faults.empty()) result.first_fault = std::move(faults.front());
  for (const Column& column : columns) {
    result.outcomes.push_back({spread_of(column.all(Compared::baseline)), spread_of(column.all(Compared::changed)),
                               spread_of(column.all(Compared::difference)), spread_of(column.all(Compared::ratio))});
  }
  for (const Expectation& expectation : contrast.expectations) {
    result.expectations.push_back(judge(expectation, columns[expectation.outcome], result.faulted));
  }
  return result;
}

}  // namespace

bool ContrastResult::holds() const {
  return std::all_of(expectations.begin(), expectations.end(), [](const ExpectationResult& row) { return row.holds; });
}

Month last_month(const Contrast& contrast, Month last) {
  if (contrast.until != Month{}) return contrast.until;
  Month latest{};
  for (const scenario::Outcome& outcome : contrast.outcomes) latest = std::max(latest, latest_month(outcome.value, last));
  return latest == Month{} ? last : latest;
}

ContrastReport run_contrasts(const ContrastPlan& plan, const EnsembleControl& control) {
  const std::vector<Group> groups = group_contrasts(plan);
  const std::size_t tasks = groups.size() * static_cast<std::size_t>(plan.seeds);
  const EnsembleResult ensemble = run_ensemble(
      tasks, [&](std::size_t task) { return play_group(plan, groups[task % groups.size()], task / groups.size(), control); },
      control);
  ContrastReport report;
  report.finished = ensemble.finished;
  std::vector<std::vector<Column>> columns;
  std::vector<std::vector<std::string>> faults(plan.contrasts.size());
  for (const Contrast& contrast : plan.contrasts) columns.emplace_back(contrast.outcomes.size());
  for (std::size_t task = 0; task < tasks; ++task) {
    if (ensemble.members[task].empty()) continue;
    TokenReader reader(ensemble.members[task]);
    ++report.runs;
    for (const std::size_t member : groups[task % groups.size()].members) {
      report.runs += plan.contrasts[member].acts.empty() ? 0 : 1;
      if (std::string fault = reader.text(); !fault.empty()) {
        if (report.faulted++ == 0) report.first_fault = fault;
        faults[member].push_back(std::move(fault));
        continue;
      }
      for (Column& column : columns[member]) {
        for (std::vector<Number>* arm : {&column.baseline, &column.changed}) {
          const bool recorded = reader.number() == 1;
          const double value = reader.real();
          arm->push_back(recorded ? Number{value} : Number{});
        }
      }
    }
  }
  for (std::size_t i = 0; i < plan.contrasts.size(); ++i) {
    report.results.push_back(summarise(plan.contrasts[i], columns[i], std::move(faults[i])));
  }
  return report;
}

Result<std::vector<Contrast>> choose_contrasts(const std::vector<Contrast>& contrasts, const std::vector<std::string>& words) {
  if (words.empty()) return contrasts;
  std::vector<bool> chosen(contrasts.size(), false);
  Diagnostics faults;
  for (const std::string& word : words) {
    bool found = false;
    std::vector<std::string> known;
    for (std::size_t i = 0; i < contrasts.size(); ++i) {
      const bool named = contrasts[i].id == word || contrasts[i].id.starts_with(word + ".");
      if (named) chosen[i] = found = true;
      known.push_back(contrasts[i].id);
    }
    if (found) continue;
    Diagnostic fault;
    fault.file = "thermidor";
    fault.message = "no contrast '" + word + "'";
    fault.expected = "an id from 'thermidor list contrasts', or what stands before its dot";
    fault.suggestion = nearest_name(word, known);
    faults.push_back(std::move(fault));
  }
  if (!faults.empty()) return faults;
  std::vector<Contrast> list;
  for (std::size_t i = 0; i < contrasts.size(); ++i) {
    if (chosen[i]) list.push_back(contrasts[i]);
  }
  return list;
}

}  // namespace thermidor::experiment
