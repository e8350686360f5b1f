#include "scenario/table_view.hpp"

#include "core/quantity.hpp"
#include "core/table.hpp"

namespace thermidor::scenario {

std::string short_number(double value) { return format_number(static_cast<double>(whole(value * 1e4 + 0.5)) / 1e4); }

TableView::TableView(const Document& document) : document_(document), columns_(document.root.find("columns")) {
  const Value* const list = document.root.find("row");
  if (list == nullptr) return;
  for (const Value& row : list->items) {
    if (row.kind == ValueKind::table) rows_.push_back(&row);
  }
}

const Value* TableView::find(std::string_view id) const {
  for (const Value* row : rows_) {
    if (text(*row, "id") == id) return row;
  }
  return nullptr;
}

const Value* TableView::cell(const Value& row, std::string_view column) const {
  if (const Value* const own = row.find(column)) return own;
  const Value* const header = columns_ != nullptr ? columns_->find(column) : nullptr;
  return header != nullptr ? header->find("default") : nullptr;
}

std::optional<double> TableView::number(const Value& row, std::string_view column) const {
  const Value* const value = cell(row, column);
  if (value == nullptr || !value->is_number() || value->number - value->number != 0) return std::nullopt;
  return value->number;
}

std::string TableView::text(const Value& row, std::string_view column) const {
  const Value* const value = cell(row, column);
  return value != nullptr && value->kind == ValueKind::text ? value->text : std::string();
}

Place TableView::place(const Value& row, std::string_view column) const {
  const Value* const own = row.find(column);
  return own != nullptr ? own->place : row.place;
}

void TableView::require_positive(const Value& row, const char* column, const char* otherwise, Binding& binding) const {
  const std::optional<double> value = number(row, column);
  if (!value || *value > 0) return;
  binding.fail(file(), place(row, column), "'" + id(row) + "' " + otherwise + ": " + column + " is " + format_number(*value),
               std::string(column) + " above 0");
}

void TableView::require_row(std::string_view id, Binding& binding) const {
  if (find(id) != nullptr) return;
  binding.fail(file(), end(), "no row '" + std::string(id) + "'", "a row with id = \"" + std::string(id) + "\"");
}

void TableView::require_sum(const char* column, double tolerance, Binding& binding) const {
  double sum = 0;
  for (const Value* row : rows_) {
    const std::optional<double> value = number(*row, column);
    if (!value) return;
    sum += *value;
  }
  if (sum >= 1 - tolerance && sum <= 1 + tolerance) return;
  const Value* const header = columns_ != nullptr ? columns_->find(column) : nullptr;
  binding.fail(file(), header != nullptr ? header->place : Place{1, 1}, std::string(column) + " adds to " + short_number(sum),
               "shares that add to 1");
}

}  // namespace thermidor::scenario
