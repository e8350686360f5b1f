// Saving, loading, hashing and comparing worlds, all through the field lists.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/archive.hpp"
#include "model/world.hpp"

namespace thermidor {

// Digest of the whole state: the same on every platform for the same (scenario, setup, acts).
std::uint64_t digest(const World& world);

std::string save_world(const World& world);

// Loads what save_world wrote; `world` is untouched unless the answer is `none`.
ArchiveFault load_world(std::string_view bytes, World& world);

// The first field in which two worlds differ, as "economy.trusts.price[3]: 1.2 vs 1.3"; empty if equal.
std::string world_difference(const World& a, const World& b);

}  // namespace thermidor
