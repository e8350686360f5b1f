// The ledger of forecasts (S57): what lines and leaders expected in a run, written down as dated statements with a probability
// and a term, judged when the term ends on the run's own state, and scored by Brier (1950) beside the base rate of other runs.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "experiment/ensemble.hpp"
#include "experiment/forecast_views.hpp"
#include "experiment/members.hpp"
#include "experiment/statistics.hpp"

namespace thermidor::experiment {

// One statement. Nobody is sure: probabilities are kept within 1 and 99 per cent.
struct Statement {
  std::size_t forecast = 0;        // place in the table
  std::size_t side = 0;            // place in the table; its size: no side, or a voice
  std::size_t leader = kNoLeader;  // by whom, or about whom a voice speaks; kNoLeader: neither
  Month made;
  double chance = 0;
  bool came_true = false;
};

// What is said in one run. Statements whose term goes beyond the run are not made; those that the run cannot judge are counted.
struct Ledger {
  std::uint64_t seed = 0;
  std::string fault;
  std::vector<Statement> statements;
  int not_judged = 0;
};

Ledger write_ledger(const scenario::ForecastTable& table, const RunRecord& record, const ForecastViews& views,
                    const Roster& roster);

// A group of statements over all runs.
struct ForecastScore {
  std::string id;  // of forecast, side, leader
  std::string title;
  int statements = 0;
  int runs = 0;                    // in which there were any
  double chance = 0;               // mean of what was said
  double came_true = 0;            // share
  double brier = 0;                // mean square of chance less what came: 0 is perfect, .25 a tossed coin
  std::optional<double> base;      // the same for the share in which the same forecast came true in the other runs
  std::optional<Interval> better;  // base less brier with its 95 % interval, runs being independent; above zero: knew more
};

struct ForecastScores {
  std::vector<Ledger> ledgers;  // in the order of seeds
  std::vector<ForecastScore> forecasts, sides, leaders;
  std::vector<ForecastScore> by_side;  // forecast after forecast, "<forecast>.<side>"
  int faulted = 0;
  std::string first_fault;
  int not_judged = 0;
  bool finished = false;
};

ForecastScores score_ledgers(const scenario::ForecastTable& table, const Roster& roster, std::vector<Ledger> ledgers);

// Plays the plan's members and scores what was said in them.
ForecastScores run_forecasts(const scenario::ForecastTable& table, const MembersPlan& plan, const EnsembleControl& control);

std::string ledger_csv(const ForecastScores& scores, const scenario::ForecastTable& table, const Roster& roster);
std::string forecast_scores_csv(const ForecastScores& scores);

}  // namespace thermidor::experiment
