#include "core/expression_lexer.hpp"

#include <array>
#include <string>

#include "core/calendar.hpp"

namespace thermidor::detail {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  Result<std::vector<Token>> run() {
    std::vector<Token> tokens;
    while (true) {
      while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\n' || text_[at_] == '\r')) ++at_;
      Token token;
      token.column = static_cast<int>(at_) + 1;
      if (at_ == text_.size()) {
        tokens.push_back(token);
        return tokens;
      }
      const char c = text_[at_];
      const bool read = is_digit(c)             ? read_number(token)
                        : c == '"' || c == '\'' ? read_text(token)
                        : is_letter(c)          ? read_name(token)
                                                : read_sign(token);
      if (!read) return fault_;
      tokens.push_back(token);
    }
  }

 private:
  bool fail(std::size_t where, std::string message, std::string expected, std::string suggestion = {}) {
    fault_ = Diagnostic{{}, 0, static_cast<int>(where) + 1, std::move(message), std::move(expected), std::move(suggestion)};
    return false;
  }
  char peek(std::size_t ahead) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
  std::size_t count_digits(std::size_t ahead) const {
    std::size_t count = 0;
    while (is_digit(peek(ahead + count))) ++count;
    return count;
  }

  bool read_number(Token& token) {
    const std::size_t digits = count_digits(0);
    if (digits == 4 && peek(4) == '-' && count_digits(5) == 2) return read_month(token);
    if (digits == 4 && peek(4) == '/' && count_digits(5) == 2) return read_economic_year(token);
    return read_decimal(token, digits);
  }

  bool read_month(Token& token) {
    const std::optional<Month> month = parse_month(text_.substr(at_, 7));
    if (!month) return fail(at_, "no such month: " + std::string(text_.substr(at_, 7)), "a month written 1923-10");
    token.kind = TokenKind::month;
    token.text = text_.substr(at_, 7);
    token.value = month->index;
    at_ += 7;
    return true;
  }

  bool read_economic_year(Token& token) {
    const auto digit = [this](std::size_t i) { return text_[at_ + i] - '0'; };
    const int year = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3);
    if (digit(5) * 10 + digit(6) != (year + 1) % 100) {
      return fail(at_, "no economic year: " + std::string(text_.substr(at_, 7)),
                  "a year like 1926/27, or blanks around / to divide");
    }
    token.kind = TokenKind::span;
    token.text = text_.substr(at_, 7);
    token.value = make_month(year, 10).index;
    at_ += 7;
    return true;
  }

  // Decimal digits to the nearest double: exact for up to 15 digits and small exponents, which is all that a scenario needs.
  bool read_decimal(Token& token, std::size_t digits) {
    const std::size_t start = at_;
    double mantissa = 0;
    int exponent = 0;
    const auto take = [&](std::size_t count) {
      for (std::size_t i = 0; i < count; ++i) mantissa = mantissa * 10 + (text_[at_++] - '0');
    };
    take(digits);
    if (peek(0) == '.' && is_digit(peek(1))) {
      ++at_;
      const std::size_t places = count_digits(0);
      take(places);
      exponent -= static_cast<int>(places);
    }
    const bool has_sign = peek(1) == '+' || peek(1) == '-';
    if ((peek(0) == 'e' || peek(0) == 'E') && is_digit(peek(has_sign ? 2 : 1))) {
      const bool minus = peek(1) == '-';
      at_ += has_sign ? 2 : 1;
      int power = 0;
      while (is_digit(peek(0))) power = power < 1000 ? power * 10 + (text_[at_] - '0') : power, ++at_;
      exponent += minus ? -power : power;
    }
    double scale = 1;
    for (int i = 0; i < (exponent < 0 ? -exponent : exponent) && i < 400; ++i) scale *= 10;
    token.kind = TokenKind::number;
    token.text = text_.substr(start, at_ - start);
    token.value = exponent < 0 ? mantissa / scale : mantissa * scale;
    token.year = digits == 4 && token.text.size() == 4;
    if (is_letter(peek(0))) return fail(at_, "letters follow a number", "an operator, ',' or ')'");
    return true;
  }

  bool read_text(Token& token) {
    const std::size_t close = text_.find(text_[at_], at_ + 1);
    if (close == std::string_view::npos) return fail(at_, "a text is not closed", std::string("a closing ") + text_[at_]);
    token.kind = TokenKind::text;
    token.text = text_.substr(at_ + 1, close - at_ - 1);
    at_ = close + 1;
    return true;
  }

  bool read_name(Token& token) {
    const std::size_t start = at_;
    while (is_letter(peek(0)) || is_digit(peek(0)) || (peek(0) == '.' && is_letter(peek(1)))) ++at_;
    token.kind = TokenKind::name;
    token.text = text_.substr(start, at_ - start);
    return true;
  }

  bool read_sign(Token& token) {
    constexpr std::array<std::string_view, 14> kSigns = {"..", "<=", ">=", "==", "!=", "<", ">",
                                                         "+",  "-",  "*",  "/",  "(",  ")", ","};
    for (const std::string_view sign : kSigns) {
      if (text_.substr(at_, sign.size()) != sign) continue;
      token.kind = TokenKind::sign;
      token.text = text_.substr(at_, sign.size());
      at_ += sign.size();
      return true;
    }
    const char c = text_[at_];
    const char* const meant = c == '=' ? "==" : c == '&' ? "and" : c == '|' ? "or" : c == '!' ? "not" : "";
    return fail(at_, std::string("no such sign: ") + c, "a name, a number or one of + - * / < <= > >= == != ( ) , ..", meant);
  }

  std::string_view text_;
  std::size_t at_ = 0;
  Diagnostic fault_;
};

}  // namespace

Result<std::vector<Token>> tokenize(std::string_view text) { return Lexer(text).run(); }

}  // namespace thermidor::detail
