// Clashes in office; removals that an arbiter moves; his will and how it is judged. claims.md M075 M085-M088 M103 S62 S64.
#include "party/ballots.hpp"
#include "party/explain.hpp"

namespace thermidor::party {
namespace {

LeaderId least_liked(const State& s, LeaderId i) {
  LeaderId worst;
  for (const LeaderId j : s.order) {
    if (j == i || !in_party(s, j) || (s.leaders.principal[j.index()] == 0 && seat(s, s.roles.committee, j) == 0)) continue;
    if (!worst.valid() || affinity(s, i, j) < affinity(s, i, worst)) worst = j;
  }
  return worst;
}

void clash(Convention& c, LeaderId i, LeaderId victim) {
  State& s = c.state;
  const ClashRule& rule = c.params.clashes;
  change_affinity(s, victim, i, -rule.damage);
  change_affinity(s, i, victim, -0.5 * rule.damage);
  bool firmed = false;
  for (const LeaderId j : s.order) {
    if (j == i || j == victim) continue;
    // Friends of the victim turn too, an arbiter fond of him most.
    const double fond = affinity(s, j, victim);
    if (fond <= 0.2) continue;
    change_affinity(s, j, i, -rule.spread * fond * (j == s.arbiter ? 2.5 : 1.0));
    firmed = firmed || j == s.arbiter;
  }
  tell(c, "clash", title(c, i) + " clashes with " + title(c, victim), i, victim, 0.3, firmed ? "M075 M088 S64" : "M088 S64");
}

// Against whom an arbiter has turned: the greatest holder of office he dislikes.
LeaderId disliked_by(const Convention& c, LeaderId arbiter) {
  LeaderId worst;
  double most = 0;
  const std::vector<double> offices = greatest_posts(c);
  for (const LeaderId j : c.state.order) {
    if (j == arbiter || !in_party(c.state, j)) continue;
    const double value = offices[j.index()];
    if (value < c.params.clashes.great_office || affinity(c.state, arbiter, j) >= 0) continue;
    const double weight = value - affinity(c.state, arbiter, j);
    if (weight > most) {
      most = weight;
      worst = j;
    }
  }
  return worst;
}

Motion removal_motion(const Convention& c, LeaderId target, LeaderId author, double cue) {
  const State& s = c.state;
  Motion motion = make_motion(s.roles.committee, "removal of " + c.params.leaders[target.index()].id, author);
  motion.target = target;
  motion.side.assign(leader_count(s), 0.0);
  // His bloc stands by him, less whoever has come to dislike him; his opponents do not; the rest weigh the cue against the man.
  const double his = side_of(s, target);
  for (const LeaderId i : s.order) {
    const double together = side_of(s, i) * his;
    const double stands = together > 0 ? clamp(1 + 2 * affinity(s, i, target), 0, 1) : 1.0;
    motion.side[i.index()] = -together * stands * 0.7;
  }
  motion.side[target.index()] = -1;
  motion.cue = cue;
  motion.rulers = -side_of(s, target);
  return motion;
}

bool move_removal(Convention& c, LeaderId target, LeaderId author, double cue) {
  const Tally tally = decide(c, removal_motion(c, target, author, cue));
  tell(c, "removal_motion", "A motion to remove " + title(c, target) + (tally.carried ? " carries" : " fails"), author, target,
       0.8, "M085 M103 S62");
  if (tally.carried) drop_posts(c, target, 0.3, "removed");
  end_decision(c);
  return tally.carried;
}

}  // namespace

void clash_in_office(Convention& c) {
  if (!c.free_acts) return;
  State& s = c.state;
  const ClashRule& rule = c.params.clashes;
  const std::vector<double> offices = greatest_posts(c);
  for (const LeaderId i : s.order) {
    const double office = offices[i.index()];
    if (office <= 0 || !in_party(s, i) || !present(s, i, c.month) || i == s.arbiter) continue;
    Random random = draw(c, "party.clashes", s.leaders.key[i.index()]);
    if (!random.chance(rule.rate * s.leaders.rudeness[i.index()] * office)) continue;
    const LeaderId victim = least_liked(s, i);
    if (victim.valid()) clash(c, i, victim);
  }
  if (!s.arbiter.valid() || s.arbiter_active == 0) return;
  Random random = draw(c, "party.removals", s.leaders.key[s.arbiter.index()]);
  const LeaderId target = random.chance(rule.removal) ? disliked_by(c, s.arbiter) : LeaderId{};
  if (target.valid()) move_removal(c, target, s.arbiter, rule.removal_cue);
}

// An ailing arbiter who has turned against a great office-holder writes (M085).
void write_will(Convention& c) {
  State& s = c.state;
  if (!c.free_acts || !s.arbiter.valid() || s.will_author.valid() || !absent(s, s.arbiter, c.month)) return;
  const LeaderId target = disliked_by(c, s.arbiter);
  Random random = draw(c, "party.will", s.leaders.key[s.arbiter.index()]);
  if (!target.valid() || !random.chance(c.params.clashes.write)) return;
  s.will_author = s.arbiter;
  s.will_target = target;
  s.will_publicity = c.params.clashes.publicity;
  tell(c, "will", title(c, s.arbiter) + " writes against " + title(c, target), s.arbiter, target, 0.8, "M085 M086 S62");
}

// What a revered man wrote costs its target liking and standing as far as it is heard: first in the Committee, then in the
// congress (M086 M103).
void spread_will(Convention& c, double strength, double known) {
  State& s = c.state;
  const ClashRule& rule = c.params.clashes;
  const LeaderId target = s.will_target;
  const double committee = clamp(known / rule.in_committee, 0, 1);
  const double beyond = clamp((known - rule.in_committee) / (rule.in_congress - rule.in_committee), 0, 1);
  for (const LeaderId i : s.order) {
    if (i == target || !alive(s, i)) continue;
    const double heard = seat(s, s.roles.committee, i) != 0 ? committee : beyond;
    change_affinity(s, i, target, -rule.words * strength * heard * larger(0, affinity(s, i, s.will_author)));
  }
  double& prestige = s.leaders.prestige[target.index()];
  const double loss =
      rule.standing * strength * clamp(known / rule.in_congress, 0, 1) * s.leaders.prestige[s.will_author.index()];
  prestige = larger(smaller(prestige, 0.05), prestige - loss);
}

// Once, after his death: the cue is strong as far as it becomes known and the target cannot suppress it (M103).
void judge_will(Convention& c) {
  State& s = c.state;
  if (!s.will_author.valid() || alive(s, s.will_author) || s.will_judged != 0) return;
  s.will_judged = 1;
  if (!c.free_acts || !s.will_target.valid() || !in_party(s, s.will_target)) return;
  const double strength = clamp(0.5 - affinity(s, s.will_author, s.will_target), 0, 1.5) * c.params.explanations.symbols;
  const double known = s.will_publicity * (ruling(s, s.will_target) ? 1 - 0.5 * c.params.clashes.suppressed : 1.0);
  spread_will(c, strength, known);
  move_removal(c, s.will_target, s.will_author, c.params.clashes.cue * strength * known);
}

}  // namespace thermidor::party
