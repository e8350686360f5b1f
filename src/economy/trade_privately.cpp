#include "economy/trade_privately.hpp"

#include <array>

#include "core/math.hpp"
#include "core/quantity.hpp"
#include "economy/measures.hpp"
#include "economy/shop.hpp"

namespace thermidor::economy {
namespace {

constexpr std::array<std::size_t, kTraderClasses> kTills = {at(Account::traders), at(Account::dealers)};
constexpr std::array<double, kTraderClasses> kLiving = {1000, 6000};  // kopecks of 1913 a month that draw one more into trade
constexpr double kEntry = 0.08;                                       // of the gap in numbers closed a month
constexpr double kRiskMemory = 0.2;                                   // how fast traders feel a new course
constexpr double kHalfLawful = 0.5;                                   // risk of a trade without any legal room
constexpr double kSmallReserve = 1.2;                                 // months of margin that small traders keep
constexpr double kBreadReserve = 0.4;                                 // of a month's turnover of bread that they keep
constexpr double kSpent = 0.4;                                        // of what lies above, a month
constexpr double kIdleCapital = 2;                                    // capital over what turnover needs that dealers keep
constexpr double kFlight = 0.1;       // of dealers' capital turned into goods of their own a month at full risk
constexpr double kForeign = 0.5;      // of dealers' money held in gold and foreign notes while the rouble melts
constexpr double kGrainSeized = 0.4;  // seizure of grain over that of money
constexpr double kBribed = 0.12;      // of officials' pay: bribes at which half of them are bought
constexpr double kCorruptionMemory = 0.06;
constexpr double kYieldLost = 0.5;  // of taxes on trade lost at full corruption

// How hard the state strikes at traders: arrests and confiscations once the course is set against them.
double repression(const Policy& policy) {
  return clamp(-policy[Lever::private_trade], 0, 1) * (0.6 + 0.4 * policy[Lever::rigour]);
}

struct Load {
  double taxes = 0;
  double bribes = 0;
  double seized = 0;
};

// Taxes by margin and licences by head; both grow with a course against trade and shrink where officials are bought.
double tax_class(State& state, const Params& params, const Policy& policy, std::size_t c) {
  const TraderState& traders = state.traders;
  const double course = 1.6 - 0.6 * policy[Lever::private_trade];
  const double reach = state.budget.tax_capacity * course * (1 - kYieldLost * traders.corruption);
  const double heads = traders.count[c] * policy[Instrument::trade_legality];
  const double licences = params.trade.licence * (c == 0 ? 0.2 : 4) * 100 * heads * state.money.level;
  const double due = traders.margin[c] * params.budget.trade_tax + smaller(licences, 0.15 * traders.margin[c]);
  return static_cast<double>(pay(state.ledger, kTills[c], at(Account::budget), due * reach));
}

// Bribes are dearest where a trade is half lawful and where there are goods to be had from under the counter.
double bribe_class(State& state, const Params& params, const Policy& policy, std::size_t c) {
  const double legal = policy[Instrument::trade_legality];
  const double lack = larger(0, 1 - state.trade.availability);
  const double rate = params.trade.bribe + params.trade.bribe_scarce * clamp(lack + legal * (1 - legal), 0, 1);
  return static_cast<double>(pay_stratum(state, kTills[c], 2, state.traders.margin[c] * rate));
}

// Taken from dealers' tills and grain dealers' barns.
double seize(State& state, const Params& params, const Policy& policy, std::size_t c) {
  const double rate = params.trade.seizure * repression(policy);
  if (c != static_cast<std::size_t>(Trader::dealer)) return 0;
  for (std::int64_t& stock : state.grain.traders) {
    const std::int64_t taken = whole(static_cast<double>(stock) * rate * kGrainSeized);
    stock -= taken;
    state.grain.state_stock += taken;
    state.traders.grain_seized += static_cast<double>(taken);
  }
  return static_cast<double>(pay(state.ledger, kTills[c], at(Account::budget), cash(state.ledger, kTills[c]) * rate));
}

// Small traders live on what they do not need for the next month's purchases.
void spend_small(State& state, const Params& params) {
  const double margin = state.traders.margin[0] + state.traders.margin[1];
  const double kept = margin * kSmallReserve + state.trade.bread_turnover * kBreadReserve;
  pay_towns(state, params, kTills[0], larger(0, cash(state.ledger, kTills[0]) - kept) * kSpent);
}

// Dealers live well, keep the rest, and bring to safety what trade cannot use or what is in danger. What they hold in gold and
// foreign notes keeps its value while old roubles melt.
void spend_dealers(State& state, const Params& params) {
  const MoneyState& money = state.money;
  const TraderState& traders = state.traders;
  const double held = cash(state.ledger, kTills[1]);
  const double turnover = state.trade.turnover_smooth * state.trade.private_share * traders.dealer_share * money.goods;
  const double idle = larger(0, held - kIdleCapital * turnover / larger(0.1, params.trade.capital_turns));
  const double living = larger(0, traders.profit[1]) * params.trade.consumption;
  pay_stratum(state, kTills[1], 2, living + (idle + held * traders.risk) * kFlight);
  if (money.reformed > 0 || money.inflation <= 0) return;
  revalue(state.ledger, kTills[1], cash(state.ledger, kTills[1]) * kForeign * (1 - money.stable_share) * money.inflation);
}

void move_corruption(State& state) {
  TraderState& traders = state.traders;
  const double pay_of_officials = larger(1, state.budget.staff) * kBribed;
  const double goal = traders.bribes / (traders.bribes + pay_of_officials);
  traders.corruption += kCorruptionMemory * (goal - traders.corruption);
  // Those placed better eat more bread than the poor, and buy scarce goods first.
  const TownState& towns = state.towns;
  const double table = towns.cover[2] > 0 ? clamp(1 - towns.cover[0] / towns.cover[2], 0, 1) : 0;
  const double lack = clamp(1 - state.trade.availability, 0, 1);
  traders.privilege += kCorruptionMemory * (clamp(table + lack, 0, 1) - traders.privilege);
}

}  // namespace

void trade_privately(State& state, const Params& params, const Policy& policy) {
  TraderState& traders = state.traders;
  const double legal = policy[Instrument::trade_legality];
  traders.risk += kRiskMemory * (clamp(kHalfLawful * (1 - legal) + repression(policy), 0, 1) - traders.risk);
  Load all;
  traders.grain_seized = 0;
  for (std::size_t c = 0; c < kTraderClasses; ++c) {
    const Load load = {tax_class(state, params, policy, c), bribe_class(state, params, policy, c),
                       seize(state, params, policy, c)};
    traders.profit[c] = traders.margin[c] * (1 - kTraderCosts) - load.taxes - load.bribes - load.seized;
    all.taxes += load.taxes;
    all.bribes += load.bribes;
    all.seized += load.seized;
    // Bread keeps small traders too.
    const double bread = c == 0 ? state.trade.bread_private * params.grain.town_margin * 0.5 : 0;
    const double earned = larger(0, traders.profit[c] + bread) / larger(state.money.level, 1e-9);
    traders.count[c] += kEntry * (earned / kLiving[c] - traders.count[c]);
  }
  traders.taxes = all.taxes;
  traders.bribes = all.bribes;
  traders.seized = all.seized;
  spend_small(state, params);
  spend_dealers(state, params);
  move_corruption(state);
}

}  // namespace thermidor::economy
