// Who gives in after defeat, and who is taken back. Recantation starts demands rather than ending them.
// claims.md M175 M178 M179 S77 S79.
#include "party/explain.hpp"
#include "party/processes.hpp"

namespace thermidor::party {

double recant_hazard(const Convention& c, LeaderId i) {
  const State& s = c.state;
  const RecantRule& rule = c.params.recant;
  const std::size_t k = i.index();
  double friends = 0;
  double broken = 0;
  for (const LeaderId j : s.order) {
    if (j == i || affinity(s, i, j) < 0.3 || s.leaders.rung[j.index()] < 3) continue;
    friends += 1;
    broken += s.leaders.recanted[j.index()].index > 0 ? 1 : 0;
  }
  const double gap = distance(s.leaders.ideal[k], s.line, s.salience);
  double x = rule.base + rule.per_rung * s.leaders.rung[k] + rule.caution * s.leaders.caution[k] -
             rule.principle * s.leaders.principle[k] - rule.distance * (2 * gap - rule.distance_level) +
             rule.friends * (friends > 0 ? broken / friends : 0);
  // One does not beg of those one hates.
  const LeaderId head = ruling_head(s);
  if (head.valid() && head != i) x -= rule.enmity * larger(0, -affinity(s, i, head));
  const LeaderId leader = s.leaders.follows[k];
  if (leader.valid() && s.leaders.recanted[leader.index()].index > 0) x += rule.leader;
  return rule.pace * logistic(x);
}

void capitulate(Convention& c, LeaderId i) {
  State& s = c.state;
  const std::size_t k = i.index();
  s.leaders.recanted[k] = c.month;
  s.leaders.bloc[k] = -1;
  s.leaders.fight_until[k] = Month{};
  s.leaders.offence[k] = 0;
  s.leaders.following[k] = 0;
  tell(c, "recantation", title(c, i) + " recants", i, {}, 0.7, "M175 S77");
}

void readmit(Convention& c, LeaderId i) {
  State& s = c.state;
  s.leaders.rung[i.index()] = 3;
  s.leaders.last_rung[i.index()] = c.month;
  tell(c, "readmission", title(c, i) + " is taken back into the party", i, {}, 0.5, "S77 S79");
}

void recant(Convention& c) {
  if (!c.free_acts) return;
  State& s = c.state;
  const RecantRule& rule = c.params.recant;
  for (const LeaderId i : s.order) {
    const std::size_t k = i.index();
    if (!alive(s, i) || s.leaders.rung[k] < 4 || s.leaders.no_recant[k] > c.month) continue;
    Random random = draw(c, "party.recant", s.leaders.key[k]);
    if (s.leaders.recanted[k].index == 0) {
      const double hazard = recant_hazard(c, i);
      if (!random.chance(hazard)) continue;
      explain_turn(c, title(c, i) + " recants", i, hazard, "M175 S77");
      capitulate(c, i);
      end_decision(c);
    } else if (s.leaders.rung[k] < 7 && c.month - s.leaders.recanted[k] >= rule.readmit_after && random.chance(rule.readmit)) {
      readmit(c, i);
    }
  }
}

}  // namespace thermidor::party
