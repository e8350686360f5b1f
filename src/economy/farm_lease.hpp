// Leases of land in a region: who can till more than his own is let what others leave unsown, as far as the law lets them.
#pragma once

#include <cstdint>

#include "economy/farm_outlook.hpp"
#include "economy/farm_params.hpp"
#include "economy/village.hpp"

namespace thermidor::economy {

// What farms can till with horses and hands of their own, and how much of what they could beyond their land they lease.
struct LeaseTerms {
  float share = 0;
  float ease = 0, draught = 0, labour = 0;  // 0.01 ha per horse without loss of yield and at most, and per worker
};

LeaseTerms lease_terms(const FarmParams& params, const FarmConditions& conditions, const FarmOutlook& outlook);

// Leases are made and run out at sowing, and no more land is leased than was to let at the last.
void move_leases(const FarmParams& params, const FarmConditions& conditions, FarmOutlook& outlook);

// Remembers the land that a sowing left to let, and what neighbours could till beyond theirs.
void follow_leases(std::int64_t to_let, std::int64_t to_spare, FarmOutlook& outlook);

}  // namespace thermidor::economy
