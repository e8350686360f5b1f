#include "economy/farm_pass.hpp"

#include <array>

namespace thermidor::economy {

std::span<const FarmPass> farm_passes() {
  static constexpr std::array kPasses = {
      FarmPass{8, step_block_base},
#ifdef THERMIDOR_WIDE_FARMS
      FarmPass{16, step_block_avx2},
      FarmPass{64, step_block_avx512},
#endif
  };
  std::size_t count = 1;
#ifdef THERMIDOR_WIDE_FARMS
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx2")) {
    const bool wide = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
                      __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl");
    count = wide ? 3 : 2;
  }
#endif
  return std::span(kPasses).first(count);
}

RoundKeys make_round_keys(std::uint64_t seed) {
  RoundKeys keys;
  auto key0 = static_cast<std::uint32_t>(seed), key1 = static_cast<std::uint32_t>(seed >> 32);
  for (int round = 0; round < kFarmRounds; ++round) {
    keys.first[round] = key0, keys.second[round] = key1;
    key0 += 0x9E3779B9U, key1 += 0xBB67AE85U;
  }
  return keys;
}

}  // namespace thermidor::economy
