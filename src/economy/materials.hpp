// Materials that works buy from one another, causes that hold output back, sources of accumulation: names and indices.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "economy/tables.hpp"

namespace thermidor::economy {

enum class Material : std::size_t { fuel, ore, metal, machines, power, timber };
inline constexpr std::size_t kMaterials = 6;
inline constexpr std::array<const char*, kMaterials> kMaterialNames = {"fuel", "ore", "metal", "machines", "power", "timber"};

using Materials = std::array<double, kMaterials>;

constexpr std::size_t at(Material material) { return static_cast<std::size_t>(material); }

// Units of each material that a unit of output takes.
inline Materials inputs_of(const BranchRow& row) { return {row.fuel, row.ore, row.metal, row.machines, row.power, row.timber}; }

// The material that a branch makes, or kMaterials: all fuel branches make fuel, others what they are called.
inline std::size_t material_of(const BranchRow& row) {
  if (row.kind == 0) return at(Material::fuel);
  std::size_t m = 1;
  while (m < kMaterials && row.id != kMaterialNames[m]) ++m;
  return m;
}

// What held a branch back. The first six after demand and plant are materials, in their order.
enum class Cause : std::uint8_t { demand, plant, fuel, ore, metal, machines, power, timber, raw, rail, food, hands, money };
inline constexpr std::size_t kCauses = 13;
inline constexpr std::array<const char*, kCauses> kCauseNames = {
    "demand",        "plant",     "fuel",           "ore",     "metal", "machines", "power", "timber",
    "raw materials", "transport", "workers' bread", "workers", "money"};

constexpr Cause cause_of(std::size_t material) { return static_cast<Cause>(material + 2); }

// Who paid for investment (S14).
enum class Source : std::size_t { peasant_tax, peasant_price, workers, trade, profits, abroad, issue };
inline constexpr std::size_t kSources = 7;

constexpr std::size_t at(Source source) { return static_cast<std::size_t>(source); }

}  // namespace thermidor::economy
