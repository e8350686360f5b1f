#include "economy/ledger.hpp"

#include <algorithm>

#include "core/math.hpp"
#include "core/quantity.hpp"

namespace thermidor::economy {
namespace {

std::int64_t limited(double amount, std::int64_t most) {
  const std::int64_t wanted = whole(amount);
  return wanted < 0 ? 0 : (wanted > most ? most : wanted);
}

double sum_positive(std::span<const double> weights) {
  double sum = 0;
  for (const double weight : weights) sum += weight > 0 ? weight : 0;
  return sum;
}

// Money that was not there, booked under the event that made it.
std::int64_t make_money(Ledger& ledger, std::size_t to, double amount, std::int64_t& event) {
  const std::int64_t made = limited(amount, INT64_MAX / 4);
  ledger.balance[to] += made;
  event += made;
  return made;
}

std::int64_t add_debt(std::vector<std::int64_t>& debts, std::size_t of, std::int64_t made) {
  debts[of] += made;
  return made;
}

// A debt paid off with money that then is no more: at most debt and cash.
std::int64_t clear_debt(Ledger& ledger, std::vector<std::int64_t>& debts, std::size_t from, double amount,
                        std::int64_t& event) {
  const std::int64_t paid = std::min(limited(amount, ledger.balance[from]), debts[from]);
  ledger.balance[from] -= paid;
  debts[from] -= paid;
  event += paid;
  return paid;
}

}  // namespace

Ledger make_ledger(std::size_t trusts, std::size_t regions) {
  Ledger ledger;
  const std::size_t accounts = trust_account(trusts) + regions;
  ledger.balance.assign(accounts, 0);
  ledger.bank_debt.assign(accounts, 0);
  ledger.note_debt.assign(accounts, 0);
  ledger.loan_claim.assign(accounts, 0);
  ledger.villages = static_cast<std::int64_t>(trust_account(trusts));
  return ledger;
}

Holder holder_of(const Ledger& ledger, std::size_t account) {
  if (account >= static_cast<std::size_t>(ledger.villages)) return Holder::villages;
  if (account >= at(Account::first_trust) || account == at(Account::shops)) return Holder::trusts;
  if (account >= at(Account::poor)) return Holder::towns;
  return account <= at(Account::heavy) ? Holder::state : Holder::trade;
}

std::int64_t pay(Ledger& ledger, std::size_t from, std::size_t to, double amount) {
  const std::int64_t moved = limited(amount, ledger.balance[from]);
  ledger.balance[from] -= moved;
  ledger.balance[to] += moved;
  return moved;
}

std::int64_t pay_split(Ledger& ledger, std::size_t from, std::span<const std::size_t> receivers,
                       std::span<const double> weights, double amount) {
  const std::int64_t total = limited(amount, ledger.balance[from]);
  const double sum = sum_positive(weights);
  if (total == 0 || sum <= 0) return 0;
  double seen = 0;
  std::int64_t given = 0;
  for (std::size_t i = 0; i < receivers.size(); ++i) {
    seen += weights[i] > 0 ? weights[i] : 0;
    // The last step gives the rest, so that nothing stays behind in rounding.
    std::int64_t up_to = i + 1 == receivers.size() ? total : whole(static_cast<double>(total) * (seen / sum));
    if (up_to > total) up_to = total;
    if (up_to < given) up_to = given;
    ledger.balance[from] -= up_to - given;
    ledger.balance[receivers[i]] += up_to - given;
    given = up_to;
  }
  return total;
}

std::int64_t collect(Ledger& ledger, std::span<const std::size_t> payers, std::span<const double> weights, std::size_t to,
                     double amount) {
  const double sum = sum_positive(weights);
  if (sum <= 0) return 0;
  std::int64_t got = 0;
  for (std::size_t i = 0; i < payers.size(); ++i) {
    if (weights[i] > 0) got += pay(ledger, payers[i], to, amount * (weights[i] / sum));
  }
  return got;
}

std::int64_t issue(Ledger& ledger, std::size_t to, double amount) { return make_money(ledger, to, amount, ledger.issued); }

std::int64_t lend(Ledger& ledger, std::size_t to, double amount) {
  return add_debt(ledger.bank_debt, to, make_money(ledger, to, amount, ledger.lent));
}

std::int64_t repay(Ledger& ledger, std::size_t from, double amount) {
  return clear_debt(ledger, ledger.bank_debt, from, amount, ledger.repaid);
}

std::int64_t write_notes(Ledger& ledger, std::size_t issuer, double amount) {
  return add_debt(ledger.note_debt, issuer, make_money(ledger, issuer, amount, ledger.noted));
}

std::int64_t redeem_notes(Ledger& ledger, std::size_t issuer, double amount) {
  return clear_debt(ledger, ledger.note_debt, issuer, amount, ledger.redeemed);
}

std::int64_t receive_abroad(Ledger& ledger, std::size_t to, double amount) {
  return make_money(ledger, to, amount, ledger.from_abroad);
}

std::int64_t pay_abroad(Ledger& ledger, std::size_t from, double amount) {
  const std::int64_t paid = limited(amount, ledger.balance[from]);
  ledger.balance[from] -= paid;
  ledger.to_abroad += paid;
  return paid;
}

std::int64_t revalue(Ledger& ledger, std::size_t account, double amount) {
  return make_money(ledger, account, amount, ledger.revalued);
}

std::int64_t subscribe(Ledger& ledger, std::size_t holder, double amount, double unit) {
  if (unit <= 0) return 0;
  // Whole gold kopecks only: what is paid beyond them would be a gift.
  const std::int64_t gold = limited(smaller(amount, static_cast<double>(ledger.balance[holder])) / unit, INT64_MAX / 4);
  const std::int64_t paid = pay(ledger, holder, at(Account::budget), static_cast<double>(gold) * unit);
  if (paid == 0) return 0;
  ledger.loan_claim[holder] += gold;
  ledger.subscribed += gold;
  return paid;
}

std::int64_t redeem_loan(Ledger& ledger, std::size_t holder, double gold, double unit) {
  if (unit <= 0) return 0;
  const double means = static_cast<double>(ledger.balance[at(Account::budget)]) / unit;
  std::int64_t cleared = limited(smaller(gold, means), ledger.loan_claim[holder]);
  const std::int64_t paid = pay(ledger, at(Account::budget), holder, static_cast<double>(cleared) * unit);
  ledger.loan_claim[holder] -= cleared;
  ledger.paid_back += cleared;
  return paid;
}

void write_off(Ledger& ledger, std::size_t account) {
  ledger.written_off += ledger.bank_debt[account];
  ledger.bank_debt[account] = 0;
}

std::int64_t money_total(const Ledger& ledger) {
  std::int64_t sum = 0;
  for (const std::int64_t balance : ledger.balance) sum += balance;
  return sum;
}

std::int64_t debt_total(const Ledger& ledger) {
  std::int64_t sum = 0;
  for (const std::int64_t debt : ledger.bank_debt) sum += debt;
  return sum;
}

double towns_cash(const Ledger& ledger) {
  double sum = 0;
  for (std::size_t s = 0; s < kStrata; ++s) sum += cash(ledger, stratum_account(s));
  return sum;
}

}  // namespace thermidor::economy
