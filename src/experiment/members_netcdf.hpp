// members.nc: all that an ensemble kept of its members as one NetCDF-4 file with the attributes of the CF conventions, for
// xarray, R and whatever reads NetCDF. The only place that knows the NetCDF library.
#pragma once

#include <string>

#include "experiment/members_summary.hpp"

namespace thermidor::experiment {

struct NetcdfTitle {
  std::string title;
  std::string source;   // engine, scenario, digest
  std::string command;  // that makes the file
};

// Dimensions arm, member, time, parameter. Member by member: memory does not grow with their number. What is wrong, or nothing.
std::string write_netcdf(const std::string& path, const MembersPlan& plan, FinishedMembers& members, const NetcdfTitle& title);

}  // namespace thermidor::experiment
