#include "core/digest.hpp"

namespace thermidor {

std::string format_digest(std::uint64_t digest) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text(16, '0');
  for (std::size_t i = 0; i < 16; ++i) text[15 - i] = kDigits[(digest >> (4 * i)) & 15U];
  return text;
}

}  // namespace thermidor
