// Reads formulas as the tables print them, so that the code is held against the printed text and not against a second copy.
#pragma once

#include <map>
#include <string>

namespace thermidor::reference::testing {

using Values = std::map<std::string, double>;

// The right side of "name = formula" with + - * / ** ( ), numbers and names; what follows the formula is not read.
double evaluate(const std::string& equation, const Values& values);

}  // namespace thermidor::reference::testing
