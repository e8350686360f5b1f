#include "experiment/nearness.hpp"

#include <algorithm>
#include <cmath>

namespace thermidor::experiment {
namespace {

constexpr double kAlmost = 0.9;  // of what does not hold, at most
constexpr double kScale = 0.5;   // gap over the right side that takes nearness down by a factor of e
constexpr double kLeastScale = 0.25;

class Nearness {
 public:
  Nearness(const Expression& whole, const Lookup& lookup) : whole_(whole), lookup_(lookup) {}

  // Of a node to holding, or to not holding.
  double of(std::int32_t node, bool wanted) const {
    const ExpressionNode& here = whole_.nodes[static_cast<std::size_t>(node)];
    switch (here.op) {
      case ExpressionOp::negation: return of(here.arguments[0], !wanted);
      case ExpressionOp::conjunction:
      case ExpressionOp::disjunction: return of_joined(here.op, node, wanted);
      default: break;
    }
    const auto holds = evaluate_condition(part_of(whole_, node), lookup_);
    if (!holds) return 0;
    if (*holds == wanted) return 1;
    switch (here.op) {
      case ExpressionOp::less:
      case ExpressionOp::less_equal:
      case ExpressionOp::greater:
      case ExpressionOp::greater_equal: return of_gap(here);
      case ExpressionOp::equal: return wanted ? of_gap(here) : 0;
      case ExpressionOp::leads: return wanted ? of_strength(node) : 0;
      default: return 0;
    }
  }

 private:
  void collect(ExpressionOp op, std::int32_t node, bool wanted, double& sum, double& most, int& count) const {
    const ExpressionNode& here = whole_.nodes[static_cast<std::size_t>(node)];
    if (here.op == op) {
      collect(op, here.arguments[0], wanted, sum, most, count);
      collect(op, here.arguments[1], wanted, sum, most, count);
      return;
    }
    const double near = of(node, wanted);
    sum += near;
    most = std::max(most, near);
    ++count;
  }

  double of_joined(ExpressionOp op, std::int32_t node, bool wanted) const {
    double sum = 0, most = 0;
    int count = 0;
    collect(op, node, wanted, sum, most, count);
    const bool all_needed = (op == ExpressionOp::conjunction) == wanted;
    return all_needed ? sum / count : most;
  }

  double of_gap(const ExpressionNode& comparison) const {
    const auto left = evaluate(part_of(whole_, comparison.arguments[0]), lookup_);
    const auto right = evaluate(part_of(whole_, comparison.arguments[1]), lookup_);
    if (!left || !right || std::isnan(*left) || std::isnan(*right)) return 0;
    return kAlmost * std::exp(-std::abs(*left - *right) / std::max(kLeastScale, kScale * std::abs(*right)));
  }

  double of_strength(std::int32_t node) const {
    Expression strength = part_of(whole_, node);
    strength.nodes.back().op = ExpressionOp::strength;
    const double own = std::max(0.0, evaluate(strength, lookup_).value_or(0));
    return kAlmost * own / (own + 1);
  }

  const Expression& whole_;
  const Lookup& lookup_;
};

}  // namespace

Expression part_of(const Expression& whole, std::int32_t node) {
  // Arguments come first: what stands up to a node is all that it needs.
  Expression part;
  part.text = whole.text;
  part.nodes.assign(whole.nodes.begin(), whole.nodes.begin() + static_cast<std::ptrdiff_t>(node) + 1);
  return part;
}

double nearness(const Expression& condition, const Lookup& lookup) {
  if (condition.empty()) return 0;
  return Nearness(condition, lookup).of(static_cast<std::int32_t>(condition.nodes.size()) - 1, true);
}

}  // namespace thermidor::experiment
