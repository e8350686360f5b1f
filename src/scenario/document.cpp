#include "scenario/document.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "core/table.hpp"

namespace thermidor::scenario {
namespace {

Place place_of(const toml::source_region& region) {
  return {static_cast<int>(region.begin.line), static_cast<int>(region.begin.column)};
}

// Columns from the opening quote to the text, if the text stands there as it is.
class Lines {
 public:
  explicit Lines(std::string_view text) {
    for (std::size_t start = 0; start <= text.size();) {
      const std::size_t end = std::min(text.find('\n', start), text.size());
      lines_.push_back(text.substr(start, end - start));
      start = end + 1;
    }
  }

  int text_offset(Place place, const std::string& content) const {
    if (place.line < 1 || static_cast<std::size_t>(place.line) > lines_.size()) return 0;
    const std::string_view line = lines_[static_cast<std::size_t>(place.line) - 1];
    std::size_t at = 0;
    // Columns count characters, not bytes.
    for (int column = 1; column < place.column && at < line.size(); ++column) {
      ++at;
      while (at < line.size() && (static_cast<unsigned char>(line[at]) & 0xC0U) == 0x80U) ++at;
    }
    for (const std::size_t quotes : {std::size_t{1}, std::size_t{3}}) {
      if (at + quotes <= line.size() && (line[at] == '"' || line[at] == '\'') &&
          line.substr(at + quotes, content.size()) == content) {
        const std::size_t close = at + quotes + content.size();
        if (close < line.size() && line[close] == line[at]) return static_cast<int>(quotes);
      }
    }
    return 0;
  }

 private:
  std::vector<std::string_view> lines_;
};

std::string date_text(const toml::date& date) {
  const auto padded = [](int number, std::size_t width) {
    const std::string digits = std::to_string(number);
    return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
  };
  return padded(date.year, 4) + "-" + padded(date.month, 2) + "-" + padded(date.day, 2);
}

Value convert(const toml::node& node, const Lines& lines);

void convert_table(const toml::table& table, const Lines& lines, Value& value) {
  value.kind = ValueKind::table;
  for (const auto& [key, child] : table) {
    value.members.push_back({std::string(key.str()), place_of(key.source()), convert(child, lines)});
  }
  // The library iterates by name; readers think in the order of the file.
  std::stable_sort(value.members.begin(), value.members.end(), [](const Member& a, const Member& b) {
    return a.place.line != b.place.line ? a.place.line < b.place.line : a.place.column < b.place.column;
  });
}

Value convert(const toml::node& node, const Lines& lines) {
  Value value;
  value.place = place_of(node.source());
  if (const toml::table* table = node.as_table()) {
    convert_table(*table, lines, value);
  } else if (const toml::array* array = node.as_array()) {
    value.kind = ValueKind::array;
    for (const toml::node& item : *array) value.items.push_back(convert(item, lines));
  } else if (const auto* text = node.as_string()) {
    value.kind = ValueKind::text;
    value.text = text->get();
    value.text_offset = lines.text_offset(value.place, value.text);
  } else if (const auto* integer = node.as_integer()) {
    value.kind = ValueKind::integer;
    value.integer = integer->get();
    value.number = static_cast<double>(value.integer);
    value.text = std::to_string(value.integer);
  } else if (const auto* real = node.as_floating_point()) {
    value.kind = ValueKind::real;
    value.number = real->get();
    value.text = format_number(value.number);
  } else if (const auto* flag = node.as_boolean()) {
    value.kind = ValueKind::flag;
    value.flag = flag->get();
    value.text = value.flag ? "true" : "false";
  } else {
    value.kind = ValueKind::date;
    if (const auto* date = node.as_date()) value.text = date_text(date->get());
    if (const auto* moment = node.as_date_time()) value.text = date_text(moment->get().date);
  }
  return value;
}

// The library's "Error while parsing value: expected x, saw y" in this project's form.
Diagnostic syntax_fault(const toml::parse_error& error, const std::string& file) {
  constexpr std::string_view kPrefix = "Error while parsing ";
  std::string message(error.description());
  if (message.starts_with(kPrefix)) message.erase(0, kPrefix.size());
  std::string expected;
  const std::size_t at = std::min(message.find("; expected "), message.find(": expected "));
  if (at != std::string::npos) {
    const std::size_t saw = std::min(message.find(", saw ", at), message.size());
    expected = message.substr(at + 11, saw - at - 11);
    message = message.substr(0, at) + message.substr(saw);
  }
  return fault_at(file, place_of(error.source()), "not TOML: " + message, expected);
}

}  // namespace

const Member* Value::member(std::string_view name) const {
  for (const Member& candidate : members) {
    if (candidate.name == name) return &candidate;
  }
  return nullptr;
}

const Value* Value::find(std::string_view name) const {
  const Member* const found = member(name);
  return found != nullptr ? &found->value : nullptr;
}

const char* kind_name(ValueKind kind) {
  switch (kind) {
    case ValueKind::text: return "a text";
    case ValueKind::integer: return "a whole number";
    case ValueKind::real: return "a number";
    case ValueKind::flag: return "true or false";
    case ValueKind::date: return "a date";
    case ValueKind::array: return "an array";
    default: return "a table";
  }
}

std::string describe(const Value& value) {
  switch (value.kind) {
    case ValueKind::text: return "text \"" + value.text + "\"";
    case ValueKind::integer:
    case ValueKind::real: return "number " + value.text;
    case ValueKind::flag: return value.text;
    case ValueKind::date: return "date " + value.text;
    case ValueKind::array: return "an array of " + std::to_string(value.items.size());
    default: return "a table";
  }
}

Result<Document> parse_document(std::string_view text, const std::string& file) {
  try {
    const toml::table table = toml::parse(text, file);
    Document document;
    document.file = file;
    document.root.place = {1, 1};
    convert_table(table, Lines(text), document.root);
    return document;
  } catch (const toml::parse_error& error) {
    return syntax_fault(error, file);
  }
}

Result<Document> read_document(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream) return fault_at(path, {}, "cannot read the file");
  const std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  if (stream.bad()) return fault_at(path, {}, "cannot read the file");
  return parse_document(text, path);
}

Diagnostic fault_at(const std::string& file, Place place, std::string message, std::string expected, std::string suggestion) {
  return {file, place.line, place.column, std::move(message), std::move(expected), std::move(suggestion)};
}

Value make_text(std::string text, Place place) {
  Value value;
  value.kind = ValueKind::text;
  value.place = place;
  value.text = std::move(text);
  return value;
}

Value make_number(double number, Place place) {
  constexpr double kLargest = 9e18;  // beyond it no whole number is kept
  Value value;
  value.integer = number > -kLargest && number < kLargest ? static_cast<std::int64_t>(number) : 0;
  value.kind = static_cast<double>(value.integer) == number ? ValueKind::integer : ValueKind::real;
  value.place = place;
  value.number = number;
  value.text = format_number(number);
  return value;
}

}  // namespace thermidor::scenario
