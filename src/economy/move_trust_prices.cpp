#include "core/math.hpp"
#include "economy/measures.hpp"
#include "economy/move_prices.hpp"

namespace thermidor::economy {
namespace {

constexpr double kSqueeze = 0.45;  // months of output in the till below which a seller dumps
constexpr double kEnough = 0.6;    // months of output in the till and line that give full market power
constexpr double kThinMargin = 0.05;
constexpr double kDearStock = 0.60;  // power by which very high stocks press prices
constexpr double kStep = 0.3;

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
  for (std::size_t j = 0; j < state.trusts.receipts.size(); ++j) {
    sales += state.trusts.receipts[j];
    costs += state.trusts.receipts_real[j] * state.trusts.unit_cost[j];
  }
  double& cartel = state.trade.cartel;
  if (sales < costs * (1 + kThinMargin)) cartel += params.trust.cartel_speed * (1 - cartel);
  cartel *= 1 - 0.3 * policy[Instrument::price_cut] - 0.2 * state.trade.competition;
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
  trusts.line.resize(trusts.output.size(), 0);
  for (std::size_t j = 0; j < trusts.price.size(); ++j) {
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
        (params.trust.own_cost * trusts.unit_cost[j] + (1 - params.trust.own_cost) * mean[trusts.branch[j].index()]) /
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
