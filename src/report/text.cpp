#include "report/text.hpp"

#include <fmt/format.h>

#include <cmath>
#include <utility>

namespace thermidor::report {
namespace {

constexpr std::string_view kMinus = "\xE2\x88\x92";
constexpr std::string_view kThinSpace = "\xE2\x80\x89";

// Digits after the point that show about three significant digits.
int decimals(double magnitude) {
  if (magnitude >= 100 || magnitude == 0) return 0;
  if (magnitude >= 10) return 1;
  if (magnitude >= 0.1) return 2;
  return magnitude >= 0.01 ? 3 : 4;
}

// Thin spaces between thousands, from five digits on.
std::string grouped(std::string digits) {
  const std::size_t point = digits.find('.');
  const std::size_t whole = point == std::string::npos ? digits.size() : point;
  if (whole < 5) return digits;
  for (std::size_t place = whole - 3; place > 0 && place < digits.size(); place -= place > 3 ? 3 : place)
    digits.insert(place, kThinSpace);
  return digits;
}

}  // namespace

std::string escape(std::string_view text) {
  std::string out;
  out.reserve(text.size() + 16);
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default: out += c;
    }
  }
  return out;
}

std::string number(double value) {
  if (!std::isfinite(value)) return "\xE2\x80\x93";
  const double magnitude = std::fabs(value);
  if (magnitude >= 1e7) {
    const auto [size, word] = magnitude >= 1e12  ? std::pair{1e12, " trillion"}
                              : magnitude >= 1e9 ? std::pair{1e9, " billion"}
                                                 : std::pair{1e6, " million"};
    return fmt::format("{}{:.3g}{}", value < 0 ? kMinus : std::string_view(), magnitude / size, word);
  }
  const int places = magnitude == std::round(magnitude) ? 0 : decimals(magnitude);
  std::string digits = grouped(fmt::format("{:.{}f}", magnitude, places));
  const bool zero = digits.find_first_of("123456789") == std::string::npos;
  return value < 0 && !zero ? std::string(kMinus) + digits : digits;
}

std::string signed_number(double value) {
  const std::string text = number(value);
  return value > 0 && text.find_first_of("123456789") != std::string::npos ? "+" + text : text;
}

std::string percent(double share) {
  const double value = 100 * share;
  if (value > 0 && value < 0.1) return "under 0.1" + std::string(kThinSpace) + "%";
  const bool fine = std::fabs(value) < 10 && std::fabs(value - std::round(value)) > 0.05;
  const std::string digits = fmt::format("{:.{}f}", std::fabs(value), fine ? 1 : 0);
  return (value < 0 && digits != "0" ? std::string(kMinus) : "") + digits + std::string(kThinSpace) + "%";
}

std::string points(double difference) {
  const double value = 100 * difference;
  if (!std::isfinite(value)) return number(value);
  const std::string digits = fmt::format("{:.{}f}", std::fabs(value), std::fabs(value) < 9.95 ? 1 : 0);
  if (digits == "0.0") return "0";
  return (value < 0 ? std::string(kMinus) : "+") + digits;
}

std::string plain_unit(std::string_view unit) {
  constexpr std::pair<std::string_view, std::string_view> kWords[] = {
      {"share", "share, 0 to 1"}, {"index", "index"},
      {"flag", "1 yes, 0 no"},    {"million", "millions"},
      {"thousand", "thousands"},  {"percent", "per cent"},
      {"enum", "code"},           {"mixed", "see the list of instruments"},
      {"count", "number"},        {"1", ""}};
  for (const auto& [short_name, words] : kWords) {
    if (unit == short_name) return std::string(words);
  }
  // "1913=100"
  const std::size_t sign = unit.find('=');
  if (sign != std::string_view::npos) return std::string(unit.substr(0, sign)) + " = " + std::string(unit.substr(sign + 1));
  return std::string(unit);
}

std::string with_unit(double value, std::string_view unit) {
  if (unit.starts_with("share")) return percent(value);
  if (unit == "1" || unit.empty() || unit == "ratio" || unit == "index") return number(value);
  return number(value) + " " + std::string(unit);
}

std::string capitalised(std::string_view text) {
  std::string out(text);
  if (!out.empty() && out[0] >= 'a' && out[0] <= 'z') out[0] = static_cast<char>(out[0] - 'a' + 'A');
  return out;
}

std::string paragraphs(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = text.find("\n\n");
    const std::string_view part = text.substr(0, end);
    if (part.find_first_not_of(" \n") != std::string_view::npos) out += "<p>" + escape(part) + "</p>\n";
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 2);
  }
  return out;
}

}  // namespace thermidor::report
