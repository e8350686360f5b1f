#include "economy/move_retail.hpp"

#include "core/math.hpp"
#include "economy/measures.hpp"

namespace thermidor::economy {
namespace {

constexpr double kShelfMemory = 0.35;  // a month, of how goods could be had
constexpr double kCraftsInBasket = 0.2;
constexpr double kSmallGoods = 0.35;   // of small traders' money that stands in industrial goods, the rest in grain and food
constexpr double kRiskSlows = 0.4;     // of turnover lost at full risk
constexpr double kStretch = 1.5;       // what shops can handle in a busy month over an ordinary one
constexpr double kNiche = 0.08;        // of turnover that lawful private shops keep beside any network
constexpr double kBreadInShops = 0.6;  // of bread sold privately that is retail trade, the rest bazaar
constexpr double kHandedOut = 1.3;     // goods handed out by order per share of exchange without money, less what it exceeds 1
constexpr double kBoughtUp = 0.7;  // of what state shops sell that is bought up for resale if shelves were empty and trade free
constexpr double kStocksUsual = 2;  // months of sales that trusts hold without pressing goods on shops
constexpr double kStocksMost = 4;   // months beyond that from which no more can be pressed
constexpr double kPushedByCourse =
    0.4;  // how much harder the state pushes its own shops at a full course against private trade

// Stocks that trusts would give to co-operatives on credit, in months of sales. Goods are sold on credit only in money that
// keeps its value; for money that melts they go to whoever pays at once.
double on_credit(const State& state) {
  const double months = goods_stock(state) / larger(1, state.trade.turnover_smooth);
  return state.money.stable_share * clamp(months - kStocksUsual, 0, kStocksMost);
}

// Shops grow into what they do not reach yet, the harder the course is set against private trade and the more goods trusts
// give them on credit, and sell more when more comes in. New ones are mostly co-operative.
void grow_network(State& state, const Params& params, const Policy& policy, double before) {
  TradeState& trade = state.trade;
  const double turnover = larger(trade.turnover_smooth, 1);
  const double legal = policy[Instrument::trade_legality];
  const double limit = turnover * (params.trade.network_limit + (1.1 - params.trade.network_limit) * (1 - legal));
  const double gap = clamp(1 - trade.network / limit, -0.5, 1);
  const double push = 1 - kPushedByCourse * policy[Lever::private_trade];
  const double built = params.trade.network_growth * push * (gap > 0 ? gap * gap : gap) +
                       params.trade.network_pushed * on_credit(state) * larger(0, gap);
  const double fuller = params.trade.network_follow * clamp(log(turnover / larger(before, 1)), -0.1, 0.1);
  const double more = trade.network * (built + fuller);
  double& cooperatives = state.traders.cooperatives;
  const double share = trade.network > 0 ? cooperatives / trade.network : params.trade.cooperative_share;
  cooperatives += more * (more > 0 ? params.trade.cooperative_share : share);
  trade.network += more;
}

// What private trade can carry: capital turned over, and goods that trusts press on traders. Part goes on without licence.
void share_retail(State& state, const Params& params, const Policy& policy) {
  TradeState& trade = state.trade;
  TraderState& traders = state.traders;
  const double legal = policy[Instrument::trade_legality];
  const double turnover = larger(trade.turnover_smooth, 1);
  const double price = larger(state.money.goods, 1e-9);
  const double small = cash(state.ledger, Account::traders) * kSmallGoods / price;
  const double dealers = cash(state.ledger, Account::dealers) / price;
  const double turned = params.trade.capital_turns * (1 - kRiskSlows * traders.risk) * (small + dealers);
  const double consigned = params.trade.consignment * goods_stock(state);
  const double lawful = legal * (turned + consigned);
  const double unlawful = (1 - legal) * params.trade.shadow_room * (turned + consigned);
  // While exchange does not run through money most goods are handed out by order and never come to a shop.
  const double handed = clamp(kHandedOut * (1 - state.money.monetised) - (kHandedOut - 1), 0, 1);
  // Where goods are short at list prices traders buy up part of what state shops have and sell it dearer.
  const double network = trade.network * (1 - kBoughtUp * legal * larger(0, 1 - trade.availability));
  const double left = larger(turnover - network, kNiche * legal * turnover) * (1 - handed);
  const double sold = smaller(left, lawful + unlawful);
  traders.dealer_share = small + dealers > 0 ? dealers / (small + dealers) : 0;
  traders.unlawful = lawful + unlawful > 0 ? unlawful / (lawful + unlawful) : 0;
  traders.reach = kStretch * (trade.network + lawful + unlawful);
  const double served = sold + smaller(network, turnover) + handed * turnover;
  trade.private_share = clamp(sold / larger(1, served), 0.01, 0.97);
}

// Licensed private trade in all retail trade, and what is black. State bread is retailed by whoever keeps shops; rations
// handed out without money are no trade.
void measure_retail(State& state, const Policy& policy) {
  TradeState& trade = state.trade;
  const TraderState& traders = state.traders;
  const double goods = trade.turnover * state.money.goods;
  const double bread = trade.bread_private * kBreadInShops;
  const double sold_state = traders.bread_state * state.money.monetised;
  const double all = goods + bread + sold_state;
  const double licensed = trade.private_share * (1 - traders.unlawful);
  const double legal = policy[Instrument::trade_legality];
  const double unlawful = goods * trade.private_share * traders.unlawful + bread * (1 - legal) + traders.shadow_money;
  trade.private_retail =
      all > 0 ? clamp((goods * licensed + bread * legal + sold_state * licensed) / all, 0, 1) : trade.private_share;
  trade.black = all > 0 ? clamp(unlawful / (all + traders.shadow_money), 0, 1) : 0;
}

// Idle, ill-fed and unpaid workers steal, dealers pay for it (M008).
void move_theft(State& state, const Params& params) {
  const BudgetState& budget = state.budget;
  const double idle = clamp(1 - industry_index(state, params), 0, 1);
  const double unpaid = budget.wage_fund > 0 ? clamp(budget.wage_unpaid / budget.wage_fund, 0, 1) : 0;
  const double dear = larger(0, state.traders.black_price - 1);
  state.trade.theft = clamp(params.trade.theft + params.trade.theft_idle * idle * clamp(1 - state.towns.real_wage, 0, 1) +
                                params.trade.theft_unpaid * unpaid + params.trade.theft_scarce * dear,
                            0, 0.5);
}

}  // namespace

void move_retail_price(State& state, const Params& params) {
  MoneyState& money = state.money;
  double value = 0;
  double stock = 0;
  for (std::size_t j = 0; j < state.trusts.price.size(); ++j) {
    const double weight =
        larger(1, state.trusts.limit[j]) * (state.trusts.closed[j] != 0 || state.trusts.heavy[j] != 0 ? 0 : 1);
    value += weight * state.trusts.price[j];
    stock += weight;
  }
  money.factory = value / larger(stock, 1e-9);
  const double mix = money.factory * (1 - kCraftsInBasket) + money.crafts * kCraftsInBasket;
  const double lack = larger(0, 1 - state.trade.availability);
  double& markup = state.traders.markup;
  markup =
      params.trade.margin_private * (1 + params.trade.risk_premium * state.traders.risk) + params.trade.margin_shortage * lack;
  money.goods = mix * (1 + state.trade.private_share * markup + (1 - state.trade.private_share) * params.trade.margin_state);
}

void move_trade(State& state, const Params& params, const Policy& policy) {
  TradeState& trade = state.trade;
  const double before = trade.turnover_smooth;
  trade.turnover_smooth += 0.2 * (trade.turnover - trade.turnover_smooth);
  grow_network(state, params, policy, before);
  share_retail(state, params, policy);
  measure_retail(state, policy);
  trade.availability += kShelfMemory * (trade.met - trade.availability);
  trade.village_met += kShelfMemory * (village_share_met(trade) - trade.village_met);
  move_theft(state, params);
}

}  // namespace thermidor::economy
