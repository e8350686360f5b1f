#include "experiment/token_text.hpp"

#include <bit>
#include <charconv>

namespace thermidor::experiment {
namespace {

constexpr char kDigits[] = "0123456789abcdef";

}  // namespace

void TokenWriter::token(std::string_view value) {
  if (!text_.empty()) text_ += ' ';
  text_ += value;
}

void TokenWriter::number(std::uint64_t value) {
  char buffer[16];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, value, 16).ptr;
  token({buffer, static_cast<std::size_t>(end - buffer)});
}

void TokenWriter::real(double value) { number(std::bit_cast<std::uint64_t>(value)); }

void TokenWriter::text(std::string_view value) {
  std::string encoded = "=";
  for (const char c : value) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= 0x20 || byte == '%' || byte == 0x7F) {
      encoded += {'%', kDigits[byte >> 4U], kDigits[byte & 15U]};
    } else {
      encoded += c;
    }
  }
  token(encoded);
}

void TokenWriter::reals(const std::vector<double>& values) {
  number(values.size());
  for (const double value : values) real(value);
}

void TokenWriter::texts(const std::vector<std::string>& values) {
  number(values.size());
  for (const std::string& value : values) text(value);
}

void TokenWriter::block(const std::vector<float>& values) {
  number(values.size());
  std::string digits = "=";
  digits.reserve(values.size() * 8 + 1);
  for (const float value : values) {
    auto bits = std::bit_cast<std::uint32_t>(value);
    for (int i = 0; i < 8; ++i, bits <<= 4U) digits += kDigits[bits >> 28U];
  }
  token(digits);
}

std::string_view TokenReader::token() {
  const std::size_t end = rest_.find(' ');
  const std::string_view word = rest_.substr(0, end);
  rest_ = end == std::string_view::npos ? std::string_view() : rest_.substr(end + 1);
  if (word.empty()) good_ = false;
  return word;
}

std::string_view TokenReader::body() {
  const std::string_view word = token();
  if (word.empty() || word.front() != '=') {
    good_ = false;
    return {};
  }
  return word.substr(1);
}

std::uint64_t TokenReader::number() {
  const std::string_view word = token();
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value, 16);
  if (error != std::errc{} || end != word.data() + word.size()) good_ = false;
  return good_ ? value : 0;
}

double TokenReader::real() { return std::bit_cast<double>(number()); }

std::string TokenReader::text() {
  const std::string_view word = body();
  std::string value;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (word[i] != '%' || i + 2 >= word.size()) {
      value += word[i];
      continue;
    }
    unsigned byte = 0;
    std::from_chars(word.data() + i + 1, word.data() + i + 3, byte, 16);
    value += static_cast<char>(byte);
    i += 2;
  }
  return value;
}

std::uint64_t TokenReader::count() {
  const std::uint64_t value = number();
  if (value > rest_.size() + 1) good_ = false;
  return good_ ? value : 0;
}

std::vector<double> TokenReader::reals() {
  std::vector<double> values;
  for (std::uint64_t left = count(); left > 0 && good_; --left) values.push_back(real());
  return values;
}

std::vector<std::string> TokenReader::texts() {
  std::vector<std::string> values;
  for (std::uint64_t left = count(); left > 0 && good_; --left) values.push_back(text());
  return values;
}

std::vector<float> TokenReader::block() {
  const std::uint64_t size = count();
  const std::string_view word = body();
  if (word.size() != size * 8) good_ = false;
  std::vector<float> values;
  for (std::uint64_t i = 0; i < size && good_; ++i) {
    std::uint32_t bits = 0;
    std::from_chars(word.data() + i * 8, word.data() + i * 8 + 8, bits, 16);
    values.push_back(std::bit_cast<float>(bits));
  }
  return values;
}

}  // namespace thermidor::experiment
