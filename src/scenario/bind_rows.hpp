// Binds a table of a scenario to a vector of rows through their visit_fields.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "scenario/bind_values.hpp"

namespace thermidor::scenario::detail {

template <class Row>
void bind_row(const Value& row, const std::string& name, const std::map<std::string, ValueHeader>& columns,
              const std::string& file, Binding& binding, Row& target) {
  const Value* const row_id = row.find("id");
  const std::string id = row_id != nullptr ? row_id->text : std::string();
  const auto override_of = [&](const char* key, const std::string& fallback) {
    const Value* const own = row.find(key);
    return own != nullptr && own->kind == ValueKind::text ? own->text : fallback;
  };
  Row::visit_fields(target, [&](const Field& field, auto& member) {
    using Type = std::remove_reference_t<decltype(member)>;
    const Reading reading{binding, file, field};
    const auto column = columns.find(std::string(field.name));
    const Value* cell = row.find(field.name);
    if (cell == nullptr && column != columns.end()) cell = column->second.fallback;
    if (cell == nullptr && binding.plain != nullptr && field.name != "id") return;
    if (cell == nullptr) {
      if ((!is_numeric<Type>() && field.name != "id") || is_misspelt(row, field.name, binding.known_columns[name])) return;
      binding.fail(file, row.place, "row " + (id.empty() ? "" : "'" + id + "' ") + "lacks " + std::string(field.name),
                   std::string(field.name) + " = ..., or a default in [columns]");
      return;
    }
    if (is_numeric<Type>() && column == columns.end() && binding.plain == nullptr) {
      binding.fail(
          file, {1, 1}, "column '" + std::string(field.name) + "' has no entry in [columns]",
          std::string(field.name) + " = { unit = \"" + std::string(field.unit) + "\", source = \"...\", status = \"...\" }");
    }
    read_plain(*cell, reading, member);
    if (std::is_same_v<Type, std::string>) return;
    ValueHeader header =
        column != columns.end() ? column->second : ValueHeader{std::string(field.unit), "", std::string(field.source)};
    if (binding.plain != nullptr) header = {std::string(field.unit), binding.plain->status, binding.plain->source};
    binding.provenance.push_back({"tables." + name + "." + id + "." + std::string(field.name), written_value(*cell),
                                  header.unit, header.low, header.high, override_of("status", header.status),
                                  override_of("source", header.source), std::string(field.text), file, cell->place});
  });
}

// Reads [columns] of a table for the fields of Row.
template <class Row>
std::map<std::string, ValueHeader> bind_columns(const Document& document, const std::string& name, Binding& binding) {
  std::map<std::string, ValueHeader> columns;
  const Value* const header = document.root.find("columns");
  std::vector<std::string>& known = binding.known_columns[name];
  Row blank{};
  Row::visit_fields(blank, [&](const Field& field, auto& member) {
    if (position_of(known, field.name) < 0) known.emplace_back(field.name);
    const Value* const column = header != nullptr ? header->find(field.name) : nullptr;
    if (column == nullptr) return;
    const Reading reading{binding, document.file, field};
    using Type = std::remove_reference_t<decltype(member)>;
    if (column->kind == ValueKind::table) {
      columns.emplace(field.name, read_header(*column, {"default"}, is_numeric<Type>(), reading));
    } else {
      binding.fail(document.file, column->place, "column '" + std::string(field.name) + "' is " + describe(*column),
                   "{ unit = \"...\", source = \"...\", status = \"...\" }");
    }
  });
  return columns;
}

template <class Row>
void bind_table(const std::string& name, Binding& binding, std::vector<Row>& rows) {
  if (!binding.used_tables.insert(name).second || binding.broken_tables.contains(name)) return;
  const auto found = binding.tables.find(name);
  if (found == binding.tables.end() && !binding.complete) return;
  if (found == binding.tables.end())
    return binding.fail((binding.folder.empty() ? "" : binding.folder + "/") + "tables/" + name + ".toml", {}, "no such file",
                        "a table of " + name);
  const Document& document = found->second;
  check_unknown_keys(document.root, document.file, {"columns", "row"}, "key", binding.diagnostics);
  const std::map<std::string, ValueHeader> columns = bind_columns<Row>(document, name, binding);
  const Value* const list = document.root.find("row");
  if (list == nullptr || list->kind != ValueKind::array || list->items.empty()) {
    return binding.fail(document.file, list != nullptr ? list->place : Place{1, 1}, "no rows", "[[row]]");
  }
  const Plain* const outer = std::exchange(binding.plain, document.plain ? &*document.plain : nullptr);
  std::map<std::string, Place> seen;
  for (const Value& row : list->items) {
    if (row.kind != ValueKind::table) {
      binding.fail(document.file, row.place, "a row is " + describe(row), "a [[row]] table");
      continue;
    }
    check_row_header(row, document.file, binding.known_columns[name], binding);
    if (const Value* const id = row.find("id"); id != nullptr && id->kind == ValueKind::text) {
      if (id->text.empty()) binding.fail(document.file, id->place, "the id is empty", "a name of the row's own");
      const auto [first, fresh] = seen.emplace(id->text, id->place);
      if (!fresh)
        binding.fail(document.file, id->place,
                     "id '" + id->text + "' is given twice, first in line " + std::to_string(first->second.line),
                     "an id of its own");
    }
    bind_row(row, name, columns, document.file, binding, rows.emplace_back());
  }
  binding.plain = outer;
}

}  // namespace thermidor::scenario::detail
