// What comes from outside the country at once and without price, booked as such. No rule of the model uses it: it answers what
// a little more of one thing alone would have done.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "economy/params.hpp"
#include "economy/state.hpp"

namespace thermidor::economy {

enum class Shock : std::uint8_t {
  goods,    // million roubles of 1913 of consumer goods, in shops as imports are
  grain,    // million tonnes, in the state's stock as relief from abroad is
  money,    // million roubles of 1913 at the prices of the month, in townspeople's hands
  shelves,  // least share of villages' orders met, over that of the same month a year ago; goods from outside see to it
};
inline constexpr std::size_t kShockCount = 4;

// Names in acts and the most that one month can bring; index = Shock.
inline constexpr std::array<const char*, kShockCount> kShockNames = {"goods", "grain", "money", "shelves"};
inline constexpr std::array<double, kShockCount> kShockHigh = {5000, 20, 5000, 1};

void apply_shock(State& state, const Params& params, Shock shock, double amount);

}  // namespace thermidor::economy
