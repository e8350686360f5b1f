// Numbers of a struct by dotted path ("farms.sowing.autarky_kink", "regions.volga.normal_yield", "levers.3"): acts on
// parameters, uncertainties and reference pages find them so. Rows with an `id` are named by it, other elements by their
// number.
#pragma once

#include <array>
#include <concepts>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "core/fields.hpp"
#include "core/quantity.hpp"

namespace thermidor {

struct NumberField {
  std::string path;
  std::string unit;
  double low = 0;
  double high = 0;
  double value = 0;
};

namespace detail {

template <class T>
struct IsSequence : std::false_type {};
template <class T>
struct IsSequence<std::vector<T>> : std::true_type {};
template <class T, std::size_t N>
struct IsSequence<std::array<T, N>> : std::true_type {};

template <class T>
struct IsQuantity : std::false_type {};
template <class Tag>
struct IsQuantity<Quantity<Tag>> : std::true_type {};

// The row's id, or its number where it has none.
template <class T>
std::string row_name(const T& row, std::size_t index) {
  if constexpr (requires {
                  { row.id } -> std::convertible_to<std::string>;
                }) {
    return row.id;
  } else {
    return std::to_string(index);
  }
}

// Calls visit(path, field, number) for every number below `member`; Number is a reference to the arithmetic value.
template <class T, class Visit>
void walk_numbers(const std::string& path, const Field& field, T& member, Visit&& visit) {
  using Plain = std::remove_const_t<T>;
  if constexpr (std::is_arithmetic_v<Plain>) {
    visit(path, field, member);
  } else if constexpr (IsQuantity<Plain>::value) {
    visit(path, field, member.count);
  } else if constexpr (HasFields<Plain>) {
    Plain::visit_fields(member, [&](const Field& inner, auto& value) {
      walk_numbers(path.empty() ? std::string(inner.name) : path + "." + std::string(inner.name), inner, value, visit);
    });
  } else if constexpr (IsSequence<Plain>::value) {
    for (std::size_t i = 0; i < member.size(); ++i) walk_numbers(path + "." + row_name(member[i], i), field, member[i], visit);
  }
}

}  // namespace detail

// All numbers of a struct with their bounds, in order of declaration.
template <HasFields T>
std::vector<NumberField> list_numbers(const T& owner, const std::string& prefix = {}) {
  std::vector<NumberField> list;
  detail::walk_numbers(prefix, Field{}, owner, [&list](const std::string& path, const Field& field, const auto& number) {
    list.push_back({path, std::string(field.unit), field.low, field.high, static_cast<double>(number)});
  });
  return list;
}

// Sets one number; false when there is none of that path or the value is out of its bounds. Whole numbers are truncated.
template <HasFields T>
bool set_number(T& owner, std::string_view path, double value) {
  bool done = false;
  detail::walk_numbers({}, Field{}, owner, [&](const std::string& here, const Field& field, auto& number) {
    if (done || here != path || !(value >= field.low && value <= field.high)) return;
    number = static_cast<std::remove_reference_t<decltype(number)>>(value);
    done = true;
  });
  return done;
}

// Sets many numbers in one walk, each as set_number does; how many could be set.
template <HasFields T>
std::size_t set_numbers(T& owner, std::span<const std::string> paths, std::span<const double> values) {
  std::size_t done = 0;
  detail::walk_numbers({}, Field{}, owner, [&](const std::string& here, const Field& field, auto& number) {
    for (std::size_t i = 0; i < paths.size() && i < values.size(); ++i) {
      if (here != paths[i] || !(values[i] >= field.low && values[i] <= field.high)) continue;
      number = static_cast<std::remove_reference_t<decltype(number)>>(values[i]);
      ++done;
    }
  });
  return done;
}

template <HasFields T>
std::optional<double> get_number(const T& owner, std::string_view path) {
  std::optional<double> found;
  detail::walk_numbers({}, Field{}, owner, [&](const std::string& here, const Field&, const auto& number) {
    if (here == path) found = static_cast<double>(number);
  });
  return found;
}

}  // namespace thermidor
