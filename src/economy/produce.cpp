#include "economy/produce.hpp"

#include <array>

#include "core/math.hpp"
#include "economy/measures.hpp"

namespace thermidor::economy {
namespace {

constexpr double kFall = 0.025;          // fastest fall of output a month
constexpr double kHouseholdFuel = 0.11;  // of fuel branches' size, at full towns
constexpr double kStockGuard = 0.3;      // output never falls below this share of expected sales through stocks

// How supplies of this month bind one user: one minus what each missing material costs him (S02).
double bind(const BranchRow& row, const std::array<double, 4>& supply, double weight, double grip) {
  const std::array<double, 4> coefficients = {row.fuel, row.metal, row.machines, row.power};
  double factor = 1;
  for (std::size_t m = 0; m < coefficients.size(); ++m) {
    const double got = clamp(supply[m] * weight, 0, 1);
    factor -= smaller(1, coefficients[m] * grip) * (1 - got);
  }
  return clamp(factor, 0.05, 1);
}

// Output a trust would like: expected sales corrected for stock, within growth, capacity and money.
double desired_output(const State& state, const Params& params, double growth, std::size_t j) {
  const TrustState& trusts = state.trusts;
  if (trusts.closed[j] != 0) return 0;
  const double sales = larger(trusts.sales[j], trusts.limit[j] * 0.02);
  const double stock = larger(static_cast<double>(trusts.stock[j]), 1);
  const double paid = 1 - params.trust.in_kind * (1 - state.money.monetised);
  double want =
      sales * clamp(pow(params.trust.stock_target * sales * paid / stock, params.trust.output_stock), kStockGuard, 1.6);
  const double till = cash(state.ledger, trust_account(j));
  const double liquid = till / larger(1, trusts.output[j] * trusts.price[j]);
  want *= 0.72 + 0.28 * smaller(1, liquid / 0.35);
  const double most = larger(trusts.wanted[j], trusts.limit[j] * 0.02) * (1 + growth);
  const double least = trusts.wanted[j] * (1 - kFall);
  return smaller(clamp(want, least, most), trusts.capacity[j]);
}

// Outputs that users want, and what they need for it. Returns needs of fuel, metal, machines, power.
std::array<double, 4> state_needs(State& state, const Params& params, const Policy& policy) {
  BranchState& branches = state.branches;
  const double unsound = params.trust.growth_unsound + (1 - params.trust.growth_unsound) * state.money.reformed;
  const double growth = params.trust.growth * unsound;
  for (std::size_t b = 0; b < params.branches.size(); ++b) {
    if (kind_of(params.branches[b]) == BranchKind::consumer) branches.desired[b] = 0;
  }
  for (std::size_t j = 0; j < state.trusts.output.size(); ++j) {
    // Growth is counted from what was wanted, so that a passing shortage leaves no mark.
    state.trusts.wanted[j] = desired_output(state, params, growth, j);
    state.trusts.output[j] = state.trusts.wanted[j];
    branches.desired[state.trusts.branch[j].index()] += state.trusts.output[j];
  }
  std::array<double, 4> need{};
  const double activity = industry_index(state, params);
  const double level = larger(state.money.level, 1e-9);
  for (std::size_t b = 0; b < params.branches.size(); ++b) {
    const BranchRow& row = params.branches[b];
    const double size = row.size * kMillion;
    if (kind_of(row) == BranchKind::rail) branches.desired[b] = size * smaller(state.trade.rail, 0.12 + 0.9 * activity);
    if (kind_of(row) == BranchKind::building)
      branches.desired[b] = smaller(state.budget.investment / level * 0.9 + 0.05 * size, branches.limit[b]);
    if (kind_of(row) == BranchKind::crafts)
      branches.desired[b] = larger(state.trade.turnover * params.trade.crafts, 0) + 0.15 * size;
    const double run = is_heavy(row) ? branches.output[b] * 1.05 : branches.desired[b];
    need[0] += row.fuel * run;
    need[1] += row.metal * run;
    need[2] += row.machines * run;
    need[3] += row.power * run;
  }
  const double investment = state.budget.investment / level;
  const double orders = state.budget.orders / level;
  const double towns = town_people(state) / (26.0 * kMillionPeople);
  for (std::size_t b = 0; b < params.branches.size(); ++b) {
    const BranchRow& row = params.branches[b];
    const double final_need = row.investment_use * investment + row.state_use * orders;
    branches.need[b] = kind_of(row) == BranchKind::consumer ? branches.desired[b] + final_need : final_need;
    if (kind_of(row) == BranchKind::fuel) need[0] += kHouseholdFuel * row.size * kMillion * towns;
    if (is_heavy(row) && kind_of(row) != BranchKind::fuel && row.id == "power") need[3] += 0.1 * row.size * kMillion * towns;
  }
  (void)policy;
  return need;
}

// Heavy branches make what is needed, as far as capacity, growth, money, food and their own inputs go.
void run_heavy(State& state, const Params& params, std::array<double, 4>& supply, double common,
               const std::array<double, 4>& need) {
  BranchState& branches = state.branches;
  double fuel_size = 0;
  for (const BranchRow& row : params.branches) fuel_size += kind_of(row) == BranchKind::fuel ? row.size : 0;
  const std::array<std::size_t, 3> made = {find_branch(params, "metal"), find_branch(params, "machines"),
                                           find_branch(params, "power")};
  std::array<double, 4> output{};
  std::array<double, 4> total = need;
  for (std::size_t b = 0; b < params.branches.size(); ++b) {
    const BranchRow& row = params.branches[b];
    if (!is_heavy(row)) continue;
    double want = branches.need[b];
    if (kind_of(row) == BranchKind::fuel) want += need[0] * row.size / fuel_size;
    for (std::size_t m = 0; m < made.size(); ++m) {
      if (made[m] != b) continue;
      total[m + 1] += branches.need[b];
      want += need[m + 1];
    }
    branches.need[b] = want;
    const double floor = row.size * kMillion * 0.02;
    const double bound = bind(row, supply, branches.weight[b], params.industry.grip);
    const double most = larger(branches.desired[b], floor) * (1 + params.industry.growth_heavy);
    branches.desired[b] = larger(smaller(want * 1.02, most), branches.desired[b] * (1 - kFall));
    // Shortages take away capacity: while plant is idle the same inputs can be stretched.
    const double run = smaller(branches.desired[b], branches.usable[b] * bound * common);
    branches.desired[b] = smaller(branches.desired[b], branches.usable[b]);
    branches.output[b] = run;
    branches.supply[b] = want > 0 ? clamp(run / want, 0, 1) : 1;
    if (kind_of(row) == BranchKind::fuel) output[0] += run;
    for (std::size_t m = 0; m < made.size(); ++m) output[m + 1] += made[m] == b ? run : 0;
  }
  for (std::size_t m = 0; m < supply.size(); ++m) supply[m] = total[m] > 0 ? clamp(output[m] / total[m], 0, 1) : 1;
}

// Consumer trusts run at what materials allow; artisans too. Goods go on the shelf, theft takes its share (M008).
void run_trusts(State& state, const Params& params, const std::array<double, 4>& supply, double common) {
  TrustState& trusts = state.trusts;
  BranchState& branches = state.branches;
  double raw_wanted = 0;
  for (std::size_t j = 0; j < trusts.output.size(); ++j)
    raw_wanted += trusts.output[j] * params.branches[trusts.branch[j].index()].raw;
  const std::size_t crafts = find_branch(params, "crafts");
  const double craft_raw = crafts < params.branches.size() ? branches.desired[crafts] * params.branches[crafts].raw : 0;
  const double raw_stock = static_cast<double>(state.goods.raw_stock);
  // Raw materials are stretched when stores run low: full use only with a month and a half in store.
  const double months = raw_stock / larger(1, raw_wanted + craft_raw);
  const double raw = clamp(months / 1.5, 0, 1);
  const double at_most = smaller(1, months);  // nothing is made of what is not there
  std::vector<double>& bound = branches.input_factor;
  bound.assign(params.branches.size(), 1);
  for (std::size_t b = 0; b < params.branches.size(); ++b) {
    bound[b] = bind(params.branches[b], supply, branches.weight[b], params.industry.grip) * common;
    if (kind_of(params.branches[b]) == BranchKind::consumer) branches.output[b] = 0;
  }
  double raw_used = 0;
  for (std::size_t j = 0; j < trusts.output.size(); ++j) {
    const std::size_t b = trusts.branch[j].index();
    const double stretch = params.branches[b].raw > 0 ? smaller(0.1 + 0.9 * raw, at_most) : 1;
    trusts.output[j] = smaller(trusts.wanted[j], trusts.capacity[j] * bound[b]) * stretch * (1 - 0.3 * trusts.unpaid[j]);
    const std::int64_t made = whole(trusts.output[j]);
    trusts.stock[j] += made;
    state.goods.made += made;
    const std::int64_t lost = whole(static_cast<double>(made) * state.trade.theft);
    trusts.stock[j] -= lost;
    state.goods.shadow_stock += lost;
    // While there is little money the state takes output and gives supplies without it.
    const std::int64_t taken = whole(static_cast<double>(made - lost) * params.trust.in_kind * (1 - state.money.monetised));
    trusts.stock[j] -= taken;
    state.goods.state += taken;
    branches.output[b] += trusts.output[j];
    raw_used += trusts.output[j] * params.branches[b].raw;
  }
  for (std::size_t b = 0; b < params.branches.size(); ++b) {
    const BranchRow& row = params.branches[b];
    if (row.weight <= 0) branches.output[b] = smaller(branches.desired[b], branches.usable[b] * bound[b]);
    if (kind_of(row) == BranchKind::crafts) {
      branches.output[b] *= row.raw > 0 ? at_most : 1;
      const std::int64_t made = whole(branches.output[b]);
      state.goods.crafts_stock += made;
      state.goods.made += made;
      raw_used += branches.output[b] * row.raw;
    }
  }
  std::int64_t used = whole(raw_used);
  if (used > state.goods.raw_stock) used = state.goods.raw_stock;
  state.goods.raw_stock -= used;
  state.goods.raw_used += used;
}

// Workers and what is owed to them and to suppliers this month.
void count_costs(State& state, const Params& params, const Policy& policy) {
  TrustState& trusts = state.trusts;
  const double total = industry_size(params);
  // Soft budgets keep hands that nobody needs (M027).
  const double slack = 1 + 0.25 * (0.58 - policy[Instrument::budget_hardness]);
  const double paid = 1 - params.trust.in_kind * (1 - state.money.monetised);
  // A shorter day needs more hands for the same output.
  const double per_output = params.labour.output_workers / day_factor(state, params);
  double workers = 0;
  for (std::size_t j = 0; j < trusts.output.size(); ++j) {
    const double open = trusts.closed[j] != 0 ? 0 : trusts.limit[j];
    trusts.workers[j] =
        (params.labour.overhead_workers * slack * open + per_output * trusts.output[j]) / total * kMillionPeople;
    workers += trusts.workers[j];
    trusts.wages_due[j] = trusts.workers[j] * state.money.wage;
    const double load = clamp(trusts.output[j] / larger(1, trusts.limit[j]), 0.05, 1.2);
    const double overhead = 0.06 + params.trust.overhead * (0.55 + 0.45 / load);
    trusts.overhead_due[j] = overhead * trusts.output[j] * state.money.level * trusts.cost[j];
    trusts.inputs_due[j] = params.trust.input_cost * trusts.output[j] * state.money.factory * trusts.cost[j];
    trusts.raw_due[j] = params.branches[trusts.branch[j].index()].raw * trusts.output[j] * state.money.other;
    const double cost = trusts.wages_due[j] + trusts.overhead_due[j] + trusts.inputs_due[j] + trusts.raw_due[j];
    if (trusts.output[j] > 0) trusts.unit_cost[j] = cost / trusts.output[j];
    for (auto* due : {&trusts.wages_due, &trusts.overhead_due, &trusts.inputs_due, &trusts.raw_due}) (*due)[j] *= paid;
  }
  double heavy = 0;
  double limit = 0;
  for (std::size_t b = 0; b < params.branches.size(); ++b) {
    if (!is_heavy(params.branches[b])) continue;
    heavy += state.branches.output[b];
    limit += state.branches.limit[b];
  }
  const double heavy_workers = (params.labour.overhead_workers * slack * limit + per_output * heavy) / total * kMillionPeople;
  state.budget.heavy_wages = heavy_workers * state.money.wage * paid;
  state.towns.workers = workers + heavy_workers;
}

// Hands: those who seek work in towns and do not serve, against the workers of last month's output (S06 S20).
double labour_limit(const State& state, const Params& params) {
  const double hands = town_people(state) * (params.labour.participation - 0.5 * params.labour.service_share);
  return clamp(hands / larger(1, state.towns.workers), 0.05, 1);
}

}  // namespace

void produce(State& state, const Params& params, const Policy& policy) {
  const double cover = (state.towns.cover[0] * state.towns.share[0] + state.towns.cover[1] * state.towns.share[1] +
                        state.towns.cover[2] * state.towns.share[2]);
  const double food = clamp(0.55 + 0.5 * cover, 0.5, 1);
  const double activity = industry_index(state, params);
  const double transport = clamp(state.trade.rail * 1.4 / larger(0.05, activity), 0.3, 1);
  const double common = food * (0.5 + 0.5 * transport) * day_factor(state, params) * labour_limit(state, params);
  const std::array<double, 4> need = state_needs(state, params, policy);
  std::array<double, 4> supply = state.branches.material_supply;
  run_heavy(state, params, supply, common, need);
  state.branches.material_supply = supply;
  run_trusts(state, params, supply, common);
  count_costs(state, params, policy);
}

}  // namespace thermidor::economy
