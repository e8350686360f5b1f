#include "economy/ledger.hpp"

#include <gtest/gtest.h>
#include <array>

#include "core/quantity.hpp"

namespace thermidor::economy {
namespace {

TEST(Ledger, NobodyPaysMoreThanHeHasOrLessThanNothing) {
  Ledger ledger = make_ledger(2, 1);
  issue(ledger, at(Account::budget), 100);
  EXPECT_EQ(pay(ledger, Account::budget, Account::heavy, 250), 100);
  EXPECT_EQ(pay(ledger, Account::budget, Account::heavy, 1), 0);
  EXPECT_EQ(pay(ledger, Account::heavy, Account::budget, -5), 0);
  EXPECT_EQ(ledger.balance[at(Account::heavy)], 100);
}

TEST(Ledger, APaymentSplitOverReceiversAddsUpToTheKopeck) {
  Ledger ledger = make_ledger(2, 1);
  issue(ledger, at(Account::budget), 1000);
  constexpr std::array<std::size_t, 3> kTowns = {stratum_account(0), stratum_account(1), stratum_account(2)};
  constexpr std::array<double, 3> kWeights = {1, 1, 1};
  EXPECT_EQ(pay_split(ledger, at(Account::budget), kTowns, kWeights, 100), 100);
  EXPECT_EQ(towns_cash(ledger), 100);
  EXPECT_EQ(ledger.balance[at(Account::budget)], 900);
}

TEST(Ledger, RepaymentNeverExceedsTheDebtOrTheTill) {
  Ledger ledger = make_ledger(2, 1);
  const std::size_t trust = trust_account(1);
  lend(ledger, trust, 70);
  issue(ledger, trust, 100);
  EXPECT_EQ(repay(ledger, trust, 500), 70);
  EXPECT_EQ(ledger.balance[trust], 100);
  EXPECT_EQ(debt_total(ledger), 0);
}

TEST(Ledger, AWriteOffRemovesTheClaimAndLeavesTheMoney) {
  Ledger ledger = make_ledger(1, 1);
  lend(ledger, trust_account(0), 70);
  write_off(ledger, trust_account(0));
  EXPECT_EQ(money_total(ledger), 70);
  EXPECT_EQ(debt_total(ledger), ledger.lent - ledger.repaid - ledger.written_off);
}

TEST(Ledger, AmountsThatAreNotFiniteMoveNothing) {
  Ledger ledger = make_ledger(1, 1);
  issue(ledger, at(Account::budget), 100);
  EXPECT_EQ(pay(ledger, Account::budget, Account::heavy, 0.0 / 1e-320 * 0), 0);
  EXPECT_EQ(pay(ledger, Account::budget, Account::heavy, 1e300), 0);
}

}  // namespace
}  // namespace thermidor::economy
