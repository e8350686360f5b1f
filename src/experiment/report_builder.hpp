// Turns results into the plain data of a report page: names written out, quantiles computed, the record beside the model.
#pragma once

#include <string>
#include <vector>

#include "experiment/pair.hpp"
#include "experiment/recorded_series.hpp"
#include "experiment/roster.hpp"
#include "experiment/study.hpp"
#include "experiment/to_json.hpp"
#include "report/report_input.hpp"
#include "scenario/questions.hpp"
#include "scenario/scenario.hpp"

namespace thermidor::experiment {

// What both kinds of page take from the scenario.
struct ReportContext {
  const ScenarioInfo* info = nullptr;
  const Roster* roster = nullptr;
  const std::vector<scenario::Check>* checks = nullptr;  // their sources stand beside their bands
  const std::vector<EndingRule>* endings = nullptr;
  const RecordedHistory* history = nullptr;  // points of the charts
  const std::vector<Act>* chronicle = nullptr;
  const std::vector<Act>* acts = nullptr;  // of a run: their titles
  std::string command;
  const scenario::Scenario* scenario = nullptr;  // traits and their sources: without it no dossiers
};

report::ReportInput study_report(const StudySummary& summary, const scenario::Question& question, const Pair& shown,
                                 std::uint64_t shown_seed, const ReportContext& context);
report::ReportInput run_report(const RunSummary& summary, const ReportContext& context);

// Bands with every run drawn in them, and in how many runs the other checks hold.
report::ReportInput checks_report(const Scorecard& card, const ScenarioStamp& stamp, const RunRequest& request,
                                  const ReportContext& context);

// One arm's story from a month on: who stood with whom, the weightiest events, the last roll calls. The results folder has all.
report::ArmStory arm_story(const RunRecord& record, Month from, const ReportContext& context);

}  // namespace thermidor::experiment
