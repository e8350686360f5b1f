// Weitzman's production function with constant elasticity of substitution, as Allen uses it for Soviet growth (chapter 10).
#pragma once

namespace thermidor::reference {

struct Weitzman {
  double scale = 1;
  double capital_weight = 0.639;
  double rho = 1.481389;
};
double substitution_elasticity(const Weitzman& economy);
double output(const Weitzman& economy, double capital, double labour);

}  // namespace thermidor::reference
