#include "core/expression.hpp"

#include <limits>

namespace thermidor {
namespace {

using Op = ExpressionOp;
using Number = std::optional<double>;

constexpr double kNever = std::numeric_limits<double>::quiet_NaN();
bool is_nan(double x) { return x != x; }
bool is_true(double x) { return x != 0 && !is_nan(x); }

class Evaluator {
 public:
  Evaluator(const Expression& expression, const Lookup& lookup)
      : nodes_(expression.nodes), lookup_(lookup), horizon_(lookup.months()) {
    series_.reserve(nodes_.size());
    for (const ExpressionNode& node : nodes_) series_.push_back(node.op == Op::series ? lookup.find_series(node.text) : -1);
  }

  Number run() const {
    return nodes_.empty() ? std::nullopt : number(static_cast<std::int32_t>(nodes_.size()) - 1, horizon_.last);
  }

 private:
  const ExpressionNode& node(std::int32_t index) const { return nodes_[static_cast<std::size_t>(index)]; }

  // Value of a node as seen in month `now`.
  Number number(std::int32_t index, Month now) const {
    const ExpressionNode& here = node(index);
    const auto& arguments = here.arguments;
    switch (here.op) {
      case Op::number:
      case Op::month: return here.value;
      case Op::series: {
        const int series = series_[static_cast<std::size_t>(index)];
        return series < 0 || !recorded(now) ? std::nullopt : lookup_.series(series, now);
      }
      case Op::negate: return negated(number(arguments[0], now));
      case Op::negation: return inverted(number(arguments[0], now));
      case Op::abs: return absolute(number(arguments[0], now));
      case Op::never: {
        const Number value = number(arguments[0], now);
        return value ? Number(is_nan(*value) ? 1 : 0) : value;
      }
      case Op::conjunction:
      case Op::disjunction: return combined(here, now);
      case Op::at: {
        const std::optional<Month> when = to_month(number(arguments[1], now));
        return when ? number(arguments[0], *when) : std::nullopt;
      }
      case Op::leads: return leader(LeaderFact::leads, here, now);
      case Op::rung: return leader(LeaderFact::rung, here, now);
      case Op::seat: return leader(LeaderFact::seat, here, now);
      case Op::strength: return leader(LeaderFact::strength, here, now);
      case Op::holds: return holder(here, now);
      case Op::events: return count_events(here, now);
      case Op::date_of: return first_event(here, now);
      case Op::text:
      case Op::span: return std::nullopt;
      default: return here.op <= Op::unequal ? arithmetic(here, now) : over_months(here, now);
    }
  }

  static Number negated(Number value) { return value ? Number(-*value) : value; }
  static Number inverted(Number value) { return value ? Number(is_true(*value) ? 0 : 1) : value; }
  static Number absolute(Number value) { return value && *value < 0 ? Number(-*value) : value; }
  // A month of this calendar, or nothing (never, or out of all bounds).
  static std::optional<Month> to_month(Number index) {
    if (!index || !(*index >= 0 && *index < 12 * 10000)) return std::nullopt;
    return Month{static_cast<std::int32_t>(*index)};
  }
  bool recorded(Month month) const { return month >= horizon_.first && month <= horizon_.last; }

  // One side that decides is enough, though the other is not known.
  Number combined(const ExpressionNode& here, Month now) const {
    const bool deciding = here.op == Op::disjunction;
    const Number left = number(here.arguments[0], now);
    if (left && is_true(*left) == deciding) return deciding ? 1 : 0;
    const Number right = number(here.arguments[1], now);
    if (right && is_true(*right) == deciding) return deciding ? 1 : 0;
    if (!left || !right) return std::nullopt;
    return deciding ? 0 : 1;
  }

  Number arithmetic(const ExpressionNode& here, Month now) const {
    const Number left = number(here.arguments[0], now);
    const Number right = number(here.arguments[1], now);
    if (!left || !right) return std::nullopt;
    switch (here.op) {
      case Op::add: return *left + *right;
      case Op::subtract: return *left - *right;
      case Op::multiply: return *left * *right;
      case Op::divide: return *right == 0 ? std::nullopt : Number(*left / *right);
      case Op::less: return *left < *right ? 1 : 0;
      case Op::less_equal: return *left <= *right ? 1 : 0;
      case Op::greater: return *left > *right ? 1 : 0;
      case Op::greater_equal: return *left >= *right ? 1 : 0;
      case Op::equal: return *left == *right ? 1 : 0;
      default: return *left != *right && !is_nan(*left) && !is_nan(*right) ? 1 : 0;
    }
  }

