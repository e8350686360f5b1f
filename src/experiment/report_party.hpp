// The pictures of the party in a report, from records of explained runs.
#pragma once

#include "experiment/report_economy.hpp"

namespace thermidor::experiment {

// Fills generations, patronage and dossiers; `input` has its stories already. Nothing where the runs were not explained.
void add_party(report::ReportInput& input, const ShownArms& arms, const ReportContext& context);

// The closest and weightiest votes of a run from a month on, seat by seat, in order of time.
std::vector<report::RollCall> divisions_of(const RunRecord& record, const Roster& roster, Month from);

// A vote as the page shows it.
report::RollCall roll_call(const VoteRecord& vote, const Roster& roster);

}  // namespace thermidor::experiment
