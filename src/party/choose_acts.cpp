// Leaders act one after another in an order drawn for the month; each sees what those before him did.
// claims.md M094 M137 M142-M147 M154 S37 S65.
#include <algorithm>

#include "core/distributions.hpp"
#include "party/bargain.hpp"
#include "party/explain.hpp"

namespace thermidor::party {
namespace {

std::string names_of(const Convention& c, std::int32_t bloc, LeaderId except) {
  std::string names;
  for (const LeaderId i : c.state.order) {
    if (c.state.leaders.bloc[i.index()] == bloc && i != except) names += (names.empty() ? "" : ", ") + title(c, i);
  }
  return names;
}

// Writes the partition of the table back; a fresh local number becomes a new bloc.
void apply_partition(Convention& c, const Table& table, const Partition& to) {
  State& s = c.state;
  const std::int32_t rulers = s.ruling;
  std::int32_t fresh = -1;
  for (std::size_t p = 0; p < table.count; ++p) {
    if (to[p] == table.bloc[p]) continue;
    std::int32_t number = -1;
    if (to[p] >= table.blocs) {
      if (fresh < 0) fresh = s.next_bloc++;
      number = fresh;
    } else if (to[p] != kNeutral) {
      number = table.number[static_cast<std::size_t>(to[p])];
    }
    const bool breaks = rulers >= 0 && s.leaders.bloc[table.who[p].index()] == rulers && number >= 0 && number != rulers;
    s.leaders.bloc[table.who[p].index()] = number;
    if (breaks) break_with_rulers(c, table.who[p]);
  }
}

void expel_partner(Convention& c, const Table& table, const Act& act, LeaderId actor) {
  const LeaderId victim = table.who[act.target];
  const AffinityRule& rule = c.params.affinity;
  const std::int32_t bloc = c.state.leaders.bloc[actor.index()];
  apply_partition(c, table, act.partition);
  c.state.leaders.driven_out[victim.index()] = c.month;
  for (const LeaderId j : c.state.order) {
    if (c.state.leaders.bloc[j.index()] != bloc) continue;
    change_affinity(c.state, victim, j, -rule.expulsion_on);
    change_affinity(c.state, j, victim, -rule.expulsion_back);
  }
  tell(c, "bloc_expulsion", title(c, actor) + " and his partners drive out " + title(c, victim), actor, victim, 0.7,
       "M137 S41 S65");
}

void perform(Convention& c, const Table& table, const Act& act, std::size_t i) {
  const LeaderId actor = table.who[i];
  const bool ruled = ruling(c.state, actor);
  switch (act.kind) {
    case ActKind::silence: return;
    case ActKind::leave:
      apply_partition(c, table, act.partition);
      tell(c, "bloc_left", title(c, actor) + " leaves his bloc", actor, {}, ruled ? 0.6 : 0.4, "M137 S65");
      return;
    case ActKind::join:
    case ActKind::form:
    case ActKind::invite: {
      apply_partition(c, table, act.partition);
      const std::int32_t bloc = c.state.leaders.bloc[actor.index()];
      const LeaderId partner = act.target < table.count ? table.who[act.target] : LeaderId{};
      tell(c, act.kind == ActKind::form ? "bloc_formed" : "bloc_joined",
           title(c, act.kind == ActKind::invite ? partner : actor) + " stands with " +
               names_of(c, bloc, act.kind == ActKind::invite ? partner : actor),
           actor, partner, act.kind == ActKind::form ? 0.7 : 0.5, "M141 M144 S65");
      return;
    }
    case ActKind::expel: expel_partner(c, table, act, actor); return;
    case ActKind::attack: attack(c, actor, table.who[act.target]); return;
    case ActKind::fight:
      apply_partition(c, table, act.partition);
      open_fight(c, actor);
      return;
    case ActKind::appeal:
      c.state.leaders.following[actor.index()] += 0.5 * c.params.acts.appeal_gain * c.state.leaders.oratory[actor.index()];
      count_offence(c.state, actor, c.params.ladder.sin_appeal - c.params.ladder.sin_fight);
      open_fight(c, actor);
      tell(c, "appeal", title(c, actor) + " appeals to the ranks", actor, {}, 0.6, "M119 M151 S35 S70");
      return;
  }
}

std::size_t choose(Convention& c, const ActList& list, Random& random) {
  std::array<double, kMostActs> values{};
  std::array<double, kMostActs> chances{};
  for (std::size_t a = 0; a < list.count; ++a) values[a] = list.acts[a].value;
  logit_probabilities(std::span(values.data(), list.count), c.params.acts.precision, std::span(chances.data(), list.count));
  return draw_weighted(random, std::span(chances.data(), list.count));
}

}  // namespace

// Who leaves the rulers for another bloc is a renegade to those who stay and turns from them; not soon taken back (M137 M145).
void break_with_rulers(Convention& c, LeaderId i) {
  State& s = c.state;
  s.leaders.driven_out[i.index()] = c.month;
  for (const LeaderId j : s.order) {
    if (!ruling(s, j) || j == i) continue;
    change_affinity(s, j, i, -c.params.affinity.expulsion_back);
    change_affinity(s, i, j, -c.params.affinity.expulsion_back);
  }
}

// Words carry as far as whoever says them stands beside the strongest, whose press it is.
double attack_reach(const State& s, LeaderId actor) {
  double most = 0;
  for (const LeaderId i : s.order) most = larger(most, alive(s, i) && i != s.arbiter ? s.leaders.holding[i.index()] : 0);
  return most > 0 ? clamp(2 * s.leaders.holding[actor.index()] / most, 0.1, 1) : 1;
}

void attack(Convention& c, LeaderId actor, LeaderId target) {
  LeaderState& l = c.state.leaders;
  const std::size_t k = target.index();
  // Each attack takes a share of what slander can still reach (M104): it has diminishing returns.
  const double floor = c.params.acts.attack_floor * l.prestige_first[k];
  const double reach = clamp(2 * (l.prestige[k] - floor) / larger(l.prestige_first[k], 0.1), 0, 1);
  l.prestige[k] -= c.params.acts.attack_damage * reach * attack_reach(c.state, actor);
  l.attacked[k] = c.month;
  change_affinity(c.state, target, actor, -c.params.affinity.attack_on);
  change_affinity(c.state, actor, target, -c.params.affinity.attack_back);
  tell(c, "attack", title(c, actor) + " attacks " + title(c, target), actor, target, 0.4, "M104 M160 S67");
}

void open_fight(Convention& c, LeaderId actor) {
  LeaderState& l = c.state.leaders;
  const bool fresh = l.fight_until[actor.index()] <= c.month;
  l.fight_until[actor.index()] = c.month + c.params.acts.fight_months;
  count_offence(c.state, actor, c.params.ladder.sin_fight);
  if (fresh) {
    c.state.fight_called = 1;
    Random random = draw(c, "party.debates", l.key[actor.index()]);
    if (random.chance(c.params.channels.debates)) c.state.debate_open = 1;
    tell(c, "fight", title(c, actor) + " opens a fight against the rulers", actor, ruling_head(c.state), 0.7,
         "M114 M151 S37 S66");
  }
}

void choose_acts(Convention& c) {
  State& s = c.state;
  std::vector<std::pair<double, LeaderId>> turns;
  for (const LeaderId i : s.order) {
    if (s.leaders.principal[i.index()] == 0 || !alive(s, i)) continue;
    Random random = draw(c, "party.turns", s.leaders.key[i.index()]);
    const bool acts = random.chance(c.params.acts.active * (absent(s, i, c.month) ? 1 - s.leaders.lost[i.index()] : 1.0));
    if (acts) turns.push_back({random.uniform(), i});
  }
  std::sort(turns.begin(), turns.end(), [&s](const auto& a, const auto& b) {
    return a.first != b.first ? a.first < b.first : s.leaders.key[a.second.index()] < s.leaders.key[b.second.index()];
  });
  for (const auto& turn : turns) {
    const Table table = set_table(c);
    const std::size_t i = place_of(table, turn.second);
    if (i >= table.count) continue;
    const ActList list = list_acts(c, table, i);
    Random random = draw(c, "party.acts", s.leaders.key[turn.second.index()]);
    const std::size_t chosen = choose(c, list, random);
    const Act& act = list.acts[chosen];
    const bool agreed = random.chance(act.accepted);
    explain_act(c, table, list, i, chosen, agreed);
    if (agreed) perform(c, table, act, i);
    end_decision(c);
  }
}

}  // namespace thermidor::party
