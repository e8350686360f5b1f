#include "scenario/row_reader.hpp"

#include "scenario/names.hpp"

namespace thermidor::scenario {

std::vector<const Value*> tables_of(const Value& parent, const char* key, const std::string& file, Diagnostics& diagnostics) {
  std::vector<const Value*> tables;
  const Value* const list = parent.find(key);
  if (list == nullptr) return tables;
  const std::string expected = std::string("[[") + key + "]] tables";
  if (list->kind != ValueKind::array)
    diagnostics.push_back(fault_at(file, list->place, std::string(key) + " is " + describe(*list), expected));
  for (const Value& item : list->items) {
    if (item.kind == ValueKind::table) {
      tables.push_back(&item);
    } else {
      diagnostics.push_back(fault_at(file, item.place, std::string(key) + " holds " + describe(item), expected));
    }
  }
  return tables;
}

bool is_id(std::string_view text) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  const auto is_inner = [&](char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_'; };
  if (text.empty() || !is_letter(text.front()) || text.back() == '.') return false;
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (text[i] == '.' ? text[i - 1] == '.' : !is_inner(text[i])) return false;
  }
  return true;
}

void UniqueIds::add(const std::string& id, Place place) {
  if (id.empty()) return;
  if (!is_id(id))
    diagnostics_.push_back(fault_at(file_, place, "id '" + id + "' is no id",
                                    "letters, digits, - and _ in parts with dots between, a letter first"));
  if (position_of(seen_, id) >= 0)
    diagnostics_.push_back(fault_at(file_, place, "id '" + id + "' is given twice", "an id of its own"));
  seen_.push_back(id);
}

const Value* RowReader::find(const char* key, bool required) {
  asked_.emplace_back(key);
  const Value* const value = table_.find(key);
  if (value == nullptr && required) fail(table_.place, std::string("no ") + key, std::string(key) + " = ...");
  return value;
}

void RowReader::fail(Place place, std::string message, std::string expected, std::string suggestion) {
  diagnostics_.push_back(fault_at(file_, place, std::move(message), std::move(expected), std::move(suggestion)));
}

Place RowReader::place(const char* key) const {
  const Value* const value = table_.find(key);
  return value != nullptr ? value->place : table_.place;
}

std::string RowReader::text(const char* key, bool required) {
  const Value* const value = find(key, required);
  if (value == nullptr) return {};
  if (value->kind == ValueKind::text && !(required && value->text.empty())) return value->text;
  fail(value->place, std::string(key) + " is " + describe(*value), "a text in quotes");
  return {};
}

std::string RowReader::choice(const char* key, const std::vector<std::string>& known, bool required) {
  std::string chosen = text(key, required);
  if (chosen.empty() || position_of(known, chosen) >= 0) return chosen;
  std::string list;
  for (const std::string& name : known) list += (list.empty() ? "" : ", ") + name;
  fail(place(key), std::string("unknown ") + key + " '" + chosen + "'", "one of " + list, nearest_name(chosen, known));
  return {};
}

std::optional<double> RowReader::number(const char* key) {
  const Value* const value = find(key, false);
  if (value == nullptr) return std::nullopt;
  if (value->is_number() && value->number - value->number == 0) return value->number;
  fail(value->place, std::string(key) + " is " + describe(*value), "a number");
  return std::nullopt;
}

std::optional<bool> RowReader::flag(const char* key) {
  const Value* const value = find(key, false);
  if (value == nullptr) return std::nullopt;
  if (value->kind == ValueKind::flag) return value->flag;
  fail(value->place, std::string(key) + " is " + describe(*value), "true or false");
  return std::nullopt;
}

std::optional<Month> RowReader::month(const char* key, bool required) {
  const Value* const value = find(key, required);
  if (value == nullptr) return std::nullopt;
  const bool text = value->kind == ValueKind::text || value->kind == ValueKind::date;
  const std::optional<Month> month = text ? parse_month(value->text) : std::nullopt;
  if (!month) fail(value->place, std::string(key) + " is " + describe(*value), "a month written \"1923-10\"");
  return month;
}

std::vector<std::string> RowReader::texts(const char* key) {
  const Value* const value = find(key, false);
  std::vector<std::string> list;
  if (value == nullptr) return list;
  if (value->kind == ValueKind::text) return {value->text};
  if (value->kind != ValueKind::array)
    fail(value->place, std::string(key) + " is " + describe(*value), "a text or an array of texts");
  for (const Value& item : value->items) {
    if (item.kind == ValueKind::text) {
      list.push_back(item.text);
    } else {
      fail(item.place, std::string(key) + " holds " + describe(item), "texts");
    }
  }
  return list;
}

Expression RowReader::expression(const char* key, const Vocabulary& vocabulary, bool required) {
  const Value* const value = find(key, required);
  if (value == nullptr) return {};
  if (value->is_number() && value->number - value->number == 0) return parse_expression(value->text).value();
  if (value->kind != ValueKind::text) {
    fail(value->place, std::string(key) + " is " + describe(*value), "an expression in quotes");
    return {};
  }
  Result<Expression> parsed = parse_expression(value->text, vocabulary);
  if (parsed) return std::move(parsed).value();
  for (const Diagnostic& fault : parsed.diagnostics()) {
    // Where the text stands in the file as it is, the fault is shown in its place; otherwise at the beginning of the text.
    const int inside = value->text_offset > 0 ? value->text_offset + fault.column - 1 : 0;
    fail({value->place.line, value->place.column + inside}, fault.message, fault.expected, fault.suggestion);
  }
  return {};
}

void RowReader::finish(const std::vector<std::string>& more) {
  std::vector<std::string> known = asked_;
  known.insert(known.end(), more.begin(), more.end());
  for (const Member& member : table_.members) {
    if (position_of(known, member.name) >= 0) continue;
    std::string list;
    for (const std::string& name : known) list += (list.empty() ? "" : ", ") + name;
    fail(member.place, "unknown key '" + member.name + "'", "one of " + list, nearest_name(member.name, known));
  }
}

}  // namespace thermidor::scenario
