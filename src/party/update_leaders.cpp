// Health, absence, death and what they leave behind. claims.md M083 M084 M099-M102 S60 S61 S81 S82.
#include "party/party.hpp"

namespace thermidor::party {
namespace {

// What his death does to others; whoever calls tells of the death itself.
void die(Convention& c, LeaderId i) {
  State& s = c.state;
  const std::size_t k = i.index();
  if (s.leaders.alive[k] == 0) return;
  s.leaders.alive[k] = 0;
  s.death_prestige = larger(s.death_prestige, s.leaders.prestige[k]);
  s.leaders.bloc[k] = -1;
  s.leaders.strength[k] = 0;
  s.leaders.holding[k] = 0;
  drop_posts(c, i, 0.0, "died");
  const std::size_t n = leader_count(s);
  for (std::size_t o = 0; o < c.params.organs.size(); ++o) s.organs.seat[o * n + k] = 0;
  for (LeaderId& patron : s.machine.patron) {
    if (patron == i) patron = {};
  }
  for (std::size_t p = 0; p < s.machine.key.size(); ++p) s.machine.clients[p * n + k] = 0;
  if (i != s.arbiter) return;
  s.arbiter = {};
  s.arbiter_active = 0;
  // Absence from the arbiter's bier is noted (M102).
  for (const LeaderId j : s.order) {
    if (alive(s, j) && absent(s, j, c.month)) {
      double& prestige = s.leaders.prestige[j.index()];
      prestige = larger(0.05, prestige - c.params.clashes.absence * c.params.explanations.symbols);
      tell(c, "absence", title(c, j) + " is absent when " + title(c, i) + " dies", j, i, 0.5, "M102");
    }
  }
}

void fall_ill(Convention& c, const HealthEvent& event) {
  LeaderState& l = c.state.leaders;
  const std::size_t k = event.leader.index();
  const Month until = c.month + (event.months > 0 ? event.months : 1);
  if (until > l.absent_until[k]) l.absent_until[k] = until;
  l.lost[k] = clamp(event.severity, 0, 1);
  const bool arbiter = event.leader == c.state.arbiter;
  // A stroke of the arbiter's leaves him to act through others (M084); whoever is ill is absent (M100).
  tell(c, event.kind == HealthKind::stroke ? "stroke" : "illness", title(c, event.leader) + " falls ill", event.leader, {},
       arbiter ? 0.8 : 0.4,
       arbiter && event.kind == HealthKind::stroke ? "M083 M084 M099 M100 S60 S61" : "M083 M099 M100 S60 S61");
}

}  // namespace

void update_leaders(Convention& c) {
  State& s = c.state;
  s.death_prestige = 0;
  for (const HealthEvent& event : c.now.outside.health) {
    if (!event.leader.valid() || event.leader.index() >= leader_count(s) || !alive(s, event.leader)) continue;
    const std::size_t k = event.leader.index();
    switch (event.kind) {
      case HealthKind::illness:
      case HealthKind::stroke: fall_ill(c, event); break;
      case HealthKind::recovery:
        s.leaders.absent_until[k] = c.month;
        s.leaders.lost[k] = 0;
        break;
      case HealthKind::death:
        tell(c, "death", title(c, event.leader) + " dies", event.leader, {}, 0.9, "M101 S60");
        die(c, event.leader);
        break;
    }
  }
  // Enemies abroad may reach the banished (M200).
  for (const LeaderId i : s.order) {
    if (s.leaders.rung[i.index()] < 7 || !alive(s, i) || !c.free_acts) continue;
    Random random = draw(c, "party.abroad", s.leaders.key[i.index()]);
    if (!random.chance(c.params.options.abroad_death)) continue;
    tell(c, "murder", title(c, i) + " " + c.params.wording.end, {}, i, 0.9, "M101 M200 S60");
    die(c, i);
  }
  settle_arbiter(c);
}

}  // namespace thermidor::party
