#include "economy/produce.hpp"

#include "core/math.hpp"
#include "economy/produce_parts.hpp"

namespace thermidor::economy {
namespace {

constexpr double kStockGuard = 0.3;   // output never falls below this share of expected sales through stocks
constexpr double kNoteworthy = 0.03;  // share of wanted output whose loss is put down to a cause

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
  return clamp(want, least, most);
}

// What trusts would make if nothing were short, summed by branch; also what little money costs them.
void plan_output(State& state, const Params& params) {
  BranchState& branches = state.branches;
  const double unsound = params.trust.growth_unsound + (1 - params.trust.growth_unsound) * state.money.reformed;
  const double growth = params.trust.growth * unsound;
  for (std::size_t b = 0; b < params.branches.size(); ++b) {
    if (kind_of(params.branches[b]) != BranchKind::consumer) continue;
    branches.desired[b] = 0;
    branches.wish[b] = 0;
  }
  for (std::size_t j = 0; j < state.trusts.output.size(); ++j) {
    if (state.trusts.heavy[j] != 0) continue;
    // Growth is counted from what was wanted, so that a passing shortage leaves no mark.
    const double want = desired_output(state, params, growth, j);
    state.trusts.wanted[j] = smaller(want, state.trusts.capacity[j]);
    state.trusts.output[j] = state.trusts.wanted[j];
    branches.desired[state.trusts.branch[j].index()] += state.trusts.output[j];
    branches.wish[state.trusts.branch[j].index()] += want;
  }
}

// Months of raw material in store against what trusts and artisans want to use.
double raw_months(const State& state, const Params& params) {
  double wanted = 0;
  for (std::size_t b = 0; b < params.branches.size(); ++b)
    wanted += (state.branches.desired[b] + state.branches.leased[b]) * params.branches[b].raw;
  return static_cast<double>(state.goods.raw_stock) / larger(1, wanted);
}

// Goods on the shelf of a trust; theft and the state in kind take their share (M008).
void shelve(State& state, const Params& params, std::size_t j) {
  TrustState& trusts = state.trusts;
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
}

// Consumer trusts run at what materials allow. `raw` is the share of use that stores allow. Returns raw material used.
double run_trusts(State& state, const Params& params, const CommonBounds& common, double raw) {
  TrustState& trusts = state.trusts;
  BranchState& branches = state.branches;
  std::vector<double>& bound = branches.input_factor;
  bound.assign(params.branches.size(), 1);
  for (std::size_t b = 0; b < params.branches.size(); ++b) {
    const BranchRow& row = params.branches[b];
    bound[b] = bind(row, branches.material_supply, branches.weight[b], params.industry.grip).factor * common.factor;
    if (kind_of(row) == BranchKind::consumer) branches.output[b] = 0;
    if (kind_of(row) == BranchKind::rail || kind_of(row) == BranchKind::building)
      branches.output[b] = smaller(branches.desired[b], branches.usable[b] * bound[b]);
  }
  double used = 0;
  for (std::size_t j = 0; j < trusts.output.size(); ++j) {
    if (trusts.heavy[j] != 0) continue;
    const std::size_t b = trusts.branch[j].index();
    const double stretch = params.branches[b].raw > 0 ? raw : 1;
    trusts.output[j] = smaller(trusts.wanted[j], trusts.capacity[j] * bound[b]) * stretch * (1 - 0.3 * trusts.unpaid[j]);
    shelve(state, params, j);
    branches.output[b] += trusts.output[j];
    used += trusts.output[j] * params.branches[b].raw;
  }
  for (std::size_t b = 0; b < params.branches.size(); ++b) {
    const BranchRow& row = params.branches[b];
    if (kind_of(row) != BranchKind::consumer) continue;
    Bound inputs = bind(row, branches.material_supply, branches.weight[b], params.industry.grip);
    if (row.raw > 0 && raw < inputs.factor) inputs = {raw, Cause::raw};
    note_cause(branches, b, branches.wish[b], inputs, common);
    // What the purse alone held back shows in what trusts wanted, not in what they then could not make.
    const double till = state.budget.wage_unpaid / larger(1, state.budget.wage_fund);
    if (branches.bottleneck[b] == 0 && till > 0.1) branches.bottleneck[b] = static_cast<std::uint8_t>(Cause::money);
  }
  return used;
}

// The cause that costs industry most output, weighted by what branches make; it holds until another does for a month.
void name_chief(State& state, const Params& params) {
  BranchState& branches = state.branches;
  std::array<double, kCauses> lost{};
  double weight = 0;
  for (std::size_t b = 0; b < params.branches.size(); ++b) {
    lost[branches.bottleneck[b]] += params.branches[b].weight * branches.lost[b];
    weight += params.branches[b].weight;
  }
  std::size_t chief = 0;
  for (std::size_t c = 1; c < kCauses; ++c) chief = lost[c] > lost[chief] ? c : chief;
  branches.chief_months = static_cast<std::int32_t>(chief) == branches.chief ? branches.chief_months + 1 : 1;
  branches.chief = static_cast<std::int32_t>(chief);
  branches.chief_lost = weight > 0 ? lost[chief] / weight : 0;
}

// Hands: those who seek work in towns and do not serve, against the workers of last month's output (S06 S20).
double labour_limit(const State& state, const Params& params) {
  const double hands = town_people(state) * (params.labour.participation - 0.5 * params.labour.service_share);
  return clamp(hands / larger(1, state.towns.workers), 0.05, 1);
}

CommonBounds common_bounds(const State& state, const Params& params) {
  const double cover = (state.towns.cover[0] * state.towns.share[0] + state.towns.cover[1] * state.towns.share[1] +
                        state.towns.cover[2] * state.towns.share[2]);
  const double food = clamp(0.55 + 0.5 * cover, 0.5, 1);
  const double activity = industry_index(state, params);
  const double transport = 0.5 + 0.5 * clamp(state.trade.rail * 1.4 / larger(0.05, activity), 0.3, 1);
  const double hands = labour_limit(state, params);
  CommonBounds common;
  common.factor = food * transport * day_factor(state, params) * hands;
  common.worst = {food, Cause::food};
  if (transport < common.worst.factor) common.worst = {transport, Cause::rail};
  if (hands < common.worst.factor) common.worst = {hands, Cause::hands};
  return common;
}

}  // namespace

