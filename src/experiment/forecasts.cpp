#include "experiment/forecasts.hpp"

#include <algorithm>

#include "experiment/csv.hpp"
#include "experiment/token_text.hpp"

namespace thermidor::experiment {
namespace {

constexpr double kSurest = 0.99;  // a certain forecast would be beyond all scoring once it failed by the logarithm

bool holds_or_empty(const Expression& condition, const Lookup& lookup) {
  return condition.empty() || evaluate_condition(condition, lookup).value_or(false);
}

std::size_t side_of(const scenario::ForecastTable& table, const Lookup& lookup) {
  for (std::size_t s = 0; s < table.sides.size(); ++s) {
    if (holds_or_empty(table.sides[s].when, lookup)) return s;
  }
  return table.sides.size();
}

// Writes into one ledger.
class Scribe {
 public:
  Scribe(const scenario::ForecastTable& table, const RunRecord& record, const ForecastViews& views, const Roster& roster)
      : table_(table), views_(views), run_(record, roster), months_(run_.months()) {}

  void write(std::size_t number, Ledger& ledger) const {
    const scenario::Forecast& forecast = table_.forecasts[number];
    for (Month made = std::max(forecast.first, months_.first); made + forecast.months <= months_.last;
         made = made + forecast.every) {
      if (forecast.by.empty()) {
        say(number, kNoLeader, made, ledger);
        continue;
      }
      for (std::size_t leader = 0; leader < views_.leaders(); ++leader) {
        const ForecastLookup then(run_, views_, leader, {months_.first, made});
        if (evaluate_condition(forecast.by, then).value_or(false)) say(number, leader, made, ledger);
      }
    }
  }

 private:
  void say(std::size_t number, std::size_t leader, Month made, Ledger& ledger) const {
    const scenario::Forecast& forecast = table_.forecasts[number];
    const ForecastLookup then(run_, views_, leader, {months_.first, made});
    if (!holds_or_empty(forecast.when, then)) return;
    const ForecastLookup term(run_, views_, leader, {made + 1, made + forecast.months});
    const std::optional<double> chance = evaluate(forecast.chance, then);
    const std::optional<bool> came = evaluate_condition(forecast.comes_true, term);
    if (!chance || *chance != *chance || !came) {
      ++ledger.not_judged;
      return;
    }
    const bool own = forecast.voice.empty() && leader != kNoLeader;
    ledger.statements.push_back({number, own ? side_of(table_, then) : table_.sides.size(), leader, made,
                                 std::clamp(*chance, 1 - kSurest, kSurest), *came});
  }

  const scenario::ForecastTable& table_;
  const ForecastViews& views_;
  RunLookup run_;
  MonthSpan months_;
};

std::string encode(const Ledger& ledger) {
  TokenWriter writer;
  writer.number(ledger.seed);
  writer.text(ledger.fault);
  writer.number(static_cast<std::uint64_t>(ledger.not_judged));
  writer.number(ledger.statements.size());
  for (const Statement& statement : ledger.statements) {
    writer.number(statement.forecast);
    writer.number(statement.side);
    writer.number(statement.leader);
    writer.number(static_cast<std::uint64_t>(statement.made.index));
    writer.real(statement.chance);
    writer.number(statement.came_true ? 1 : 0);
  }
  return writer.take();
}

Ledger decode(const std::string& text) {
  TokenReader reader(text);
  Ledger ledger;
  ledger.seed = reader.number();
  ledger.fault = reader.text();
  ledger.not_judged = static_cast<int>(reader.number());
  for (std::uint64_t left = reader.count(); left > 0 && reader.good(); --left) {
    Statement& statement = ledger.statements.emplace_back();
    statement.forecast = reader.number();
    statement.side = reader.number();
    statement.leader = reader.number();
    statement.made = Month{static_cast<std::int32_t>(reader.number())};
    statement.chance = reader.real();
    statement.came_true = reader.number() == 1;
  }
  return ledger;
}

std::optional<std::string> play_ledger(const scenario::ForecastTable& table, const MembersPlan& plan,
                                       const EnsembleControl& control, std::size_t member) {
  const SerialExecutor serial;
  RunSetup setup = plan.setup;
  setup.seed = plan.design.seed_of(member);
  const std::optional<Params> own = plan.design.constants(*plan.params, member);
  const Params& params = own ? *own : *plan.params;
  ForecastViews views;
  RunControl run{.executor = &serial, .stop = control.stop};
  run.watch = [&](const World& world, Month month) { views.note(params, world, month); };
  RunState state = start_run(params, setup);
  if (continue_run(params, plan.baseline, plan.last, run, state) == RunOutcome::stopped) return std::nullopt;
  Ledger ledger;
  if (state.record.fault.empty()) ledger = write_ledger(table, state.record, views, *plan.roster);
  ledger.fault = state.record.fault;
  ledger.seed = setup.seed;
  return encode(ledger);
}

}  // namespace

Ledger write_ledger(const scenario::ForecastTable& table, const RunRecord& record, const ForecastViews& views,
                    const Roster& roster) {
  Ledger ledger;
  if (record.months.empty()) return ledger;
  const Scribe scribe(table, record, views, roster);
  for (std::size_t f = 0; f < table.forecasts.size(); ++f) scribe.write(f, ledger);
  return ledger;
}

ForecastScores run_forecasts(const scenario::ForecastTable& table, const MembersPlan& plan, const EnsembleControl& control) {
  const EnsembleResult ensemble = run_ensemble(
      plan.design.members(), [&](std::size_t member) { return play_ledger(table, plan, control, member); }, control);
  if (!ensemble.finished) return {};
  std::vector<Ledger> ledgers;
  for (const std::string& text : ensemble.members) ledgers.push_back(decode(text));
  return score_ledgers(table, *plan.roster, std::move(ledgers));
}

std::string ledger_csv(const ForecastScores& scores, const scenario::ForecastTable& table, const Roster& roster) {
  CsvText csv("seed,made,judged,forecast,voice,leader,side,chance,came_true");
  for (const Ledger& ledger : scores.ledgers) {
    for (const Statement& statement : ledger.statements) {
      const scenario::Forecast& forecast = table.forecasts[statement.forecast];
      csv.cell(std::to_string(ledger.seed)).cell(format_month(statement.made));
      csv.cell(format_month(statement.made + forecast.months)).cell(forecast.id).cell(forecast.voice);
      csv.cell(statement.leader == kNoLeader ? std::string() : roster.id(make_id<LeaderId>(statement.leader)));
      csv.cell(statement.side < table.sides.size() ? table.sides[statement.side].id : std::string());
      csv.cell(statement.chance).cell(statement.came_true ? 1 : 0).end_row();
    }
  }
  return csv.take();
}

}  // namespace thermidor::experiment
