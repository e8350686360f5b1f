#include "economy/run_budget.hpp"

#include "core/math.hpp"
#include "economy/measures.hpp"
#include "economy/raise_loans.hpp"
#include "economy/shop.hpp"

namespace thermidor::economy {
namespace {

constexpr double kTillShare = 0.5;  // of the money that trusts like to hold the state leaves them
constexpr double kDividend = 0.3;   // of what lies above that, a month
constexpr double kRepaid = 0.2;     // of money that trusts do not need repaid to the bank a month
constexpr double kRevenueMemory = 0.3;
constexpr double kBudgetTurnover = 0.25;  // of money in hand above a month's outlay that is spent
constexpr double kIncomeOfStart = 40;     // million roubles of 1913 a month

// Old money: issue fills the gap between wants and means, as far as people still take it (M010).
double issue_old(State& state, const Params& params, double gap) {
  const MoneyState& money = state.money;
  const double notes = static_cast<double>(money_total(state.ledger)) * (1 - money.stable_share);
  const double cap = params.money.emission_cap * (0.59 + money.monetised) * 0.8 * notes *
                     pow(larger(0, 1 - 0.95 * money.stable_share), params.money.emission_fall);
  return clamp(gap, 0, cap);
}

// New money: the treasury may cover a deficit with its own notes as far as the law lets them stand beside the bank's.
double issue_new(State& state, const Params& params, double gap) {
  MoneyState& money = state.money;
  const double all = static_cast<double>(money_total(state.ledger));
  // At the reform the notes of the treasury take the place of the old money.
  if (money.treasury_notes <= 0) money.treasury_notes = all * (1 - money.stable_share);
  const double room = larger(0, params.money.treasury_share * all - money.treasury_notes);
  return clamp(gap, 0, room * params.money.treasury_speed);
}

// Orders for goods: heavy branches are paid at once, consumer goods are taken from the shelves.
void place_orders(State& state, const Params& params, double amount) {
  double heavy = 0;
  double consumer = 0;
  for (const BranchRow& row : params.branches) {
    if (kind_of(row) == BranchKind::consumer) consumer += row.state_use;
    if (is_heavy(row) || kind_of(row) == BranchKind::rail) heavy += row.state_use;
  }
  const double share = heavy + consumer > 0 ? heavy / (heavy + consumer) : 0;
  pay(state.ledger, Account::budget, Account::heavy, amount * share);
  const double goods = amount * (1 - share);
  const double price = larger(state.money.factory, 1e-9);
  const double most = (goods_stock(state) + static_cast<double>(state.goods.crafts_stock)) * 0.15;
  const double real = smaller(goods / price, most);
  const std::int64_t money = pay(state.ledger, Account::budget, Account::shops, real * price);
  deliver_goods(state, params, static_cast<double>(money) / price, static_cast<double>(money), Buyer::state);
}

// Losses of trusts, by the softness of budgets (S12).
void subsidise(State& state, const Policy& policy, double most) {
  const double soft = 1 - policy[Instrument::budget_hardness];
  double wanted = 0;
  for (const double profit : state.trusts.profit) wanted += profit < 0 ? -profit * soft : 0;
  const double scale = wanted > most ? most / larger(wanted, 1) : 1;
  double paid = 0;
  for (std::size_t j = 0; j < state.trusts.profit.size(); ++j) {
    const double loss = state.trusts.profit[j] < 0 && state.trusts.closed[j] == 0 ? -state.trusts.profit[j] : 0;
    paid += static_cast<double>(pay(state.ledger, at(Account::budget), trust_account(j), loss * soft * scale));
  }
  state.budget.subsidies = paid;
}

// Tills above a month's need are lent, distributed and spent within months: idle hoards would deflate.
double take_dividends(State& state, const Params& params) {
  double taken = 0;
  for (std::size_t j = 0; j < state.trusts.profit.size(); ++j) {
    const std::size_t account = trust_account(j);
    const double month = state.trusts.output[j] * state.trusts.price[j];
    const double till = month * params.money.till_months;
    repay(state.ledger, account, (cash(state.ledger, account) - till) * kRepaid);
    const double own = cash(state.ledger, account) - till * kTillShare;
    taken += static_cast<double>(pay(state.ledger, account, at(Account::budget), own * kDividend));
  }
  const double heavy = larger(0, cash(state.ledger, Account::heavy) - state.budget.wage_fund * 0.3);
  return taken + static_cast<double>(pay(state.ledger, Account::heavy, Account::budget, heavy * kDividend));
}

double tax_profits(State& state, const Params& params) {
  double taken = 0;
  for (std::size_t j = 0; j < state.trusts.profit.size(); ++j) {
    const double profit = state.trusts.profit[j];
    const double due = profit > 0 ? profit * params.budget.profit_tax * state.budget.tax_capacity : 0;
    taken += static_cast<double>(pay(state.ledger, trust_account(j), at(Account::budget), due));
  }
  return taken;
}

// What the state took without money: grain at the market's price, output delivered against supplies (SF28).
void count_kind(State& state, const Params& params) {
  double grain = 0;
  for (const FarmFlows& flows : state.regions.flows) grain += flows.tax_in_kind.real();
  state.budget.in_kind = grain * mean_grain_price(state);
  double output = 0;
  for (std::size_t j = 0; j < state.trusts.output.size(); ++j) output += state.trusts.output[j] * state.trusts.price[j];
  state.budget.deliveries = output * params.trust.in_kind * (1 - state.money.monetised);
}

}  // namespace

void plan_budget(State& state, const Params& params, const Policy& policy) {
  BudgetState& budget = state.budget;
  MoneyState& money = state.money;
  const double level = money.level;
  const double income = larger(0, money.income_real / kMillion - kIncomeOfStart);
  const double need = (params.budget.need + params.budget.need_income * income) * kMillion * level;
  serve_loans(state, params);
  const double held = cash(state.ledger, Account::budget);
  if (money.reformed > 0) {
    const double gap = need - larger(held, budget.revenue_smooth);
    money.issue = static_cast<double>(issue(state.ledger, at(Account::budget), issue_new(state, params, gap)));
    money.treasury_notes += money.issue;
    const double excess = larger(0, held - budget.revenue_smooth);
    budget.outlay = smaller(held + money.issue, budget.revenue_smooth + money.issue + excess * kBudgetTurnover);
  } else {
    money.issue = static_cast<double>(issue(state.ledger, at(Account::budget), issue_old(state, params, need - held)));
    // What comes in beyond the need is spent too: a hoard of the state would starve the circuit.
    const double spend = larger(need, budget.revenue_smooth);
    budget.outlay = smaller(held + money.issue, spend + larger(0, held - spend) * kBudgetTurnover);
  }
  const double tempo = policy[Instrument::investment_tempo];
  const double army = 1 + 0.15 * policy[Lever::army_modernisation];
  budget.works = budget.outlay * params.industry.investment_budget * pow(tempo, params.industry.budget_tempo);
  subsidise(state, policy, budget.outlay * 0.25);
  budget.orders = budget.outlay * params.budget.orders * army * (1 - 0.2 * money.monetised);
  const double rest = budget.outlay - budget.works - budget.orders - budget.subsidies;
  budget.staff = static_cast<double>(pay_towns(state, params, at(Account::budget), larger(0, rest)));
  place_orders(state, params, budget.orders);
  // Offices that collect taxes are built on those that exist.
  budget.tax_capacity += params.budget.capacity_growth * budget.tax_capacity * (1 - budget.tax_capacity);
}

void run_budget(State& state, const Params& params, const Policy& policy) {
  BudgetState& budget = state.budget;
  Ledger& ledger = state.ledger;
  budget.dividends = take_dividends(state, params);
  budget.profit_tax = tax_profits(state, params);
  const double relief = 1 - 0.4 * policy[Lever::pay_relief];
  budget.wage_tax = static_cast<double>(
      charge_towns(state, at(Account::budget), state.towns.income * params.budget.wage_tax * budget.tax_capacity * relief));
  budget.trade_tax = state.traders.taxes + state.traders.seized;  // came in when traders settled
  // State trade and the agency pass on what they do not need.
  const double turnover = state.trade.turnover * state.money.goods;
  const double shops = larger(0, cash(ledger, Account::shops) - turnover * 0.2);
  budget.dividends += static_cast<double>(pay(ledger, Account::shops, Account::budget, shops * 0.25));
  pay_towns(state, params, at(Account::shops), shops * 0.15);
  const double reserve = larger(state.trade.village_income, 0) * 0.7;
  const double debt = static_cast<double>(ledger.bank_debt[at(Account::agency)]);
  const double agency = larger(0, cash(ledger, Account::agency) - reserve - debt);
  budget.dividends += static_cast<double>(pay(ledger, Account::agency, Account::budget, agency * 0.4));
  raise_loans(state, params, policy);
  count_kind(state, params);
  budget.revenue = budget.farm_tax + budget.excise + budget.profit_tax + budget.wage_tax + budget.trade_tax + budget.customs +
                   budget.dividends + budget.loans;
  budget.revenue_smooth += kRevenueMemory * (budget.revenue - budget.revenue_smooth);
}

}  // namespace thermidor::economy
