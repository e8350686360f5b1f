// What is drawn of a member by his number and never stored. Internal to the processes that follow members one by one.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/rng.hpp"

namespace thermidor::party {

// Mixes 32 bits (Ettinger's lowbias32): a word per number, as good as drawn.
constexpr std::uint32_t mix_number(std::uint32_t x) {
  x ^= x >> 16;
  x *= 0x21F0AAADU;
  x ^= x >> 15;
  x *= 0xD35A2D97U;
  return x ^ (x >> 15);
}

// Key of a province's members: drawn once from seed and id; a member's own words are mixed from it and his number.
inline std::uint32_t province_salt(std::uint64_t seed, std::string_view id) {
  return Random(DrawKey{seed, make_stream("cards.person"), Month{0}, make_stream(id).value}).bits();
}

// His mind, twelve bits of it and four of fineness: dealt evenly along the numbers by the golden ratio.
constexpr std::uint32_t kMinds = 4096;
constexpr std::uint32_t mind_word(std::uint32_t salt, std::uint32_t number) { return number * 0x9E3779B1U + salt; }
constexpr std::uint32_t mind_of(std::uint32_t word) { return word >> 20; }
constexpr std::uint32_t fineness_of(std::uint32_t word) { return (word >> 16) & 15U; }
// The place of his cell, and whatever else is drawn of him once.
constexpr std::uint32_t person_word(std::uint32_t salt, std::uint32_t number) { return mix_number(number ^ salt); }
constexpr std::uint32_t cell_of(std::uint32_t word) { return word >> 24; }
// Wish to rise, 0-1.
constexpr double ambition_of(std::uint32_t salt, std::uint32_t number) {
  return (mix_number(number ^ salt ^ 0x5BD1E995U) >> 8) * 0x1p-24;
}

// Views on the four dimensions of policy: -3, -1, 1 or 3, each as common.
constexpr int view_of(std::uint32_t mind, std::size_t dimension) {
  return 2 * static_cast<int>((mind >> (2 * dimension)) & 3U) - 3;
}
// Temper, -15 to 15.
constexpr int temper_of(std::uint32_t mind) { return 2 * static_cast<int>((mind >> 8) & 15U) - 15; }

// One member in 1,024, whose life is written down for readers.
constexpr bool is_watched(std::uint32_t salt, std::uint32_t number) { return (number * 0x85EBCA77U + salt) >> 22 == 0; }

}  // namespace thermidor::party
