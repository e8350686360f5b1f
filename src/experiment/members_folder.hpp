// An ensemble's results folder: tables, members.nc, a README, a citation, a data package and the manifest.
#pragma once

#include <string>
#include <vector>

#include "experiment/members_summary.hpp"
#include "experiment/to_json.hpp"

namespace thermidor::experiment {

struct MembersContext {
  ScenarioStamp stamp;
  RunRequest request;
  std::string scenario_title;
  std::string command;  // that makes the folder, without --out
  std::vector<std::string> acts;
  bool netcdf = true;
};

// All files, manifest.json last. Returns what could not be written, empty if all is well.
std::string write_members_folder(const std::string& folder, const MembersPlan& plan, FinishedMembers& members,
                                 const MembersSummary& summary, const MembersContext& context, const Executor& executor);

// The summary as one JSON object.
std::string members_json(const MembersPlan& plan, const MembersSummary& summary, const MembersContext& context);

}  // namespace thermidor::experiment
