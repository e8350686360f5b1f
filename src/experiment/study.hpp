// A question answered by pairs of runs: members on all cores, outcomes compared, the error in its parts.
#pragma once

#include <array>
#include <atomic>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/expression.hpp"
#include "experiment/endings.hpp"
#include "experiment/ensemble.hpp"
#include "experiment/pair.hpp"
#include "experiment/parameter_draws.hpp"
#include "experiment/roster.hpp"
#include "experiment/statistics.hpp"
#include "experiment/study_member.hpp"
#include "scenario/questions.hpp"

namespace thermidor::experiment {

struct StudyPlan {
  const Params* params = nullptr;
  const Roster* roster = nullptr;
  RunSetup setup;  // seed and setup of the first member; member i has seed + i
  Agenda baseline;
  std::vector<Act> acts;
  Month fork;
  Month last;
  Expression needed;  // must hold before the fork for the question to apply; may be empty
  std::vector<scenario::Outcome> outcomes;
  std::vector<EndingRule> endings;
  std::vector<std::string> shown;      // series kept of every member
  std::vector<scenario::Check> bands;  // checks with a band, judged in both arms of every member for the report
  int runs = 400;
  int parameter_runs = 0;          // further pairs with traits from priors, for the parameters' part of the error
  ParameterDraws draws;            // constants of the members
  ParameterDraws parameter_draws;  // constants of those further pairs
  std::vector<party::Explanations> explanations;  // readings of the outcome, for the explanations' part of the error
  int explanation_runs = 0;                       // pairs under each of them
  double level = 0.95;
};

struct OutcomeResult {
  scenario::Outcome plan;
  Month date;  // latest month that its expression reads
  Comparison comparison;
  bool holds_or_not = false;  // every member has 0 or 1: the means are shares of members
  std::optional<double> error_parameters;
  std::optional<double> error_explanations;  // spread of the effect over readings of the outcome, beyond the noise of runs
  std::optional<double> difference_drawn;    // the effect with traits from priors
};

struct ForcedDecision {
  Month month;
  std::string act;
  double probability = 1;  // mean over members
};

struct EndingCount {
  std::string id;
  std::string title;
  double baseline = 0;  // share of the members compared
  double counterfactual = 0;
};

struct QuantileBand {
  std::vector<double> q05, q25, q50, q75, q95;
};

// What bands and tables show of members, in their order.
struct NamedQuantile {
  const char* name;
  double p;
  std::vector<double> QuantileBand::* values;
};
inline constexpr std::array<NamedQuantile, 5> kQuantiles = {{{"q05", 0.05, &QuantileBand::q05},
                                                             {"q25", 0.25, &QuantileBand::q25},
                                                             {"q50", 0.50, &QuantileBand::q50},
                                                             {"q75", 0.75, &QuantileBand::q75},
                                                             {"q95", 0.95, &QuantileBand::q95}}};

struct ShownSeries {
  std::string series;
  std::vector<Month> months;
  QuantileBand baseline, counterfactual;
};

struct StudyResult {
  std::vector<StudyMember> members;  // in order; without those for the parameters' error
  std::vector<OutcomeResult> outcomes;
  std::vector<ForcedDecision> forced;
  std::vector<EndingCount> endings;
  std::vector<ShownSeries> shown;
  int applicable = 0;
  int faulted = 0;
  std::string first_fault;
  double mean_log_probability = 0;  // of the history forced before the fork
  double mean_history_decisions = 0;
  double effective_sample = 0;
  std::size_t resumed = 0;
  std::uint64_t digest = 0;  // over all members
};

enum class StudyOutcome : std::uint8_t { finished, interrupted };

struct StudyRun {
  StudyOutcome outcome = StudyOutcome::finished;
  StudyResult result;
  std::string error;  // of the journal
};

// The latest month that an expression looks at, seen from `last`, the last month of the run; never a later one.
Month latest_month(const Expression& expression, Month last);

// Runs all members and compares them. The control's journal and key name the file for resuming.
StudyRun run_study(const StudyPlan& plan, const EnsembleControl& control);

// The statistics alone, from members that have been computed.
StudyResult summarise_study(const StudyPlan& plan, std::vector<StudyMember> members, const Executor& executor);

}  // namespace thermidor::experiment
