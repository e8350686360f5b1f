// Which organs meet this month. A due congress meets with a hazard that falls as its head's clients make delay safe.
// claims.md M090 M169 S38.
#include "party/processes.hpp"

namespace thermidor::party {

double congress_hazard(const Convention& c) {
  const State& s = c.state;
  const LeaderId head = machine_head(s);
  const double clients = head.valid() ? s.leaders.clients[head.index()] * c.params.explanations.appointments : 0;
  const double ease = larger(0, 1 - c.params.congress.slope * clients);
  return c.params.congress.hazard * ease * ease;
}

bool congress_due(const Convention& c) {
  const OrganId congress = c.state.roles.congress;
  return congress.valid() && c.month >= c.state.organs.due[congress.index()] && c.month >= c.state.postponed_until;
}

void schedule_organs(Convention& c) {
  State& s = c.state;
  for (std::size_t o = 0; o < c.params.organs.size(); ++o) {
    const OrganId organ = make_id<OrganId>(o);
    s.organs.met[o] = 0;
    if (organ == s.roles.congress) {
      if (!c.free_acts || !congress_due(c)) continue;
      const int waited = c.month - s.organs.due[o];
      Random random = draw(c, "party.congress", 0);
      // Whoever puts a congress off to a date has named the date; otherwise it is overdue at last.
      const bool named = s.postponed_until == c.month;
      const bool must = named || (c.params.organs[o].may_postpone > 0 && waited >= c.params.organs[o].may_postpone);
      s.organs.met[o] = must || random.chance(congress_hazard(c)) ? 1 : 0;
    } else if (c.month >= s.organs.due[o]) {
      s.organs.met[o] = 1;
      s.organs.last_met[o] = c.month;
      s.organs.due[o] = c.month + (c.params.organs[o].meets_every > 0 ? c.params.organs[o].meets_every : 1);
    }
  }
}

}  // namespace thermidor::party
