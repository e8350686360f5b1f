// What each mechanism contributes to an outcome of runs, or to the effect of a question: Shapley values over switches, or over
// the channels by which an effect spreads (cut_channels.hpp), sampled by permutations. Each permutation is played with its own
// seed, the same for all its coalitions, and its contributions add up to the difference between everything on and everything
// off exactly. Shapley 1953; Castro, Gomez and Tejada 2009.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "experiment/ensemble.hpp"
#include "experiment/roster.hpp"
#include "experiment/run.hpp"
#include "experiment/statistics.hpp"
#include "scenario/questions.hpp"

namespace thermidor::experiment {

// A number of the parameters that switches a mechanism: its stored value is on, `off` is off.
struct Switch {
  std::string path;  // dotted
  double off = 0;
};

// Every number below `prefix` ("party.explanations."); off is 0.
std::vector<Switch> switches_below(const Params& params, const std::string& prefix);

struct AttributionPlan {
  const Params* params = nullptr;
  const Roster* roster = nullptr;
  RunSetup setup;  // permutation p has seed + p
  Agenda agenda;
  std::vector<Act> acts;  // with a question: done in one arm; the outcome is then the difference of the arms
  Month fork;             // where the acts begin; Month{}: there are none
  Month last;
  std::vector<Switch> switches;
  bool by_channels = false;  // of a question: channels are cut instead of switches turned off
  std::vector<scenario::Outcome> outcomes;
  int permutations = 100;

  // How many mechanisms there are, and what each is called.
  std::size_t count() const;
  std::string name(std::size_t mechanism) const;
};

struct Contribution {
  std::string path;
  double mean = 0;
  double standard_error = 0;
};

struct AttributedOutcome {
  scenario::Outcome plan;
  double all_on = 0;
  double all_off = 0;
  std::vector<Contribution> contributions;  // in the order of the switches; they add up to all_on - all_off
  int measured = 0;                         // permutations in which every coalition could be measured
};

struct Attribution {
  std::vector<AttributedOutcome> outcomes;
  int faulted = 0;
  std::string first_fault;
  bool finished = false;
  std::string error;
};

Attribution run_attribution(const AttributionPlan& plan, const EnsembleControl& control);

std::string attribution_csv(const Attribution& attribution);

}  // namespace thermidor::experiment
