// Majorities in small groups, tier by tier (Galam), with slates, and dissent that fear keeps silent (Kuran): the closed forms.
#include "core/math.hpp"
#include "party/debate.hpp"

namespace thermidor::party {

namespace {

// Sum over group results of which more than half support, ties counting `tie`; `chance_of(j)` gives P(j supporters).
template <class Chance>
double carried_share(int size, double tie, Chance&& chance_of) {
  double share = 0;
  for (int j = (size + 1) / 2; j <= size; ++j) {
    if (2 * j > size) share += chance_of(j);
    if (2 * j == size) share += tie * chance_of(j);
  }
  return share;
}

double choose(int of, int taken) {
  double ways = 1;
  for (int i = 1; i <= taken; ++i) ways = ways * static_cast<double>(of - taken + i) / static_cast<double>(i);
  return ways;
}

}  // namespace

double majority_share(double p, int size, double tie) {
  return carried_share(size, tie, [&](int j) {
    double chance = choose(size, j);
    for (int i = 0; i < j; ++i) chance *= p;
    for (int i = j; i < size; ++i) chance *= 1.0 - p;
    return chance;
  });
}

double majority_share_finite(std::int64_t total, std::int64_t marked, int size, double tie) {
  if (total <= 0) return 0.0;
  const int drawn = total < size ? static_cast<int>(total) : size;
  return carried_share(drawn, tie, [&](int j) {
    double chance = choose(drawn, j);
    // Falling factorials of the marked, the others and all, one draw after another.
    for (int i = 0; i < drawn; ++i) {
      const auto left = static_cast<double>(i < j ? marked - i : total - marked - (i - j));
      chance *= left > 0 ? left / static_cast<double>(total - i) : 0.0;
    }
    return chance;
  });
}

double slate_tier(double p, int size, double tie, double slate) { return (1.0 - slate) * majority_share(p, size, tie); }

// Newton's method held to the side from which the plain iteration x <- F(x) comes: it never steps over a fixed point into the
// reach of the next. F is convex below its inflection and concave above. Towards the inflection a tangent falls short of the
// next fixed point as long as it does not pass the inflection; where F is steeper than 1 there is none before it. Away from the
// inflection only one is left, which a tangent may pass; where F is steeper than 1 the plain step is taken.
double voiced_share(double mean, double sd, double fear, double start) {
  constexpr int kRounds = 200;
  constexpr double kClose = 1e-7;
  constexpr double kFlattest = 1e-3;
  const double inflection = fear > 0 ? clamp(1.0 - mean / fear, 0.0, 1.0) : (mean < 0 ? 1.0 : 0.0);
  const double per_sd = 1.0 / sd;
  const double slope = fear * per_sd;
  const double bend =
      0.125 * slope * slope;  // half the second derivative of F, which is at most a quarter of the squared slope
  double share = start;
  for (int round = 0; round < kRounds; ++round) {
    const NormalPoint point = near_normal_point((mean - fear * (1.0 - share)) * per_sd);
    const double step = point.cdf - share;
    const double flatness = 1.0 - slope * point.density;
    // A small step is no proof where the curve runs along the diagonal: the fixed point is about step / flatness away.
    const double close = kClose * larger(flatness, kFlattest);
    if (step < close && step > -close) return point.cdf;
    const double newton = flatness > 0 ? share + step / flatness : share;
    // What the tangent misses is at most half the second derivative of F times the square of the step, over the flatness.
    if (flatness > 0 && bend * step * step < kClose * flatness * flatness * flatness) return clamp(newton, 0.0, 1.0);
    if (share < inflection && step > 0) {
      share = flatness > 0 ? smaller(newton, inflection) : inflection;
    } else if (share > inflection && step < 0) {
      share = flatness > 0 ? larger(newton, inflection) : inflection;
    } else {
      share = flatness > 0 ? clamp(newton, 0.0, 1.0) : point.cdf;
    }
  }
  return share;
}

}  // namespace thermidor::party
