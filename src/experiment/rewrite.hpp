// The search for the least surprising rewrite: a few forced decisions, as probable as can be found, after which a named ending
// comes about. Two searches meet. Greedy: screen all candidates with few runs, measure the best with many, take one, go on.
// Splitting: histories that decide at random, multiplied where they come nearer to the ending (rewrite_cloud.hpp). The
// cheapest that reaches the target and helps beyond doubt is kept, without the decisions that it does not need.
// Rewrites so found are cheap, not provably the cheapest.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "experiment/clock.hpp"
#include "experiment/ensemble.hpp"
#include "scenario/names.hpp"

namespace thermidor::experiment {

struct RewritePlan {
  const Params* params = nullptr;
  const Roster* roster = nullptr;
  const scenario::Names* names = nullptr;
  RunSetup setup;
  Agenda agenda;  // the record decides before `dates.front()`
  Month last;
  std::vector<Month> dates;  // months in which decisions may be rewritten
  EndingRule ending;
  double target = 0.5;  // share of runs that should reach it
  int most_acts = 3;
  int leaders = 7;     // the strongest, who are moved about
  int screening = 8;   // runs for each candidate
  int measuring = 60;  // runs for each of the best
  int finalists = 10;
  int branches = 160;    // histories side by side in the splitting; 0: greedy search alone
  int branch_acts = 5;   // decisions that one of them may take
  int repaired = 4;      // rewrites from the splitting that are repaired
  int validation = 200;  // fresh runs for the rewrite found, and without it
};

struct Rewrite {
  std::vector<Act> acts;
  double bits = 0;                            // of all acts, mean over the fresh runs
  double share = 0;                           // in the search; with nothing rewritten if no rewrite was found
  int candidates = 0;                         // tried one at a time
  int grown = 0;                              // rewrites that splitting found
  bool from_splitting = false;                // this one is of those
  bool needless = false;                      // the target is met with nothing rewritten
  int runs_without = 0, reached_without = 0;  // fresh runs
  int runs_with = 0, reached_with = 0;
  Interval without, with;  // Wilson
  bool confirmed = false;  // the fresh runs reach the ending more often with it, by two standard errors of the difference
  bool finished = false;   // the search came to its end, whatever it found; no run broke off
};

// First month in which all that a rewrite may decide can be decided: leaders have stood for a month, and the machine has a
// head.
Month first_rewrite_month(const Params& params);

// Decisions that the strongest leaders of a month could be made to take: alliances, breaks, attacks, posts, seats.
std::vector<Act> candidate_acts(const RewritePlan& plan, const RunRecord& record, Month date);

Rewrite find_rewrite(const RewritePlan& plan, const EnsembleControl& control);

}  // namespace thermidor::experiment
