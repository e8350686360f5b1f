// What no single value shows: rows that are missing or said twice, shares that do not add up, a branch that uses nothing, a
// region that nothing reaches. Each fault is reported where the text would have to change.
#pragma once

#include <map>
#include <string>

#include "model/params.hpp"
#include "scenario/binding.hpp"

namespace thermidor::scenario {

// Tables against one another and against what the model looks up. Tables that are missing or broken have been reported.
void check_tables(const ScenarioInfo& info, Binding& binding);

// Lists of shares in the files of parameters, by name of the file.
void check_shares(const std::map<std::string, Document>& parameters, Binding& binding);

}  // namespace thermidor::scenario
