#include "economy/feed_towns.hpp"

#include <array>

#include "core/math.hpp"
#include "economy/grain_market.hpp"
#include "economy/measures.hpp"

namespace thermidor::economy {
namespace {

constexpr double kLevyLag = 2;           // months from the harvest to the first levy
constexpr double kHorizon = 6;           // months for which the state keeps its stock at most
constexpr double kTrusted = 0.7;         // of last year's collections, counted on before the new ones are under way
constexpr double kInShops = 0.8;         // of the state's stock that can be sold within a month
constexpr double kLeastAppetite = 0.85;  // of need, wanted at any price

// Bread of the month: what shops let go, at what price, to whom.
struct Table {
  double price_state = 0;
  double price_normal = 0;
  double released = 0;  // kg of state grain per kg of need
  double open = 1;      // of it sold to whoever comes; the rest is on cards
  StrataValues weight{};
};

// Buys up to `want` kg from a stock for the buyer's money; returns kg bought.
std::int64_t buy_bread(Ledger& ledger, double& spent, std::size_t buyer, std::size_t seller, std::int64_t& stock, double want,
                       double price) {
  const double limit = smaller(want, static_cast<double>(stock));
  if (limit <= 0 || price <= 0) return 0;
  const double affordable = smaller(limit, cash(ledger, buyer) / price);
  const std::int64_t kilograms = whole(affordable);
  spent += static_cast<double>(pay(ledger, buyer, seller, static_cast<double>(kilograms) * price));
  stock -= kilograms;
  return kilograms;
}

// Where bread in open shops costs less than in the bazaar, villagers and resellers stand in the queue too: they carry off a
// share of it that grows with the gap and sell it at the free price. Cards shut them out. Returns that share.
double carry_off(State& state, const Params& params, const Table& table, double need, std::size_t r) {
  const double free = state.regions.price[r];
  const double gap = free > 0 ? clamp(1 - table.price_state / free, 0, 1) : 0;
  const double share = params.town.resale * gap * table.open;
  double spent = 0;
  const std::int64_t carried = buy_bread(state.ledger, spent, at(Account::traders), at(Account::agency),
                                         state.grain.state_stock, need * table.released * share, table.price_state);
  state.grain.traders[r] += carried;
  state.towns.resold += static_cast<double>(carried);
  return share;
}

// The bazaar's bread when there is less of it than is wanted: it goes where most money is offered for it.
StrataValues outbid(double stock, const StrataValues& want, const StrataValues& purse) {
  StrataValues got{};
  double left = stock;
  for (std::size_t round = 0; round < kStrata; ++round) {
    double offered = 0;
    for (std::size_t s = 0; s < kStrata; ++s) offered += got[s] < want[s] ? purse[s] : 0;
    if (offered <= 0 || left <= 0) break;
    const double dealt = left;
    for (std::size_t s = 0; s < kStrata; ++s) {
      if (got[s] >= want[s]) continue;
      const double part = smaller(dealt * purse[s] / offered, want[s] - got[s]);
      got[s] += part;
      left -= part;
    }
  }
  return got;
}

// State bread is dealt by cards or in the queue, the rest of the table is bought at the free price (M020).
double feed_region(State& state, const Params& params, const Table& table, std::size_t r) {
  TownState& towns = state.towns;
  const double people = static_cast<double>(state.regions.townspeople[r]);
  const double free = state.regions.price[r] * (1 + params.grain.town_margin);
  const double share = people / larger(1, towns.people_fed);
  const double all = people * params.grain.town_need;
  const double kept = 1 - carry_off(state, params, table, all, r);
  StrataValues want{};
  StrataValues purse{};
  double eaten = 0;
  for (std::size_t s = 0; s < kStrata; ++s) {
    const double need = all * towns.share[s];
    if (need <= 0) continue;
    purse[s] = towns.food_purse[s] * share;
    const double ration =
        smaller(need * table.released * kept * table.weight[s], table.price_state > 0 ? purse[s] / table.price_state : need);
    const std::int64_t given = buy_bread(state.ledger, towns.bread_spent, stratum_account(s), at(Account::agency),
                                         state.grain.state_stock, ration, table.price_state);
    purse[s] = larger(0, purse[s] - static_cast<double>(given) * table.price_state);
    // Dear bread is eaten more sparingly, but who can pay does not starve for its price.
    const double sparing = pow(larger(free / table.price_normal, 0.25), -params.town.elasticity[s]);
    const double appetite = need * larger(sparing, kLeastAppetite);
    want[s] = smaller(larger(0, appetite - static_cast<double>(given)), purse[s] / larger(free, 1e-9));
    towns.bread_wanted += want[s];
    towns.eaten[s] += static_cast<double>(given);
    towns.state_bread += static_cast<double>(given);
    state.grain.eaten += given;
    eaten += static_cast<double>(given);
  }
  const StrataValues got = outbid(static_cast<double>(state.grain.traders[r]), want, purse);
  for (std::size_t s = 0; s < kStrata; ++s) {
    const std::int64_t bought = buy_bread(state.ledger, towns.bread_spent, stratum_account(s), at(Account::traders),
                                          state.grain.traders[r], got[s], free);
    state.grain.eaten += bought;
    towns.eaten[s] += static_cast<double>(bought);
    state.trade.bread_private += static_cast<double>(bought) * free;
    eaten += static_cast<double>(bought);
  }
  return eaten;
}

void settle_cover(State& state, const Params& params) {
  for (std::size_t s = 0; s < kStrata; ++s) {
    const double need = state.towns.people_fed * state.towns.share[s] * params.grain.town_need;
    state.towns.cover[s] = need > 0 ? state.towns.eaten[s] / need : 1;
  }
}

// Grain that the state still expects until the harvest: what came in last year from now on, as far as this year's collections
// keep pace with it.
double grain_to_come(const State& state, Month month) {
  const TradeState& trade = state.trade;
  if (trade.collections_last.size() != 12 || (month.month() >= 6 && month.month() <= 8)) return 0;
  const double year = static_cast<double>(trade.collections_last[5]);
  const double then = static_cast<double>(trade.collections_last[static_cast<std::size_t>(month.month() - 1)]);
  if (then <= 0) return 0;
  // In September the pace says little yet.
  const double least = month.month() == 9 ? kTrusted : 0;
  return larger(0, year - then) * clamp(static_cast<double>(trade.collections_total) / then, least, 1.2);
}

// Money that each stratum would spend on bread: a share of income; hungry people also spend savings.
void fill_purses(State& state, const Params& params) {
  TownState& towns = state.towns;
  const StrataValues weights = income_weights(state, params);
  double weight_sum = 0;
  for (const double weight : weights) weight_sum += weight;
  for (std::size_t s = 0; s < kStrata; ++s) {
    const double income = larger(towns.income, towns.income_smooth) * weights[s] / weight_sum;
    const double held = cash(state.ledger, stratum_account(s));
    towns.food_purse[s] = smaller(held, larger(params.town.food_limit[s] * income, held * 0.3));
  }
}

Table lay_table(const State& state, const Params& params, const Policy& policy, Month month) {
  Table table;
  table.price_state = shop_price(state, params);
  table.price_normal = normal_grain_price(state, params) * (1 + params.grain.town_margin);
  // What is expected cannot be eaten yet, and what is sold abroad waits in the ports.
  const double ports = export_plan(policy, month);
  const double there = kInShops * larger(0, static_cast<double>(state.grain.state_stock) - ports);
  table.released = smaller(params.grain.state_share * state_release(state, params, policy, month),
                           there / larger(1, town_need(state, params)));
  table.open = 1 - policy[Instrument::ration_priority];
  double mean_weight = 0;
  for (std::size_t s = 0; s < kStrata; ++s) mean_weight += state.towns.share[s] * params.town.ration[s];
  for (std::size_t s = 0; s < kStrata; ++s) {
    // Cards go by class; where bread is not rationed the shops are open to all.
    table.weight[s] = 1 + policy[Instrument::ration_priority] * (params.town.ration[s] / mean_weight - 1);
  }
  return table;
}

}  // namespace

void spoil_stocks(State& state, const Params& params, Month month) {
  std::uint32_t turn = static_cast<std::uint32_t>(month.index) * 0x9E3779B9U;
  const auto spoil = [&](std::int64_t& stock) {
    // Fractions of a kilogram are spread over months and stocks, so that small stocks do not keep for ever.
    const double fraction = static_cast<double>(turn) * 0x1p-32;
    const std::int64_t lost = whole(static_cast<double>(stock) * params.grain.spoilage + fraction);
    turn += 0x85EBCA6BU;
    stock -= lost;
    state.grain.spoiled += lost;
  };
  spoil(state.grain.state_stock);
  for (std::int64_t& stock : state.grain.traders) spoil(stock);
}

double state_release(const State& state, const Params& params, const Policy& policy, Month month) {
  const double need = state_need(state, params);
  // The levy of the new harvest does not come in before autumn: stocks must last until then.
  const double levy = month.month() >= 7 && month.month() <= 8 ? 9 - month.month() : months_to_harvest(month) + kLevyLag;
  const double most = smaller(levy, kHorizon);
  const double coming = grain_to_come(state, month) * smaller(1, kHorizon / larger(1, levy)) -
                        policy[Instrument::grain_export] * kMegatonne / 12 * most;
  const double lasts = (static_cast<double>(state.grain.state_stock) + larger(0, coming)) / larger(1, need * most);
  // Without rations state and co-operative shops sell bread as far as their network reaches.
  const double open = 0.3 + 0.35 * (1 - state.trade.private_share);
  const double priority = open + (1 - open) * policy[Instrument::ration_priority];
  return clamp(lasts * priority * 1.6, 0, 1);
}

double shop_price(const State& state, const Params& params) {
  // Rations are dear to the state, not to the eater: they never cost more than bread does in ordinary years, and next to
  // nothing until exchange runs through money.
  const double price = smaller(smaller(state.money.state_grain, mean_grain_price(state)), normal_grain_price(state, params));
  return price * (1 + params.grain.town_margin) * clamp(0.05 + 1.2 * state.money.monetised, 0, 1);
}

void feed_towns(State& state, const Params& params, const Policy& policy, Month month) {
  TownState& towns = state.towns;
  towns.people_fed = town_people(state);
  towns.eaten = {};
  towns.state_bread = 0;
  towns.bread_wanted = 0;
  towns.bread_spent = 0;
  state.trade.bread_private = 0;
  const Table table = lay_table(state, params, policy, month);
  fill_purses(state, params);
  for (std::size_t r = 0; r < params.regions.size(); ++r) {
    const double need = static_cast<double>(state.regions.townspeople[r]) * params.grain.town_need;
    const double eaten = feed_region(state, params, table, r);
    state.regions.cover[r] = need > 0 ? eaten / need : 1;
  }
  double village_bread = 0;
  for (const FarmFlows& flows : state.regions.flows) village_bread += flows.spent_bread.real();
  state.trade.bread_turnover = state.trade.bread_private + village_bread;
  state.traders.bread_state = larger(0, towns.bread_spent - state.trade.bread_private);
  settle_cover(state, params);
  state.trade.state_bread = clamp(towns.state_bread / larger(1, town_need(state, params)), 0, 1);
  const std::int64_t army =
      whole(smaller(params.grain.army_need * kMegatonne / 12, static_cast<double>(state.grain.state_stock)));
  state.grain.state_stock -= army;
  state.grain.army += army;
  spoil_stocks(state, params, month);
}

}  // namespace thermidor::economy
