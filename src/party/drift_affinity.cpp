// How liking between leaders drifts: rivalry among equals, agreement, opposed blocs, healing among the defeated.
// claims.md M077 M078 M092 M137 M144-M146 M183 S64 S65.
#include "party/processes.hpp"

namespace thermidor::party {
namespace {

// What opponents still in the party mean to one of the rulers: strength times distance. It holds rulers together (R12).
double live_threat(const Convention& c, LeaderId i) {
  const State& s = c.state;
  double sum = 0;
  for (const LeaderId j : s.order) {
    if (j == i || !opposing(s, j) || !in_party(s, j)) continue;
    sum += s.leaders.holding[j.index()] * salient_distance(c, s.leaders.ideal[i.index()], s.leaders.ideal[j.index()]);
  }
  return sum;
}

bool defeated(const State& s, LeaderId i) { return s.leaders.first_defeat[i.index()].index > 0; }

double pair_drift(const Convention& c, LeaderId i, LeaderId j, double relief) {
  const State& s = c.state;
  const LeaderState& l = s.leaders;
  const AffinityRule& rule = c.params.affinity;
  const std::size_t a = i.index();
  const std::size_t b = j.index();
  const double liking = affinity(s, i, j);
  double drift = rule.decay * (rule.level - liking);
  if (l.bloc[a] >= 0 && l.bloc[b] >= 0 && l.bloc[a] != l.bloc[b]) drift -= rule.opposed;
  if (l.principal[a] != 0 && l.principal[b] != 0) {
    const double level = smaller(l.strength[b] / rule.rivalry_scale, 1.1);
    drift -= rule.rivalry * l.ambition[a] * l.ambition[b] * level * (ruling(s, i) && ruling(s, j) ? relief : 1.0);
  }
  const double gap = salient_distance(c, l.ideal[a], l.ideal[b]);
  drift += rule.homophily * c.params.explanations.policy * (rule.distance_level - gap);
  if (defeated(s, i) && defeated(s, j) && !ruling(s, i) && !ruling(s, j)) {
    drift += rule.shared_defeat * larger(0, rule.shared_level - liking);
  }
  return drift;
}

}  // namespace

void drift_affinity(Convention& c) {
  State& s = c.state;
  const std::size_t n = leader_count(s);
  for (std::size_t a = 0; a < n; ++a) {
    const LeaderId i = make_id<LeaderId>(a);
    if (!alive(s, i)) continue;
    const bool leads = s.leaders.principal[a] != 0;
    // Ties with those who only follow move three months at a time, each leader in his own month.
    const bool turn = (static_cast<std::uint64_t>(c.month.index) + s.leaders.key[a]) % 3 == 0;
    if (!turn && !leads) continue;
    const double relief = leads ? clamp(c.params.affinity.relief - live_threat(c, i), 0, c.params.affinity.relief) : 1;
    for (std::size_t b = 0; b < n; ++b) {
      const LeaderId j = make_id<LeaderId>(b);
      const bool both = leads && s.leaders.principal[b] != 0;
      // Only ties that somebody could act on drift: those of and towards principals and the arbiter.
      const bool matters = leads || s.leaders.principal[b] != 0 || s.arbiter == i || s.arbiter == j;
      if (a == b || !(both || turn) || !matters || !alive(s, j)) continue;
      change_affinity(s, i, j, (both ? 1.0 : 3.0) * pair_drift(c, i, j, relief));
    }
  }
}

}  // namespace thermidor::party
