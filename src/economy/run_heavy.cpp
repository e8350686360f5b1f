#include "core/math.hpp"
#include "economy/produce_parts.hpp"

namespace thermidor::economy {
namespace {

constexpr double kHouseholdFuel = 0.11;  // of fuel branches' size, at full towns
constexpr double kHouseholdPower = 0.1;  // of the size of power works
constexpr double kWithinReach = 0.8;     // of stores that can be delivered in a month
constexpr double kTownsOf1913 = 26.0;    // million people
constexpr std::size_t kPower = at(Material::power);

double fuel_size(const Params& params) {
  double size = 0;
  for (const BranchRow& row : params.branches) size += kind_of(row) == BranchKind::fuel ? row.size : 0;
  return size;
}

// Output that a branch would like: what is asked for, corrected by what is in store, no faster than furnaces and pits allow.
double wished_output(const State& state, const Params& params, std::size_t b) {
  const BranchRow& row = params.branches[b];
  const BranchState& branches = state.branches;
  const double need = larger(branches.need[b], 1);
  double want = need;
  if (material_of(row) != kPower) {
    const double stock = larger(static_cast<double>(branches.stock[b]), need * 0.05);
    want *= clamp(pow(params.industry.stock_target * need / stock, params.industry.stock_output), 0.4, 1.4);
  }
  const double last = larger(branches.desired[b], row.size * kMillion * kSeed);
  return clamp(want, last * (1 - kFall), last * (1 + row.growth));
}

// What was made goes into store, what is needed out of it, as far as it lies ready.
void deliver(BranchState& branches, std::size_t b, double output, bool storable) {
  const std::int64_t made = whole(output);
  branches.stock[b] += made;
  branches.made += made;
  const double ready = static_cast<double>(branches.stock[b]) * (storable ? kWithinReach : 1);
  std::int64_t out = whole(smaller(branches.need[b], larger(ready, output)));
  if (!storable || out > branches.stock[b]) out = branches.stock[b];
  branches.stock[b] -= out;
  branches.used += out;
  branches.delivered[b] = static_cast<double>(out);
  branches.supply[b] = branches.need[b] > 0 ? clamp(branches.delivered[b] / branches.need[b], 0, 1) : 1;
}

// A branch's output and sales are those of its trusts, by their open capacity.
void share_among_trusts(State& state, std::size_t b) {
  TrustState& trusts = state.trusts;
  const BranchState& branches = state.branches;
  double open = 0;
  for (std::size_t j = 0; j < trusts.limit.size(); ++j) {
    if (trusts.branch[j].index() == b && trusts.closed[j] == 0) open += trusts.limit[j];
  }
  for (std::size_t j = 0; j < trusts.limit.size(); ++j) {
    if (trusts.branch[j].index() != b) continue;
    const double share = trusts.closed[j] == 0 && open > 0 ? trusts.limit[j] / open : 0;
    trusts.wanted[j] = branches.desired[b] * share;
    trusts.output[j] = branches.output[b] * share;
    trusts.receipts_real[j] = branches.delivered[b] * share;
  }
}

// Final demands on heavy branches: works that are built, orders of the state, hearths and lamps of townspeople.
void add_final_needs(State& state, const Params& params, Materials& users) {
  BranchState& branches = state.branches;
  const double level = larger(state.money.level, 1e-9);
  const double investment = state.budget.investment / level;
  const double orders = state.budget.orders / level;
  const double towns = town_people(state) / (kTownsOf1913 * kMillionPeople);
  for (std::size_t b = 0; b < params.branches.size(); ++b) {
    const BranchRow& row = params.branches[b];
    const double final_need = row.investment_use * investment + row.state_use * orders;
    const bool sold = kind_of(row) == BranchKind::consumer || kind_of(row) == BranchKind::crafts;
    branches.need[b] = sold ? branches.desired[b] + branches.leased_output[b] + final_need : final_need;
    if (kind_of(row) == BranchKind::fuel) users[at(Material::fuel)] += kHouseholdFuel * row.size * kMillion * towns;
    if (material_of(row) == kPower) users[kPower] += kHouseholdPower * row.size * kMillion * towns;
  }
}

}  // namespace

Materials count_needs(State& state, const Params& params) {
  BranchState& branches = state.branches;
  Materials users{};
  const double activity = industry_index(state, params);
  const double level = larger(state.money.level, 1e-9);
  for (std::size_t b = 0; b < params.branches.size(); ++b) {
    const BranchRow& row = params.branches[b];
    const double size = row.size * kMillion;
    if (kind_of(row) == BranchKind::rail) branches.desired[b] = size * smaller(state.trade.rail, 0.12 + 0.9 * activity);
    if (kind_of(row) == BranchKind::building) {
      branches.need[b] = state.budget.investment / level * row.investment_use + 0.05 * size;
      branches.desired[b] = smaller(branches.need[b], branches.limit[b]);
      branches.supply[b] = clamp(branches.desired[b] / branches.need[b], 0, 1);
    }
    const double run = is_heavy(row) ? smaller(branches.output[b] * 1.05, branches.usable[b]) : branches.desired[b];
    const Materials inputs = inputs_of(row);
    for (std::size_t m = 0; m < kMaterials; ++m) users[m] += inputs[m] * run;
  }
  add_final_needs(state, params, users);
  return users;
}

void run_heavy(State& state, const Params& params, const CommonBounds& common, const Materials& users) {
  BranchState& branches = state.branches;
  const double fuel = fuel_size(params);
  Materials asked{};
  Materials given{};
  for (std::size_t b = 0; b < params.branches.size(); ++b) {
    const BranchRow& row = params.branches[b];
    if (!is_heavy(row)) continue;
    const std::size_t made = material_of(row);
    if (made < kMaterials) branches.need[b] += users[made] * (made == at(Material::fuel) ? row.size / fuel : 1);
    branches.wish[b] = wished_output(state, params, b);
    branches.desired[b] = smaller(branches.wish[b], larger(branches.usable[b], 1));
    const Bound inputs = bind(row, branches.material_supply, branches.weight[b], params.industry.grip);
    // Shortages take away capacity: while plant is idle the same inputs can be stretched.
    branches.output[b] = smaller(branches.desired[b], branches.usable[b] * inputs.factor * common.factor);
    deliver(branches, b, branches.output[b], made < kMaterials && made != kPower);
    note_cause(branches, b, branches.wish[b], inputs, common);
    share_among_trusts(state, b);
    if (made == kMaterials) continue;
    asked[made] += branches.need[b];
    given[made] += branches.delivered[b];
  }
  for (std::size_t m = 0; m < kMaterials; ++m)
    branches.material_supply[m] = asked[m] > 0 ? clamp(given[m] / asked[m], 0, 1) : 1;
}

}  // namespace thermidor::economy
