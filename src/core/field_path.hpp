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
#include <utility>
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

}  // namespace detail

// A number of a struct, of whatever type. Whole numbers are truncated when set.
class NumberRef {
 public:
  template <class Number>
  explicit NumberRef(Number& number)
      : place_(&number),
        get_([](const void* place) { return static_cast<double>(*static_cast<const Number*>(place)); }),
        set_([](void* place, double value) { *static_cast<Number*>(place) = static_cast<Number>(value); }) {}
  double get() const { return get_(place_); }
  void set(double value) const { set_(place_, value); }

 private:
  void* place_;
  double (*get_)(const void* place);
  void (*set_)(void* place, double value);
};

// What is done with each number: a call of visit(path, field, number) of an object that outlives this. Not a template, so that
// a struct's fields are walked by one piece of code whatever is asked.
class NumberVisitor {
 public:
  template <class Self>
    requires(!std::is_same_v<Self, NumberVisitor>)  // a copy is not a visitor of its original
  explicit NumberVisitor(Self& self)
      : self_(&self), visit_([](void* visitor, const std::string& path, const Field& field, NumberRef number) {
          static_cast<Self*>(visitor)->visit(path, field, number);
        }) {}
  void visit(const std::string& path, const Field& field, NumberRef number) const { visit_(self_, path, field, number); }

 private:
  void* self_;
  void (*visit_)(void* visitor, const std::string& path, const Field& field, NumberRef number);
};

namespace detail {

class NumberWalk {
 public:
  NumberWalk(const std::string& above, NumberVisitor visitor) : above_(above), visitor_(visitor) {}

  template <class Member>
  [[gnu::noinline]] void operator()(const Field& field, Member& member) const {
    walk(above_.empty() ? std::string(field.name) : above_ + "." + std::string(field.name), field, member);
  }

  template <class T>
  void walk(const std::string& path, const Field& field, T& member) const {
    if constexpr (std::is_arithmetic_v<T>) {
      visitor_.visit(path, field, NumberRef(member));
    } else if constexpr (IsQuantity<T>::value) {
      visitor_.visit(path, field, NumberRef(member.count));
    } else if constexpr (HasFields<T>) {
      T::visit_fields(member, NumberWalk(path, visitor_));
    } else if constexpr (IsSequence<T>::value) {
      for (std::size_t i = 0; i < member.size(); ++i) walk(path + "." + row_name(member[i], i), field, member[i]);
    }
  }

 private:
  const std::string& above_;
  NumberVisitor visitor_;
};

}  // namespace detail

// Shows the visitor every number below `owner`, in order of declaration, with its path.
template <HasFields T>
void walk_numbers(T& owner, NumberVisitor visitor, const std::string& prefix = {}) {
  T::visit_fields(owner, detail::NumberWalk(prefix, visitor));
}

namespace detail {

class NumberLister {
 public:
  void visit(const std::string& path, const Field& field, NumberRef number);
  std::vector<NumberField> list;
};

class NumberSetter {
 public:
  NumberSetter(std::span<const std::string> paths, std::span<const double> values) : paths_(paths), values_(values) {}
  void visit(const std::string& path, const Field& field, NumberRef number);
  std::size_t done = 0;

 private:
  std::span<const std::string> paths_;
  std::span<const double> values_;
};

class NumberFinder {
 public:
  explicit NumberFinder(std::string_view wanted) : wanted_(wanted) {}
  void visit(const std::string& path, const Field& field, NumberRef number);
  std::optional<double> found;

 private:
  std::string_view wanted_;
};

// For visitors that do not set.
template <class T>
T& unlocked(const T& owner) {
  return const_cast<T&>(owner);
}

}  // namespace detail

// All numbers of a struct with their bounds, in order of declaration.
template <HasFields T>
std::vector<NumberField> list_numbers(const T& owner, const std::string& prefix = {}) {
  detail::NumberLister lister;
  walk_numbers(detail::unlocked(owner), NumberVisitor(lister), prefix);
  return std::move(lister.list);
}

// Sets many numbers in one walk; how many could be set: not those of which there is none of the path or whose value is out of
// its bounds.
template <HasFields T>
std::size_t set_numbers(T& owner, std::span<const std::string> paths, std::span<const double> values) {
  detail::NumberSetter setter(paths, values);
  walk_numbers(owner, NumberVisitor(setter));
  return setter.done;
}

// Sets one number; false where it could not be set.
template <HasFields T>
bool set_number(T& owner, std::string_view path, double value) {
  const std::string wanted(path);
  return set_numbers(owner, {&wanted, 1}, {&value, 1}) > 0;
}

// The number of that path; nothing if there is none.
template <HasFields T>
std::optional<double> get_number(const T& owner, std::string_view path) {
  detail::NumberFinder finder(path);
  walk_numbers(detail::unlocked(owner), NumberVisitor(finder));
  return finder.found;
}

}  // namespace thermidor
