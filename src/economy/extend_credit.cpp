#include "economy/extend_credit.hpp"

#include <vector>

#include "core/math.hpp"
#include "economy/measures.hpp"

namespace thermidor::economy {
namespace {

constexpr double kMostCredit = 4e15;  // kopecks; beyond it sums outgrow whole numbers that a double can hold
constexpr double kHeavyCredit = 0.5;  // of heavy industry's output that stands behind its credit
constexpr double kLongest = 60;       // months of output, beyond which a debt is no credit
constexpr double kOverLimit = 0.15;   // a month, of debt beyond the limit that the bank calls in

// Worth of a month's output of one trust that may stand behind credit: half of what heavy industry makes is for itself.
double backing(const State& state, std::size_t j) {
  if (state.trusts.closed[j] != 0) return 0;
  return state.trusts.output[j] * state.trusts.price[j] * (state.trusts.heavy[j] != 0 ? kHeavyCredit : 1);
}

double trusts_output(const State& state) {
  double value = 0;
  for (std::size_t j = 0; j < state.trusts.output.size(); ++j) value += backing(state, j);
  return value;
}

// In old money the bank's means are what the treasury grants it, a multiple of the lines; without lines there is no bank. The
// reform opens it as wide as it ever was; from then on the limit is a nominal anchor that grows at the rate the bank sets.
void set_limit(State& state, const Params& params, const Policy& policy) {
  MoneyState& money = state.money;
  const double month = params.money.bank_start * trusts_output(state);
  if (money.reformed <= 0) {
    money.limit = smaller(month * policy[Instrument::credit_limit], kMostCredit);
  } else if (money.reform_months <= 0) {
    money.limit = smaller(larger(money.limit, month), kMostCredit);
  } else {
    money.limit = smaller(money.limit * (1 + policy[Instrument::bank_growth]), kMostCredit);
  }
}

double debt(const State& state, std::size_t j) { return static_cast<double>(state.ledger.bank_debt[trust_account(j)]); }

// Grain and other farm goods that the agency is to buy next month.
void lend_agency(State& state, const Params& params) {
  double bill = 0;
  for (const FarmFlows& flows : state.regions.flows) bill += flows.offer_state.real();
  bill = smaller(bill, state.trade.state_want) * state.money.state_grain;
  bill += smaller(state.trade.raw_wanted, state.trade.other_offered) * state.money.other;
  const double held = cash(state.ledger, Account::agency);
  const double own =
      params.money.agency_share * state.money.limit - static_cast<double>(state.ledger.bank_debt[at(Account::agency)]);
  if (held < bill) {
    lend(state.ledger, at(Account::agency), smaller(bill - held, smaller(larger(0, own), credit_room(state))));
  } else {
    repay(state.ledger, at(Account::agency), (held - bill) * 0.5);
  }
  if (own < 0) repay(state.ledger, at(Account::agency), -own * kOverLimit);
}

// What an account may borrow this month within a line of so many months of its output.
double wish(State& state, const Params& params, std::size_t account, double month, double line) {
  Ledger& ledger = state.ledger;
  const double open = line * month - static_cast<double>(ledger.bank_debt[account]);
  if (open < 0) repay(ledger, account, -open * params.money.credit_speed);
  // Who has money enough does not borrow.
  const double lack = larger(0, 1 - cash(ledger, account) / larger(1, params.money.till_months * month));
  return larger(0, open) * params.money.credit_speed * lack;
}

void lend_industry(State& state, const Params& params, const Policy& policy) {
  Ledger& ledger = state.ledger;
  TrustState& trusts = state.trusts;
  // Goods on their way to the shops are financed with those who made them: trade has no stocks of its own here.
  const double line = policy[Instrument::credit_limit] * (1 + params.money.trade_credit);
  double wanted = 0;
  double open = 0;
  std::vector<double> asked(trusts.output.size(), 0);
  trusts.line.resize(trusts.output.size(), 0);
  for (std::size_t j = 0; j < asked.size(); ++j) {
    asked[j] = wish(state, params, trust_account(j), backing(state, j), line);
    wanted += asked[j];
    open += larger(0, line * backing(state, j) - debt(state, j));
  }
  const double room = credit_room(state);
  const double share = wanted > room ? room / larger(1, wanted) : 1;
  const double within = open > room ? room / larger(1, open) : 1;
  for (std::size_t j = 0; j < asked.size(); ++j) {
    const double month = larger(1, backing(state, j));
    const double owed = debt(state, j) / month;
    const double all = smaller(owed + larger(0, line - owed) * within, kLongest);
    // Trusts learn what they may count on as lines are opened, called in and renewed.
    trusts.line[j] += params.money.credit_speed * (all - trusts.line[j]);
    lend(ledger, trust_account(j), asked[j] * share);
  }
}

}  // namespace

void extend_credit(State& state, const Params& params, const Policy& policy) {
  set_limit(state, params, policy);
  lend_agency(state, params);
  lend_industry(state, params, policy);
}

}  // namespace thermidor::economy
