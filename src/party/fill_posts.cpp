// Named posts: opponents lose them in passing, vacancies are filled by ability, trust, line and standing, or by somebody
// unnamed. High offices wait for rulers or an arbiter. claims.md M066 M072 M180 M199 S33 S42 S43 S87.
#include <utility>

#include "core/distributions.hpp"
#include "party/explain.hpp"
#include "party/processes.hpp"

namespace thermidor::party {
namespace {

// What is the same for all candidates: who appoints, with what weight, and what posts each leader has already.
struct Appointers {
  std::vector<std::pair<LeaderId, double>> weights;
  std::vector<double> burdens;
};

// The arbiter, the rulers by strength, else the bureau.
Appointers find_appointers(const Convention& c) {
  const State& s = c.state;
  Appointers appointers;
  appointers.burdens = post_values(c);
  for (const LeaderId i : s.order) {
    if (!in_party(s, i)) continue;
    double w = 0;
    if (ruling(s, i)) w = s.leaders.holding[i.index()];
    if (s.ruling < 0 && seat(s, s.roles.chief_bureau, i) == 2) w = s.leaders.holding[i.index()];
    if (i == s.arbiter && s.arbiter_active != 0) w = 2 * s.leaders.holding[i.index()];
    if (w != 0) appointers.weights.push_back({i, w});
  }
  return appointers;
}

// How far they trust a candidate.
double trust_in(const State& s, const Appointers& appointers, LeaderId candidate) {
  double sum = 0;
  double weight = 0;
  for (const auto& [i, w] : appointers.weights) {
    if (i == candidate) continue;
    sum += w * affinity(s, i, candidate);
    weight += w;
  }
  return weight > 0 ? sum / weight : 0;
}

double special_standing(const Convention& c, const PostRow& row, LeaderId i) {
  const LeaderState& l = c.state.leaders;
  if (row.domain == "army") return l.army[i.index()] - 0.3;
  if (row.domain == "international") return l.abroad[i.index()] - 0.3;
  return 0;
}

std::uint8_t larger_seat(std::uint8_t a, std::uint8_t b) { return a > b ? a : b; }

bool eligible(const Convention& c, const PostRow& row, LeaderId i) {
  const State& s = c.state;
  if (!in_party(s, i) || s.leaders.rung[i.index()] >= 2 || i == s.arbiter) return false;
  if (absent(s, i, c.month) && s.leaders.lost[i.index()] >= 0.5) return false;
  return row.value < 0.5 * c.params.offices.high || seat(s, s.roles.committee, i) > 0 || seat(s, s.roles.chief_bureau, i) > 0;
}

double weigh_candidate(const Convention& c, const Appointers& appointers, PostId post, LeaderId candidate) {
  const State& s = c.state;
  const PostRule& rule = c.params.offices;
  const PostRow& row = c.params.posts[post.index()];
  const std::size_t k = candidate.index();
  double u = rule.ability * s.leaders.ability[k] + rule.trust * trust_in(s, appointers, candidate) -
             rule.line * distance(s.leaders.ideal[k], s.line, s.salience) + rule.standing * row.value * s.leaders.prestige[k] -
             rule.burden * appointers.burdens[k] + rule.special * special_standing(c, row, candidate) -
             rule.rank * larger(0, row.value - s.leaders.prestige[k]);
  if (side_of(s, candidate) < 0) u -= rule.dissent;
  if (side_of(s, candidate) > 0) u += 0.25 * rule.dissent;
  if (row.province.valid() && c.params.leaders[k].base == row.province) u += 0.5;
  if (post == s.roles.machine_post) {
    // A full seat counts twice a candidate's.
    const std::uint8_t desk =
        larger_seat(seat(s, s.roles.organising_bureau, candidate), seat(s, s.roles.secretariat, candidate));
    const double both = 0.25 * seat(s, s.roles.chief_bureau, candidate) * desk;
    u += rule.organising * s.leaders.organising[k] + rule.both_bureaux * both;
  }
  return u;
}

void fill(Convention& c, PostId post) {
  const State& s = c.state;
  const PostRow& row = c.params.posts[post.index()];
  std::vector<LeaderId> candidates;
  std::vector<double> utilities;
  const Appointers appointers = find_appointers(c);
  for (const LeaderId i : s.order) {
    if (!eligible(c, row, i)) continue;
    candidates.push_back(i);
    utilities.push_back(weigh_candidate(c, appointers, post, i));
  }
  candidates.push_back({});
  utilities.push_back(unnamed_utility(c, post));
  std::vector<double> chances(utilities.size());
  logit_probabilities(utilities, c.params.offices.precision, chances);
  Random random = draw(c, "party.posts", hash_text(row.id));
  const std::size_t drawn = draw_weighted(random, chances);
  const LeaderId chosen = candidates[drawn];
  explain_appointment(c, post, candidates, chances, drawn);
  if (chosen.valid()) {
    // Pride declines an office far below one's standing (M072).
    const double pride = c.state.leaders.ego[chosen.index()] * larger(0, c.state.leaders.prestige[chosen.index()] - row.value);
    if (random.chance(c.params.offices.decline * smaller(1, pride))) {
      tell(c, "declined", title(c, chosen) + " declines to become " + row.title, chosen, {}, row.value, "M072 S43");
      end_decision(c);
      return;
    }
  }
  give_post(c, post, chosen, "appointed");
  end_decision(c);
}

}  // namespace

double post_utility(const Convention& c, PostId post, LeaderId candidate) {
  return weigh_candidate(c, find_appointers(c), post, candidate);
}

std::vector<double> post_utilities(const Convention& c, PostId post, std::span<const LeaderId> candidates) {
  const Appointers appointers = find_appointers(c);
  std::vector<double> utilities;
  utilities.reserve(candidates.size());
  for (const LeaderId i : candidates) utilities.push_back(weigh_candidate(c, appointers, post, i));
  return utilities;
}

double unnamed_utility(const Convention& c, PostId post) {
  return c.params.offices.unnamed - c.params.offices.unnamed_value * c.params.posts[post.index()].value;
}

void fill_posts(Convention& c) {
  if (!c.free_acts) return;
  State& s = c.state;
  const bool decided = s.ruling >= 0 || (s.arbiter.valid() && s.arbiter_active != 0);
  for (const PostId post : s.organs.order) {
    if (!post_exists(c, post)) continue;
    const PostRow& row = c.params.posts[post.index()];
    const LeaderId holder = s.organs.holder[post.index()];
    const bool hostile = holder.valid() && side_of(s, holder) < 0 && s.ruling >= 0;
    if (holder.valid() && !hostile) continue;
    Random random = draw(c, "party.vacancies", hash_text(row.id));
    if (hostile) {
      if (random.chance(c.params.offices.attrition * (1 - arbiter_hope(c)))) vacate_post(c, post, "removed");
      continue;
    }
    if (s.organs.unnamed_holder[post.index()] != 0 && !random.chance(0.02)) continue;
    if (row.value >= c.params.offices.high && !decided) continue;
    if (random.chance(c.params.offices.fill)) fill(c, post);
  }
}

}  // namespace thermidor::party
