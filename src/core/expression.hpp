// Small expressions over the months of a run: checks, outcomes, endings and conditions of a scenario are written in them.
//
//   max(scissors_ratio_industrial_to_agricultural, 1923) > 150 and argmax(famine_deaths, 1921-03..1923-02) < 1922-09
//
// Values are numbers (conditions are 1 and 0), months, ranges of months (both ends included) and texts in quotes. What a run
// did not record has no value: the expression then is "not judged". What never happened is NaN, which compares false with
// everything. The whole language is described in docs/reference/expressions.md.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/calendar.hpp"
#include "core/fields.hpp"
#include "core/result.hpp"

namespace thermidor {

// Months from first to last, both included.
struct MonthSpan {
  Month first;
  Month last;
  constexpr auto operator<=>(const MonthSpan&) const = default;
};

// The names that an expression may use. An empty list means that names of that kind are not checked.
struct Vocabulary {
  std::vector<std::string> series;
  std::vector<std::string> events;
  std::vector<std::string> leaders;
  std::vector<std::string> posts;
};

// What is asked of a leader in one month.
enum class LeaderFact : std::uint8_t { leads, rung, seat, strength };

// An event's kind, actor and target; an empty actor or target means anybody.
struct EventQuery {
  std::string_view kind;
  std::string_view actor;
  std::string_view target;
};

// A run as expressions see it. Nothing is returned for what was not recorded.
class Lookup {
 public:
  virtual ~Lookup() = default;
  virtual MonthSpan months() const = 0;                      // months recorded so far
  virtual int find_series(std::string_view name) const = 0;  // -1 when there is none
  virtual std::optional<double> series(int index, Month month) const = 0;
  virtual std::optional<double> events(const EventQuery& query, MonthSpan span) const = 0;  // how many
  virtual std::optional<double> leader(LeaderFact fact, std::string_view id, Month month) const = 0;
  virtual std::optional<double> holds(std::string_view post, std::string_view leader, Month month) const = 0;  // 1 or 0
};

enum class ExpressionOp : std::uint8_t {
  number,
  month,
  text,
  series,
  span,
  negate,
  negation,
  add,
  subtract,
  multiply,
  divide,
  less,
  less_equal,
  greater,
  greater_equal,
  equal,
  unequal,
  conjunction,
  disjunction,
  at,
  mean,
  sum,
  min,
  max,
  first,
  argmax,
  argmin,
  trend,
  events,
  date_of,
  leads,
  rung,
  seat,
  strength,
  holds,
  abs,
  never,
};

// One node; arguments are earlier nodes' numbers, -1 where an optional argument is left out.
struct ExpressionNode {
  ExpressionOp op = ExpressionOp::number;
  double value = 0;  // of a number; index of a month
  std::string text;  // of a text; name of a series
  std::array<std::int32_t, 4> arguments{-1, -1, -1, -1};

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"op", "enum", 0, 255, "", "what the node does"}, self.op);
    visit(Field{"value", "mixed", -1e300, 1e300, "", "number, or index of a month"}, self.value);
    visit(Field{"text", "text", 0, 0, "", "text, or name of a series"}, self.text);
    visit(Field{"arguments", "1", -1, 1e9, "", "numbers of earlier nodes; -1 = none"}, self.arguments);
  }
};

// A parsed expression: a plain value that can be copied; the last node is the whole. Empty when nothing was given.
struct Expression {
  std::string text;
  std::vector<ExpressionNode> nodes;
  bool gives_month = false;  // the whole is a month (its index), not a number
  bool empty() const { return nodes.empty(); }

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"text", "text", 0, 0, "", "as written"}, self.text);
    visit(Field{"nodes", "list", 0, 0, "", "nodes, arguments first"}, self.nodes);
    visit(Field{"gives_month", "flag", 0, 1, "", "the whole is a month"}, self.gives_month);
  }
};

// Reads an expression; errors carry the column (1-based, in bytes) in `text`, what was expected and the nearest name.
Result<Expression> parse_expression(std::string_view text, const Vocabulary& vocabulary = {});

// Value over a run, seen from its last recorded month. Nothing when something needed was not recorded, or on division by zero.
std::optional<double> evaluate(const Expression& expression, const Lookup& lookup);

// The same as a condition: true when neither 0 nor NaN.
std::optional<bool> evaluate_condition(const Expression& expression, const Lookup& lookup);

// Names of all functions, for suggestions and reference pages.
const std::vector<std::string>& expression_functions();

// "mean": the function that a node calls; empty for anything else.
std::string_view function_name(ExpressionOp op);

}  // namespace thermidor
