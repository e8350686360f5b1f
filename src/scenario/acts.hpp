// Acts as text: [[do]] tables of TOML files and one-liners such as lever.trade_monopoly=0.6@1922-10..1929-12, both checked
// against the scenario's names. The language is described in docs/reference/acts.md.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.hpp"
#include "model/act.hpp"
#include "scenario/document.hpp"
#include "scenario/names.hpp"

namespace thermidor::scenario {

// Reads one [[do]] table; adds what is wrong with it to `diagnostics`.
std::optional<Act> read_act(const Value& table, const std::string& file, const Names& names, Diagnostics& diagnostics);

// All [[do]] tables of a document, or those of another key, in the order of the file; adds faults and contradictions.
std::vector<Act> read_act_list(const Value& parent, const std::string& file, const Names& names, Diagnostics& diagnostics,
                               std::string_view key = "do");

// A file of acts.
Result<std::vector<Act>> read_acts(const Document& document, const Names& names);

// One act in one line; `origin` stands for the file in messages.
Result<Act> parse_act_line(std::string_view line, const Names& names, const std::string& origin = "--do");

// The act in one line; reads back to the same act.
std::string format_act(const Act& act, const Names& names);

// What in a list of acts cannot be true at once: errors, and warnings for what is said twice.
Diagnostics find_contradictions(const std::vector<Act>& acts, const Names& names);

// Everybody whom an act names.
std::vector<LeaderId> leaders_of(const Act& act);

}  // namespace thermidor::scenario
