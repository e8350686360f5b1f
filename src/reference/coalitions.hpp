// Ultimate ruling coalitions (Acemoglu, Egorov and Sonin 2008): who rules when any winning part may drop the rest and nobody
// can promise not to do so again.
#pragma once

#include <cstdint>
#include <vector>

namespace thermidor::reference {

// A part rules over a whole if it has strictly more than this share of its power.
struct Majority {
  std::int64_t over = 1;
  std::int64_t under = 2;
};

// The self-enforcing winning coalitions of least power, as bits by number of the person; several where they tie. At most 16
// persons of positive power.
std::vector<std::uint32_t> ruling_coalitions(const std::vector<std::int64_t>& powers, Majority majority);

}  // namespace thermidor::reference
