#include "economy/raise_loans.hpp"

#include "core/math.hpp"
#include "economy/measures.hpp"

namespace thermidor::economy {
namespace {

constexpr double kServiceMost = 0.15;  // of money in hand that loans may take in a month
constexpr double kCalmPress = 0.3;     // share of full pressure to subscribe at no tempo

}  // namespace

void serve_loans(State& state, const Params& params) {
  Ledger& ledger = state.ledger;
  state.budget.loan_service = 0;
  const double unit = reform_unit(state, params);
  const double month = 1 / (12 * params.budget.loan_years);
  double due = 0;
  for (const std::int64_t claim : ledger.loan_claim) due += static_cast<double>(claim);
  due *= (month + params.budget.loan_interest / 12) * unit;
  if (due <= 0) return;
  const double share = smaller(1, cash(ledger, Account::budget) * kServiceMost / due);
  for (std::size_t holder = 0; holder < ledger.loan_claim.size(); ++holder) {
    const double claim = static_cast<double>(ledger.loan_claim[holder]) * share;
    if (claim <= 0) continue;
    const std::int64_t interest = pay(ledger, at(Account::budget), holder, claim * params.budget.loan_interest / 12 * unit);
    const std::int64_t back = redeem_loan(ledger, holder, claim * month, unit);
    state.budget.loan_service += static_cast<double>(interest + back);
    if (holder_of(ledger, holder) == Holder::towns) state.towns.income += static_cast<double>(interest);
  }
}

void raise_loans(State& state, const Params& params, const Policy& policy) {
  BudgetState& budget = state.budget;
  budget.loans = 0;
  const double unit = reform_unit(state, params);
  // Nobody lends what melts: loans live on exchange through money.
  const double faith = state.money.monetised * state.money.monetised;
  const double press = kCalmPress + (1 - kCalmPress) * policy[Lever::industrial_tempo];
  const StrataValues weights = income_weights(state, params);
  double all = 0;
  for (const double weight : weights) all += weight;
  const double towns = state.towns.income * params.budget.loan_towns * faith * press;
  for (std::size_t s = 0; s < kStrata && all > 0; ++s) {
    budget.loans += static_cast<double>(subscribe(state.ledger, stratum_account(s), towns * weights[s] / all, unit));
  }
  for (std::size_t j = 0; j < state.trusts.profit.size(); ++j) {
    const double profit = larger(0, state.trusts.profit[j]);
    const double lent = profit * params.budget.loan_trusts * faith * press;
    budget.loans += static_cast<double>(subscribe(state.ledger, trust_account(j), lent, unit));
  }
}

}  // namespace thermidor::economy
