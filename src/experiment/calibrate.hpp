// Calibration: which values of the uncertain constants give runs that meet the record. Blocks of constants are sampled one
// after another against their own targets, then all together against all; docs/model/calibration.md tells why.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "experiment/ensemble.hpp"
#include "experiment/roster.hpp"
#include "experiment/run.hpp"
#include "scenario/calibration.hpp"

namespace thermidor::experiment {

// Where the walkers start: spread over the priors, near the stored values, or at the scenario's posterior.
enum class CalibrationStart : std::uint8_t { prior, stored, posterior };

struct CalibrationPlan {
  const Params* params = nullptr;
  const Roster* roster = nullptr;
  const scenario::Calibration* calibration = nullptr;
  RunSetup setup;  // seed of the first run at each place; also of the sampler
  Agenda agenda;
  Month last;
  std::string block = "all";  // all: each block, then all together; joint: all together at once; or one block
  CalibrationStart start = CalibrationStart::prior;
  int walkers = 48;
  int rounds = 80;  // of each stage
  int seeds = 2;    // runs at each place
  int keep = 200;   // draws kept
};

struct StageFit {
  std::string name;  // a block, or "joint"
  int constants = 0;
  int targets = 0;
  std::size_t places = 0;      // tried
  std::size_t impossible = 0;  // of these, with runs that broke off
  double acceptance = 0;       // while sampling
  double stored = 0;           // log likelihood of the stored constants, for the stage's targets
  double best = 0;             // and of the best place
};

struct ConstantFit {
  scenario::Prior prior;
  double stored = 0;
  double best = 0;
  double q05 = 0, q50 = 0, q95 = 0;
  double disagreement = 1;  // of walkers; above kUnsettled more rounds are needed
};

inline constexpr double kUnsettled = 1.2;

struct TargetFit {
  scenario::Target target;
  double stored = 0;  // values are NaN where they could not be measured
  double best = 0;
  double q05 = 0, q50 = 0, q95 = 0;
  double share_inside = 0;  // of the draws

  bool inside(double value) const { return value >= target.low && value <= target.high; }
};

struct CalibrationResult {
  bool finished = false;
  std::string error;        // what could not be written
  std::size_t resumed = 0;  // places taken from the journal
  std::vector<StageFit> stages;
  std::vector<ConstantFit> constants;      // those that moved in the last stage
  std::vector<TargetFit> targets;          // all
  std::vector<std::vector<double>> draws;  // equally likely; one value per constant
};

CalibrationResult run_calibration(const CalibrationPlan& plan, const EnsembleControl& control);

// Names the calibration in its journal: everything that its numbers depend on.
std::string calibration_key(const CalibrationPlan& plan, const std::string& engine);

// How well a value meets a target, as a log likelihood: -1/2 z^2 up to a cap, and a little less for every further distance, so
// that what is far away still pulls. z is 1 at the ends of the band.
double target_log_likelihood(const scenario::Target& target, double value);

// The prior's value at a place from 0 to 1, and the place of a value.
double prior_value(const scenario::Prior& prior, double place);
double prior_place(const scenario::Prior& prior, double value);

}  // namespace thermidor::experiment
