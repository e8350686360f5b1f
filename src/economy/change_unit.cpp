#include "economy/ledger.hpp"
#include "economy/move_prices.hpp"

namespace thermidor::economy {
namespace {

void divide(std::vector<double>& values, double divisor) {
  for (double& value : values) value /= divisor;
}

void divide_budget(BudgetState& budget, double divisor) {
  for (double* amount :
       {&budget.revenue,   &budget.revenue_smooth, &budget.outlay,     &budget.farm_tax,     &budget.excise,
        &budget.orders,    &budget.staff,          &budget.profit_tax, &budget.works,        &budget.investment,
        &budget.subsidies, &budget.wage_unpaid,    &budget.wage_fund,  &budget.wage_tax,     &budget.trade_tax,
        &budget.customs,   &budget.dividends,      &budget.loans,      &budget.loan_service, &budget.in_kind,
        &budget.deliveries}) {
    *amount /= divisor;
  }
}

void divide_prices(State& state, double divisor) {
  MoneyState& money = state.money;
  for (double* price :
       {&money.level, &money.level_before, &money.other, &money.goods, &money.crafts, &money.factory, &money.state_grain,
        &money.wage, &money.limit, &money.income, &money.issue, &money.treasury_notes, &money.revalued}) {
    *price /= divisor;
  }
  money.unit *= divisor;
  divide(state.regions.price, divisor);
  for (FarmConditions& face : state.regions.conditions) {
    for (double* price : {&face.price_grain_free, &face.price_grain_state, &face.price_goods, &face.price_other,
                          &face.price_index, &face.money_tax}) {
      *price /= divisor;
    }
  }
  TrustState& trusts = state.trusts;
  for (auto* column : {&trusts.price, &trusts.unit_cost, &trusts.profit, &trusts.receipts, &trusts.wages_due,
                       &trusts.inputs_due, &trusts.raw_due, &trusts.overhead_due}) {
    divide(*column, divisor);
  }
  divide(state.branches.price, divisor);
  AccumulationState& paid = state.accumulation;
  for (double* amount : {&paid.own, &paid.credit, &paid.budget}) *amount /= divisor;
  divide_budget(state.budget, divisor);
  TownState& towns = state.towns;
  for (double* amount : {&towns.income, &towns.income_smooth, &towns.goods_spent, &towns.bread_spent, &towns.food_spent})
    *amount /= divisor;
  for (double& purse : towns.food_purse) purse /= divisor;
  towns.benefits /= divisor;
  TraderState& traders = state.traders;
  for (std::size_t c = 0; c < kTraderClasses; ++c) {
    traders.margin[c] /= divisor;
    traders.profit[c] /= divisor;
  }
  for (double* amount : {&traders.taxes, &traders.bribes, &traders.seized, &traders.shadow_money, &traders.bread_state})
    *amount /= divisor;
  for (double* amount : {&state.trade.bread_private, &state.trade.bread_turnover, &state.trade.village_income})
    *amount /= divisor;
}

}  // namespace

std::int64_t change_unit(State& state, std::int64_t divisor, std::span<const Kopecks> village_lost) {
  if (divisor <= 1) return 0;
  Ledger& ledger = state.ledger;
  const std::int64_t before = money_total(ledger);
  std::int64_t lost = 0;
  const std::size_t villages = static_cast<std::size_t>(ledger.villages);
  for (std::size_t account = 0; account < ledger.balance.size(); ++account) {
    const bool village = account >= villages && account - villages < village_lost.size();
    // Farms lose their own remainders; what is left of a village divides evenly.
    const std::int64_t remainder = village ? village_lost[account - villages].count : ledger.balance[account] % divisor;
    lost += remainder;
    ledger.balance[account] = (ledger.balance[account] - remainder) / divisor;
    ledger.bank_debt[account] /= divisor;
    ledger.note_debt[account] /= divisor;
  }
  ledger.opening = money_total(ledger);
  ledger.opening_debt = debt_total(ledger);
  ledger.opening_notes = 0;
  for (const std::int64_t notes : ledger.note_debt) ledger.opening_notes += notes;
  for (std::int64_t* event : {&ledger.issued, &ledger.lent, &ledger.repaid, &ledger.noted, &ledger.redeemed,
                              &ledger.written_off, &ledger.revalued, &ledger.from_abroad, &ledger.to_abroad}) {
    *event = 0;
  }
  divide_prices(state, static_cast<double>(divisor));
  return before - divisor * ledger.opening - lost;
}

}  // namespace thermidor::economy
