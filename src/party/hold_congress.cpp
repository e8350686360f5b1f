// The congress: a debate below, a vote on the line, a new Committee and from it a new chief bureau.
// claims.md M070 M098 M119 M169 S38 S39 S42.
#include "core/quantity.hpp"
#include "party/explain.hpp"
#include "party/processes.hpp"

namespace thermidor::party {
namespace {

// Rulers enlarge the Committee to seat their men, the less the larger it is; the Control Commission follows.
void resize_organs(Convention& c) {
  State& s = c.state;
  const CongressRule& rule = c.params.congress;
  if (!s.roles.committee.valid()) return;
  std::int32_t& size = s.organs.full[s.roles.committee.index()];
  const double growth = s.ruling >= 0 ? rule.growth * larger(0, 1 - size / rule.committee_cap) : rule.growth_plain;
  if (size < rule.committee_cap) size += static_cast<std::int32_t>(whole(size * growth + 0.5));
  if (!s.roles.control.valid() || s.ruling < 0) return;
  std::int32_t& control = s.organs.full[s.roles.control.index()];
  control += static_cast<std::int32_t>(whole(rule.control_speed * larger(0, rule.control_ratio * size - control) + 0.5));
}

// Delegates divide on the line when a fight is open; over quiet opponents only as far as no arbiter is hoped for (M077).
bool divides(const Convention& c, const std::vector<LeaderId>& opponents) {
  for (const LeaderId i : opponents) {
    if (c.state.leaders.fight_until[i.index()] > c.month) return true;
  }
  Random random = draw(c, "party.division", 0);
  return random.chance(1 - arbiter_hope(c));
}

}  // namespace

void hold_congress(Convention& c) {
  State& s = c.state;
  const OrganId congress = s.roles.congress;
  if (!congress.valid()) return;
  // The run begins as a congress closes: its delegates have been chosen by the standing and the lists of the day.
  const bool met = s.organs.met[congress.index()] != 0;
  if (met || s.returns.delegation.delegates == 0) s.returns.delegation = choose_delegates(c);
  if (!met) return;
  s.organs.last_met[congress.index()] = c.month;
  s.organs.due[congress.index()] = c.month + c.params.organs[congress.index()].meets_every;
  s.campaign_until = c.month + c.params.appointments.campaign_months;
  std::vector<LeaderId> losers;
  for (const LeaderId i : s.order) {
    if (opposing(s, i) && in_party(s, i)) losers.push_back(i);
  }
  double opposition = 0;
  if (!losers.empty() && c.debate != nullptr) {
    const DebateResult result = ask_cells(c, true, s.debate_open == 0);
    opposition = result.delegates_share;
    note_division(c, result);
    // One debate a month: a fight's own has spoken already.
    if (s.debate_open == 0) {
      learn_from_cells(c, result);
    } else {
      note_cells(c, result);
    }
  }
  tell(c, "congress", title(c, congress) + " meets", {}, {}, 0.8, "S38");
  if (!losers.empty() && c.free_acts) {
    if (opposition > 0.5 && c.month >= s.lock_until) {
      explain_division(c, congress, opposition);
      overturn_rulers(c, s.leaders.bloc[losers.front().index()]);
      end_decision(c);
    } else if (s.fought == 0 && divides(c, losers)) {
      explain_division(c, congress, opposition);
      count_defeat(c, losers, 1 - opposition, congress);
      end_decision(c);
    }
  }
  if (c.free_acts) resize_organs(c);
  elect_committee(c, opposition);
  elect_bureau(c, true);
}

}  // namespace thermidor::party
