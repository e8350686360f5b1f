#include "economy/set_instruments.hpp"

#include "core/math.hpp"
#include "economy/measures.hpp"

namespace thermidor::economy {
namespace {

// What an economic body sees before it acts.
struct View {
  double scissors = 1;
  double inflation = 0;
  double shortfall = 0;
  double availability = 1;
  double course = 0;  // -1 force .. 1 incentives
  double tempo = 0;
  bool reformed = false;
};

class Desk {
 public:
  Desk(Policy& policy) : policy_(policy) {}
  double now(Instrument which) const { return policy_[which]; }
  // Sets the instrument unless an act holds it.
  void set(Instrument which, double value) {
    const auto index = static_cast<std::size_t>(which);
    if (policy_.instrument_held[index] == 0) policy_.instrument[index] = clamp(value, 0, kInstrumentHigh[index]);
  }
  // Closes a share of the gap to the value.
  void ease(Instrument which, double value, double speed) { set(which, now(which) + speed * (value - now(which))); }

 private:
  Policy& policy_;
};

// Finance: a new currency when inflation has been intolerable long enough and there is grain or gold behind it; reform when
// most money is stable; then taxes in money instead of grain.
void set_money(Desk& desk, State& state, const Params& params, const View& view, const Policy& policy) {
  MoneyState& money = state.money;
  const ReactionParams& reaction = params.reaction;
  money.alarm_months = view.inflation > reaction.inflation_alarm ? money.alarm_months + 1 : larger(0, money.alarm_months - 0.5);
  double currency = desk.now(Instrument::stable_currency);
  if (currency < 1 && money.alarm_months >= reaction.patience && money.monetised > 0.5) currency = 1;
  if (currency >= 1 && money.stable_share > reaction.reform_share) currency = 2;
  desk.set(Instrument::stable_currency, currency);
  const double relief = 1 - 0.25 * policy[Lever::pay_relief];
  if (view.reformed) {
    desk.ease(Instrument::tax_in_kind, 0, 0.3);
    desk.ease(Instrument::money_tax, (3.2 + 1.0 * view.tempo - 0.7 * larger(0, view.course)) * relief, 0.15);
  } else {
    const double kind = view.course < -0.3 ? 0.105 : 0.105 - 0.02 * larger(0, view.course);
    desk.ease(Instrument::tax_in_kind, currency >= 1 ? kind * 0.6 : kind, 0.3);
    desk.ease(Instrument::money_tax, currency >= 1 ? 1.8 * relief : 0, 0.2);
  }
}

// Bank and industry: cuts and tight credit while the scissors are open; ceilings that rise while goods are short.
void set_industry(Desk& desk, const Params& params, const View& view, const Policy& policy) {
  const ReactionParams& reaction = params.reaction;
  const bool open = view.scissors > reaction.scissors_alarm && view.inflation < 2;
  desk.ease(Instrument::credit_limit, open ? reaction.credit_normal * 0.5 : reaction.credit_normal, 0.3);
  desk.set(Instrument::price_cut, open ? 0.05 : 0);
  const double growth = 0.016 + 0.02 * view.tempo + (view.availability > 0.97 ? 0.012 : 0);
  desk.ease(Instrument::bank_growth, growth, 0.2);
  if (view.reformed) {
    const double held = desk.now(Instrument::price_ceiling);
    const double start = held > 0 ? held : 2.15;
    const double drift = view.availability < 0.93 && policy[Lever::private_trade] > 0 ? 0.004 : -0.003;
    desk.set(Instrument::price_ceiling, clamp(start * (1 + drift), 1.7, 2.6));
  }
  desk.ease(Instrument::budget_hardness, 0.25 + 0.65 * policy[Lever::closures], 0.2);
  const double means = view.reformed ? 1 : 0;
  desk.ease(Instrument::investment_tempo, 0.95 + means * (0.1 + 0.9 * view.tempo), 0.08);
}

// Food and trade: legality, procurement, force, exports, rations, relief.
void set_grain(Desk& desk, State& state, const Params& params, const View& view, const Policy& policy) {
  const double trade = policy[Lever::private_trade];
  const double legality = trade >= 0 ? 0.55 + 0.42 * smaller(1, trade * 1.6) : 0.55 + 0.55 * trade;
  desk.ease(Instrument::trade_legality, legality, 0.25);
  if (view.reformed) {
    const double held =
        desk.now(Instrument::state_grain_price) > 0 ? desk.now(Instrument::state_grain_price) : params.reaction.price_start;
    // A plentiful autumn lowers the price, a short one raises it only on a course of incentives.
    const double wanted = 1.08 + 0.12 * view.course + (view.course > 0 ? 0.35 * view.shortfall : 0) - 0.05 * view.tempo;
    desk.set(Instrument::state_grain_price, held + params.reaction.price_speed * (wanted - held));
  }
  const double forced = view.course < 0 ? -view.course : 0;
  const double alarm = larger(0, view.shortfall - params.reaction.force_threshold);
  desk.ease(Instrument::procurement_force, forced * smaller(1.4, 0.35 + 3.5 * alarm), 0.5);
  const double stock = static_cast<double>(state.grain.state_stock);
  const double need = state_need(state, params);
  const double spare = (stock - need * 5) / kMegatonne;
  desk.ease(Instrument::grain_export, view.shortfall > 0.2 ? 0 : clamp(spare * 1.1, 0, 4), 0.3);
  desk.ease(Instrument::ration_priority, clamp(0.35 + 0.5 * (1 - legality) + 0.6 * view.shortfall, 0, 1), 0.2);
  double hungry = 0;
  double people = 0;
  for (const FarmFlows& flows : state.regions.flows) {
    hungry += static_cast<double>(flows.hungry_people);
    people += flows.people.real();
  }
  const double famine = people > 0 ? hungry / people : 0;
  desk.ease(Instrument::relief, famine > 0.03 ? clamp(famine * 12, 0, 2) * (0.6 + 0.4 * (1 + view.course) / 2) : 0, 0.35);
  desk.set(Instrument::requisition, view.course < -0.75 && trade < -0.5 && !view.reformed ? 8 * forced : 0);
  desk.ease(Instrument::gold_sales, famine > 0.05 ? 80 : 10 + 25 * view.tempo, 0.2);
}

}  // namespace

void set_instruments(Policy& policy, State& state, const Params& params, Month month) {
  View view;
  const double farm = farm_price_index(state, params);
  view.scissors = farm > 0 ? state.money.factory / farm : 1;
  view.inflation = state.money.expected;
  view.shortfall = state.trade.shortfall;
  view.availability = state.trade.availability;
  view.course = policy[Lever::peasant_course];
  view.tempo = policy[Lever::industrial_tempo];
  view.reformed = state.money.reformed > 0;
  Desk desk(policy);
  set_money(desk, state, params, view, policy);
  set_industry(desk, params, view, policy);
  set_grain(desk, state, params, view, policy);
  (void)month;
}

}  // namespace thermidor::economy
