#include <utility>

#include "core/expression.hpp"
#include "core/expression_functions.hpp"
#include "core/expression_lexer.hpp"

namespace thermidor {
namespace {

using detail::Function;
using detail::kFunctions;
using detail::parameter_name;
using detail::signature;
using detail::Token;
using detail::TokenKind;
using detail::Type;
using detail::type_name;
using Op = ExpressionOp;

constexpr int kMaximumDepth = 60;
constexpr std::size_t kMostParts = 4000;  // a chain of them is worked out one inside the other

// One subexpression: its node, type and place; `year` if it is a plain four-digit number.
struct Part {
  std::int32_t node = -1;
  Type type = Type::number;
  int column = 1;
  bool year = false;
};

class Parser {
 public:
  Parser(std::vector<Token> tokens, const Vocabulary& vocabulary) : tokens_(std::move(tokens)), vocabulary_(vocabulary) {}

  // The nodes, or the first fault of form and all unknown names before it.
  bool run(Expression& expression) {
    const Part whole = disjunction();
    if (!broken_ && token().kind != TokenKind::end)
      fail(token().column, "unexpected '" + shown() + "'", "an operator or the end");
    if (!broken_ && whole.type != Type::number && whole.type != Type::month) {
      fail(whole.column, std::string("the whole is ") + type_name(whole.type), "a number, a condition or a month");
    }
    if (!broken_ && nodes_.size() > kMostParts)
      fail(1, "the expression has " + std::to_string(nodes_.size()) + " parts", "at most " + std::to_string(kMostParts));
    if (!diagnostics_.empty()) return false;
    expression.nodes = std::move(nodes_);
    expression.gives_month = whole.type == Type::month;
    return true;
  }
  const Diagnostics& diagnostics() const { return diagnostics_; }

 private:
  const Token& token() const { return tokens_[at_]; }
  std::string shown() const { return token().kind == TokenKind::end ? "end of text" : std::string(token().text); }
  bool is_sign(std::string_view sign) const { return token().kind == TokenKind::sign && token().text == sign; }
  bool is_word(std::string_view word) const { return token().kind == TokenKind::name && token().text == word; }
  void advance() {
    if (token().kind != TokenKind::end) ++at_;
  }
  void note(int column, std::string message, std::string expected, std::string suggestion = {}) {
    diagnostics_.push_back({{}, 0, column, std::move(message), std::move(expected), std::move(suggestion)});
  }
  // A fault of form: what follows cannot be understood.
  Part fail(int column, std::string message, std::string expected, std::string suggestion = {}) {
    if (!broken_) note(column, std::move(message), std::move(expected), std::move(suggestion));
    broken_ = true;
    at_ = tokens_.size() - 1;
    return {};
  }
  Part add(Op op, Type type, int column, std::array<std::int32_t, 4> arguments = {-1, -1, -1, -1}) {
    nodes_.push_back({op, 0, {}, arguments});
    return {static_cast<std::int32_t>(nodes_.size()) - 1, type, column, false};
  }
  Part join(Op op, Type type, const Part& left, const Part& right) {
    return add(op, type, left.column, {left.node, right.node, -1, -1});
  }
  bool require_number(const Part& part, std::string_view sign) {
    if (broken_ || part.type == Type::number) return !broken_;
    fail(part.column, type_name(part.type) + std::string(" beside '") + std::string(sign) + "'", "a number");
    return false;
  }

  Part disjunction() {
    Part left = conjunction();
    while (!broken_ && is_word("or")) {
      advance();
      const Part right = conjunction();
      if (!require_number(left, "or") || !require_number(right, "or")) return {};
      left = join(Op::disjunction, Type::number, left, right);
    }
    return left;
  }

  Part conjunction() {
    Part left = negation();
    while (!broken_ && is_word("and")) {
      advance();
      const Part right = negation();
      if (!require_number(left, "and") || !require_number(right, "and")) return {};
      left = join(Op::conjunction, Type::number, left, right);
    }
    return left;
  }

  Part negation() {
    if (!is_word("not")) return comparison();
    if (++depth_ > kMaximumDepth) return fail(token().column, "nested too deeply", "at most 60 levels");
    const int column = token().column;
    advance();
    const Part part = negation();
    --depth_;
    if (!require_number(part, "not")) return {};
    return add(Op::negation, Type::number, column, {part.node, -1, -1, -1});
  }

