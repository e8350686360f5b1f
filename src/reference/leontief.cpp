#include "reference/leontief.hpp"

#include <cstddef>
#include <utility>

namespace thermidor::reference {
namespace {

double size_of(double value) { return value < 0 ? -value : value; }

}  // namespace

std::vector<double> outputs_in_balance(const std::vector<std::vector<double>>& inputs,
                                       const std::vector<double>& final_demand) {
  const std::size_t count = final_demand.size();
  // Rows of (I - inputs | final demand).
  std::vector<std::vector<double>> rows(count, std::vector<double>(count + 1, 0.0));
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t j = 0; j < count; ++j) rows[i][j] = (i == j ? 1.0 : 0.0) - inputs[i][j];
    rows[i][count] = final_demand[i];
  }
  for (std::size_t pivot = 0; pivot < count; ++pivot) {
    std::size_t best = pivot;
    for (std::size_t i = pivot + 1; i < count; ++i) {
      if (size_of(rows[i][pivot]) > size_of(rows[best][pivot])) best = i;
    }
    if (size_of(rows[best][pivot]) < 1e-12) return {};
    std::swap(rows[pivot], rows[best]);
    for (std::size_t i = 0; i < count; ++i) {
      if (i == pivot) continue;
      const double factor = rows[i][pivot] / rows[pivot][pivot];
      for (std::size_t j = pivot; j <= count; ++j) rows[i][j] -= factor * rows[pivot][j];
    }
  }
  std::vector<double> outputs(count);
  for (std::size_t i = 0; i < count; ++i) outputs[i] = rows[i][count] / rows[i][i];
  return outputs;
}

}  // namespace thermidor::reference
