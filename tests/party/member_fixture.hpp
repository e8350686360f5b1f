// A small party for tests of members and debates: a capital, a few provinces, the shipped constants.
#pragma once

#include <string>
#include <vector>

#include "party/members.hpp"

namespace thermidor::party {

inline MemberParams member_params() {
  MemberParams params;
  params.opening.cohort_ends = {make_month(1916, 12), make_month(1917, 12), make_month(1920, 12), make_month(1923, 12),
                                make_month(1925, 12)};
  return params;
}

inline std::vector<ProvinceRow> member_provinces() {
  std::vector<ProvinceRow> rows(6);
  const char* names[] = {"capital", "north", "south", "east", "west", "steppe"};
  const double sizes[] = {50000, 20000, 12000, 9000, 5000, 3000};
  for (std::size_t p = 0; p < rows.size(); ++p) {
    rows[p].id = names[p];
    rows[p].members = sizes[p];
    rows[p].workers = p == 0 ? 0.62 : 0.4;
    rows[p].peasants = p == 0 ? 0.05 : 0.3;
    rows[p].students = p == 0 ? 0.12 : 0.02;
  }
  return rows;
}

inline Members opened(const MemberParams& params, const std::vector<ProvinceRow>& rows) {
  Members members;
  open_members(params, rows, members);
  return members;
}

// Runs months with one input.
inline void run_months(const MemberParams& params, const std::vector<ProvinceRow>& rows, const MemberInput& input,
                       std::uint64_t seed, Month from, int months, Members& members) {
  Records records;
  for (int i = 0; i < months; ++i) update_members(params, rows, input, seed, from + i, members, records);
}

}  // namespace thermidor::party
