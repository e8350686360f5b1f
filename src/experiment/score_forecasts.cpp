// How good forecasts were: Brier's score, beside that of the base rate of the other runs.
#include <cmath>
#include <limits>
#include <map>

#include "experiment/csv.hpp"
#include "experiment/forecasts.hpp"

namespace thermidor::experiment {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
constexpr double kNormal = 1.959963984540054;  // 97.5 % point

// How often each forecast was made and came true in each run.
struct Tallies {
  std::vector<std::vector<int>> made, came;  // [run][forecast]
  std::vector<int> all_made, all_came;       // [forecast]

  // Its base rate in the other runs; nothing where there are none.
  std::optional<double> base(std::size_t run, std::size_t forecast) const {
    const int others = all_made[forecast] - made[run][forecast];
    if (others <= 0) return std::nullopt;
    return static_cast<double>(all_came[forecast] - came[run][forecast]) / others;
  }
};

Tallies count(const scenario::ForecastTable& table, const std::vector<Ledger>& ledgers) {
  const std::vector<int> none(table.forecasts.size(), 0);
  Tallies tallies{{}, {}, none, none};
  for (const Ledger& ledger : ledgers) {
    std::vector<int>& made = tallies.made.emplace_back(none);
    std::vector<int>& came = tallies.came.emplace_back(none);
    for (const Statement& statement : ledger.statements) {
      ++made[statement.forecast];
      ++tallies.all_made[statement.forecast];
      came[statement.forecast] += statement.came_true ? 1 : 0;
      tallies.all_came[statement.forecast] += statement.came_true ? 1 : 0;
    }
  }
  return tallies;
}

double square(double x) { return x * x; }

// Sums of one group, run by run.
struct Group {
  std::vector<double> gained;  // base less own squared error, of statements with a base rate
  std::vector<double> weight;  // how many of these
  double chance = 0, came = 0, brier = 0, base = 0;
  int statements = 0, with_base = 0;
  std::size_t last_run = static_cast<std::size_t>(-1);
  int runs = 0;

  void add(const Statement& statement, std::size_t run, std::optional<double> rate) {
    const double outcome = statement.came_true ? 1 : 0;
    ++statements;
    chance += statement.chance;
    came += outcome;
    const double own = square(statement.chance - outcome);
    brier += own;
    if (run != last_run) {
      last_run = run;
      ++runs;
      gained.push_back(0);
      weight.push_back(0);
    }
    if (!rate) return;
    const double usual = square(*rate - outcome);
    base += usual;
    ++with_base;
    gained.back() += usual - own;
    weight.back() += 1;
  }

  // Ratio of sums over runs, which are independent while statements of one run are not.
  std::optional<Interval> better() const {
    if (runs < 2 || with_base == 0) return std::nullopt;
    double total = 0;
    for (const double gain : gained) total += gain;
    const double mean = total / with_base;
    double squares = 0;
    for (std::size_t r = 0; r < gained.size(); ++r) squares += square(gained[r] - mean * weight[r]);
    const double half = kNormal * std::sqrt(squares * runs / (runs - 1.0)) / with_base;
    return Interval{mean - half, mean + half};
  }

  ForecastScore score(std::string id, std::string title) const {
    ForecastScore result{std::move(id), std::move(title), statements, runs, 0, 0, 0, {}, better()};
    if (statements == 0) return result;
    result.chance = chance / statements;
    result.came_true = came / statements;
    result.brier = brier / statements;
    if (with_base == statements) result.base = base / with_base;
    return result;
  }
};

}  // namespace

ForecastScores score_ledgers(const scenario::ForecastTable& table, const Roster& roster, std::vector<Ledger> ledgers) {
  ForecastScores scores;
  scores.finished = true;
  const Tallies tallies = count(table, ledgers);
  std::vector<Group> forecasts(table.forecasts.size());
  std::vector<Group> sides(table.sides.size());
  std::vector<Group> by_side(table.forecasts.size() * table.sides.size());
  std::map<std::size_t, Group> leaders;
  for (std::size_t run = 0; run < ledgers.size(); ++run) {
    if (!ledgers[run].fault.empty() && scores.faulted++ == 0) scores.first_fault = ledgers[run].fault;
    scores.not_judged += ledgers[run].not_judged;
    for (const Statement& statement : ledgers[run].statements) {
      const std::optional<double> rate = tallies.base(run, statement.forecast);
      forecasts[statement.forecast].add(statement, run, rate);
      // A voice speaks about him, not he.
      if (!table.forecasts[statement.forecast].voice.empty()) continue;
      if (statement.leader != kNoLeader) leaders[statement.leader].add(statement, run, rate);
      if (statement.side == table.sides.size()) continue;
      sides[statement.side].add(statement, run, rate);
      by_side[statement.forecast * table.sides.size() + statement.side].add(statement, run, rate);
    }
  }
  for (std::size_t f = 0; f < forecasts.size(); ++f) {
    const scenario::Forecast& forecast = table.forecasts[f];
    scores.forecasts.push_back(forecasts[f].score(forecast.id, forecast.title));
    for (std::size_t s = 0; s < sides.size(); ++s) {
      const Group& group = by_side[f * sides.size() + s];
      if (group.statements > 0)
        scores.by_side.push_back(group.score(forecast.id + "." + table.sides[s].id, table.sides[s].title));
    }
  }
  for (std::size_t s = 0; s < sides.size(); ++s)
    scores.sides.push_back(sides[s].score(table.sides[s].id, table.sides[s].title));
  for (const auto& [leader, group] : leaders) {
    const auto who = make_id<LeaderId>(leader);
    scores.leaders.push_back(group.score(roster.id(who), roster.title(who)));
  }
  scores.ledgers = std::move(ledgers);
  return scores;
}

std::string forecast_scores_csv(const ForecastScores& scores) {
  CsvText csv("group,id,title,statements,runs,chance,came_true,brier,base,better_low,better_high");
  const auto rows = [&csv](const char* group, const std::vector<ForecastScore>& list) {
    for (const ForecastScore& score : list) {
      csv.cell(std::string(group)).cell(score.id).cell(score.title).cell(score.statements).cell(score.runs);
      csv.cell(score.chance).cell(score.came_true).cell(score.brier);
      const Interval better = score.better.value_or(Interval{kNone, kNone});
      csv.cell(score.base.value_or(kNone)).cell(better.low).cell(better.high).end_row();
    }
  };
  rows("forecast", scores.forecasts);
  rows("side", scores.sides);
  rows("forecast by side", scores.by_side);
  rows("leader", scores.leaders);
  return csv.take();
}

}  // namespace thermidor::experiment
