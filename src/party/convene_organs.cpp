// The month of the leaders and organs, in its order. Bargaining comes first, formal votes second.
#include "party/force.hpp"
#include "party/party.hpp"

namespace thermidor::party {
namespace {

// The ban on factions and the strength of lists from above follow what organs decided and the apparatus carries out (M119 M150
// S36).
void follow_rules(Convention& c) {
  State& s = c.state;
  const ChannelRule& rule = c.params.channels;
  s.ban = c.params.explanations.rules * clamp((1 - c.policy[Lever::legal_factions]) / 2, 0, 1);
  const double slates =
      clamp(rule.slate_level + rule.slate_reach * s.reach - rule.slate_slope * c.policy[Lever::inner_democracy], 0, 1);
  s.slate_strength += rule.slate_speed * (slates - s.slate_strength);
}

void open_month(Convention& c) {
  State& s = c.state;
  s.sanctions = 0;
  s.fought = 0;
  s.fight_called = 0;
  s.debate_open = 0;
  follow_rules(c);
  hear_news(c);
  hear_revolution(c);
  judge_will(c);
  schedule_organs(c);
  measure_strength(c);
}

void close_month(Convention& c) {
  State& s = c.state;
  measure_strength(c);
  bool wild = false;
  for (const double x : s.affinity) wild |= !(x * x <= 1);  // of NaN as well; without branches, as there are thousands
  bool finite = !wild;
  for (const double x : s.leaders.clients) finite = finite && x >= 0 && x <= 1.000001;
  for (const double x : s.line) finite = finite && x >= -1.000001 && x <= 1.000001;
  for (const double x : {s.reach, s.slate_strength, s.terror, s.open_opposition, s.expected})
    finite = finite && x >= 0 && x <= 1.000001;
  c.fault.require(finite, c.month, "party::convene_organs", "a share or an affinity left its range");
}

}  // namespace

void convene_organs(Convention& c, std::span<const Forced> forced) {
  State& s = c.state;
  open_month(c);
  apply_forced(c, forced);
  if (!forced.empty()) measure_strength(c);
  clash_in_office(c);
  write_will(c);
  appoint_secretaries(c);
  fill_posts(c);
  if (c.free_acts) choose_acts(c);
  form_rulers(c);
  draw_line(c);
  if (s.debate_open != 0) hold_debate(c, announced_debate(c));
  contest_line(c);
  impose_sanctions(c);
  punish_followers(c);
  attempt_coup(c);
  recall_leaders(c);
  hold_congress(c);
  if (s.roles.committee.valid() && s.organs.met[s.roles.committee.index()] != 0) elect_bureau(c, false);
  recant(c);
  drift_affinity(c);
  decide_levers(c);
  close_month(c);
}

}  // namespace thermidor::party
