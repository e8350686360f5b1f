// Fractions that stand for draws: evenly spread over farms and months, at no cost.
#pragma once

#include "economy/farm_lanes.hpp"
#include "economy/farm_pass.hpp"

namespace thermidor::economy {
namespace {

// A fraction in [0, 1) that differs by slot, month and purpose without a draw: small rates are truncated after adding it, so
// that they are right in the mean and nothing drifts.
struct FarmPhase {
  Words lanes;

  THERMIDOR_INLINE Floats of(std::uint32_t purpose) const {
    return real(as<Ints>((lanes + purpose * 0x85EBCA6BU) >> 8)) * 0x1p-24F;
  }
  // The same, stirred until one month's fraction tells nothing of the next: where a unit is a good part of what a farm holds,
  // evenly spaced fractions would meet it in step.
  THERMIDOR_INLINE Floats stirred(std::uint32_t purpose) const {
    Words x = lanes + purpose * 0x85EBCA6BU;
    x = (x ^ (x >> 16)) * 0x7FEB352DU;
    x = (x ^ (x >> 15)) * 0x846CA68BU;
    return real(as<Ints>((x ^ (x >> 16)) >> 8)) * 0x1p-24F;
  }
};

// 0, 1, 2, ...
template <std::size_t... Part>
THERMIDOR_INLINE Words number_lanes(std::index_sequence<Part...>) {
  WordRegister lane;
  for (int i = 0; i < kWidth; ++i) lane[i] = static_cast<std::uint32_t>(i);
  return {lane + static_cast<std::uint32_t>(Part * static_cast<std::size_t>(kWidth))...};
}

THERMIDOR_INLINE FarmPhase phase_of(const FarmTask& task, std::uint32_t tile, int first) {
  const std::uint32_t slot = task.block * 4096U + tile * 64U + static_cast<std::uint32_t>(first);
  return {(number_lanes(std::make_index_sequence<kRegisters>{}) + slot) * 2654435761U + task.month_index * 0x9E3779B9U};
}

}  // namespace
}  // namespace thermidor::economy
