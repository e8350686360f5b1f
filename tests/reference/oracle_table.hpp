// Tables of published numbers and test vectors, and the account of which rows were computed. Every row says in its column
// `check` how it is tested: by the simulation's own code, by a model in src/reference, by arithmetic on other rows, as an input
// to one of these, or by none of them for the reason given. A row that is not treated as it says fails the test.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace thermidor::reference::testing {

class OracleTable {
 public:
  using Key = std::vector<std::pair<std::string, std::string>>;  // column and text in it

  explicit OracleTable(const std::string& file);  // in tests/reference/data

  std::size_t rows() const { return cells_.size(); }
  std::size_t find(const Key& key) const;  // the one row with these texts
  const std::string& text(std::size_t row, const std::string& column) const;
  double value(const Key& key) const;        // number at the start of its column `value`
  std::string place(std::size_t row) const;  // file and line, for messages

  // The row as an input; a number at the start of its column.
  double input(const Key& key, const std::string& column = "value");
  void use_as_input(std::size_t row);

  // Compares with the column `value` at the row's tolerance, and marks the row as checked in this way.
  void compare(std::size_t row, const std::string& check, double computed);
  void compare(const Key& key, const std::string& check, double computed) { compare(find(key), check, computed); }
  // The same where the caller has compared a formula or a text.
  void mark(std::size_t row, const std::string& check);

  // Every row was treated as it says, and rows that no model computes give a reason.
  void expect_every_row_accounted() const;

 private:
  std::string file_;
  std::vector<std::map<std::string, std::string>> cells_;
  std::vector<std::string> marks_;
};

// The files in tests/reference/data, sorted.
std::vector<std::string> oracle_files();

// The number that a text begins with; fails the test where there is none.
double leading_number(const std::string& text);
// The names and numbers of "a=0.4 b=0.45 n=11"; other words are left out.
std::map<std::string, double> read_inputs(const std::string& text);

}  // namespace thermidor::reference::testing
