#include "core/math.hpp"
#include "economy/produce_parts.hpp"

namespace thermidor::economy {
namespace {

// Value of the materials in a unit of output at the prices of their makers.
void input_values(const State& state, const Params& params, std::vector<double>& value) {
  Materials price{};
  Materials size{};
  for (std::size_t b = 0; b < params.branches.size(); ++b) {
    const std::size_t made = material_of(params.branches[b]);
    if (!is_heavy(params.branches[b]) || made == kMaterials) continue;
    price[made] += state.branches.price[b] * params.branches[b].size;
    size[made] += params.branches[b].size;
  }
  value.assign(params.branches.size(), 0);
  for (std::size_t b = 0; b < params.branches.size(); ++b) {
    const Materials inputs = inputs_of(params.branches[b]);
    for (std::size_t m = 0; m < kMaterials; ++m) value[b] += size[m] > 0 ? inputs[m] * price[m] / size[m] : 0;
  }
}

}  // namespace

void count_costs(State& state, const Params& params, const Policy& policy) {
  TrustState& trusts = state.trusts;
  std::vector<double>& inputs = state.branches.branch_size;
  input_values(state, params, inputs);
  const double total = industry_size(params);
  // Soft budgets keep hands that nobody needs (M027).
  const double slack = 1 + 0.25 * (0.58 - policy[Instrument::budget_hardness]);
  const double paid = 1 - params.trust.in_kind * (1 - state.money.monetised);
  // A shorter day needs more hands for the same output.
  const double per_output = params.labour.output_workers / day_factor(state, params);
  double workers = 0;
  for (std::size_t j = 0; j < trusts.output.size(); ++j) {
    const std::size_t b = trusts.branch[j].index();
    const double open = trusts.closed[j] != 0 ? 0 : trusts.limit[j];
    // New plant needs fewer hands for the same output.
    trusts.workers[j] = (params.labour.overhead_workers * slack * open + per_output * trusts.output[j]) /
                        (total * state.branches.technique[b]) * kMillionPeople;
    workers += trusts.workers[j];
    trusts.wages_due[j] = trusts.workers[j] * state.money.wage;
    const double load = clamp(trusts.output[j] / larger(1, trusts.limit[j]), 0.05, 1.2);
    const double overhead = 0.06 + params.trust.overhead * (0.55 + 0.45 / load);
    trusts.overhead_due[j] = overhead * trusts.output[j] * state.money.level * trusts.cost[j];
    trusts.inputs_due[j] = inputs[b] * trusts.output[j] * trusts.cost[j];
    trusts.raw_due[j] = params.branches[b].raw * trusts.output[j] * state.money.other;
    const double cost = trusts.wages_due[j] + trusts.overhead_due[j] + trusts.inputs_due[j] + trusts.raw_due[j];
    if (trusts.output[j] > 0) trusts.unit_cost[j] = cost / trusts.output[j];
    for (auto* due : {&trusts.wages_due, &trusts.overhead_due, &trusts.inputs_due, &trusts.raw_due}) (*due)[j] *= paid;
  }
  state.towns.workers = workers;
}

}  // namespace thermidor::economy
