// As many farms at once as a few vector registers of the unit of compilation take: 64 with AVX-512, 16 with AVX2, 8 elsewhere.
// A farm's month is a long chain of operations; two chains side by side keep the machine busy, four do better where it has
// registers for them.
//
// The farms' month is compiled once for each width (farm_month_*.cpp). Only + - * / and truncation in single precision and
// integer arithmetic are used, each rounded once and each for its lane alone, so that every width gives the same bits. All
// that these headers define has internal linkage: code for one machine never gets into the object of another.
#pragma once

#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <utility>

#include "economy/farm_registers.hpp"
#include "population/farms.hpp"

namespace thermidor::economy {
namespace {

inline constexpr std::size_t kRegisters = kWidth == 16 ? 4 : 2;
inline constexpr int kLanes = static_cast<int>(kRegisters) * kWidth;
inline constexpr int kGroups = static_cast<int>(kTileFarms) / kLanes;  // of a tile

// A few registers of numbers.
template <class Number>
using RegisterOf = std::conditional_t<std::is_same_v<Number, float>, FloatRegister,
                                      std::conditional_t<std::is_same_v<Number, std::int32_t>, IntRegister, WordRegister>>;
// Members rather than an array, as the compiler keeps these in registers more readily.
template <class Number, std::size_t Count>
struct Registers;
template <class Number>
struct Registers<Number, 2> {
  using Register = RegisterOf<Number>;
  Register a, b;
};
template <class Number>
struct Registers<Number, 4> {
  using Register = RegisterOf<Number>;
  Register a, b, c, d;
};
template <class Number>
using Lanes = Registers<Number, kRegisters>;
using Floats = Lanes<float>;
using Ints = Lanes<std::int32_t>;
using Words = Lanes<std::uint32_t>;

#define THERMIDOR_AT_ONCE __attribute__((always_inline))  // of a lambda

template <std::size_t Part, class Lanes>
THERMIDOR_INLINE auto part(const Lanes& lanes) {
  if constexpr (Part == 0) {
    return lanes.a;
  } else if constexpr (Part == 1) {
    return lanes.b;
  } else if constexpr (Part == 2) {
    return lanes.c;
  } else {
    return lanes.d;
  }
}

// What `body` makes of the first registers, of the second ones, ...: one after another, without a loop.
template <std::size_t Part, class Body, class... Given>
THERMIDOR_INLINE auto of_part(const Body& body, const Given&... given) {
  return body(part<Part>(given)...);
}
template <class Result, class Body, std::size_t... Part, class... Given>
THERMIDOR_INLINE Result of_parts(std::index_sequence<Part...>, const Body& body, const Given&... given) {
  return {of_part<Part>(body, given...)...};
}
template <class Result, class Body, class... Given>
THERMIDOR_INLINE Result each(const Body& body, const Given&... given) {
  return of_parts<Result>(std::make_index_sequence<kRegisters>{}, body, given...);
}
// The sum of the registers.
template <class Number>
THERMIDOR_INLINE RegisterOf<Number> sum_of_parts(const Lanes<Number>& x) {
  if constexpr (kRegisters == 2) {
    return x.a + x.b;
  } else {
    return (x.a + x.b) + (x.c + x.d);
  }
}

}  // namespace
}  // namespace thermidor::economy
