#include "economy/plan_materials.hpp"

#include <array>
#include <vector>

#include "core/distributions.hpp"
#include "core/math.hpp"
#include "core/rng.hpp"
#include "economy/measures.hpp"

namespace thermidor::economy {
namespace {

constexpr std::array<const char*, 3> kMaterials = {"metal", "machines", "power"};

// Needs of one round: final demand and what the last round's outputs use up.
void approximate(const Params& params, const std::vector<double>& final_demand, const std::array<std::size_t, 3>& materials,
                 std::vector<double>& output) {
  double fuel = 0;
  std::array<double, 3> used{};
  for (std::size_t b = 0; b < output.size(); ++b) {
    const BranchRow& row = params.branches[b];
    fuel += row.fuel * output[b];
    used[0] += row.metal * output[b];
    used[1] += row.machines * output[b];
    used[2] += row.power * output[b];
  }
  double fuel_size = 0;
  for (const BranchRow& row : params.branches) fuel_size += kind_of(row) == BranchKind::fuel ? row.size : 0;
  for (std::size_t b = 0; b < output.size(); ++b) {
    const BranchRow& row = params.branches[b];
    double need = final_demand[b];
    if (kind_of(row) == BranchKind::fuel && fuel_size > 0) need += fuel * row.size / fuel_size;
    for (std::size_t m = 0; m < materials.size(); ++m) need += materials[m] == b ? used[m] : 0;
    output[b] = need;
  }
}

}  // namespace

void plan_materials(State& state, const Params& params, const Policy& policy, double expertise, std::uint64_t seed,
                    Month month) {
  const std::size_t count = params.branches.size();
  std::array<std::size_t, 3> materials{};
  for (std::size_t m = 0; m < materials.size(); ++m) materials[m] = find_branch(params, kMaterials[m]);
  const double tempo = policy[Instrument::investment_tempo];
  std::vector<double> final_demand(count, 0.0);
  const double investment = state.budget.investment / larger(state.money.level, 1e-9);
  const double orders = state.budget.orders / larger(state.money.level, 1e-9);
  for (std::size_t b = 0; b < count; ++b) {
    const BranchRow& row = params.branches[b];
    const double consumer = kind_of(row) == BranchKind::consumer || row.weight <= 0 ? state.branches.desired[b] : 0;
    final_demand[b] = consumer + row.investment_use * investment * larger(1, tempo) + row.state_use * orders;
  }
  std::vector<double> output = final_demand;
  const int rounds = static_cast<int>(params.plan.rounds);
  for (int round = 0; round < rounds; ++round) approximate(params, final_demand, materials, output);
  const double authority = policy[Lever::planning_authority];
  const double error = params.plan.error * (1 - 0.7 * clamp(expertise, 0, 1));
  for (std::size_t b = 0; b < count; ++b) {
    const BranchRow& row = params.branches[b];
    Random random(DrawKey{seed, make_stream("economy.plan_error"), Month{economic_year(month)}, b});
    const double wrong = exp(error * draw_normal(random));
    state.branches.plan[b] = larger(output[b] * wrong, 0);
    const double priority = 1 + params.plan.drive * (row.priority - 0.5) * 2;
    state.branches.weight[b] = larger(0.1, 1 + authority * (priority * wrong - 1));
  }
}

}  // namespace thermidor::economy
