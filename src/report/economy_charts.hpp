// The pictures of the economy: see economy_input.hpp. Each renders as nothing where there is nothing to show.
#pragma once

#include <string>
#include <vector>

#include "report/economy_input.hpp"
#include "report/report_input.hpp"

namespace thermidor::report {

// A flow picture a year, years to choose from without a script, all numbers in a table behind them.
std::string grain_chart(const GrainPicture& picture);

// The scissors by month: the ratio with the record, then the two blades; acts on prices and credit as numbered marks.
std::string scissors_chart(const ScissorsPicture& picture, const Fan* ratio, Month fork, const std::string& base = "1913");

// A key to the regions, then a row of small maps for each quantity.
std::string tile_maps(const TilePicture& picture);

// A stacked bar a year.
std::string accumulation_chart(const AccumulationPicture& picture);

// Every band as a strip with the runs in it.
std::string band_strips(const std::vector<BandStrip>& strips, bool paired);

}  // namespace thermidor::report
