#include "economy/farm_lease.hpp"

#include "core/math.hpp"

namespace thermidor::economy {

LeaseTerms lease_terms(const FarmParams& params, const FarmConditions& conditions, const FarmOutlook& outlook) {
  const FarmSowing& sowing = params.sowing;
  const double labour = sowing.labour_limit * (1 + sowing.hiring * conditions.land_freedom);
  return {static_cast<float>(outlook.lease), static_cast<float>(params.harvest.draught_area * 100),
          static_cast<float>(sowing.draught_limit * 100), static_cast<float>(labour * 100)};
}

void move_leases(const FarmParams& params, const FarmConditions& conditions, FarmOutlook& outlook) {
  const double wished = params.village.lease * conditions.land_freedom * outlook.to_let;
  outlook.lease = smaller(outlook.lease + params.village.lease_speed * (wished - outlook.lease), outlook.to_let);
}

void follow_leases(std::int64_t to_let, std::int64_t to_spare, FarmOutlook& outlook) {
  outlook.to_let = to_spare > 0 ? smaller(1, static_cast<double>(to_let) / static_cast<double>(to_spare)) : 0;
}

}  // namespace thermidor::economy
