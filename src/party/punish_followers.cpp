// Sanctions against those who follow: members who spoke openly and named followers. What all see makes terror.
// claims.md M063 M147 M162 S32 S76 S91.
#include "party/processes.hpp"

namespace thermidor::party {

void punish_followers(Convention& c) {
  State& s = c.state;
  const FollowerRule& rule = c.params.followers;
  std::int32_t highest = 0;
  for (const LeaderId i : s.order) {
    if (opposing(s, i) && s.leaders.rung[i.index()] > highest) highest = s.leaders.rung[i.index()];
  }
  const double punished = s.open_opposition * smaller(1, rule.rate * highest);
  s.open_opposition = larger(0, s.open_opposition - punished) * (1 - rule.open_decay);
  s.terror = clamp(s.terror * (1 - rule.terror_decay) + rule.terror_gain * punished * c.params.explanations.coercion, 0, 1);
  s.surprise *= 0.85;
  for (double& following : s.leaders.following) following *= 1 - c.params.strength.following_decay;
  if (!c.free_acts) return;
  for (const LeaderId i : s.order) {
    const std::size_t k = i.index();
    const LeaderId leader = s.leaders.follows[k];
    if (s.leaders.principal[k] != 0 || !leader.valid() || !opposing(s, leader) || s.leaders.recanted[k].index > 0) continue;
    if (affinity(s, i, leader) < rule.known) continue;  // only known followers
    const std::int32_t above = s.leaders.rung[leader.index()];
    const bool behind = s.leaders.rung[k] < 6 && s.leaders.rung[k] < above + 2 && (s.leaders.rung[k] < above || above >= 4);
    Random random = draw(c, "party.followers", s.leaders.key[k]);
    if (above < 1 || !behind || !random.chance(rule.climb + rule.climb_rung * above / 7.0)) continue;
    impose_rung(c, i, s.leaders.rung[k] + 1);
  }
}

}  // namespace thermidor::party
