// A debate in the cells and what it changes above: standing, following, the majority that voters expect, secretaries against
// their own districts. claims.md M119 M122 M140 M147 S29 S30 S35 S38 S97.
#include "party/processes.hpp"

namespace thermidor::party {
namespace {

DebateSide weigh_side(const Convention& c, double side) {
  const State& s = c.state;
  const ChannelRule& rule = c.params.channels;
  const Position want = {rule.want_market, rule.want_tempo, rule.want_world, rule.want_debate};
  DebateSide x{0, 0, 0, 0};
  double weight = 0;
  for (const LeaderId i : s.order) {
    if (in_party(s, i) && present(s, i, c.month) && side_of(s, i) * side > 0) {
      x.speakers += 1;
      x.oratory = larger(x.oratory, s.leaders.oratory[i.index()]);
    }
    if (s.leaders.principal[i.index()] == 0 || !in_party(s, i) || side_of(s, i) * side <= 0) continue;
    const double w = larger(s.leaders.holding[i.index()], 0.01);
    x.prestige += w * s.leaders.prestige[i.index()];
    x.policy_distance += w * distance(s.leaders.ideal[i.index()], want, s.salience);
    weight += w;
  }
  if (weight > 0) {
    x.prestige /= weight;
    x.policy_distance /= weight;
  }
  return x;
}

// The way from what the rulers' leaders want to what the opposition's want.
Position direct_dissent(const State& s) {
  Position way{}, mean[2]{};
  double weight[2]{};
  for (const LeaderId i : s.order) {
    const double side = in_party(s, i) && s.leaders.principal[i.index()] != 0 ? side_of(s, i) : 0;
    if (side == 0) continue;
    const std::size_t which = side > 0 ? 0 : 1;
    const double w = larger(s.leaders.holding[i.index()], 0.01);
    for (std::size_t d = 0; d < kDimensions; ++d) mean[which][d] += w * s.leaders.ideal[i.index()][d];
    weight[which] += w;
  }
  if (weight[0] <= 0 || weight[1] <= 0) return way;
  double length = 0;
  for (std::size_t d = 0; d < kDimensions; ++d) {
    way[d] = mean[1][d] / weight[1] - mean[0][d] / weight[0];
    length += way[d] * way[d];
  }
  for (double& part : way) part = length > 1e-12 ? part / sqrt(length) : 0;
  return way;
}

void carry_upward(Convention& c, const DebateResult& result) {
  State& s = c.state;
  const ChannelRule& rule = c.params.channels;
  double prestige = 0;
  for (const LeaderId i : s.order) {
    if (opposing(s, i) && in_party(s, i)) prestige += s.leaders.prestige[i.index()];
  }
  s.surprise = clamp(result.open_share - (1 - s.expected), -0.5, 0.5);
  for (const LeaderId i : s.order) {
    const std::size_t k = i.index();
    if (!opposing(s, i) || !in_party(s, i) || prestige <= 0) continue;
    const double part = s.leaders.prestige[k] / prestige;
    s.leaders.prestige[k] = clamp(s.leaders.prestige[k] + rule.prestige * s.surprise * part, 0.05, 1.5);
    s.leaders.following[k] = larger(s.leaders.following[k], rule.following * result.open_share * part);
  }
  s.expected += rule.expected * c.params.votes.expect_speed * (1 - result.open_share - s.expected);
  s.open_opposition = larger(s.open_opposition, result.open_share);
  s.province_open = result.province_open;
}

// A secretary whose districts went the other way may be replaced from below, the less the further the centre reaches (S97).
void replace_from_below(Convention& c, const DebateResult& result) {
  State& s = c.state;
  for (std::size_t p = 0; p < s.machine.key.size() && p < result.province_district.size(); ++p) {
    const LeaderId patron = s.machine.patron[p];
    const double side = patron.valid() ? side_of(s, patron) : 0;
    const double against = result.province_district[p] - 0.5;
    if (side * against <= 0 || s.machine.loyalty[p] <= 0) continue;
    const double strong = clamp(4 * (against > 0 ? against : -against), 0, 1);
    Random random = draw(c, "party.replaced", s.machine.key[p]);
    if (!random.chance(rule_replacement(c) * strong)) continue;
    s.machine.patron[p] = {};
    s.machine.loyalty[p] = 0;
    s.machine.named[p] = {};
    s.machine.since[p] = c.month;
  }
}

}  // namespace

DebateInput describe_debate(const Convention& c, bool announced) {
  const State& s = c.state;
  DebateInput input;
  for (std::size_t p = 0; p < s.machine.key.size(); ++p) {
    const LeaderId patron = s.machine.patron[p];
    const double side = patron.valid() ? side_of(s, patron) : 0;
    const double bound = patron.valid() ? s.machine.loyalty[p] : 0;
    // Free secretaries lean to the machine as far as it reaches.
    const double lean = side == 0 ? 0.4 * s.reach * c.params.explanations.service : 0;
    input.provinces.push_back({side > 0 ? bound : lean, side < 0 ? bound : 0.0});
  }
  input.ruling = weigh_side(c, 1);
  input.opposition = weigh_side(c, -1);
  if (c.cards != nullptr) input.direction = direct_dissent(s);
  input.press_control = c.last.society.press_control;
  input.slate_strength = s.slate_strength * c.params.explanations.appointments;
  input.terror = s.terror;
  input.hardship = s.hardship;
  input.announced = announced;
  const OrganId cells = s.roles.congress;
  input.secrecy = cells.valid() && c.params.organs[cells.index()].open_ballot == 0 ? 1 : 0;
  input.inner_democracy = c.policy[Lever::inner_democracy];
  input.dilution = c.params.explanations.dilution;
  input.mobility = c.params.explanations.mobility;
  input.passivity = c.params.explanations.passivity;
  input.coercion = c.params.explanations.coercion;
  return input;
}

bool announced_debate(const Convention& c) { return c.policy[Lever::inner_democracy] > -0.7; }

double rule_replacement(const Convention& c) {
  return c.params.channels.replaced_below * (1 - 0.7 * c.state.reach * c.params.explanations.appointments);
}

DebateResult ask_cells(const Convention& c, bool announced, bool remember) {
  if (c.debate == nullptr) return {};
  const OneByOne one_by_one{c.cards, remember, c.records.keep_details ? &c.records.lives : nullptr};
  return c.debate(c.params.members, c.params.provinces, *c.members, describe_debate(c, announced), c.seed, c.month, one_by_one);
}

void learn_from_cells(Convention& c, const DebateResult& result) {
  note_cells(c, result);
  carry_upward(c, result);
  replace_from_below(c, result);
  tell(c, "debate", "A debate in the cells gives the opposition " + percent(result.open_share), {}, {}, 0.7, "S35 S37 M119");
}

void hold_debate(Convention& c, bool announced) {
  if (c.debate == nullptr || c.state.ruling < 0) return;
  learn_from_cells(c, ask_cells(c, announced, true));
}

}  // namespace thermidor::party
