// How each kind of field is stored: as a number of fixed width, a text, a sequence or a struct. Shared by archives and
// comparisons.
#pragma once

#include <array>
#include <bit>
#include <concepts>
#include <cstdint>
#include <string>
#include <type_traits>
#include <vector>

#include "core/calendar.hpp"
#include "core/digest.hpp"
#include "core/fields.hpp"
#include "core/ids.hpp"
#include "core/quantity.hpp"

namespace thermidor {
namespace detail {

// The number by which a scalar is stored, and its width.
template <class T>
struct Scalar {
  static constexpr bool kIs = std::integral<T> || std::is_enum_v<T>;
  static constexpr std::size_t kWidth = sizeof(T);
  static std::uint64_t word(const T& value) { return static_cast<std::uint64_t>(value); }
  static void set(T& value, std::uint64_t word) { value = static_cast<T>(word); }
};
template <>
struct Scalar<double> {
  static constexpr bool kIs = true;
  static constexpr std::size_t kWidth = 8;
  static std::uint64_t word(double value) { return std::bit_cast<std::uint64_t>(value); }
  static void set(double& value, std::uint64_t word) { value = std::bit_cast<double>(word); }
};
template <>
struct Scalar<float> {
  static constexpr bool kIs = true;
  static constexpr std::size_t kWidth = 4;
  static std::uint64_t word(float value) { return std::bit_cast<std::uint32_t>(value); }
  static void set(float& value, std::uint64_t word) { value = std::bit_cast<float>(static_cast<std::uint32_t>(word)); }
};
template <class Tag>
struct Scalar<Quantity<Tag>> {
  static constexpr bool kIs = true;
  static constexpr std::size_t kWidth = 8;
  static std::uint64_t word(Quantity<Tag> value) { return static_cast<std::uint64_t>(value.count); }
  static void set(Quantity<Tag>& value, std::uint64_t word) { value.count = static_cast<std::int64_t>(word); }
};
template <class Tag>
struct Scalar<Id<Tag>> {
  static constexpr bool kIs = true;
  static constexpr std::size_t kWidth = 2;
  static std::uint64_t word(Id<Tag> value) { return value.value; }
  static void set(Id<Tag>& value, std::uint64_t word) { value.value = static_cast<std::uint16_t>(word); }
};
template <>
struct Scalar<Month> {
  static constexpr bool kIs = true;
  static constexpr std::size_t kWidth = 4;
  static std::uint64_t word(Month value) { return static_cast<std::uint32_t>(value.index); }
  static void set(Month& value, std::uint64_t word) { value.index = static_cast<std::int32_t>(word); }
};

template <class T>
inline constexpr bool kIsVector = false;
template <class T>
inline constexpr bool kIsVector<std::vector<T>> = true;
template <class T>
inline constexpr bool kIsArray = false;
template <class T, std::size_t N>
inline constexpr bool kIsArray<std::array<T, N>> = true;

template <class T>
std::size_t least_bytes();
template <class T>
void add_layout(Digest& digest);

struct SumLeastBytes {
  std::size_t& sum;
  template <class Member>
  [[gnu::noinline]] void operator()(const Field&, const Member&) const {
    sum += least_bytes<Member>();
  }
};
struct AddFieldLayout {
  Digest& digest;
  template <class Member>
  [[gnu::noinline]] void operator()(const Field& field, const Member&) const {
    digest.add_text(field.name);
    add_layout<Member>(digest);
  }
};

// Fewest bytes that a value of the type takes.
template <class T>
std::size_t least_bytes() {
  if constexpr (Scalar<T>::kIs) {
    return Scalar<T>::kWidth;
  } else if constexpr (kIsArray<T>) {
    return std::tuple_size_v<T> * least_bytes<typename T::value_type>();
  } else if constexpr (HasFields<T>) {
    std::size_t sum = 0;
    const T value{};
    T::visit_fields(value, SumLeastBytes{sum});
    return sum;
  } else {
    return 8;
  }
}

template <class T>
void add_layout(Digest& digest) {
  if constexpr (Scalar<T>::kIs) {
    digest.add(Scalar<T>::kWidth);
  } else if constexpr (kIsVector<T>) {
    digest.add_text("vector");
    add_layout<typename T::value_type>(digest);
  } else if constexpr (kIsArray<T>) {
    digest.add_text("array");
    digest.add(std::tuple_size_v<T>);
    add_layout<typename T::value_type>(digest);
  } else if constexpr (HasFields<T>) {
    const T value{};
    T::visit_fields(value, AddFieldLayout{digest});
  } else {
    digest.add_text("text");
  }
}

}  // namespace detail

// Names and widths of all fields in one number; changes whenever old archives no longer fit.
template <class T>
std::uint64_t layout_fingerprint() {
  Digest digest;
  detail::add_layout<T>(digest);
  return digest.value();
}

}  // namespace thermidor
