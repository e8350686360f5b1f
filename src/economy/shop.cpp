#include "economy/shop.hpp"

#include <array>

#include "core/math.hpp"
#include "economy/measures.hpp"

namespace thermidor::economy {
namespace {

constexpr double kShelf = 0.75;       // share of goods in store within reach of shoppers
constexpr double kShopCosts = 0.7;    // of the state's trade margin paid to its staff at once
constexpr double kHoardSpent = 0.30;  // a month, of money above what households like to hold
constexpr double kScareSpent = 0.30;  // more of it at full fear of war
constexpr double kScareHolds = 0.5;   // less money is held then: goods are safer than paper

double square(double x) { return x * x; }

// Pull of a seller: stock times (mean price over his price)^2.
double pull(double stock, double price, double mean) { return price > 0 ? stock * square(mean / price) : 0; }

struct Sale {
  double factory_value = 0;  // at sellers' prices
  std::int64_t goods = 0;
};

// Moves goods of one seller; returns what moved.
std::int64_t take(std::int64_t& stock, std::int64_t amount) {
  if (amount > stock) amount = stock;
  if (amount < 0) amount = 0;
  stock -= amount;
  return amount;
}

// What people want of each branch beyond what happens to be in stock: the basket of 1913 half corrects the shelves.
void weigh_branches(State& state, const Params& params) {
  BranchState& branches = state.branches;
  branches.branch_size.assign(params.branches.size(), 0);
  branches.basket.assign(params.branches.size(), 1);
  double stock = 1;
  double size = 0;
  for (std::size_t j = 0; j < state.trusts.stock.size(); ++j) {
    branches.branch_size[state.trusts.branch[j].index()] += static_cast<double>(state.trusts.stock[j]);
    stock += static_cast<double>(state.trusts.stock[j]);
  }
  for (const BranchRow& row : params.branches) size += kind_of(row) == BranchKind::consumer ? row.size : 0;
  for (std::size_t b = 0; b < params.branches.size(); ++b) {
    if (kind_of(params.branches[b]) != BranchKind::consumer) continue;
    const double share = larger(branches.branch_size[b] / stock, 0.01);
    branches.basket[b] = sqrt(params.branches[b].size / size / share);
  }
}

// What each seller delivers, kept in trusts.sold and trade.crafts_sold.
Sale take_goods(State& state, const Params& params, std::int64_t amount) {
  TrustState& trusts = state.trusts;
  const double mean = state.money.factory;
  weigh_branches(state, params);
  const std::vector<double>& basket = state.branches.basket;
  double total = pull(static_cast<double>(state.goods.crafts_stock), state.money.crafts, mean);
  for (std::size_t j = 0; j < trusts.stock.size(); ++j) {
    total += basket[trusts.branch[j].index()] * pull(static_cast<double>(trusts.stock[j]), trusts.price[j], mean);
  }
  Sale sale;
  const double unit = total > 0 ? static_cast<double>(amount) / total : 0;
  const auto from = [&](std::int64_t& stock, double price, double share, std::int64_t& sold) {
    const std::int64_t left = amount - sale.goods;
    std::int64_t wanted = whole(share * unit);
    sold = take(stock, wanted < left ? wanted : left);
    sale.goods += sold;
    sale.factory_value += static_cast<double>(sold) * price;
  };
  std::int64_t& crafts_stock = state.goods.crafts_stock;
  from(crafts_stock, state.money.crafts, pull(static_cast<double>(crafts_stock), state.money.crafts, mean),
       state.trade.crafts_sold);
  for (std::size_t j = 0; j < trusts.stock.size(); ++j) {
    from(trusts.stock[j], trusts.price[j],
         basket[trusts.branch[j].index()] * pull(static_cast<double>(trusts.stock[j]), trusts.price[j], mean), trusts.sold[j]);
  }
  // What rounding and empty shelves left over comes from whoever has it, in order.
  for (std::size_t j = 0; j < trusts.stock.size() && sale.goods < amount; ++j) {
    const std::int64_t more = take(trusts.stock[j], amount - sale.goods);
    trusts.sold[j] += more;
    sale.goods += more;
    sale.factory_value += static_cast<double>(more) * trusts.price[j];
  }
  const std::int64_t rest = take(crafts_stock, amount - sale.goods);
  state.trade.crafts_sold += rest;
  sale.goods += rest;
  sale.factory_value += static_cast<double>(rest) * state.money.crafts;
  return sale;
}

// Private sellers take the larger margin on their share of the goods; what they earn is theirs by class, less running costs.
double pay_traders(State& state, const Params& params, double margin) {
  const double sold = state.trade.private_share;
  const double private_part = sold * state.traders.markup;
  const double all = private_part + (1 - sold) * params.trade.margin_state;
  const double due = margin * (all > 0 ? private_part / all : sold);
  const double dealers = due * state.traders.dealer_share;
  constexpr std::array<Account, kTraderClasses> kAccounts = {Account::traders, Account::dealers};
  const TraderValues parts = {due - dealers, dealers};
  double paid = 0;
  for (std::size_t c = 0; c < kTraderClasses; ++c) {
    const double got = static_cast<double>(pay(state.ledger, Account::shops, kAccounts[c], parts[c]));
    state.traders.margin[c] += got;
    pay_towns(state, params, at(kAccounts[c]), got * kTraderCosts);
    paid += got;
  }
  return paid;
}

// Sellers get their prices, the budget its excise, trade the margin.
void deal_out(State& state, const Params& params, const Sale& sale, double money, bool taxed) {
  Ledger& ledger = state.ledger;
  TrustState& trusts = state.trusts;
  const double rate = sale.factory_value > 0 ? smaller(1, money / sale.factory_value) : 0;
  const double excise = taxed ? params.budget.excise * state.budget.tax_capacity : 0;
  double left = money;
  const auto settle = [&](std::size_t account, double due, double tax_rate) {
    const std::int64_t tax = pay(ledger, at(Account::shops), at(Account::budget), due * tax_rate);
    const std::int64_t net = pay(ledger, at(Account::shops), account, due * (1 - tax_rate));
    state.budget.excise += static_cast<double>(tax);
    left -= static_cast<double>(tax + net);
    return static_cast<double>(net);
  };
  for (std::size_t j = 0; j < trusts.sold.size(); ++j) {
    if (trusts.sold[j] == 0) continue;
    trusts.receipts[j] += settle(trust_account(j), static_cast<double>(trusts.sold[j]) * trusts.price[j] * rate, excise);
    trusts.receipts_real[j] += static_cast<double>(trusts.sold[j]);
  }
  settle(at(Account::crafts), static_cast<double>(state.trade.crafts_sold) * state.money.crafts * rate, 0);
  if (left <= 0) return;
  const double traders = pay_traders(state, params, left);
  pay_towns(state, params, at(Account::shops), (left - traders) * kShopCosts);
}

// Goods for towns this month: what is within reach in store, or their share where more is wanted than can be sold.
double town_goods(const State& state, const Params& params) {
  const TradeState& trade = state.trade;
  const double stock = goods_stock(state) + static_cast<double>(state.goods.crafts_stock);
  const double supply = params.trade.within_reach * (stock + trade.village_goods);
  const double wanted = state.towns.goods_wanted + trade.village_orders;
  if (wanted <= supply) return stock * kShelf;
  const double villages = trade.village_orders * village_share(params, supply, trade.village_orders, state.towns.goods_wanted);
  return smaller(stock * kShelf, supply - villages);
}

// What towns can still buy of it, within what all sellers can carry.
double shelf(const State& state, double meant) {
  const double stock = larger(0, meant - state.towns.goods_bought);
  return smaller(stock, larger(0, state.traders.reach - state.trade.turnover));
}

}  // namespace

double village_share(const Params& params, double shelf, double orders, double towns) {
  if (orders + towns <= shelf) return 1;
  const double weight = 1 - params.trade.towns_first;
  const double weighed = weight * shelf / larger(1, weight * orders + towns);
  const double left = (shelf - towns) / larger(1, orders);  // where towns have all that they want
  return clamp(larger(weighed, left), 0, 1);
}

void begin_sales(State& state) {
  for (double& real : state.trusts.receipts_real) real = 0;
  for (double& receipts : state.trusts.receipts) receipts = 0;
  state.trade.turnover = 0;
  state.trade.village_goods = 0;
  state.traders.margin = {};
  state.budget.excise = 0;
  state.towns.goods_bought = 0;
  state.towns.goods_spent = 0;
}

void deliver_goods(State& state, const Params& params, double amount, double money, Buyer buyer) {
  for (std::int64_t& sold : state.trusts.sold) sold = 0;
  state.trade.crafts_sold = 0;
  const Sale sale = take_goods(state, params, whole(amount));
  deal_out(state, params, sale, money, buyer != Buyer::state);
  (buyer == Buyer::state ? state.goods.state : state.goods.sold) += sale.goods;
  if (buyer == Buyer::villages) state.trade.village_goods += static_cast<double>(sale.goods);
  if (buyer == Buyer::towns) state.towns.goods_bought += static_cast<double>(sale.goods);
  if (buyer != Buyer::state) state.trade.turnover += static_cast<double>(sale.goods);
}

void shop(State& state, const Params& params, double share_of_plan) {
  const double price = state.money.goods;
  if (price <= 0) return;
  TownState& towns = state.towns;
  const double income = larger(towns.income_smooth, 0);
  const double held = towns_cash(state.ledger);
  const double scare = clamp(state.trade.scare, 0, 1);
  const double hoard = larger(0, held - params.town.cash_months * (1 - kScareHolds * scare) * income);
  // Goods come after taxes, bread and other food; savings above the usual are drawn on, more of them in fear of war.
  const double tax = params.budget.wage_tax * state.budget.tax_capacity;
  const double left = income * (1 - tax) - towns.bread_spent - towns.food_spent;
  const double plan = smaller(larger(params.town.goods_least * income, left) + (kHoardSpent + kScareSpent * scare) * hoard,
                              held * 0.85 + towns.goods_spent);
  towns.goods_wanted = larger(0, plan) / price;
  const double budget = larger(0, plan * share_of_plan - towns.goods_spent);
  if (towns.goods_bought <= 0) towns.goods_meant = town_goods(state, params);
  const double amount = static_cast<double>(whole(smaller(budget / price, shelf(state, towns.goods_meant))));
  const std::int64_t money = charge_towns(state, at(Account::shops), amount * price);
  towns.goods_spent += static_cast<double>(money);
  deliver_goods(state, params, smaller(amount, static_cast<double>(money) / price + 1), static_cast<double>(money),
                Buyer::towns);
}

}  // namespace thermidor::economy
