#include "experiment/endings.hpp"

#include "experiment/run_lookup.hpp"

namespace thermidor::experiment {
namespace {

bool holds_at(const RunRecord& record, const Roster& roster, const Expression& condition, Month month) {
  return evaluate_condition(condition, RunLookup(record, roster, month)).value_or(false);
}

}  // namespace

std::vector<EndingRule> ending_rules(const Params& params) {
  std::vector<EndingRule> rules;
  for (const society::EndingRow& row : params.society.endings) {
    Result<Expression> when = parse_expression(row.when);
    rules.push_back({row.id, row.title, when ? std::move(when).value() : Expression{}});
  }
  return rules;
}

std::vector<ReachedEnding> reached_endings(const RunRecord& record, const Roster& roster,
                                           const std::vector<EndingRule>& rules) {
  std::vector<ReachedEnding> reached;
  if (record.months.empty()) return reached;
  for (const EndingRule& rule : rules) {
    Month since = record.months.back();
    if (rule.when.empty() || !holds_at(record, roster, rule.when, since)) continue;
    while (since > record.months.front() && holds_at(record, roster, rule.when, since - 1)) since = since - 1;
    reached.push_back({rule.id, rule.title, since});
  }
  return reached;
}

}  // namespace thermidor::experiment
