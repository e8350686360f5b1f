// Reads a value of a scenario file into a member of any type that a struct with visit_fields may have.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <type_traits>
#include <vector>

#include "core/fields.hpp"
#include "core/quantity.hpp"
#include "scenario/binding.hpp"

namespace thermidor::scenario {
namespace detail {

template <class T>
struct VectorItem : std::false_type {};
template <class T>
struct VectorItem<std::vector<T>> : std::true_type {
  using Item = T;
};
template <class T>
struct ArraySize : std::integral_constant<std::size_t, 0> {};
template <class T, std::size_t N>
struct ArraySize<std::array<T, N>> : std::integral_constant<std::size_t, N> {};
template <class T>
struct IsId : std::false_type {};
template <class Tag>
struct IsId<Id<Tag>> : std::true_type {};

// A vector of rows comes from a table of its own.
template <class T>
constexpr bool is_row_table() {
  if constexpr (VectorItem<T>::value) {
    return HasFields<typename VectorItem<T>::Item>;
  } else {
    return false;
  }
}

// The number behind a member: its bounds are checked and a table must give it. Texts, months and ids may be left out.
template <class T>
constexpr bool is_numeric() {
  if constexpr (ArraySize<T>::value > 0) {
    return is_numeric<typename T::value_type>();
  } else {
    return std::is_arithmetic_v<T> || std::is_enum_v<T> || thermidor::detail::IsQuantity<T>::value;
  }
}

template <HasFields T>
void read_plain_struct(const Value& value, const Reading& reading, T& target);

// Reads a value that is written without unit and source into a member; faults leave it as it is.
template <class T>
void read_plain(const Value& value, const Reading& reading, T& target) {
  if constexpr (std::is_same_v<T, bool>) {
    if (const auto flag = read_flag(value, reading)) target = *flag;
  } else if constexpr (std::is_floating_point_v<T> || std::is_integral_v<T> || std::is_enum_v<T>) {
    if (const auto number = read_number(value, !std::is_floating_point_v<T>, reading)) {
      if constexpr (std::is_enum_v<T>) {
        target = static_cast<T>(static_cast<std::int64_t>(*number));
      } else {
        target = static_cast<T>(*number);
      }
    }
  } else if constexpr (thermidor::detail::IsQuantity<T>::value) {
    if (const auto number = read_number(value, true, reading)) target.count = value.integer;
  } else if constexpr (std::is_same_v<T, std::string>) {
    if (auto text = read_string(value, reading)) target = std::move(*text);
  } else if constexpr (std::is_same_v<T, Month>) {
    if (const auto month = read_month(value, reading)) target = *month;
  } else if constexpr (IsId<T>::value) {
    if (const auto index = read_id(value, reading.binding.names.of(T{}), id_kind(T{}), id_table(T{}), reading))
      target.value = *index;
  } else if constexpr (ArraySize<T>::value > 0) {
    const std::vector<const Value*> items = read_items(value, target.size(), reading);
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (items[i] != nullptr) read_plain(*items[i], reading, target[i]);
    }
  } else if constexpr (VectorItem<T>::value) {
    target.clear();
    for (const Value* item : read_items(value, 0, reading)) read_plain(*item, reading, target.emplace_back());
  } else {
    static_assert(HasFields<T>, "a member that scenario files cannot give");
    read_plain_struct(value, reading, target);
  }
}

// Reads each member of a struct out of the table that gives it.
struct ReadMember {
  const Value& value;
  const Reading& reading;
  std::vector<std::string>& known;
  template <class Member>
  void operator()(const Field& field, Member& member) const {
    known.emplace_back(field.name);
    if (const Value* const inner = value.find(field.name)) {
      read_plain(*inner, {reading.binding, reading.file, field}, member);
    } else {
      reading.binding.fail(reading.file, value.place, std::string(reading.field.name) + " lacks " + known.back(),
                           known.back() + " = ...");
    }
  }
};

template <HasFields T>
void read_plain_struct(const Value& value, const Reading& reading, T& target) {
  if (value.kind != ValueKind::table) {
    reading.binding.fail(reading.file, value.place, std::string(reading.field.name) + " is " + describe(value), "a table");
    return;
  }
  std::vector<std::string> known;
  T::visit_fields(target, ReadMember{value, reading, known});
  check_unknown_keys(value, reading.file, known, "key", reading.binding.diagnostics);
}

}  // namespace detail
}  // namespace thermidor::scenario
