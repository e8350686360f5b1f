// The month of all peasant farms: one pass over the tiles, blocks in any order, regions summed in order.
//
// In this order a farm settles what it offered and ordered last month (at last month's prices and within this month's quotas),
// harvests, sows, pays taxes, suffers force, eats, is born and dies, offers and orders for next month. A quota counts in the
// month in whose conditions it stands, a month after the offers that it answers. All amounts in conditions and flows are for
// the whole region; a quota moves in multiples of the sampling rate, and the flows report what moved.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/calendar.hpp"
#include "core/parallel.hpp"
#include "economy/farm_outlook.hpp"
#include "economy/farm_params.hpp"
#include "economy/village.hpp"
#include "population/farms.hpp"

namespace thermidor::economy {

// Everything about farms that moves.
struct FarmState {
  Farms farms;
  std::vector<FarmOutlook> outlooks;  // one per region

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"farms", "struct", 0, 0, "", "columns"}, self.farms);
    visit(Field{"outlooks", "struct", 0, 0, "", "what villages remember, by region"}, self.outlooks);
  }
};

// When, by whose luck, and for which regions.
struct FarmStep {
  Month month{};
  std::uint64_t seed = 0;
  std::span<const FarmRegion> regions;
  std::span<const FarmConditions> conditions;
  int lanes = 0;  // farms worked on at once: 8, 16 or 64; 0 = as many as this machine can; no result depends on it
};

// Moves all farms by a month. `flows` has one entry per region and is overwritten.
void step_farms(const FarmParams& params, const FarmStep& step, const Executor& executor, FarmState& state,
                std::span<FarmFlows> flows);

// Puts all money that farms hold or expect into a new unit of `divisor` old ones. Returns by region what was lost to whole
// kopecks, in the old unit.
std::vector<Kopecks> redenominate_farm_state(FarmState& state, std::int64_t divisor);

}  // namespace thermidor::economy
