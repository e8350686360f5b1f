// Reads the shipped region and branch tables for tests of the economy, which must not depend on the scenario loader.
#pragma once

#include <charconv>
#include <filesystem>
#include <fstream>
#include <string>
#include <type_traits>
#include <vector>

#include "economy/tables.hpp"

namespace thermidor::economy::testing {

inline void assign_text(std::string& member, const std::string& text) { member = text.substr(1, text.size() - 2); }
inline void assign_text(double& member, const std::string& text) { member = std::stod(text); }
inline void assign_text(std::int32_t& member, const std::string& text) { member = std::stoi(text); }

template <class Row>
std::vector<Row> read_rows(const std::filesystem::path& path) {
  std::vector<Row> rows;
  std::ifstream file(path);
  std::string line;
  while (std::getline(file, line)) {
    if (line == "[[row]]") {
      rows.emplace_back();
      continue;
    }
    const std::size_t equals = line.find(" = ");
    if (rows.empty() || equals == std::string::npos) continue;
    const std::string key = line.substr(0, equals);
    const std::string text = line.substr(equals + 3);
    Row::visit_fields(rows.back(), [&](const Field& field, auto& member) {
      if (field.name == key) assign_text(member, text);
    });
  }
  return rows;
}

inline std::filesystem::path tables_folder() {
  return std::filesystem::path(THERMIDOR_SOURCE_DIR) / "scenarios" / "soviet-1921" / "tables";
}

}  // namespace thermidor::economy::testing
