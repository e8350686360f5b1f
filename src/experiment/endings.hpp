// Which named endings a run reached, and when.
#pragma once

#include <string>
#include <vector>

#include "core/expression.hpp"
#include "experiment/roster.hpp"
#include "experiment/run.hpp"

namespace thermidor::experiment {

// One named ending with its condition, read from the scenario's row.
struct EndingRule {
  std::string id;
  std::string title;
  Expression when;
};

struct ReachedEnding {
  std::string id;
  std::string title;
  Month since;  // first month from which it held to the end
};

// The scenario's endings. Its loader has checked the conditions; a row without one can never be reached.
std::vector<EndingRule> ending_rules(const Params& params);

// Those whose condition holds at the end of the run, in the scenario's order. Several may.
std::vector<ReachedEnding> reached_endings(const RunRecord& record, const Roster& roster, const std::vector<EndingRule>& rules);

}  // namespace thermidor::experiment
