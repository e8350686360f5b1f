#include "reference/weitzman.hpp"

#include "core/math.hpp"

namespace thermidor::reference {

double substitution_elasticity(const Weitzman& economy) { return 1 / (1 + economy.rho); }

double output(const Weitzman& economy, double capital, double labour) {
  const double h = economy.capital_weight;
  return economy.scale * pow(h * pow(capital, -economy.rho) + (1 - h) * pow(labour, -economy.rho), -1 / economy.rho);
}

}  // namespace thermidor::reference
