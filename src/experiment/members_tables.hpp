// The tables of an ensemble's results folder, written member by member. Columns are described in
// docs/reference/results-folder.md.
#pragma once

#include <string>

#include "experiment/members_summary.hpp"

namespace thermidor::experiment {

// members.csv: a row a member. False if it could not be written.
bool write_members(const std::string& folder, const MembersPlan& plan, FinishedMembers& members);

// series.csv: quantiles over members, month by month.
bool write_series_quantiles(const std::string& folder, const MembersPlan& plan, FinishedMembers& members,
                            const Executor& executor);

// outcomes.csv: a row an outcome and arm, or an outcome and pair.
std::string outcomes_summary_csv(const MembersPlan& plan, const MembersSummary& summary);
// checks.csv: a row an arm and check. endings.csv: a row an ending.
std::string checks_summary_csv(const MembersPlan& plan, const MembersSummary& summary);
// single_case.csv: a row an arm and kind of event.
std::string kinds_summary_csv(const MembersPlan& plan, const MembersSummary& summary);
std::string endings_summary_csv(const MembersPlan& plan, const MembersSummary& summary);

}  // namespace thermidor::experiment
