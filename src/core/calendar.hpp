// Months of the Gregorian calendar and the years that the period's statistics use.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace thermidor {

// A calendar month, counted from January of year 0.
struct Month {
  std::int32_t index = 0;

  constexpr auto operator<=>(const Month&) const = default;
  constexpr int year() const { return index / 12; }
  constexpr int month() const { return index % 12 + 1; }  // 1 = January
  constexpr Month next() const { return {index + 1}; }
  friend constexpr Month operator+(Month m, int months) { return {m.index + months}; }
  friend constexpr Month operator-(Month m, int months) { return {m.index - months}; }
  friend constexpr int operator-(Month a, Month b) { return a.index - b.index; }
};

constexpr Month make_month(int year, int month) { return {year * 12 + month - 1}; }

// Soviet economic year, October to September, named by its second year: October 1926 lies in 1927 ("1926/27").
constexpr int economic_year(Month m) { return m.month() >= 10 ? m.year() + 1 : m.year(); }

// Agricultural (procurement) year, July to June, named by its second year.
constexpr int agricultural_year(Month m) { return m.month() >= 7 ? m.year() + 1 : m.year(); }

// Months until the next July, 1 to 12 (July itself counts 12: a whole year lies ahead).
constexpr int months_to_harvest(Month m) { return (18 - m.month()) % 12 + 1; }

// Reads "YYYY-MM" or "YYYY-MM-DD" (the day is checked, then dropped). Nothing on bad input.
std::optional<Month> parse_month(std::string_view text);

// "YYYY-MM".
std::string format_month(Month m);

// "March 1921".
std::string month_title(Month m);

}  // namespace thermidor
