#include "economy/make_state.hpp"

#include <array>

#include "core/distributions.hpp"
#include "core/math.hpp"
#include "core/rng.hpp"
#include "economy/ledger.hpp"

namespace thermidor::economy {
namespace {

constexpr int kConsumer = 2;

// Seats of trusts: regions in proportion to their share of industry.
RegionId draw_seat(const Params& params, Random& random) {
  double point = random.uniform();
  for (std::size_t r = 0; r < params.regions.size(); ++r) {
    point -= params.regions[r].industry_share;
    if (point <= 0) return make_id<RegionId>(r);
  }
  return make_id<RegionId>(params.regions.size() - 1);
}

void push_trust(TrustState& trusts, std::size_t branch, RegionId region) {
  trusts.branch.push_back(make_id<BranchId>(branch));
  trusts.region.push_back(region);
  for (auto* column :
       {&trusts.capacity, &trusts.limit, &trusts.cost, &trusts.price, &trusts.output, &trusts.sales, &trusts.workers,
        &trusts.unit_cost, &trusts.profit, &trusts.unpaid, &trusts.ill_months, &trusts.receipts_real, &trusts.receipts,
        &trusts.wages_due, &trusts.inputs_due, &trusts.raw_due, &trusts.overhead_due, &trusts.line, &trusts.wanted}) {
    column->push_back(0);
  }
  trusts.stock.push_back(0);
  trusts.sold.push_back(0);
  trusts.closed.push_back(0);
  trusts.heavy.push_back(0);
}

// Trusts of one branch: log-normal sizes scaled to the branch, log-normal costs, small ones dearer.
void make_trusts(State& state, const Params& params, std::uint64_t seed, std::size_t branch) {
  const BranchRow& row = params.branches[branch];
  TrustState& trusts = state.trusts;
  const std::size_t first = trusts.branch.size();
  double total = 0;
  for (int j = 0; j < row.trusts; ++j) {
    Random random(DrawKey{seed, make_stream("economy.trusts"), Month{}, branch * 1000 + static_cast<std::size_t>(j)});
    const double size = exp(params.trust.size_spread * draw_normal(random));
    const double luck = exp(params.trust.cost_spread * draw_normal(random) * 0.7);
    push_trust(trusts, branch, draw_seat(params, random));
    trusts.capacity.back() = size;
    trusts.cost.back() = luck * pow(size, -0.5 * params.trust.cost_spread);
    total += size;
  }
  // Costs are relative: their mean weighted by size is one.
  double mean_cost = 0;
  for (std::size_t j = first; j < trusts.branch.size(); ++j) mean_cost += trusts.cost[j] * trusts.capacity[j] / total;
  const double unit = row.size * kMillion / total;
  for (std::size_t j = first; j < trusts.branch.size(); ++j) {
    const double size = trusts.capacity[j] * unit;
    trusts.output[j] = size * row.output;
    trusts.sales[j] = trusts.output[j];
    trusts.wanted[j] = trusts.output[j];
    trusts.limit[j] = size * row.capacity;
    trusts.capacity[j] = smaller(trusts.limit[j], size * (1.35 * row.output + 0.06));
    trusts.cost[j] /= mean_cost;
    trusts.price[j] = params.start.trust_price * params.start.price_level;
    trusts.heavy[j] = row.kind != kConsumer ? 1 : 0;
    trusts.stock[j] = row.kind == kConsumer ? whole(trusts.output[j] * params.start.stock_months) : 0;
  }
}

void make_branches(State& state, const Params& params, std::uint64_t seed) {
  BranchState& branches = state.branches;
  for (std::size_t b = 0; b < params.branches.size(); ++b) {
    const BranchRow& row = params.branches[b];
    const double size = row.size * kMillion;
    branches.output.push_back(size * row.output);
    branches.limit.push_back(size * row.capacity);
    branches.usable.push_back(smaller(size * row.capacity, size * (1.35 * row.output + 0.06)));
    branches.need.push_back(size * row.output);
    branches.supply.push_back(1);
    branches.plan.push_back(size * row.output);
    branches.desired.push_back(size * row.output);
    branches.wish.push_back(size * row.output);
    branches.technique.push_back(1);
    branches.input_factor.push_back(1);
    branches.branch_size.push_back(0);
    branches.weight.push_back(1);
    branches.target.push_back(size * row.output);
    branches.price.push_back(params.start.trust_price * params.start.price_level);
    branches.stock.push_back(row.kind < kConsumer ? whole(size * row.stock) : 0);
    branches.opening += branches.stock.back();
    if (row.kind == kConsumer) make_trusts(state, params, seed, b);
  }
  for (std::size_t b = 0; b < params.branches.size(); ++b) {
    if (params.branches[b].kind < kConsumer) make_trusts(state, params, seed, b);
  }
  for (auto* column : {&branches.delivered, &branches.lost, &branches.started, &branches.building, &branches.finished,
                       &branches.made_year, &branches.slack, &branches.leased, &branches.leased_output}) {
    column->assign(params.branches.size(), 0);
  }
  branches.bottleneck.assign(params.branches.size(), 0);
}

void make_regions(State& state, const Params& params) {
  RegionState& regions = state.regions;
  const std::size_t count = params.regions.size();
  const double price = params.start.grain_price * params.scale.grain_price * params.start.price_level;
  double townspeople = 0;
  for (const RegionRow& row : params.regions) townspeople += row.townspeople;
  for (const RegionRow& row : params.regions) {
    regions.price.push_back(price * (1 - 0.1 * row.grain_balance));
    regions.townspeople.push_back(whole(row.townspeople * kMillionPeople));
    state.grain.traders.push_back(whole(params.start.trader_grain * kMegatonne * row.townspeople / townspeople));
  }
  regions.cover.assign(count, 1);
  regions.wanted.assign(count, 1);
  regions.offered.assign(count, 1);
  regions.target.assign(count, 1);
  regions.outlook.assign(count, 1);
  regions.pull.assign(count, 0);
  regions.take.assign(count, params.start.expected_take);
  regions.hungry.assign(count, 0);
  regions.conditions.assign(count, FarmConditions{});
  regions.flows.assign(count, FarmFlows{});
  state.grain.barns.assign(count, 0);
}

void make_prices(State& state, const Params& params) {
  MoneyState& money = state.money;
  const double level = params.start.price_level;
  money.level = level;
  money.level_before = level;
  money.other = params.start.other_price * level;
  money.factory = params.start.trust_price * level;
  money.crafts = money.factory;
  money.goods = money.factory * (1 + params.trade.margin_private);
  money.wage = params.start.real_wage * params.scale.wage * 100 * level;
  money.state_grain = 0.5 * params.start.grain_price * params.scale.grain_price * level;
  money.expected = 0.2;
  money.monetised = params.start.monetised;
  state.budget.tax_capacity = params.start.tax_capacity;
  state.trade.cartel = params.start.cartel;
  state.trade.network = params.start.network * kMillion;
  state.trade.rail = params.start.rail;
  state.trade.gold = params.start.gold;
  state.trade.private_share = 0.8;
  state.trade.private_retail = 0.8;
  state.trade.availability = 0.8;
  state.trade.village_met = 0.8;
  state.trade.collections_last.assign(12, 0);
  state.trade.collections_before.assign(12, 0);
}

void open_tills(State& state, const Params& params) {
  Ledger& ledger = state.ledger;
  const double unit = kMillion * params.start.price_level;
  const auto fill = [&](std::size_t account, double real) { ledger.balance[account] = whole(real * unit); };
  fill(at(Account::budget), params.start.money_budget);
  fill(at(Account::traders), params.start.money_trade * 0.55);
  fill(at(Account::dealers), params.start.money_trade * 0.05);
  fill(at(Account::shops), params.start.money_trade * 0.2);
  fill(at(Account::agency), params.start.money_trade * 0.1);
  fill(at(Account::crafts), params.start.money_trade * 0.1);
  const StrataValues& income = params.town.income;
  double weight = 0;
  for (std::size_t s = 0; s < kStrata; ++s) weight += income[s] * state.towns.share[s];
  for (std::size_t s = 0; s < kStrata; ++s) {
    fill(stratum_account(s), params.start.money_towns * income[s] * state.towns.share[s] / weight);
  }
  std::array<double, 2> capacity{};
  const std::array<double, 2> money = {params.start.money_trusts, params.start.money_heavy};
  for (std::size_t j = 0; j < state.trusts.limit.size(); ++j) capacity[state.trusts.heavy[j]] += state.trusts.limit[j];
  for (std::size_t j = 0; j < state.trusts.limit.size(); ++j) {
    const std::size_t kind = state.trusts.heavy[j];
    fill(trust_account(j), money[kind] * state.trusts.limit[j] / capacity[kind]);
  }
}

}  // namespace

FarmRegion farm_region(const RegionRow& row) {
  FarmRegion region;
  region.households = row.households * kMillionPeople;
  region.land_mean = row.land_mean;
  region.land_spread = row.land_spread;
  region.normal_yield = row.normal_yield;
  region.horses_per_household = row.horses;
  region.cattle_per_household = row.cattle;
  region.grain_months = row.grain_months;
  region.cash_real = row.cash;
  region.eaters = row.eaters;
  return region;
}

State make_state(const Params& params, std::uint64_t seed, [[maybe_unused]] Month start) {
  State state;
  make_branches(state, params, seed);
  make_regions(state, params);
  make_prices(state, params);
  state.ledger = make_ledger(state.trusts.branch.size(), params.regions.size());
  open_tills(state, params);
  double consumer = 0;
  double raw = 0;
  for (std::size_t b = 0; b < params.branches.size(); ++b) {
    raw += state.branches.output[b] * params.branches[b].raw;
    if (params.branches[b].kind != 5) continue;
    state.goods.crafts_stock = whole(state.branches.output[b]);
    state.branches.private_sales = state.branches.output[b];
    state.branches.private_before = state.goods.crafts_stock + whole(state.branches.output[b]);
  }
  for (const std::int64_t stock : state.trusts.stock) state.goods.opening += stock;
  for (std::size_t j = 0; j < state.trusts.sales.size(); ++j)
    consumer += state.trusts.heavy[j] == 0 ? state.trusts.sales[j] : 0;
  state.trade.turnover = consumer;
  state.trade.bread_turnover = 8 * kMillion * state.money.level;
  state.trade.turnover_smooth = consumer;
  state.money.income_real = 40 * kMillion;
  state.towns.employed = 5.6 * kMillionPeople;
  state.traders.reach = state.trade.network + consumer;
  state.traders.cooperatives = state.trade.network * params.trade.cooperative_share;
  state.towns.income_smooth = 18 * kMillion * state.money.level;
  state.towns.productivity = 0.4;
  state.goods.opening += state.goods.crafts_stock;
  state.goods.raw_stock = whole(raw * params.start.raw_months);
  state.goods.raw_opening = state.goods.raw_stock;
  state.towns.goods_wanted = consumer * 0.45;
  state.grain.state_stock = whole(params.start.state_grain * kMegatonne);
  state.grain.opening = state.grain.state_stock;
  for (const std::int64_t stock : state.grain.traders) state.grain.opening += stock;
  state.ledger.opening = money_total(state.ledger);
  return state;
}

void open_village_books(State& state, std::span<const Kilograms> grain, std::span<const Kopecks> cash) {
  for (std::size_t r = 0; r < grain.size(); ++r) {
    state.grain.barns[r] = grain[r].count;
    state.grain.opening += grain[r].count;
    state.ledger.balance[village_account(state.ledger, r)] = cash[r].count;
    state.ledger.opening += cash[r].count;
  }
}

void set_opening_instruments(Policy& policy) {
  const auto set = [&policy](Instrument which, double value) { policy.instrument[static_cast<std::size_t>(which)] = value; };
  set(Instrument::tax_in_kind, 0.105);
  set(Instrument::credit_limit, 0.0);
  set(Instrument::bank_growth, 0.04);
  set(Instrument::trade_legality, 0.25);
  set(Instrument::budget_hardness, 0.3);
  set(Instrument::investment_tempo, 1.0);
  set(Instrument::ration_priority, 0.6);
}

}  // namespace thermidor::economy
