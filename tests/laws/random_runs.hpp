// Random runs out of everything that the language of acts and the options of a run allow, each of them a command line.
#pragma once

#include <string>

#include "experiment/request.hpp"

namespace thermidor::experiment {

// The run of this number: seed, sample, horizon, presets and acts that do not contradict one another.
RunRequest random_request(int number);

// What a reader types to play it again.
std::string command_line(const RunRequest& request);

}  // namespace thermidor::experiment
