#include "core/math.hpp"
#include "economy/produce_parts.hpp"

namespace thermidor::economy {
namespace {

constexpr double kMemory = 0.2;      // of a month's sales in the mean
constexpr double kPoorPlant = 0.85;  // output of small leased works against what they could make in a trust

// What artisans and lessees sold since their last month's work: what left the shelves that imports did not bring.
double sold_last(const State& state) {
  const std::int64_t left = state.goods.crafts_stock - state.goods.imported;
  return larger(0, static_cast<double>(state.branches.private_before - left));
}

// What they would like to make: their sales, corrected by what lies unsold and by how dear factory goods are.
double wanted_goods(const State& state, const Params& params, double sales) {
  const double stock = larger(static_cast<double>(state.goods.crafts_stock), sales * 0.05);
  const double want = clamp(pow(params.artisans.stock_target * sales / stock, params.artisans.stock_output), 0.4, 1.6);
  const double dear = state.money.crafts > 0 ? state.money.factory / state.money.crafts : 1;
  return sales * want * clamp(pow(dear, params.artisans.dearness), 0.7, 1.4);
}

}  // namespace

void lease_works(State& state, const Params& params, const Policy& policy) {
  BranchState& branches = state.branches;
  const PrivateParams& rules = params.artisans;
  const double room = policy[Instrument::trade_legality] - rules.lease_law;
  for (std::size_t b = 0; b < params.branches.size(); ++b) {
    const BranchRow& row = params.branches[b];
    const double most = row.leasable * row.size * kMillion;
    if (most <= 0) continue;
    // Private men, often the former owners, take small works that stand idle; the state needs them less the more are idle.
    const double idle = clamp(1 - branches.output[b] / larger(1, branches.limit[b]), 0, 1);
    if (room > 0) branches.leased[b] += rules.lease_speed * smaller(1, room * 2) * idle * larger(0, most - branches.leased[b]);
    if (room < 0) branches.leased[b] *= 1 - smaller(1, rules.take_back * -room * 2);
  }
}

double run_private(State& state, const Params& params, const CommonBounds& common, double raw) {
  BranchState& branches = state.branches;
  const std::size_t crafts = find_branch(params, "crafts");
  if (crafts == params.branches.size()) return 0;
  const BranchRow& row = params.branches[crafts];
  branches.private_sales += kMemory * (sold_last(state) - branches.private_sales);
  const double sales = larger(branches.private_sales, row.size * kMillion * kSeed);
  const double wanted = wanted_goods(state, params, sales);
  double places = 0;
  for (std::size_t b = 0; b < params.branches.size(); ++b) places += branches.leased[b];
  const double load = clamp(wanted / larger(1, places + branches.usable[crafts]), 0, 1);
  double leased = 0;
  double used = 0;
  for (std::size_t b = 0; b < params.branches.size(); ++b) {
    if (branches.leased[b] <= 0) continue;
    const Bound inputs = bind(params.branches[b], branches.material_supply, branches.weight[b], params.industry.grip);
    const double stretch = params.branches[b].raw > 0 ? raw : 1;
    branches.leased_output[b] = branches.leased[b] * kPoorPlant * load * inputs.factor * common.factor * stretch;
    leased += branches.leased_output[b];
    used += branches.leased_output[b] * params.branches[b].raw;
  }
  const Bound inputs = bind(row, branches.material_supply, branches.weight[crafts], params.industry.grip);
  const double most = larger(branches.desired[crafts], row.size * kMillion * kSeed) * (1 + row.growth);
  const double least = branches.desired[crafts] * (1 - 2 * kFall);
  branches.wish[crafts] = clamp(wanted - leased, least, most);
  branches.desired[crafts] = smaller(branches.wish[crafts], branches.usable[crafts]);
  branches.output[crafts] = smaller(branches.desired[crafts], branches.usable[crafts] * inputs.factor) * raw;
  note_cause(branches, crafts, branches.wish[crafts], raw < inputs.factor ? Bound{raw, Cause::raw} : inputs, {});
  const std::int64_t made = whole(branches.output[crafts]) + whole(leased);
  state.goods.crafts_stock += made;
  state.goods.made += made;
  branches.private_before = state.goods.crafts_stock - state.goods.imported;
  // Lessees pay rent to the budget out of what they sold (M021).
  const double rent = params.artisans.rent * leased / larger(1, leased + branches.output[crafts]);
  pay(state.ledger, Account::crafts, Account::budget, cash(state.ledger, Account::crafts) * rent);
  used += branches.output[crafts] * row.raw;
  pay(state.ledger, Account::crafts, Account::agency, used * state.money.other);
  return used;
}

}  // namespace thermidor::economy
