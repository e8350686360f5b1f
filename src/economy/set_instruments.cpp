#include "economy/set_instruments.hpp"

#include "core/math.hpp"
#include "economy/measures.hpp"

namespace thermidor::economy {
namespace {

constexpr double kTax = 3.3;         // roubles a hectare at a neutral course and no tempo
constexpr double kTaxTempo = 1.0;    // the treasury's part in a fast tempo
constexpr double kTaxCourse = 1.2;   // incentives to farms are given through the tax first
constexpr double kTaxBeside = 1.9;   // roubles a hectare while grain is taken too
constexpr double kNearParity = 1.1;  // scissors at which the state no longer presses prices of goods
constexpr double kRepaired = 0.4;    // output of industry, 1913 = 1, from which building is more than repair
constexpr double kRepairing = 0.25;  // more of it at which building is what tempo wants
constexpr double kMelting = 0.4;     // expected inflation a month at which lines are widest
constexpr double kTight = 0.55;      // of ordinary lines while cuts are on
constexpr double kOpenTrade = 0.9;   // room of private trade at a neutral course
constexpr double kCutOfGap = 0.04;   // of the gap between blades ordered off trust prices a month
constexpr double kDeepestCut = 0.12;
constexpr double kBankFrom = 0.4;          // share of exchange through money at which a bank can live
constexpr double kExportOfSurplus = 0.37;  // Mt, of a surplus of one Mt: the last tonnes are the dearest to move
constexpr double kExportPower = 0.6;
constexpr double kExportLift = 0.8;   // more of it when the blades are wide apart
constexpr double kLiftFrom = 1.3;     // scissors from which that begins
constexpr double kExportSpeed = 0.3;  // a month
constexpr double kFood = 205;         // kg a year of a villager
constexpr double kHorseFeed = 330;    // kg a year
constexpr double kCattleFeed = 75;    // kg a year of a head
constexpr double kSeed = 105;         // kg a hectare

// What an economic body sees before it acts.
struct View {
  double scissors = 1;
  double inflation = 0;
  double shortfall = 0;
  double availability = 1;
  double course = 0;  // -1 force .. 1 incentives
  double tempo = 0;
  double cover = 1;      // of towns' need of bread
  double hungry = 0;     // share of villagers
  double monetised = 0;  // share of exchange through money
  double output = 0;     // of industry, 1913 = 1
  bool reformed = false;
};

class Desk {
 public:
  explicit Desk(Policy& policy) : policy_(policy) {}
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
  // Months count only while there is something to build on: a bank at work, most exchange in money.
  const bool wanted = view.inflation > reaction.inflation_alarm && view.monetised > kBankFrom + 0.1;
  money.alarm_months = wanted ? money.alarm_months + 1 : larger(0, money.alarm_months - 0.5);
  double currency = desk.now(Instrument::stable_currency);
  if (currency < 1 && money.alarm_months >= reaction.patience) currency = 1;
  if (currency >= 1 && money.stable_share > reaction.reform_share) currency = 2;
  desk.set(Instrument::stable_currency, currency);
  const double relief = 1 - 0.25 * policy[Lever::pay_relief];
  // The class line in taxes: the harder the course the more is laid on the well-to-do, the more relief the more on all but the
  // poor.
  const double line = 1 - 0.25 * view.course + 0.3 * policy[Lever::pay_relief];
  state.budget.tax_progression += 0.1 * (clamp(line, 0.5, 2) - state.budget.tax_progression);
  if (view.reformed) {
    desk.ease(Instrument::tax_in_kind, 0, 0.3);
    desk.ease(Instrument::money_tax, (kTax + kTaxTempo * view.tempo - kTaxCourse * larger(0, view.course)) * relief, 0.15);
  } else {
    const double kind = view.course < -0.3 ? 0.105 : 0.105 - 0.02 * larger(0, view.course);
    desk.ease(Instrument::tax_in_kind, currency >= 1 ? kind * 0.6 : kind, 0.3);
    // Half in grain, half in money, from the time there is a money whose worth does not melt on its way to the treasury.
    desk.ease(Instrument::money_tax, currency >= 1 ? kTaxBeside * relief : 0, 0.2);
  }
}

// Bank and industry: cuts and tight credit while the scissors are open; ceilings that rise while goods are short.
void set_industry(Desk& desk, const Params& params, const View& view, const Policy& policy, double reform_months) {
  const ReactionParams& reaction = params.reaction;
  // A campaign for lower prices, once begun, goes on until villages buy as before.
  const bool begun = desk.now(Instrument::price_cut) > 0;
  const bool open = view.scissors > (begun ? reaction.scissors_calm : reaction.scissors_alarm) && view.inflation < 2;
  // No bank where little runs through money: its lines open as exchange returns to it.
  const double bank = reaction.credit_normal * clamp((view.monetised - kBankFrom) / (1 - kBankFrom) * 2, 0, 1);
  // Loans in falling money melt before they are repaid: all ask for more, and a bank that brings notes of its own into use, by
  // lending, gives it.
  const double melting = view.reformed ? 0 : clamp(view.inflation / kMelting, 0, 1);
  desk.ease(Instrument::credit_limit, open ? bank * kTight : bank * (1 + reaction.placing * melting), 0.3);
  desk.set(Instrument::price_cut, open ? clamp(kCutOfGap * (view.scissors - 1), 0, kDeepestCut) : 0);
  // Full shelves and channels not yet filled after a reform allow more credit, empty shelves less.
  const double young = view.reformed ? clamp(1 - reform_months / reaction.filling, 0, 1) : 0;
  const double growth = 0.013 + 0.015 * view.tempo + 0.03 * young + 0.2 * clamp(view.availability - 0.95, -0.05, 0.05);
  desk.ease(Instrument::bank_growth, growth, 0.2);
  if (view.reformed) {
    const double held = desk.now(Instrument::price_ceiling);
    const double start = held > 0 ? held : 2.15;
    // Cheaper goods for villages are policy while the blades are apart; only near parity do empty shelves count for more.
    const bool dearer = view.availability < 0.93 && view.scissors < kNearParity && policy[Lever::private_trade] > 0;
    desk.set(Instrument::price_ceiling, clamp(start * (1 + (dearer ? 0.003 : -0.003)), 1.8, 2.6));
  }
  desk.ease(Instrument::budget_hardness, 0.45 + 0.4 * policy[Lever::closures], 0.2);
  // While idle plant can be put to work repairs come first; building begins as what was inherited is used again.
  const double means = view.reformed ? clamp((view.output - kRepaired) / kRepairing, 0, 1) : 0;
  desk.ease(Instrument::investment_tempo, 1 + means * (0.15 + 0.65 * view.tempo), 0.08);
}

// Room of private trade under the law: wide at a neutral course, narrowed quickly once the course turns against it.
double legal_room(double trade) {
  return trade >= 0 ? kOpenTrade + 0.05 * smaller(1, trade / 0.4) : clamp(kOpenTrade + 1.1 * trade, 0.03, 1);
}

// The price paid for grain follows the market of the last year; courses lean on it.
void set_grain_price(Desk& desk, const State& state, const Params& params, const View& view) {
  if (desk.now(Instrument::stable_currency) < 1) return;
  const double market = mean_grain_price(state) / params.scale.grain_price / reform_unit(state, params);
  const double lean =
      clamp(params.reaction.price_share + 0.1 * view.course - params.reaction.price_tempo * view.tempo, 0.4, 1.2);
  const double held = desk.now(Instrument::state_grain_price);
  const double wanted = clamp(market * lean, 0.6, 2.2);
  desk.set(Instrument::state_grain_price, held > 0 ? held + params.reaction.price_speed * (wanted - held) : wanted);
}

// Grain that stays at home in a year, Mt: food, feed and seed as the state's own balances reckon them.
double home_need(const State& state, const Params& params) {
  double people = 0;
  double animals = 0;
  double fields = 0;
  for (const FarmFlows& flows : state.regions.flows) {
    people += flows.people.real();
    animals += static_cast<double>(flows.horses) * kHorseFeed + static_cast<double>(flows.cattle) * kCattleFeed;
    fields += static_cast<double>(flows.sown_centihectares) / 100;
  }
  const double need = people * kFood + animals + fields * kSeed + town_people(state) * params.grain.town_need * 12;
  return need / kMegatonne * params.reaction.harvest_home;
}

// Export out of what stock and the collections still expected leave over when towns and army are fed until the next levy.
void set_export(Desk& desk, const State& state, const Params& params, const View& view, Month month) {
  const TradeState& trade = state.trade;
  const std::size_t slot = static_cast<std::size_t>(month.month() - 1);
  const bool known = trade.collections_last.size() == 12;
  const double year = known ? static_cast<double>(trade.collections_last[5]) : 0;
  const double so_far =
      known && (month.month() >= 7 || month.month() <= 5) ? static_cast<double>(trade.collections_last[slot]) : year;
  const double to_come = larger(0, year - (month.month() == 7 ? 0 : so_far)) * 0.9;
  const double left = static_cast<double>(months_to_harvest(month)) + 1;
  const double stock = static_cast<double>(state.grain.state_stock);
  const double spare = (stock + to_come - state_need(state, params) * left) / kMegatonne - 0.5 * params.grain.reserve;
  // A good harvest is planned for abroad before it is collected: what is left when people, animals and fields have had theirs.
  const bool counted = trade.harvest_total > 0 && (month.month() >= 10 || month.month() <= 6);
  const double harvest = counted ? static_cast<double>(trade.harvest_total) : state.history.harvest_last;
  const double surplus = harvest / kMegatonne - home_need(state, params);
  // While the blades are apart grain is sent abroad to lift its price at home.
  const double lift = 1 + kExportLift * clamp(view.scissors - kLiftFrom, 0, 1);
  const double hoped = surplus > 0 ? kExportOfSurplus * pow(surplus, kExportPower) * lift : 0;
  const double fed = clamp((view.cover - 0.75) / 0.15, 0, 1) * clamp(1.5 - 5 * view.shortfall, 0, 1);
  desk.ease(Instrument::grain_export, clamp(larger(spare * params.reaction.export_share, hoped), 0, 4) * fed, kExportSpeed);
}

// Food and trade: legality, procurement, force, exports, rations, relief.
void set_grain(Desk& desk, State& state, const Params& params, const View& view, const Policy& policy, Month month) {
  const double trade = policy[Lever::private_trade];
  const double legality = legal_room(trade);
  desk.ease(Instrument::trade_legality, legality, 0.25);
  set_grain_price(desk, state, params, view);
  const double forced = view.course < 0 ? -view.course : 0;
  const double alarm = larger(0, view.shortfall - params.reaction.force_threshold);
  desk.ease(Instrument::procurement_force, forced * smaller(1.4, 0.35 + 3.5 * alarm), 0.5);
  set_export(desk, state, params, view, month);
  // Bread is rationed where trade is not lawful and where towns go hungry.
  desk.ease(Instrument::ration_priority, clamp(0.9 * (1 - legality) - 0.1 + larger(0, 0.8 - view.cover), 0, 1), 0.2);
  const double famine = larger(0, view.hungry - params.reaction.famine_alarm);
  desk.ease(Instrument::relief, clamp(famine * 12, 0, 2.6) * (0.6 + 0.4 * (1 + view.course) / 2), 0.35);
  desk.set(Instrument::requisition, view.course < -0.75 && trade < -0.5 && !view.reformed ? 8 * forced : 0);
  const double means = clamp(state.trade.gold / 100, 0, 1);
  desk.ease(Instrument::gold_sales, (famine > 0 || view.cover < 0.7 ? 150 : 10 + 25 * view.tempo) * means, 0.2);
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
  view.monetised = state.money.monetised;
  view.reformed = state.money.reformed > 0;
  view.output = industry_index(state, params);
  view.cover = 0;
  for (std::size_t s = 0; s < kStrata; ++s) view.cover += state.towns.share[s] * state.towns.cover[s];
  double people = 0;
  for (const FarmFlows& flows : state.regions.flows) {
    view.hungry += static_cast<double>(flows.hungry_people);
    people += flows.people.real();
  }
  view.hungry = people > 0 ? view.hungry / people : 0;
  Desk desk(policy);
  set_money(desk, state, params, view, policy);
  set_industry(desk, params, view, policy, state.money.reform_months);
  set_grain(desk, state, params, view, policy, month);
}

}  // namespace thermidor::economy
