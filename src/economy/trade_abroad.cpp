#include "economy/trade_abroad.hpp"

#include "core/math.hpp"
#include "economy/grain_market.hpp"
#include "economy/measures.hpp"
#include "economy/shop.hpp"

namespace thermidor::economy {
namespace {

constexpr double kGoldDug = 2.5;  // million gold roubles a month
constexpr double kMinimumOutput = 0.08;
constexpr double kBreadLine = 0.9;      // cover of towns' bread below which grain is bought abroad
constexpr double kReserveMost = 0.25;   // of the gold in hand that may be spent in a month
constexpr double kCover = 2.0;          // times the usual reserve while a new currency is being brought in
constexpr double kInPorts = 0.6;        // of the state's stock that can be shipped in a month
constexpr double kHeavyExports = 0.35;  // of other exports: oil, timber, ores
constexpr double kFarmExports = 0.4;    // flax, butter, eggs, furs, hides
constexpr double kHeads = 1e6;          // head in a million head
constexpr double kHomeRaw = 0.25;       // of raw materials in store that can be sent abroad in a month
constexpr double kHomeGoods = 0.06;     // of goods in store
constexpr double kRecognised = 0.85;    // of markets abroad that are open to a country that nobody recognises
constexpr double kWantOfGoods = 1.0;    // how far missing goods make the reserve be held lower
constexpr double kWantOfBread = 2.0;    // how far missing grain does
constexpr double kWideGap = 0.3;        // gap of home over world prices that gives smuggling its full strength
constexpr double kEased = 0.3;          // of turnover that an open frontier would bring in at a wide gap
constexpr double kFreight = 1.15;       // landed price over the world's
constexpr double kRawMonths = 1.5;      // store of raw materials that calls for no more imports of them than usual

// Kopecks in force that the bank pays for a million gold roubles: parity in the reform unit.
double kopecks_per_gold(const State& state, const Params& params) { return kMillion * reform_unit(state, params); }

double export_grain(State& state, const Params& params, const Policy& policy, const OutsideSignal& outside, Month month) {
  const double plan = export_plan(policy, month);
  const std::int64_t sent = whole(smaller(plan, static_cast<double>(state.grain.state_stock) * kInPorts));
  state.grain.state_stock -= sent;
  state.grain.exported += sent;
  state.trade.grain_exports = sent;
  const double price = params.scale.grain_price * params.abroad.fob * outside.world_grain_price / kMillion;
  const double gold = static_cast<double>(sent) * price;
  receive_abroad(state.ledger, at(Account::agency), gold * kopecks_per_gold(state, params));
  return gold;
}

// Gold that the monopoly would hold: some months of export receipts; twice as much while a young currency beside the old one
// needs gold behind it.
double reserve_wanted(const State& state, const Params& params, const Policy& policy) {
  const bool young = policy[Instrument::stable_currency] >= 1 && state.money.reformed <= 0;
  return params.abroad.reserve_months * (young ? kCover : 1) * state.trade.exports_smooth;
}

// Buyers, missions, sorting and credit abroad were lost in the war. Trade brings trade: what is won back grows with what there
// is, up to what is open to a country as far as it is recognised.
void regain_markets(State& state, const Params& params, const OutsideSignal& outside) {
  const double open = kRecognised + (1 - kRecognised) * clamp(2 * outside.recognition, 0, 1);
  double& reach = state.trade.export_reach;
  reach = clamp(reach + params.abroad.regained * reach * (1 - reach / open), 0.01, 1);
}

// How much more is sent abroad than prices at home would let go: the plan of imports must be paid for, so the less gold is
// left the more is exported, at a loss if need be.
double export_drive(const State& state, const Params& params, const Policy& policy) {
  const double wanted = reserve_wanted(state, params, policy);
  return 1 + params.abroad.drive * (wanted > 0 ? clamp(1 - state.trade.gold / wanted, 0, 1) : 0);
}

// Oil, timber, furs, flax, butter: as much as home output leaves, markets abroad take and prices at home do not forbid.
double export_other(State& state, const Params& params, const Policy& policy, const OutsideSignal& outside) {
  regain_markets(state, params, outside);
  const double industry = larger(kMinimumOutput, industry_index(state, params));
  double cattle = 0;
  for (const FarmFlows& flows : state.regions.flows) cattle += static_cast<double>(flows.cattle);
  const double farms = clamp(cattle / (params.scale.cattle * kHeads), 0.3, 1.5);
  const double open = 0.85 + 0.15 * policy[Lever::world_economy];
  const double dear = state.money.level / (params.money.reform_level * reform_unit(state, params));
  const double paying = clamp(pow(dear, -params.abroad.overvalued), 0.3, 1.5);
  const double world = larger(0.1, 0.5 * (outside.world_grain_price + outside.world_goods_price));
  const double volume = params.trade.other_exports * kMillion * state.money.monetised * open * paying *
                        state.trade.export_reach * export_drive(state, params, policy);
  const double unit = kopecks_per_gold(state, params) * world / kMillion;  // kopecks in force for one of 1913 sold abroad
  const double heavy = volume * kHeavyExports * industry;
  receive_abroad(state.ledger, at(Account::heavy), heavy * unit);
  state.trade.raw_for_export = volume * kFarmExports * farms;
  const std::int64_t taken = whole(smaller(state.trade.raw_for_export, static_cast<double>(state.goods.raw_stock) * kHomeRaw));
  state.goods.raw_stock -= taken;
  state.goods.raw_used += taken;
  receive_abroad(state.ledger, at(Account::agency), static_cast<double>(taken) * unit);
  const double goods = smaller(volume * (1 - kHeavyExports - kFarmExports) * industry, goods_stock(state) * kHomeGoods);
  const std::int64_t money = receive_abroad(state.ledger, at(Account::shops), goods * unit);
  deliver_goods(state, params, goods, static_cast<double>(money), Buyer::state);
  return (heavy + static_cast<double>(taken) + goods) / kMillion * world;
}

// Lenders look at what service already takes of exports and at the country's standing (S50); what they lend is due in months.
double borrow_abroad(State& state, const Params& params, const OutsideSignal& outside, double means) {
  TradeState& trade = state.trade;
  const AbroadParams& abroad = params.abroad;
  const double interest = trade.foreign_debt * abroad.credit_interest / 12;
  const double due = interest + trade.foreign_debt / abroad.credit_months;
  trade.debt_service = smaller(due, means);
  const double principal = larger(0, trade.debt_service - interest);
  const double missed = due > 0 ? 1 - trade.debt_service / due : 0;
  const double burden = due / larger(trade.exports_smooth + 0.05 * trade.gold, 1);
  const double seen = clamp(burden / abroad.burden + missed, 0, 1);
  trade.default_risk += 0.2 * (seen - trade.default_risk);
  const double standing = 1 - abroad.recognition + abroad.recognition * clamp(2 * outside.recognition, 0, 1.5);
  trade.credit_taken = outside.foreign_credit * standing * (1 - trade.default_risk);
  trade.foreign_debt =
      larger(0, trade.foreign_debt - principal + larger(0, interest - trade.debt_service)) + trade.credit_taken;
  return trade.credit_taken - trade.debt_service;
}

// Pays abroad in gold at parity, out of the importer's till, with customs on top where they are due. Returns gold spent.
double buy_abroad(State& state, const Params& params, Account importer, double gold, double duty) {
  const double unit = kopecks_per_gold(state, params);
  const double able = smaller(gold, cash(state.ledger, importer) / (unit * (1 + duty)));
  const double spent = static_cast<double>(pay_abroad(state.ledger, at(importer), able * unit)) / unit;
  state.budget.customs += static_cast<double>(pay(state.ledger, importer, Account::budget, spent * duty * unit));
  return spent;
}

// Grain is bought while towns lack bread; in a famine relief is given from abroad as far as the country is open to it (O15).
double bring_grain(State& state, const Params& params, const Policy& policy, const OutsideSignal& outside, double means) {
  double cover = 0;
  for (std::size_t s = 0; s < kStrata; ++s) cover += state.towns.share[s] * state.towns.cover[s];
  const double hunger = clamp((kBreadLine - cover) / kBreadLine * 3, 0, 1);
  const double price = params.scale.grain_price * params.abroad.fob / kMillion * larger(outside.world_grain_price, 0.1);
  const double gold = buy_abroad(state, params, Account::budget, means * params.grain.imports * hunger, 0);
  const double open = clamp(0.8 + policy[Lever::world_economy], 0, 1);
  const double gift = params.grain.gift * open * policy[Instrument::relief] * kMegatonne / 12;
  const std::int64_t landed = whole(gold / price + gift);
  state.grain.state_stock += landed;
  state.grain.given += landed;
  return gold;
}

// Money for imports: lasting receipts, gold ordered sold, and what the reserve holds beyond its months; missing goods and
// missing bread are a reason to hold fewer.
double plan_imports(const State& state, const Params& params, const Policy& policy, double means) {
  const TradeState& trade = state.trade;
  const AbroadParams& abroad = params.abroad;
  const double goods = larger(0, 0.97 - trade.availability) * kWantOfGoods * state.money.reformed;
  const double lack = clamp(goods + kWantOfBread * trade.shortfall, 0, 0.8);
  const double drawn = abroad.reserve_speed * (trade.gold - reserve_wanted(state, params, policy) * (1 - lack));
  const double plan = abroad.spent * trade.exports_smooth + policy[Instrument::gold_sales] / 12 + drawn;
  return clamp(plan, 0, larger(0, means));
}

// How far goods abroad are the cheaper, landed: 1 at a wide gap.
double pull_of_imports(const State& state, const Params& params, double world) {
  const double gap = state.money.goods / (reform_unit(state, params) * world * kFreight) - 1;
  return clamp(gap / kWideGap, 0, 1.5);
}

// Where anybody may import, merchants outbid the state for exchange as long as goods sell dearer at home than abroad; what
// they bring is what people buy, not what works need (M033, M034). Returns gold spent.
double import_freely(State& state, const Params& params, const Policy& policy, double world, double means) {
  const double open = clamp(1 - policy[Lever::trade_monopoly], 0, 1);
  state.trade.competition = params.trade.smuggling * open;
  const double wanted = pull_of_imports(state, params, world) * open * kEased * state.trade.turnover;
  return buy_abroad(state, params, Account::traders, smaller(wanted / kMillion, means * open), 0);
}

// Goods that leak past the monopoly. Returns gold spent.
double smuggle(State& state, const Params& params, double world, double means) {
  const double wanted = pull_of_imports(state, params, world) * params.abroad.leak * state.trade.turnover;
  return buy_abroad(state, params, Account::traders, smaller(wanted / kMillion, means), 0);
}

// Uses of import money: bread first, then raw materials by the state of the stores, machines by tempo, goods with the rest.
void spend_abroad(State& state, const Params& params, const Policy& policy, double means, double world) {
  TradeState& trade = state.trade;
  double use = 0;
  for (std::size_t b = 0; b < params.branches.size(); ++b) use += params.branches[b].raw * state.branches.need[b];
  const double stored = static_cast<double>(state.goods.raw_stock) / larger(1, use);
  const double raw_share = params.abroad.raw * clamp(1.5 - 0.5 * stored / kRawMonths, 0.5, 1.3);
  const double machine_share = params.abroad.machines + params.abroad.machines_tempo * policy[Lever::industrial_tempo];
  const double scale = smaller(1, 0.95 / (raw_share + machine_share));
  trade.imports_raw = buy_abroad(state, params, Account::agency, means * raw_share * scale, params.budget.customs * 0.5);
  const std::int64_t raw = whole(trade.imports_raw / world * kMillion);
  state.goods.raw_stock += raw;
  state.goods.raw_bought += raw;
  trade.imports_machines = buy_abroad(state, params, Account::budget, means * machine_share * scale, 0);
  // Division of labour with the world: more and better machines for the money (M037).
  const double better = 1 + params.abroad.openness * policy[Lever::world_economy];
  trade.machines_imported = trade.imports_machines / world * better * kMillion;
  const double rest = means * (1 - (raw_share + machine_share) * scale);
  // What shops cannot pay beforehand the foreign-trade office orders on the budget's account.
  trade.imports_goods = buy_abroad(state, params, Account::shops, rest, params.budget.customs);
  trade.imports_goods += buy_abroad(state, params, Account::budget, rest - trade.imports_goods, 0);
  land_goods(state.goods, trade.imports_goods / world * kMillion);
}

}  // namespace

void trade_abroad(State& state, const Params& params, const Policy& policy, const OutsideSignal& outside, Month month) {
  TradeState& trade = state.trade;
  state.budget.customs = 0;
  trade.terms = outside.world_grain_price / larger(outside.world_goods_price, 0.1);
  trade.exports = export_grain(state, params, policy, outside, month) + export_other(state, params, policy, outside);
  // Plans are made with a year's receipts: a bad year is paid out of the reserve, a good one fills it.
  trade.exports_smooth += params.abroad.memory * (trade.exports - trade.exports_smooth);
  const double income = trade.exports + kGoldDug;
  const double before = trade.gold;
  const double credit = borrow_abroad(state, params, outside, income + before * kReserveMost);
  // No more is spent in a month than comes in and the part of the reserve that can be moved.
  const double most = larger(0, income + credit + before * kReserveMost);
  const double world = larger(outside.world_goods_price, 0.1);
  const double means = smaller(plan_imports(state, params, policy, most) + larger(0, credit), most);
  trade.imports_grain = bring_grain(state, params, policy, outside, means);
  const double free = import_freely(state, params, policy, world, most - trade.imports_grain);
  spend_abroad(state, params, policy, larger(0, smaller(means, most - free) - trade.imports_grain), world);
  const double spent = trade.imports_grain + trade.imports_raw + trade.imports_machines + trade.imports_goods;
  trade.smuggled = free + smuggle(state, params, world, larger(0, most - spent - free));
  land_goods(state.goods, trade.smuggled / world * kMillion);
  trade.imports = spent + trade.smuggled;
  trade.gold = larger(0, before + income + credit - trade.imports);
  trade.gold_sold = larger(0, before - trade.gold);
}

}  // namespace thermidor::economy
