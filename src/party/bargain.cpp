#include "party/bargain.hpp"

#include <bit>

namespace thermidor::party {
namespace {

double cube(double x) { return x * x * x; }

double salient_gap(const Table& table, const Position& a, const Position& b) {
  double sum = 0;
  for (std::size_t d = 0; d < kDimensions; ++d) sum += table.salience[d] * absolute(a[d] - b[d]);
  return sum / kDimensions;
}

// Places in a set, from the first on.
template <class Body>
void for_places(Places places, Body&& body) {
  for (; places != 0; places = static_cast<Places>(places & (places - 1))) {
    body(static_cast<std::size_t>(std::countr_zero(places)));
  }
}

Places only(std::size_t i) { return static_cast<Places>(1U << i); }

// Neutrals are a latent opposition to every bloc they do not like.
std::array<double, kBargainers + 1> latent_opposition(const Params& params, const Table& table, const Balance& b,
                                                      std::size_t blocs, Places neutral) {
  const BargainRule& rule = params.bargain;
  std::array<double, kBargainers + 1> sums{};
  for (std::size_t k = 0; k < blocs; ++k) {
    if (b.strength[k] <= 0) continue;
    const double per_strength = 1 / larger(b.strength[k], 1e-6);
    for_places(neutral, [&](std::size_t i) {
      double liking = 0;
      for_places(b.members[k], [&](std::size_t j) { liking += table.holding[j] * table.liking[i][j]; });
      sums[k] += table.holding[i] * clamp(rule.neutral_level - liking * per_strength, 0.1, 1.3);
    });
    sums[k] *= rule.neutral_weight;
  }
  return sums;
}

// What others' strength means to i if all were outside his bloc: four sums at a time, which do not wait for one another.
double threat_of_all(const Table& table, const Balance& b, std::size_t i) {
  constexpr std::size_t kAtOnce = 4;
  std::array<double, kAtOnce> sums{};
  const auto add = [&](std::size_t k, std::size_t j) { sums[k] += b.share[j] * table.fear[i][j]; };
  const std::size_t even = table.count - table.count % kAtOnce;
  for (std::size_t first = 0; first < even; first += kAtOnce) {
    for (std::size_t k = 0; k < kAtOnce; ++k) add(k, first + k);
  }
  for (std::size_t j = even; j < table.count; ++j) add(0, j);
  return (sums[0] + sums[1]) + (sums[2] + sums[3]) - b.share[i] * table.fear[i][i];
}

// Strength, head and line, not yet divided by the strength, of a bloc whose members are known.
void add_up(const Table& table, std::size_t k, Balance& b) {
  double strength = 0, squares = 0, most = 0;
  Position line{};
  for_places(b.members[k], [&](std::size_t i) {
    const double holding = table.holding[i];
    if (strength == 0 || holding > most) {
      b.head[k] = static_cast<std::int8_t>(i);
      most = holding;
    }
    strength += holding;
    squares += holding * holding;
    for (std::size_t d = 0; d < kDimensions; ++d) line[d] += holding * table.ideal[i][d];
  });
  b.strength[k] = strength;
  b.squares[k] = squares;
  b.line[k] = line;
}

// Of one who stands alone: little of the prize, little danger from rulers who like him.
double neutral_worth(const Convention& c, const Table& table, const Balance& b, std::size_t i) {
  const BargainRule& rule = c.params.bargain;
  const LeaderState& l = c.state.leaders;
  const std::size_t k = table.who[i].index();
  const double prize = rule.neutral_prize * l.ambition[k] * table.seen[i] / b.total;
  const auto ruling = static_cast<std::size_t>(table.ruling);
  if (table.ruling == kNeutral || b.strength[ruling] <= 0) return prize;
  double liking = 0;
  for_places(b.members[ruling], [&](std::size_t j) { liking += table.holding[j] * table.liking[i][j]; });
  const double danger =
      clamp(rule.exposure * table.holding[i] / b.strength[ruling] * (0.6 - liking / b.strength[ruling]), 0, 1);
  return prize - rule.neutral_safety * l.caution[k] * danger * (0.4 + 0.3 * table.loss);
}

// What membership of bloc m adds, but for threat and ties of partners: the prize and safety, its line, what opposing costs.
double member_worth(const Convention& c, const Table& table, const Balance& b, std::size_t i, std::size_t m) {
  const BargainRule& rule = c.params.bargain;
  const LeaderState& l = c.state.leaders;
  const std::size_t k = table.who[i].index();
  const double others = b.squares[m] - table.holding[i] * table.holding[i];
  const double lead = table.seen[i] * table.seen[i] / (others + table.seen[i] * table.seen[i]);
  double u = rule.prize * l.ambition[k] * b.power[m] * lead - rule.safety * l.caution[k] * (1 - b.power[m]) * table.loss;
  u -= rule.policy_bloc * l.principle[k] * c.params.explanations.policy * kDimensions *
       salient_gap(table, b.line[m], table.ideal[i]);
  const auto ruling = static_cast<std::size_t>(table.ruling);
  if (table.ruling == kNeutral || m == ruling || b.strength[ruling] <= 0) return u;
  const auto head = static_cast<std::size_t>(b.head[ruling]);
  // Whoever stands nearly alone hates as much and says less: a protest needs somebody to hear it.
  const double hope = b.strength[m] / (rule.voice * larger(b.strength[ruling], 1e-6));
  return u +
         rule.resentment * clamp(hope * hope, rule.voice_floor, 1) * larger(0, rule.resentment_level - table.liking[i][head]) -
         rule.norm * l.principle[k] * c.state.ban;
}

}  // namespace

Table set_table(const Convention& c) {
  const State& s = c.state;
  const LeaderState& l = s.leaders;
  Table t;
  for (const LeaderId i : s.order) {
    if (l.principal[i.index()] != 0 && t.count < kBargainers) t.who[t.count++] = i;
  }
  for (std::size_t a = 0; a < t.count; ++a) {
    const std::size_t k = t.who[a].index();
    // A machine is not seen for what it is: others count its clients in part, its head in full (M160).
    const Explanations& weight = c.params.explanations;
    const double machine = c.params.strength.client_weight * weight.appointments * l.clients[k];
    t.holding[a] = larger(l.holding[k] - c.params.bargain.unseen * weight.misperception * machine, 0.01);
    t.seen[a] = larger(l.holding[k], 0.01) * (1 + c.params.bargain.misperception * weight.misperception * l.ego[k]);
    t.ideal[a] = l.ideal[k];
    for (std::size_t b = 0; b < t.count; ++b) {
      t.liking[a][b] = affinity(s, t.who[a], t.who[b]);
      t.fear[a][b] = clamp(c.params.bargain.threat_level - t.liking[a][b], 0, 1.3);
    }
    t.bloc[a] = kNeutral;
    if (l.bloc[k] < 0) continue;
    for (std::int8_t b = 0; b < t.blocs; ++b) {
      if (t.number[static_cast<std::size_t>(b)] == l.bloc[k]) t.bloc[a] = b;
    }
    if (t.bloc[a] == kNeutral) {
      t.number[static_cast<std::size_t>(t.blocs)] = l.bloc[k];
      t.bloc[a] = t.blocs++;
    }
    if (l.bloc[k] == s.ruling) t.ruling = t.bloc[a];
  }
  t.line = s.line;
  t.salience = s.salience;
  t.shortfall = s.shortfall;
  t.loss = c.params.bargain.loss_base + c.params.bargain.loss_ban * s.ban +
           c.params.bargain.loss_terror * s.terror * c.params.explanations.coercion;
  return t;
}

std::size_t place_of(const Table& table, LeaderId i) {
  for (std::size_t a = 0; a < table.count; ++a) {
    if (table.who[a] == i) return a;
  }
  return table.count;
}

Balance weigh(const Params& params, const Table& table, const Partition& partition) {
  Balance b;
  std::size_t blocs = 0;
  Places neutral = 0;
  for (std::size_t i = 0; i < table.count; ++i) {
    b.total += table.holding[i];
    if (partition[i] == kNeutral) {
      neutral |= only(i);
      continue;
    }
    const auto k = static_cast<std::size_t>(partition[i]);
    if (k + 1 > blocs) blocs = k + 1;
    b.members[k] |= only(i);
  }
  for (std::size_t k = 0; k < blocs; ++k) add_up(table, k, b);
  const double per_total = 1 / b.total;
  for (std::size_t i = 0; i < table.count; ++i) b.share[i] = table.holding[i] * per_total;
  std::array<double, kBargainers + 1> force{};
  double contest = 0;
  for (std::size_t k = 0; k < blocs; ++k) {
    if (b.strength[k] <= 0) continue;
    const double per_strength = 1 / b.strength[k];
    for (double& x : b.line[k]) x *= per_strength;
    force[k] = cube(b.strength[k] * (static_cast<std::int8_t>(k) == table.ruling ? params.bargain.ruling_bonus : 1.0));
    contest += force[k];
  }
  const auto latent = latent_opposition(params, table, b, blocs, neutral);
  double left = 1;
  for (std::size_t k = 0; k < blocs; ++k) {
    if (b.strength[k] <= 0) continue;
    b.power[k] = force[k] / (contest + cube(latent[k]));
    left -= b.power[k];
    for (std::size_t d = 0; d < kDimensions; ++d) b.expected[d] += b.power[k] * b.line[k][d];
  }
  for (std::size_t d = 0; d < kDimensions; ++d) b.expected[d] += larger(left, 0) * table.line[d];
  return b;
}

double utility(const Convention& c, const Table& table, const Partition& partition, const Balance& b, std::size_t i) {
  const BargainRule& rule = c.params.bargain;
  const LeaderState& l = c.state.leaders;
  const std::size_t k = table.who[i].index();
  const double policy_weight = c.params.explanations.policy;
  double u =
      -rule.policy_common * l.principle[k] * policy_weight * kDimensions * salient_gap(table, b.expected, table.ideal[i]);
  u += rule.bread * policy_weight * expected_bread(c.params, table.shortfall, table.ideal[i], b.expected);
  const double fear = rule.threat * (0.5 + l.ambition[k]);
  double threat = threat_of_all(table, b, i);
  if (partition[i] == kNeutral) return u - fear * threat + neutral_worth(c, table, b, i);
  const auto m = static_cast<std::size_t>(partition[i]);
  // Partners threaten in another measure, and are liked or not.
  double inside = 0, ties = 0;
  for_places(static_cast<Places>(b.members[m] & ~only(i)), [&](std::size_t j) {
    inside += b.share[j] * table.fear[i][j];
    const double liking = table.liking[i][j];
    ties += table.holding[j] * (liking > 0 ? liking : rule.dislike * liking);
  });
  threat = (threat + (rule.threat_inside - 1) * inside) * (1 - rule.shelter * b.power[m]);
  return u - fear * threat + rule.ties * ties / b.strength[m] + member_worth(c, table, b, i, m);
}

double binding(const Convention& c, const Table& table, std::size_t i) {
  double sum = 0;
  for (std::size_t j = 0; j < table.count; ++j) {
    if (j == i || !opposing(c.state, table.who[j]) || !in_party(c.state, table.who[j])) continue;
    sum += table.holding[j] * salient_gap(table, table.ideal[i], table.ideal[j]);
  }
  return sum;
}

}  // namespace thermidor::party
