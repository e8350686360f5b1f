#include "scenario/bind_rows.hpp"

namespace thermidor::scenario::detail {

RowReading::RowReading(const Value& row, const std::string& name, const ColumnHeaders& columns, const std::string& file,
                       Binding& binding)
    : row_(row), name_(name), columns_(columns), file_(file), binding_(binding) {
  const Value* const id = row.find("id");
  if (id != nullptr) id_ = id->text;
}

const ValueHeader* RowReading::header_of(const Field& field) const {
  const auto column = columns_.find(std::string(field.name));
  return column != columns_.end() ? &column->second : nullptr;
}

std::string RowReading::override_of(const char* key, const std::string& fallback) const {
  const Value* const own = row_.find(key);
  return own != nullptr && own->kind == ValueKind::text ? own->text : fallback;
}

const Value* RowReading::find_cell(const Field& field, bool numeric) const {
  const ValueHeader* const column = header_of(field);
  const std::string member(field.name);
  const Value* cell = row_.find(field.name);
  if (cell == nullptr && column != nullptr) cell = column->fallback;
  if (cell == nullptr && binding_.plain != nullptr && member != "id") return nullptr;
  if (cell == nullptr) {
    if ((!numeric && member != "id") || is_misspelt(row_, field.name, binding_.known_columns[name_])) return nullptr;
    binding_.fail(file_, row_.place, "row " + (id_.empty() ? "" : "'" + id_ + "' ") + "lacks " + member,
                  member + " = ..., or a default in [columns]");
    return nullptr;
  }
  if (numeric && column == nullptr && binding_.plain == nullptr) {
    binding_.fail(file_, {1, 1}, "column '" + member + "' has no entry in [columns]",
                  member + " = { unit = \"" + std::string(field.unit) + "\", source = \"...\", status = \"...\" }");
  }
  return cell;
}

void RowReading::note_source(const Field& field, const Value& cell) const {
  const ValueHeader* const column = header_of(field);
  const std::string unit(field.unit);
  ValueHeader header = column != nullptr ? *column : ValueHeader{unit, "", std::string(field.source)};
  if (binding_.plain != nullptr) header = {unit, binding_.plain->status, binding_.plain->source};
  binding_.provenance.push_back({"tables." + name_ + "." + id_ + "." + std::string(field.name), written_value(cell),
                                 header.unit, header.low, header.high, override_of("status", header.status),
                                 override_of("source", header.source), std::string(field.text), file_, cell.place});
}

namespace {

// Reads [columns] of a table for a row of such members.
ColumnHeaders bind_columns(const Document& document, const std::string& name, const std::vector<RowColumn>& members,
                           Binding& binding) {
  ColumnHeaders columns;
  const Value* const header = document.root.find("columns");
  std::vector<std::string>& known = binding.known_columns[name];
  for (const RowColumn& member : members) {
    const Field& field = member.field;
    if (position_of(known, field.name) < 0) known.emplace_back(field.name);
    const Value* const column = header != nullptr ? header->find(field.name) : nullptr;
    if (column == nullptr) continue;
    if (column->kind == ValueKind::table) {
      columns.emplace(field.name, read_header(*column, {"default"}, member.numeric, {binding, document.file, field}));
    } else {
      binding.fail(document.file, column->place, "column '" + std::string(field.name) + "' is " + describe(*column),
                   "{ unit = \"...\", source = \"...\", status = \"...\" }");
    }
  }
  return columns;
}

}  // namespace

OpenTable open_table(const std::string& name, const std::vector<RowColumn>& members, Binding& binding) {
  if (!binding.used_tables.insert(name).second || binding.broken_tables.contains(name)) return {};
  const auto found = binding.tables.find(name);
  if (found == binding.tables.end()) {
    if (binding.complete)
      binding.fail((binding.folder.empty() ? "" : binding.folder + "/") + "tables/" + name + ".toml", {}, "no such file",
                   "a table of " + name);
    return {};
  }
  const Document& document = found->second;
  check_unknown_keys(document.root, document.file, {"columns", "row"}, "key", binding.diagnostics);
  OpenTable table{&document, bind_columns(document, name, members, binding), document.root.find("row")};
  const Value* const list = table.rows;
  if (list == nullptr || list->kind != ValueKind::array || list->items.empty()) {
    binding.fail(document.file, list != nullptr ? list->place : Place{1, 1}, "no rows", "[[row]]");
    table.document = nullptr;
  }
  return table;
}

bool check_row(const Value& row, const std::string& name, const std::string& file, std::map<std::string, Place>& seen,
               Binding& binding) {
  if (row.kind != ValueKind::table) {
    binding.fail(file, row.place, "a row is " + describe(row), "a [[row]] table");
    return false;
  }
  check_row_header(row, file, binding.known_columns[name], binding);
  const Value* const id = row.find("id");
  if (id == nullptr || id->kind != ValueKind::text) return true;
  if (id->text.empty()) binding.fail(file, id->place, "the id is empty", "a name of the row's own");
  const auto [first, fresh] = seen.emplace(id->text, id->place);
  if (!fresh)
    binding.fail(file, id->place, "id '" + id->text + "' is given twice, first in line " + std::to_string(first->second.line),
                 "an id of its own");
  return true;
}

}  // namespace thermidor::scenario::detail
