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

double voiced_share(double mean, double sd, double fear, double start) {
  constexpr int kRounds = 200;
  constexpr double kClose = 1e-7;
  double share = start;
  for (int round = 0; round < kRounds; ++round) {
    const double next = 1.0 - normal_cdf((fear * (1.0 - share) - mean) / sd);
    const double step = next - share;
    share = next;
    if (step < kClose && step > -kClose) break;
  }
  return share;
}

}  // namespace thermidor::party
