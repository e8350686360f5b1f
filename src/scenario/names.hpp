// The names of one scenario: all ids by table, what acts may set, and when. Acts and expressions are checked against it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/calendar.hpp"
#include "core/expression.hpp"
#include "core/field_path.hpp"
#include "core/ids.hpp"

namespace thermidor::scenario {

// How far beyond the record runs may go: an extrapolation, within reason.
inline constexpr int kMostYearsBeyond = 20;

struct Names {
  std::vector<std::string> leaders;
  std::vector<std::string> posts;
  std::vector<std::string> organs;
  std::vector<std::string> provinces;
  std::vector<std::string> regions;
  std::vector<std::string> branches;
  std::vector<std::string> hazards;
  std::vector<std::string> zones;       // groups of regions that share their weather
  std::vector<Month> post_from;         // per post, first month in which it exists; may be shorter than `posts`
  std::vector<NumberField> parameters;  // dotted paths with bounds
  Month start;                          // first and last month of the horizon
  Month end;

  const std::vector<std::string>& of(RegionId) const { return regions; }
  const std::vector<std::string>& of(ProvinceId) const { return provinces; }
  const std::vector<std::string>& of(BranchId) const { return branches; }
  const std::vector<std::string>& of(LeaderId) const { return leaders; }
  const std::vector<std::string>& of(OrganId) const { return organs; }
  const std::vector<std::string>& of(PostId) const { return posts; }
};

// "leader", "post", ...: what an id names, for messages.
inline const char* id_kind(RegionId) { return "region"; }
inline const char* id_kind(ProvinceId) { return "province"; }
inline const char* id_kind(BranchId) { return "branch"; }
inline const char* id_kind(LeaderId) { return "leader"; }
inline const char* id_kind(OrganId) { return "organ"; }
inline const char* id_kind(PostId) { return "post"; }

inline const char* id_table(RegionId) { return "regions"; }
inline const char* id_table(ProvinceId) { return "provinces"; }
inline const char* id_table(BranchId) { return "branches"; }
inline const char* id_table(LeaderId) { return "leaders"; }
inline const char* id_table(OrganId) { return "organs"; }
inline const char* id_table(PostId) { return "posts"; }

// "an organ", "a leader".
inline std::string with_article(std::string_view noun) {
  const bool vowel = !noun.empty() && std::string_view("aeio").find(noun[0]) != std::string_view::npos;
  return (vowel ? "an " : "a ") + std::string(noun);
}

// Position of a name, or -1.
inline int position_of(const std::vector<std::string>& names, std::string_view name) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i] == name) return static_cast<int>(i);
  }
  return -1;
}

}  // namespace thermidor::scenario
