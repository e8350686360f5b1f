// How near a run is to a condition that does not hold yet: what tells histories that are on their way from those that are not.
#pragma once

#include "core/expression.hpp"

namespace thermidor::experiment {

// 1 where the condition holds, else less. Of what "and" joins the mean counts, of what "or" joins the greatest; a comparison
// that does not hold is 0.9 at most, and nearer the smaller the gap between its sides; a man who does not lead is the nearer to
// it the stronger he is. What is wanted not to be equal, and what cannot be judged, counts 0.
double nearness(const Expression& condition, const Lookup& lookup);

// The condition that the nodes up to this one make.
Expression part_of(const Expression& whole, std::int32_t node);

}  // namespace thermidor::experiment
