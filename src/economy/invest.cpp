#include "economy/invest.hpp"

#include <vector>

#include "core/math.hpp"
#include "economy/build_parts.hpp"
#include "economy/shop.hpp"

namespace thermidor::economy {
namespace {

constexpr double kOfTill = 0.35;     // of a till that goes into building at most
constexpr double kRepaid = 0.025;    // of loans for building repaid a month
constexpr double kCreditFrom = 0.7;  // tempo from which the bank lends for building
constexpr double kOfRoom = 0.4;      // of free credit that building may take

// Works put money into plant as far as theirs is loaded: while half of it stands idle nobody builds (M024).
double own_means(State& state, const Params& params, const Policy& policy) {
  const BranchState& branches = state.branches;
  TrustState& trusts = state.trusts;
  const double tempo = pow(policy[Instrument::investment_tempo], params.industry.budget_tempo);
  std::vector<double> drives(branches.output.size());
  for (std::size_t b = 0; b < drives.size(); ++b) {
    const double load = clamp(branches.output[b] / larger(1, branches.limit[b]), 0, 1);
    drives[b] = pow(load, params.industry.own_load) * tempo;
  }
  double taken = 0;
  for (std::size_t j = 0; j < trusts.profit.size(); ++j) {
    if (trusts.closed[j] != 0) continue;
    const double drive = drives[trusts.branch[j].index()];
    const double net = larger(0, trusts.profit[j]) * (1 - params.budget.profit_tax * state.budget.tax_capacity);
    const double worn = trusts.limit[j] * trusts.price[j] * params.industry.amortisation;
    const double means =
        smaller((net * params.industry.investment_profit + worn) * drive, cash(state.ledger, trust_account(j)) * kOfTill);
    taken += static_cast<double>(pay(state.ledger, trust_account(j), at(Account::budget), means));
  }
  return taken;
}

// The bank lends for building after a reform, within its limit; the state repays out of what plant earns.
double borrow(State& state, const Params& params, const Policy& policy) {
  Ledger& ledger = state.ledger;
  if (state.money.reformed <= 0) return 0;
  repay(ledger, at(Account::budget), static_cast<double>(ledger.bank_debt[at(Account::budget)]) * kRepaid);
  const double tempo = policy[Instrument::investment_tempo];
  const double wanted = params.industry.investment_credit * larger(0, tempo - kCreditFrom) * state.budget.revenue_smooth;
  return static_cast<double>(lend(ledger, at(Account::budget), smaller(wanted, credit_room(state) * kOfRoom)));
}

// Plant and engineers for arms works come from a partner abroad as far as both sides co-operate (S49 M040 M041); they cost
// gold.
void equip_arms(State& state, const Params& params, const Policy& policy) {
  const double help = policy[Lever::army_modernisation] * clamp(0.5 + 0.5 * policy[Lever::foreign_cooperation], 0, 1);
  const double gold = smaller(params.industry.arms_gold * help, larger(0, state.trade.gold) * 0.02);
  const double unit = kMillion * reform_unit(state, params);
  state.accumulation.arms_gold = static_cast<double>(pay_abroad(state.ledger, at(Account::budget), gold * unit)) / unit;
  state.trade.gold -= state.accumulation.arms_gold;
}

// Builders are paid in towns, heavy industry for what goes into the works.
void pay_builders(State& state, const Params& params, double fund) {
  double goods = 0;
  for (const BranchRow& row : params.branches) goods += is_heavy(row) ? row.investment_use : 0;
  pay(state.ledger, Account::budget, Account::heavy, fund * goods);
  pay_towns(state, params, at(Account::budget), fund * (1 - goods));
}

// Price of a unit of plant: builders at the general level, goods at the prices of their makers.
double building_price(const State& state, const Params& params) {
  double price = 0;
  for (std::size_t b = 0; b < params.branches.size(); ++b) {
    const double use = params.branches[b].investment_use;
    price += use * (is_heavy(params.branches[b]) ? state.branches.price[b] : state.money.level);
  }
  return larger(price, 1e-9);
}

}  // namespace

void invest(State& state, const Params& params, const Policy& policy) {
  BudgetState& budget = state.budget;
  AccumulationState& paid = state.accumulation;
  paid.own = own_means(state, params, policy);
  paid.credit = borrow(state, params, policy);
  const double fund = smaller(budget.works + paid.own + paid.credit, cash(state.ledger, Account::budget));
  paid.budget = larger(0, fund - paid.own - paid.credit);
  budget.investment = fund;
  pay_builders(state, params, fund);
  equip_arms(state, params, policy);
  // Competition: missing metal, machines, timber and builders make each rouble build less.
  budget.tempo_cost = pow(1 / clamp(building_supply(state, params), 0.2, 1), params.industry.shortage_cost);
  budget.investment_real = fund / building_price(state, params) / budget.tempo_cost + state.trade.machines_imported;
  build_plant(state, params, policy, budget.investment_real);
  count_sources(state, params);
}

}  // namespace thermidor::economy
