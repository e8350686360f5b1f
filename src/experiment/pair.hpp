// A baseline and its counterfactual twins: one run up to each fork, then two that share every draw.
#pragma once

#include <optional>
#include <vector>

#include "experiment/run.hpp"

namespace thermidor::experiment {

struct PairPlan {
  RunSetup setup;
  Agenda baseline;        // what both arms share
  std::vector<Act> acts;  // what the counterfactual does besides
  Month fork;             // month of the first act: nothing differs before it
  Month last;             // last month played
};

struct Pair {
  RunRecord baseline;
  RunRecord counterfactual;
};

// One baseline and any number of twins of it.
struct ArmsPlan {
  struct Arm {
    std::vector<Act> acts;
    Month fork;
    Month last{};  // Month{}: as long as the baseline
  };
  RunSetup setup;
  Agenda baseline;
  std::vector<Arm> arms;
  Month last;
};

struct Arms {
  RunRecord baseline;
  std::vector<RunRecord> changed;  // in the order of the arms
};

// Month of the earliest act, or `otherwise` when there is none.
Month fork_of(const std::vector<Act>& acts, Month otherwise);

// Nothing if it was stopped; a broken run has its fault in the arm's record.
std::optional<Pair> run_pair(const Params& params, const PairPlan& plan, const RunControl& control);
std::optional<Arms> run_arms(const Params& params, const ArmsPlan& plan, const RunControl& control);

}  // namespace thermidor::experiment
