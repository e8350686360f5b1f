#include "scenario/binding.hpp"

#include <algorithm>

#include "core/table.hpp"
#include "signals/policy.hpp"

namespace thermidor::scenario {
namespace detail {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

std::vector<std::string> names_of_items(std::size_t size) {
  if (size == kLeverCount) return {kLeverNames.begin(), kLeverNames.end()};
  if (size == kInstrumentCount) return {kInstrumentNames.begin(), kInstrumentNames.end()};
  return {};
}

void check_range(const Value& entry, const ValueHeader& header, const Reading& reading) {
  const Field& field = reading.field;
  const auto fail = [&](const char* key, std::string message, std::string expected) {
    reading.binding.fail(reading.file, entry.find(key)->place, std::move(message), std::move(expected));
  };
  if (header.low < field.low || header.low > field.high)
    fail("low", "low " + format_number(header.low) + " is out of bounds", bounds_text(field));
  if (header.high > field.high || header.high < field.low)
    fail("high", "high " + format_number(header.high) + " is out of bounds", bounds_text(field));
  if (header.low > header.high)
    fail("low", "low " + format_number(header.low) + " is above high " + format_number(header.high), "low <= high");
  const Value* const value = entry.find("value");
  if (value == nullptr || !(value->number >= field.low && value->number <= field.high) || !value->is_number()) return;
  if (value->number < header.low || value->number > header.high) {
    reading.binding.fail(reading.file, value->place, "value " + value->text + " lies outside its own low and high",
                         "a number from " + format_number(header.low) + " to " + format_number(header.high));
  }
}

}  // namespace

std::string bounds_text(const Field& field) {
  if (field.low == -kInfinity && field.high == kInfinity) return "a number";
  return "a number from " + format_number(field.low) + " to " + format_number(field.high);
}

std::optional<double> read_number(const Value& value, bool whole, const Reading& reading) {
  if (!value.is_number() || (whole && value.kind != ValueKind::integer)) {
    reading.binding.fail(reading.file, value.place, std::string(reading.field.name) + " is " + describe(value),
                         whole ? "a whole number" : "a number");
    return std::nullopt;
  }
  if (!(value.number >= reading.field.low && value.number <= reading.field.high)) {
    reading.binding.fail(reading.file, value.place, std::string(reading.field.name) + " " + value.text + " is out of bounds",
                         bounds_text(reading.field));
    return std::nullopt;
  }
  return value.number;
}

std::optional<bool> read_flag(const Value& value, const Reading& reading) {
  if (value.kind == ValueKind::flag) return value.flag;
  reading.binding.fail(reading.file, value.place, std::string(reading.field.name) + " is " + describe(value), "true or false");
  return std::nullopt;
}

std::optional<std::string> read_string(const Value& value, const Reading& reading) {
  if (value.kind == ValueKind::text) return value.text;
  reading.binding.fail(reading.file, value.place, std::string(reading.field.name) + " is " + describe(value),
                       "a text in quotes");
  return std::nullopt;
}

std::optional<Month> read_month(const Value& value, const Reading& reading) {
  if (value.kind == ValueKind::text || value.kind == ValueKind::date) {
    if (const std::optional<Month> month = parse_month(value.text)) return month;
  }
  reading.binding.fail(reading.file, value.place, std::string(reading.field.name) + " is " + describe(value),
                       "a month written \"1923-10\"");
  return std::nullopt;
}

std::optional<std::uint16_t> read_id(const Value& value, const std::vector<std::string>& names, const char* kind,
                                     const char* table, const Reading& reading) {
  Binding& binding = reading.binding;
  if (value.kind != ValueKind::text) {
    binding.fail(reading.file, value.place, std::string(reading.field.name) + " is " + describe(value),
                 "the id of " + with_article(kind));
    return std::nullopt;
  }
  if (value.text.empty()) return std::nullopt;
  const int position = position_of(names, value.text);
  if (position >= 0) return static_cast<std::uint16_t>(position);
  if (!binding.broken_tables.contains(table)) {
    binding.fail(reading.file, value.place, std::string("unknown ") + kind + " '" + value.text + "'",
                 std::string("the id of a row of tables/") + table + ".toml", nearest_name(value.text, names));
  }
  return std::nullopt;
}

std::vector<const Value*> read_items(const Value& value, std::size_t size, const Reading& reading) {
  std::vector<const Value*> items;
  const std::vector<std::string> names = names_of_items(size);
  if (value.kind == ValueKind::table && !names.empty()) {
    check_unknown_keys(value, reading.file, names, "value", reading.binding.diagnostics);
    for (const std::string& name : names) items.push_back(value.find(name));
    for (std::size_t i = 0; i < size; ++i) {
      if (items[i] == nullptr)
        reading.binding.fail(reading.file, value.place, std::string(reading.field.name) + " lacks " + names[i],
                             names[i] + " = ...");
    }
    return items;
  }
  if (value.kind != ValueKind::array || (size != 0 && value.items.size() != size)) {
    const std::string expected = size == 0 ? "an array" : "an array of " + std::to_string(size);
    reading.binding.fail(reading.file, value.place, std::string(reading.field.name) + " is " + describe(value), expected);
    return items;
  }
  for (const Value& item : value.items) items.push_back(&item);
  return items;
}

bool check_status(const Value& status, const std::string& file, Binding& binding) {
  const std::vector<std::string> known(kStatuses.begin(), kStatuses.end());
  if (status.kind == ValueKind::text && position_of(known, status.text) >= 0) return true;
  binding.fail(file, status.place,
               "unknown status " + (status.kind == ValueKind::text ? "'" + status.text + "'" : describe(status)),
               "read, recalled, estimated, assumed, hindsight or calibrated", nearest_name(status.text, known));
  return false;
}

void check_row_header(const Value& row, const std::string& file, const std::vector<std::string>& columns, Binding& binding) {
  const Value* const status = row.find("status");
  if (status != nullptr && position_of(columns, "status") < 0) check_status(*status, file, binding);
  for (const char* key : {"source", "note"}) {
    const Value* const value = row.find(key);
    if (value == nullptr || value->kind == ValueKind::text || position_of(columns, key) >= 0) continue;
    binding.fail(file, value->place, std::string(key) + " is " + describe(*value), std::string(key) + " = \"...\"");
  }
}

ValueHeader read_header(const Value& entry, const std::vector<std::string>& extra, bool numeric, const Reading& reading) {
  ValueHeader header;
  std::vector<std::string> known = {"unit", "status", "source", "low", "high", "note"};
  known.insert(known.end(), extra.begin(), extra.end());
  check_unknown_keys(entry, reading.file, known, "value", reading.binding.diagnostics);
  const auto text = [&](const char* key, std::string& target, const std::string& expected) {
    const Value* const value = entry.find(key);
    if (value == nullptr) {
      if (is_misspelt(entry, key, known)) return;
      reading.binding.fail(reading.file, entry.place, std::string(reading.field.name) + " lacks " + key, expected);
    } else if (value->kind != ValueKind::text || value->text.empty()) {
      reading.binding.fail(reading.file, value->place,
                           std::string(key) + " of " + std::string(reading.field.name) + " is " + describe(*value), expected);
    } else {
      target = value->text;
    }
  };
  text("unit", header.unit, "unit = \"" + std::string(reading.field.unit) + "\"");
  text("status", header.status, "status = \"read\", \"recalled\", \"estimated\", \"assumed\", \"hindsight\" or \"calibrated\"");
  text("source", header.source, "source = a key of docs/bibliography.md");
  if (!header.status.empty()) check_status(*entry.find("status"), reading.file, reading.binding);
  if (!header.unit.empty() && header.unit != reading.field.unit) {
    reading.binding.fail(reading.file, entry.find("unit")->place,
                         std::string(reading.field.name) + " is given in '" + header.unit + "'",
                         "'" + std::string(reading.field.unit) + "'");
  }
  if (numeric) {
    for (const char* key : {"low", "high"}) {
      const Value* const value = entry.find(key);
      if (value == nullptr) continue;
      if (!value->is_number() || value->number - value->number != 0) {
        reading.binding.fail(reading.file, value->place,
                             std::string(key) + " of " + std::string(reading.field.name) + " is " + describe(*value),
                             "a number");
      } else {
        (key[0] == 'l' ? header.low : header.high) = value->number;
      }
    }
    check_range(entry, header, reading);
  }
  header.fallback = entry.find("default");
  return header;
}

const Value* find_table(const Value& parent, const std::string& file, const std::string& name, Binding& binding, Place place) {
  const Member* const member = parent.member(name);
  if (member == nullptr) {
    binding.fail(file, place, "no table [" + name + "]", "[" + name + "]");
    return nullptr;
  }
  if (member->value.kind == ValueKind::table) return &member->value;
  binding.fail(file, member->value.place, name + " is " + describe(member->value), "a table");
  return nullptr;
}

void check_unknown_keys(const Value& table, const std::string& file, const std::vector<std::string>& known, const char* what,
                        Diagnostics& diagnostics) {
  for (const Member& member : table.members) {
    if (position_of(known, member.name) >= 0) continue;
    diagnostics.push_back(fault_at(file, member.place, std::string("unknown ") + what + " '" + member.name + "'",
                                   "the name of " + with_article(what), nearest_name(member.name, known)));
  }
}

bool is_misspelt(const Value& table, std::string_view name, const std::vector<std::string>& known) {
  for (const Member& member : table.members) {
    if (position_of(known, member.name) < 0 && nearest_name(member.name, known) == name) return true;
  }
  return false;
}

std::string written_value(const Value& value) {
  if (value.kind != ValueKind::array && value.kind != ValueKind::table) return value.text;
  std::string text = "[";
  for (const Value& item : value.items) text += (text.size() > 1 ? ", " : "") + written_value(item);
  for (const Member& member : value.members)
    text += (text.size() > 1 ? ", " : "") + member.name + " = " + written_value(member.value);
  return text + "]";
}

}  // namespace detail

