#include "reference/formula.hpp"

#include <gtest/gtest.h>

#include <cctype>
#include <cmath>
#include <cstdlib>

namespace thermidor::reference::testing {
namespace {

class Reader {
 public:
  Reader(const std::string& text, const Values& values) : text_(text), values_(values) {}

  double sum() {
    double value = product();
    while (true) {
      if (take("+")) {
        value += product();
      } else if (take("-")) {
        value -= product();
      } else {
        return value;
      }
    }
  }

 private:
  void skip() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
  }

  bool take(const std::string& sign) {
    skip();
    if (text_.compare(at_, sign.size(), sign) != 0) return false;
    if (sign == "*" && text_.compare(at_, 2, "**") == 0) return false;
    at_ += sign.size();
    return true;
  }

  double product() {
    double value = power();
    while (true) {
      if (take("*")) {
        value *= power();
      } else if (take("/")) {
        value /= power();
      } else {
        return value;
      }
    }
  }

  double power() {
    const double base = atom();
    return take("**") ? std::pow(base, atom()) : base;
  }

  double atom() {
    if (take("-")) return -atom();
    if (take("(")) {
      const double value = sum();
      EXPECT_TRUE(take(")")) << text_;
      return value;
    }
    skip();
    if (at_ < text_.size() && std::isdigit(static_cast<unsigned char>(text_[at_])) != 0) {
      char* end = nullptr;
      const double value = std::strtod(text_.c_str() + at_, &end);
      at_ = static_cast<std::size_t>(end - text_.c_str());
      return value;
    }
    const std::size_t start = at_;
    while (at_ < text_.size() && std::isalnum(static_cast<unsigned char>(text_[at_])) != 0) ++at_;
    const auto found = values_.find(text_.substr(start, at_ - start));
    EXPECT_NE(found, values_.end()) << "'" << text_.substr(start, at_ - start) << "' in " << text_;
    return found == values_.end() ? 0 : found->second;
  }

  const std::string& text_;
  const Values& values_;
  std::size_t at_ = 0;
};

}  // namespace

double evaluate(const std::string& equation, const Values& values) {
  const std::size_t equals = equation.find('=');
  EXPECT_NE(equals, std::string::npos) << equation;
  const std::string right = equation.substr(equals + 1);
  return Reader(right, values).sum();
}

}  // namespace thermidor::reference::testing
