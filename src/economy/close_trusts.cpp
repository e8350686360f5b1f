#include "core/math.hpp"
#include "economy/invest.hpp"
#include "economy/measures.hpp"

namespace thermidor::economy {
namespace {

constexpr double kIllWages = 0.15;    // unpaid share of wages that makes a month ill
constexpr double kIllTill = 0.6;      // months of output in the till below which a thin margin makes it ill
constexpr double kThinMargin = 0.08;  // of receipts: what repairs and interest would take
constexpr double kOpenShare = 0.55;   // of a branch that stays open
constexpr double kReopenLoad = 0.97;
constexpr double kReopened = 0.1;  // of its plant that a reopened trust starts with
constexpr double kMoved = 0.7;     // of a closed trust's output that sisters take over

std::size_t open_sister(const TrustState& trusts, std::size_t closing) {
  std::size_t best = trusts.branch.size();
  for (std::size_t j = 0; j < trusts.branch.size(); ++j) {
    if (j == closing || trusts.closed[j] != 0 || trusts.branch[j] != trusts.branch[closing]) continue;
    if (best == trusts.branch.size() || trusts.limit[j] > trusts.limit[best]) best = j;
  }
  return best;
}

void close_one(State& state, std::size_t j) {
  TrustState& trusts = state.trusts;
  const std::size_t heir = open_sister(trusts, j);
  if (heir == trusts.branch.size()) return;
  trusts.closed[j] = 1;
  trusts.ill_months[j] = 0;
  trusts.stock[heir] += trusts.stock[j];
  trusts.stock[j] = 0;
  trusts.wanted[heir] += trusts.wanted[j] * kMoved;
  trusts.output[heir] += trusts.output[j] * kMoved;
  trusts.wanted[j] = 0;
  trusts.sales[heir] += trusts.sales[j] * kMoved;
  trusts.output[j] = 0;
  trusts.sales[j] = 0;
  Ledger& ledger = state.ledger;
  repay(ledger, trust_account(j), cash(ledger, trust_account(j)));
  pay(ledger, trust_account(j), trust_account(heir), cash(ledger, trust_account(j)));
  write_off(ledger, trust_account(j));
}

// Open and whole plant of each branch.
void measure_branches(const TrustState& trusts, std::vector<double>& open, std::vector<double>& whole_branch) {
  for (std::size_t j = 0; j < trusts.limit.size(); ++j) {
    whole_branch[trusts.branch[j].index()] += trusts.limit[j];
    if (trusts.closed[j] == 0) open[trusts.branch[j].index()] += trusts.limit[j];
  }
}

void reopen(TrustState& trusts, std::size_t j) {
  trusts.closed[j] = 0;
  trusts.output[j] = trusts.limit[j] * kReopened;
  trusts.wanted[j] = trusts.output[j];
  trusts.sales[j] = trusts.output[j];
}

// Months of loss or arrears with an empty till.
void count_ill(State& state, std::size_t j) {
  TrustState& trusts = state.trusts;
  const double month = larger(1, trusts.output[j] * trusts.price[j]);
  const bool empty = cash(state.ledger, trust_account(j)) / month < kIllTill;
  const bool ill = trusts.unpaid[j] > kIllWages || (trusts.profit[j] < kThinMargin * trusts.receipts[j] && empty);
  trusts.ill_months[j] = ill ? trusts.ill_months[j] + 1 : larger(0, trusts.ill_months[j] - 1);
}

}  // namespace

void close_trusts(State& state, const Params& params, const Policy& policy) {
  TrustState& trusts = state.trusts;
  const BranchState& branches = state.branches;
  const double hard = policy[Instrument::budget_hardness];
  const double patience = params.trust.close_after - 5 * hard;
  std::vector<double>& open = state.branches.input_factor;
  std::vector<double>& whole_branch = state.branches.branch_size;
  open.assign(params.branches.size(), 0);
  whole_branch.assign(params.branches.size(), 0);
  measure_branches(trusts, open, whole_branch);
  double closed = 0;
  double all = 0;
  for (std::size_t j = 0; j < trusts.limit.size(); ++j) {
    const std::size_t b = trusts.branch[j].index();
    all += trusts.limit[j];
    if (trusts.closed[j] != 0) {
      const double load = branches.output[b] * larger(1, branches.limit[b]) / larger(1, open[b] * branches.usable[b]);
      if (load > kReopenLoad) {
        reopen(trusts, j);
        open[b] += trusts.limit[j];
      } else {
        closed += trusts.limit[j];
      }
      continue;
    }
    count_ill(state, j);
    const bool may = hard > 0.05 && open[b] - trusts.limit[j] > kOpenShare * whole_branch[b];
    if (trusts.ill_months[j] > patience && may) {
      open[b] -= trusts.limit[j];
      close_one(state, j);
      closed += trusts.limit[j];
    }
  }
  state.trade.closed = all > 0 ? closed / all : 0;
}

}  // namespace thermidor::economy
