#include "party/purge.hpp"

#include "core/math.hpp"

namespace thermidor::party {

namespace {

// What rulers do when effort is `effort`: failures go first; successes too while the gain from replacing them exceeds the cost.
PurgeOutcome answer_effort(const PurgeGame& game, double effort) {
  PurgeOutcome out;
  out.effort = effort;
  const double win_good = smaller(1.0, game.slope_good * effort), win_bad = smaller(1.0, game.slope_bad * effort);
  const double bad = 1.0 - game.good;
  out.success = game.good * win_good + bad * win_bad;
  const double failing = 1.0 - out.success;
  const double good_failing = failing > 0 ? game.good * (1.0 - win_good) / failing : 0.0;
  const double weight = game.good * game.slope_good + bad * game.slope_bad;
  const double good_succeeding = weight > 0 ? game.good * game.slope_good / weight : game.good;
  const double wanted = game.value * (game.standard - good_failing) / game.cost;
  out.rate_failures = failing > 0 ? clamp(wanted / failing, 0.0, 1.0) : 1.0;
  if (out.rate_failures >= 1.0 && out.success > 0) {
    const double extended = game.value * (game.standard - good_succeeding) / game.cost;
    out.rate_successes = clamp((extended - failing) / out.success, 0.0, 1.0);
  }
  out.purged = out.rate_failures * failing + out.rate_successes * out.success;
  const double kept_good = out.success > 0 ? game.good * win_good * (1.0 - out.rate_successes) : 0.0;
  out.good_after = kept_good + game.good * (1.0 - win_good) * (1.0 - out.rate_failures) + out.purged * game.standard;
  return out;
}

}  // namespace

PurgeOutcome purge_equilibrium(const PurgeGame& game, double start) {
  constexpr double kDamping = 0.2;
  constexpr int kRounds = 400;
  double effort = start;
  for (int round = 0; round < kRounds; ++round) {
    const PurgeOutcome out = answer_effort(game, effort);
    const double next = (out.rate_failures - out.rate_successes) * (game.stake + game.violence);
    const double step = next - effort;
    effort += kDamping * step;
    if (step < 1e-12 && step > -1e-12) break;
  }
  return answer_effort(game, effort);
}

}  // namespace thermidor::party
