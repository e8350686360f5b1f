// The pictures of the economy in a report, from records of runs.
#pragma once

#include <string>
#include <vector>

#include "experiment/checks.hpp"
#include "experiment/report_builder.hpp"
#include "experiment/run.hpp"
#include "report/report_input.hpp"

namespace thermidor::experiment {

// One run, or a baseline and its twin.
struct ShownArms {
  const RunRecord* baseline = nullptr;
  const RunRecord* counterfactual = nullptr;  // null for a plain run
  Month imposed_until;                        // the chronicle decided before this month; Month{} where it did not
};

// Agricultural years that the record holds from July to June, with the month before; kilograms.
std::vector<report::GrainYear> grain_years(const RunRecord& record);

// Years of the regions' harvest, hunger and prices, July to June.
report::TilePicture tile_picture(const ShownArms& arms, const Roster& roster);

// Investment of economic years by who paid for it; empty for runs shorter than a year.
report::AccumulationPicture accumulation_picture(const ShownArms& arms, const Roster& roster);

// Fills all of them; `input` has its period, its question and its sources so far.
void add_economy(report::ReportInput& input, const ShownArms& arms, const ReportContext& context);

// Bands with a value for every run. A study's strips hold both arms.
std::vector<report::BandStrip> run_bands(const std::vector<CheckResult>& results, const std::vector<scenario::Check>& checks);
std::vector<report::BandStrip> study_bands(const StudyPlan& plan, const StudyResult& result);
std::vector<report::BandStrip> card_bands(const Scorecard& card);

}  // namespace thermidor::experiment
