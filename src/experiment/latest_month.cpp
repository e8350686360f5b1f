// The last month of a run that an expression looks at.
#include <algorithm>

#include "core/expression.hpp"
#include "experiment/study.hpp"

namespace thermidor::experiment {
namespace {

using Op = ExpressionOp;

class Latest {
 public:
  Latest(const std::vector<ExpressionNode>& nodes, Month last) : nodes_(nodes), last_(last) {}

  // Of a node that is taken in the run's last month.
  Month of(std::int32_t index) const {
    const ExpressionNode& node = nodes_[static_cast<std::size_t>(index)];
    switch (node.op) {
      case Op::number:
      case Op::text: return {};
      case Op::month: return {static_cast<std::int32_t>(node.value)};
      case Op::series: return last_;
      // What they are taken of is looked at in these months, not in the last.
      case Op::at:
      case Op::mean:
      case Op::sum:
      case Op::min:
      case Op::max:
      case Op::first:
      case Op::argmax:
      case Op::argmin:
      case Op::trend: return dated(node.arguments[1]);
      case Op::events:
      case Op::date_of: return dated(node.arguments[3]);
      case Op::leads:
      case Op::rung:
      case Op::seat:
      case Op::strength: return dated(node.arguments[1]);
      case Op::holds: return dated(node.arguments[2]);
      case Op::span: return dated(node.arguments[1]);
      default: break;
    }
    Month latest{};
    for (const std::int32_t argument : node.arguments) {
      if (argument >= 0) latest = std::max(latest, of(argument));
    }
    return latest;
  }

 private:
  // Of a month or range that may have been left out.
  Month dated(std::int32_t index) const { return index < 0 ? last_ : of(index); }

  const std::vector<ExpressionNode>& nodes_;
  Month last_;
};

}  // namespace

Month latest_month(const Expression& expression, Month last) {
  if (expression.empty()) return last;
  const Month latest = Latest(expression.nodes, last).of(static_cast<std::int32_t>(expression.nodes.size()) - 1);
  return latest == Month{} || latest > last ? last : latest;
}

}  // namespace thermidor::experiment
