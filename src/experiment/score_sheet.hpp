// The checks of a scenario over an ensemble, by kind, and what earns credit: patterns and bands that were kept for validation;
// incidents where what must precede them happened; initial states and what was calibrated earn none; what fires for one person
// alone is listed.
#pragma once

#include <string>
#include <vector>

#include "core/result.hpp"
#include "experiment/members_summary.hpp"
#include "scenario/questions.hpp"

namespace thermidor::experiment {

struct ScoreSheet {
  std::size_t members = 0;
  std::string arm;
  struct Row {
    scenario::Check check;
    CheckSummary summary;
    int judged() const { return summary.held + summary.failed; }
    double share() const { return judged() == 0 ? 0 : static_cast<double>(summary.held) / judged(); }
  };
  std::vector<Row> rows;
  std::vector<EndingSummary> endings;  // one share each
  std::vector<KindSummary> kinds;      // of events that have an actor
};

// One line of the score: the checks of one kind.
struct KindScore {
  std::string kind;
  int rows = 0;
  int credited = 0;       // of these, those that can earn credit
  int judged = 0;         // of these, those judged in at least one run
  int usual = 0;          // of these, those that hold in at least half of the runs in which they were judged
  double mean_share = 0;  // mean over those judged
};

bool earns_credit(const scenario::Check& check);
std::vector<KindScore> score_by_kind(const ScoreSheet& sheet);
// Kinds of events with one actor over all members, or one who has at least nine tenths.
std::vector<KindSummary> single_cases(const ScoreSheet& sheet);

ScoreSheet sheet_of(const MembersPlan& plan, const MembersSummary& summary, std::size_t arm);
// From the tables of an ensemble's folder. `arm` empty: baseline, or run.
Result<ScoreSheet> read_score_sheet(const std::string& folder, const std::string& arm,
                                    const std::vector<scenario::Check>& checks);

std::string score_sheet_markdown(const ScoreSheet& sheet, const std::string& title);
std::string score_sheet_json(const ScoreSheet& sheet, const std::string& engine, const std::string& scenario);

}  // namespace thermidor::experiment