  // Range of a node; up to `now` where its end is left out, the whole run up to then where all of it is.
  std::optional<MonthSpan> span(std::int32_t index, Month now) const {
    if (index < 0) return MonthSpan{horizon_.first, now};
    const std::optional<Month> first = to_month(number(node(index).arguments[0], now));
    const std::optional<Month> last = month(node(index).arguments[1], now);
    if (!first || !last || *last < *first) return std::nullopt;
    return MonthSpan{*first, *last};
  }

  std::optional<Month> month(std::int32_t index, Month now) const {
    return index < 0 ? std::optional(now) : to_month(number(index, now));
  }

  Number leader(LeaderFact fact, const ExpressionNode& here, Month now) const {
    const std::optional<Month> when = month(here.arguments[1], now);
    if (!when || !recorded(*when)) return std::nullopt;
    return lookup_.leader(fact, node(here.arguments[0]).text, *when);
  }

  Number holder(const ExpressionNode& here, Month now) const {
    const std::optional<Month> when = month(here.arguments[2], now);
    if (!when || !recorded(*when)) return std::nullopt;
    return lookup_.holds(node(here.arguments[0]).text, node(here.arguments[1]).text, *when);
  }

  EventQuery query(const ExpressionNode& here) const {
    const auto text = [this](std::int32_t index) {
      return index < 0 ? std::string_view() : std::string_view(node(index).text);
    };
    return {text(here.arguments[0]), text(here.arguments[1]), text(here.arguments[2])};
  }

  Number count_events(const ExpressionNode& here, Month now) const {
    const std::optional<MonthSpan> when = span(here.arguments[3], now);
    if (!when || !recorded(when->first) || !recorded(when->last)) return std::nullopt;
    return lookup_.events(query(here), *when);
  }

  // Month of the first such event; NaN when there was none.
  Number first_event(const ExpressionNode& here, Month now) const {
    const std::optional<MonthSpan> when = span(here.arguments[3], now);
    if (!when || !recorded(when->first) || !recorded(when->last)) return std::nullopt;
    const Number all = lookup_.events(query(here), *when);
    if (!all) return all;
    if (*all == 0) return kNever;
    for (Month m = when->first; m <= when->last; m = m.next()) {
      const Number count = lookup_.events(query(here), {m, m});
      if (count && *count > 0) return m.index;
    }
    return kNever;
  }

  // Functions of an expression taken in each month of a range; all months must have a value, except after `first` has found
  // one.
  Number over_months(const ExpressionNode& here, Month now) const {
    const std::optional<MonthSpan> when = span(here.arguments[1], now);
    if (!when) return std::nullopt;
    if (here.op == Op::trend) return trend(here.arguments[0], *when);
    double total = 0;
    double best = 0;
    Month best_month = when->first;
    for (Month m = when->first; m <= when->last; m = m.next()) {
      const Number value = number(here.arguments[0], m);
      if (!value) return std::nullopt;
      if (here.op == Op::first && is_true(*value)) return m - when->first;
      total += *value;
      const bool smallest = here.op == Op::min || here.op == Op::argmin;
      if (m == when->first || (smallest ? *value < best : *value > best)) best = *value, best_month = m;
    }
    switch (here.op) {
      case Op::mean: return total / (when->last - when->first + 1);
      case Op::sum: return total;
      case Op::min:
      case Op::max: return best;
      case Op::first: return kNever;
      default: return best_month.index;
    }
  }

  // Slope of the least-squares line, per year.
  Number trend(std::int32_t index, MonthSpan when) const {
    const int count = when.last - when.first + 1;
    if (count < 2) return std::nullopt;
    const double middle = (count - 1) / 2.0;
    double covariance = 0;
    double variance = 0;
    for (int i = 0; i < count; ++i) {
      const Number value = number(index, when.first + i);
      if (!value) return std::nullopt;
      covariance += (i - middle) * *value;
      variance += (i - middle) * (i - middle);
    }
    return 12 * covariance / variance;
  }

  const std::vector<ExpressionNode>& nodes_;
  const Lookup& lookup_;
  MonthSpan horizon_;
  std::vector<int> series_;
};

}  // namespace

std::optional<double> evaluate(const Expression& expression, const Lookup& lookup) {
  return Evaluator(expression, lookup).run();
}

std::optional<bool> evaluate_condition(const Expression& expression, const Lookup& lookup) {
  const std::optional<double> value = evaluate(expression, lookup);
  return value ? std::optional(is_true(*value)) : std::nullopt;
}

}  // namespace thermidor
