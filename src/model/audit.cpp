#include "model/audit.hpp"

#include <string>

#include "economy/audit.hpp"
#include "party/members.hpp"

namespace thermidor {
namespace {

// Farms' columns against the flows that they reported: counted, not booked.
void compare_columns(const Executor& executor, World& world) {
  const auto& flows = world.economy.regions.flows;
  const std::vector<FarmStocks> counts = count_stocks(world.farms.farms, flows.size(), executor);
  for (std::size_t r = 0; r < flows.size(); ++r) {
    const FarmStocks& count = counts[r];
    if (count.grain == flows[r].grain_stock && count.cash == flows[r].cash_stock && count.people == flows[r].people) continue;
    world.fault.raise(world.month, "audit",
                      "farms of region " + std::to_string(r) + " hold other stocks than they reported: grain " +
                          std::to_string((count.grain - flows[r].grain_stock).count) + " kg, cash " +
                          std::to_string((count.cash - flows[r].cash_stock).count) + " kopecks, " +
                          std::to_string((count.people - flows[r].people).count) + " persons");
  }
}

}  // namespace

People count_people(const World& world) {
  People people;
  for (const economy::FarmFlows& flows : world.economy.regions.flows) people.villagers.push_back(flows.people);
  for (const std::int64_t persons : world.economy.regions.townspeople) people.townspeople += persons;
  return people;
}

void audit_people(const People& before, World& world) {
  const People after = count_people(world);
  const economy::TownState& towns = world.economy.towns;
  std::int64_t townspeople = before.townspeople + towns.births - towns.deaths - towns.deaths_natural;
  for (std::size_t r = 0; r < after.villagers.size(); ++r) {
    const economy::FarmFlows& flows = world.economy.regions.flows[r];
    const Persons moved = flows.left - flows.arrived;
    const Persons expected = before.villagers[r] + flows.births - flows.deaths - flows.hunger_deaths - moved;
    townspeople += moved.count;
    world.fault.require(after.villagers[r] == expected, world.month, "audit", "persons in villages do not balance");
  }
  world.fault.require(after.townspeople == townspeople, world.month, "audit", "persons in towns do not balance");
}

void audit_books(World& world, const Executor& executor) {
  compare_columns(executor, world);
  const economy::AuditReport report = economy::audit(world.economy, world.economy.regions.flows);
  economy::AuditReport::visit_fields(report, [&world](const Field& field, const std::int64_t& residual) {
    if (residual != 0) {
      world.fault.raise(
          world.month, "audit",
          std::string(field.text) + " is " + std::to_string(residual) + " " + std::string(field.unit) + ", must be 0");
    }
  });
  world.fault.require(party::members_balance(world.members), world.month, "audit", "members do not balance");
  if (!party::kept(world.cards)) return;
  world.fault.require(party::cards_match(world.cards, world.members), world.month, "audit",
                      "cards of members are not as many as the strata count");
}

}  // namespace thermidor
