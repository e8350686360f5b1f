#include "economy/shock.hpp"

#include "core/quantity.hpp"
#include "economy/ledger.hpp"
#include "economy/measures.hpp"

namespace thermidor::economy {
namespace {

void land_grain(State& state, double amount) {
  const std::int64_t landed = whole(amount * kMegatonne);
  state.grain.state_stock += landed;
  state.grain.given += landed;
}

// Gifts are no earnings: they add to what households hold, not to their income.
void give_money(State& state, const Params& params, double amount) {
  const StrataValues weights = income_weights(state, params);
  double sum = 0;
  for (const double weight : weights) sum += weight;
  if (sum <= 0) return;
  for (std::size_t s = 0; s < kStrata; ++s) {
    receive_abroad(state.ledger, stratum_account(s), amount * kMillion * state.money.level * (weights[s] / sum));
  }
}

}  // namespace

void apply_shock(State& state, const Params& params, Shock shock, double amount) {
  switch (shock) {
    case Shock::goods: land_goods(state.goods, amount * kMillion); break;
    case Shock::grain: land_grain(state, amount); break;
    case Shock::money: give_money(state, params, amount); break;
    case Shock::shelves: state.trade.shelves = amount; break;
  }
}

}  // namespace thermidor::economy
