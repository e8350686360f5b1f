// A design played in full: every combination of levels with every seed, and the spread of each outcome shared out among the
// factors. With the seeds as a factor of their own ("luck") nothing is left over, so the shares are exact for the cells played;
// what is uncertain is which seeds were drawn, and the intervals say that. Sobol 1993; Saltelli and others 2008, ch. 4.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "experiment/ensemble.hpp"
#include "experiment/parameter_draws.hpp"
#include "experiment/roster.hpp"
#include "experiment/run.hpp"
#include "experiment/statistics.hpp"
#include "scenario/designs.hpp"

namespace thermidor::experiment {

struct FactorialPlan {
  const Params* params = nullptr;
  const Roster* roster = nullptr;
  const scenario::Design* design = nullptr;
  RunSetup setup;  // seed s of the cells is setup.seed + s
  Agenda agenda;   // the record decides before the design's fork
  Month last;
  int seeds = 20;
};

struct FactorShare {
  std::string factor;  // id, or "luck"
  double alone = 0;    // first-order index: share of the variance that it moves by itself
  double total = 0;    // total index: with everything in which it takes part
  Interval alone_interval, total_interval;
  std::vector<double> level_means;  // of the outcome; empty for luck
};

struct FactorialOutcome {
  scenario::Outcome plan;
  double mean = 0;
  double sd = 0;                    // over all cells and seeds
  std::vector<FactorShare> shares;  // factors in the order of the design, luck last
  int missing = 0;                  // runs in which the outcome could not be measured; their seed is left out
};

struct Factorial {
  std::vector<FactorialOutcome> outcomes;
  std::size_t cells = 0;
  int seeds = 0;
  int faulted = 0;
  std::string first_fault;
  bool finished = false;
  std::string error;
};

// Sobol indices of a full grid of values: `sizes` levels per factor, the last factor varying fastest. Factors of no variance
// have none; every pair is (first order, total).
std::vector<std::pair<double, double>> grid_indices(const std::vector<double>& values, const std::vector<std::size_t>& sizes);

Factorial run_factorial(const FactorialPlan& plan, const EnsembleControl& control);

std::string factorial_csv(const Factorial& factorial);

}  // namespace thermidor::experiment
