#include "core/math.hpp"
#include "economy/measures.hpp"
#include "economy/move_prices.hpp"

namespace thermidor::economy {
namespace {

constexpr double kSqueeze = 0.45;  // months of output in the till below which a seller dumps
constexpr double kEnough = 0.9;    // months of output in the till and line that give full market power
constexpr double kThinMargin = 0.05;
constexpr double kFull = 0.4;        // of the stock that sellers think normal for the whole trade, from which each fears a glut
constexpr double kFlight = 4;        // months of expected inflation that make stocks a store of value
constexpr double kListed = 0.1;      // of that speed while the state lists prices
constexpr double kUnpressed = 0.4;   // speed of learning to act together while margins are not thin
constexpr double kBare = 0.35;       // of the stock that sellers think normal, below which buyers outbid one another
constexpr double kBid = 1.5;         // power by which they do
constexpr double kDearStock = 0.60;  // power by which very high stocks press prices
constexpr double kLeftLying = 0.6;   // of the fear of a glut that goes when goods gain more than money and the seller can wait
constexpr double kPatient = 0.8;     // of the urge to undercut that money or credit enough to wait takes away
constexpr double kBroken = 2.2;      // of market power lost per unit of a month's ordered cut: the list is no longer its own
constexpr double kStep = 0.3;
constexpr double kListedStep = 0.05;  // of a price above the list taken off in a month

// Mean costs of each branch, by output.
void mean_costs(const State& state, const Params& params, std::vector<double>& mean) {
  std::vector<double> weight(params.branches.size(), 0);
  mean.assign(params.branches.size(), 0);
  for (std::size_t j = 0; j < state.trusts.output.size(); ++j) {
    const std::size_t b = state.trusts.branch[j].index();
    mean[b] += state.trusts.unit_cost[j] * state.trusts.output[j];
    weight[b] += state.trusts.output[j];
  }
  for (std::size_t b = 0; b < mean.size(); ++b) mean[b] = weight[b] > 0 ? mean[b] / weight[b] : 0;
}

// How far a till has run below what a seller needs to go on working.
double squeeze(const State& state, std::size_t j) {
  const double month = larger(1, state.trusts.output[j] * state.trusts.price[j]);
  return larger(0, 1 - cash(state.ledger, trust_account(j)) / month / kSqueeze);
}

// What those who reckon in stable money but are paid in notes add to a cartel's markup against the loss on the way: nothing
// before there is a money to reckon in, and nothing once no other is paid with.
double insurance(const State& state, const Params& params) {
  const double stable = state.money.stable_share;
  return params.trust.reckoning * 4 * stable * (1 - stable) * clamp(state.money.expected, 0, 1) * (1 - state.money.reformed);
}

// Stock above which sellers fear for their sales.
double usual_stock(const State& state, const Params& params, std::size_t j) {
  return state.trusts.sales[j] * kFull * params.trust.stock_target;
}

// Whether a seller can wait for his price: his till and all that the bank lends him against a month of running costs and what
// unsold goods above the usual have cost to make.
double staying_power(const State& state, std::size_t j, double usual) {
  const TrustState& trusts = state.trusts;
  const double month = trusts.output[j] * trusts.price[j];
  const double unsold = larger(0, static_cast<double>(trusts.stock[j]) - usual) * trusts.unit_cost[j];
  return clamp((cash(state.ledger, trust_account(j)) + trusts.line[j] * month) / larger(1, kEnough * month + unsold), 0, 1);
}

// Fear of unsold goods. Who can wait lets them lie while they gain more than money does; who cannot, or sees the rouble hold
// its worth, sells.
double fear_of_glut(const State& state, double staying) {
  return 1 - kLeftLying * clamp(kFlight * state.money.expected, 0, 1) * staying;
}

// Sellers learn to act together while margins are thin; ordered cuts and imports break it.
void move_cartel(State& state, const Params& params, const Policy& policy) {
  double sales = 0;
  double costs = 0;
  double stock = 0;
  double usual = 1;
  double patience = 0;
  for (std::size_t j = 0; j < state.trusts.receipts.size(); ++j) {
    if (state.trusts.heavy[j] != 0) continue;
    sales += state.trusts.receipts[j];
    costs += state.trusts.receipts_real[j] * state.trusts.unit_cost[j];
    const double normal = usual_stock(state, params, j);
    stock += static_cast<double>(state.trusts.stock[j]);
    usual += normal;
    patience += normal * staying_power(state, j, normal);
  }
  double& cartel = state.trade.cartel;
  // Syndicates need money to reckon and to sell in: where goods change hands in kind there is nothing to agree on.
  // Where the state lists prices there is less to agree on, too.
  const double listed = policy[Instrument::price_ceiling] > 0 ? kListed : 1;
  const double pressing = (sales < costs * (1 + kThinMargin) ? 1 : kUnpressed) * listed;
  cartel += params.trust.cartel_speed * pressing * state.money.monetised * state.money.monetised * (1 - cartel);
  // With full stores each member gains by undercutting the others; while the rouble falls goods are worth keeping, and who can
  // wait for his price breaks no ranks.
  const double calm = clamp(1 - kFlight * state.money.expected, 0, 1);
  const double hurry = 1 - kPatient * patience / usual;
  cartel *= larger(0, 1 - params.trust.cartel_glut * calm * hurry * clamp(stock / usual - 1, 0, 1));
  cartel *= larger(0, 1 - kBroken * policy[Instrument::price_cut] - 0.2 * state.trade.competition);
}

// Markup: what the cartel can add while its members can wait and there is no glut, less what an empty till forces off.
double markup(const State& state, const Params& params, std::size_t j, double staying, double stock_months) {
  const double glut = pow(smaller(1, 1.5 * params.trust.stock_target / stock_months), 0.4 * fear_of_glut(state, staying));
  const double power = state.trade.cartel * params.trust.markup * (1 + insurance(state, params));
  return params.trust.markup_base + power * staying * glut - params.trust.dumping * squeeze(state, j);
}

// Heavy works sell at prices that the state sets by the costs of the branch: no cartel, no glut moves them.
void move_heavy_prices(State& state, const Params& params, const std::vector<double>& mean, double pressure) {
  TrustState& trusts = state.trusts;
  std::vector<double>& price = state.branches.price;
  for (std::size_t b = 0; b < price.size(); ++b) {
    if (!is_heavy(params.branches[b])) continue;
    const double target = mean[b] > 0 ? mean[b] * (1 + params.trust.heavy_margin) : price[b];
    double change = clamp(params.trust.price_speed * log(target / price[b]), -kStep, kStep);
    if (change < 0 && state.money.reformed > 0) change *= params.money.price_fall + 0.35;
    price[b] *= exp(pressure + change);
  }
  for (std::size_t j = 0; j < trusts.price.size(); ++j) {
    if (trusts.heavy[j] == 0) continue;
    trusts.price[j] = price[trusts.branch[j].index()];
    trusts.sales[j] += 0.25 * (trusts.receipts_real[j] - trusts.sales[j]);
  }
}

// What a seller would ask if he could name it at once.
double wanted_price(const State& state, const Params& params, std::size_t j, double mean_cost) {
  const TrustState& trusts = state.trusts;
  const double sales = larger(trusts.receipts_real[j], trusts.sales[j] * 0.3);
  const double months = clamp(static_cast<double>(trusts.stock[j]) / larger(1, sales), 0.2, 60);
  const double cost = params.trust.own_cost * trusts.unit_cost[j] + (1 - params.trust.own_cost) * mean_cost;
  const double staying = staying_power(state, j, usual_stock(state, params, j));
  const double fear = fear_of_glut(state, staying);
  const double lack = params.trust.stock_target / months;
  const double scarce = pow(lack, params.trust.stock_price * (lack < 1 ? fear : 1));
  const double bare = pow(larger(1, kBare * lack), kBid);
  const double glut = pow(smaller(1, 2 * lack), kDearStock * fear);
  return cost * larger(0.25, 1 + markup(state, params, j, staying, months)) * scarce * bare * glut;
}

// Ordered cuts, lists and goods from abroad bind what he takes. Who sells above the list comes down to it step by step,
// counted from what the fall of money alone makes of his old price.
double bound_price(const State& state, const Params& params, const Policy& policy, double wanted, double old) {
  const double unit = reform_unit(state, params);
  const double ceiling = policy[Instrument::price_ceiling] * unit;
  double price = wanted * (1 - policy[Instrument::price_cut]);
  if (ceiling > 0 && price > ceiling) price = smaller(price, larger(ceiling, old * (1 - kListedStep)));
  const double world = state.trade.competition > 0 ? 1.9 * unit : 0;
  if (world > 0 && price > world) price -= state.trade.competition * (price - world);
  return price;
}

}  // namespace

void move_trust_prices(State& state, const Params& params, const Policy& policy, double pressure) {
  TrustState& trusts = state.trusts;
  std::vector<double>& mean = state.branches.input_factor;
  mean_costs(state, params, mean);
  move_cartel(state, params, policy);
  const double excise = params.budget.excise * state.budget.tax_capacity;
  move_heavy_prices(state, params, mean, pressure);
  for (std::size_t j = 0; j < trusts.price.size(); ++j) {
    if (trusts.heavy[j] != 0) continue;
    // Goods taken in kind are as good as sold.
    const double sold = trusts.receipts_real[j] / larger(0.05, 1 - params.trust.in_kind * (1 - state.money.monetised));
    trusts.sales[j] += 0.25 * (sold - trusts.sales[j]);
    const double old = trusts.price[j] * exp(pressure);
    if (trusts.closed[j] != 0) {
      trusts.price[j] = old;
      continue;
    }
    const double target = wanted_price(state, params, j, mean[trusts.branch[j].index()]) / (1 - excise);
    double change = clamp(params.trust.price_speed * log(target / trusts.price[j]), -kStep, kStep);
    if (change < 0 && state.money.reformed > 0) change *= params.money.price_fall + 0.35;
    trusts.price[j] = bound_price(state, params, policy, old * exp(change), old);
  }
}

}  // namespace thermidor::economy
