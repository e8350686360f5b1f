// Contrasts carried out: every draw plays the baseline once and each changed arm from its fork, and each expectation is judged
// over the draws.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "experiment/ensemble.hpp"
#include "experiment/parameter_draws.hpp"
#include "experiment/roster.hpp"
#include "experiment/run.hpp"
#include "scenario/contrasts.hpp"

namespace thermidor::experiment {

struct ContrastPlan {
  const Params* params = nullptr;
  const Roster* roster = nullptr;
  RunSetup setup;  // seed of the first draw; draw i has seed + i
  SharedActs chronicle;
  Month last;  // of the scenario
  std::vector<scenario::Contrast> contrasts;
  int seeds = 20;
  ParameterDraws draws;  // constants of each draw
};

// Quantiles over the draws in which there was a number.
struct DrawSpread {
  std::optional<double> q10, q50, q90;
};

struct OutcomeSpread {
  DrawSpread baseline, changed, difference, ratio;
};

struct ExpectationResult {
  DrawSpread spread;  // of what is judged
  int judged = 0;     // draws; what never happened was judged and is not as expected
  int met = 0;        // draws as expected
  bool holds = false;
  double share() const { return judged == 0 ? 0 : static_cast<double>(met) / judged; }
};

struct ContrastResult {
  scenario::Contrast contrast;
  std::vector<OutcomeSpread> outcomes;
  std::vector<ExpectationResult> expectations;
  int faulted = 0;  // draws in which an arm broke down: judged and not as expected
  std::string first_fault;
  bool holds() const;
};

struct ContrastReport {
  std::vector<ContrastResult> results;  // in the order of the plan
  int runs = 0;                         // arms played
  int faulted = 0;
  std::string first_fault;
  bool finished = false;
};

ContrastReport run_contrasts(const ContrastPlan& plan, const EnsembleControl& control);

// Last month that a contrast plays.
Month last_month(const scenario::Contrast& contrast, Month last);

// The contrasts that words name: ids, or what stands before the dot of an id for all that begin so. All, if there are no words.
Result<std::vector<scenario::Contrast>> choose_contrasts(const std::vector<scenario::Contrast>& contrasts,
                                                         const std::vector<std::string>& words);

}  // namespace thermidor::experiment
