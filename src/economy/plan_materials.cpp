#include "economy/plan_materials.hpp"

#include <array>
#include <vector>

#include "core/distributions.hpp"
#include "core/math.hpp"
#include "core/rng.hpp"
#include "economy/measures.hpp"

namespace thermidor::economy {
namespace {

constexpr int kYearBegins = 10;           // the economic year opens in October
constexpr double kBuildingCounted = 0.5;  // of plant under construction that a plan counts on
constexpr double kMonths = 12;

// Needs of one round: final demand and what the last round's outputs use up.
void approximate(const Params& params, const std::vector<double>& final_demand, std::vector<double>& output) {
  std::array<double, kMaterials> used{};
  double fuel_size = 0;
  for (std::size_t b = 0; b < output.size(); ++b) {
    const std::array<double, kMaterials> inputs = inputs_of(params.branches[b]);
    for (std::size_t m = 0; m < kMaterials; ++m) used[m] += inputs[m] * output[b];
    if (kind_of(params.branches[b]) == BranchKind::fuel) fuel_size += params.branches[b].size;
  }
  for (std::size_t b = 0; b < output.size(); ++b) {
    const BranchRow& row = params.branches[b];
    const std::size_t made = is_heavy(row) ? material_of(row) : kMaterials;
    const double share = made == at(Material::fuel) ? row.size / larger(fuel_size, 1e-9) : 1;
    output[b] = final_demand[b] + (made < kMaterials ? used[made] * share : 0);
  }
}

std::vector<double> balance(const Params& params, const std::vector<double>& final_demand) {
  std::vector<double> output = final_demand;
  const int rounds = static_cast<int>(params.plan.rounds);
  for (int round = 0; round < rounds; ++round) approximate(params, final_demand, output);
  return output;
}

// What the last hands want: consumer goods, transport and crafts as they run, works that are built, orders of the state.
std::vector<double> final_demand(const State& state, const Params& params, double investment, double growth) {
  const double orders = state.budget.orders / larger(state.money.level, 1e-9);
  std::vector<double> demand(params.branches.size(), 0.0);
  for (std::size_t b = 0; b < demand.size(); ++b) {
    const BranchRow& row = params.branches[b];
    const double own = kind_of(row) == BranchKind::consumer || row.weight <= 0 ? state.branches.desired[b] : 0;
    demand[b] = (own + row.state_use * orders) * growth + row.investment_use * investment;
  }
  return demand;
}

// Targets of the year: what the balance asks for if consumer goods grow as planned and building as tempo wants. A branch whose
// plant, sites and stores cannot give it makes the plan infeasible.
void set_targets(State& state, const Params& params, const Policy& policy, const std::vector<double>& wrong) {
  BranchState& branches = state.branches;
  const double tempo = policy[Lever::industrial_tempo];
  const double growth = 1 + params.plan.growth + params.plan.ambition * tempo;
  const double investment =
      state.budget.investment / larger(state.money.level, 1e-9) * growth * (1 + params.plan.drive * tempo);
  const std::vector<double> asked = balance(params, final_demand(state, params, investment, growth));
  for (std::size_t b = 0; b < asked.size(); ++b) {
    branches.target[b] = larger(asked[b] * wrong[b], 0);
    branches.made_year[b] = 0;
    const double sites = (branches.started[b] + branches.building[b]) * kBuildingCounted;
    const double can = branches.usable[b] + sites + static_cast<double>(branches.stock[b]) / kMonths;
    branches.slack[b] = branches.target[b] > 0 ? clamp(can / branches.target[b] - 1, -1, 10) : 10;
  }
  branches.year_months = 0;
}

}  // namespace

void plan_materials(State& state, const Params& params, const Policy& policy, double expertise, std::uint64_t seed,
                    Month month) {
  BranchState& branches = state.branches;
  const double investment =
      state.budget.investment / larger(state.money.level, 1e-9) * larger(1, policy[Instrument::investment_tempo]);
  const std::vector<double> output = balance(params, final_demand(state, params, investment, 1));
  const double authority = policy[Lever::planning_authority];
  const double error = params.plan.error * (1 - params.plan.expertise * clamp(expertise, 0, 1));
  std::vector<double> wrong(output.size(), 1);
  for (std::size_t b = 0; b < output.size(); ++b) {
    const BranchRow& row = params.branches[b];
    Random random(DrawKey{seed, make_stream("economy.plan_error"), Month{economic_year(month)}, b});
    wrong[b] = exp(error * draw_normal(random));
    branches.plan[b] = larger(output[b] * wrong[b], 0);
    const double priority = 1 + params.plan.drive * (row.priority - 0.5) * 2;
    branches.weight[b] = larger(0.1, 1 + authority * (priority * wrong[b] - 1));
    branches.made_year[b] += branches.output[b];
  }
  branches.year_months += 1;
  if (month.month() == kYearBegins || branches.year_months > kMonths) set_targets(state, params, policy, wrong);
}

}  // namespace thermidor::economy
