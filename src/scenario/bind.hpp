// Binds files to structs through their visit_fields: parameters/<module>.toml to a struct of parameters, tables/<name>.toml to
// every vector of rows in it. No list of parameters is kept anywhere else. The formats are in
// docs/reference/scenario-format.md.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/bind_values.hpp"

namespace thermidor::scenario {
namespace detail {

// One parameter: name = { value = ..., unit = "...", low = ..., high = ..., status = "...", source = "..." }
template <class T>
void bind_value(const Member& entry, const std::string& path, const Reading& reading, T& target) {
  if (entry.value.kind != ValueKind::table) {
    reading.binding.fail(
        reading.file, entry.value.place, entry.name + " is " + describe(entry.value),
        "{ value = ..., unit = \"" + std::string(reading.field.unit) + "\", status = \"...\", source = \"...\" }");
    return;
  }
  const ValueHeader header = read_header(entry.value, {"value"}, is_numeric<T>(), reading);
  const Value* const value = entry.value.find("value");
  if (value == nullptr) {
    reading.binding.fail(reading.file, entry.value.place, entry.name + " lacks value", "value = ...");
    return;
  }
  read_plain(*value, reading, target);
  reading.binding.provenance.push_back({path, written_value(*value), header.unit, header.low, header.high, header.status,
                                        header.source, std::string(reading.field.text), reading.file, value->place});
}

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
    if (cell == nullptr) {
      if ((!is_numeric<Type>() && field.name != "id") || is_misspelt(row, field.name, binding.known_columns[name])) return;
      binding.fail(file, row.place, "row " + (id.empty() ? "" : "'" + id + "' ") + "lacks " + std::string(field.name),
                   std::string(field.name) + " = ..., or a default in [columns]");
      return;
    }
    if (is_numeric<Type>() && column == columns.end()) {
      binding.fail(
          file, {1, 1}, "column '" + std::string(field.name) + "' has no entry in [columns]",
          std::string(field.name) + " = { unit = \"" + std::string(field.unit) + "\", source = \"...\", status = \"...\" }");
    }
    read_plain(*cell, reading, member);
    if (std::is_same_v<Type, std::string>) return;
    const ValueHeader header =
        column != columns.end() ? column->second : ValueHeader{std::string(field.unit), "", std::string(field.source)};
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
  binding.used_tables.insert(name);
  if (binding.broken_tables.contains(name)) return;
  const auto found = binding.tables.find(name);
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
}

// True if any member has to be written in the file of parameters.
template <HasFields T>
bool has_parameters() {
  bool needed = false;
  T value{};
  T::visit_fields(value, [&needed](const Field&, auto& member) {
    using Type = std::remove_reference_t<decltype(member)>;
    if constexpr (is_row_table<Type>()) {
    } else if constexpr (HasFields<Type>) {
      needed = needed || has_parameters<Type>();
    } else {
      needed = true;
    }
  });
  return needed;
}

// The file parameters/<name>.toml of a nested struct that its parent's file leaves out; nothing if there is none.
inline const Document* own_file(const Value* section, const std::string& name, Binding& binding) {
  if (section == nullptr || section->find(name) != nullptr || binding.parameter_files == nullptr) return nullptr;
  const auto found = binding.parameter_files->find(name);
  if (found == binding.parameter_files->end()) return nullptr;
  binding.used_parameters.insert(name);
  return &found->second;
}

template <HasFields T>
void bind_struct(const Value* section, const std::string& file, const std::string& path, Binding& binding, T& target) {
  std::vector<std::string> known;
  T::visit_fields(target, [&](const Field& field, auto& member) {
    if constexpr (!is_row_table<std::remove_reference_t<decltype(member)>>()) known.emplace_back(field.name);
  });
  T::visit_fields(target, [&](const Field& field, auto& member) {
    using Type = std::remove_reference_t<decltype(member)>;
    const std::string name(field.name);
    const std::string here = path.empty() ? name : path + "." + name;
    if constexpr (is_row_table<Type>()) {
      bind_table(name, binding, member);
    } else if constexpr (HasFields<Type>) {
      const Document* const own = own_file(section, name, binding);
      if (own != nullptr) return bind_struct(&own->root, own->file, here, binding, member);
      const bool given = section != nullptr && has_parameters<Type>() && !is_misspelt(*section, name, known);
      const Value* const inner = given ? find_table(*section, file, name, binding, section->place) : nullptr;
      bind_struct(inner, file, here, binding, member);
    } else {
      if (section == nullptr || is_misspelt(*section, name, known)) return;
      const thermidor::scenario::Member* const entry = section->member(name);
      if (entry != nullptr) {
        bind_value(*entry, here, {binding, file, field}, member);
      } else {
        binding.fail(file, section->place, "no parameter '" + here + "'",
                     name + " = { value = ..., unit = \"" + std::string(field.unit) + "\", ... }");
      }
    }
  });
  if (section != nullptr) check_unknown_keys(*section, file, known, "parameter", binding.diagnostics);
}

}  // namespace detail

// Binds one module: its file of parameters, and a table for every vector of rows. Nothing is asked of the file where the struct
// has tables only, or where the file could not be read (`document` is null).
template <HasFields P>
void bind_parameters(const Document* document, std::string_view module, P& params, Binding& binding) {
  const std::string file = document != nullptr ? document->file : "parameters/" + std::string(module) + ".toml";
  detail::bind_struct(document != nullptr ? &document->root : nullptr, file, std::string(module), binding, params);
}

}  // namespace thermidor::scenario
