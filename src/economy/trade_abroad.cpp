#include "economy/trade_abroad.hpp"

#include "core/math.hpp"
#include "economy/measures.hpp"
#include "economy/shop.hpp"

namespace thermidor::economy {
namespace {

constexpr double kRawImports = 0.42;      // of import money: cotton, wool, leather
constexpr double kMachineImports = 0.33;  // the rest is goods
constexpr double kGoldDug = 2.5;          // million gold roubles a month
constexpr double kOpenLeast = 6;          // months' worth of gold kept back
constexpr double kMinimumOutput = 0.08;
constexpr double kBreadLine = 0.9;  // cover of towns' bread below which grain is bought abroad

// Kopecks in force that the bank pays for a million gold roubles: parity in the reform unit.
double kopecks_per_gold(const State& state, const Params& params) { return kMillion * reform_unit(state, params); }

double export_grain(State& state, const Params& params, const Policy& policy, const OutsideSignal& outside, Month month) {
  const bool season = month.month() >= 9 || month.month() <= 4;
  const double plan = policy[Instrument::grain_export] * kMegatonne / 8 * (season ? 1 : 0);
  const double spare = larger(0, static_cast<double>(state.grain.state_stock) - state_need(state, params));
  const std::int64_t sent = whole(smaller(plan, spare * 0.6));
  state.grain.state_stock -= sent;
  state.grain.exported += sent;
  state.trade.grain_exports = sent;
  const double gold = static_cast<double>(sent) * params.scale.grain_price * 1.5 / kMillion * outside.world_grain_price;
  receive_abroad(state.ledger, at(Account::agency), gold * kopecks_per_gold(state, params));
  return gold;
}

// Oil, timber, furs, flax, butter: as much as home output leaves and openness allows.
double export_other(State& state, const Params& params, const Policy& policy) {
  const double activity = larger(kMinimumOutput, industry_index(state, params));
  const double open = 0.85 + 0.15 * policy[Lever::world_economy];
  const double started = state.money.monetised * activity * open;
  const double gold = params.trade.other_exports * started;
  const double unit = kopecks_per_gold(state, params);
  receive_abroad(state.ledger, at(Account::heavy), gold * 0.35 * unit);
  const double raw = smaller(gold * 0.4 * kMillion, static_cast<double>(state.goods.raw_stock) * 0.12);
  const std::int64_t taken = whole(raw);
  state.goods.raw_stock -= taken;
  state.goods.raw_used += taken;
  receive_abroad(state.ledger, at(Account::agency), static_cast<double>(taken) / kMillion * unit);
  const double goods = smaller(gold * 0.25 * kMillion, goods_stock(state) * 0.06);
  const std::int64_t money = receive_abroad(state.ledger, at(Account::shops), goods / kMillion * unit);
  deliver_goods(state, params, goods, static_cast<double>(money), Buyer::state);
  return gold * 0.35 + (static_cast<double>(taken) + goods) / kMillion;
}

// Pays abroad in gold at parity, out of the importer's till. Returns gold spent.
double buy_abroad(State& state, const Params& params, Account importer, double gold) {
  const double unit = kopecks_per_gold(state, params);
  return static_cast<double>(pay_abroad(state.ledger, at(importer), gold * unit)) / unit;
}

// Grain is bought while towns lack bread; in a famine relief is given from abroad as far as the country is open to it (O15).
double bring_grain(State& state, const Params& params, const Policy& policy, const OutsideSignal& outside, double means) {
  double cover = 0;
  for (std::size_t s = 0; s < kStrata; ++s) cover += state.towns.share[s] * state.towns.cover[s];
  const double hunger = clamp((kBreadLine - cover) / kBreadLine * 3, 0, 1);
  const double price = params.scale.grain_price * 1.5 / kMillion * larger(outside.world_grain_price, 0.1);
  const double gold = buy_abroad(state, params, Account::budget, means * params.grain.imports * hunger);
  const double open = clamp(0.8 + policy[Lever::world_economy], 0, 1);
  const double gift = params.grain.gift * open * policy[Instrument::relief] * kMegatonne / 12;
  const std::int64_t landed = whole(gold / price + gift);
  state.grain.state_stock += landed;
  state.grain.given += landed;
  return gold;
}

}  // namespace

void trade_abroad(State& state, const Params& params, const Policy& policy, const OutsideSignal& outside, Month month) {
  TradeState& trade = state.trade;
  const double exports = export_grain(state, params, policy, outside, month) + export_other(state, params, policy);
  trade.exports_smooth += 0.25 * (exports - trade.exports_smooth);
  // Imports are paid by exports, gold sold and credit; a bad harvest or missing goods draw on the reserve.
  const double sales = policy[Instrument::gold_sales] / 12;
  const double lack = larger(0, 0.97 - trade.availability) * 40 * state.money.reformed;
  const double reserve = larger(0, trade.gold - kOpenLeast) / 36;
  double means = params.trade.import_share * trade.exports_smooth + sales + outside.foreign_credit + smaller(lack, reserve);
  means = smaller(means, trade.gold * 0.5 + exports + outside.foreign_credit);
  const double world = larger(outside.world_goods_price, 0.1);
  const double bread = bring_grain(state, params, policy, outside, means);
  means -= bread;
  const double raw_gold = buy_abroad(state, params, Account::agency, means * kRawImports);
  const std::int64_t raw = whole(raw_gold / world * kMillion);
  state.goods.raw_stock += raw;
  state.goods.raw_bought += raw;
  const double machines = buy_abroad(state, params, Account::budget, means * kMachineImports);
  trade.machines_imported = machines / world * kMillion;
  // Goods come in with what is left of the means, and past an eased monopoly (M033, M034).
  const double eased = params.trade.smuggling * (1 - policy[Lever::trade_monopoly]);
  const double goods = buy_abroad(state, params, Account::shops, means * (1 - kRawImports - kMachineImports));
  const double past = buy_abroad(state, params, Account::traders, eased * trade.turnover / kMillion * 0.3);
  const std::int64_t landed = whole((goods + past) / world * kMillion);
  state.goods.crafts_stock += landed;
  state.goods.imported += landed;
  trade.competition = eased;
  trade.exports = exports;
  trade.imports = bread + raw_gold + machines + goods + past;
  trade.gold = larger(0, trade.gold + exports - trade.imports + kGoldDug + outside.foreign_credit);
}

}  // namespace thermidor::economy
