// Numbers inside the texts of tables.
#pragma once

#include <cctype>
#include <cstdlib>
#include <string>
#include <vector>

namespace thermidor::reference::testing {

// Numbers in a text after a marker (the whole text without one). Digits that follow a letter belong to a name; a slash or
// another sign ends a number.
inline std::vector<double> numbers_in(const std::string& text, const std::string& marker = "") {
  std::vector<double> numbers;
  std::size_t at = text.find(marker);
  at = at == std::string::npos ? text.size() : at + marker.size();
  const std::size_t start = at;
  while (at < text.size()) {
    const bool named =
        at > 0 && at != start && (std::isalnum(static_cast<unsigned char>(text[at - 1])) != 0 || text[at - 1] == '_');
    const char sign = text[at];
    const bool digit = std::isdigit(static_cast<unsigned char>(sign)) != 0;
    const bool negative =
        sign == '-' && !named && at + 1 < text.size() && std::isdigit(static_cast<unsigned char>(text[at + 1])) != 0;
    if (named || (!digit && !negative)) {
      ++at;
      continue;
    }
    char* end = nullptr;
    numbers.push_back(std::strtod(text.c_str() + at, &end));
    at = static_cast<std::size_t>(end - text.c_str());
  }
  return numbers;
}

inline std::vector<std::string> split(const std::string& text, char at) {
  std::vector<std::string> parts(1);
  for (const char sign : text) {
    if (sign == at) {
      parts.emplace_back();
    } else {
      parts.back() += sign;
    }
  }
  return parts;
}

// "3/8" or "0.4" as a number.
inline double ratio_of(const std::string& text) {
  const std::vector<std::string> parts = split(text, '/');
  const double over = std::strtod(parts[0].c_str(), nullptr);
  return parts.size() > 1 ? over / std::strtod(parts[1].c_str(), nullptr) : over;
}

inline std::vector<double> ratios_of(const std::string& text, char at) {
  std::vector<double> ratios;
  for (const std::string& part : split(text, at)) ratios.push_back(ratio_of(part));
  return ratios;
}

inline bool begins(const std::string& text, const std::string& start) { return text.rfind(start, 0) == 0; }

}  // namespace thermidor::reference::testing
