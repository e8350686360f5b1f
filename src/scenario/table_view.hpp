// A table's document by rows and columns, with defaults of columns filled in.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/binding.hpp"

namespace thermidor::scenario {

// A sum for messages, without the dust of binary fractions.
std::string short_number(double value);

class TableView {
 public:
  explicit TableView(const Document& document);

  const std::string& file() const { return document_.file; }
  const std::vector<const Value*>& rows() const { return rows_; }
  // The last row's place, for what is missing; the first line if there are no rows.
  Place end() const { return rows_.empty() ? Place{1, 1} : rows_.back()->place; }
  std::string id(const Value& row) const { return text(row, "id"); }
  const Value* find(std::string_view id) const;

  // The cell, or the column's default, or null.
  const Value* cell(const Value& row, std::string_view column) const;
  // Nothing where the cell is no finite number: that has been reported.
  std::optional<double> number(const Value& row, std::string_view column) const;
  std::string text(const Value& row, std::string_view column) const;
  Place place(const Value& row, std::string_view column) const;

  // "north is not reached by rail; expected rail above 0"
  void require_positive(const Value& row, const char* column, const char* otherwise, Binding& binding) const;
  void require_row(std::string_view id, Binding& binding) const;
  // The column's numbers add to one.
  void require_sum(const char* column, double tolerance, Binding& binding) const;

 private:
  const Document& document_;
  const Value* columns_;
  std::vector<const Value*> rows_;
};

}  // namespace thermidor::scenario
