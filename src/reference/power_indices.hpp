// Power of voters in weighted games: Shapley and Shubik (1954), Banzhaf (1965), by counting all coalitions, and in closed form
// for one bloc among single votes.
#pragma once

#include <cstdint>
#include <vector>

namespace thermidor::reference {

struct WeightedGame {
  std::int64_t quota = 1;             // weight that carries a motion
  std::vector<std::int64_t> weights;  // of at most 20 players
};

// A fraction in lowest terms.
struct Fraction {
  std::int64_t over = 0;
  std::int64_t under = 1;
  bool operator==(const Fraction&) const = default;
};
Fraction reduce(std::int64_t over, std::int64_t under);
double value_of(const Fraction& fraction);

std::vector<std::int64_t> banzhaf_swings(const WeightedGame& game);  // coalitions that each turns from losing to winning
std::vector<Fraction> banzhaf_normalised(const WeightedGame& game);  // share of all swings
std::vector<Fraction> banzhaf_absolute(const WeightedGame& game);    // of the coalitions of the others
std::vector<Fraction> shapley_shubik(const WeightedGame& game);      // of the orders in which he is the pivot

// A bloc of `bloc` among `members` who otherwise vote singly.
Fraction shapley_shubik_of_bloc(std::int64_t members, std::int64_t bloc, std::int64_t quota);
double banzhaf_of_bloc(std::int64_t members, std::int64_t bloc,
                       std::int64_t quota);  // absolute; some 1000 single votes at most

}  // namespace thermidor::reference
