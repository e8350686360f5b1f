#include <cstddef>

#include "core/math.hpp"
#include "economy/measures.hpp"
#include "economy/set_quotas.hpp"
#include "economy/shop.hpp"

namespace thermidor::economy {
namespace {

// The farms have the money already: who owes more than he has owes the rest as a short bill.
void owe(Ledger& ledger, std::size_t from, std::size_t to, std::int64_t amount) {
  if (amount > ledger.balance[from]) write_notes(ledger, from, static_cast<double>(amount - ledger.balance[from]) + 1);
  ledger.balance[from] -= amount;
  ledger.balance[to] += amount;
}

void book_grain(State& state, const FarmFlows& flows, std::size_t r) {
  GrainBooks& grain = state.grain;
  grain.state_stock +=
      (flows.tax_in_kind + flows.requisitioned + flows.forced + flows.sold_state - flows.relief - flows.seed_aid).count;
  grain.traders[r] += (flows.sold_private - flows.bread_bought).count;
  grain.harvested += flows.harvest.count;
  grain.eaten += flows.eaten.count;
  grain.fed += flows.fed.count;
  grain.sown += flows.seed.count;
  grain.spoiled += (flows.spoiled + flows.rotted).count;
  grain.barns[r] += (flows.harvest - flows.seed - flows.eaten - flows.fed - flows.spoiled - flows.rotted).count -
                    (flows.tax_in_kind + flows.requisitioned + flows.forced + flows.sold_state + flows.sold_private).count +
                    (flows.bread_bought + flows.relief + flows.seed_aid).count;
}

void book_money(State& state, const FarmFlows& flows, std::size_t r) {
  Ledger& ledger = state.ledger;
  const std::size_t village = village_account(ledger, r);
  owe(ledger, at(Account::agency), village, (flows.paid_state + flows.paid_forced).count);
  owe(ledger, at(Account::traders), village, flows.paid_private.count);
  // Towns pay their share of other farm goods out of what waits in the bazaar, the agency the rest.
  const std::int64_t towns =
      whole(smaller(flows.paid_other.real() * state.trade.other_town_share, cash(ledger, Account::bazaar)));
  pay(ledger, at(Account::bazaar), village, static_cast<double>(towns));
  owe(ledger, at(Account::agency), village, flows.paid_other.count - towns);
  ledger.balance[village] -= (flows.spent_bread + flows.spent_goods + flows.money_tax).count;
  ledger.balance[at(Account::traders)] += flows.spent_bread.count;
  ledger.balance[at(Account::shops)] += flows.spent_goods.count;
  ledger.balance[at(Account::budget)] += flows.money_tax.count;
}

void count_flows(State& state, const FarmFlows& flows, std::size_t r) {
  state.trade.collections += (flows.tax_in_kind + flows.requisitioned + flows.forced + flows.sold_state).count;
  state.trade.sold_private += flows.sold_private.count;
  state.trade.harvest_total += flows.harvest.count;
  state.budget.farm_tax += flows.money_tax.real();
  state.regions.townspeople[r] += flows.left.count - flows.arrived.count;
  const double people = flows.people.real();
  state.regions.hungry[r] = people > 0 ? clamp(static_cast<double>(flows.hungry_people) / people, 0, 1) : 0;
  state.towns.arrivals += static_cast<double>(flows.left.count - flows.arrived.count);
  state.towns.carry -= flows.arrived.count;
  state.towns.pending_leave -= flows.left.count;
}

}  // namespace

void book_villages(State& state, const Params& params, const std::vector<FarmFlows>& flows, Month month) {
  TradeState& trade = state.trade;
  if (month.month() == 7) {
    if (trade.harvest_total > 0) state.history.harvest_last = static_cast<double>(trade.harvest_total);
    trade.harvest_total = 0;
    trade.collections_total = 0;
  }
  trade.collections = 0;
  trade.sold_private = 0;
  state.towns.arrivals = 0;
  state.budget.farm_tax = 0;
  double received = 0;
  double spent = 0;
  double paid_other = 0;
  trade.village_income = 0;
  for (std::size_t r = 0; r < flows.size(); ++r) {
    book_grain(state, flows[r], r);
    book_money(state, flows[r], r);
    count_flows(state, flows[r], r);
    received += flows[r].goods_received.real();
    spent += flows[r].spent_goods.real();
    paid_other += flows[r].paid_other.real();
    trade.village_income += (flows[r].paid_state + flows[r].paid_forced + flows[r].paid_private + flows[r].paid_other).real();
  }
  trade.collections_total += trade.collections;
  // Raw materials enter the agency's store; the towns' share of other farm goods is eaten.
  const double other_real = trade.other_paid_price > 0 ? paid_other / trade.other_paid_price : 0;
  const std::int64_t raw = whole(other_real * (1 - trade.other_town_share));
  state.goods.raw_stock += raw;
  state.goods.raw_bought += raw;
  const StrataValues weights = income_weights(state, params);
  constexpr std::size_t kTowns[] = {stratum_account(0), stratum_account(1), stratum_account(2)};
  state.towns.food_spent = paid_other * trade.other_town_share;
  pay_split(state.ledger, at(Account::bazaar), kTowns, weights, cash(state.ledger, Account::bazaar));
  state.regions.flows = flows;
  begin_sales(state);
  deliver_goods(state, params, received, spent, Buyer::villages);
}

}  // namespace thermidor::economy
