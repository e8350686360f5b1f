// Tables of runs that go on beyond the record say row by row what is extrapolation.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/calendar.hpp"
#include "experiment/to_json.hpp"

namespace thermidor::experiment {

// The table with a last column `extrapolated`: 1 in rows whose `date` is `from` or later, else 0. A table without a column
// `date` comes back as it is.
std::string mark_extrapolated(std::string_view csv, Month from);

// Marks all tables of a folder where months up to `last` go beyond the data, which end in `data_end` (Month{}: not known).
void mark_extrapolated(std::vector<FolderFile>& files, Month data_end, Month last);

}  // namespace thermidor::experiment
