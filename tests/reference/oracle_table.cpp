#include "reference/oracle_table.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

namespace thermidor::reference::testing {
namespace {

std::filesystem::path folder() { return std::filesystem::path(THERMIDOR_SOURCE_DIR) / "tests" / "reference" / "data"; }

std::vector<std::string> split_line(const std::string& line) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '"') {
      const bool doubled = quoted && i + 1 < line.size() && line[i + 1] == '"';
      if (doubled) cells.back() += line[i++];
      if (!doubled) quoted = !quoted;
    } else if (line[i] == ',' && !quoted) {
      cells.emplace_back();
    } else {
      cells.back() += line[i];
    }
  }
  return cells;
}

}  // namespace

OracleTable::OracleTable(const std::string& file) : file_(file) {
  std::ifstream stream(folder() / file);
  std::string line;
  std::getline(stream, line);
  const std::vector<std::string> names = split_line(line);
  while (std::getline(stream, line)) {
    const std::vector<std::string> cells = split_line(line);
    EXPECT_EQ(cells.size(), names.size()) << file << ':' << rows() + 2;
    cells_.emplace_back();
    for (std::size_t i = 0; i < std::min(cells.size(), names.size()); ++i) cells_.back()[names[i]] = cells[i];
  }
  EXPECT_GT(rows(), 0U) << file;
  marks_.resize(rows());
}

std::size_t OracleTable::find(const Key& key) const {
  std::vector<std::size_t> found;
  for (std::size_t row = 0; row < rows(); ++row) {
    const auto holds = [&](const auto& part) { return text(row, part.first) == part.second; };
    if (std::all_of(key.begin(), key.end(), holds)) found.push_back(row);
  }
  std::string wanted;
  for (const auto& [column, cell] : key) wanted += column + "='" + cell + "' ";
  EXPECT_EQ(found.size(), 1U) << file_ << ": rows with " << wanted;
  return found.empty() ? 0 : found.front();
}

const std::string& OracleTable::text(std::size_t row, const std::string& column) const {
  static const std::string kNone;
  const auto cell = cells_[row].find(column);
  EXPECT_NE(cell, cells_[row].end()) << file_ << " has no column " << column;
  return cell == cells_[row].end() ? kNone : cell->second;
}

double OracleTable::value(const Key& key) const { return leading_number(text(find(key), "value")); }

std::string OracleTable::place(std::size_t row) const { return file_ + ":" + std::to_string(row + 2); }

void OracleTable::mark(std::size_t row, const std::string& check) {
  EXPECT_TRUE(marks_[row].empty() || marks_[row] == check) << place(row) << " is both " << marks_[row] << " and " << check;
  marks_[row] = check;
}

void OracleTable::use_as_input(std::size_t row) { mark(row, "input"); }

double OracleTable::input(const Key& key, const std::string& column) {
  const std::size_t row = find(key);
  use_as_input(row);
  return leading_number(text(row, column));
}

void OracleTable::compare(std::size_t row, const std::string& check, double computed) {
  mark(row, check);
  const bool vector = cells_[row].count("abs_tolerance") > 0;
  const std::string& tolerance = text(row, vector ? "abs_tolerance" : "tolerance");
  const std::size_t dots = tolerance.find("..");
  if (dots != std::string::npos) {
    EXPECT_GE(computed, leading_number(tolerance.substr(0, dots))) << place(row);
    EXPECT_LE(computed, leading_number(tolerance.substr(dots + 2))) << place(row);
    return;
  }
  EXPECT_NEAR(computed, leading_number(text(row, "value")), leading_number(tolerance)) << place(row);
}

void OracleTable::expect_every_row_accounted() const {
  for (std::size_t row = 0; row < rows(); ++row) {
    const std::string& check = text(row, "check");
    if (check == "none") {
      EXPECT_EQ(marks_[row], "") << place(row) << " is computed although it says that it is not";
      EXPECT_NE(text(row, "reason"), "") << place(row) << " is not computed and says no reason";
    } else {
      EXPECT_EQ(marks_[row], check) << place(row) << " was not treated as it says";
    }
  }
}

std::vector<std::string> oracle_files() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder())) names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

double leading_number(const std::string& text) {
  char* end = nullptr;
  const double number = std::strtod(text.c_str(), &end);
  EXPECT_NE(end, text.c_str()) << "no number in '" << text << "'";
  return number;
}

std::map<std::string, double> read_inputs(const std::string& text) {
  std::map<std::string, double> inputs;
  std::istringstream words(text);
  std::string word;
  while (words >> word) {
    const std::size_t equals = word.find('=');
    if (equals == std::string::npos || equals + 1 >= word.size()) continue;
    char* end = nullptr;
    const char* begin = word.c_str() + equals + 1;
    const double number = std::strtod(begin, &end);
    if (end != begin) inputs.emplace(word.substr(0, equals), number);  // the first of a name is the value, others explain it
  }
  return inputs;
}

}  // namespace thermidor::reference::testing
