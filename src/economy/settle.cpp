#include "economy/settle.hpp"

#include "core/math.hpp"
#include "economy/feed_towns.hpp"
#include "economy/measures.hpp"
#include "economy/sell_stolen.hpp"
#include "economy/shop.hpp"

namespace thermidor::economy {
namespace {

constexpr double kTownOverhead = 0.75;  // of overhead paid to townspeople, the rest to the budget
constexpr double kRedeemed = 0.35;      // of notes redeemed a month
constexpr double kIncomeMemory = 0.5;   // half-life of one month

// Wages handed out in goods (lawful while money is scarce).
void pay_in_kind(State& state, const Params& params, std::size_t j) {
  TrustState& trusts = state.trusts;
  const double share = params.trust.wage_in_kind * (1 - state.money.monetised) * 0.5;
  const double value = smaller(trusts.wages_due[j] * share, static_cast<double>(trusts.stock[j]) * 0.1 * trusts.price[j]);
  const std::int64_t goods = trusts.price[j] > 0 ? whole(value / trusts.price[j]) : 0;
  trusts.stock[j] -= goods;
  state.goods.in_kind += goods;
  trusts.wages_due[j] -= static_cast<double>(goods) * trusts.price[j];
}

// Syndicates of heavy industry pass on what users, builders and the state paid, by the value that trusts delivered.
void deal_heavy(State& state) {
  TrustState& trusts = state.trusts;
  double value = 0;
  for (std::size_t j = 0; j < trusts.output.size(); ++j)
    value += trusts.heavy[j] != 0 ? trusts.receipts_real[j] * trusts.price[j] : 0;
  double left = cash(state.ledger, Account::heavy);
  for (std::size_t j = 0; j < trusts.output.size() && value > 0; ++j) {
    if (trusts.heavy[j] == 0) continue;
    const double weight = trusts.receipts_real[j] * trusts.price[j];
    const std::int64_t part = pay(state.ledger, at(Account::heavy), trust_account(j), left * weight / value);
    trusts.receipts[j] += static_cast<double>(part);
    left -= static_cast<double>(part);
    value -= weight;
  }
}

}  // namespace

void pay_employers(State& state, const Params& params) {
  TrustState& trusts = state.trusts;
  Ledger& ledger = state.ledger;
  for (std::size_t j = 0; j < trusts.output.size(); ++j) {
    const std::size_t account = trust_account(j);
    trusts.wages_due[j] -= static_cast<double>(pay_towns(state, params, account, trusts.wages_due[j]));
    trusts.raw_due[j] -= static_cast<double>(pay(ledger, account, at(Account::agency), trusts.raw_due[j]));
    trusts.inputs_due[j] -= static_cast<double>(pay(ledger, account, at(Account::heavy), trusts.inputs_due[j]));
    const double towns = static_cast<double>(pay_towns(state, params, account, trusts.overhead_due[j] * kTownOverhead));
    const double budget =
        static_cast<double>(pay(ledger, account, at(Account::budget), trusts.overhead_due[j] * (1 - kTownOverhead)));
    trusts.overhead_due[j] -= towns + budget;
  }
}

void close_wages(State& state, const Params& params) {
  TrustState& trusts = state.trusts;
  const double notes = params.trust.goods_notes * (1 - 0.85 * state.money.monetised);
  const double paid = 1 - params.trust.in_kind * (1 - state.money.monetised);
  double unpaid = 0;
  double fund = 0;
  for (std::size_t j = 0; j < trusts.output.size(); ++j) {
    const double due = trusts.wages_due[j];
    const double bill = trusts.workers[j] * state.money.wage * paid;
    if (due > 0) {
      write_notes(state.ledger, trust_account(j), due * notes);
      trusts.wages_due[j] -= static_cast<double>(pay_towns(state, params, trust_account(j), due));
    }
    trusts.unpaid[j] = bill > 0 ? clamp(trusts.wages_due[j] / bill, 0, 1) : 0;
    trusts.profit[j] = trusts.receipts[j] - trusts.receipts_real[j] * trusts.unit_cost[j];
    unpaid += trusts.wages_due[j];
    fund += bill;
    redeem_notes(state.ledger, trust_account(j), static_cast<double>(state.ledger.note_debt[trust_account(j)]) * kRedeemed);
  }
  BudgetState& budget = state.budget;
  budget.wage_unpaid = unpaid;
  budget.wage_fund = larger(1, fund);
  for (const Account account : {Account::heavy, Account::agency, Account::traders}) {
    redeem_notes(state.ledger, at(account), static_cast<double>(state.ledger.note_debt[at(account)]) * kRedeemed);
  }
}

// Social insurance: what employers owe to those who lost their place, out of the budget and within its means.
void pay_benefits(State& state, const Params& params) {
  const double drawn = state.towns.unemployed * params.town.insured * state.money.monetised;
  const double due = drawn * state.money.wage * params.town.benefit;
  const double most = larger(0, cash(state.ledger, Account::budget)) * 0.1;
  state.towns.benefits = static_cast<double>(pay_stratum(state, at(Account::budget), 0, smaller(due, most)));
}

void settle(State& state, const Params& params, const Policy& policy, Month month) {
  for (std::size_t j = 0; j < state.trusts.output.size(); ++j) pay_in_kind(state, params, j);
  deal_heavy(state);
  pay_employers(state, params);
  // Artisans live on what they sell.
  pay_towns(state, params, at(Account::crafts), cash(state.ledger, Account::crafts) * 0.8);
  feed_towns(state, params, policy, month);
  shop(state, params, 0.8);
  deal_heavy(state);
  pay_employers(state, params);
  shop(state, params, 1.0);
  close_wages(state, params);
  pay_benefits(state, params);
  sell_stolen(state);
  state.towns.income_smooth += kIncomeMemory * (state.towns.income - state.towns.income_smooth);
  const double wanted = state.trade.village_orders + state.towns.goods_wanted;
  const double got = state.trade.village_goods + state.towns.goods_bought;
  state.trade.met = wanted > 0 ? clamp(got / wanted, 0, 1) : 1;
}

}  // namespace thermidor::economy
