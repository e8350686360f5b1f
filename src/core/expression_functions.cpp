#include "core/expression_functions.hpp"

namespace thermidor {
namespace detail {

const char* type_name(Type type) {
  switch (type) {
    case Type::number: return "a number";
    case Type::month: return "a month";
    case Type::span: return "a range of months";
    default: return "a text";
  }
}

const char* parameter_name(char letter) {
  switch (letter) {
    case 'm': return "a month (1923-10)";
    case 'r': return "a range of months (1922-10..1923-09, 1926/27 or 1926)";
    case 'k': return "a kind of event in quotes";
    case 'l': return "a leader's id in quotes";
    case 'p': return "a post's id in quotes";
    case 'x': return "a number or a month";
    default: return "a number or a series";
  }
}

std::string signature(const Function& function) {
  std::string text(function.name);
  bool optional = false;
  text += '(';
  for (std::size_t i = 0; i < function.parameters.size(); ++i) {
    if (function.parameters[i] == '?') {
      optional = true;
      continue;
    }
    if (text.back() != '(') text += ", ";
    text += optional ? "[" + std::string(parameter_name(function.parameters[i])) + "]" : parameter_name(function.parameters[i]);
  }
  return text + ")";
}

}  // namespace detail

const std::vector<std::string>& expression_functions() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> list;
    for (const detail::Function& function : detail::kFunctions) list.emplace_back(function.name);
    return list;
  }();
  return names;
}

std::string_view function_name(ExpressionOp op) {
  for (const detail::Function& function : detail::kFunctions) {
    if (function.op == op) return function.name;
  }
  return {};
}

}  // namespace thermidor
