#include "economy/move_prices.hpp"

#include "core/math.hpp"
#include "economy/measures.hpp"

namespace thermidor::economy {
namespace {

constexpr double kIncomeFloor = 33;  // million roubles of 1913 a month: exchange never dies out
constexpr double kCheapest = -1.1;   // log of free grain over the general level, at a glut and at famine
constexpr double kDearest = 1.3;
constexpr double kLargestStep = 0.35;  // of a relative price in a month
constexpr double kPullToState = 0.75;  // a free price does not fall below this while the state buys all

double step(double x) { return clamp(x, -kLargestStep, kLargestStep); }

// Prices fall more slowly than they rise once money is stable.
double sticky(const State& state, const Params& params, double change) {
  return change < 0 && state.money.reformed > 0 ? change * (params.money.price_fall + 0.35) : change;
}

void move_grain_prices(State& state, const Params& params, double pressure) {
  RegionState& regions = state.regions;
  const double mean = mean_grain_price(state);
  for (std::size_t r = 0; r < regions.price.size(); ++r) {
    const double stock = static_cast<double>(state.grain.traders[r]) + 1e3;
    const double tight =
        log(clamp(regions.target[r] / stock, 0.02, 50)) + log(clamp(regions.wanted[r] / regions.offered[r], 0.02, 50));
    const double goal = clamp(params.grain.tightness * tight, kCheapest, kDearest) + log(normal_grain_price(state, params));
    const double tie = 0.15 * log(mean / regions.price[r]);
    // Bazaars and bagmen are bound by no list: free prices fall as fast as they rise.
    const double change = step(params.grain.price_speed * (goal - log(regions.price[r])) + tie);
    regions.price[r] *= exp(pressure + change);
    const double floor = kPullToState * state.money.state_grain;
    if (regions.price[r] < floor && state.trade.state_buys_all > 0) regions.price[r] += 0.3 * (floor - regions.price[r]);
  }
}

void move_other_price(State& state, const Params& params, double pressure) {
  const double tight =
      params.grain.tightness * log(clamp((state.trade.other_wanted + 1) / (state.trade.other_offered + 1), 0.05, 20));
  const double goal = tight + log(state.money.level) + params.grain.other_base;
  const double change = sticky(state, params, step(params.grain.other_speed * (goal - log(state.money.other))));
  state.money.other *= exp(pressure + change);
}

void move_crafts_price(State& state, const Params& params, double pressure) {
  const double sales = larger(1, state.branches.private_sales);
  const double months = static_cast<double>(state.goods.crafts_stock) / sales;
  const double cost = state.money.factory * 0.5 + state.money.other * 0.3 + state.money.level * 0.2;
  const double target = cost * pow(clamp(params.artisans.stock_target / larger(months, 0.1), 0.2, 4), 0.3);
  state.money.crafts *= exp(pressure + sticky(state, params, step(0.25 * log(target / state.money.crafts))));
}

// The wage seeks productivity at current prices; in old money it also runs after expected inflation.
void move_wage(State& state, const Params& params, const Policy& policy) {
  MoneyState& money = state.money;
  const double productivity = clamp(state.towns.productivity, 0.15, 3);
  const double relief = 1 + 0.12 * policy[Lever::pay_relief];
  const double goal = money.level * params.scale.wage * 100 * params.labour.real_wage * relief *
                      pow(productivity, params.labour.wage_productivity);
  const double gap = params.labour.wage_speed * log(goal / money.wage);
  money.wage *=
      exp(money.reformed > 0 ? sticky(state, params, gap) : gap + log(money.level / larger(money.level_before, 1e-9)));
}

// Mean price of what stands on the shelves, and the retail price above it by seller.
void move_retail_price(State& state, const Params& params) {
  MoneyState& money = state.money;
  double value = 0;
  double stock = 0;
  for (std::size_t j = 0; j < state.trusts.price.size(); ++j) {
    const double weight =
        larger(1, state.trusts.limit[j]) * (state.trusts.closed[j] != 0 || state.trusts.heavy[j] != 0 ? 0 : 1);
    value += weight * state.trusts.price[j];
    stock += weight;
  }
  money.factory = value / larger(stock, 1e-9);
  const double crafts = 0.2;
  const double mix = money.factory * (1 - crafts) + money.crafts * crafts;
  const double lack = larger(0, 1 - state.trade.availability);
  const double dear = params.trade.margin_private + params.trade.margin_shortage * lack;
  money.goods = mix * (1 + state.trade.private_share * dear + (1 - state.trade.private_share) * params.trade.margin_state);
}

// Flight into stable money once the bank issues it; accounts that hold it gain in old roubles what the old rouble loses.
void move_stable_share(State& state, const Params& params, const Policy& policy) {
  MoneyState& money = state.money;
  if (money.reformed > 0) return;
  if (policy[Instrument::stable_currency] >= 1) {
    const double goal = logistic(12 * (money.expected - params.money.chervonets_threshold));
    money.stable_share += params.money.chervonets_speed * (goal - money.stable_share);
  }
  if (money.stable_share <= 0 || money.inflation <= 0) return;
  const std::size_t villages = static_cast<std::size_t>(state.ledger.villages);
  for (std::size_t account = 0; account < villages; ++account) {
    revalue(state.ledger, account, static_cast<double>(state.ledger.balance[account]) * money.stable_share * money.inflation);
  }
}

// Networks of state and co-operative shops grow into the turnover that private trade leaves them (S11).
void move_trade(State& state, const Params& params, const Policy& policy) {
  TradeState& trade = state.trade;
  const double legal = policy[Instrument::trade_legality];
  trade.turnover_smooth += 0.2 * (trade.turnover - trade.turnover_smooth);
  const double turnover = larger(trade.turnover_smooth, 1);
  const double limit = turnover * (params.trade.network_limit + (1.1 - params.trade.network_limit) * (1 - legal));
  const double gap = 1 - trade.network / limit;
  trade.network *= 1 + params.trade.network_growth * clamp(gap, -0.5, 1);
  const double left = clamp(1 - trade.network / turnover, 0, 1);
  trade.private_share = clamp(left * (0.2 + 0.8 * legal), 0.01, 0.97);
  trade.unserved = left * (1 - legal) * 0.4 * state.money.reformed;
  trade.black = clamp(left * (1 - legal) * 0.6 + 0.02, 0, 1);
  const double bread = trade.bread_private;
  const double goods = trade.turnover * state.money.goods;
  const double all = goods + bread + state.towns.state_bread * state.money.state_grain;
  trade.private_retail = all > 0 ? (goods * trade.private_share + bread * 0.6) /
                                       (goods + bread * 0.6 + state.towns.state_bread * state.money.state_grain)
                                 : trade.private_share;
  trade.availability += 0.35 * (trade.met - trade.availability);
  const double idle = clamp(1 - industry_index(state, params), 0, 1);
  trade.theft = 0.002 + 0.05 * idle * clamp(1 - state.towns.real_wage, 0, 1);
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

}  // namespace

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

std::int64_t move_prices(State& state, const Params& params, const Policy& policy, Month month) {
  MoneyState& money = state.money;
  money.income = state.towns.income + state.trade.village_income;
  const double real_income = larger(money.income / larger(money.level, 1e-9), kIncomeFloor * kMillion);
  money.income_real += 0.3 * (real_income - money.income_real);
  money.monetised += params.money.monetising * (1 - money.monetised);
  const double pressure = money_pressure(state, params);
  move_grain_prices(state, params, pressure);
  move_other_price(state, params, pressure);
  move_trust_prices(state, params, policy, pressure);
  move_crafts_price(state, params, pressure);
  move_retail_price(state, params);
  move_wage(state, params, policy);
  move_trade(state, params, policy);
  const double set = policy[Instrument::state_grain_price] * params.scale.grain_price * reform_unit(state, params);
  money.state_grain = set > 0 ? set : params.grain.follow * mean_grain_price(state);
  money.level_before = money.level;
  money.level = pow(farm_price_index(state, params), 0.5) * pow(money.factory, 0.5);
  money.inflation = money.level / money.level_before - 1;
  money.expected += params.money.expectation * (log(money.level / money.level_before) - money.expected);
  move_stable_share(state, params, policy);
  money.real = static_cast<double>(money_total(state.ledger)) / money.level;
  state.towns.income = 0;
  return unit_due(state, params, policy, month);
}

}  // namespace thermidor::economy
