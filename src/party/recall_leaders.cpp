// Rare turns from outside and from below: a revolution abroad lifts its friends; in bad times rulers may call a fallen man
// back. claims.md M111 M183 M192 S53 S65; C61 O14 O16.
#include "party/ballots.hpp"
#include "party/explain.hpp"

namespace thermidor::party {

void recall_leaders(Convention& c) {
  State& s = c.state;
  const double trouble = larger(s.shortfall, s.unrest);
  const LeaderId head = ruling_head(s);
  if (!c.free_acts || !head.valid() || trouble < c.params.options.bad_times) return;
  for (const LeaderId i : s.order) {
    const std::size_t k = i.index();
    if (!alive(s, i) || s.leaders.rung[k] < 3 || s.leaders.rung[k] > 6 || affinity(s, head, i) < -0.1) continue;
    Random random = draw(c, "party.recall", s.leaders.key[k]);
    if (!random.chance(c.params.options.recall * (0.4 + s.leaders.ability[k]))) continue;
    Motion motion = make_motion(s.roles.committee, "recall of " + c.params.leaders[k].id, head);
    motion.target = i;
    motion.side = stances(s);
    motion.side[k] = 0;
    if (!decide(c, motion).carried) continue;
    s.leaders.rung[k] = 2;
    s.leaders.bloc[k] = -1;
    s.leaders.offence[k] = 0;
    tell(c, "recall", title(c, i) + " is called back", i, head, 0.8, "M183 S65");
    end_decision(c);
  }
}

void hear_revolution(Convention& c) {
  State& s = c.state;
  const OptionRule& rule = c.params.options;
  const bool turned = c.now.outside.revolution_success > 0 && c.last.outside.revolution_success <= 0;
  const double defeat = c.now.outside.foreign_defeat;
  if (!turned && defeat <= 0) return;
  for (const LeaderId i : s.order) {
    const std::size_t k = i.index();
    if (!alive(s, i)) continue;
    const double friendship =
        rule.revolution_prestige * s.leaders.ideal[k][kWorld] + rule.abroad_prestige * s.leaders.abroad[k];
    // Success lifts the friends of revolution; a defeat is charged to those who drew the line (M111 M168).
    const double change = (turned ? friendship : 0) - (ruling(s, i) ? 0.04 * defeat : 0);
    s.leaders.prestige[k] = clamp(s.leaders.prestige[k] + change, 0.05, 1.5);
  }
  if (turned) tell(c, "revolution_abroad", "A revolution abroad lifts its friends at home", {}, {}, 1.0, "S53");
}

}  // namespace thermidor::party
