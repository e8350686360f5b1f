#include "economy/invest.hpp"

#include "core/math.hpp"
#include "economy/measures.hpp"
#include "economy/shop.hpp"

namespace thermidor::economy {
namespace {

constexpr double kHeavyTempo = 0.75;  // how strongly tempo turns investment to heavy branches
constexpr double kRailShare = 0.12;   // of real investment that goes into track and stock
constexpr double kIllWages = 0.15;    // unpaid share of wages that makes a month ill
constexpr double kIllTill = 0.6;      // months of output in the till below which a thin margin makes it ill
constexpr double kThinMargin = 0.08;  // of receipts: what repairs and interest would take
constexpr double kOpenShare = 0.55;   // of a branch that stays open
constexpr double kReopenLoad = 0.97;
constexpr double kMoved = 0.7;  // of a closed trust's output that sisters take over

// Takes the retained share of profits into the works fund; returns it.
double retain_profits(State& state, const Params& params) {
  double taken = 0;
  for (std::size_t j = 0; j < state.trusts.profit.size(); ++j) {
    const double profit = state.trusts.profit[j];
    if (profit <= 0 || state.trusts.closed[j] != 0) continue;
    const double net = profit * (1 - params.budget.profit_tax * state.budget.tax_capacity);
    taken +=
        static_cast<double>(pay(state.ledger, trust_account(j), at(Account::budget), net * params.industry.investment_profit));
  }
  return taken;
}

// New capacity by branch: by need and profit, or by the plan as far as it has authority; tempo leans to heavy branches.
void add_capacity(State& state, const Params& params, const Policy& policy, double real) {
  BranchState& branches = state.branches;
  const double tempo = policy[Instrument::investment_tempo];
  double sum = 0;
  branches.input_factor.assign(params.branches.size(), 0);
  for (std::size_t b = 0; b < params.branches.size(); ++b) {
    const BranchRow& row = params.branches[b];
    const double lean = is_heavy(row) ? 1 + kHeavyTempo * (tempo - 1) : larger(0.1, 1 - 0.5 * kHeavyTempo * (tempo - 1));
    const double load = clamp(branches.output[b] / larger(1, branches.limit[b]), 0.1, 1);
    const double want = (0.3 + load) * (2 - branches.supply[b]);
    branches.input_factor[b] = row.investment_share * lean * want * branches.weight[b];
    sum += branches.input_factor[b];
  }
  for (std::size_t b = 0; b < params.branches.size(); ++b) {
    const BranchRow& row = params.branches[b];
    const double size = row.size * kMillion;
    const double load = clamp(branches.output[b] / larger(1, branches.usable[b]), 0, 1);
    const double built = sum > 0 ? real * branches.input_factor[b] / sum / (12 * params.industry.capital_output) : 0;
    const double wear = branches.limit[b] * params.industry.wear;
    branches.limit[b] = larger(size * 0.1, branches.limit[b] + built - wear);
    // Idle plant comes back as it is wanted: repair is quick and cheap beside building.
    branches.usable[b] += params.industry.repair * (branches.limit[b] - branches.usable[b]) * (0.3 + load) + built - wear;
    branches.usable[b] = clamp(branches.usable[b], size * 0.02, branches.limit[b]);
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
  const double size = 60 * kMillion;
  const double goal = clamp(0.35 + industry_index(state, params), 0.3, 3);
  state.trade.rail +=
      params.industry.rail_repair * larger(0, smaller(goal, 1.05) - state.trade.rail) + kRailShare * real / (12 * 1.5 * size);
  state.trade.rail *= 1 - 0.0015;
}

std::size_t open_sister(const TrustState& trusts, std::size_t closing) {
  std::size_t best = trusts.branch.size();
  for (std::size_t j = 0; j < trusts.branch.size(); ++j) {
    if (j == closing || trusts.closed[j] != 0 || trusts.branch[j] != trusts.branch[closing]) continue;
    if (best == trusts.branch.size() || trusts.limit[j] > trusts.limit[best]) best = j;
  }
  return best;
}

void close_one(State& state, std::size_t j) {
  TrustState& trusts = state.trusts;
  const std::size_t heir = open_sister(trusts, j);
  if (heir == trusts.branch.size()) return;
  trusts.closed[j] = 1;
  trusts.ill_months[j] = 0;
  trusts.stock[heir] += trusts.stock[j];
  trusts.stock[j] = 0;
  trusts.wanted[heir] += trusts.wanted[j] * kMoved;
  trusts.output[heir] += trusts.output[j] * kMoved;
  trusts.wanted[j] = 0;
  trusts.sales[heir] += trusts.sales[j] * kMoved;
  trusts.output[j] = 0;
  trusts.sales[j] = 0;
  Ledger& ledger = state.ledger;
  repay(ledger, trust_account(j), cash(ledger, trust_account(j)));
  pay(ledger, trust_account(j), trust_account(heir), cash(ledger, trust_account(j)));
  write_off(ledger, trust_account(j));
}

}  // namespace

void invest(State& state, const Params& params, const Policy& policy) {
  BudgetState& budget = state.budget;
  Ledger& ledger = state.ledger;
  const double tempo = policy[Instrument::investment_tempo];
  budget.investment_profit = retain_profits(state, params);
  const double credit = params.industry.investment_credit * larger(0, tempo - 0.7) * budget.revenue_smooth;
  budget.investment_credit =
      state.money.reformed > 0
          ? static_cast<double>(lend(ledger, at(Account::budget), smaller(credit, credit_room(state) * 0.5)))
          : 0;
  const double fund =
      smaller(budget.works + budget.investment_profit + budget.investment_credit, cash(ledger, Account::budget));
  budget.investment = fund;
  pay_towns(state, params, at(Account::budget), fund * params.industry.builders);
  pay(ledger, Account::budget, Account::heavy, fund * 0.35);
  const double price = larger(state.money.factory, 1e-9);
  const double timber = smaller(fund * 0.12 / price, goods_stock(state) * 0.1);
  const std::int64_t money = pay(ledger, Account::budget, Account::shops, timber * price);
  deliver_goods(state, params, static_cast<double>(money) / price, static_cast<double>(money), Buyer::state);
  // Competition: missing metal, machines and builders make each rouble build less.
  const double metal = smaller(state.branches.material_supply[1], state.branches.material_supply[2]);
  budget.tempo_cost = pow(1 / clamp(metal, 0.3, 1), params.industry.shortage_cost);
  const double prices = (state.money.factory + state.money.level) * 0.5;
  budget.investment_real = fund / larger(prices, 1e-9) / budget.tempo_cost + state.trade.machines_imported;
  add_capacity(state, params, policy, budget.investment_real);
  share_capacity(state, params);
  grow_rail(state, params, budget.investment_real);
  // Who paid (S14): tax and prices of farms, taxes and unpaid wages of workers, credit and gold from abroad.
  const double level = larger(state.money.level, 1e-9);
  const double scissors = clamp(state.money.factory / larger(farm_price_index(state, params), 1e-9) - 1, 0, 2);
  const double keep = 0.985;
  budget.from_peasants =
      budget.from_peasants * keep + (budget.farm_tax + scissors * state.trade.village_goods * state.money.goods * 0.3) / level;
  budget.from_workers =
      budget.from_workers * keep + (state.towns.income * params.budget.wage_tax * budget.tax_capacity + budget.wage_unpaid +
                                    larger(0, state.towns.productivity - state.towns.real_wage) * budget.wage_fund * 0.5) /
                                       level;
  budget.from_abroad = budget.from_abroad * keep + larger(0, state.trade.imports - state.trade.exports) * kMillion;
}

void close_trusts(State& state, const Params& params, const Policy& policy) {
  TrustState& trusts = state.trusts;
  const double hard = policy[Instrument::budget_hardness];
  const double patience = params.trust.close_after - 5 * hard;
  std::vector<double>& open = state.branches.input_factor;
  std::vector<double>& whole_branch = state.branches.branch_size;
  open.assign(params.branches.size(), 0);
  whole_branch.assign(params.branches.size(), 0);
  for (std::size_t j = 0; j < trusts.limit.size(); ++j) {
    whole_branch[trusts.branch[j].index()] += trusts.limit[j];
    if (trusts.closed[j] == 0) open[trusts.branch[j].index()] += trusts.limit[j];
  }
  double closed = 0;
  double all = 0;
  for (std::size_t j = 0; j < trusts.limit.size(); ++j) {
    const std::size_t b = trusts.branch[j].index();
    all += trusts.limit[j];
    if (trusts.closed[j] != 0) {
      if (state.branches.output[b] > kReopenLoad * open[b] * state.branches.usable[b] / larger(1, state.branches.limit[b])) {
        trusts.closed[j] = 0;
        trusts.output[j] = trusts.limit[j] * 0.1;
        trusts.wanted[j] = trusts.output[j];
        trusts.sales[j] = trusts.output[j];
        open[b] += trusts.limit[j];
      } else {
        closed += trusts.limit[j];
      }
      continue;
    }
    const double month = larger(1, trusts.output[j] * trusts.price[j]);
    const bool empty = cash(state.ledger, trust_account(j)) / month < kIllTill;
    const bool ill = trusts.unpaid[j] > kIllWages || (trusts.profit[j] < kThinMargin * trusts.receipts[j] && empty);
    trusts.ill_months[j] = ill ? trusts.ill_months[j] + 1 : larger(0, trusts.ill_months[j] - 1);
    const bool may = hard > 0.05 && open[b] - trusts.limit[j] > kOpenShare * whole_branch[b];
    if (trusts.ill_months[j] > patience && may) {
      open[b] -= trusts.limit[j];
      close_one(state, j);
      closed += trusts.limit[j];
    }
  }
  state.trade.closed = all > 0 ? closed / all : 0;
}

}  // namespace thermidor::economy
