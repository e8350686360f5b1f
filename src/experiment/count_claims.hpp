// How often the rules that carry out the essay's claims fire: events bear the ids of the claims behind them, counted over runs.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "experiment/ensemble.hpp"
#include "experiment/parameter_draws.hpp"
#include "experiment/roster.hpp"
#include "experiment/run.hpp"

namespace thermidor::experiment {

struct ClaimPlan {
  const Params* params = nullptr;
  RunSetup setup;  // seed of the first run; run i has seed + i
  Agenda agenda;
  Month last;
  int seeds = 20;
  ParameterDraws draws;  // constants of the runs
  // A condition that holds in the months in which a rule of no single event is at work; null: none.
  const Expression* sign = nullptr;
  const Roster* roster = nullptr;  // where there is a sign
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
  // Of the plan's sign, over the runs in which each month could be judged.
  int sign_judged = 0;     // runs
  int sign_runs = 0;       // in which it showed
  double sign_months = 0;  // mean number of months in which it did

  const ClaimCount* find(const std::string& claim) const;
};

// Months of a run in which a sign shows; nothing where a month cannot be judged.
std::optional<int> count_sign(const Expression& sign, const RunRecord& record, const Roster& roster);

// Counts of one run, as they add up.
void count_events(const std::vector<EventRecord>& events, ClaimTally& tally);

ClaimTally count_claims(const ClaimPlan& plan, const EnsembleControl& control);

}  // namespace thermidor::experiment
