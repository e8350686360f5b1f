// What the cells of one kind in one province see alike, and how that makes strata of cells divide. Shared by ballots that are
// drawn for strata (debate.cpp) and hands that are counted member by member (raise_hands.cpp).
#pragma once

#include <array>
#include <cstdint>

#include "core/rng.hpp"
#include "party/debate.hpp"

namespace thermidor::party {

// What is common to a province's cells of one type.
struct CellMood {
  double mean = 0;   // private net dissent
  double fear = 0;   // cost of being the only one to speak
  double start = 0;  // dissent seen at the outset
  double heard = 1;  // share of cells in which somebody speaks for the opposition
};

inline constexpr std::size_t kMostCellStrata = 64;

// Strata of cells with their noise: the same draws whether members are counted or drawn.
struct CellStrata {
  CellMood mood;
  std::int64_t voters = 0;                      // who attend, drawn
  std::int64_t strata = 0;                      // 0 where nobody attends
  std::array<double, kMostCellStrata> mean{};   // private net dissent in each
  std::array<double, kMostCellStrata> share{};  // of those who hear the case put, who dares to speak
};

// Voters who would dissent without fear; `spread` is the standard deviation of net dissent within a cell.
double private_voters(const CellStrata& cells, double spread);

struct Ballots {
  std::int64_t voters = 0;
  std::int64_t opposition = 0;
  double private_opposition = 0;  // voters who would dissent without fear
};

// Hands raised by the members of one province, one by one, in the cells of each type.
struct HandCount {
  const OneByOne& one_by_one;
  const MemberParams& params;
  const DebateInput& input;
  const std::array<std::uint16_t, 4096>& scores;  // of each mind, see score_minds
  std::uint64_t seed;
  Month month;
};
std::array<std::uint16_t, 4096> score_minds(const DebateInput& input, double views);
std::array<Ballots, kCellTypes> raise_hands(const HandCount& count, std::size_t province, std::uint32_t id,
                                            const std::array<CellStrata, kCellTypes>& cells);

}  // namespace thermidor::party
