#include "scenario/read_trigger.hpp"

#include <algorithm>

#include "scenario/act_forms.hpp"
#include "scenario/questions.hpp"
#include "scenario/row_reader.hpp"

namespace thermidor::scenario {
namespace {

// The first part of a condition that needs more than one month; empty if there is none.
std::string_view looks_elsewhere(const Expression& when) {
  bool month = when.gives_month;
  for (const ExpressionNode& node : when.nodes) {
    if (node.op >= ExpressionOp::at && node.op <= ExpressionOp::date_of) return function_name(node.op);
    month = month || node.op == ExpressionOp::month;
  }
  return month ? "a month" : std::string_view();
}

}  // namespace

void read_trigger(const Value& table, const std::string& file, const Names& names, Act& act, Diagnostics& diagnostics) {
  RowReader reader(table, file, diagnostics);
  if (reader.has("repeat")) {
    const std::string repeat = reader.choice("repeat", {kRepeatNames.begin(), kRepeatNames.end()});
    const auto place = std::find(kRepeatNames.begin(), kRepeatNames.end(), repeat);
    if (place != kRepeatNames.end()) act.repeat = static_cast<Repeat>(place - kRepeatNames.begin());
  }
  if (!reader.has("when")) return;
  act.when = reader.expression("when", make_vocabulary(names), true);
  // The act is told in one line.
  for (char& c : act.when.text) {
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  }
  const std::string_view word = looks_elsewhere(act.when);
  if (word.empty()) return;
  reader.fail(reader.place("when"), "'" + std::string(word) + "' asks for other months, and an act knows the last one alone",
              "series, levers, leads, rung, seat, strength and holds, compared with numbers");
}

}  // namespace thermidor::scenario
