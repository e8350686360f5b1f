// Binds a table of a scenario to a vector of rows through their visit_fields.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "scenario/bind_values.hpp"

namespace thermidor::scenario::detail {

// Headers of a table's columns by name.
using ColumnHeaders = std::map<std::string, ValueHeader>;

// A row while it is read into a struct: the parts that do not depend on the member's type.
class RowReading {
 public:
  RowReading(const Value& row, const std::string& name, const ColumnHeaders& columns, const std::string& file,
             Binding& binding);

  Reading reading(const Field& field) const { return {binding_, file_, field}; }
  // The cell of a member; nothing where it need not be given or its lack was reported.
  const Value* find_cell(const Field& field, bool numeric) const;
  void note_source(const Field& field, const Value& cell) const;

 private:
  const ValueHeader* header_of(const Field& field) const;
  std::string override_of(const char* key, const std::string& fallback) const;

  const Value& row_;
  const std::string& name_;
  const ColumnHeaders& columns_;
  const std::string& file_;
  Binding& binding_;
  std::string id_;
};

struct BindCell {
  const RowReading& row;
  template <class Member>
  [[gnu::noinline]] void operator()(const Field& field, Member& member) const {
    const Value* const cell = row.find_cell(field, is_numeric<Member>());
    if (cell == nullptr) return;
    read_plain(*cell, row.reading(field), member);
    if (!std::is_same_v<Member, std::string>) row.note_source(field, *cell);
  }
};

// Names and numeric kind of a row's members.
struct RowColumn {
  Field field;
  bool numeric = false;
};
struct ListColumns {
  std::vector<RowColumn>& columns;
  template <class Member>
  void operator()(const Field& field, Member&) const {
    columns.push_back({field, is_numeric<Member>()});
  }
};

// A table of the scenario that is to be bound.
struct OpenTable {
  const Document* document = nullptr;  // null where there is nothing to bind; faults are reported
  ColumnHeaders columns;
  const Value* rows = nullptr;
};
OpenTable open_table(const std::string& name, const std::vector<RowColumn>& members, Binding& binding);

// Whether a row is a table with an id of its own, or none; `seen` holds those before it.
bool check_row(const Value& row, const std::string& name, const std::string& file, std::map<std::string, Place>& seen,
               Binding& binding);

template <class Row>
void bind_table(const std::string& name, Binding& binding, std::vector<Row>& rows) {
  std::vector<RowColumn> members;
  Row blank{};
  Row::visit_fields(blank, ListColumns{members});
  const OpenTable table = open_table(name, members, binding);
  if (table.document == nullptr) return;
  const Document& document = *table.document;
  const Plain* const outer = std::exchange(binding.plain, document.plain ? &*document.plain : nullptr);
  std::map<std::string, Place> seen;
  for (const Value& row : table.rows->items) {
    if (!check_row(row, name, document.file, seen, binding)) continue;
    Row::visit_fields(rows.emplace_back(), BindCell{RowReading(row, name, table.columns, document.file, binding)});
  }
  binding.plain = outer;
}

}  // namespace thermidor::scenario::detail
