// Which bloc rules, and the line it draws. claims.md M090 M091 S40 S41.
#include "party/processes.hpp"

namespace thermidor::party {
namespace {

double mean_liking(const State& s, LeaderId of, std::int32_t bloc) {
  double sum = 0;
  double weight = 0;
  for (const LeaderId j : s.order) {
    if (s.leaders.bloc[j.index()] != bloc || j == of) continue;
    sum += s.leaders.holding[j.index()] * affinity(s, of, j);
    weight += s.leaders.holding[j.index()];
  }
  return weight > 0 ? sum / weight : -1;
}

// Seats of a bloc in the chief bureau with half of the neutrals who lean to it most, as a share of all seats.
double seat_share(const Convention& c, std::int32_t bloc, const std::vector<std::int32_t>& blocs) {
  const State& s = c.state;
  double seats = 0;
  double mine = 0;
  for (const LeaderId i : s.order) {
    if (!alive(s, i) || seat(s, s.roles.chief_bureau, i) != 2 || i == s.arbiter) continue;
    seats += 1;
    if (s.leaders.bloc[i.index()] == bloc) {
      mine += 1;
    } else if (s.leaders.bloc[i.index()] < 0) {
      const double liking = mean_liking(s, i, bloc);
      bool most = liking > c.params.ruling.lean_level;
      for (const std::int32_t other : blocs) most = most && (other == bloc || mean_liking(s, i, other) < liking);
      if (most) mine += c.params.ruling.lean_weight;
    }
  }
  return seats > 0 ? mine / seats : 0;
}

// One man alone is no majority: partners may leave him in power, they do not bring him to it by standing aside.
bool has_partners(const State& s, std::int32_t bloc) {
  int members = 0;
  for (const LeaderId i : s.order) members += s.leaders.bloc[i.index()] == bloc && in_party(s, i) ? 1 : 0;
  return members >= 2;
}

std::vector<std::int32_t> list_blocs(const State& s) {
  std::vector<std::int32_t> blocs;
  for (const LeaderId i : s.order) {
    const std::int32_t bloc = s.leaders.bloc[i.index()];
    if (bloc < 0 || !in_party(s, i)) continue;
    bool known = false;
    for (const std::int32_t b : blocs) known = known || b == bloc;
    if (!known) blocs.push_back(bloc);
  }
  return blocs;
}

void proclaim(Convention& c, std::int32_t bloc) {
  State& s = c.state;
  s.ruling = bloc;
  s.without_rulers = 0;
  std::string names;
  for (const LeaderId i : s.order) {
    if (ruling(s, i)) names += (names.empty() ? "" : ", ") + title(c, i);
  }
  tell(c, "rulers", c.params.wording.body + " is ruled by " + names, ruling_head(s), {}, 0.8, "S40 S41 M091");
}

}  // namespace

void form_rulers(Convention& c) {
  State& s = c.state;
  const RulingRule& rule = c.params.ruling;
  const std::vector<std::int32_t> blocs = list_blocs(s);
  double needed = rule.needed;
  if (s.ruling < 0 && s.without_rulers > rule.relax_after) {
    needed = larger(rule.relax_floor, rule.needed - rule.relax_step * (s.without_rulers - rule.relax_after));
  }
  double held = 0;
  if (s.ruling >= 0) {
    held = seat_share(c, s.ruling, blocs);
    const bool weak = held < rule.relax_floor || (held < rule.needed - rule.lapse_margin && blocs.size() > 1);
    if (weak && c.month >= s.lock_until) {
      tell(c, "rulers_lapse", "The ruling bloc has lost its majority", ruling_head(s), {}, 0.7, "S40");
      s.ruling = -1;
      held = 0;
    }
  }
  std::int32_t best = -1;
  double best_share = 0;
  for (const std::int32_t bloc : blocs) {
    const double share = seat_share(c, bloc, blocs);
    if (bloc != s.ruling && share > best_share && has_partners(s, bloc)) {
      best = bloc;
      best_share = share;
    }
  }
  const bool replaces = s.ruling >= 0 && c.month >= s.lock_until && best_share > held + rule.overturn;
  if (best >= 0 && best_share >= needed && (s.ruling < 0 || replaces)) proclaim(c, best);
  s.without_rulers = s.ruling < 0 ? s.without_rulers + 1 : 0;
}

Position mean_bureau_ideal(const State& s) {
  Position sum{};
  double weight = 0;
  for (const LeaderId i : s.order) {
    if (!alive(s, i) || seat(s, s.roles.chief_bureau, i) != 2) continue;
    const double w = larger(s.leaders.holding[i.index()], 0.1);
    for (std::size_t d = 0; d < kDimensions; ++d) sum[d] += w * s.leaders.ideal[i.index()][d];
    weight += w;
  }
  for (double& x : sum) x = weight > 0 ? x / weight : 0;
  return sum;
}

void draw_line(Convention& c) {
  State& s = c.state;
  Position wish{};
  double weight = 0;
  for (const LeaderId i : s.order) {
    if (!ruling(s, i)) continue;
    const double w = larger(s.leaders.holding[i.index()], 0.01);
    for (std::size_t d = 0; d < kDimensions; ++d) wish[d] += w * s.leaders.ideal[i.index()][d];
    weight += w;
  }
  if (weight > 0) {
    for (double& x : wish) x /= weight;
  } else {
    wish = mean_bureau_ideal(s);
  }
  if (s.arbiter.valid() && s.arbiter_active != 0) {
    const double w = c.params.arbiter.line_weight;
    for (std::size_t d = 0; d < kDimensions; ++d) wish[d] = w * s.leaders.ideal[s.arbiter.index()][d] + (1 - w) * wish[d];
  }
  for (std::size_t d = 0; d < kDimensions; ++d) s.line[d] += c.params.ruling.line_speed * (wish[d] - s.line[d]);
}

}  // namespace thermidor::party
