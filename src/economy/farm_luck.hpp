// The luck of a year's harvest, farm by farm: as if two dice were thrown for each, but spread evenly over the farms of a
// region, so that a sample of a few hundred has no lucky years of its own.
#pragma once

#include <cstdint>

#include "core/calendar.hpp"
#include "core/rng.hpp"

namespace thermidor::economy {

// Steps from one farm's id to the next of the two dice, 2^-32: no pair of small numbers comes near a ratio of these two and the
// golden one of farm_create.cpp (Roberts' sequence of two dimensions).
inline constexpr std::uint32_t kFirstDie = 0xC13FA9A9U;
inline constexpr std::uint32_t kSecondDie = 0x91E10DA5U;

// Where the dice of a region begin in a year.
struct FarmLuck {
  std::uint32_t first = 0, second = 0;
};

constexpr FarmLuck draw_luck(std::uint64_t seed, Month month, std::uint64_t region) {
  Random random({seed, make_stream("farms.luck"), make_month(month.year(), 1), region});
  const std::uint32_t first = random.bits();
  return {first, random.bits()};
}

// 0-255; middling luck is commonest.
constexpr std::uint8_t luck_of(FarmLuck luck, std::uint32_t id) {
  return static_cast<std::uint8_t>((((id * kFirstDie + luck.first) >> 24) + ((id * kSecondDie + luck.second) >> 24)) >> 1);
}

}  // namespace thermidor::economy