  Part comparison() {
    constexpr std::array<std::pair<std::string_view, Op>, 6> kSigns = {{{"<", Op::less},
                                                                        {"<=", Op::less_equal},
                                                                        {">", Op::greater},
                                                                        {">=", Op::greater_equal},
                                                                        {"==", Op::equal},
                                                                        {"!=", Op::unequal}}};
    const Part left = range();
    for (const auto& [sign, op] : kSigns) {
      if (broken_ || !is_sign(sign)) continue;
      advance();
      const Part right = range();
      if (broken_) return {};
      if (left.type != right.type || (left.type != Type::number && left.type != Type::month)) {
        return fail(right.column, std::string(type_name(left.type)) + " is compared with " + type_name(right.type),
                    left.type == Type::month ? "a month (1923-10)" : "two numbers or two months");
      }
      const Part result = join(op, Type::number, left, right);
      for (const auto& other : kSigns) {
        if (is_sign(other.first)) return fail(token().column, "comparisons in a row", "'and' between two comparisons");
      }
      return result;
    }
    return left;
  }

  Part range() {
    const Part left = sum();
    if (broken_ || !is_sign("..")) return left;
    advance();
    // Without its end a range goes on to the month in view.
    const bool open = token().kind == TokenKind::end || is_sign(")") || is_sign(",");
    if (open && left.type == Type::month) return add(Op::span, Type::span, left.column, {left.node, -1, -1, -1});
    const Part right = sum();
    if (broken_) return {};
    const Part& wrong = left.type != Type::month ? left : right;
    if (wrong.type != Type::month)
      return fail(wrong.column, std::string(type_name(wrong.type)) + " beside '..'", "a month (1923-10)");
    if (both_literal(left, right) && nodes_[index(left)].value > nodes_[index(right)].value) {
      return fail(left.column, "an empty range of months", "the earlier month first");
    }
    return join(Op::span, Type::span, left, right);
  }
  static std::size_t index(const Part& part) { return static_cast<std::size_t>(part.node); }
  bool both_literal(const Part& left, const Part& right) const {
    return nodes_[index(left)].op == Op::month && nodes_[index(right)].op == Op::month;
  }

  Part sum() {
    Part left = product();
    while (!broken_ && (is_sign("+") || is_sign("-"))) {
      const bool plus = is_sign("+");
      advance();
      const Part right = product();
      if (broken_) return {};
      // Months may be moved by a number and subtracted from one another.
      const bool month_left = left.type == Type::month;
      if (!month_left && !require_number(left, plus ? "+" : "-")) return {};
      if (!(month_left && !plus && right.type == Type::month) && !require_number(right, plus ? "+" : "-")) return {};
      const Type type = month_left && right.type == Type::number ? Type::month : Type::number;
      left = join(plus ? Op::add : Op::subtract, type, left, right);
    }
    return left;
  }

  Part product() {
    Part left = unary();
    while (!broken_ && (is_sign("*") || is_sign("/"))) {
      const bool times = is_sign("*");
      advance();
      const Part right = unary();
      if (!require_number(left, times ? "*" : "/") || !require_number(right, times ? "*" : "/")) return {};
      left = join(times ? Op::multiply : Op::divide, Type::number, left, right);
    }
    return left;
  }

  Part unary() {
    if (!is_sign("-")) return primary();
    if (++depth_ > kMaximumDepth) return fail(token().column, "nested too deeply", "at most 60 levels");
    const int column = token().column;
    advance();
    const Part part = unary();
    --depth_;
    if (!require_number(part, "-")) return {};
    return add(Op::negate, Type::number, column, {part.node, -1, -1, -1});
  }

  Part literal(Op op, Type type) {
    Part part = add(op, type, token().column);
    nodes_.back().value = token().value;
    nodes_.back().text = op == Op::text ? std::string(token().text) : std::string();
    part.year = token().year;
    advance();
    return part;
  }

  Part primary() {
    const Token& here = token();
    switch (here.kind) {
      case TokenKind::number: return literal(Op::number, Type::number);
      case TokenKind::month: return literal(Op::month, Type::month);
      case TokenKind::text: return literal(Op::text, Type::text);
      case TokenKind::span: {
        advance();
        return year_span(here.value, here.column);
      }
      case TokenKind::name: return name();
      default: break;
    }
    if (!is_sign("(")) return fail(here.column, "unexpected '" + shown() + "'", "a number, a month, a series or a function");
    if (++depth_ > kMaximumDepth) return fail(here.column, "nested too deeply", "at most 60 levels");
    advance();
    Part part = disjunction();
    --depth_;
    if (broken_) return {};
    if (!is_sign(")")) return fail(token().column, "unexpected '" + shown() + "'", "')'");
    advance();
    part.year = false;
    return part;
  }

  // Twelve months from `first`.
  Part year_span(double first, int column) {
    const Part from = add(Op::month, Type::month, column);
    nodes_.back().value = first;
    const Part to = add(Op::month, Type::month, column);
    nodes_.back().value = first + 11;
    return join(Op::span, Type::span, from, to);
  }

