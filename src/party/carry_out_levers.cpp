// The apparatus carries decisions out with delay and slippage. claims.md S94, design part 6.
#include "party/party.hpp"

namespace thermidor::party {

void carry_out_levers(const Params& params, Policy& policy) {
  for (const LeverRow& row : params.levers) {
    const std::size_t lever = lever_index(row);
    if (lever >= kLeverCount) continue;
    if (policy.lever_held[lever] != 0) {
      policy.in_force[lever] = policy.decided[lever];
      continue;
    }
    // Half of the way in `delay` months; the last part of a change is never carried out.
    const double pace = row.delay > 0 ? 1 - exp(-0.6931471805599453 / row.delay) : 1;
    const double gap = policy.decided[lever] - policy.in_force[lever];
    const double size = gap < 0 ? -gap : gap;
    const double lost = smaller(size, row.slippage * 0.3);
    policy.in_force[lever] += pace * (gap < 0 ? -(size - lost) : size - lost);
  }
}

}  // namespace thermidor::party
