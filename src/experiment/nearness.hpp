// How near a run is to a condition that does not hold yet: what tells histories that are on their way from those that are not.
#pragma once

#include "core/expression.hpp"

namespace thermidor::experiment {

// 1 where the condition holds, else between 0 and 0.9. Of what "and" joins the mean counts, of what "or" joins the greatest; a
// comparison is nearer the smaller the gap between its sides, and a man who does not lead the nearer the stronger he is. What
// cannot be judged counts 0.
double nearness(const Expression& condition, const Lookup& lookup);

// The condition that the nodes up to this one make.
Expression part_of(const Expression& whole, std::int32_t node);

}  // namespace thermidor::experiment
