// One vector register of the unit of compilation, and what g++ 12 does not do well with one: there the instructions are named.
#pragma once

#include <cstddef>
#include <cstdint>
#include <type_traits>

#define THERMIDOR_INLINE inline __attribute__((always_inline))

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
#define THERMIDOR_NAMED_INSTRUCTIONS 1
#else
#define THERMIDOR_NAMED_INSTRUCTIONS 0
#endif

namespace thermidor::economy {
namespace {

#if defined(__AVX512F__) && defined(__AVX512BW__) && defined(__AVX512DQ__) && defined(__AVX512VL__)
inline constexpr int kWidth = 16;
#elif defined(__AVX2__)
inline constexpr int kWidth = 8;
#else
inline constexpr int kWidth = 4;
#endif

using FloatRegister = float __attribute__((vector_size(4 * kWidth)));
using IntRegister = std::int32_t __attribute__((vector_size(4 * kWidth)));
using WordRegister = std::uint32_t __attribute__((vector_size(4 * kWidth)));
using LongRegister = std::uint64_t __attribute__((vector_size(4 * kWidth)));  // half as many
using Shorts = std::uint16_t __attribute__((vector_size(2 * kWidth)));
using Bytes = std::uint8_t __attribute__((vector_size(kWidth)));

#if THERMIDOR_NAMED_INSTRUCTIONS
using SignedLongs = long long __attribute__((vector_size(4 * kWidth)));
using SignedShorts = short __attribute__((vector_size(kWidth == 16 ? 32 : 16)));
using SignedBytes = char __attribute__((vector_size(16)));

#if defined(__AVX512F__)
THERMIDOR_INLINE FloatRegister min_of(FloatRegister x, FloatRegister y) {
  return __builtin_ia32_minps512_mask(x, y, FloatRegister{}, -1, 4);
}
THERMIDOR_INLINE FloatRegister max_of(FloatRegister x, FloatRegister y) {
  return __builtin_ia32_maxps512_mask(y, x, FloatRegister{}, -1, 4);
}
THERMIDOR_INLINE SignedLongs multiply(IntRegister x, IntRegister y) {
  return __builtin_ia32_pmuludq512_mask(x, y, SignedLongs{}, 0xFF);
}
THERMIDOR_INLINE IntRegister widen(SignedBytes bytes) { return __builtin_ia32_pmovzxbd512_mask(bytes, IntRegister{}, 0xFFFF); }
THERMIDOR_INLINE IntRegister widen(SignedShorts shorts) {
  return __builtin_ia32_pmovzxwd512_mask(shorts, IntRegister{}, 0xFFFF);
}
THERMIDOR_INLINE SignedShorts to_shorts(IntRegister x) { return __builtin_ia32_pmovdw512_mask(x, SignedShorts{}, 0xFFFF); }
THERMIDOR_INLINE SignedBytes to_bytes(IntRegister x) { return __builtin_ia32_pmovdb512_mask(x, SignedBytes{}, 0xFFFF); }
THERMIDOR_INLINE std::uint32_t bits_of(IntRegister mask) { return __builtin_ia32_cvtd2mask512(mask); }
THERMIDOR_INLINE FloatRegister look_up(const float* table, IntRegister index) {
  return __builtin_ia32_gathersiv16sf(FloatRegister{}, table, index, static_cast<short>(0xFFFF), sizeof *table);
}
#else
#if defined(__AVX2__)
THERMIDOR_INLINE FloatRegister min_of(FloatRegister x, FloatRegister y) { return __builtin_ia32_minps256(x, y); }
THERMIDOR_INLINE FloatRegister max_of(FloatRegister x, FloatRegister y) { return __builtin_ia32_maxps256(y, x); }
THERMIDOR_INLINE SignedLongs multiply(IntRegister x, IntRegister y) { return __builtin_ia32_pmuludq256(x, y); }
THERMIDOR_INLINE IntRegister widen(SignedBytes bytes) { return __builtin_ia32_pmovzxbd256(bytes); }
THERMIDOR_INLINE IntRegister widen(SignedShorts shorts) { return __builtin_ia32_pmovzxwd256(shorts); }
THERMIDOR_INLINE SignedShorts to_shorts(IntRegister x) {
  return __builtin_ia32_packusdw128(__builtin_shufflevector(x, x, 0, 1, 2, 3), __builtin_shufflevector(x, x, 4, 5, 6, 7));
}
THERMIDOR_INLINE SignedBytes to_bytes(IntRegister x) {
  const SignedShorts shorts = to_shorts(x);
  return __builtin_ia32_packuswb128(shorts, shorts);
}
THERMIDOR_INLINE std::uint32_t bits_of(IntRegister mask) {
  return static_cast<std::uint32_t>(__builtin_ia32_movmskps256(reinterpret_cast<FloatRegister>(mask)));
}
THERMIDOR_INLINE FloatRegister look_up(const float* table, IntRegister index) {
  const auto every = reinterpret_cast<FloatRegister>(~IntRegister{});
  return __builtin_ia32_gathersiv8sf(FloatRegister{}, table, index, every, sizeof *table);
}
#else
THERMIDOR_INLINE FloatRegister min_of(FloatRegister x, FloatRegister y) { return __builtin_ia32_minps(x, y); }
THERMIDOR_INLINE FloatRegister max_of(FloatRegister x, FloatRegister y) { return __builtin_ia32_maxps(y, x); }
THERMIDOR_INLINE SignedLongs multiply(IntRegister x, IntRegister y) { return __builtin_ia32_pmuludq128(x, y); }
THERMIDOR_INLINE IntRegister widen(SignedShorts shorts) {
  return reinterpret_cast<IntRegister>(__builtin_ia32_punpcklwd128(shorts, SignedShorts{}));
}
THERMIDOR_INLINE IntRegister widen(SignedBytes bytes) {
  return widen(reinterpret_cast<SignedShorts>(__builtin_ia32_punpcklbw128(bytes, SignedBytes{})));
}
THERMIDOR_INLINE SignedShorts to_shorts(IntRegister x) {
  const IntRegister low = (x << 16) >> 16;  // kept by the instruction, which knows signed numbers only
  return __builtin_ia32_packssdw128(low, low);
}
THERMIDOR_INLINE SignedBytes to_bytes(IntRegister x) {
  const SignedShorts shorts = __builtin_ia32_packssdw128(x, x);
  return __builtin_ia32_packuswb128(shorts, shorts);
}
THERMIDOR_INLINE std::uint32_t bits_of(IntRegister mask) {
  return static_cast<std::uint32_t>(__builtin_ia32_movmskps(reinterpret_cast<FloatRegister>(mask)));
}
#endif
#endif
THERMIDOR_INLINE LongRegister product_of(LongRegister x, LongRegister y) {
  return reinterpret_cast<LongRegister>(multiply(reinterpret_cast<IntRegister>(x), reinterpret_cast<IntRegister>(y)));
}

#else

// x < y ? x : y and x < y ? y : x, as the instructions do.
THERMIDOR_INLINE FloatRegister min_of(FloatRegister x, FloatRegister y) { return x < y ? x : y; }
THERMIDOR_INLINE FloatRegister max_of(FloatRegister x, FloatRegister y) { return x < y ? y : x; }

// Products of the lower halves of the longs.
THERMIDOR_INLINE LongRegister product_of(LongRegister x, LongRegister y) { return (x & 0xFFFFFFFFULL) * (y & 0xFFFFFFFFULL); }
using SignedShorts = Shorts;
using SignedBytes = Bytes;
template <class Narrow>
THERMIDOR_INLINE IntRegister widen(Narrow values) {
  return __builtin_convertvector(values, IntRegister);
}
THERMIDOR_INLINE Shorts to_shorts(IntRegister x) { return __builtin_convertvector(x, Shorts); }
THERMIDOR_INLINE Bytes to_bytes(IntRegister x) { return __builtin_convertvector(x, Bytes); }

// A bit for each lane of a mask.
THERMIDOR_INLINE std::uint32_t bits_of(IntRegister mask) {
  std::uint32_t bits = 0;
  for (int lane = 0; lane < kWidth; ++lane) bits |= mask[lane] < 0 ? 1U << lane : 0U;
  return bits;
}
#endif

#if !THERMIDOR_NAMED_INSTRUCTIONS || !defined(__AVX2__)
THERMIDOR_INLINE FloatRegister look_up(const float* table, IntRegister index) {
  FloatRegister found = {};
  for (int lane = 0; lane < kWidth; ++lane) found[lane] = table[index[lane]];
  return found;
}
#endif

template <class Register>
THERMIDOR_INLINE Register load_register(const void* from) {
  Register lanes;
  __builtin_memcpy(&lanes, from, sizeof lanes);
  return lanes;
}

// Columns of a tile as 32-bit numbers, and back: what goes back must fit, as packing saturates here and truncates there.
THERMIDOR_INLINE IntRegister widen_column(const std::int32_t* column) { return load_register<IntRegister>(column); }
// Half a register and a quarter are loaded as one number: a narrow store followed by a wide load would wait.
using TwoLongs = std::int64_t __attribute__((vector_size(16)));
using FourInts = std::int32_t __attribute__((vector_size(16)));
template <class Number>
THERMIDOR_INLINE IntRegister widen_column(const Number* column) {
  using Narrow = std::conditional_t<sizeof(Number) == 2, SignedShorts, SignedBytes>;
  constexpr std::size_t kSize = kWidth * sizeof(Number);
  if constexpr (kSize == sizeof(Narrow)) {
    return widen(load_register<Narrow>(column));
  } else if constexpr (kSize == 8) {
    return widen(reinterpret_cast<Narrow>(TwoLongs{load_register<std::int64_t>(column), 0}));
  } else {
    return widen(reinterpret_cast<Narrow>(FourInts{load_register<std::int32_t>(column), 0, 0, 0}));
  }
}
THERMIDOR_INLINE void narrow(IntRegister values, std::int32_t* column) { __builtin_memcpy(column, &values, sizeof values); }
THERMIDOR_INLINE void narrow(IntRegister values, std::uint16_t* column) {
  const auto shorts = to_shorts(values);
  __builtin_memcpy(column, &shorts, sizeof(Shorts));
}
THERMIDOR_INLINE void narrow(IntRegister values, std::uint8_t* column) {
  const auto bytes = to_bytes(values);
  __builtin_memcpy(column, &bytes, sizeof(Bytes));
}

}  // namespace
}  // namespace thermidor::economy
