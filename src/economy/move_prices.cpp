#include "economy/move_prices.hpp"

#include "core/math.hpp"
#include "economy/measures.hpp"
#include "economy/move_retail.hpp"

namespace thermidor::economy {
namespace {

constexpr double kCheapest = -1.1;  // log of free grain over the general level, at a glut and at famine
constexpr double kDearest = 1.3;
constexpr double kLargestStep = 0.35;  // of a relative price in a month
constexpr double kPullToState = 0.75;  // a free price does not fall below this while the state buys all

double step(double x) { return clamp(x, -kLargestStep, kLargestStep); }

// Prices fall more slowly than they rise once money is stable.
double sticky(const State& state, const Params& params, double change) {
  return change < 0 && state.money.reformed > 0 ? change * (params.money.price_fall + 0.35) : change;
}

// Shortage of grain in the month alone: stocks wished over held, and wanted over offered, in logarithms.
double month_balance(const State& state, std::size_t r) {
  const RegionState& regions = state.regions;
  const double stock = static_cast<double>(state.grain.traders[r]) + kNoGrain;
  return log(clamp(regions.target[r] / stock, 0.02, 50)) + log(clamp(regions.wanted[r] / regions.offered[r], 0.02, 50));
}

void move_grain_prices(State& state, const Params& params, double pressure) {
  RegionState& regions = state.regions;
  const double mean = mean_grain_price(state);
  const double normal = log(normal_grain_price(state, params));
  for (std::size_t r = 0; r < regions.price.size(); ++r) {
    const double tight = params.grain.foresight * params.grain.outlook_power * log(clamp(regions.outlook[r], 0.02, 50)) +
                         (1 - params.grain.foresight) * params.grain.tightness * month_balance(state, r);
    const double goal = clamp(tight, kCheapest, kDearest) + normal;
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

// Collective agreements are made on the workers' budget: the wage seeks productivity at what their living costs. In old money
// it also runs after inflation.
void move_wage(State& state, const Params& params, const Policy& policy) {
  MoneyState& money = state.money;
  const double productivity = clamp(state.towns.productivity, 0.15, 3);
  const double relief = 1 + 0.12 * policy[Lever::pay_relief];
  const double goal = money.level * state.towns.dearness * params.scale.wage * 100 * params.labour.real_wage * relief *
                      pow(productivity, params.labour.wage_productivity);
  const double gap = params.labour.wage_speed * log(goal / money.wage);
  money.wage *=
      exp(money.reformed > 0 ? sticky(state, params, gap) : gap + log(money.level / larger(money.level_before, 1e-9)));
}

// What towns, the budget and traders are used to receive, at the prices that they will meet, as far as they reckon so.
void carry_on_receipts(State& state, const Params& params, double rise) {
  const double carried = pow(rise, params.money.indexing);
  state.towns.income_smooth *= carried;
  state.budget.revenue_smooth *= carried;
  state.trade.bread_turnover *= carried;
}

}  // namespace

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
  carry_on_receipts(state, params, money.level / money.level_before);
  move_currency(state, params, policy);
  state.towns.income = 0;
  return unit_due(state, params, policy, month);
}

}  // namespace thermidor::economy
