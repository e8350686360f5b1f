// The bargaining table: at most fifteen persons, their blocs, and what each would gain or lose under another partition.
// Expected utility over power (convex: first place), safety, policy, bread, ties, threat and resentment. claims.md M089-M094
// M137 M142.
#pragma once

#include <array>
#include <cstdint>

#include "party/processes.hpp"

namespace thermidor::party {

inline constexpr std::size_t kBargainers = 15;
inline constexpr std::int8_t kNeutral = -1;
using Partition = std::array<std::int8_t, kBargainers>;  // local number of each one's bloc
using Places = std::uint16_t;                            // a set of places, a bit for each
static_assert(kBargainers <= 16);

struct Table {
  std::size_t count = 0;
  std::array<LeaderId, kBargainers> who{};
  std::array<double, kBargainers> holding{};
  std::array<double, kBargainers> seen{};  // own strength as he sees it
  std::array<Position, kBargainers> ideal{};
  std::array<std::array<double, kBargainers>, kBargainers> liking{};
  std::array<std::array<double, kBargainers>, kBargainers> fear{};  // of each for each
  Partition bloc{};
  std::array<std::int32_t, kBargainers + 1> number{};  // local bloc -> number in the state
  std::int8_t blocs = 0;
  std::int8_t ruling = kNeutral;  // local number of the ruling bloc
  Position line{};
  Position salience{};
  double shortfall = 0;
  double loss = 0;  // what defeat costs
};

// What a partition amounts to: strength, head, members, line and power of each bloc.
struct Balance {
  std::array<double, kBargainers + 1> strength{};
  std::array<double, kBargainers + 1> squares{};
  std::array<double, kBargainers + 1> power{};
  std::array<Position, kBargainers + 1> line{};
  std::array<std::int8_t, kBargainers + 1> head{};
  std::array<Places, kBargainers + 1> members{};
  std::array<double, kBargainers> share{};  // of each in the total
  Position expected{};
  double total = 0;
};

Table set_table(const Convention& c);
// Place of a leader at the table, or count if he is not there.
std::size_t place_of(const Table& table, LeaderId i);
// Strength, line and power of each bloc of a partition; its local numbers are below kBargainers + 1.
Balance weigh(const Params& params, const Table& table, const Partition& partition);
// What the partition is worth to the person at place i, in units of the first place; `balance` is weigh() of that partition.
double utility(const Convention& c, const Table& table, const Partition& partition, const Balance& balance, std::size_t i);
// Strength of open opponents still in the party times the distance to them: what binds i to the rulers (R12).
double binding(const Convention& c, const Table& table, std::size_t i);

enum class ActKind : std::uint8_t { silence, leave, join, form, invite, expel, attack, fight, appeal };

struct Act {
  ActKind kind = ActKind::silence;
  std::size_t target = kBargainers;  // place of partner or victim
  std::int8_t bloc = kNeutral;       // bloc joined
  Partition partition{};             // what would result
  double value = 0;                  // gain over silence, with acceptance and costs
  double accepted = 1;               // predicted chance that partners accept
};

inline constexpr std::size_t kMostActs = 40;
struct ActList {
  std::array<Act, kMostActs> acts{};
  std::size_t count = 0;
};

// Everything that the person at place i may do this month, with its worth. Forced acts read their probability here.
ActList list_acts(const Convention& c, const Table& table, std::size_t i);
// Chance that i chooses act number `index` this month and it comes about.
double act_probability(const Convention& c, const ActList& list, std::size_t index);

}  // namespace thermidor::party
