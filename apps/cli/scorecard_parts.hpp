// Parts of thermidor scorecard that are tables of their own.
#pragma once

#include "experiment/loaded.hpp"
#include "experiment/members.hpp"
#include "options.hpp"
#include "terminal.hpp"

namespace thermidor::cli {

// The runs that are played for it.
experiment::MembersPlan plan_scored(const ScorecardOptions& options, const experiment::LoadedRun& run);

// --forecasts: what was foretold in them, and how good it was.
int show_forecasts(const ScorecardOptions& options, const Terminal& terminal, const experiment::LoadedRun& run);

// --verdicts: what is said in retrospect, beside what they say.
int show_verdicts(const ScorecardOptions& options, const Terminal& terminal, const experiment::LoadedRun& run);

}  // namespace thermidor::cli
