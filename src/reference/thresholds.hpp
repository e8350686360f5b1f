// Who joins when others have joined: Granovetter (1978), Kuran (1989, 1991).
#pragma once

#include <vector>

namespace thermidor::reference {

// Persons who end up joining when each joins once at least his threshold have, from none.
int joined(const std::vector<double>& thresholds);
// The same with thresholds and answer in per cent of all.
double percent_joined(const std::vector<double>& thresholds);

// Normal thresholds: the spread at which the low equilibrium of x = Phi((x - mean) / sd) vanishes, and the share there.
struct Tipping {
  double sd = 0;
  double share = 0;
};
Tipping tipping_point(double mean);

}  // namespace thermidor::reference
