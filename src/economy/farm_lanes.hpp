// Arithmetic, comparisons and columns of a group of farms, lane by lane.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <utility>

#include "economy/farm_parts.hpp"

namespace thermidor::economy {
namespace {

template <class Number>
THERMIDOR_INLINE Lanes<Number> all(Number value) {
  const RegisterOf<Number> lanes = value - RegisterOf<Number>{};
  return each<Lanes<Number>>([&]() THERMIDOR_AT_ONCE { return lanes; });
}

// Arithmetic lane by lane, also with one number for all lanes.
template <class Number>
using Same = std::type_identity_t<Number>;
#define THERMIDOR_LANES_OPERATOR(op)                                                           \
  template <class Number>                                                                      \
  THERMIDOR_INLINE Lanes<Number> operator op(Lanes<Number> x, Lanes<Number> y) {               \
    return each<Lanes<Number>>([](auto a, auto b) THERMIDOR_AT_ONCE { return a op b; }, x, y); \
  }                                                                                            \
  template <class Number>                                                                      \
  THERMIDOR_INLINE Lanes<Number> operator op(Lanes<Number> x, Same<Number> y) {                \
    return x op all<Number>(y);                                                                \
  }                                                                                            \
  template <class Number>                                                                      \
  THERMIDOR_INLINE Lanes<Number> operator op(Same<Number> x, Lanes<Number> y) {                \
    return all<Number>(x) op y;                                                                \
  }                                                                                            \
  template <class Number, class Other>                                                         \
  THERMIDOR_INLINE Lanes<Number>& operator op##=(Lanes<Number>& x, Other y) {                  \
    return x = x op y;                                                                         \
  }
THERMIDOR_LANES_OPERATOR(+)
THERMIDOR_LANES_OPERATOR(-)
THERMIDOR_LANES_OPERATOR(*)
THERMIDOR_LANES_OPERATOR(/)
THERMIDOR_LANES_OPERATOR(&)
THERMIDOR_LANES_OPERATOR(|)
THERMIDOR_LANES_OPERATOR(^)
#undef THERMIDOR_LANES_OPERATOR

template <class Number>
THERMIDOR_INLINE Lanes<Number> operator-(Lanes<Number> x) {
  return each<Lanes<Number>>([](auto a) THERMIDOR_AT_ONCE { return -a; }, x);
}
template <class Number>
THERMIDOR_INLINE Lanes<Number> operator>>(Lanes<Number> x, int by) {
  return each<Lanes<Number>>([&](auto a) THERMIDOR_AT_ONCE { return a >> by; }, x);
}
template <class Number>
THERMIDOR_INLINE Lanes<Number> operator<<(Lanes<Number> x, int by) {
  return each<Lanes<Number>>([&](auto a) THERMIDOR_AT_ONCE { return a << by; }, x);
}

// Masks: all bits of a lane where the comparison holds.
#define THERMIDOR_LANES_COMPARISON(op)                                                \
  template <class Number>                                                             \
  THERMIDOR_INLINE Ints operator op(Lanes<Number> x, Lanes<Number> y) {               \
    return each<Ints>([](auto a, auto b) THERMIDOR_AT_ONCE { return a op b; }, x, y); \
  }                                                                                   \
  template <class Number>                                                             \
  THERMIDOR_INLINE Ints operator op(Lanes<Number> x, Same<Number> y) {                \
    return x op all<Number>(y);                                                       \
  }
THERMIDOR_LANES_COMPARISON(<)
THERMIDOR_LANES_COMPARISON(>)
THERMIDOR_LANES_COMPARISON(>=)
#undef THERMIDOR_LANES_COMPARISON
template <class Number>
THERMIDOR_INLINE Lanes<Number> choose(Ints mask, Lanes<Number> yes, Lanes<Number> no) {
  return each<Lanes<Number>>([](auto holds, auto a, auto b) THERMIDOR_AT_ONCE { return holds ? a : b; }, mask, yes, no);
}

// The same bits as other numbers.
template <class Other, class Number>
THERMIDOR_INLINE Other as(Lanes<Number> x) {
  return each<Other>([](auto a) THERMIDOR_AT_ONCE { return reinterpret_cast<typename Other::Register>(a); }, x);
}

THERMIDOR_INLINE Ints least(Ints x, Ints y) {
  return each<Ints>([](auto a, auto b) THERMIDOR_AT_ONCE { return a < b ? a : b; }, x, y);
}
THERMIDOR_INLINE Floats least(Floats x, Floats y) {
  return each<Floats>([](auto a, auto b) THERMIDOR_AT_ONCE { return min_of(a, b); }, x, y);
}
THERMIDOR_INLINE Floats most(Floats x, Floats y) {
  return each<Floats>([](auto a, auto b) THERMIDOR_AT_ONCE { return max_of(a, b); }, x, y);
}
THERMIDOR_INLINE Floats least(Floats x, float y) { return least(x, all(y)); }
THERMIDOR_INLINE Floats most(Floats x, float y) { return most(x, all(y)); }
THERMIDOR_INLINE Floats positive(Floats x) { return most(Floats{}, x); }
THERMIDOR_INLINE Floats within(Floats x, float low, Floats high) { return most(all(low), least(x, high)); }
THERMIDOR_INLINE Ints cut(Floats x) {  // towards zero
  return each<Ints>([](auto a) THERMIDOR_AT_ONCE { return __builtin_convertvector(a, IntRegister); }, x);
}
THERMIDOR_INLINE Floats real(Ints x) {
  return each<Floats>([](auto a) THERMIDOR_AT_ONCE { return __builtin_convertvector(a, FloatRegister); }, x);
}

// Entries of a table.
THERMIDOR_INLINE Floats look_up(const float* table, Ints index) {
  return each<Floats>([&](auto a) THERMIDOR_AT_ONCE { return look_up(table, a); }, index);
}

// A bit for each lane of a mask.
template <std::size_t... Part>
THERMIDOR_INLINE std::uint64_t bits_of(Ints mask, std::index_sequence<Part...>) {
  return ((std::uint64_t{bits_of(part<Part>(mask))} << Part * static_cast<std::size_t>(kWidth)) | ...);
}
THERMIDOR_INLINE std::uint64_t bits_of(Ints mask) { return bits_of(mask, std::make_index_sequence<kRegisters>{}); }

// The greatest of the registers, lane by lane.
template <class Number>
THERMIDOR_INLINE RegisterOf<Number> greatest_part(Lanes<Number> x) {
  if constexpr (kRegisters == 2) {
    return max_of(x.a, x.b);
  } else {
    return max_of(max_of(x.a, x.b), max_of(x.c, x.d));
  }
}
// Whether any of the numbers is above zero.
THERMIDOR_INLINE bool any_positive(Floats x) {
  return bits_of(reinterpret_cast<IntRegister>(greatest_part<float>(x) > FloatRegister{})) != 0;
}

// --- columns of a tile ---

template <class Lanes>
THERMIDOR_INLINE Lanes load_lanes(const void* from) {
  Lanes lanes;
  __builtin_memcpy(&lanes, from, sizeof lanes);
  return lanes;
}
template <class Lanes>
THERMIDOR_INLINE void store_lanes(Lanes lanes, void* to) {
  __builtin_memcpy(to, &lanes, sizeof lanes);
}
template <class Number, std::size_t... Part>
THERMIDOR_INLINE Ints load(const Number* column, std::index_sequence<Part...>) {
  return {widen_column(column + Part * static_cast<std::size_t>(kWidth))...};
}
template <class Number>
THERMIDOR_INLINE Ints load(const Number* column) {
  return load(column, std::make_index_sequence<kRegisters>{});
}
template <class Number, std::size_t... Part>
THERMIDOR_INLINE void store(Ints values, Number* column, std::index_sequence<Part...>) {
  (narrow(part<Part>(values), column + Part * static_cast<std::size_t>(kWidth)), ...);
}
template <class Number>
THERMIDOR_INLINE void store(Ints values, Number* column) {
  store(values, column, std::make_index_sequence<kRegisters>{});
}

// First value of an array, without the library's functions, which would be shared between objects where not inlined.
template <class T, std::size_t N>
THERMIDOR_INLINE T* first_of(std::array<T, N>& array) {
  return reinterpret_cast<T*>(&array);
}
template <class T, std::size_t N>
THERMIDOR_INLINE const T* first_of(const std::array<T, N>& array) {
  return reinterpret_cast<const T*>(&array);
}

}  // namespace
}  // namespace thermidor::economy
