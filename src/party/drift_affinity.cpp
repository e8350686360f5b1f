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
  // Only ties that somebody could act on drift: those of and towards principals and the arbiter.
  std::vector<LeaderId> principals, acting, everybody;
  for (std::size_t k = 0; k < n; ++k) {
    const LeaderId i = make_id<LeaderId>(k);
    if (!alive(s, i)) continue;
    everybody.push_back(i);
    if (s.leaders.principal[k] != 0) principals.push_back(i);
    if (s.leaders.principal[k] != 0 || s.arbiter == i) acting.push_back(i);
  }
  for (const LeaderId i : everybody) {
    const bool leads = s.leaders.principal[i.index()] != 0;
    // Ties with those who only follow move three months at a time, each leader in his own month.
    const bool turn = (static_cast<std::uint64_t>(c.month.index) + s.leaders.key[i.index()]) % 3 == 0;
    if (!turn && !leads) continue;
    const double relief = leads ? clamp(c.params.affinity.relief - live_threat(c, i), 0, c.params.affinity.relief) : 1;
    const std::vector<LeaderId>& others = !turn ? principals : (leads || s.arbiter == i ? everybody : acting);
    for (const LeaderId j : others) {
      if (i == j) continue;
      const bool both = leads && s.leaders.principal[j.index()] != 0;
      change_affinity(s, i, j, (both ? 1.0 : 3.0) * pair_drift(c, i, j, relief));
    }
  }
}

}  // namespace thermidor::party
