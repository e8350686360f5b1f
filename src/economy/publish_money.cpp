#include "economy/publish_money.hpp"

#include "core/math.hpp"
#include "economy/ledger.hpp"
#include "economy/measures.hpp"

namespace thermidor::economy {
namespace {

// Kopecks in force that are a million roubles of the reform unit, in which public finance is published.
double finance_unit(const State& state, const Params& params) {
  const bool settled = state.money.reformed > 0 && state.money.reform_months > 0;
  return kMillion * (settled ? 1 : state.money.level / params.money.reform_level);
}

double share(double part, double of) { return of > 0 ? clamp(part / of, 0, 1) : 0; }

void publish_budget(const State& state, const Params& params, EconomySignal& signal) {
  const BudgetState& budget = state.budget;
  const double unit = finance_unit(state, params);
  const auto put = [unit](double& series, double kopecks) { series = larger(0, kopecks) / unit; };
  put(signal.budget_revenue_in_kind, budget.in_kind);
  put(signal.budget_revenue_deliveries, budget.deliveries);
  put(signal.budget_revenue_excises, budget.excise);
  put(signal.budget_revenue_income_tax, budget.profit_tax + budget.wage_tax);
  put(signal.budget_revenue_promnalog_business_tax, budget.trade_tax);
  put(signal.budget_revenue_customs, budget.customs);
  put(signal.budget_revenue_dividends, budget.dividends);
  put(signal.budget_revenue_loans, budget.loans);
  put(signal.budget_outlay_staff, budget.staff);
  put(signal.budget_outlay_orders, budget.orders);
  put(signal.budget_outlay_works, budget.works);
  put(signal.budget_outlay_subsidies, budget.subsidies);
  put(signal.budget_outlay_loans, budget.loan_service);
  double arrears = 0;
  for (const FarmFlows& flows : state.regions.flows) arrears += flows.arrears.real();
  put(signal.tax_arrears, arrears);
  signal.farm_tax_progression = budget.tax_progression;
  // The budget as it was drawn up then: the tax in kind counts as revenue at the market's price, the record's shares do so too.
  const double ordinary = budget.revenue - budget.loans + budget.in_kind;
  const double all = ordinary + budget.loans + state.money.issue;
  signal.ordinary_revenue_share_of_budget = 100 * share(ordinary, all);
  signal.note_issue_share_of_budget_revenue = 100 * share(state.money.issue, all);
  const double real = larger(state.money.level_before, 1e-9) * kMillion;
  signal.note_issue_month_real = state.money.issue / real;
  signal.money_taxes_and_receipts_month_real = larger(0, budget.revenue - budget.loans) / real;
  double claims = 0;
  for (const std::int64_t claim : state.ledger.loan_claim) claims += static_cast<double>(claim);
  signal.state_loans_outstanding = claims / kMillion;
}

void publish_currency(const State& state, EconomySignal& signal) {
  const MoneyState& money = state.money;
  const auto of = [](const std::array<double, kHolders>& values, Holder holder) {
    return values[static_cast<std::size_t>(holder)];
  };
  signal.seigniorage_state = of(money.eroded, Holder::state) / kMillion;
  signal.seigniorage_trusts = of(money.eroded, Holder::trusts) / kMillion;
  signal.seigniorage_trade = of(money.eroded, Holder::trade) / kMillion;
  signal.seigniorage_towns = of(money.eroded, Holder::towns) / kMillion;
  signal.seigniorage_villages = of(money.eroded, Holder::villages) / kMillion;
  // Once the old money is withdrawn there is no other.
  const bool one = money.reformed > 0 && money.reform_months > 0;
  signal.stable_share_money = one ? 1 : clamp(money.stable_share, 0, 1);
  signal.stable_share_trusts = one ? 1 : of(money.stable, Holder::trusts);
  signal.stable_share_towns = one ? 1 : of(money.stable, Holder::towns);
  signal.revaluation_gain = money.revalued / larger(money.level, 1e-9) / kMillion;
}

void publish_credit(const State& state, const Params& params, EconomySignal& signal) {
  const Ledger& ledger = state.ledger;
  const double unit = finance_unit(state, params);
  const auto owed = [&ledger, unit](Account account) { return static_cast<double>(ledger.bank_debt[at(account)]) / unit; };
  signal.bank_credit_agency = owed(Account::agency);
  signal.bank_credit_investment = owed(Account::budget);
  const double all = static_cast<double>(debt_total(ledger)) / unit;
  signal.bank_credit_trusts = larger(0, all - signal.bank_credit_agency - signal.bank_credit_investment);
  signal.bank_limit = state.money.limit / unit;
  // In circulation is what has left the treasury's till and is no bill.
  std::int64_t bills = 0;
  for (const std::int64_t debt : ledger.note_debt) bills += debt;
  const std::int64_t notes = money_total(ledger) - bills - ledger.balance[at(Account::budget)];
  const double held = larger(0, static_cast<double>(notes));
  signal.real_value_of_notes = held / larger(state.money.level, 1e-9) / kMillion;
  signal.money_in_circulation = held / kMillion;
}

void publish_abroad(const State& state, EconomySignal& signal) {
  const TradeState& trade = state.trade;
  signal.exports_gold_roubles = trade.exports;
  signal.imports_gold_roubles = trade.imports;
  signal.gold_reserve = trade.gold;
  signal.imports_machines = trade.imports_machines;
  signal.imports_raw = trade.imports_raw;
  signal.imports_goods = trade.imports_goods;
  signal.imports_grain = trade.imports_grain;
  signal.imports_smuggled = trade.smuggled;
  signal.gold_sold = trade.gold_sold;
  signal.foreign_debt = trade.foreign_debt;
  signal.foreign_credit_taken = trade.credit_taken;
  signal.terms_of_trade = trade.terms;
  signal.default_risk = clamp(trade.default_risk, 0, 1);
}

}  // namespace

void publish_money(const State& state, const Params& params, EconomySignal& signal) {
  publish_budget(state, params, signal);
  publish_currency(state, signal);
  publish_credit(state, params, signal);
  publish_abroad(state, signal);
}

}  // namespace thermidor::economy
