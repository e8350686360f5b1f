// Rewrites of several decisions at once, by multilevel splitting: many histories side by side, each of which now and then takes
// a decision at random; at each date those that have come nearer to the ending at little cost are multiplied and the others
// thinned. What the survivors decided is a rewrite to start from, which a greedy search that tries one decision at a time
// cannot see where no decision helps alone.
#pragma once

#include "experiment/rewrite_trials.hpp"

namespace thermidor::experiment {

// The decisions of the survivors that reached the ending, the commonest first; each list once, in order of time. The same on
// any number of threads.
std::vector<std::vector<Act>> grow_rewrites(const RewritePlan& plan, const EnsembleControl& control, const Trunks& trunks);

}  // namespace thermidor::experiment
