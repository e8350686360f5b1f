// Words of the expression language: numbers, months, economic years, texts, names and signs.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/result.hpp"

namespace thermidor::detail {

enum class TokenKind : std::uint8_t { end, number, month, span, text, name, sign };

struct Token {
  TokenKind kind = TokenKind::end;
  std::string_view text;  // as written; without the quotes for a text
  double value = 0;       // of a number; index of a month or of a span's first month
  bool year = false;      // four digits: may stand for a calendar year
  int column = 1;         // 1-based, in bytes
};

// Splits the text; the last token is `end`.
Result<std::vector<Token>> tokenize(std::string_view text);

}  // namespace thermidor::detail
