// Farms at the start, drawn farm by farm from a few means per region.
#pragma once

#include <cstdint>
#include <span>

#include "core/parallel.hpp"
#include "economy/step_farms.hpp"

namespace thermidor::economy {

// Makes households / sampling farms per region (to the nearest), each of which stands for `sampling` real ones. Land is
// log-normal with one quantile per farm, so that means do not depend on luck; families, animals, stocks and cash follow land.
// `price_index` turns cash of 1913 into the unit in force; `month` is the last month before the run.
FarmState create_farms(const FarmParams& params, std::span<const FarmRegion> regions, std::int64_t sampling, std::uint64_t seed,
                       double price_index, Month month, const Executor& executor);

}  // namespace thermidor::economy
