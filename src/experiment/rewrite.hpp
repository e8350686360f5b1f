// The search for the least surprising rewrite: a few forced decisions, as probable as can be found, after which a named ending
// comes about. Greedy: screen all candidates with few runs, measure the best with many, take one, go on; then drop what is not
// needed. It finds cheap rewrites, not provably the cheapest.
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
  int validation = 200;  // fresh runs for the rewrite found, and without it
};

struct Rewrite {
  std::vector<Act> acts;
  double bits = 0;                            // of all acts, mean over the fresh runs
  double share = 0;                           // in the search
  int candidates = 0;                         // tried
  int runs_without = 0, reached_without = 0;  // fresh runs
  int runs_with = 0, reached_with = 0;
  Interval without, with;  // Wilson
  bool finished = false;
};

// Decisions that the strongest leaders of a month could be made to take: alliances, breaks, attacks, posts, seats.
std::vector<Act> candidate_acts(const RewritePlan& plan, const RunRecord& record, Month date);

Rewrite find_rewrite(const RewritePlan& plan, const EnsembleControl& control);

}  // namespace thermidor::experiment
