// Money in double entry: nobody pays more than he has, and only the named events make or destroy money (design part 1, rule 5).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "economy/books.hpp"

namespace thermidor::economy {

inline constexpr double kMillion = 1e8;    // kopecks in a million roubles
inline constexpr double kMegatonne = 1e9;  // kg
inline constexpr double kMillionPeople = 1e6;

// Accounts that every run has; trusts follow them, then the villages of each region.
enum class Account : std::size_t {
  budget,
  agency,
  heavy,
  crafts,
  shops,
  traders,  // small traders, bagmen, grain dealers
  dealers,  // NEP-men: shopkeepers and wholesale dealers
  bazaar,
  poor,
  average,
  better_off,
  first_trust
};

constexpr std::size_t at(Account account) { return static_cast<std::size_t>(account); }
constexpr std::size_t trust_account(std::size_t trust) { return at(Account::first_trust) + trust; }
inline std::size_t village_account(const Ledger& ledger, std::size_t region) {
  return static_cast<std::size_t>(ledger.villages) + region;
}
// Kinds of holders of money, by how near they are to the bank (see MoneyState::stable).
enum class Holder : std::size_t { state, trusts, trade, towns, villages };
inline constexpr std::size_t kHolders = 5;
Holder holder_of(const Ledger& ledger, std::size_t account);

inline constexpr std::size_t kStrata = 3;
constexpr std::size_t stratum_account(std::size_t stratum) { return at(Account::poor) + stratum; }

Ledger make_ledger(std::size_t trusts, std::size_t regions);

inline double cash(const Ledger& ledger, std::size_t account) { return static_cast<double>(ledger.balance[account]); }
inline double cash(const Ledger& ledger, Account account) { return cash(ledger, at(account)); }

// Moves at most `amount`, at most what the payer has, never less than nothing. Returns what moved.
std::int64_t pay(Ledger& ledger, std::size_t from, std::size_t to, double amount);
inline std::int64_t pay(Ledger& ledger, Account from, Account to, double amount) {
  return pay(ledger, at(from), at(to), amount);
}

// Splits a payment over receivers in proportion to weights, telescoped, so that the parts add up exactly.
std::int64_t pay_split(Ledger& ledger, std::size_t from, std::span<const std::size_t> receivers,
                       std::span<const double> weights, double amount);
// Collects up to `amount` from payers in proportion to weights. Returns what came.
std::int64_t collect(Ledger& ledger, std::span<const std::size_t> payers, std::span<const double> weights, std::size_t to,
                     double amount);

// Events that make or destroy money.
std::int64_t issue(Ledger& ledger, std::size_t to, double amount);            // treasury
std::int64_t lend(Ledger& ledger, std::size_t to, double amount);             // bank
std::int64_t repay(Ledger& ledger, std::size_t from, double amount);          // bank, at most debt and cash
std::int64_t write_notes(Ledger& ledger, std::size_t issuer, double amount);  // short debt in goods notes, money to the issuer
std::int64_t redeem_notes(Ledger& ledger, std::size_t issuer, double amount);
std::int64_t receive_abroad(Ledger& ledger, std::size_t to, double amount);
std::int64_t pay_abroad(Ledger& ledger, std::size_t from, double amount);
std::int64_t revalue(Ledger& ledger, std::size_t account, double amount);  // stable money rises in old roubles

// State loans: a claim in gold kopecks, `unit` of which in force make one, against money to the budget. Both return what was
// paid.
std::int64_t subscribe(Ledger& ledger, std::size_t holder, double amount, double unit);
std::int64_t redeem_loan(Ledger& ledger, std::size_t holder, double gold, double unit);

// Bank debt of an account written off: the claim disappears, money stays.
void write_off(Ledger& ledger, std::size_t account);

std::int64_t money_total(const Ledger& ledger);
std::int64_t debt_total(const Ledger& ledger);  // to the bank
double towns_cash(const Ledger& ledger);

}  // namespace thermidor::economy
