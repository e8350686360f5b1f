#include "economy/hire.hpp"

#include <array>

#include "core/math.hpp"
#include "economy/measures.hpp"

namespace thermidor::economy {
namespace {

constexpr double kHiring = 0.35;     // of the gap in hired work closed a month
constexpr double kUrbanJobs = 0.92;  // of wage jobs off the farm that lie in towns
constexpr double kStrataSpeed = 0.1;
constexpr double kPoorByIdle = 0.6;      // households without work that fall into the poor stratum
constexpr double kSeasonSwing = 0.45;    // of building that stops in winter
constexpr double kSeasonal = 0.5;        // of builders in the season who are villagers
constexpr double kHungryOffices = 0.65;  // offices and services kept at no income
constexpr double kTownIncome = 4.5;      // roubles of 1913 a month and townsperson at full services
constexpr double kBreadInLiving = 0.35;
constexpr double kFoodInLiving = 0.25;
constexpr double kGoodsInLiving = 0.40;
constexpr double kRetail1913 = 1.3;  // retail over factory price in 1913
constexpr double kQueueMemory = 0.3;
constexpr double kFullTable = 1.0;

double& hired(TownState& towns, Work work) { return towns.trades[static_cast<std::size_t>(work)]; }

// Building goes on from May to October; villagers come for it and go home.
double season(Month month) {
  const int m = month.month();
  return m >= 5 && m <= 10 ? 1 + kSeasonSwing : 1 - kSeasonSwing;
}

// Hands by trade. Offices and services grow with townspeople and with what they earn.
void fill_trades(State& state, const Params& params, Month month) {
  TownState& towns = state.towns;
  const LabourParams& labour = params.labour;
  const double people = town_people(state);
  const double wage = larger(state.money.wage, 1e-9);
  const double income = towns.income_smooth / larger(state.money.level, 1e-9) / 100 / larger(1, people);
  const double means = kHungryOffices + (1 - kHungryOffices) * clamp(income / kTownIncome, 0, 1.15);
  const double rail = clamp(state.trade.rail, 0, 1.2);
  double rural = 0;
  for (const FarmFlows& flows : state.regions.flows) rural += flows.people.real();
  const double farm_income = state.trade.village_income / larger(state.money.level, 1e-9) / 100 / larger(1, rural);
  towns.builders = state.budget.investment * params.industry.builders / wage;
  const std::array<double, 6> wanted = {
      towns.workers,
      towns.builders * season(month),
      labour.transport * kMillionPeople * (0.75 + 0.35 * rail),
      labour.office_share * people * means,
      labour.service_share * people * means,
      labour.farm_hands * rural * clamp(0.75 + 0.25 * farm_income, 0.75, 1.3),
  };
  const bool first = hired(towns, Work::farms) <= 0;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    towns.trades[i] += (first ? 1 : kHiring) * (smaller(wanted[i], people * 0.5) - towns.trades[i]);
  }
  towns.seasonal = kSeasonal * larger(0, hired(towns, Work::building) - towns.builders * (1 - kSeasonSwing));
  towns.employed = 0;
  for (const double trade : towns.trades) towns.employed += trade;
}

// Those who seek work in towns and have neither a place nor a trade of their own.
void count_idle(State& state, const Params& params) {
  TownState& towns = state.towns;
  const double people = town_people(state);
  const double places = kUrbanJobs * (towns.employed - hired(towns, Work::farms)) - towns.seasonal;
  towns.own_account =
      params.labour.own_account * people + smaller(0.15 * people, state.traders.count[0] + state.traders.count[1]);
  // Where many seek in vain others stop seeking: they live on kin, gardens and odd jobs.
  const double seeking = params.labour.participation * people;
  const double idle = larger(0.01 * people, seeking - places - towns.own_account);
  towns.unemployed = idle * (1 - params.labour.discouraged * clamp(idle / larger(1, seeking), 0, 0.6));
}

// Those without work sink into the poor stratum and earn less in it.
void shift_strata(State& state, const Params& params) {
  TownState& towns = state.towns;
  const double rate = towns.unemployed / larger(1, params.labour.participation * town_people(state));
  const double poor = clamp(params.town.poor + rate * kPoorByIdle, 0.02, 0.7);
  towns.share[0] += kStrataSpeed * (poor - towns.share[0]);
  towns.share[2] = params.town.better_off;
  towns.share[1] = 1 - towns.share[0] - towns.share[2];
  const double idle = clamp(rate * kPoorByIdle / larger(towns.share[0], 0.01), 0, 1);
  towns.earning[0] += kStrataSpeed * (1 - (1 - params.town.idle_income) * idle - towns.earning[0]);
}

// What a worker's living costs at the prices that he meets, 1913 = 1, over the general level.
void price_living(State& state, const Params& params) {
  const MoneyState& money = state.money;
  TownState& towns = state.towns;
  const double table = params.scale.grain_price * (1 + params.grain.town_margin);
  const double free = mean_grain_price(state) / params.scale.grain_price;
  const double state_price = towns.state_bread > 0 ? state.traders.bread_state / towns.state_bread / table : free;
  // Rations given away while there is little money are part of the wage, not cheap bread.
  const double sold = clamp(state.trade.state_bread * money.monetised, 0, 1);
  const double bread = sold * smaller(state_price, free) + (1 - sold) * free;
  const double cost = kBreadInLiving * bread + kFoodInLiving * money.other + kGoodsInLiving * money.goods / kRetail1913;
  towns.dearness = clamp(cost / larger(money.level, 1e-9), 0.1, 10);
}

void measure_work(State& state, const Params& params) {
  TownState& towns = state.towns;
  const double full = params.labour.overhead_workers + params.labour.output_workers;
  const double output = industry_index(state, params);
  const double productivity = towns.workers > 0 ? output * full * kMillionPeople / towns.workers : 0;
  towns.productivity += 0.3 * (productivity - towns.productivity);
  const double paid = state.budget.wage_fund > 0 ? 1 - state.budget.wage_unpaid / state.budget.wage_fund : 1;
  towns.real_wage = state.money.wage * paid / (params.scale.wage * 100 * state.money.level * towns.dearness);
  double bread = 0;
  for (std::size_t s = 0; s < kStrata; ++s) bread += towns.share[s] * larger(0, kFullTable - towns.cover[s]);
  const double goods = larger(0, 1 - state.trade.met);
  towns.queues += kQueueMemory * (clamp(bread + goods, 0, 1) - towns.queues);
}

}  // namespace

void hire(State& state, const Params& params, const Policy& policy, Month month) {
  TownState& towns = state.towns;
  const double day = params.labour.day - params.labour.day_cut * policy[Lever::hours_cut];
  towns.day += params.labour.day_speed * (day - towns.day);
  fill_trades(state, params, month);
  count_idle(state, params);
  shift_strata(state, params);
  price_living(state, params);
  measure_work(state, params);
}

}  // namespace thermidor::economy
