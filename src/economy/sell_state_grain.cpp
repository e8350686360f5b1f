#include "economy/sell_state_grain.hpp"

#include "core/math.hpp"
#include "economy/measures.hpp"

namespace thermidor::economy {
namespace {

constexpr double kLevyLag = 1;        // months from the harvest to the first levy
constexpr double kScarcity = 3;       // months over which what can be spared is sold
constexpr double kMemory = 1.0 / 12;  // a month, of what regions short of bread take
constexpr double kAhead = 1.5;        // months of their customers' wants that traders lay in of the state's grain

double missing_bread(const State& state, const Params& params, std::size_t r) {
  const double towns =
      static_cast<double>(state.regions.townspeople[r]) * params.grain.town_need * (1 - state.trade.state_bread);
  const double wanted = kAhead * (state.regions.flows[r].bread_orders.real() + towns);
  return larger(0, wanted - static_cast<double>(state.grain.traders[r]));
}

}  // namespace

double spare_state_grain(const State& state, const Params& params, Month month) {
  const double months = static_cast<double>(months_to_harvest(month)) + kLevyLag;
  const double kept = state_need(state, params) * months;
  return larger(0, static_cast<double>(state.grain.state_stock) - kept) / larger(1, smaller(kScarcity, months));
}

void sell_state_grain(State& state, const Params& params, Month month) {
  const double spare = spare_state_grain(state, params, month);
  const double price = state.money.state_grain * (1 + params.grain.town_margin);
  state.grain.rural_supply *= 1 - kMemory;
  if (spare <= 0 || price <= 0) return;
  double missing = 0;
  const std::size_t count = params.regions.size();
  for (std::size_t r = 0; r < count; ++r) {
    if (state.regions.price[r] > price) missing += missing_bread(state, params, r) * params.regions[r].rail;
  }
  const double share = missing > spare ? spare / missing : 1;
  for (std::size_t r = 0; r < count; ++r) {
    if (state.regions.price[r] <= price) continue;
    const double wanted = missing_bread(state, params, r) * params.regions[r].rail * share;
    const double afford = cash(state.ledger, Account::traders) / price;
    const std::int64_t sold = whole(smaller(wanted, afford));
    pay(state.ledger, Account::traders, Account::agency, static_cast<double>(sold) * price);
    state.grain.state_stock -= sold;
    state.grain.traders[r] += sold;
    state.grain.to_traders += sold;
    state.grain.rural_supply += kMemory * static_cast<double>(sold);
  }
}

}  // namespace thermidor::economy
