#include "core/math.hpp"
#include "economy/measures.hpp"
#include "economy/move_prices.hpp"

namespace thermidor::economy {
namespace {

constexpr double kSqueeze = 0.45;  // months of output in the till below which a seller dumps
constexpr double kEnough = 1.1;    // months of output in the till and line that give full market power
constexpr double kThinMargin = 0.05;
constexpr double kFull = 0.4;        // of the stock that sellers think normal for the whole trade, from which each fears a glut
constexpr double kFlight = 4;        // months of expected inflation that make stocks a store of value
constexpr double kListed = 0.1;      // of that speed while the state lists prices
constexpr double kUnpressed = 0.4;   // speed of learning to act together while margins are not thin
constexpr double kDearStock = 0.60;  // power by which very high stocks press prices
constexpr double kStep = 0.3;
constexpr double kFurthest = 1.1;  // log of the most that is added to costs for inflation to come

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

// Markup: what the cartel can add while it has money and no glut, less what an empty till forces off.
double markup(const State& state, const Params& params, std::size_t j, double stock_months) {
  const TrustState& trusts = state.trusts;
  const double month = larger(1, trusts.output[j] * trusts.price[j]);
  const double liquid = (cash(state.ledger, trust_account(j)) + trusts.line[j]) / month;
  const double squeeze = larger(0, 1 - liquid / kSqueeze);
  const double glut = pow(smaller(1, 1.5 * params.trust.stock_target / stock_months), 0.4);
  return params.trust.markup_base + state.trade.cartel * params.trust.markup * smaller(liquid / kEnough, 1) * glut -
         params.trust.dumping * squeeze;
}

// Sellers learn to act together while margins are thin; ordered cuts and imports break it.
void move_cartel(State& state, const Params& params, const Policy& policy) {
  double sales = 0;
  double costs = 0;
  double stock = 0;
  double usual = 1;
  for (std::size_t j = 0; j < state.trusts.receipts.size(); ++j) {
    if (state.trusts.heavy[j] != 0) continue;
    sales += state.trusts.receipts[j];
    costs += state.trusts.receipts_real[j] * state.trusts.unit_cost[j];
    stock += static_cast<double>(state.trusts.stock[j]);
    usual += state.trusts.sales[j] * kFull * params.trust.stock_target;
  }
  double& cartel = state.trade.cartel;
  // Syndicates need money to reckon and to sell in: where goods change hands in kind there is nothing to agree on.
  // Where the state lists prices there is less to agree on, too.
  const double listed = policy[Instrument::price_ceiling] > 0 ? kListed : 1;
  const double pressing = (sales < costs * (1 + kThinMargin) ? 1 : kUnpressed) * listed;
  cartel += params.trust.cartel_speed * pressing * state.money.monetised * state.money.monetised * (1 - cartel);
  // With full stores each member gains by undercutting the others; while the rouble falls goods are worth keeping.
  const double calm = clamp(1 - kFlight * state.money.expected, 0, 1);
  cartel *= 1 - params.trust.cartel_glut * calm * clamp(stock / usual - 1, 0, 1);
  cartel *= 1 - 0.3 * policy[Instrument::price_cut] - 0.2 * state.trade.competition;
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

}  // namespace

void move_trust_prices(State& state, const Params& params, const Policy& policy, double pressure) {
  TrustState& trusts = state.trusts;
  std::vector<double>& mean = state.branches.input_factor;
  mean_costs(state, params, mean);
  move_cartel(state, params, policy);
  const double unit = reform_unit(state, params);
  const double ceiling = policy[Instrument::price_ceiling] * unit;
  const double cut = policy[Instrument::price_cut];
  const double excise = params.budget.excise * state.budget.tax_capacity;
  const double world = state.trade.competition > 0 ? 1.9 * unit : 0;
  // Books kept in old roubles count yesterday's costs; with a stable money to reckon in, sellers ask what goods will cost.
  const double fear = params.trust.reckoning * state.money.stable_share * clamp(state.money.expected, 0, 1);
  const double ahead = exp(smaller(fear, kFurthest) * (1 - state.money.reformed));
  trusts.line.resize(trusts.output.size(), 0);
  move_heavy_prices(state, params, mean, pressure);
  for (std::size_t j = 0; j < trusts.price.size(); ++j) {
    if (trusts.heavy[j] != 0) continue;
    // Goods taken in kind are as good as sold.
    const double sold = trusts.receipts_real[j] / larger(0.05, 1 - params.trust.in_kind * (1 - state.money.monetised));
    trusts.sales[j] += 0.25 * (sold - trusts.sales[j]);
    if (trusts.closed[j] != 0) {
      trusts.price[j] *= exp(pressure);
      continue;
    }
    const double months = clamp(
        static_cast<double>(trusts.stock[j]) / larger(1, larger(trusts.receipts_real[j], trusts.sales[j] * 0.3)), 0.2, 60);
    const double cost =
        (params.trust.own_cost * trusts.unit_cost[j] + (1 - params.trust.own_cost) * mean[trusts.branch[j].index()]) * ahead /
        (1 - excise);
    const double scarce = pow(params.trust.stock_target / months, params.trust.stock_price);
    const double glut = pow(smaller(1, 2 * params.trust.stock_target / months), kDearStock);
    const double target = cost * larger(0.25, 1 + markup(state, params, j, months)) * scarce * glut;
    double change = clamp(params.trust.price_speed * log(target / trusts.price[j]), -kStep, kStep);
    if (change < 0 && state.money.reformed > 0) change *= params.money.price_fall + 0.35;
    double price = trusts.price[j] * exp(pressure + change) * (1 - cut);
    if (ceiling > 0 && price > ceiling) price = larger(ceiling, trusts.price[j] * 0.93);
    if (world > 0 && price > world) price -= state.trade.competition * (price - world);
    trusts.price[j] = price;
  }
}

}  // namespace thermidor::economy
