#include "core/calendar.hpp"

namespace thermidor {
namespace {

// Value of a run of digits, or -1.
int digits(std::string_view text) {
  int value = text.empty() ? -1 : 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

constexpr std::array<std::string_view, 12> kNames = {"January", "February", "March",     "April",   "May",      "June",
                                                     "July",    "August",   "September", "October", "November", "December"};

std::string padded(int value, std::size_t width) {
  std::string text = std::to_string(value);
  return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

}  // namespace

std::optional<Month> parse_month(std::string_view text) {
  if (text.size() != 7 && text.size() != 10) return std::nullopt;
  const int year = digits(text.substr(0, 4));
  const int month = digits(text.substr(5, 2));
  if (text[4] != '-' || year < 1 || month < 1 || month > 12) return std::nullopt;
  if (text.size() == 10) {
    const int day = digits(text.substr(8, 2));
    if (text[7] != '-' || day < 1 || day > 31) return std::nullopt;
  }
  return make_month(year, month);
}

std::string format_month(Month m) { return padded(m.year(), 4) + "-" + padded(m.month(), 2); }

std::string month_title(Month m) {
  return std::string(kNames[static_cast<std::size_t>(m.month() - 1)]) + " " + std::to_string(m.year());
}

}  // namespace thermidor
