// Runs the model with other values of its uncertain constants and measures the targets. What was tried goes into a journal, so
// an interrupted calibration goes on where it stopped and gives the same bytes.
#pragma once

#include <cstddef>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "experiment/calibrate.hpp"
#include "experiment/journal.hpp"

namespace thermidor::experiment {

struct ConstantsTrial {
  bool broken = false;         // a run broke off
  std::vector<double> values;  // of the targets, means over the seeds; NaN where not measured
};

class TrialBook {
 public:
  // `total` is how many trials are expected, for the progress shown.
  TrialBook(const CalibrationPlan& plan, const EnsembleControl& control, std::size_t total);

  // Tries the stored constants and opens the journal. False if it was stopped or the journal cannot be used.
  bool open();
  // Tries several sets of constants, one value per prior, on all cores. Nothing if it was stopped or could not
  // be kept.
  std::optional<std::vector<ConstantsTrial>> try_all(const std::vector<std::vector<double>>& sets);
  void close();

  const std::vector<double>& stored_constants() const { return stored_; }
  const ConstantsTrial& stored_trial() const { return stored_trial_; }
  std::size_t resumed() const { return resumed_; }
  std::string error() const;

 private:
  std::optional<ConstantsTrial> compute(const std::vector<double>& constants) const;
  std::optional<ConstantsTrial> recall(std::size_t number, const std::vector<double>& constants);
  void show_progress();

  const CalibrationPlan& plan_;
  const EnsembleControl& control_;
  std::vector<std::string> paths_;
  std::vector<double> stored_;
  ConstantsTrial stored_trial_;
  std::map<std::size_t, std::string> known_;
  Journal journal_;
  mutable std::mutex mutex_;
  std::size_t next_ = 1;  // number of the next trial; 0 is the stored constants
  std::size_t done_ = 0;
  std::size_t total_;
  std::size_t resumed_ = 0;
  std::string error_;
};

}  // namespace thermidor::experiment
