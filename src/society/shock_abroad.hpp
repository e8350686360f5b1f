// What acts bring from abroad at once, on top of the record or of the draw: a revolutionary situation, its victory or defeat,
// isolation, fear of war, credit. No rule of the model uses it. C16 C26.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "society/outside.hpp"

namespace thermidor::society {

enum class ShockAbroad : std::uint8_t {
  opening,     // a revolutionary situation of this weight opens, for the usual months; its end is drawn by present policy
  revolution,  // 1: a large country turns
  defeat,      // of a communist party, of this weight
  isolation,   // change of diplomatic isolation
  scare,       // fear of war rises to at least this
  credit,      // million gold roubles a month on offer from now on
};
inline constexpr std::size_t kShockAbroadCount = 6;

// Names in acts and the bounds of their values; index = ShockAbroad.
inline constexpr std::array<const char*, kShockAbroadCount> kShockAbroadNames = {"opening",   "revolution", "defeat",
                                                                                 "isolation", "scare",      "credit"};
inline constexpr std::array<double, kShockAbroadCount> kShockAbroadLow = {0, 0, 0, -1, 0, 0};
inline constexpr std::array<double, kShockAbroadCount> kShockAbroadHigh = {1, 1, 1, 1, 1, 200};

// Moves the state of the outside and what is heard of it this month.
void apply_shock_abroad(const OutsideParams& params, ShockAbroad shock, double value, Outside& outside, OutsideSignal& signal);

}  // namespace thermidor::society
