// Reads the command line. The only place that knows CLI11.
#pragma once

#include "options.hpp"
#include "terminal.hpp"

namespace thermidor::cli {

// Prints help, the version or what is wrong itself, and then returns Finished.
Options read_command_line(int count, const char* const* words, const Terminal& terminal);

}  // namespace thermidor::cli
