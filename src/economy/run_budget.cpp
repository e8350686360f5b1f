#include "economy/run_budget.hpp"

#include "core/math.hpp"
#include "economy/measures.hpp"
#include "economy/shop.hpp"

namespace thermidor::economy {
namespace {

constexpr double kUnsold = 0.92;     // availability of goods above which shelves are called full
constexpr double kTillMonths = 0.5;  // months of output that a trust keeps in its till
constexpr double kDividend = 0.3;    // of what lies above that, a month
constexpr double kRevenueMemory = 0.3;
constexpr double kBudgetTurnover = 0.25;  // of money in hand above a month's outlay that is spent
constexpr double kSubsidyHeavy = 0.9;     // of heavy industry's unpaid wages a soft budget makes good
constexpr double kIncomeOfStart = 40;     // million roubles of 1913 a month

// Old money: issue fills the gap between wants and means, as far as people still take it (M010).
double issue_old(State& state, const Params& params, double gap) {
  const MoneyState& money = state.money;
  const double notes = static_cast<double>(money_total(state.ledger)) * (1 - money.stable_share);
  const double cap = params.money.emission_cap * (0.59 + money.monetised) * 0.8 * notes *
                     pow(larger(0, 1 - 0.95 * money.stable_share), params.money.emission_fall);
  return clamp(gap, 0, cap);
}

// New money: the treasury issues while the country holds less than it would at stable prices.
double issue_new(const State& state, const Params& params) {
  const MoneyState& money = state.money;
  // Issue fills the channels while shelves are full: goods unsold show that money is scarce.
  const double lack = clamp((state.trade.availability - kUnsold) * 20, 0, 1);
  const double calm = clamp(1 - 8 * money.expected, 0, 1);
  // A rule of the reform itself: the treasury's right to issue runs out once its notes have filled the channels.
  const double filling = clamp(1 - money.reform_months / 10, 0, 1);
  return params.money.treasury_issue * kMillion * money.level * lack * calm * filling;
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

// Losses of trusts and of heavy industry, by the softness of budgets (S12).
void subsidise(State& state, const Policy& policy, double most) {
  const double soft = 1 - policy[Instrument::budget_hardness];
  BudgetState& budget = state.budget;
  double wanted = budget.wage_unpaid > 0 ? kSubsidyHeavy * soft * budget.wage_fund * (1 - budget.heavy_paid) * 0.5 : 0;
  for (const double profit : state.trusts.profit) wanted += profit < 0 ? -profit * soft : 0;
  const double scale = wanted > most ? most / larger(wanted, 1) : 1;
  double paid = 0;
  for (std::size_t j = 0; j < state.trusts.profit.size(); ++j) {
    const double loss = state.trusts.profit[j] < 0 && state.trusts.closed[j] == 0 ? -state.trusts.profit[j] : 0;
    paid += static_cast<double>(pay(state.ledger, at(Account::budget), trust_account(j), loss * soft * scale));
  }
  const double heavy = kSubsidyHeavy * soft * budget.wage_fund * (1 - budget.heavy_paid) * 0.5 * scale;
  paid += static_cast<double>(pay(state.ledger, Account::budget, Account::heavy, heavy));
  budget.subsidies = paid;
}

// Tills above a month's need are lent, distributed and spent within months: idle hoards would deflate.
double tax_profits(State& state, const Params& params) {
  double taken = 0;
  for (std::size_t j = 0; j < state.trusts.profit.size(); ++j) {
    const std::size_t account = trust_account(j);
    const double month = state.trusts.output[j] * state.trusts.price[j];
    const double excess = larger(0, cash(state.ledger, account) - month * kTillMonths);
    repay(state.ledger, account, excess * 0.2);
    taken += static_cast<double>(pay(state.ledger, account, at(Account::budget), excess * kDividend));
  }
  const double heavy = larger(0, cash(state.ledger, Account::heavy) - state.budget.wage_fund * 0.3);
  taken += static_cast<double>(pay(state.ledger, Account::heavy, Account::budget, heavy * kDividend));
  for (std::size_t j = 0; j < state.trusts.profit.size(); ++j) {
    const double profit = state.trusts.profit[j];
    const double due = profit > 0 ? profit * params.budget.profit_tax * state.budget.tax_capacity : 0;
    taken += static_cast<double>(pay(state.ledger, trust_account(j), at(Account::budget), due));
  }
  return taken;
}

}  // namespace

void plan_budget(State& state, const Params& params, const Policy& policy) {
  BudgetState& budget = state.budget;
  MoneyState& money = state.money;
  const double level = money.level;
  const double income = larger(0, money.income_real / kMillion - kIncomeOfStart);
  const double need = (params.budget.need + params.budget.need_income * income) * kMillion * level;
  const double held = cash(state.ledger, Account::budget);
  if (money.reformed > 0) {
    money.issue = static_cast<double>(issue(state.ledger, at(Account::budget), issue_new(state, params)));
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
  budget.tax_capacity += params.budget.capacity_growth * (1 - budget.tax_capacity);
}

void run_budget(State& state, const Params& params, const Policy& policy) {
  BudgetState& budget = state.budget;
  Ledger& ledger = state.ledger;
  budget.profit_tax = tax_profits(state, params);
  const double relief = 1 - 0.4 * policy[Lever::pay_relief];
  const double wage_tax = static_cast<double>(
      charge_towns(state, at(Account::budget), state.towns.income * params.budget.wage_tax * budget.tax_capacity * relief));
  const double trade_due =
      state.trade.private_income * params.budget.trade_tax * budget.tax_capacity * (1.6 - 0.6 * policy[Lever::private_trade]);
  const double trade_tax = static_cast<double>(pay(ledger, Account::traders, Account::budget, trade_due));
  // State trade and the agency pass on what they do not need; traders live on their gains.
  const double turnover = state.trade.turnover * state.money.goods;
  const double shops = larger(0, cash(ledger, Account::shops) - turnover * 0.2);
  double dividend = static_cast<double>(pay(ledger, Account::shops, Account::budget, shops * 0.25));
  pay_towns(state, params, at(Account::shops), shops * 0.15);
  const double reserve = larger(state.trade.village_income, 0) * 0.7;
  const double debt = static_cast<double>(ledger.bank_debt[at(Account::agency)]);
  const double agency = larger(0, cash(ledger, Account::agency) - reserve - debt);
  dividend += static_cast<double>(pay(ledger, Account::agency, Account::budget, agency * 0.4));
  const double gains =
      larger(0, cash(ledger, Account::traders) - state.trade.private_income * 1.2 - state.trade.bread_turnover * 0.4);
  pay_towns(state, params, at(Account::traders), gains * 0.4);
  budget.revenue = budget.farm_tax + budget.excise + budget.profit_tax + wage_tax + trade_tax + dividend;
  budget.revenue_smooth += kRevenueMemory * (budget.revenue - budget.revenue_smooth);
  (void)params;
}

}  // namespace thermidor::economy
