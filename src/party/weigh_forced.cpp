// How probable the model held a forced decision in its month: from the same choice sets, votes and hazards that run freely.
#include "party/ballots.hpp"
#include "party/bargain.hpp"
#include "party/force.hpp"

namespace thermidor::party {
namespace {

double gauss(double distance, double sd) { return exp(-0.5 * distance * distance / (sd * sd)); }

double lever_chance(const Convention& c, const Forced& act) {
  for (const LeverRow& row : c.params.levers) {
    if (lever_index(row) != static_cast<std::size_t>(act.lever)) continue;
    const LeverProspect prospect = lever_prospect(c, row);
    const double from = c.policy.decided[static_cast<std::size_t>(act.lever)];
    const double stay = (1 - prospect.chance) * gauss(act.value - from, 0.08);
    return prospect.chance * gauss(act.value - prospect.value, 0.25) + stay;
  }
  return 0.05;
}

double appointment_chance(const Convention& c, const Forced& act) {
  if (!act.post.valid() || !post_exists(c, act.post)) return 0;
  const LeaderId who = act.leaders.empty() ? LeaderId{} : act.leaders.front();
  const LeaderId holder = c.state.organs.holder[act.post.index()];
  if (holder == who && who.valid()) return 1;
  const double precision = c.params.offices.precision;
  const auto weight = [&](double u) { return exp(precision * u); };
  std::vector<LeaderId> candidates;
  for (const LeaderId i : c.state.order) {
    if (in_party(c.state, i) && i != c.state.arbiter) candidates.push_back(i);
  }
  double sum = weight(unnamed_utility(c, act.post));
  for (const double utility : post_utilities(c, act.post, candidates)) sum += weight(utility);
  const double mine = weight(who.valid() ? post_utility(c, act.post, who) : unnamed_utility(c, act.post));
  const double vacancy = holder.valid() ? 0.05 : c.params.offices.fill;
  return vacancy * mine / sum;
}

double vacancy_chance(const Convention& c, const Forced& act) {
  const LeaderId holder = act.post.valid() ? c.state.organs.holder[act.post.index()] : LeaderId{};
  if (!holder.valid()) return 1;
  return side_of(c.state, holder) < 0 ? larger(c.params.offices.attrition, sanction_hazard(c, holder)) : 0.03;
}

// Against the weakest of those now seated: what the score would have to beat.
double seat_chance(const Convention& c, const Forced& act, bool enters) {
  const State& s = c.state;
  const LeaderId who = act.leaders.front();
  double worst = 1e9;
  for (const LeaderId i : s.order) {
    if (i != who && seat(s, act.organ, i) == 2 && alive(s, i)) worst = smaller(worst, election_score(c, i, 0.1));
  }
  if (worst > 1e8) worst = 0.5;
  const double p = logistic(2 * (election_score(c, who, 0.1) - worst));
  if (enters) return seat(s, act.organ, who) > 0 ? larger(p, 0.5) : p;
  if (act.organ == s.roles.chief_bureau && opposing(s, who)) return sanction_hazard(c, who) * sanction_vote_probability(c, who);
  return 0.3 * (1 - p) + 0.02;
}

double alliance_chance(const Convention& c, const Forced& act) {
  const Table table = set_table(c);
  bool together = act.leaders.size() > 1;
  for (const LeaderId i : act.leaders) {
    const std::int32_t bloc = c.state.leaders.bloc[i.index()];
    together = together && bloc >= 0 && bloc == c.state.leaders.bloc[act.leaders.front().index()];
  }
  if (together) return 1;
  double none = 1;
  for (const LeaderId proposer : act.leaders) {
    const std::size_t i = place_of(table, proposer);
    if (i >= table.count) continue;
    ActList list = list_acts(c, table, i);
    if (list.count >= kMostActs) --list.count;
    list.acts[list.count] = alliance_act(c, table, i, act.leaders);
    none *= 1 - act_probability(c, list, list.count++);
  }
  return 1 - none;
}

double act_chance(const Convention& c, LeaderId who, ActKind kind, LeaderId target) {
  const Table table = set_table(c);
  const std::size_t i = place_of(table, who);
  if (i >= table.count) return 0;
  ActList list = list_acts(c, table, i);
  for (std::size_t a = 0; a < list.count; ++a) {
    const bool same = !target.valid() || (list.acts[a].target < table.count && table.who[list.acts[a].target] == target);
    if (list.acts[a].kind == kind && same) return act_probability(c, list, a);
  }
  if (kind != ActKind::attack || place_of(table, target) >= table.count) return 0;
  if (list.count >= kMostActs) --list.count;
  list.acts[list.count] = attack_act(c, table, i, place_of(table, target));
  return act_probability(c, list, list.count++);
}

double defeat_chance(const Convention& c, const Forced& act) {
  const State& s = c.state;
  double fight = 0;
  for (const LeaderId i : act.leaders) {
    const double opens = act_chance(c, i, ActKind::fight, {});
    fight = larger(fight, opposing(s, i) ? larger(opens, c.params.votes.contest) : opens);
  }
  Motion motion = make_motion(act.organ, "forced defeat", ruling_head(s));
  motion.side = stances(s);
  for (const LeaderId i : act.leaders) motion.side[i.index()] = -1;
  if (s.ruling < 0) {
    for (const LeaderId i : s.order) {
      if (seat(s, s.roles.chief_bureau, i) == 2 && motion.side[i.index()] == 0) motion.side[i.index()] = 0.3;
    }
  }
  const Tally tally = cast_ballots(c, motion, nullptr);
  return fight * (tally.entitled > 0 ? tally.probability : 0.8);
}

double sanction_chance(const Convention& c, const Forced& act) {
  const LeaderId who = act.leaders.front();
  const std::int32_t now = c.state.leaders.rung[who.index()];
  const auto rung = static_cast<std::int32_t>(act.value);
  if (rung <= now) return 1;
  double p = sanction_hazard(c, who) * sanction_vote_probability(c, who);
  for (std::int32_t r = now + 2; r <= rung; ++r) p *= 0.3;
  return opposing(c.state, who) ? p : 0.2 * p;
}

double will_chance(const Convention& c, const Forced& act) {
  if (act.leaders.size() < 2) return 0.02;
  const LeaderId author = act.leaders[0];
  const double turned = logistic(-6 * affinity(c.state, author, act.leaders[1]));
  return c.params.clashes.write * turned * (author == c.state.arbiter ? 1.0 : 0.1);
}

double organ_chance(const Convention& c, const Forced& act) {
  if (act.organ != c.state.roles.congress) return act.kind == ForcedKind::convene ? 1 : 0.2;
  const double hazard = congress_due(c) ? congress_hazard(c) : 0.02;
  return act.kind == ForcedKind::convene ? hazard : 1 - hazard;
}

}  // namespace

double forced_probability(const Convention& c, const Forced& act) {
  const auto needs_leader = act.leaders.empty() || !act.leaders.front().valid();
  double p = 0;
  switch (act.kind) {
    case ForcedKind::decide_lever: p = lever_chance(c, act); break;
    case ForcedKind::appoint: p = appointment_chance(c, act); break;
    case ForcedKind::vacate: p = vacancy_chance(c, act); break;
    case ForcedKind::elect: p = needs_leader ? 0 : seat_chance(c, act, true); break;
    case ForcedKind::drop: p = needs_leader ? 0 : seat_chance(c, act, false); break;
    case ForcedKind::ally: p = needs_leader ? 0 : alliance_chance(c, act); break;
    case ForcedKind::leave: p = needs_leader ? 0 : act_chance(c, act.leaders[0], ActKind::leave, {}); break;
    case ForcedKind::attack:
      p = act.leaders.size() < 2 ? 0 : act_chance(c, act.leaders[0], ActKind::attack, act.leaders[1]);
      break;
    case ForcedKind::defeat: p = needs_leader ? 0 : defeat_chance(c, act); break;
    case ForcedKind::sanction: p = needs_leader ? 0 : sanction_chance(c, act); break;
    case ForcedKind::capitulate: p = needs_leader ? 0 : recant_hazard(c, act.leaders[0]); break;
    case ForcedKind::readmit: p = c.params.recant.readmit; break;
    case ForcedKind::convene:
    case ForcedKind::postpone: p = organ_chance(c, act); break;
    case ForcedKind::will: p = will_chance(c, act); break;
    case ForcedKind::resize: p = 0.3; break;
    case ForcedKind::seize: p = needs_leader ? 0 : seizure_chance(c, act.leaders[0]); break;
    case ForcedKind::absent:
    case ForcedKind::forbid: p = 1; break;  // not decisions of the model
  }
  return clamp(p, 1e-6, 1);
}

}  // namespace thermidor::party
