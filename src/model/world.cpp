#include "model/world.hpp"

#include "economy/economy.hpp"
#include "economy/farm_create.hpp"
#include "economy/make_state.hpp"
#include "party/party.hpp"

namespace thermidor {
namespace {

// Levers as they stand at the start: decided and in force alike.
void open_levers(const party::Params& params, Policy& policy) {
  for (const party::LeverRow& row : params.levers) {
    const std::size_t lever = party::lever_index(row);
    if (lever >= kLeverCount) continue;
    policy.decided[lever] = row.start;
    policy.in_force[lever] = row.start;
  }
}

void open_economy(const Params& params, const Executor& executor, World& world) {
  world.economy = economy::make_state(params.economy, world.setup.seed, params.scenario.start);
  std::vector<economy::FarmRegion> regions;
  for (const economy::RegionRow& row : params.economy.regions) regions.push_back(economy::farm_region(row));
  world.farms = economy::create_farms(params.farms, regions, world.setup.sample, world.setup.seed,
                                      params.economy.start.price_level, params.scenario.start - 1, executor);
  std::vector<Kilograms> grain;
  std::vector<Kopecks> cash;
  for (std::size_t r = 0; r < regions.size(); ++r) {
    const FarmCount count = count_farms(world.farms.farms, make_id<RegionId>(r));
    grain.push_back(count.grain);
    world.economy.regions.flows[r].people = count.people;
    cash.push_back(count.cash);
  }
  economy::open_village_books(world.economy, grain, cash);
}

}  // namespace

World make_world(const Params& params, const RunSetup& setup, const Executor& executor) {
  World world;
  world.month = params.scenario.start;
  world.setup = setup;
  economy::set_opening_instruments(world.policy);
  open_levers(params.party, world.policy);
  const bool economy = params.scenario.economy != 0;
  if (economy) open_economy(params, executor, world);
  world.party = party::make_state(params.party, setup.seed, setup.traits, params.scenario.start);
  party::open_members(params.party.members, params.party.provinces, world.members);
  if (setup.one_by_one) world.cards = party::open_cards(params.party, world.members, setup.seed, params.scenario.start);
  society::open_society(params.society, world.society, world.signals.last.society);
  party::publish_members(params.party.members, world.members, world.signals.last.party);
  party::publish(params.party, world.party, world.month - 1, world.signals.last.party);
  if (economy) {
    economy::publish(world.economy, params.economy, world.policy, world.month - 1, world.signals.last.economy);
  } else {
    world.signals.last.economy = economy::quiet_signal();
  }
  world.signals.now = world.signals.last;
  world.weather_acts.assign(params.economy.regions.size(), 0.0);
  return world;
}

}  // namespace thermidor
