#include "economy/move_people.hpp"

#include <array>

#include "core/distributions.hpp"
#include "core/math.hpp"
#include "core/rng.hpp"
#include "economy/measures.hpp"

namespace thermidor::economy {
namespace {

constexpr double kFleeBelow = 0.80;    // cover below which people leave
constexpr double kMostFlight = 0.03;   // of townspeople in a month
constexpr double kMostLeaving = 0.01;  // of villagers

double mean_cover(const TownState& towns) {
  double mean = 0;
  for (std::size_t s = 0; s < kStrata; ++s) mean += towns.share[s] * towns.cover[s];
  return mean;
}

// Deaths of want by stratum of a region, and those who flee.
struct Want {
  std::array<double, kStrata> dying{};
  double fleeing = 0;
};

Want suffer(const State& state, const Params& params, double people, double local) {
  const TownState& towns = state.towns;
  Want want;
  for (std::size_t s = 0; s < kStrata; ++s) {
    const double cover = towns.cover[s] * local;
    const double missing = larger(0, params.town.surviving - cover);
    const double there = people * towns.share[s];
    want.dying[s] = there * params.town.hunger_deaths * missing * missing;
    want.fleeing += there * params.labour.flight * larger(0, kFleeBelow - cover);
  }
  return want;
}

// Deaths thin the stratum they fall on.
void thin_strata(TownState& towns, const std::array<double, kStrata>& dead, double people) {
  double left = 0;
  for (std::size_t s = 0; s < kStrata; ++s) {
    const double there = towns.share[s] * people;
    towns.hunger[s] = there > 0 ? clamp(dead[s] / there, 0, 1) : 0;
    towns.share[s] *= 1 - towns.hunger[s];
    left += towns.share[s];
  }
  for (double& share : towns.share) share /= larger(left, 1e-9);
}

// Wages draw villagers as far as there is work, room and bread.
double pull_of_towns(const State& state, const Params& params, double people, double bread) {
  const TownState& towns = state.towns;
  const double idle = towns.unemployed / larger(1, params.labour.participation * people);
  // Few houses are built: the fuller the towns, the fewer come to stay.
  const double room = clamp(2.2 - 1.6 * people / (params.labour.room * kMillionPeople), 0, 1);
  return room * clamp(towns.real_wage, 0, 2) * clamp(1.25 - 2.2 * idle, 0, 1.5) * clamp(2 * bread - 1, 0, 1);
}

}  // namespace

void move_people(State& state, const Params& params, std::uint64_t seed, Month month) {
  TownState& towns = state.towns;
  RegionState& regions = state.regions;
  towns.deaths = 0;
  towns.births = 0;
  towns.deaths_natural = 0;
  const double mean = mean_cover(towns);
  double flight = 0;
  double rural = 0;
  std::array<double, kStrata> dead{};
  for (std::size_t r = 0; r < regions.townspeople.size(); ++r) {
    Random random(DrawKey{seed, make_stream("economy.towns"), month, r});
    const double people = static_cast<double>(regions.townspeople[r]);
    const Want want = suffer(state, params, people, mean > 0 ? clamp(regions.cover[r] / mean, 0.2, 2) : 1);
    double dying = 0;
    for (std::size_t s = 0; s < kStrata; ++s) {
      dying += want.dying[s];
      dead[s] += want.dying[s];
    }
    const std::int64_t starved = draw_rounded(random, dying);
    const std::int64_t born = draw_rounded(random, people * params.town.births * smaller(1, 0.4 + 0.6 * mean));
    const std::int64_t died = draw_rounded(random, people * params.town.deaths);
    regions.townspeople[r] += born - died - starved;
    towns.deaths += starved;
    towns.births += born;
    towns.deaths_natural += died;
    flight += want.fleeing;
    rural += regions.flows[r].people.real();
  }
  const double people = town_people(state);
  thin_strata(towns, dead, people);
  // Who could not move yet moves when villages let go: claims add up, within limits.
  const double pull = pull_of_towns(state, params, people, mean);
  const double leaving =
      smaller(static_cast<double>(towns.pending_leave) + rural * params.labour.migration * pull, rural * kMostLeaving);
  const double fleeing = smaller(flight, people * kMostFlight);
  towns.pending_leave = whole(leaving * clamp(1.6 * mean - 0.6, 0, 1));
  towns.carry = whole(smaller(0.5 * static_cast<double>(towns.carry) + fleeing, people * 0.05));
}

}  // namespace thermidor::economy
