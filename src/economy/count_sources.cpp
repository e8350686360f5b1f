#include <array>

#include "core/math.hpp"
#include "economy/build_parts.hpp"

namespace thermidor::economy {
namespace {

constexpr std::size_t kYear = 12;

using Shares = std::array<double, kSources>;

double& of(Shares& shares, Source source) { return shares[at(source)]; }

// Where the budget's money came from this month, as shares. What buyers of goods pay in excise is theirs, by who bought.
Shares budget_sources(const State& state) {
  const BudgetState& budget = state.budget;
  const double village = clamp(state.trade.village_goods / larger(1, state.trade.turnover), 0, 1);
  Shares from{};
  of(from, Source::peasant_tax) = budget.farm_tax + budget.excise * village;
  of(from, Source::workers) = budget.wage_tax + budget.loans + budget.excise * (1 - village);
  of(from, Source::profits) = budget.profit_tax + budget.dividends;
  of(from, Source::trade) = budget.trade_tax + budget.customs;
  of(from, Source::issue) = state.money.issue;
  double sum = 0;
  for (const double part : from) sum += part;
  for (double& part : from) part = sum > 0 ? part / sum : 0;
  return from;
}

// What works put aside themselves: peasants paid it as far as villages bought at prices beyond those of 1913 (the scissors),
// workers as far as wages stayed unpaid, the rest is profit (M023 M030).
Shares works_sources(const State& state, const Params& params) {
  const double village = clamp(state.trade.village_goods / larger(1, state.trade.turnover), 0, 1);
  const double scissors = state.money.factory / larger(farm_price_index(state, params), 1e-9);
  Shares from{};
  of(from, Source::peasant_price) = village * clamp(1 - 1 / larger(scissors, 1), 0, 1);
  of(from, Source::workers) = clamp(state.budget.wage_unpaid / larger(1, state.budget.wage_fund), 0, 1) * 0.5;
  of(from, Source::profits) = larger(0, 1 - of(from, Source::peasant_price) - of(from, Source::workers));
  return from;
}

}  // namespace

void count_sources(State& state, const Params& params) {
  AccumulationState& paid = state.accumulation;
  const double level = larger(state.money.level, 1e-9);
  const Shares budget = budget_sources(state);
  const Shares works = works_sources(state, params);
  paid.month.assign(kSources, 0);
  paid.ring.resize(kSources * kYear, 0);
  paid.year.assign(kSources, 0);
  for (std::size_t s = 0; s < kSources; ++s) paid.month[s] = (paid.budget * budget[s] + paid.own * works[s]) / level;
  paid.month[at(Source::issue)] += paid.credit / level;
  // Machines from abroad are paid for by exports; what exports do not cover is lent or comes out of the gold of the past.
  const double imports = larger(state.trade.imports, 1e-9);
  const double unpaid = clamp(1 - state.trade.exports / imports, 0, 1);
  paid.month[at(Source::abroad)] += state.trade.machines_imported * unpaid;
  paid.month[at(Source::peasant_tax)] += state.trade.machines_imported * (1 - unpaid);
  const std::size_t oldest = kSources * (kYear - 1);
  for (std::size_t i = oldest; i-- > 0;) paid.ring[i + kSources] = paid.ring[i];
  for (std::size_t s = 0; s < kSources; ++s) paid.ring[s] = paid.month[s];
  for (std::size_t i = 0; i < paid.ring.size(); ++i) paid.year[i % kSources] += paid.ring[i];
}

}  // namespace thermidor::economy
