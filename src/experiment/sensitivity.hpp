// Which uncertain constants move an outcome, and by how much: Morris's screening and Sobol's indices. The noise of the runs is
// a factor of its own, "luck", as in the designs of circumstances, so that nobody takes noise for an effect.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "experiment/ensemble.hpp"
#include "experiment/roster.hpp"
#include "experiment/run.hpp"
#include "experiment/sobol_sequence.hpp"
#include "experiment/statistics.hpp"
#include "scenario/calibration.hpp"
#include "scenario/questions.hpp"

namespace thermidor::experiment {

enum class SensitivityMethod : std::uint8_t {
  morris,  // elementary effects along trajectories (Morris 1991): k + 1 points each
  sobol,   // first-order and total indices: k + 2 points for each base point (Saltelli and others 2010, Jansen 1999)
};

// The points at which a function of `factors` numbers between 0 and 1 and of luck is asked.
class SensitivityDesign {
 public:
  SensitivityDesign(SensitivityMethod method, std::size_t factors, std::size_t size, std::uint64_t seed);

  SensitivityMethod method() const { return method_; }
  std::size_t factors() const { return factors_; }  // without luck
  std::size_t size() const { return size_; }        // trajectories, or base points
  std::size_t block() const {
    return factors_ + (method_ == SensitivityMethod::morris ? 2 : 3);
  }  // points that belong together
  std::size_t points() const { return size_ * block(); }
  std::vector<double> coordinates(std::size_t point) const;
  std::uint64_t noise(std::size_t point) const;  // runs of equal noise share all draws

  // Which factor's step leads to a point of a trajectory, and whether upwards; factors() is luck. The first point has none.
  struct Step {
    std::size_t factor = 0;
    bool up = true;
  };
  std::optional<Step> step(std::size_t point) const;

 private:
  std::vector<std::size_t> order(std::size_t trajectory) const;
  double start(std::size_t trajectory, std::size_t factor) const;

  SensitivityMethod method_;
  std::size_t factors_;
  std::size_t size_;
  std::uint64_t seed_;
  SobolSequence sequence_;
};

struct FactorSensitivity {
  std::string factor;
  // Morris, in units of the outcome over the whole range of the factor: mean, mean size and spread of the elementary effects.
  double mu = 0, mu_star = 0, sigma = 0;
  Interval mu_star_interval;
  // Sobol: shares of the variance.
  double first = 0, total = 0;
  Interval first_interval, total_interval;
  bool converged = false;
};

// The widest interval that counts as converged: of a total index, or of mu* as a share of the largest mu*.
inline constexpr double kConverged = 0.1;
// With fewer trajectories or base points nothing counts as converged: intervals from so few are too narrow.
inline constexpr std::size_t kFewestTrajectories = 10;
inline constexpr std::size_t kFewestBasePoints = 64;

// From the values at all points of the design, NaN where it could not be measured; luck comes last. Intervals (95 %) by
// resampling trajectories or base points.
std::vector<FactorSensitivity> estimate_sensitivity(const SensitivityDesign& design, const std::vector<double>& values);

struct SensitivityPlan {
  const Params* params = nullptr;
  const Roster* roster = nullptr;
  RunSetup setup;
  Agenda agenda;
  Month last;
  std::vector<scenario::Prior> priors;
  std::vector<scenario::Outcome> outcomes;
  SensitivityMethod method = SensitivityMethod::morris;
  std::size_t size = 20;
};

struct OutcomeSensitivity {
  scenario::Outcome plan;
  double mean = 0, sd = 0;
  int n = 0;  // points at which it could be measured
  std::vector<FactorSensitivity> factors;
  bool converged = false;
};

struct Sensitivity {
  std::vector<OutcomeSensitivity> outcomes;
  std::size_t points = 0;
  int faulted = 0;
  std::string first_fault;
  bool finished = false;
  std::string error;
};

Sensitivity run_sensitivity(const SensitivityPlan& plan, const EnsembleControl& control);

std::string sensitivity_key(const SensitivityPlan& plan, const std::string& engine, std::uint64_t scenario_digest);
std::string sensitivity_csv(const Sensitivity& sensitivity, SensitivityMethod method);

}  // namespace thermidor::experiment
