// A small party for tests of members and debates: a capital, a few provinces, the shipped constants.
#pragma once

#include <fstream>
#include <sstream>
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

// Rows of a comma-separated test table without quotes, header dropped.
inline std::vector<std::vector<std::string>> read_rows(const std::string& name) {
  std::ifstream file(std::string(THERMIDOR_SOURCE_DIR) + "/tests/party/data/" + name);
  std::vector<std::vector<std::string>> rows;
  std::string line;
  while (std::getline(file, line)) {
    std::vector<std::string> cells;
    std::stringstream stream(line);
    std::string cell;
    while (std::getline(stream, cell, ',')) cells.push_back(cell);
    rows.push_back(cells);
  }
  if (!rows.empty()) rows.erase(rows.begin());
  return rows;
}

inline std::vector<double> read_list(const std::string& text) {
  std::vector<double> values;
  std::stringstream stream(text);
  std::string part;
  while (std::getline(stream, part, ';')) values.push_back(std::stod(part));
  return values;
}

}  // namespace thermidor::party
