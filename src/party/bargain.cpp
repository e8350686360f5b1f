#include "party/bargain.hpp"

namespace thermidor::party {
namespace {

double cube(double x) { return x * x * x; }

double salient_gap(const Table& table, const Position& a, const Position& b) {
  double sum = 0;
  for (std::size_t d = 0; d < kDimensions; ++d) sum += table.salience[d] * (a[d] > b[d] ? a[d] - b[d] : b[d] - a[d]);
  return sum / kDimensions;
}

// Neutrals are a latent opposition to every bloc they do not like.
std::array<double, kBargainers + 1> latent_opposition(const Params& params, const Table& table, const Partition& partition,
                                                      const Balance& b, std::size_t blocs) {
  const BargainRule& rule = params.bargain;
  std::array<double, kBargainers + 1> sums{};
  for (std::size_t i = 0; i < table.count; ++i) {
    if (partition[i] != kNeutral) continue;
    std::array<double, kBargainers + 1> liking{};
    for (std::size_t j = 0; j < table.count; ++j) {
      if (partition[j] != kNeutral) liking[static_cast<std::size_t>(partition[j])] += table.holding[j] * table.liking[i][j];
    }
    for (std::size_t k = 0; k < blocs; ++k) {
      if (b.strength[k] <= 0) continue;
      sums[k] += table.holding[i] * clamp(rule.neutral_level - liking[k] / larger(b.strength[k], 1e-6), 0.1, 1.3);
    }
  }
  for (double& sum : sums) sum *= rule.neutral_weight;
  return sums;
}

double threat_to(const Params& params, const Table& table, const Partition& partition, const Balance& b, std::size_t i) {
  const BargainRule& rule = params.bargain;
  const std::int8_t mine = partition[i];
  double sum = 0;
  for (std::size_t j = 0; j < table.count; ++j) {
    if (j == i) continue;
    sum += b.share[j] * table.fear[i][j] * (mine != kNeutral && partition[j] == mine ? rule.threat_inside : 1.0);
  }
  const double power = mine == kNeutral ? 0 : b.power[static_cast<std::size_t>(mine)];
  return sum * (1 - rule.shelter * power);
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
  for (std::size_t i = 0; i < table.count; ++i) {
    b.total += table.holding[i];
    if (partition[i] == kNeutral) continue;
    const auto k = static_cast<std::size_t>(partition[i]);
    if (k + 1 > blocs) blocs = k + 1;
    if (b.strength[k] == 0 || table.holding[i] > table.holding[static_cast<std::size_t>(b.head[k])]) {
      b.head[k] = static_cast<std::int8_t>(i);
    }
    b.strength[k] += table.holding[i];
    b.squares[k] += table.holding[i] * table.holding[i];
    for (std::size_t d = 0; d < kDimensions; ++d) b.line[k][d] += table.holding[i] * table.ideal[i][d];
  }
  for (std::size_t i = 0; i < table.count; ++i) b.share[i] = table.holding[i] / b.total;
  std::array<double, kBargainers + 1> force{};
  double contest = 0;
  for (std::size_t k = 0; k < blocs; ++k) {
    if (b.strength[k] <= 0) continue;
    for (double& x : b.line[k]) x /= b.strength[k];
    force[k] = cube(b.strength[k] * (static_cast<std::int8_t>(k) == table.ruling ? params.bargain.ruling_bonus : 1.0));
    contest += force[k];
  }
  const auto latent = latent_opposition(params, table, partition, b, blocs);
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
  u -= rule.threat * (0.5 + l.ambition[k]) * threat_to(c.params, table, partition, b, i);
  const std::int8_t mine = partition[i];
  const bool rulers = table.ruling != kNeutral && b.strength[static_cast<std::size_t>(table.ruling)] > 0;
  if (mine == kNeutral) {
    u += rule.neutral_prize * l.ambition[k] * table.seen[i] / b.total;
    if (!rulers) return u;
    double liking = 0;
    const double strength = b.strength[static_cast<std::size_t>(table.ruling)];
    for (std::size_t j = 0; j < table.count; ++j) {
      if (partition[j] == table.ruling) liking += table.holding[j] * table.liking[i][j];
    }
    const double danger = clamp(rule.exposure * table.holding[i] / strength * (0.6 - liking / strength), 0, 1);
    return u - rule.neutral_safety * l.caution[k] * danger * (0.4 + 0.3 * table.loss);
  }
  const auto m = static_cast<std::size_t>(mine);
  const double others = b.squares[m] - table.holding[i] * table.holding[i];
  const double lead = table.seen[i] * table.seen[i] / (others + table.seen[i] * table.seen[i]);
  u += rule.prize * l.ambition[k] * b.power[m] * lead - rule.safety * l.caution[k] * (1 - b.power[m]) * table.loss;
  for (std::size_t j = 0; j < table.count; ++j) {
    if (j == i || partition[j] != mine) continue;
    const double liking = table.liking[i][j];
    u += rule.ties * table.holding[j] / b.strength[m] * (liking > 0 ? liking : rule.dislike * liking);
  }
  u -= rule.policy_bloc * l.principle[k] * policy_weight * kDimensions * salient_gap(table, b.line[m], table.ideal[i]);
  if (rulers && mine != table.ruling) {
    const auto head = static_cast<std::size_t>(b.head[static_cast<std::size_t>(table.ruling)]);
    // Whoever stands nearly alone hates as much and says less: a protest needs somebody to hear it.
    const double hope = b.strength[m] / (rule.voice * larger(b.strength[static_cast<std::size_t>(table.ruling)], 1e-6));
    u += rule.resentment * clamp(hope * hope, rule.voice_floor, 1) * larger(0, rule.resentment_level - table.liking[i][head]) -
         rule.norm * l.principle[k] * c.state.ban;
  }
  return u;
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
