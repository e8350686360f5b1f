// A question made into a plan of pairs, named by what it depends on, and played with progress and a journal.
#pragma once

#include <string>
#include <vector>

#include "experiment/loaded.hpp"
#include "experiment/study.hpp"
#include "options.hpp"
#include "scenario/questions.hpp"
#include "terminal.hpp"

namespace thermidor::cli {

experiment::RunRequest request_of(const WhatIfOptions& options, const std::string& history_until);

experiment::StudyPlan make_plan(const WhatIfOptions& options, const experiment::LoadedRun& run,
                                const scenario::Question& question);

// Names the study: everything that its members depend on.
std::string study_key(const WhatIfOptions& options, const experiment::LoadedRun& run, const experiment::StudyPlan& plan,
                      const std::vector<std::string>& acts);

// Plays all members, with progress under `label`; the journal lies in the results folder.
experiment::StudyRun play_study(const Terminal& terminal, const WhatIfOptions& options, const experiment::StudyPlan& plan,
                                const std::string& folder, const std::string& key, const std::string& label);

}  // namespace thermidor::cli
