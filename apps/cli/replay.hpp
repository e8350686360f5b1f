// A run played again with its reasons written down: of a results folder, or of a request.
#pragma once

#include <string>

#include "experiment/loaded.hpp"
#include "experiment/why.hpp"
#include "terminal.hpp"

namespace thermidor::cli {

struct Replay {
  experiment::LoadedRun run;
  experiment::RunRecord record;
  experiment::ActTitles titles() const { return {&run.scenario.chronicle, &run.agenda.acts, &run.scenario.questions}; }
};

// The request that a results folder repeats: of a question's, the counterfactual of the member shown, or its baseline.
Result<experiment::RunRequest> request_of_folder(const std::string& folder, bool baseline);

// Of a results folder (`DIR:baseline`: of a question's without the change), a manifest, or the options of a run in quotes.
Result<experiment::RunRequest> read_spec(const std::string& spec, const Terminal& terminal);

// All that is wrong with the request; a run that was interrupted or broke off is shown as far as it came.
Result<Replay> replay(const experiment::RunRequest& request, unsigned threads);

}  // namespace thermidor::cli
