// How often the rules that carry out the essay's claims fire: events bear the ids of the claims behind them, counted over runs.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "experiment/ensemble.hpp"
#include "experiment/parameter_draws.hpp"
#include "experiment/run.hpp"

namespace thermidor::experiment {

struct ClaimPlan {
  const Params* params = nullptr;
  RunSetup setup;  // seed of the first run; run i has seed + i
  Agenda agenda;
  Month last;
  int seeds = 20;
  ParameterDraws draws;  // constants of the runs
};

struct ClaimCount {
  std::string claim;
  int runs = 0;                                    // in which it fired
  int events = 0;                                  // over all runs
  std::vector<std::pair<LeaderId, int>> actors;    // events by who acted, most first; events of nobody named are left out
  std::vector<std::pair<std::string, int>> kinds;  // events by kind, most first
};

struct ClaimTally {
  std::vector<ClaimCount> claims;  // those that fired, sorted by id
  int runs = 0;                    // that finished
  int faulted = 0;
  bool finished = false;

  const ClaimCount* find(const std::string& claim) const;
};

// Counts of one run, as they add up.
void count_events(const std::vector<EventRecord>& events, ClaimTally& tally);

ClaimTally count_claims(const ClaimPlan& plan, const EnsembleControl& control);

}  // namespace thermidor::experiment
