#include "core/math.hpp"
#include "economy/build_parts.hpp"

namespace thermidor::economy {
namespace {

constexpr double kHeavyTempo = 0.5;  // power of tempo in the claims of heavy branches
constexpr double kRailShare = 0.12;  // of real investment that goes into track and stock
constexpr double kRailSize = 60;     // million roubles of 1913 a month that rails are counted at
constexpr double kRailWear = 0.0015;
constexpr double kLearn = 0.012;  // growth a month of gangs of builders that are fully used

// Plant that a branch will lack when sites begun now are finished, at the growth that builders reckon with, and what wears out.
double missing_plant(const State& state, const Params& params, std::size_t b, double wanted) {
  const BranchState& branches = state.branches;
  const double years = params.branches[b].lag / 12;
  const double later = wanted * (1 + params.industry.foresight * years);
  const double there = branches.limit[b] + branches.started[b] + branches.building[b];
  return larger(0, later - there) / larger(params.branches[b].lag, 1) + branches.limit[b] * params.industry.wear;
}

// Claims to new plant in money: what branches will lack by their markets, or by the plan as far as it has authority; tempo
// leans to heavy ones.
double weigh_claims(State& state, const Params& params, const Policy& policy) {
  BranchState& branches = state.branches;
  const double tempo = policy[Instrument::investment_tempo];
  const double authority = policy[Lever::planning_authority];
  std::vector<double>& claim = branches.input_factor;
  claim.assign(params.branches.size(), 0);
  double sum = 0;
  for (std::size_t b = 0; b < params.branches.size(); ++b) {
    const BranchRow& row = params.branches[b];
    if (row.weight <= 0) continue;
    const double lean = is_heavy(row) ? pow(tempo, kHeavyTempo) : 1;
    const double market = missing_plant(state, params, b, larger(branches.wish[b], branches.need[b]));
    const double plan = missing_plant(state, params, b, branches.target[b]);
    claim[b] = row.capital * lean * ((1 - authority) * market + authority * plan) * branches.weight[b];
    sum += claim[b];
  }
  return sum;
}

// Idle plant comes back as it is wanted: repair is quick and cheap beside building. Arms works need what only abroad makes.
double repaired(const State& state, const Params& params, const Policy& policy, std::size_t b, double goods) {
  const BranchRow& row = params.branches[b];
  const BranchState& branches = state.branches;
  const double load = clamp(branches.output[b] / larger(1, branches.usable[b]), 0, 1);
  double ease = row.repair * (0.4 + 0.6 * goods);
  if (row.id == "arms") {
    const double help = policy[Lever::army_modernisation] * clamp(0.5 + 0.5 * policy[Lever::foreign_cooperation], 0, 1);
    ease *= 1 - params.industry.arms_help * (1 - help);
  }
  return params.industry.repair * ease * larger(0, branches.limit[b] - branches.usable[b]) * (0.3 + load);
}

void add_capacity(State& state, const Params& params, const Policy& policy, double real) {
  BranchState& branches = state.branches;
  const double sum = weigh_claims(state, params, policy);
  const double goods = building_supply(state, params);
  for (std::size_t b = 0; b < params.branches.size(); ++b) {
    const BranchRow& row = params.branches[b];
    const double size = row.size * kMillion;
    const double cost = 12 * params.industry.capital_output * row.capital;
    const double begun = sum > 0 ? real * branches.input_factor[b] / sum / cost : 0;
    // Sites wait for what is missing: shortage costs time as well as money.
    const double pace = clamp(2 / row.lag * (0.5 + 0.5 * goods), 0, 1);
    branches.finished[b] = branches.building[b] * pace;
    const double half = branches.started[b] * pace;
    branches.building[b] += half - branches.finished[b];
    branches.started[b] += begun - half;
    const double wear = branches.limit[b] * params.industry.wear;
    const double put_back = repaired(state, params, policy, b, goods);
    const double renewed = smaller(1, branches.finished[b] / larger(1, branches.limit[b]));
    branches.technique[b] += renewed * (params.industry.technique - branches.technique[b]);
    branches.limit[b] = larger(size * 0.1, branches.limit[b] + branches.finished[b] - wear);
    branches.usable[b] = clamp(branches.usable[b] + put_back + branches.finished[b] - wear, size * 0.02, branches.limit[b]);
    const bool gangs = kind_of(row) == BranchKind::building || kind_of(row) == BranchKind::crafts;
    if (gangs && branches.desired[b] > 0.95 * branches.usable[b]) branches.limit[b] *= 1 + kLearn;
    if (gangs) branches.limit[b] += wear;
  }
}

// A branch's change of capacity is shared by its trusts in proportion to size.
void share_capacity(State& state, const Params& params) {
  TrustState& trusts = state.trusts;
  BranchState& branches = state.branches;
  std::vector<double>& old = branches.input_factor;
  old.assign(params.branches.size(), 0);
  for (std::size_t j = 0; j < trusts.limit.size(); ++j) old[trusts.branch[j].index()] += trusts.limit[j];
  for (std::size_t j = 0; j < trusts.limit.size(); ++j) {
    const std::size_t b = trusts.branch[j].index();
    const double grow = old[b] > 0 ? branches.limit[b] / old[b] : 1;
    trusts.limit[j] *= grow;
    trusts.capacity[j] = smaller(trusts.limit[j], trusts.limit[j] * branches.usable[b] / larger(1, branches.limit[b]));
  }
}

void grow_rail(State& state, const Params& params, double real) {
  const double goal = clamp(0.35 + industry_index(state, params), 0.3, 3);
  const Materials& supply = state.branches.material_supply;
  const double stock = 0.4 + 0.6 * smaller(supply[at(Material::metal)], supply[at(Material::machines)]);
  state.trade.rail += params.industry.rail_repair * stock * larger(0, smaller(goal, 1.05) - state.trade.rail) +
                      kRailShare * real / (12 * 1.5 * kRailSize * kMillion);
  state.trade.rail *= 1 - kRailWear;
}

}  // namespace

double building_supply(const State& state, const Params& params) {
  double sum = 0;
  double weight = 0;
  double worst = 1;
  for (std::size_t b = 0; b < params.branches.size(); ++b) {
    const double use = params.branches[b].investment_use;
    if (use < 0.05) continue;
    sum += use * state.branches.supply[b];
    weight += use;
    worst = smaller(worst, state.branches.supply[b]);
  }
  return weight > 0 ? 0.5 * (worst + sum / weight) : 1;
}

void build_plant(State& state, const Params& params, const Policy& policy, double real) {
  add_capacity(state, params, policy, real);
  share_capacity(state, params);
  grow_rail(state, params, real);
}

}  // namespace thermidor::economy
