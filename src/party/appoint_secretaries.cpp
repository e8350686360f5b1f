// Vacancies in the provinces and who fills them: the centre as far as it reaches, else local bosses; clients move with their
// patron; free secretaries turn to whoever settles their quarrels. Transfers come in campaigns. claims.md M060 M066 M070 S33
// S42 S97.
#include <cstring>
#include <span>

#include "core/distributions.hpp"
#include "party/members.hpp"
#include "party/processes.hpp"

namespace thermidor::party {
namespace {

// What is the same for all provinces this month.
struct Centre {
  LeaderId head;      // of the machine
  double client = 0;  // share of its appointees who become his men
  double reach = 0;
  double turnover = 0;         // of secretaries, a month
  double officials = 0;        // of officials, a month
  std::vector<LeaderId> boss;  // named head of each province, if any
};

void grow_reach(Convention& c, LeaderId head) {
  State& s = c.state;
  const AppointmentRule& rule = c.params.appointments;
  // The organ's decision on the power of the secretariat sets how far the machine may grow.
  const double allowed = rule.reach_ceiling * clamp(0.4 + c.policy[Lever::secretary_power], 0, 1);
  const double drive = head.valid() ? s.leaders.organising[head.index()] : rule.reach_vacant;
  const double pace = rule.reach_growth * (s.reach < allowed ? drive : 1.0);
  s.reach = clamp(s.reach + pace * (allowed - s.reach), 0, 1);
}

Centre describe(const Convention& c, LeaderId head) {
  const State& s = c.state;
  const AppointmentRule& rule = c.params.appointments;
  Centre x;
  x.head = head;
  x.client = head.valid() ? rule.client_base + rule.client_organising * s.leaders.organising[head.index()] : 0;
  x.reach = s.reach * c.params.explanations.appointments;
  const double campaign = c.month < s.campaign_until ? rule.campaign : rule.between;
  x.turnover = rule.turnover / 12 * campaign;
  x.officials = rule.officials_turnover / 12 * campaign;
  // The boss of a province holds the greatest of its posts.
  x.boss.assign(s.machine.key.size(), LeaderId{});
  std::vector<double> worth(s.machine.key.size(), 0.0);
  for (const PostId p : s.organs.order) {
    const PostRow& row = c.params.posts[p.index()];
    const LeaderId holder = s.organs.holder[p.index()];
    if (!holder.valid() || !row.province.valid() || row.value <= worth[row.province.index()]) continue;
    if (row.domain != "province" || !in_party(s, holder) || !post_exists(c, p)) continue;
    worth[row.province.index()] = row.value;
    x.boss[row.province.index()] = holder;
  }
  return x;
}

bool hostile_to_centre(const State& s, LeaderId patron) { return patron.valid() && side_of(s, patron) < 0; }

// Who the new man in a vacancy belongs to.
LeaderId new_patron(const Convention& c, const Centre& x, std::size_t province, Random& random) {
  const State& s = c.state;
  const AppointmentRule& rule = c.params.appointments;
  LeaderId boss = x.boss[province];
  if (!boss.valid() && s.machine.named[province].valid()) boss = s.machine.named[province];
  const double reach = x.reach * (hostile_to_centre(s, boss) ? rule.hostile_reach : 1.0);
  if (random.chance(reach)) return random.chance(x.client) ? x.head : LeaderId{};
  return boss.valid() && random.chance(rule.boss_clients) ? boss : LeaderId{};
}

void install(Convention& c, const Centre& x, std::size_t p, Random& random) {
  State& s = c.state;
  MachineState& m = s.machine;
  m.patron[p] = new_patron(c, x, p, random);
  m.loyalty[p] = m.patron[p].valid() ? c.params.appointments.loyalty : 0;
  m.named[p] = {};
  m.since[p] = c.month;
  const Position centre = m.patron[p].valid() ? s.leaders.ideal[m.patron[p].index()] : s.line;
  for (std::size_t d = 0; d < kDimensions; ++d) m.ideal[p][d] = clamp(centre[d] + 0.3 * draw_normal(random), -1, 1);
  m.principle[p] = clamp(0.4 + 0.2 * draw_normal(random), 0, 1);
}

// Newcomers who come of age this month over the members of the province: they claim what their patron can give (X3).
double count_claims(const Convention& c, std::size_t province) {
  if (c.members == nullptr) return 0;
  const double persons = larger(1, static_cast<double>(count_province(*c.members, province)));
  return clamp(c.members->newcomers[province] / c.params.members.flow.newcomer_months / persons, 0, 0.2);
}

void move_loyalty(Convention& c, const Centre& x, std::size_t p, double newcomers, Random& random) {
  State& s = c.state;
  MachineState& m = s.machine;
  const AppointmentRule& rule = c.params.appointments;
  if (!m.patron[p].valid()) {
    if (x.head.valid() && random.chance(rule.service * c.params.explanations.service)) {
      m.patron[p] = x.head;
      m.loyalty[p] = 0.75 * rule.loyalty;
    }
    return;
  }
  m.loyalty[p] *= 1 - rule.loyalty_decay / 12;
  // Newcomers' claims are met by patrons who rule (X3).
  const double claims = rule.promotion * c.params.explanations.mobility * newcomers;
  if (claims > 0 && s.ruling >= 0) {
    const bool helped = side_of(s, m.patron[p]) > 0;
    m.loyalty[p] = clamp(m.loyalty[p] + (helped ? claims * (1 - m.loyalty[p]) : -claims * m.loyalty[p]), 0, 1);
  }
  const bool lost = !in_party(s, m.patron[p]);
  if (lost || m.loyalty[p] < 0.25) {
    m.patron[p] = {};
    m.loyalty[p] = 0;
  }
}

// The client of the official on this seat leaves; officials without patron sit behind all others.
void take_seat(const State& s, std::uint16_t* clients, std::int32_t seat_number) {
  for (const LeaderId i : s.order) {
    std::uint16_t& mine = clients[i.index()];
    if (seat_number < mine) {
      --mine;
      return;
    }
    seat_number -= mine;
  }
}

// Officials of a province who are somebody's men: four columns at once, in two halves of 32 bits.
std::int32_t count_bound(std::span<const std::uint16_t> clients) {
  constexpr std::size_t kAtOnce = 4;
  constexpr std::uint64_t kHalves = 0x0000FFFF0000FFFFULL;
  std::uint64_t sums = 0;
  std::size_t i = 0;
  for (; i + kAtOnce <= clients.size(); i += kAtOnce) {
    std::uint64_t four = 0;
    std::memcpy(&four, &clients[i], sizeof(four));
    sums += (four & kHalves) + ((four >> 16) & kHalves);
  }
  auto bound = static_cast<std::int32_t>((sums & 0xFFFFFFFFU) + (sums >> 32));
  for (; i < clients.size(); ++i) bound += clients[i];
  return bound;
}

void replace_officials(Convention& c, const Centre& x, Binomial& leavers, std::size_t p, Random& random) {
  State& s = c.state;
  MachineState& m = s.machine;
  const std::size_t n = leader_count(s);
  std::uint16_t* clients = &m.clients[p * n];
  const std::int64_t leaving = leavers.draw(random, m.officials[p]);
  std::int32_t bound = leaving > 0 ? count_bound({clients, n}) : 0;
  for (std::int64_t v = 0; v < leaving; ++v) {
    const auto seat_number = static_cast<std::int32_t>(random.below(static_cast<std::uint32_t>(m.officials[p])));
    if (seat_number < bound) {
      take_seat(s, clients, seat_number);
      --bound;
    }
    // Officials are the secretary's men first: his patron's, else whoever fills secretaries' places.
    const LeaderId patron =
        m.patron[p].valid() && random.chance(0.5 * m.loyalty[p]) ? m.patron[p] : new_patron(c, x, p, random);
    if (patron.valid()) {
      ++clients[patron.index()];
      ++bound;
    }
  }
}

}  // namespace

void appoint_secretaries(Convention& c) {
  State& s = c.state;
  const LeaderId head = machine_head(s);
  grow_reach(c, head);
  const Centre x = describe(c, head);
  Binomial leavers(x.officials);
  for (std::size_t p = 0; p < s.machine.key.size(); ++p) {
    MachineState& m = s.machine;
    Random random = draw(c, "party.appointments", m.key[p]);
    const LeaderId named = m.named[p];
    const bool fallen = named.valid() && (!in_party(s, named) || s.leaders.rung[named.index()] >= 2);
    const double hostile = hostile_to_centre(s, m.patron[p]) ? c.params.appointments.hostile_turnover : 1.0;
    // Named secretaries are moved by decision, not by chance, unless they have fallen.
    const bool goes = random.chance(x.turnover * hostile) && (!named.valid() || (c.free_acts && random.chance(0.5)));
    if (goes || fallen) {
      install(c, x, p, random);
    } else {
      move_loyalty(c, x, p, count_claims(c, p), random);
    }
    replace_officials(c, x, leavers, p, random);
  }
}

}  // namespace thermidor::party
