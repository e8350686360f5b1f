// Verdicts in retrospect (S95), set beside what runs say: shares of an ensemble, groups of its runs set against one another,
// and effects of questions. A difference between groups of runs is no effect: what made them part made other things differ as
// well.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "experiment/ensemble.hpp"
#include "experiment/members.hpp"
#include "experiment/statistics.hpp"
#include "experiment/study.hpp"
#include "scenario/verdicts.hpp"

namespace thermidor::experiment {

struct VerdictRow {
  scenario::Verdict verdict;
  std::string unit;
  std::string measure;            // what was measured: title of the outcome, or the expression
  int runs = 0;                   // in which it was given, or pairs
  int others = 0;                 // set against them
  double value = 0;               // in these
  std::optional<double> against;  // in the others, or without the change
  Interval interval;              // of the value, or of the difference; 95 %
  std::string judgement;          // "borne out", "contradicted", "open", "no difference seen", "too few runs"
};

// What its members must measure, three outcomes for each verdict that is not about a question: given, against, value.
std::vector<scenario::Outcome> verdict_measures(const std::vector<scenario::Verdict>& verdicts);

// `members[m]` holds member m's values of these measures.
VerdictRow judge_runs(const scenario::Verdict& verdict, std::size_t first_measure,
                      const std::vector<std::vector<double>>& members);
VerdictRow judge_effect(const scenario::Verdict& verdict, const StudyResult& result);

// Plays the plan's members and judges all verdicts that are not about a question; nothing if it was stopped.
std::optional<std::vector<VerdictRow>> run_verdicts(const std::vector<scenario::Verdict>& verdicts, MembersPlan plan,
                                                    const EnsembleControl& control);

std::string verdicts_csv(const std::vector<VerdictRow>& rows);

}  // namespace thermidor::experiment
