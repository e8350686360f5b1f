#include "scenario/extend.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "scenario/find.hpp"

namespace thermidor::scenario {
namespace {

namespace fs = std::filesystem;

// What belongs to a scenario alone.
constexpr std::array<std::string_view, 5> kOwn = {"key", "title", "extends", "status", "source"};

std::string text_of(const Value* table, std::string_view key) {
  const Value* const value = table != nullptr ? table->find(key) : nullptr;
  return value != nullptr && value->kind == ValueKind::text ? value->text : std::string();
}

Value table_at(Place place) {
  Value table;
  table.kind = ValueKind::table;
  table.place = place;
  return table;
}

// A part of scenario.toml as a document of its own whose only member has this name.
Document part_of(const Document& info, const Member& member, std::string name) {
  Document part{info.file, table_at(member.place), std::nullopt};
  part.root.members.push_back({std::move(name), member.place, member.value});
  return part;
}

bool is_table(const Member& member, const Document& info, Files& files) {
  if (member.value.kind == ValueKind::table) return true;
  files.binding.fail(info.file, member.value.place, member.name + " is " + describe(member.value), "a table");
  return false;
}

void take_tables(const Document& info, const Plain& plain, const Member& tables, Files& files) {
  if (!is_table(tables, info, files)) return;
  for (const Member& table : tables.value.members) {
    Document document = part_of(info, table, "row");
    document.plain = plain;
    files.binding.tables.insert_or_assign(table.name, std::move(document));
  }
}

void take_parameters(const Document& info, const Plain& plain, const Member& parameters, Files& files) {
  if (!is_table(parameters, info, files)) return;
  ParameterLayer layer;
  layer.complete = false;
  for (const Member& module : parameters.value.members) {
    if (is_table(module, info, files)) layer.files.emplace(module.name, Document{info.file, module.value, plain});
  }
  files.layers.push_back(std::move(layer));
}

}  // namespace

Base find_base(const Document& info, const fs::path& root, Diagnostics& diagnostics) {
  Base base;
  const Value* const table = info.root.find("scenario");
  const Value* const given = table != nullptr ? table->find("extends") : nullptr;
  if (given == nullptr) return base;
  base.place = given->place;
  const std::string name = text_of(table, "extends");
  base.defaults = name == kDefaults;
  if (base.defaults) return base;
  std::error_code ignored;
  const fs::path beside = (root / ".." / name).lexically_normal();
  if (!name.empty() && fs::is_regular_file(beside / "scenario.toml", ignored)) {
    base.folder = beside;
  } else if (const Result<std::string> found = find_scenario(name); found && !name.empty()) {
    base.folder = found.value();
  } else {
    diagnostics.push_back(fault_at(info.file, given->place, "no scenario '" + name + "' to extend",
                                   "the name of a scenario, or \"defaults\"",
                                   found ? std::string() : found.diagnostics().front().suggestion));
    base.defaults = true;
  }
  return base;
}

void take_over_info(const Document& own, std::optional<Document>& info) {
  Document merged = own;
  const Value* const before = info ? info->root.find("scenario") : nullptr;
  for (Member& member : merged.root.members) {
    if (member.name != "scenario" || member.value.kind != ValueKind::table || before == nullptr) continue;
    for (const Member& old : before->members) {
      const bool kept = std::find(kOwn.begin(), kOwn.end(), old.name) != kOwn.end();
      if (!kept && member.value.find(old.name) == nullptr) member.value.members.push_back(old);
    }
  }
  info = std::move(merged);
}

void take_parts(const Document& info, Files& files) {
  const Value* const table = info.root.find("scenario");
  const Plain plain{text_of(table, "status"), text_of(table, "source")};
  for (const Member& member : info.root.members) {
    if (member.name == "do") files.acts.push_back(part_of(info, member, "do"));
    if (member.name == "check") files.checks = part_of(info, member, "check");
    const bool tables = member.name == "tables";
    if (!tables && member.name != "parameters") continue;
    if (plain.status.empty() || plain.source.empty()) {
      files.binding.fail(info.file, member.place, "[scenario] does not say where " + member.name + " come from",
                         "status = \"assumed\" and source = \"...\" in [scenario]");
    }
    tables ? take_tables(info, plain, member, files) : take_parameters(info, plain, member, files);
  }
}

}  // namespace thermidor::scenario
