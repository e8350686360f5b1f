// The scenario's checks on one run, and the scorecard: in how many runs each of them holds.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/expression.hpp"
#include "experiment/ensemble.hpp"
#include "experiment/parameter_draws.hpp"
#include "experiment/roster.hpp"
#include "experiment/run.hpp"
#include "experiment/study.hpp"
#include "scenario/questions.hpp"

namespace thermidor::experiment {

struct CheckResult {
  std::string id;
  std::string title;
  std::string kind;  // pattern, incident, initial, verdict, band
  std::string use;   // calibrated, validation, input
  std::optional<double> value;
  std::optional<double> low;
  std::optional<double> high;
  std::optional<bool> held;  // nothing: not judged
  std::string reason;        // in words, why it holds, fails or was not judged
  std::string source;        // of the band or condition
};

CheckResult evaluate_check(const scenario::Check& check, const Lookup& lookup);
// Looks at the months up to `last` (Month{}: at all): what lies beyond the record is held against nothing.
std::vector<CheckResult> evaluate_checks(const std::vector<scenario::Check>& checks, const RunRecord& record,
                                         const Roster& roster, Month last = {});

struct ScorecardPlan {
  const Params* params = nullptr;
  const Roster* roster = nullptr;
  RunSetup setup;  // seed of the first run; run i has seed + i
  Agenda agenda;
  Month last;
  std::vector<scenario::Check> checks;
  std::vector<EndingRule> endings;
  int seeds = 20;
  ParameterDraws draws;  // constants of the runs
};

struct ScoreRow {
  scenario::Check check;
  int held = 0;
  int failed = 0;
  int not_judged = 0;
  std::optional<double> q05, q50, q95;  // of the value over runs
  std::vector<double> values = {};      // of every run that has one, in the order of seeds
  double share() const { return held + failed == 0 ? 0 : static_cast<double>(held) / (held + failed); }
};

struct Scorecard {
  std::vector<ScoreRow> rows;
  std::vector<EndingCount> endings;  // shares in `baseline`
  int runs = 0;
  int faulted = 0;
  std::string first_fault;
  bool finished = false;
};

Scorecard run_scorecard(const ScorecardPlan& plan, const EnsembleControl& control);

}  // namespace thermidor::experiment