Bound bind(const BranchRow& row, const Materials& supply, double weight, double grip) {
  const Materials coefficients = inputs_of(row);
  Bound bound;
  double worst = 0;
  for (std::size_t m = 0; m < kMaterials; ++m) {
    const double lost = smaller(1, coefficients[m] * grip) * (1 - clamp(supply[m] * weight, 0, 1));
    bound.factor -= lost;
    if (lost > worst) bound.cause = cause_of(m);
    worst = larger(worst, lost);
  }
  bound.factor = clamp(bound.factor, 0.05, 1);
  return bound;
}

void note_cause(BranchState& branches, std::size_t b, double wanted, const Bound& inputs, const CommonBounds& common) {
  const double lost = wanted > 0 ? clamp(1 - branches.output[b] / wanted, 0, 1) : 0;
  Cause cause = Cause::demand;
  if (lost > kNoteworthy) {
    const bool scarce = inputs.factor * common.factor < 1 - kNoteworthy;
    cause = !scarce ? Cause::plant : inputs.factor <= common.worst.factor ? inputs.cause : common.worst.cause;
  }
  branches.bottleneck[b] = static_cast<std::uint8_t>(cause);
  branches.lost[b] = lost;
}

void produce(State& state, const Params& params, const Policy& policy) {
  const CommonBounds common = common_bounds(state, params);
  plan_output(state, params);
  lease_works(state, params, policy);
  run_heavy(state, params, common, count_needs(state, params));
  // Raw materials are stretched when stores run low: full use only with a month and a half in store, nothing out of nothing.
  const double months = raw_months(state, params);
  const double raw = smaller(0.1 + 0.9 * clamp(months / 1.5, 0, 1), smaller(1, months));
  std::int64_t used = whole(run_trusts(state, params, common, raw) + run_private(state, params, common, raw));
  if (used > state.goods.raw_stock) used = state.goods.raw_stock;
  state.goods.raw_stock -= used;
  state.goods.raw_used += used;
  name_chief(state, params);
  count_costs(state, params, policy);
}

}  // namespace thermidor::economy