  Part name() {
    const Token here = token();
    advance();
    if (is_sign("(")) return call(here);
    const std::string text(here.text);
    if (text == "and" || text == "or" || text == "not")
      return fail(here.column, "unexpected '" + text + "'", "a number or a series");
    check_name("series", text, here.column, vocabulary_.series);
    const Part part = add(Op::series, Type::number, here.column);
    nodes_.back().text = text;
    return part;
  }

  void check_name(const char* what, const std::string& text, int column, const std::vector<std::string>& names) {
    if (names.empty()) return;
    for (const std::string& known : names) {
      if (known == text) return;
    }
    note(column, std::string("unknown ") + what + " '" + text + "'", std::string("the name of a ") + what,
         nearest_name(text, names));
  }

  Part call(const Token& here) {
    const Function* function = nullptr;
    for (const Function& known : kFunctions) {
      if (known.name == here.text) function = &known;
    }
    if (function == nullptr) {
      return fail(here.column, "unknown function '" + std::string(here.text) + "'", "the name of a function",
                  nearest_name(std::string(here.text), expression_functions()));
    }
    if (++depth_ > kMaximumDepth) return fail(here.column, "nested too deeply", "at most 60 levels");
    advance();
    std::vector<Part> parts;
    while (!is_sign(")")) {
      if (!parts.empty()) {
        if (!is_sign(",")) return fail(token().column, "unexpected '" + shown() + "'", "',' or ')'");
        advance();
      }
      parts.push_back(disjunction());
      if (broken_) return {};
    }
    --depth_;
    const int close = token().column;
    advance();
    return place_arguments(*function, here.column, close, parts);
  }

  // Puts each argument into the first parameter left that takes it; optional ones may be passed over.
  Part place_arguments(const Function& function, int column, int close, const std::vector<Part>& parts) {
    std::array<std::int32_t, 4> arguments{-1, -1, -1, -1};
    std::size_t letter = 0;
    std::size_t slot = 0;
    bool optional = false;
    const auto skip_mark = [&] {
      if (letter < function.parameters.size() && function.parameters[letter] == '?') optional = true, ++letter;
    };
    for (Part part : parts) {
      skip_mark();
      while (letter < function.parameters.size() && !accepts(function.parameters[letter], part) && optional) ++letter, ++slot;
      if (letter >= function.parameters.size())
        return fail(part.column, "an argument too many, or in the wrong place", signature(function));
      if (!accepts(function.parameters[letter], part)) {
        return fail(part.column, std::string(function.name) + " is given " + type_name(part.type),
                    parameter_name(function.parameters[letter]));
      }
      arguments[slot++] = take_argument(function.parameters[letter++], part);
    }
    skip_mark();
    if (letter < function.parameters.size() && !optional) {
      return fail(close, std::string(function.name) + " lacks an argument", parameter_name(function.parameters[letter]));
    }
    return add(function.op, function.result, column, arguments);
  }

  static bool accepts(char letter, const Part& part) {
    switch (letter) {
      case 'e': return part.type == Type::number;
      case 'x': return part.type == Type::number || part.type == Type::month;
      case 'm': return part.type == Type::month;
      case 'r': return part.type == Type::span || part.type == Type::month || part.year;
      default: return part.type == Type::text;
    }
  }

  // The argument's node; a year or a month becomes a range where one is wanted; names in quotes are checked.
  std::int32_t take_argument(char letter, const Part& part) {
    const std::string& text = nodes_[index(part)].text;
    if (letter == 'k') check_name("kind of event", text, part.column, vocabulary_.events);
    if (letter == 'l' && !text.empty()) check_name("leader", text, part.column, vocabulary_.leaders);
    if (letter == 'p') check_name("post", text, part.column, vocabulary_.posts);
    if (letter != 'r' || part.type == Type::span) return part.node;
    if (part.type == Type::month) return join(Op::span, Type::span, part, part).node;
    return year_span(nodes_[index(part)].value * 12, part.column).node;
  }

  std::vector<Token> tokens_;
  const Vocabulary& vocabulary_;
  std::size_t at_ = 0;
  int depth_ = 0;
  bool broken_ = false;
  std::vector<ExpressionNode> nodes_;
  Diagnostics diagnostics_;
};

}  // namespace

Result<Expression> parse_expression(std::string_view text, const Vocabulary& vocabulary) {
  Result<std::vector<Token>> tokens = detail::tokenize(text);
  if (!tokens) return tokens.diagnostics();
  Parser parser(std::move(tokens).value(), vocabulary);
  Expression expression;
  expression.text = std::string(text);
  if (!parser.run(expression)) return parser.diagnostics();
  return expression;
}

}  // namespace thermidor
