// What is gathered while the files of a scenario are bound to structs: faults, where every value comes from, and the names of
// rows.
#pragma once

#include <array>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/fields.hpp"
#include "core/result.hpp"
#include "scenario/document.hpp"
#include "scenario/names.hpp"

namespace thermidor::scenario {

inline constexpr double kNotGiven = std::numeric_limits<double>::quiet_NaN();

// How far a number may be trusted: `recalled` means not yet checked against a page.
inline constexpr std::array<std::string_view, 6> kStatuses = {"read",    "recalled",  "estimated",
                                                              "assumed", "hindsight", "calibrated"};

// Where one value comes from.
struct Provenance {
  std::string name;   // "economy.start.price_level", "tables.regions.volga.normal_yield"
  std::string value;  // as written
  std::string unit;
  double low = kNotGiven;  // range of the uncertainty, where the file gives one
  double high = kNotGiven;
  std::string status;
  std::string source;
  std::string text;  // meaning
  std::string file;
  Place place;
};

struct Binding {
  std::string folder;  // of the scenario, for messages
  Names names;
  std::map<std::string, Document> tables;  // by name
  std::set<std::string> broken_tables;     // files that could not be read: no faults that follow from that
  std::map<std::string, std::vector<std::string>> known_columns;  // of every table bound so far
  std::set<std::string> used_tables;
  const std::map<std::string, Document>* parameter_files = nullptr;  // a nested struct may have a file of its own
  std::set<std::string> used_parameters;                             // such files that were read
  bool complete = true;          // every parameter and table must be given; otherwise what is not given stays as it is
  const Plain* plain = nullptr;  // while values that stand without unit and source are read: what holds for all of them
  Diagnostics diagnostics;
  std::vector<Provenance> provenance;

  void fail(const std::string& file, Place place, std::string message, std::string expected = {}, std::string suggestion = {}) {
    diagnostics.push_back(fault_at(file, place, std::move(message), std::move(expected), std::move(suggestion)));
  }
};

// Ids of the rows of every table, before anything is bound.
void collect_names(Binding& binding);

// After all modules are bound: columns and tables that nothing reads.
void check_columns(Binding& binding);

// Sorted by place, each fault once.
void tidy_diagnostics(Diagnostics& diagnostics);

// Helpers of bind.hpp that need no template.
namespace detail {

// What surrounds a value that is being read.
struct Reading {
  Binding& binding;
  const std::string& file;
  const Field& field;
};

// The header of a value: what the inline table of a parameter or a table's [columns] says about it.
struct ValueHeader {
  std::string unit;
  std::string status;
  std::string source;
  double low = kNotGiven;
  double high = kNotGiven;
  const Value* fallback = nullptr;  // `default` of a column
};

std::string bounds_text(const Field& field);
std::optional<double> read_number(const Value& value, bool whole, const Reading& reading);
std::optional<bool> read_flag(const Value& value, const Reading& reading);
std::optional<std::string> read_string(const Value& value, const Reading& reading);
std::optional<Month> read_month(const Value& value, const Reading& reading);
std::optional<std::uint16_t> read_id(const Value& value, const std::vector<std::string>& names, const char* kind,
                                     const char* table, const Reading& reading);
// The items of an array of a given length (0 = any); an array of levers or instruments may be given as a table by name.
std::vector<const Value*> read_items(const Value& value, std::size_t size, const Reading& reading);

// unit, status, source, low and high out of `entry`; `extra` are the other keys allowed.
ValueHeader read_header(const Value& entry, const std::vector<std::string>& extra, bool numeric, const Reading& reading);
const Value* find_table(const Value& parent, const std::string& file, const std::string& name, Binding& binding, Place place);
void check_unknown_keys(const Value& table, const std::string& file, const std::vector<std::string>& known, const char* what,
                        Diagnostics& diagnostics);
// True if the table has an unknown key that was meant to be `name`: then that is the fault, and nothing is missing.
bool is_misspelt(const Value& table, std::string_view name, const std::vector<std::string>& known);
std::string written_value(const Value& value);
bool check_status(const Value& status, const std::string& file, Binding& binding);
// A row's `status`, `source` and `note`, where they are no columns.
void check_row_header(const Value& row, const std::string& file, const std::vector<std::string>& columns, Binding& binding);

}  // namespace detail
}  // namespace thermidor::scenario
