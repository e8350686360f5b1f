// Random runs out of everything that the language of acts and the options of a run allow, each of them a command line.
#pragma once

#include <string>

#include "core/calendar.hpp"
#include "experiment/request.hpp"

namespace thermidor::experiment {

// The run of this number: seed, sample, horizon, presets and acts that do not contradict one another.
RunRequest random_request(int number);

// One act of any form in one line, done in a month from the start to `last`; every third waits for a condition or is repeated.
std::string random_act(int number, Month last);

// What a reader types to play it again.
std::string command_line(const RunRequest& request);

}  // namespace thermidor::experiment
