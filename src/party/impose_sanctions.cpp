// The ladder: one rung at a time, each needs an offence and consumes it; precedent sets the pace; old comradeship delays.
// Rungs: 1 censure, 2 post, 3 chief bureau, 4 Committee, 5 party, 6 exile, 7 banishment. claims.md M133 M154 M169 M171 S45 S76
// S78.
#include <algorithm>

#include "party/ballots.hpp"
#include "party/explain.hpp"

namespace thermidor::party {
namespace {

double rulers_liking(const State& s, LeaderId target) {
  double sum = 0;
  double weight = 0;
  for (const LeaderId i : s.order) {
    if (!ruling(s, i) || !alive(s, i)) continue;
    sum += s.leaders.holding[i.index()] * affinity(s, i, target);
    weight += s.leaders.holding[i.index()];
  }
  return weight > 0 ? sum / weight : 0;
}

double reluctance(const Convention& c, LeaderId i) {
  const LadderRule& rule = c.params.ladder;
  const State& s = c.state;
  const std::size_t k = i.index();
  const double offence = s.leaders.offence[k];
  double r = rule.reluctance + rule.per_rung * s.leaders.rung[k] + s.leaders.prestige[k] - rule.offence * offence;
  if (s.leaders.rung[k] >= 1) r += rule.clean * (1 - smaller(1, offence));
  r -= rule.terror * s.terror * c.params.explanations.coercion;
  r += rule.affection * rulers_liking(s, i);
  r -= rule.precedent * (1 - exp(-s.precedents / rule.precedent_scale));
  return r + 4 * arbiter_hope(c);
}

double gap_months(const Convention& c, std::int32_t rung) {
  const LadderRule& rule = c.params.ladder;
  if (rung >= 4) return rule.gap_high;
  return rule.gap_first - rule.gap_precedent * (1 - exp(-c.state.precedents / rule.precedent_scale));
}

// Who may be punished now: open opponents, and those once punished who fell silent without recanting, with a live offence, long
// enough after the last rung. Silence adds no offence; it does not undo one.
bool liable(const Convention& c, LeaderId i) {
  const State& s = c.state;
  const std::size_t k = i.index();
  // Exiles who do not recant write to one another and stay liable (M178).
  const bool exile = s.leaders.rung[k] == 6 && s.leaders.recanted[k].index == 0 && s.leaders.first_defeat[k].index > 0;
  const bool silent = s.leaders.bloc[k] < 0 && s.leaders.rung[k] >= 1 && s.leaders.first_defeat[k].index > 0 &&
                      s.leaders.recanted[k].index == 0;
  const bool open = s.leaders.principal[k] != 0 && (opposing(s, i) || silent);
  if (!alive(s, i) || s.leaders.rung[k] >= 7 || !(exile || open)) return false;
  if (s.leaders.offence[k] < c.params.ladder.sin_needed) return false;
  return s.leaders.last_rung[k].index == 0 || c.month - s.leaders.last_rung[k] >= gap_months(c, s.leaders.rung[k]);
}

const std::string& rung_text(const Convention& c, std::int32_t rung) {
  return c.params.wording.rungs[static_cast<std::size_t>(rung < 1 ? 0 : (rung > 7 ? 6 : rung - 1))];
}

// Where a motion would put him.
std::int32_t next_rung(const Convention& c, LeaderId i) {
  const std::int32_t rung = c.state.leaders.rung[i.index()] + c.params.ladder.stride;
  return rung < 7 ? rung : 7;
}

Motion sanction_motion(const Convention& c, LeaderId target) {
  const State& s = c.state;
  const std::int32_t rung = next_rung(c, target);
  const std::string question = "rung " + std::to_string(rung) + " for " + c.params.leaders[target.index()].id;
  Motion motion = make_motion(sanction_organ(s, rung), question, ruling_head(s));
  motion.target = target;
  motion.side = stances(s);
  motion.side[target.index()] = -1;
  motion.cue = -c.params.ladder.cue * larger(0, c.params.ladder.affection * rulers_liking(s, target) + 0.1 * rung);
  motion.majority = sanction_majority(c, rung);
  motion.joint = rung == 4 || rung == 5;
  return motion;
}

// Bosses of a province may refuse: clients, following and ambition against principle and fear (S97).
bool refuses(Convention& c, LeaderId i) {
  const State& s = c.state;
  const std::size_t k = i.index();
  if (s.leaders.rung[k] > 2) return false;
  const double x =
      6 * s.leaders.clients[k] + s.leaders.following[k] + s.leaders.ambition[k] - s.leaders.principle[k] - s.terror - 1;
  Random random = draw(c, "party.refusal", s.leaders.key[k]);
  if (!random.chance(c.params.channels.refusal * logistic(4 * x))) return false;
  tell(c, "refusal", title(c, i) + " refuses to submit", i, {}, 0.7, "M140 S97");
  open_fight(c, i);
  return true;
}

}  // namespace

OrganId sanction_organ(const State& s, std::int32_t rung) {
  return rung <= 1 || rung >= 6 ? s.roles.chief_bureau : s.roles.committee;
}

double sanction_majority(const Convention& c, std::int32_t rung) {
  return rung == 4 || rung == 5 ? c.params.ladder.supermajority - 1e-9 : 0.5;
}

double sanction_hazard(const Convention& c, LeaderId i) { return logistic(-reluctance(c, i)); }

void impose_rung(Convention& c, LeaderId i, std::int32_t rung) {
  State& s = c.state;
  const std::size_t k = i.index();
  s.leaders.rung[k] = rung;
  s.leaders.last_rung[k] = c.month;
  s.leaders.offence[k] *= 1 - c.params.ladder.consumed;
  if (s.leaders.principal[k] != 0) s.precedents += 1;
  s.sanctions += 1;
  const std::size_t n = leader_count(s);
  if (rung >= 2) drop_posts(c, i, rung >= 5 ? 0.0 : 0.3, "removed");
  if (rung >= 3) {
    for (const OrganId organ : {s.roles.chief_bureau, s.roles.organising_bureau, s.roles.secretariat}) set_seat(s, organ, i, 0);
  }
  if (rung >= 4) {
    for (std::size_t o = 0; o < c.params.organs.size(); ++o) s.organs.seat[o * n + k] = 0;
  }
  if (rung >= 5) s.terror = smaller(1, s.terror + c.params.followers.expulsion_terror * c.params.explanations.coercion);
  // The second rung takes posts and leaves the seat in the chief bureau (M133).
  tell(c, "sanction", title(c, i) + " " + rung_text(c, rung), i, {}, rung >= 3 ? 0.9 : 0.7,
       rung == 2 ? "M133 M154 S76" : "M154 S76");
}

void impose_sanctions(Convention& c) {
  State& s = c.state;
  for (const LeaderId i : s.order) {
    const std::size_t k = i.index();
    const bool writes = s.leaders.rung[k] == 6 && s.leaders.recanted[k].index == 0;
    if (opposing(s, i) || writes) count_offence(s, i, c.params.ladder.sin_opposition);
    s.leaders.offence[k] *= 1 - c.params.ladder.sin_decay;
  }
  if (!c.free_acts || s.ruling < 0) return;
  std::vector<std::pair<double, LeaderId>> targets;
  for (const LeaderId i : s.order) {
    if (liable(c, i)) targets.push_back({sanction_hazard(c, i), i});
  }
  std::sort(targets.begin(), targets.end(), [&s](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : s.leaders.key[a.second.index()] < s.leaders.key[b.second.index()];
  });
  // One step and one person at a time (M154), until the party has become used to it.
  std::int32_t room = s.precedents > c.params.ladder.precedent_scale ? 2 : 1;
  for (const auto& [hazard, i] : targets) {
    if (room == 0) break;
    Random random = draw(c, "party.sanctions", s.leaders.key[i.index()]);
    if (!random.chance(hazard)) continue;
    const Motion motion = sanction_motion(c, i);
    --room;
    const bool carried = decide(c, motion).carried;
    explain_targets(c, targets, i);
    if (carried && !refuses(c, i)) impose_rung(c, i, next_rung(c, i));
    end_decision(c);
  }
}

double sanction_vote_probability(const Convention& c, LeaderId i) {
  return cast_ballots(c, sanction_motion(c, i), nullptr).probability;
}

}  // namespace thermidor::party
