// A TOML file as a tree of plain values that know where they were written. The rest of this module sees files only in this
// form.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.hpp"

namespace thermidor::scenario {

struct Place {
  int line = 0;    // 1-based; 0 when unknown
  int column = 0;  // 1-based, in characters
};

enum class ValueKind : std::uint8_t { text, integer, real, flag, date, array, table };

struct Member;

// One value; only the parts of its kind are filled.
struct Value {
  ValueKind kind = ValueKind::table;
  Place place;
  int text_offset = 0;  // columns from the place to the first character of a text; 0 when it was escaped or runs over lines
  std::string text;     // text, date ("1925-12-18"), or a number as written in the shortest form
  std::int64_t integer = 0;
  double number = 0;  // of integers and reals
  bool flag = false;
  std::vector<Value> items;     // of an array
  std::vector<Member> members;  // of a table, in the order of the file

  bool is_number() const { return kind == ValueKind::integer || kind == ValueKind::real; }
  const Value* find(std::string_view name) const;
  const Member* member(std::string_view name) const;
};

struct Member {
  std::string name;
  Place place;  // of the key
  Value value;
};

// "a text", "an array", ...
const char* kind_name(ValueKind kind);

// "text \"volga\"", "number 3.5": for messages.
std::string describe(const Value& value);

// Status and source of values that a scenario writes without a header of their own.
struct Plain {
  std::string status;
  std::string source;
};

struct Document {
  std::string file;  // as shown in messages
  Value root;
  std::optional<Plain> plain = std::nullopt;  // of a part of scenario.toml
};

// Reads a file. Its first fault of form ends the reading.
Result<Document> read_document(const std::string& path);
Result<Document> parse_document(std::string_view text, const std::string& file);

// A fault at a place of a document.
Diagnostic fault_at(const std::string& file, Place place, std::string message, std::string expected = {},
                    std::string suggestion = {});

// A value made by hand, for acts given in one line.
Value make_text(std::string text, Place place);
Value make_number(double number, Place place);

}  // namespace thermidor::scenario
