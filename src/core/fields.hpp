// The one field list of a struct: saving, hashing, comparing, validation, tables and reference pages all use it.
//
// A struct joins in by a static member template, with one line per member in order of declaration:
//
//   struct Sowing {
//     double kink = 0.63;  // ratio below which a farm sows for itself only
//     template <class Self, class Visit>
//     static void visit_fields(Self& self, Visit&& visit) {
//       visit(Field{"kink", "ratio", 0.3, 1.2, "chayanov1925", "terms below which a farm sows for itself only"}, self.kink);
//     }
//   };
//
// Members may be arithmetic, enums, Quantity, Month, Id, std::string, std::array, std::vector or structs with fields.
#pragma once

#include <cstddef>
#include <limits>
#include <string_view>
#include <type_traits>
#include <utility>

namespace thermidor {

// What is known about a field besides its value. Bounds are closed; infinite where none applies.
struct Field {
  std::string_view name;
  std::string_view unit;  // "1" for pure numbers, "text", "flag", "id" for what has no unit
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();
  std::string_view source = {};  // key into docs/bibliography or "design"
  std::string_view text = {};    // meaning, in a few words
};

namespace detail {
struct IgnoreField {
  template <class T>
  void operator()(const Field&, T&) const {}
};
// Converts to anything: used to count the members of an aggregate.
struct AnyMember {
  template <class T>
  constexpr operator T() const noexcept;  // NOLINT(google-explicit-constructor)
};
template <class T, std::size_t... I>
constexpr bool constructible_from(std::index_sequence<I...>) {
  return requires { T{((void)I, AnyMember{})...}; };
}
template <class T, std::size_t N = 0>
constexpr std::size_t count_members() {
  if constexpr (!constructible_from<T>(std::make_index_sequence<N + 1>{})) {
    return N;
  } else {
    return count_members<T, N + 1>();
  }
}
}  // namespace detail

template <class T>
concept HasFields = std::is_class_v<T> && requires(T& value) { T::visit_fields(value, detail::IgnoreField{}); };

// Number of fields that the struct's list names.
template <HasFields T>
std::size_t count_fields() {
  T value{};
  std::size_t count = 0;
  T::visit_fields(value, [&count](const Field&, auto&) { ++count; });
  return count;
}

// True if the list names as many fields as the aggregate has members: a forgotten field makes this false.
template <HasFields T>
bool fields_complete() {
  return count_fields<T>() == detail::count_members<T>();
}

}  // namespace thermidor
