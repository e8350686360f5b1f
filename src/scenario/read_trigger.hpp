// When an act is done that has no single date: its keys `repeat` and `when`.
#pragma once

#include <string>

#include "core/result.hpp"
#include "model/act.hpp"
#include "scenario/document.hpp"
#include "scenario/names.hpp"

namespace thermidor::scenario {

void read_trigger(const Value& table, const std::string& file, const Names& names, Act& act, Diagnostics& diagnostics);

}  // namespace thermidor::scenario
