// Reads one table of texts, numbers, months and expressions (a check, a question, an ending) and notes everything wrong with
// it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/expression.hpp"
#include "core/result.hpp"
#include "scenario/document.hpp"

namespace thermidor::scenario {

// The tables of an array of tables; other things in it are faults.
std::vector<const Value*> tables_of(const Value& parent, const char* key, const std::string& file, Diagnostics& diagnostics);

// Parts of letters, digits, - and _ with single dots between them; a letter comes first. What stands before the first dot names
// the theme.
bool is_id(std::string_view text);

// Ids of checks, contrasts and outcomes: each well formed, and once.
class UniqueIds {
 public:
  UniqueIds(const std::string& file, Diagnostics& diagnostics) : file_(file), diagnostics_(diagnostics) {}
  void add(const std::string& id, Place place);

 private:
  const std::string& file_;
  Diagnostics& diagnostics_;
  std::vector<std::string> seen_;
};

class RowReader {
 public:
  RowReader(const Value& table, const std::string& file, Diagnostics& diagnostics)
      : table_(table), file_(file), diagnostics_(diagnostics) {}

  std::string text(const char* key, bool required = false);
  // One text out of a list, with a suggestion when it is none of them.
  std::string choice(const char* key, const std::vector<std::string>& known, bool required = true);
  std::optional<double> number(const char* key);
  std::optional<bool> flag(const char* key);
  std::optional<Month> month(const char* key, bool required = false);
  std::vector<std::string> texts(const char* key);  // a text or an array of texts
  Expression expression(const char* key, const Vocabulary& vocabulary, bool required = false);

  // Keys that were asked for; others are faults. `more` are read elsewhere.
  void finish(const std::vector<std::string>& more = {});
  void fail(Place place, std::string message, std::string expected = {}, std::string suggestion = {});
  bool has(const char* key) const { return table_.find(key) != nullptr; }
  Place place(const char* key) const;

 private:
  const Value* find(const char* key, bool required);

  const Value& table_;
  const std::string& file_;
  Diagnostics& diagnostics_;
  std::vector<std::string> asked_;
};

}  // namespace thermidor::scenario
