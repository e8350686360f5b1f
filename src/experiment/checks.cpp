#include "experiment/checks.hpp"

#include <fmt/format.h>

#include <limits>

#include "experiment/play_seed.hpp"
#include "experiment/run_lookup.hpp"
#include "experiment/statistics.hpp"
#include "experiment/token_text.hpp"
#include "experiment/wording.hpp"

namespace thermidor::experiment {
namespace {

bool is_number(double value) { return value - value == 0; }

std::string value_text(const scenario::Check& check, double value) {
  if (check.value.gives_month && value >= 0) return format_month(Month{static_cast<std::int32_t>(value)});
  return readable_number(value);
}

// The value as it is shown; to more digits where the bound that it misses would look the same.
std::string told_apart(const scenario::Check& check, double value) {
  std::string text = value_text(check, value);
  for (const std::optional<double>& bound : {check.low, check.high}) {
    if (bound && *bound != value && value_text(check, *bound) == text && !check.value.gives_month)
      text = fmt::format("{:.6g}", value);
  }
  return text;
}

// "between 1 and 2", "at least 1", "at most 2".
std::string bounds_text(const scenario::Check& check) {
  if (check.low && check.high) return "between " + value_text(check, *check.low) + " and " + value_text(check, *check.high);
  return check.low ? "at least " + value_text(check, *check.low) : "at most " + value_text(check, check.high.value_or(0));
}

std::optional<std::string> compute_scores(const ScorecardPlan& plan, const EnsembleControl& control, std::size_t index) {
  const std::optional<RunRecord> record =
      play_seed({*plan.params, plan.setup, plan.agenda, plan.last, &plan.draws}, control, index);
  if (!record) return std::nullopt;
  TokenWriter writer;
  writer.text(record->fault);
  if (!record->fault.empty()) return writer.take();
  std::vector<std::string> reached;
  for (const ReachedEnding& ending : reached_endings(*record, *plan.roster, plan.endings)) reached.push_back(ending.id);
  writer.texts(reached);
  for (const CheckResult& result : evaluate_checks(plan.checks, *record, *plan.roster)) {
    writer.number(result.held ? (*result.held ? 1U : 0U) : 2U);
    writer.real(result.value.value_or(std::numeric_limits<double>::quiet_NaN()));
  }
  return writer.take();
}

void add_run(const std::string& text, Scorecard& card) {
  TokenReader reader(text);
  const std::string fault = reader.text();
  if (!fault.empty()) {
    if (card.faulted++ == 0) card.first_fault = fault;
    return;
  }
  ++card.runs;
  for (const std::string& id : reader.texts()) {
    for (EndingCount& ending : card.endings) ending.baseline += ending.id == id ? 1 : 0;
  }
  for (std::size_t i = 0; i < card.rows.size(); ++i) {
    const std::uint64_t held = reader.number();
    const double value = reader.real();
    if (held == 1) ++card.rows[i].held;
    if (held == 0) ++card.rows[i].failed;
    if (held == 2) ++card.rows[i].not_judged;
    if (is_number(value)) card.rows[i].values.push_back(value);
  }
}

}  // namespace

CheckResult evaluate_check(const scenario::Check& check, const Lookup& lookup) {
  CheckResult result{check.id, check.title, check.kind, check.use, {}, check.low, check.high, {}, {}, check.source};
  if (!check.precondition.empty()) {
    const std::optional<bool> applies = evaluate_condition(check.precondition, lookup);
    if (!applies.value_or(false)) {
      result.reason = (applies ? "what must come before did not happen: " : "not recorded: ") + check.precondition.text;
      return result;
    }
  }
  const bool condition = check.value.empty();
  const Expression& expression = condition ? check.holds : check.value;
  const std::optional<double> value = evaluate(expression, lookup);
  if (!value) {
    result.reason = "not recorded: " + expression.text;
    return result;
  }
  if (condition) {
    result.held = *value == *value && *value != 0;
    result.reason = *result.held ? "it happened" : "it did not happen: " + expression.text;
    return result;
  }
  if (!is_number(*value)) {
    result.held = false;
    result.reason = "it never happened";
    return result;
  }
  result.value = value;
  const bool held = (!check.low || *value >= *check.low) && (!check.high || *value <= *check.high);
  result.held = held;
  result.reason = told_apart(check, *value) + (held ? " is " : " is not ") + bounds_text(check);
  return result;
}

std::vector<CheckResult> evaluate_checks(const std::vector<scenario::Check>& checks, const RunRecord& record,
                                         const Roster& roster, Month last) {
  const RunLookup lookup = last == Month{} ? RunLookup(record, roster) : RunLookup(record, roster, last_seen(record, last));
  std::vector<CheckResult> results;
  results.reserve(checks.size());
  for (const scenario::Check& check : checks) results.push_back(evaluate_check(check, lookup));
  return results;
}

Scorecard run_scorecard(const ScorecardPlan& plan, const EnsembleControl& control) {
  Scorecard card;
  for (const scenario::Check& check : plan.checks) card.rows.push_back({check, 0, 0, 0, {}, {}, {}});
  for (const EndingRule& ending : plan.endings) card.endings.push_back({ending.id, ending.title, 0, 0});
  const EnsembleResult ensemble = run_ensemble(
      static_cast<std::size_t>(plan.seeds), [&](std::size_t index) { return compute_scores(plan, control, index); }, control);
  card.finished = ensemble.finished;
  for (const std::string& text : ensemble.members) {
    if (!text.empty()) add_run(text, card);
  }
  for (EndingCount& ending : card.endings) ending.baseline /= card.runs > 0 ? card.runs : 1;
  for (ScoreRow& row : card.rows) {
    if (row.values.empty()) continue;
    row.q05 = quantile_of(row.values, 0.05);
    row.q50 = quantile_of(row.values, 0.50);
    row.q95 = quantile_of(row.values, 0.95);
  }
  return card;
}

}  // namespace thermidor::experiment
