// Writes results folders. Nothing in them depends on the clock, the machine or the number of threads.
#pragma once

#include <string>
#include <vector>

#include "experiment/pair.hpp"
#include "experiment/report_builder.hpp"
#include "experiment/roster.hpp"
#include "experiment/to_json.hpp"

namespace thermidor::experiment {

// Deletes what the folder's manifest lists and is not among the files kept: tables of former results beside new ones would be
// taken for theirs.
void remove_stale(const std::string& folder, const std::vector<std::string>& kept);

// Makes the folder if need be; returns what could not be written, empty if all is well.
std::string write_folder(const std::string& folder, const std::vector<FolderFile>& files);

// All files of a run's folder, manifest.json last.
std::vector<FolderFile> run_files(const RunSummary& summary, const ReportContext& context);

// All files of a question's folder, manifest.json last. `shown` is the pair whose story is told; `members` writes every
// member's series instead of quantiles.
std::vector<FolderFile> study_files(const StudySummary& summary, const scenario::Question& question, const Pair& shown,
                                    std::uint64_t shown_seed, const ReportContext& context, bool members);

}  // namespace thermidor::experiment
