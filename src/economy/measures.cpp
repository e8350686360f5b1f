#include "economy/measures.hpp"

#include <array>

#include "core/math.hpp"

namespace thermidor::economy {
namespace {

constexpr std::array<std::size_t, kStrata> kTownAccounts = {stratum_account(0), stratum_account(1), stratum_account(2)};
constexpr double kGrainWeight = 0.55;  // of grain in farm prices (economic-data, scissors)

}  // namespace

double mean_grain_price(const State& state) {
  double sum = 0;
  double weight = 0;
  for (std::size_t r = 0; r < state.regions.price.size(); ++r) {
    const double people = state.regions.flows[r].people.real() + static_cast<double>(state.regions.townspeople[r]) + 1;
    sum += state.regions.price[r] * people;
    weight += people;
  }
  return weight > 0 ? sum / weight : 0;
}

StrataValues income_weights(const State& state, const Params& params) {
  StrataValues weights{};
  for (std::size_t s = 0; s < kStrata; ++s) weights[s] = state.towns.share[s] * params.town.income[s] * state.towns.earning[s];
  return weights;
}

std::int64_t pay_towns(State& state, const Params& params, std::size_t from, double amount) {
  const StrataValues weights = income_weights(state, params);
  const std::int64_t paid = pay_split(state.ledger, from, kTownAccounts, weights, amount);
  state.towns.income += static_cast<double>(paid);
  return paid;
}

std::int64_t pay_stratum(State& state, std::size_t from, std::size_t stratum, double amount) {
  const std::int64_t paid = pay(state.ledger, from, stratum_account(stratum), amount);
  state.towns.income += static_cast<double>(paid);
  return paid;
}

std::int64_t charge_towns(State& state, std::size_t to, double amount) {
  StrataValues held{};
  for (std::size_t s = 0; s < kStrata; ++s) held[s] = cash(state.ledger, stratum_account(s));
  return collect(state.ledger, kTownAccounts, held, to, amount);
}

double credit_room(const State& state) { return larger(0, state.money.limit - static_cast<double>(debt_total(state.ledger))); }

double goods_stock(const State& state) {
  double stock = 0;
  for (const std::int64_t trust : state.trusts.stock) stock += static_cast<double>(trust);
  return stock;
}

double farm_price_index(const State& state, const Params& params) {
  const double grain = mean_grain_price(state) / params.scale.grain_price;
  return pow(grain, kGrainWeight) * pow(state.money.other, 1 - kGrainWeight);
}

}  // namespace thermidor::economy
