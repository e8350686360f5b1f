// Lines of text that hold numbers by their bits, for journals: tokens separated by single blanks, texts percent-encoded.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace thermidor::experiment {

class TokenWriter {
 public:
  void number(std::uint64_t value);
  void real(double value);
  void text(std::string_view value);
  void reals(const std::vector<double>& values);
  void texts(const std::vector<std::string>& values);
  void block(const std::vector<float>& values);  // eight digits each, without blanks
  std::string take() { return std::move(text_); }

 private:
  void token(std::string_view value);
  std::string text_;
};

// Reads in the order of writing. The first fault stays, and everything after reads as zero or empty.
class TokenReader {
 public:
  explicit TokenReader(std::string_view text) : rest_(text) {}
  bool good() const { return good_; }
  bool finished() const { return good_ && rest_.empty(); }

  std::uint64_t number();
  double real();
  std::string text();
  std::vector<double> reals();
  std::vector<std::string> texts();
  std::vector<float> block();
  std::uint64_t count();  // a length; no list is longer than the text that holds it

 private:
  std::string_view token();
  std::string_view body();
  std::string_view rest_;
  bool good_ = true;
};

}  // namespace thermidor::experiment
