// Where two values with a field list differ: the first field in order of declaration, as "economy.trusts[3].cash: 5 vs 6".
// Real numbers are compared by their bits, as in digests.
#pragma once

#include <string>
#include <vector>

#include "core/layout.hpp"
#include "core/table.hpp"

namespace thermidor {

namespace detail {

template <class T>
std::string difference_at(const T& a, const T& b, const std::string& path);

template <class T>
std::string scalar_text(const T& value) {
  if constexpr (std::same_as<T, double> || std::same_as<T, float>) {
    return format_number(static_cast<double>(value));
  } else if constexpr (std::same_as<T, Month>) {
    return format_month(value);
  } else if constexpr (std::integral<T>) {
    return std::to_string(value);
  } else if constexpr (Scalar<T>::kWidth == 8) {
    return std::to_string(static_cast<std::int64_t>(Scalar<T>::word(value)));
  } else {
    return std::to_string(Scalar<T>::word(value));
  }
}

template <class Sequence>
std::string first_element_difference(const Sequence& a, const Sequence& b, const std::string& path) {
  if (a.size() != b.size()) return path + ".size: " + std::to_string(a.size()) + " vs " + std::to_string(b.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    const typename Sequence::value_type& left = a[i];
    const typename Sequence::value_type& right = b[i];
    std::string difference = difference_at(left, right, path + "[" + std::to_string(i) + "]");
    if (!difference.empty()) return difference;
  }
  return {};
}

template <class T>
std::string first_field_difference(const T& a, const T& b, const std::string& path) {
  // Both lists run in the same order, so the n-th member of one has the type of the n-th of the other.
  std::vector<const void*> others;
  T::visit_fields(b, [&others](const Field&, const auto& member) { others.push_back(&member); });
  std::size_t position = 0;
  std::string difference;
  T::visit_fields(a, [&]<class M>(const Field& field, const M& member) {
    const M& other = *static_cast<const M*>(others[position++]);
    if (!difference.empty()) return;
    const std::string name(field.name);
    difference = difference_at(member, other, path.empty() ? name : path + "." + name);
  });
  return difference;
}

template <class T>
std::string difference_at(const T& a, const T& b, const std::string& path) {
  if constexpr (Scalar<T>::kIs) {
    if (Scalar<T>::word(a) == Scalar<T>::word(b)) return {};
    return path + ": " + scalar_text(a) + " vs " + scalar_text(b);
  } else if constexpr (std::same_as<T, std::string>) {
    return a == b ? std::string{} : path + ": \"" + a + "\" vs \"" + b + "\"";
  } else if constexpr (kIsVector<T> || kIsArray<T>) {
    return first_element_difference(a, b, path);
  } else {
    static_assert(HasFields<T>, "type without visit_fields in a comparison");
    return first_field_difference(a, b, path);
  }
}

}  // namespace detail

// Empty if equal.
template <class T>
std::string first_difference(const T& a, const T& b) {
  return detail::difference_at(a, b, std::string{});
}

}  // namespace thermidor
