// The arbiter is a role: prestige far above the second's and the bureau's trust. He restrains hostile acts while he is up; hope
// of his return fades. claims.md M077 M083 M101 S63.
#include "party/processes.hpp"

namespace thermidor::party {
namespace {

double bureau_trust(const State& s, LeaderId towards) {
  double sum = 0;
  double count = 0;
  for (const LeaderId i : s.order) {
    if (i == towards || !alive(s, i) || seat(s, s.roles.chief_bureau, i) != 2) continue;
    sum += affinity(s, i, towards);
    count += 1;
  }
  return count > 0 ? sum / count : 0;
}

}  // namespace

void find_arbiter(State& s, const Params& params, Month month) {
  LeaderId first;
  LeaderId second;
  for (const LeaderId i : s.order) {
    if (!alive(s, i) || s.leaders.rung[i.index()] >= 3) continue;
    if (!first.valid() || s.leaders.prestige[i.index()] > s.leaders.prestige[first.index()]) {
      second = first;
      first = i;
    } else if (!second.valid() || s.leaders.prestige[i.index()] > s.leaders.prestige[second.index()]) {
      second = i;
    }
  }
  if (!first.valid() || !second.valid()) return;
  const bool above = s.leaders.prestige[first.index()] >= params.arbiter.prestige_ratio * s.leaders.prestige[second.index()];
  const bool stands_apart = s.leaders.bloc[first.index()] < 0;
  if (above && stands_apart && bureau_trust(s, first) >= params.arbiter.trust) {
    s.arbiter = first;
    s.arbiter_active = absent(s, first, month) ? 0 : 1;
    s.arbiter_gone = month;
  }
}

void settle_arbiter(Convention& c) {
  State& s = c.state;
  if (s.arbiter.valid()) {
    const LeaderId i = s.arbiter;
    if (!alive(s, i) || s.leaders.rung[i.index()] >= 3) {
      s.arbiter = {};
      s.arbiter_active = 0;
      return;
    }
    const bool away = absent(s, i, c.month) && s.leaders.lost[i.index()] >= 0.5;
    if (away && s.arbiter_active != 0) s.arbiter_gone = c.month;
    s.arbiter_active = away ? 0 : 1;
    return;
  }
  find_arbiter(s, c.params, c.month);
}

}  // namespace thermidor::party
