// What the party's leaders' side publishes, and rows for pictures. Membership fields are written by update_members.
#include "party/party.hpp"

namespace thermidor::party {
namespace {

double hostility(const State& s) {
  double sum = 0;
  double pairs = 0;
  for (const LeaderId i : s.order) {
    if (!alive(s, i) || seat(s, s.roles.chief_bureau, i) != 2) continue;
    for (const LeaderId j : s.order) {
      if (i == j || !alive(s, j) || seat(s, s.roles.chief_bureau, j) != 2) continue;
      sum += clamp(-affinity(s, i, j), 0, 1);
      pairs += 1;
    }
  }
  return pairs > 0 ? sum / pairs : 0;
}

double ruling_seats(const State& s) {
  double seats = 0;
  double mine = 0;
  for (const LeaderId i : s.order) {
    if (!alive(s, i) || seat(s, s.roles.chief_bureau, i) != 2) continue;
    seats += 1;
    mine += ruling(s, i) ? 1 : 0;
  }
  return seats > 0 ? mine / seats : 0;
}

// Ability of those in office, weighted by the office; unnamed holders have little.
double ability_in_office(const Params& params, const State& s, Month month) {
  double sum = 0;
  double weight = 0;
  for (const PostId post : s.organs.order) {
    const std::size_t p = post.index();
    if (params.posts[p].exists_from > month || s.organs.abolished[p] != 0) continue;
    const LeaderId holder = s.organs.holder[p];
    sum += params.posts[p].value * (holder.valid() && present(s, holder, month) ? s.leaders.ability[holder.index()] : 0.3);
    weight += params.posts[p].value;
  }
  return weight > 0 ? sum / weight : 0.3;
}

// What has become of those who lost a formal vote.
std::uint8_t fate_of_losers(const State& s) {
  std::int32_t worst = 0;
  for (const LeaderId i : s.order) {
    if (s.leaders.first_defeat[i.index()].index > 0 && s.leaders.rung[i.index()] > worst) worst = s.leaders.rung[i.index()];
  }
  return worst >= 7 ? 3 : (worst >= 5 ? 2 : (worst >= 3 ? 1 : 0));
}

double strongest_opposition(const State& s) {
  double against = 0;
  double rulers = 0;
  for (const LeaderId i : s.order) {
    if (opposing(s, i) && in_party(s, i)) against += s.leaders.holding[i.index()];
    if (ruling(s, i)) rulers += s.leaders.holding[i.index()];
  }
  return against + rulers > 0 ? against / (against + rulers) : 0;
}

double percent_of(std::int64_t part, std::int64_t all) {
  return all > 0 ? 100.0 * static_cast<double>(part) / static_cast<double>(all) : 0.0;
}

void publish_returns(const State& s, PartySignal& signal) {
  const Returns& x = s.returns;
  const Delegation& delegation = x.delegation;
  signal.delegates = static_cast<double>(delegation.delegates);
  signal.members_per_delegate =
      delegation.delegates > 0 ? static_cast<double>(delegation.members) / static_cast<double>(delegation.delegates) : 0.0;
  signal.delegate_veterans = percent_of(delegation.veterans, delegation.delegates);
  signal.delegate_officials = percent_of(delegation.officials, delegation.delegates);
  signal.base_delegates = static_cast<double>(x.base_delegates);
  signal.base_loyalty = percent_of(x.base_loyal, x.base_delegates);
  signal.plenum_majority = 100 * x.plenum;
  signal.congress_majority = 100 * x.congress;
  signal.cells_majority = 100 * x.cells;
  signal.cells_private = 100 * x.private_opposition;
  signal.capital_workers = 100 * x.capital_workers;
  signal.capital_students = 100 * x.capital_students;
  signal.capital_districts = 100 * x.capital_districts;
  signal.capital_conference = 100 * x.capital_conference;
}

double seats_of(const State& s, OrganId organ) {
  return organ.valid() ? static_cast<double>(s.organs.full[organ.index()]) : 0.0;
}

}  // namespace

Verdict read_verdict(const Params& params, const State& s) {
  Verdict v;
  v.losers = fate_of_losers(s);
  v.coup = s.coup;
  if (s.arbiter.valid() && s.arbiter_active != 0) {
    v.leader = s.arbiter;
    v.form = kFormCollective;
    return v;
  }
  v.leader = ruling_head(s);
  if (!v.leader.valid()) return v;
  double next = 0;
  for (const LeaderId i : s.order) {
    if (i != v.leader && s.leaders.strength[i.index()] > next && in_party(s, i)) next = s.leaders.strength[i.index()];
  }
  const double mine = s.leaders.strength[v.leader.index()];
  v.form = mine >= params.ruling.single * next ? kFormSingle : kFormCollective;
  if (strongest_opposition(s) >= params.ruling.split) v.form = kFormSplit;
  return v;
}

void publish(const Params& params, const State& s, Month month, PartySignal& signal) {
  const Verdict verdict = read_verdict(params, s);
  signal.leader = verdict.leader;
  signal.form = verdict.form;
  signal.losers = verdict.losers;
  signal.coup = verdict.coup;
  signal.opposition_open = clamp(s.open_opposition, 0, 1);
  const LeaderId head = machine_head(s);
  signal.secretary_share_posts = head.valid() ? clamp(s.leaders.clients[head.index()], 0, 1) : 0;
  double total = 0;
  double most = 0;
  for (const LeaderId i : s.order) {
    if (s.leaders.principal[i.index()] == 0) continue;
    total += s.leaders.strength[i.index()];
    most = larger(most, s.leaders.strength[i.index()]);
  }
  signal.strongest_share = total > 0 ? clamp(most / total, 0, 1) : 0;
  signal.ruling_seats_share = ruling_seats(s);
  signal.bureau_conflict = hostility(s);
  signal.slate_strength = s.slate_strength;
  signal.machine_reach = s.reach;
  signal.terror = s.terror;
  signal.sanctions = s.sanctions;
  signal.line_market = s.line[kMarket];
  signal.line_tempo = s.line[kTempo];
  signal.line_world = s.line[kWorld];
  signal.line_debate = s.line[kDebate];
  signal.leader_ability = ability_in_office(params, s, month);
  signal.committee_seats = seats_of(s, s.roles.committee);
  signal.control_seats = seats_of(s, s.roles.control);
  signal.arbiter_active = s.arbiter.valid() && s.arbiter_active != 0 ? 1 : 0;
  publish_returns(s, signal);
}

void record_standings(const Params& params, const State& s, Month month, Records& records) {
  if (!records.keep_details) return;
  const LeaderId leader = read_verdict(params, s).leader;
  for (std::size_t k = 0; k < leader_count(s); ++k) {
    const LeaderId i = make_id<LeaderId>(k);
    if (s.leaders.alive[k] == 0) continue;
    if (s.leaders.principal[k] == 0 && s.leaders.rung[k] == 0 && seat(s, s.roles.chief_bureau, i) == 0 && i != s.arbiter)
      continue;
    records.standings.push_back({month, i, s.leaders.bloc[k], ruling(s, i), seat(s, s.roles.chief_bureau, i), s.leaders.rung[k],
                                 s.leaders.strength[k], i == leader});
  }
}

}  // namespace thermidor::party
