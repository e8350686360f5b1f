// As many farms at once as two vector registers of the unit of compilation take: 32 with AVX-512, 16 with AVX2, 8 elsewhere. A
// farm's month is a long chain of operations; two chains side by side keep the machine busy.
//
// The farms' month is compiled once for each width (farm_month_*.cpp). Only + - * / and truncation in single precision and
// integer arithmetic are used, each rounded once and each for its lane alone, so that every width gives the same bits. All
// that these headers define has internal linkage: code for one machine never gets into the object of another.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <type_traits>

#include "economy/farm_registers.hpp"
#include "population/farms.hpp"

namespace thermidor::economy {
namespace {

inline constexpr int kLanes = 2 * kWidth;
inline constexpr int kGroups = static_cast<int>(kTileFarms) / kLanes;  // of a tile

// Two registers of numbers.
template <class Number>
struct Lanes;
template <>
struct Lanes<float> {
  using Register = FloatRegister;
  Register a, b;
};
template <>
struct Lanes<std::int32_t> {
  using Register = IntRegister;
  Register a, b;
};
template <>
struct Lanes<std::uint32_t> {
  using Register = WordRegister;
  Register a, b;
};
template <>
struct Lanes<std::uint64_t> {  // half as many
  using Register = LongRegister;
  Register a, b;
};
using Floats = Lanes<float>;
using Ints = Lanes<std::int32_t>;
using Words = Lanes<std::uint32_t>;
using Longs = Lanes<std::uint64_t>;

template <class Number>
THERMIDOR_INLINE Lanes<Number> all(Number value) {
  const typename Lanes<Number>::Register lanes = value - typename Lanes<Number>::Register{};
  return {lanes, lanes};
}

// Arithmetic lane by lane, also with one number for all lanes.
template <class Number>
using Same = std::type_identity_t<Number>;
#define THERMIDOR_LANES_OPERATOR(op)                                             \
  template <class Number>                                                        \
  THERMIDOR_INLINE Lanes<Number> operator op(Lanes<Number> x, Lanes<Number> y) { \
    return {x.a op y.a, x.b op y.b};                                             \
  }                                                                              \
  template <class Number>                                                        \
  THERMIDOR_INLINE Lanes<Number> operator op(Lanes<Number> x, Same<Number> y) {  \
    return x op all<Number>(y);                                                  \
  }                                                                              \
  template <class Number>                                                        \
  THERMIDOR_INLINE Lanes<Number> operator op(Same<Number> x, Lanes<Number> y) {  \
    return all<Number>(x) op y;                                                  \
  }                                                                              \
  template <class Number, class Other>                                           \
  THERMIDOR_INLINE Lanes<Number>& operator op##=(Lanes<Number>& x, Other y) {    \
    return x = x op y;                                                           \
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
  return {-x.a, -x.b};
}
template <class Number>
THERMIDOR_INLINE Lanes<Number> operator>>(Lanes<Number> x, int by) {
  return {x.a >> by, x.b >> by};
}
template <class Number>
THERMIDOR_INLINE Lanes<Number> operator<<(Lanes<Number> x, int by) {
  return {x.a << by, x.b << by};
}

// Masks: all bits of a lane where the comparison holds.
template <class Number>
THERMIDOR_INLINE Ints operator<(Lanes<Number> x, Lanes<Number> y) {
  return {x.a < y.a, x.b < y.b};
}
template <class Number>
THERMIDOR_INLINE Ints operator<(Lanes<Number> x, Same<Number> y) {
  return x < all<Number>(y);
}
template <class Number>
THERMIDOR_INLINE Ints operator>(Lanes<Number> x, Lanes<Number> y) {
  return {x.a > y.a, x.b > y.b};
}
template <class Number>
THERMIDOR_INLINE Ints operator>(Lanes<Number> x, Same<Number> y) {
  return x > all<Number>(y);
}
template <class Number>
THERMIDOR_INLINE Ints operator>=(Lanes<Number> x, Same<Number> y) {
  const Lanes<Number> limit = all<Number>(y);
  return {x.a >= limit.a, x.b >= limit.b};
}
template <class Number>
THERMIDOR_INLINE Lanes<Number> choose(Ints mask, Lanes<Number> yes, Lanes<Number> no) {
  return {mask.a ? yes.a : no.a, mask.b ? yes.b : no.b};
}

// The same bits as other numbers.
template <class Other, class Number>
THERMIDOR_INLINE Other as(Lanes<Number> x) {
  using Register = decltype(Other::a);
  return {reinterpret_cast<Register>(x.a), reinterpret_cast<Register>(x.b)};
}

THERMIDOR_INLINE Ints least(Ints x, Ints y) { return {x.a < y.a ? x.a : y.a, x.b < y.b ? x.b : y.b}; }
THERMIDOR_INLINE Floats least(Floats x, Floats y) { return {min_of(x.a, y.a), min_of(x.b, y.b)}; }
THERMIDOR_INLINE Floats most(Floats x, Floats y) { return {max_of(x.a, y.a), max_of(x.b, y.b)}; }
THERMIDOR_INLINE Floats least(Floats x, float y) { return least(x, all(y)); }
THERMIDOR_INLINE Floats most(Floats x, float y) { return most(x, all(y)); }
THERMIDOR_INLINE Floats positive(Floats x) { return most(Floats{}, x); }
THERMIDOR_INLINE Floats within(Floats x, float low, Floats high) { return most(all(low), least(x, high)); }
THERMIDOR_INLINE Ints cut(Floats x) {  // towards zero
  return {__builtin_convertvector(x.a, Ints::Register), __builtin_convertvector(x.b, Ints::Register)};
}
THERMIDOR_INLINE Floats real(Ints x) {
  return {__builtin_convertvector(x.a, Floats::Register), __builtin_convertvector(x.b, Floats::Register)};
}

// Entries of a table.
THERMIDOR_INLINE Floats look_up(const float* table, Ints index) { return {look_up(table, index.a), look_up(table, index.b)}; }

// A bit for each lane of a mask.
THERMIDOR_INLINE std::uint64_t bits_of(Ints mask) {
  return std::uint64_t{bits_of(mask.a)} | std::uint64_t{bits_of(mask.b)} << kWidth;
}

// Products of the lower 32 bits of each of the longs with a word.
THERMIDOR_INLINE Longs times(Longs x, std::uint32_t factor) {
  const auto by = all<std::uint64_t>(factor);
  return {product_of(x.a, by.a), product_of(x.b, by.b)};
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
template <class Number>
THERMIDOR_INLINE Ints load(const Number* column) {
  return {widen_column(column), widen_column(column + kWidth)};
}
template <class Number>
THERMIDOR_INLINE void store(Ints values, Number* column) {
  narrow(values.a, column), narrow(values.b, column + kWidth);
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
