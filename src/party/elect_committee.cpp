// Elections of Committee, Control Commission and bureaux: half of new seats go to leaders, half to secretaries, by strength and
// side; delegates approve the named by province. claims.md M070 M119 S38 S39 S42.
#include <algorithm>

#include "core/distributions.hpp"
#include "core/quantity.hpp"
#include "party/explain.hpp"
#include "party/processes.hpp"

namespace thermidor::party {
namespace {

constexpr double kGreatOffice = 0.28;  // value from which an office heads a body that the bureau wants in its midst

// Approval of one leader by the delegates: their side, his prestige, his rudeness in office.
double approval(const Convention& c, LeaderId i, double opposition_share) {
  const State& s = c.state;
  const double side = side_of(s, i);
  const double sympathy = side > 0 ? 1 - opposition_share : (side < 0 ? opposition_share : 0.5);
  const double x = c.params.congress.ballots * (sympathy - 0.35) + 0.8 * s.leaders.prestige[i.index()] -
                   0.5 * s.leaders.rudeness[i.index()] * greatest_post(c, i) + 0.1;
  return logistic(c.params.congress.approval_slope * x);
}

using Ranking = std::vector<std::pair<double, LeaderId>>;

template <class Score>
Ranking ranked(const State& s, Score score) {
  Ranking list;
  for (const LeaderId i : s.order) {
    const double value = score(i);
    if (value > -1e8) list.push_back({value, i});
  }
  std::sort(list.begin(), list.end(), [&s](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : s.leaders.key[a.second.index()] < s.leaders.key[b.second.index()];
  });
  return list;
}

std::int32_t seated_leaders(const State& s, OrganId organ) {
  std::int32_t seats = 0;
  for (const LeaderId i : s.order) seats += seat(s, organ, i) == 2 && alive(s, i) ? 1 : 0;
  return seats;
}

void judge_named(Convention& c, double opposition_share) {
  State& s = c.state;
  for (const LeaderId i : s.order) {
    if (seat(s, s.roles.committee, i) != 2) continue;
    const double yes = approval(c, i, opposition_share);
    s.leaders.prestige[i.index()] =
        clamp(s.leaders.prestige[i.index()] + c.params.congress.deviation * (yes - 0.85) * (yes < 0.85 ? 1.0 : 0.3), 0.05, 1.5);
    // Crossed out by more than half: out, unless his standing in office keeps him on the list.
    if (yes < 0.5 && s.leaders.rung[i.index()] >= 1) set_seat(s, s.roles.committee, i, 0);
  }
}

void seat_leaders(Convention& c, std::int32_t seats, double opposition_share) {
  State& s = c.state;
  const auto list = ranked(s, [&](LeaderId i) {
    if (!in_party(s, i) || s.leaders.rung[i.index()] >= 4 || seat(s, s.roles.committee, i) == 2 ||
        seat(s, s.roles.control, i) == 2) {
      return -1e9;
    }
    return election_score(c, i, opposition_share);
  });
  for (const auto& [score, i] : list) {
    if (seats <= 0) break;
    set_seat(s, s.roles.committee, i, 2);
    --seats;
  }
  explain_election(c, s.roles.committee, "New seats in", list);
}

void seat_secretaries(Convention& c, std::int32_t seats) {
  State& s = c.state;
  MachineState& m = s.machine;
  std::vector<std::pair<double, std::size_t>> list;
  for (std::size_t p = 0; p < m.key.size(); ++p) {
    if (m.seat[p] != 0 || (m.named[p].valid() && seat(s, s.roles.committee, m.named[p]) == 2)) continue;
    const double side = m.patron[p].valid() ? side_of(s, m.patron[p]) * m.loyalty[p] : 0;
    list.push_back({8 * m.weight[p] + c.params.congress.alignment * side * 0.3 + 0.1 * m.loyalty[p], p});
  }
  std::sort(list.begin(), list.end(), [&m](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : m.key[a.second] < m.key[b.second];
  });
  for (const auto& entry : list) {
    if (seats <= 0) break;
    m.seat[entry.second] = 1;
    --seats;
  }
}

}  // namespace

double election_score(const Convention& c, LeaderId i, double opposition_share) {
  const State& s = c.state;
  const double side = side_of(s, i);
  const double weight = side > 0 ? 1 - opposition_share : -(1 - 2 * opposition_share);
  return s.leaders.strength[i.index()] + (side == 0 ? 0 : c.params.congress.alignment * weight) -
         0.3 * s.leaders.rung[i.index()];
}

void fill_unnamed_seats(State& s, OrganId organ) {
  if (!organ.valid()) return;
  const bool committee = organ == s.roles.committee;
  std::vector<std::int32_t>& clients = committee ? s.organs.committee_unnamed : s.organs.control_unnamed;
  std::fill(clients.begin(), clients.end(), 0);
  std::int32_t rest = s.organs.full[organ.index()] - seated_leaders(s, organ);
  if (committee) {
    for (const std::uint8_t chair : s.machine.seat) rest -= chair;
  }
  std::int32_t& free = committee ? s.organs.committee_free : s.organs.control_free;
  free = rest > 0 ? rest : 0;
  if (rest <= 0) return;
  // Unnamed members come from the apparatus: clients in the proportion in which they hold it; opponents' men get half.
  for (const LeaderId i : s.order) {
    const double share = s.leaders.clients[i.index()] * (opposing(s, i) ? 0.5 : 1.0);
    auto seats = static_cast<std::int32_t>(whole(rest * clamp(share, 0, 1) + 0.5));
    seats = seats < free ? seats : free;
    clients[i.index()] = seats;
    free -= seats;
  }
}

void elect_committee(Convention& c, double opposition_share) {
  State& s = c.state;
  const OrganId committee = s.roles.committee;
  if (!committee.valid()) return;
  if (c.free_acts) judge_named(c, opposition_share);
  const std::int32_t size = s.organs.full[committee.index()];
  // Seats follow the province, not the man: half are drawn again at every congress.
  for (std::size_t p = 0; p < s.machine.key.size(); ++p) {
    Random random = draw(c, "party.reelection", s.machine.key[p]);
    const bool hostile = s.machine.patron[p].valid() && side_of(s, s.machine.patron[p]) < 0;
    if (s.machine.seat[p] != 0 && random.chance(hostile ? 0.8 : 0.3)) s.machine.seat[p] = 0;
  }
  std::int32_t taken = seated_leaders(s, committee);
  for (const std::uint8_t chair : s.machine.seat) taken += chair;
  const std::int32_t open = size > taken ? size - taken : 0;
  const auto secretaries = static_cast<std::int32_t>(whole(open * c.params.congress.secretary_share + 0.5));
  if (c.free_acts) seat_leaders(c, open - secretaries, opposition_share);
  seat_secretaries(c, secretaries);
  fill_unnamed_seats(s, committee);
  fill_unnamed_seats(s, s.roles.control);
}

namespace {

bool counts(const Convention& c, const std::string& domain) {
  return !domain.empty() && c.params.roles.represented.find(domain) != std::string::npos;
}

// Kinds of great office that full members of an organ hold.
std::vector<std::string> seated_domains(const Convention& c, OrganId organ) {
  std::vector<std::string> domains;
  for (const PostId post : c.state.organs.order) {
    const LeaderId holder = c.state.organs.holder[post.index()];
    const PostRow& row = c.params.posts[post.index()];
    if (!holder.valid() || seat(c.state, organ, holder) != 2 || !post_exists(c, post) || !counts(c, row.domain)) continue;
    if (row.value >= kGreatOffice) domains.push_back(row.domain);
  }
  return domains;
}

// Value of the greatest office of a leader in a domain that has no head in the bureau: the bureau rules through such heads
// (S40).
double unrepresented_post(const Convention& c, const std::vector<std::string>& seated, LeaderId i) {
  double best = 0;
  for (const PostId post : c.state.organs.order) {
    const PostRow& row = c.params.posts[post.index()];
    if (c.state.organs.holder[post.index()] != i || !post_exists(c, post) || row.value < kGreatOffice || !counts(c, row.domain))
      continue;
    if (std::find(seated.begin(), seated.end(), row.domain) == seated.end()) best = larger(best, row.value);
  }
  return best;
}

}  // namespace

// Vacant and new seats of the chief bureau go to those the rulers trust (without rulers: the strong); nobody is dropped here.
void elect_bureau(Convention& c, bool enlarge) {
  State& s = c.state;
  const OrganId bureau = s.roles.chief_bureau;
  if (!bureau.valid() || !c.free_acts) return;
  std::int32_t& size = s.organs.full[bureau.index()];
  Random random = draw(c, "party.bureau", 0);
  const bool led = s.arbiter.valid() && s.arbiter_active != 0;
  for (int added = 0; added < 2 && enlarge; ++added) {
    const bool grows = random.chance(c.params.congress.bureau_growth) && (s.ruling >= 0 || led);
    if (grows && size < c.params.congress.bureau_most) ++size;
  }
  // Who proposes the list: an arbiter who is up, else the head of the rulers.
  const LeaderId head = led ? s.arbiter : ruling_head(s);
  const std::vector<std::string> seated = seated_domains(c, bureau);
  std::int32_t open = size - seated_leaders(s, bureau);
  if (open <= 0 && !enlarge) return;
  const auto list = ranked(s, [&](LeaderId i) {
    if (!in_party(s, i) || s.leaders.rung[i.index()] >= 2 || seat(s, bureau, i) == 2 || seat(s, s.roles.committee, i) != 2)
      return -1e9;
    double score = s.leaders.strength[i.index()] + (seat(s, bureau, i) == 1 ? 0.5 : 0);
    score += c.params.congress.represent * unrepresented_post(c, seated, i);
    if (head.valid()) score += 1.5 * affinity(s, head, i) + (led ? 0 : 1.5 * side_of(s, i));
    Random luck = draw(c, "party.bureau", s.leaders.key[i.index()]);
    return score + 0.4 * draw_normal(luck);
  });
  std::int32_t candidates = s.organs.candidates[bureau.index()];
  for (const LeaderId i : s.order) {
    if (seat(s, bureau, i) == 1) set_seat(s, bureau, i, 0);
  }
  for (const auto& [score, i] : list) {
    if (open > 0) {
      set_seat(s, bureau, i, 2);
      --open;
      tell(c, "seat", title(c, i) + " enters the " + title(c, bureau), i, {}, 0.6, "S40");
    } else if (candidates > 0) {
      set_seat(s, bureau, i, 1);
      --candidates;
    }
  }
  explain_election(c, bureau, "Vacant and new seats in", list);
}

}  // namespace thermidor::party
