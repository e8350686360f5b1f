// How likely a named ending is by luck alone, where plain runs would hardly ever see it: many runs side by side, at each date
// those nearer to the ending are multiplied and the others thinned, and what that favours is taken back by weights
// (genealogical particle analysis, Del Moral and Garnier 2005). The estimate is unbiased whatever "nearer" means; here, how
// many of the conditions joined by "and" hold that month, and how far the others are from holding (nearness.hpp).
#pragma once

#include <vector>

#include "experiment/endings.hpp"
#include "experiment/ensemble.hpp"
#include "experiment/run.hpp"
#include "experiment/statistics.hpp"

namespace thermidor::experiment {

struct SplittingPlan {
  const Params* params = nullptr;
  const Roster* roster = nullptr;
  RunSetup setup;
  Agenda agenda;  // the record decides before `dates.front()`
  Month last;
  std::vector<Month> dates;  // at which runs are multiplied and thinned, before the month is played
  EndingRule ending;
  int particles = 40;  // runs side by side
  int repeats = 8;     // of the whole, each from seeds of its own; their spread gives the interval
  double slope = 3;    // how strongly nearness counts; 0: plain runs
};

struct Splitting {
  double share = 0;   // of runs that would reach the ending
  Interval interval;  // 95 %, normal over repeats, within 0 and 1
  int reached = 0;    // runs that did, favoured as they were
  int runs = 0;
  bool finished = false;
};

// How near a record's last month is to the ending; 0 where nothing was played or the run broke off.
double nearness_of(const EndingRule& ending, const RunRecord& record, const Roster& roster);

// Systematic resampling: for each of as many places as there are weights, which of them goes on there, in order; the offset is
// a uniform draw.
std::vector<std::size_t> pick_by_weight(const std::vector<double>& weights, double offset);

Splitting run_splitting(const SplittingPlan& plan, const EnsembleControl& control);

}  // namespace thermidor::experiment
