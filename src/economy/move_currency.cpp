#include "core/math.hpp"
#include "economy/measures.hpp"
#include "economy/move_prices.hpp"

namespace thermidor::economy {
namespace {

// Money by kind of holder.
std::array<double, kHolders> money_held(const Ledger& ledger) {
  std::array<double, kHolders> held{};
  for (std::size_t account = 0; account < ledger.balance.size(); ++account) {
    held[static_cast<std::size_t>(holder_of(ledger, account))] += cash(ledger, account);
  }
  return held;
}

// Who holds old money pays the tax that its issue lays on all; before a stable currency there is no other money.
void erode(State& state, const std::array<double, kHolders>& held) {
  MoneyState& money = state.money;
  for (std::size_t h = 0; h < kHolders; ++h) {
    const double old = held[h] * (money.reformed > 0 ? 1 : 1 - money.stable[h]);
    money.eroded[h] = old / larger(money.level_before, 1e-9) - old / larger(money.level, 1e-9);
  }
}

}  // namespace

void move_currency(State& state, const Params& params, const Policy& policy) {
  MoneyState& money = state.money;
  const std::array<double, kHolders> held = money_held(state.ledger);
  erode(state, held);
  money.revalued = 0;
  if (money.reformed > 0) return;
  double all = 0;
  double stable = 0;
  const double goal = logistic(12 * (money.expected - params.money.chervonets_threshold));
  for (std::size_t h = 0; h < kHolders; ++h) {
    if (policy[Instrument::stable_currency] >= 1) {
      const double speed = smaller(1, params.money.chervonets_speed * params.money.access[h]);
      money.stable[h] += speed * (goal - money.stable[h]);
    }
    all += held[h];
    stable += held[h] * money.stable[h];
  }
  money.stable_share = all > 0 ? stable / all : 0;
  if (money.stable_share <= 0 || money.inflation <= 0) return;
  // A rise of the stable currency's rate in old roubles is booked on every account that holds it. Farms count their own cash:
  // villages hold none of it.
  const std::size_t villages = static_cast<std::size_t>(state.ledger.villages);
  for (std::size_t account = 0; account < villages; ++account) {
    const double share = money.stable[static_cast<std::size_t>(holder_of(state.ledger, account))];
    money.revalued +=
        static_cast<double>(revalue(state.ledger, account, cash(state.ledger, account) * share * money.inflation));
  }
}

double money_pressure(const State& state, const Params& params) {
  const MoneyState& money = state.money;
  if (money.reformed > 0) return 0;
  const double old_share = clamp(1 - money.stable_share, 0.02, 1);
  const double real = static_cast<double>(money_total(state.ledger)) / larger(money.level, 1e-9);
  // The more exchange runs through money the more of it is held.
  const double held =
      params.money.demand_months * (1 - params.money.demand_growth * 0.15 + params.money.demand_growth * money.monetised);
  const double wanted = held * larger(money.income_real, kIncomeFloor * kMillion) *
                        exp(-params.money.demand_flight * clamp(money.expected, -0.2, 1.5)) * pow(old_share, 1.25);
  return clamp(params.money.price_speed * log(larger(real, 1) * old_share / larger(wanted, 1)), -0.25, 1.2);
}

// Divisor of a new unit: at a reform the one that brings prices nearest to the reform level, else a power of ten.
std::int64_t unit_due(State& state, const Params& params, const Policy& policy, Month month) {
  MoneyState& money = state.money;
  if (money.reformed > 0) {
    money.reform_months += 1;
  } else if (policy[Instrument::stable_currency] >= 2) {
    money.reformed = 1;
    money.expected = smaller(money.expected, 0.03);
    const std::int64_t divisor = whole(money.level / params.money.reform_level + 0.5);
    return divisor > 1 ? divisor : 1;
  }
  const bool turn = month.month() == 12 && money.level > params.money.redenomination_level;
  if (!turn && money.level <= params.money.emergency_level) return 1;
  std::int64_t divisor = 1;
  while (money.level / static_cast<double>(divisor) >= 100) divisor *= 10;
  return divisor;
}

}  // namespace thermidor::economy
