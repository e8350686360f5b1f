// The files of a calibration: what the scenario keeps in its folder calibration/.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "experiment/calibrate.hpp"
#include "experiment/to_json.hpp"

namespace thermidor::experiment {

// posterior.csv (drawn from by runs), fit.csv (what the draws give), constants.csv (best values, for tools/adopt_best.py).
// Nothing in them depends on the clock, the machine or the threads.
std::vector<FolderFile> calibration_files(const CalibrationPlan& plan, const CalibrationResult& result,
                                          const ScenarioStamp& stamp, const std::string& command);

// The same for programs.
std::string calibration_json(const CalibrationPlan& plan, const CalibrationResult& result, const ScenarioStamp& stamp,
                             const std::string& command);

}  // namespace thermidor::experiment
