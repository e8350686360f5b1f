// Outputs in balance with final demand and with one another (Leontief), by elimination: what the plan's successive
// approximations approach.
#pragma once

#include <vector>

namespace thermidor::reference {

// `inputs[i][j]` is what a unit of output j uses up of i. Solves x = inputs x + final_demand; empty where no balance exists.
std::vector<double> outputs_in_balance(const std::vector<std::vector<double>>& inputs, const std::vector<double>& final_demand);

}  // namespace thermidor::reference
