// Strength of leaders: what they are feared and bargained with. Votes are cast elsewhere. claims.md M070 M089 S33 S63.
#include <algorithm>
#include <array>
#include <cstring>
#include <span>

#include "party/processes.hpp"

namespace thermidor::party {
namespace {

// Most leaders have no official in a province: eight are passed over at once.
void add_officials(std::span<const std::uint16_t> officials, double each, std::vector<double>& clients) {
  constexpr std::size_t kAtOnce = 8;
  const auto add = [&](std::size_t i) {
    if (officials[i] != 0) clients[i] += each * officials[i];
  };
  const std::size_t whole = officials.size() - officials.size() % kAtOnce;
  for (std::size_t first = 0; first < whole; first += kAtOnce) {
    std::array<std::uint64_t, 2> any{};
    std::memcpy(any.data(), &officials[first], sizeof(any));
    if ((any[0] | any[1]) == 0) continue;
    for (std::size_t i = first; i < first + kAtOnce; ++i) add(i);
  }
  for (std::size_t i = whole; i < officials.size(); ++i) add(i);
}

void count_clients(Convention& c) {
  State& s = c.state;
  LeaderState& l = s.leaders;
  const std::size_t n = leader_count(s);
  const double officials_weight = c.params.strength.officials_weight;
  std::fill(l.clients.begin(), l.clients.end(), 0.0);
  for (const ProvinceId province : s.machine.order) {
    const std::size_t p = province.index();
    const double weight = s.machine.weight[p];
    if (s.machine.patron[p].valid()) {
      l.clients[s.machine.patron[p].index()] += (1 - officials_weight) * weight * s.machine.loyalty[p];
    }
    const double per_official = officials_weight * weight / larger(1, s.machine.officials[p]);
    add_officials(std::span(s.machine.clients).subspan(p * n, n), per_official, l.clients);
  }
}

double standing_factor(const Convention& c, LeaderId i) {
  const StrengthRule& rule = c.params.strength;
  const LeaderState& l = c.state.leaders;
  const std::size_t k = i.index();
  double factor = 1;
  if (l.rung[k] == 3) factor *= rule.demoted;
  if (l.rung[k] >= 4) factor *= rule.expelled;
  if (absent(c.state, i, c.month)) factor *= 1 - (1 - rule.absent) * l.lost[k];
  if (l.recanted[k].index > 0 && l.rung[k] >= 3) factor *= rule.capitulated;
  return factor;
}

void weigh_leader(Convention& c, LeaderId i, double posts) {
  State& s = c.state;
  LeaderState& l = s.leaders;
  const StrengthRule& rule = c.params.strength;
  const std::size_t k = i.index();
  if (l.alive[k] == 0) {
    l.strength[k] = 0;
    return;
  }
  const std::uint8_t chair = seat(s, s.roles.chief_bureau, i);
  const double base = l.prestige[k] * (0.4 + 0.6 * c.params.explanations.symbols) + rule.post_weight * posts +
                      (chair == 2 ? rule.seat_weight : (chair == 1 ? rule.candidate_weight : 0)) +
                      rule.client_weight * c.params.explanations.appointments * l.clients[k];
  l.strength[k] = (base + l.following[k]) * standing_factor(c, i);
}

// Bureau members, the strong, the fallen who are not yet exiled; never the arbiter, who stands above the blocs.
void name_principals(Convention& c) {
  State& s = c.state;
  LeaderState& l = s.leaders;
  std::vector<LeaderId> found;
  for (const LeaderId i : s.order) {
    const std::size_t k = i.index();
    l.principal[k] = 0;
    l.follows[k] = {};
    if (l.alive[k] == 0 || i == s.arbiter) continue;
    const bool chair = seat(s, s.roles.chief_bureau, i) == 2;
    const bool strong = l.strength[k] - l.following[k] > c.params.strength.threshold;
    const bool fallen = l.first_defeat[k].index > 0 && l.rung[k] >= 1 && l.rung[k] < 6;
    if (chair || strong || fallen || (l.bloc[k] >= 0 && l.rung[k] < 6)) found.push_back(i);
  }
  std::sort(found.begin(), found.end(), [&](LeaderId a, LeaderId b) {
    const double x = l.strength[a.index()] + (l.bloc[a.index()] >= 0 ? 0.5 : 0);
    const double y = l.strength[b.index()] + (l.bloc[b.index()] >= 0 ? 0.5 : 0);
    return x != y ? x > y : l.key[a.index()] < l.key[b.index()];
  });
  const auto most = static_cast<std::size_t>(c.params.strength.principals);
  if (found.size() > most) found.resize(most);
  for (const LeaderId i : found) l.principal[i.index()] = 1;
  for (const LeaderId i : s.order) {
    if (l.principal[i.index()] == 0 && s.arbiter != i) l.bloc[i.index()] = -1;
  }
}

void follow(Convention& c) {
  State& s = c.state;
  LeaderState& l = s.leaders;
  l.holding = l.strength;
  std::vector<std::pair<LeaderId, double>> principals;
  for (const LeaderId i : s.order) {
    if (l.principal[i.index()] != 0) principals.push_back({i, sqrt(larger(l.strength[i.index()], 0))});
  }
  for (const LeaderId i : s.order) {
    const std::size_t k = i.index();
    if (l.principal[k] != 0 || l.alive[k] == 0 || i == s.arbiter) continue;
    double best = 0;
    for (const auto& [j, root] : principals) {
      const double pull = affinity(s, i, j) * root;
      if (pull > best) {
        best = pull;
        l.follows[k] = j;
      }
    }
    if (l.follows[k].valid()) l.holding[l.follows[k].index()] += c.params.strength.follower * l.strength[k];
  }
}

}  // namespace

void measure_strength(Convention& c) {
  count_clients(c);
  const std::vector<double> posts = post_values(c);
  for (const LeaderId i : c.state.order) weigh_leader(c, i, posts[i.index()]);
  name_principals(c);
  follow(c);
  dissolve_small_blocs(c.state);
  double total = 0;
  for (const LeaderId i : c.state.order) total += c.state.leaders.holding[i.index()];
  c.fault.require(total >= 0 && total < 1e6, c.month, "party::measure_strength", "strengths are not finite");
}

}  // namespace thermidor::party
