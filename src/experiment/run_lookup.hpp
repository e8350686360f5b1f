// A run as the expressions of checks, outcomes, endings and conditions see it.
#pragma once

#include <vector>

#include "core/expression.hpp"
#include "experiment/roster.hpp"
#include "experiment/run.hpp"

namespace thermidor::experiment {

// Looks at a record that outlives it. `last` cuts the run short: what came later is not recorded yet.
class RunLookup final : public Lookup {
 public:
  RunLookup(const RunRecord& record, const Roster& roster);
  RunLookup(const RunRecord& record, const Roster& roster, Month last);

  MonthSpan months() const override { return span_; }
  int find_series(std::string_view name) const override;
  std::optional<double> series(int index, Month month) const override;
  std::optional<double> events(const EventQuery& query, MonthSpan span) const override;
  std::optional<double> leader(LeaderFact fact, std::string_view id, Month month) const override;
  std::optional<double> holds(std::string_view post, std::string_view leader, Month month) const override;

 private:
  const StandingRecord* standing(LeaderId leader, Month month) const;
  LeaderId leading(Month month) const;

  const RunRecord& record_;
  const Roster& roster_;
  MonthSpan span_;
  std::vector<std::size_t> first_standing_;  // of each month, and the end
};

// Who leads in the month, as the model judges it; nobody where nobody rules.
LeaderId leading_leader(const StandingRecord* first, const StandingRecord* last);

}  // namespace thermidor::experiment
