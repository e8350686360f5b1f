#include "reference/weitzman.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace thermidor::reference::testing {
namespace {

TEST(WeitzmanOutput, HasConstantReturnsAndItsElasticityOfSubstitution) {
  const Weitzman economy;
  EXPECT_NEAR(output(economy, 6, 4), 2 * output(economy, 3, 2), 1e-12);
  // Ratio of marginal products against ratio of inputs, in logarithms.
  const auto rate = [&](double capital) {
    const double step = 1e-5;
    const double of_capital = output(economy, capital + step, 2) - output(economy, capital - step, 2);
    const double of_labour = output(economy, capital, 2 + step) - output(economy, capital, 2 - step);
    return of_labour / of_capital;
  };
  EXPECT_NEAR(std::log(6.0 / 3.0) / std::log(rate(6) / rate(3)), substitution_elasticity(economy), 1e-6);
}

}  // namespace
}  // namespace thermidor::reference::testing
