// Integer quantities that are conserved: kilograms, kopecks, persons. Different units do not mix.
#pragma once

#include <compare>
#include <cstdint>

namespace thermidor {

// An integer amount of one unit. Arithmetic is exact; overflow is the caller's error (see `fits` in ledger code).
template <class Tag>
struct Quantity {
  std::int64_t count = 0;

  constexpr auto operator<=>(const Quantity&) const = default;
  constexpr Quantity& operator+=(Quantity other) { return count += other.count, *this; }
  constexpr Quantity& operator-=(Quantity other) { return count -= other.count, *this; }
  friend constexpr Quantity operator+(Quantity a, Quantity b) { return {a.count + b.count}; }
  friend constexpr Quantity operator-(Quantity a, Quantity b) { return {a.count - b.count}; }
  friend constexpr Quantity operator-(Quantity a) { return {-a.count}; }
  friend constexpr Quantity operator*(Quantity a, std::int64_t times) { return {a.count * times}; }
  // The amount as a real number, for behaviour and reports; never for the books.
  constexpr double real() const { return static_cast<double>(count); }
};

using Kilograms = Quantity<struct KilogramTag>;  // grain
using Kopecks = Quantity<struct KopeckTag>;      // money of the unit now in force
using Persons = Quantity<struct PersonTag>;      // people

// Truncates a real amount towards zero to whole units; values that are not finite or out of range give 0.
constexpr std::int64_t whole(double amount) {
  constexpr double kLimit = 9.0e18;
  return amount > -kLimit && amount < kLimit ? static_cast<std::int64_t>(amount) : 0;
}

}  // namespace thermidor
