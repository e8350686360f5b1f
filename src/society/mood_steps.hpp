// Small helpers of the mood's rules.
#pragma once

#include "core/math.hpp"

namespace thermidor::society {

inline double share_of(double x) { return clamp(x, 0.0, 1.0); }

// A level after closing a share of its gap to a target.
inline double approach(double level, double target, double speed) { return level + speed * (share_of(target) - level); }

inline double positive(double x) { return x > 0 ? x : 0.0; }

}  // namespace thermidor::society
