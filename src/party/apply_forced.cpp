#include "party/explain.hpp"
#include "party/force.hpp"

namespace thermidor::party {
namespace {

bool valid_leaders(const Convention& c, const Forced& act, std::size_t least) {
  if (act.leaders.size() < least) return false;
  for (std::size_t k = 0; k < least; ++k) {
    if (!act.leaders[k].valid() || act.leaders[k].index() >= leader_count(c.state)) return false;
  }
  return true;
}

// One bloc of exactly these: a bloc of theirs that holds nobody else keeps its number (and its rule), else a new one.
void unite(Convention& c, const std::vector<LeaderId>& leaders) {
  State& s = c.state;
  const auto listed = [&](LeaderId i) {
    for (const LeaderId j : leaders) {
      if (i == j) return true;
    }
    return false;
  };
  std::int32_t bloc = -1;
  for (const LeaderId i : leaders) {
    const std::int32_t candidate = s.leaders.bloc[i.index()];
    if (candidate < 0 || bloc == s.ruling) continue;
    bool own = true;
    for (const LeaderId j : s.order) own = own && (s.leaders.bloc[j.index()] != candidate || listed(j));
    if (own && (bloc < 0 || candidate == s.ruling)) bloc = candidate;
  }
  if (bloc < 0) bloc = s.next_bloc++;
  std::string names;
  for (const LeaderId i : leaders) {
    if (!alive(s, i)) continue;
    const bool breaks = ruling(s, i) && bloc != s.ruling;
    s.leaders.bloc[i.index()] = bloc;
    if (breaks) {
      break_with_rulers(c, i);
      tell(c, "bloc_left", title(c, i) + " leaves the ruling bloc", i, {}, 0.6, "M137 S65");
    }
    s.leaders.principal[i.index()] = 1;
    names += (names.empty() ? "" : ", ") + title(c, i);
  }
  tell(c, "bloc_formed", names + (leaders.size() > 1 ? " stand together" : " stands alone"), leaders.front(),
       leaders.size() > 1 ? leaders[1] : LeaderId{}, 0.7, "M141 S65");
}

void defeat(Convention& c, const Forced& act) {
  std::vector<LeaderId> losers;
  for (const LeaderId i : act.leaders) {
    if (!i.valid() || !alive(c.state, i)) continue;
    if (ruling(c.state, i)) {
      leave_bloc(c.state, i);
      break_with_rulers(c, i);
    }
    losers.push_back(i);
  }
  note_defeat(c, act.organ);
  count_defeat(c, losers, clamp(act.value, 0, 1), act.organ.valid() ? act.organ : c.state.roles.committee);
}

void forbid(Convention& c, const Forced& act) {
  LeaderState& l = c.state.leaders;
  const Month until = c.month + static_cast<int>(act.value);
  for (const LeaderId i : act.leaders) {
    if (!i.valid()) continue;
    if (act.text.find("ally") != std::string::npos) l.no_ally[i.index()] = until;
    if (act.text.find("attack") != std::string::npos) l.no_attack[i.index()] = until;
    if (act.text.find("coup") != std::string::npos) l.no_coup[i.index()] = until;
    if (act.text.find("recant") != std::string::npos) l.no_recant[i.index()] = until;
  }
}

void move_meeting(Convention& c, const Forced& act) {
  if (!act.organ.valid()) return;
  OrganState& o = c.state.organs;
  const std::size_t k = act.organ.index();
  if (act.kind == ForcedKind::convene) {
    o.met[k] = 1;
    o.last_met[k] = c.month;
    return;
  }
  o.met[k] = 0;
  // So many months from now: not before that date.
  const Month until = c.month + static_cast<int>(act.value);
  if (until > o.due[k]) o.due[k] = until;
  if (act.organ == c.state.roles.congress) c.state.postponed_until = o.due[k];
}

void write(Convention& c, const Forced& act) {
  State& s = c.state;
  s.will_author = act.leaders[0];
  s.will_target = act.leaders[1];
  s.will_publicity = act.value;
  s.will_judged = 0;
  change_affinity(s, act.leaders[0], act.leaders[1], smaller(0, -0.4 - affinity(s, act.leaders[0], act.leaders[1])));
  tell(c, "will", title(c, act.leaders[0]) + " writes against " + title(c, act.leaders[1]), act.leaders[0], act.leaders[1], 0.8,
       "M085 S62");
}

void force_seat(Convention& c, const Forced& act) {
  const std::uint8_t value = act.kind == ForcedKind::drop ? 0 : (act.value >= 2 ? 2 : 1);
  set_seat(c.state, act.organ, act.leaders[0], value);
  if (!act.organ.valid()) return;
  tell(c, "seat", title(c, act.leaders[0]) + (value == 0 ? " leaves the " : " enters the ") + title(c, act.organ),
       act.leaders[0], {}, 0.6, "S39 S40");
}

void force_sanction(Convention& c, const Forced& act) {
  const auto rung = static_cast<std::int32_t>(clamp(act.value, 0, 7));
  if (rung > c.state.leaders.rung[act.leaders[0].index()]) {
    impose_rung(c, act.leaders[0], rung);
  } else {
    c.state.leaders.rung[act.leaders[0].index()] = rung;
  }
}

void be_absent(Convention& c, const Forced& act) {
  LeaderState& l = c.state.leaders;
  l.absent_until[act.leaders[0].index()] = c.month + static_cast<int>(act.value);
  l.lost[act.leaders[0].index()] = 1;
}

void carry_out(Convention& c, const Forced& act) {
  const bool one = valid_leaders(c, act, 1);
  const bool two = valid_leaders(c, act, 2);
  const LeaderId first = one ? act.leaders[0] : LeaderId{};
  switch (act.kind) {
    case ForcedKind::decide_lever: c.policy.decided[static_cast<std::size_t>(act.lever)] = act.value; return;
    case ForcedKind::appoint:
      if (act.post.valid()) give_post(c, act.post, first, "appointed");
      return;
    case ForcedKind::vacate:
      if (act.post.valid()) vacate_post(c, act.post, "removed");
      return;
    case ForcedKind::elect:
    case ForcedKind::drop:
      if (one) force_seat(c, act);
      return;
    case ForcedKind::ally:
      if (one) unite(c, act.leaders);
      return;
    case ForcedKind::leave:
      if (!one || c.state.leaders.bloc[first.index()] < 0) return;
      tell(c, "bloc_left", title(c, first) + " leaves his bloc", first, {}, ruling(c.state, first) ? 0.6 : 0.4, "M137 S65");
      leave_bloc(c.state, first);
      return;
    case ForcedKind::attack:
      if (two) attack(c, first, act.leaders[1]);
      return;
    case ForcedKind::defeat: defeat(c, act); return;
    case ForcedKind::sanction:
      if (one) force_sanction(c, act);
      return;
    case ForcedKind::capitulate:
      if (one) capitulate(c, first);
      return;
    case ForcedKind::readmit:
      if (one) readmit(c, first);
      return;
    case ForcedKind::convene:
    case ForcedKind::postpone: move_meeting(c, act); return;
    case ForcedKind::will:
      if (two) write(c, act);
      return;
    case ForcedKind::absent:
      if (one) be_absent(c, act);
      return;
    case ForcedKind::forbid: forbid(c, act); return;
    case ForcedKind::seize:
      if (one) seize_power(c, first);
      return;
    case ForcedKind::resize:
      if (act.organ.valid()) c.state.organs.full[act.organ.index()] = static_cast<std::int32_t>(act.value);
      return;
  }
}

// The dead do nothing and are given nothing; whoever is meant to act or to be given something has to live.
LeaderId dead_actor(const Convention& c, const Forced& act) {
  switch (act.kind) {
    case ForcedKind::appoint:
    case ForcedKind::elect:
    case ForcedKind::leave:
    case ForcedKind::capitulate:
    case ForcedKind::readmit:
    case ForcedKind::will:
    case ForcedKind::seize:
      if (!act.leaders.empty() && act.leaders[0].valid() && !alive(c.state, act.leaders[0])) return act.leaders[0];
      return {};
    case ForcedKind::ally:
    case ForcedKind::attack:
      for (const LeaderId i : act.leaders) {
        if (i.valid() && !alive(c.state, i)) return i;
      }
      return {};
    default: return {};
  }
}

}  // namespace

void apply_forced(Convention& c, std::span<const Forced> acts) {
  for (const Forced& act : acts) {
    c.records.forced.push_back({c.month, act.text, forced_probability(c, act)});
    explain_imposed(c, act, c.records.forced.back().probability);
    if (const LeaderId dead = dead_actor(c, act); dead.valid()) {
      tell(c, "not_done", "Not done, as " + title(c, dead) + " is dead: " + act.text, dead, {}, 0.6, "S61");
    } else {
      carry_out(c, act);
    }
    end_decision(c);
  }
}

}  // namespace thermidor::party
