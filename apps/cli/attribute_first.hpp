// thermidor attribute --first-named: what the cause that is named first is worth, over many questions.
#pragma once

#include "experiment/loaded.hpp"
#include "options.hpp"
#include "terminal.hpp"

namespace thermidor::cli {

int show_first_named(const AttributeOptions& options, const Terminal& terminal, const experiment::LoadedRun& run);

}  // namespace thermidor::cli