namespace {

std::vector<std::string> row_ids(const Document& document) {
  std::vector<std::string> ids;
  const Value* const rows = document.root.find("row");
  if (rows == nullptr) return ids;
  for (const Value& row : rows->items) {
    const Value* const id = row.find("id");
    ids.push_back(id != nullptr && id->kind == ValueKind::text ? id->text : std::string());
  }
  return ids;
}

}  // namespace

void collect_names(Binding& binding) {
  Names& names = binding.names;
  const auto ids = [&](const char* table) {
    const auto found = binding.tables.find(table);
    return found == binding.tables.end() ? std::vector<std::string>() : row_ids(found->second);
  };
  names.leaders = ids("leaders");
  names.posts = ids("posts");
  names.organs = ids("organs");
  names.provinces = ids("provinces");
  names.regions = ids("regions");
  names.branches = ids("branches");
  names.zones = ids("weather_zones");
  const auto posts = binding.tables.find("posts");
  if (posts == binding.tables.end() || posts->second.root.find("row") == nullptr) return;
  for (const Value& row : posts->second.root.find("row")->items) {
    const Value* const from = row.find("exists_from");
    names.post_from.push_back(from != nullptr ? parse_month(from->text).value_or(Month{}) : Month{});
  }
}

void check_columns(Binding& binding) {
  for (const auto& [name, document] : binding.tables) {
    if (!binding.used_tables.contains(name)) {
      binding.fail(document.file, {}, "nothing reads this table", "a table of the reference of parameters",
                   nearest_name(name, {binding.used_tables.begin(), binding.used_tables.end()}));
      continue;
    }
    std::vector<std::string> columns = binding.known_columns[name];
    if (const Value* const header = document.root.find("columns"))
      detail::check_unknown_keys(*header, document.file, columns, "column", binding.diagnostics);
    for (const char* key : {"status", "source", "note"}) columns.emplace_back(key);
    const Value* const rows = document.root.find("row");
    if (rows == nullptr) continue;
    for (const Value& row : rows->items) detail::check_unknown_keys(row, document.file, columns, "column", binding.diagnostics);
  }
}

void tidy_diagnostics(Diagnostics& diagnostics) {
  sort_diagnostics(diagnostics);
  const auto same = [](const Diagnostic& a, const Diagnostic& b) {
    return a.file == b.file && a.line == b.line && a.column == b.column && a.message == b.message;
  };
  diagnostics.erase(std::unique(diagnostics.begin(), diagnostics.end(), same), diagnostics.end());
}

}  // namespace thermidor::scenario
