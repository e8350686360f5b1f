#include "economy/hire.hpp"

#include "core/distributions.hpp"
#include "core/math.hpp"
#include "core/rng.hpp"
#include "economy/measures.hpp"

namespace thermidor::economy {
namespace {

constexpr double kUrbanJobs = 0.82;   // of wage jobs that lie in towns
constexpr double kOwnAccount = 0.08;  // of townspeople who live by trade and crafts of their own
constexpr double kStrataSpeed = 0.1;
constexpr double kFleeBelow = 0.80;  // cover below which people leave

}  // namespace

void hire(State& state, const Params& params) {
  TownState& towns = state.towns;
  const double people = town_people(state);
  const double wage = larger(state.money.wage, 1e-9);
  towns.builders = state.budget.investment * params.industry.builders / wage;
  const double staff = state.budget.staff / wage;
  const double wanted = towns.workers + smaller(staff, people * 0.2) + params.labour.service_share * people + towns.builders;
  towns.employed += 0.35 * (smaller(wanted, people * 0.6) - towns.employed);
  towns.unemployed =
      larger(0.01 * people, params.labour.participation * people - kUrbanJobs * towns.employed - kOwnAccount * people);
  const double rate = towns.unemployed / larger(1, params.labour.participation * people);
  const double poor = clamp(params.town.poor + rate * 0.6, 0.02, 0.7);
  towns.share[0] += kStrataSpeed * (poor - towns.share[0]);
  towns.share[2] = params.town.better_off;
  towns.share[1] = 1 - towns.share[0] - towns.share[2];
  const double full = params.labour.overhead_workers + params.labour.output_workers;
  const double output = industry_index(state, params);
  const double productivity = towns.workers > 0 ? output * full * kMillionPeople / towns.workers : 0;
  towns.productivity += 0.3 * (productivity - towns.productivity);
  const double paid = state.budget.wage_fund > 0 ? 1 - state.budget.wage_unpaid / state.budget.wage_fund : 1;
  towns.real_wage = wage * paid / (params.scale.wage * 100 * state.money.level);
}

void move_people(State& state, const Params& params, std::uint64_t seed, Month month) {
  TownState& towns = state.towns;
  RegionState& regions = state.regions;
  towns.deaths = 0;
  towns.births = 0;
  towns.deaths_natural = 0;
  double mean = 0;
  for (std::size_t s = 0; s < kStrata; ++s) mean += towns.share[s] * towns.cover[s];
  double flight = 0;
  double rural = 0;
  for (std::size_t r = 0; r < regions.townspeople.size(); ++r) {
    Random random(DrawKey{seed, make_stream("economy.towns"), month, r});
    const double people = static_cast<double>(regions.townspeople[r]);
    const double local = mean > 0 ? clamp(regions.cover[r] / mean, 0.2, 2) : 1;
    double hunger = 0;
    for (std::size_t s = 0; s < kStrata; ++s) {
      const double cover = towns.cover[s] * local;
      const double missing = larger(0, params.town.surviving - cover);
      hunger += towns.share[s] * params.town.hunger_deaths * missing * missing;
      flight += people * towns.share[s] * params.labour.flight * larger(0, kFleeBelow - cover);
    }
    const std::int64_t starved = draw_rounded(random, people * hunger);
    const std::int64_t born = draw_rounded(random, people * params.town.births * smaller(1, 0.4 + 0.6 * mean));
    const std::int64_t died = draw_rounded(random, people * params.town.deaths);
    regions.townspeople[r] += born - died - starved;
    towns.deaths += starved;
    towns.births += born;
    towns.deaths_natural += died;
    rural += regions.flows[r].people.real();
  }
  // Wages draw villagers as far as there is work and bread.
  const double people = town_people(state);
  const double idle = towns.unemployed / larger(1, params.labour.participation * people);
  // Few houses are built: the fuller the towns, the fewer come to stay.
  const double room = clamp(2.2 - 1.6 * people / (params.labour.room * kMillionPeople), 0, 1);
  const double pull = room * clamp(towns.real_wage, 0, 2) * clamp(1.25 - 2.2 * idle, 0, 1.5) * clamp(2 * mean - 1, 0, 1);
  // Who could not move yet moves when villages let go: claims add up, within limits.
  const double leaving =
      smaller(static_cast<double>(towns.pending_leave) + rural * params.labour.migration * pull, rural * 0.01);
  const double fleeing = smaller(flight, people * 0.03);
  towns.pending_leave = whole(leaving * clamp(1.6 * mean - 0.6, 0, 1));
  towns.carry = whole(smaller(0.5 * static_cast<double>(towns.carry) + fleeing, people * 0.05));
  towns.fled = whole(fleeing);
}

}  // namespace thermidor::economy
