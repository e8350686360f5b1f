// Turns results into the plain data of a report page: names written out, quantiles computed, the record beside the model.
#pragma once

#include <string>
#include <vector>

#include "experiment/pair.hpp"
#include "experiment/roster.hpp"
#include "experiment/study.hpp"
#include "experiment/to_json.hpp"
#include "report/report_input.hpp"
#include "scenario/questions.hpp"

namespace thermidor::experiment {

// What both kinds of page take from the scenario.
struct ReportContext {
  const ScenarioInfo* info = nullptr;
  const Roster* roster = nullptr;
  const std::vector<scenario::Check>* checks = nullptr;  // bands give the points of the record
  const std::vector<EndingRule>* endings = nullptr;
  std::string command;
};

report::ReportInput study_report(const StudySummary& summary, const scenario::Question& question, const Pair& shown,
                                 std::uint64_t shown_seed, const ReportContext& context);
report::ReportInput run_report(const RunSummary& summary, const ReportContext& context);

// Points of the record for a series: the bands of checks that read this series alone.
std::vector<report::RecordedPoint> recorded_points(const std::string& series, const std::vector<scenario::Check>& checks,
                                                   Month last);

// One arm's story: who stood with whom, what happened, how people voted.
report::ArmStory arm_story(const RunRecord& record, const ReportContext& context);

}  // namespace thermidor::experiment
