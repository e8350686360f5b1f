// Where two values with a field list differ: the first field in order of declaration, as "economy.trusts[3].cash: 5 vs 6".
// Real numbers are compared by their bits, as in digests.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/layout.hpp"
#include "core/table.hpp"

namespace thermidor {

namespace detail {

// The place of a difference, put together from its innermost part outwards: only where there is one.
class Difference {
 public:
  // Always false: what a comparison answers that has found something.
  bool found(std::string_view quote, std::string_view left, std::string_view right);
  bool found_size(std::size_t left, std::size_t right);
  bool inside(std::string_view name);
  bool inside(std::size_t element);
  std::string text() const { return path_ + found_; }

 private:
  std::string path_, found_;
};

// True if equal.
template <class T>
bool compare_values(const T& a, const T& b, Difference& difference);

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
bool compare_elements(const Sequence& a, const Sequence& b, Difference& difference) {
  if (a.size() != b.size()) return difference.found_size(a.size(), b.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    const typename Sequence::value_type& left = a[i];
    const typename Sequence::value_type& right = b[i];
    if (!compare_values(left, right, difference)) return difference.inside(i);
  }
  return true;
}

// Places of a struct's members.
struct ListPlaces {
  std::vector<const void*>& places;
  template <class Member>
  void operator()(const Field&, const Member& member) const {
    places.push_back(&member);
  }
};

// Compares each member with the one at the same position of another struct of the type, up to the first difference.
struct CompareFields {
  const std::vector<const void*>& others;
  Difference& difference;
  std::size_t position = 0;
  bool equal = true;
  template <class Member>
  [[gnu::noinline]] void operator()(const Field& field, const Member& member) {
    const Member& other = *static_cast<const Member*>(others[position++]);
    if (equal && !compare_values(member, other, difference)) equal = difference.inside(field.name);
  }
};

template <class T>
bool compare_values(const T& a, const T& b, Difference& difference) {
  if constexpr (Scalar<T>::kIs) {
    if (Scalar<T>::word(a) == Scalar<T>::word(b)) return true;
    return difference.found("", scalar_text(a), scalar_text(b));
  } else if constexpr (std::same_as<T, std::string>) {
    return a == b || difference.found("\"", a, b);
  } else if constexpr (kIsVector<T> || kIsArray<T>) {
    return compare_elements(a, b, difference);
  } else {
    static_assert(HasFields<T>, "type without visit_fields in a comparison");
    // Both lists run in the same order, so the n-th member of one has the type of the n-th of the other.
    std::vector<const void*> others;
    T::visit_fields(b, ListPlaces{others});
    CompareFields compare{others, difference};
    T::visit_fields(a, compare);
    return compare.equal;
  }
}

}  // namespace detail

// Empty if equal.
template <class T>
std::string first_difference(const T& a, const T& b) {
  detail::Difference difference;
  return detail::compare_values(a, b, difference) ? std::string{} : difference.text();
}

}  // namespace thermidor
