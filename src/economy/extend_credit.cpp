#include "economy/extend_credit.hpp"

#include "core/math.hpp"
#include "economy/measures.hpp"

namespace thermidor::economy {
namespace {

constexpr double kMostCredit = 1e15;  // kopecks; beyond it sums outgrow whole numbers that a double can hold

double month_of_output(const State& state) {
  double value = 0;
  for (std::size_t j = 0; j < state.trusts.output.size(); ++j) value += state.trusts.output[j] * state.trusts.price[j];
  return value;
}

// Before the reform the limit follows prices; from then on it is a nominal anchor that grows at the rate the bank sets.
void set_limit(State& state, const Params& params, const Policy& policy) {
  MoneyState& money = state.money;
  const double debts = static_cast<double>(debt_total(state.ledger));
  const double base = larger(debts, params.money.bank_start * 0.5 * month_of_output(state));
  if (money.reformed <= 0) {
    money.limit = base * 1.15 + params.money.bank_start * month_of_output(state) * 0.5;
  } else {
    money.limit = smaller(money.limit * (1 + policy[Instrument::bank_growth]), kMostCredit);
  }
}

// Grain and other farm goods that the agency is to buy next month.
void lend_agency(State& state) {
  double bill = 0;
  for (const FarmFlows& flows : state.regions.flows) bill += flows.offer_state.real();
  bill = smaller(bill, state.trade.state_want) * state.money.state_grain;
  bill += smaller(state.trade.raw_wanted, state.trade.other_offered) * state.money.other;
  const double held = cash(state.ledger, Account::agency);
  if (held < bill) {
    lend(state.ledger, at(Account::agency), smaller(bill - held, credit_room(state)));
  } else {
    repay(state.ledger, at(Account::agency), (held - bill) * 0.5);
  }
}

void lend_trusts(State& state, const Params& params, const Policy& policy) {
  Ledger& ledger = state.ledger;
  const double line = policy[Instrument::credit_limit];
  double wanted = 0;
  state.trusts.line.assign(state.trusts.output.size(), 0);
  for (std::size_t j = 0; j < state.trusts.output.size(); ++j) {
    const std::size_t account = trust_account(j);
    const double month = state.trusts.output[j] * state.trusts.price[j];
    const double open = state.trusts.closed[j] != 0 ? 0 : line * month - static_cast<double>(ledger.bank_debt[account]);
    if (open < 0) repay(ledger, account, -open * params.money.credit_speed);
    // Who has money for a month does not borrow.
    const double lack = larger(0, 1 - cash(ledger, account) / larger(1, month));
    state.trusts.line[j] = larger(0, open) * params.money.credit_speed * lack;
    wanted += state.trusts.line[j];
  }
  const double room = credit_room(state);
  const double share = wanted > room ? room / larger(1, wanted) : 1;
  for (std::size_t j = 0; j < state.trusts.line.size(); ++j) lend(ledger, trust_account(j), state.trusts.line[j] * share);
}

}  // namespace

void extend_credit(State& state, const Params& params, const Policy& policy) {
  set_limit(state, params, policy);
  lend_agency(state);
  lend_trusts(state, params, policy);
}

}  // namespace thermidor::economy
