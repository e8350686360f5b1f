// What was counted in cells, conferences, congress and Committee when they divided. Read by nobody but the series.
#include "party/ballots.hpp"

namespace thermidor::party {

void note_cells(Convention& c, const DebateResult& result) {
  Returns& returns = c.state.returns;
  if (result.voters <= 0) return;
  returns.cells = 1 - result.open_share;
  returns.private_opposition = result.private_share;
  const ProvinceId capital = c.state.roles.capital;
  if (!capital.valid() || capital.index() >= result.province_by_type.size()) return;
  const std::size_t p = capital.index();
  returns.capital_workers = result.province_by_type[p][static_cast<std::size_t>(CellType::worker)];
  returns.capital_students = result.province_by_type[p][static_cast<std::size_t>(CellType::study)];
  returns.capital_districts = result.province_district[p];
  returns.capital_conference = result.province_conference[p];
}

void note_division(Convention& c, const DebateResult& result) {
  const State& s = c.state;
  Returns& returns = c.state.returns;
  if (result.delegates.empty()) return;
  returns.congress = 1 - result.delegates_share;
  returns.base_delegates = returns.base_loyal = 0;
  for (std::size_t p = 0; p < result.delegates.size(); ++p) {
    const LeaderId patron = s.machine.patron[p];
    if (!patron.valid() || side_of(s, patron) >= 0) continue;
    returns.base_delegates += result.delegates[p];
    returns.base_loyal += result.delegates_opposition[p];
  }
}

// An organ that others elect divides as those whom the cells send up; the Committee as its members.
void note_defeat(Convention& c, OrganId organ) {
  const State& s = c.state;
  if (s.ruling < 0 || !organ.valid()) return;
  if (organ == s.roles.committee) {
    Motion motion = make_motion(organ, "line of the rulers against the opposition", ruling_head(s));
    motion.side = stances(s);
    const Tally tally = cast_ballots(c, motion, nullptr);
    const double all = tally.votes_for + tally.votes_against + tally.abstained;
    if (all > 0) c.state.returns.plenum = tally.votes_for / all;
    return;
  }
  if (c.params.organs[organ.index()].electors.valid() || c.debate == nullptr) return;
  const DebateResult result = ask_cells(c, announced_debate(c));
  note_cells(c, result);
  note_division(c, result);
}

}  // namespace thermidor::party
