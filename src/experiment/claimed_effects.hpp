// What the essay and historians say that a change would do, set beside what the pairs of runs say; and which of many effects
// stand after as many have been looked at.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "experiment/study.hpp"

namespace thermidor::experiment {

// "agrees": told from chance and in the direction claimed; "disagrees": told from chance and otherwise; "not distinguishable"
// where a change is claimed; "no effect found, as claimed", which few pairs make easy; "not measured".
std::string judge_claim(const scenario::ClaimedEffect& claim, const OutcomeResult& outcome);

// The outcome of a result that has this id; null when there is none.
const OutcomeResult* find_outcome(const StudyResult& result, const std::string& id);

// Benjamini and Hochberg (1995): for each of many p-values the smallest rate of false discoveries at which it would be one.
std::vector<double> false_discovery_rates(std::span<const double> p_values);

}  // namespace thermidor::experiment
