// The tables of a question's results folder as CSV text. Columns are described in docs/reference/results-folder.md.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "experiment/checks.hpp"
#include "experiment/results_tables.hpp"
#include "experiment/study.hpp"

namespace thermidor::experiment {

std::string outcomes_csv(const StudyResult& result);
std::string members_csv(const StudyPlan& plan, const StudyResult& result);
// Series kept, long and wide: quantiles over members, or every member to which the question applies.
std::string quantile_series_csv(const StudyResult& result);
std::string quantile_wide_csv(const StudyResult& result);
std::string member_series_csv(const StudyPlan& plan, const StudyResult& result);
std::string member_wide_csv(const StudyPlan& plan, const StudyResult& result);
// Decisions forced in each arm; those before `fork` come from the chronicle.
std::string forced_csv(std::span<const ArmRecord> arms, Month fork);
std::string checks_csv(const std::vector<CheckResult>& checks);
std::string scorecard_csv(const Scorecard& card);

// Series that the outcomes read, in the order of first use.
std::vector<std::string> outcome_series(const std::vector<scenario::Outcome>& outcomes);

}  // namespace thermidor::experiment
