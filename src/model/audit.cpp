#include "model/audit.hpp"

#include <string>

#include "economy/audit.hpp"
#include "party/members.hpp"

namespace thermidor {
namespace {

// Farms' columns against the flows that they reported: counted, not booked.
void compare_columns(World& world) {
  const auto& flows = world.economy.regions.flows;
  for (std::size_t r = 0; r < flows.size(); ++r) {
    const FarmCount count = count_farms(world.farms.farms, make_id<RegionId>(r));
    if (count.grain == flows[r].grain_stock && count.cash == flows[r].cash_stock && count.people == flows[r].people) continue;
    world.fault.raise(world.month, "audit", "farms of region " + std::to_string(r) + " hold other stocks than they reported: grain " +
                                                std::to_string((count.grain - flows[r].grain_stock).count) + " kg, cash " +
                                                std::to_string((count.cash - flows[r].cash_stock).count) + " kopecks, " +
                                                std::to_string((count.people - flows[r].people).count) + " persons");
  }
}

}  // namespace

void audit_books(World& world) {
  compare_columns(world);
  const economy::AuditReport report = economy::audit(world.economy, world.economy.regions.flows);
  economy::AuditReport::visit_fields(report, [&world](const Field& field, const std::int64_t& residual) {
    if (residual != 0) {
      world.fault.raise(world.month, "audit", std::string(field.text) + " is " + std::to_string(residual) + " " + std::string(field.unit) +
                                                  ", must be 0");
    }
  });
  world.fault.require(party::members_balance(world.members), world.month, "audit", "members do not balance");
}

}  // namespace thermidor
