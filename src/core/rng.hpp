// Counter-based random numbers: Philox4x32-10 keyed by (seed, stream, month, entity). No generator state is carried, so draws
// depend on what they are for and never on call order, threads or other draws.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "core/calendar.hpp"

namespace thermidor {

using PhiloxBlock = std::array<std::uint32_t, 4>;
using PhiloxKey = std::array<std::uint32_t, 2>;

// Ten rounds of Philox4x32 (Salmon et al. 2011).
constexpr PhiloxBlock philox4x32(PhiloxBlock counter, PhiloxKey key) {
  for (int round = 0; round < 10; ++round) {
    const std::uint64_t product0 = 0xD2511F53ULL * counter[0];
    const std::uint64_t product1 = 0xCD9E8D57ULL * counter[2];
    counter = {static_cast<std::uint32_t>(product1 >> 32) ^ counter[1] ^ key[0], static_cast<std::uint32_t>(product1),
               static_cast<std::uint32_t>(product0 >> 32) ^ counter[3] ^ key[1], static_cast<std::uint32_t>(product0)};
    key[0] += 0x9E3779B9U;
    key[1] += 0xBB67AE85U;
  }
  return counter;
}

// Name of a purpose for which draws are made ("farms.luck"); two purposes never share a name.
struct Stream {
  std::uint32_t value;
};

constexpr Stream make_stream(std::string_view name) {
  std::uint32_t hash = 2166136261U;  // FNV-1a
  for (const char c : name) hash = (hash ^ static_cast<std::uint32_t>(static_cast<unsigned char>(c))) * 16777619U;
  return {hash};
}

// A stream by a literal name, hashed when the program is compiled.
struct StreamName {
  consteval StreamName(const char* name) : stream(make_stream(name)) {}  // NOLINT(google-explicit-constructor)
  Stream stream;
};

// What a sequence of draws is for. `entity` identifies who or what is drawn for within the stream.
struct DrawKey {
  std::uint64_t seed = 0;
  Stream stream{0};
  Month month{};
  std::uint64_t entity = 0;
};

// The draws of one key, in order. Copying it copies the position; making it anew starts over. A key holds 2^18 words, then they
// repeat: whoever needs more takes a key per entity.
class Random {
 public:
  explicit constexpr Random(DrawKey key)
      : key_{static_cast<std::uint32_t>(key.seed), static_cast<std::uint32_t>(key.seed >> 32)},
        counter_{static_cast<std::uint32_t>(key.entity), static_cast<std::uint32_t>(key.entity >> 32),
                 static_cast<std::uint32_t>(key.month.index) & 0xFFFFU, key.stream.value} {}

  // 32 uniform bits.
  constexpr std::uint32_t bits() {
    if (used_ == 4) {
      block_ = philox4x32(counter_, key_);
      counter_[2] += 0x10000U;  // upper half of the month's word counts the blocks of this key
      used_ = 0;
    }
    return block_[used_++];
  }

  // Uniform in (0, 1), never an end.
  constexpr double uniform() { return (static_cast<double>(bits()) + 0.5) * 0x1p-32; }

  // Uniform in (0, 1) on a grid of 2^-52, for inversion far into tails. Takes two words.
  constexpr double uniform_fine() {
    const std::uint64_t high = bits();
    const std::uint64_t low = bits();
    return (static_cast<double>((high << 20) | (low >> 12)) + 0.5) * 0x1p-52;
  }

  // True with the given probability.
  constexpr bool chance(double probability) { return uniform() < probability; }

  // Uniform integer in [0, bound); bound > 0.
  constexpr std::uint32_t below(std::uint32_t bound) {
    return static_cast<std::uint32_t>((static_cast<std::uint64_t>(bits()) * bound) >> 32);
  }

 private:
  PhiloxKey key_;
  PhiloxBlock counter_;
  PhiloxBlock block_{};
  std::uint32_t used_ = 4;
};

}  // namespace thermidor
