// The choice set of one leader: silence, leaving, joining, new blocs, invitations, expulsion, attack, open fight, appeal.
// A proposal is worth its gain times the predicted acceptance; no roll-outs. claims.md M141-M147 M150 M154 M160 S65 S68.
#include "core/distributions.hpp"
#include "party/bargain.hpp"
#include "party/force.hpp"

namespace thermidor::party {
namespace {

constexpr double kHopeless = 0.02;  // chance of acceptance below which nobody proposes

struct Chooser {
  const Convention& c;
  const Table& table;
  std::size_t i;
  std::array<double, kBargainers> standing{};  // utility of the present partition to each
  std::array<double, kBargainers> renegade{};  // cost to each of the rulers of going over to another bloc
  double now = 0;                              // utility of the present partition to the chooser
  double hostile = 0;                          // cost of a hostile act while an arbiter is up or hoped for
  double breaking = 0;                         // cost of leaving one's bloc
  ActList list{};

  const ActRule& rule() const { return c.params.acts; }
  std::size_t row(std::size_t p) const { return table.who[p].index(); }
  bool may_ally(std::size_t p) const { return c.state.leaders.no_ally[row(p)] <= c.month; }
  bool ruled() const { return table.ruling != kNeutral; }
};

void add(Chooser& x, Act act) {
  if (x.list.count < kMostActs) x.list.acts[x.list.count++] = act;
}

// The fallen may join rulers only by recantation or recall.
bool admissible(const Chooser& x, std::size_t p, std::int8_t bloc) {
  if (bloc != x.table.ruling || !x.ruled()) return true;
  const std::size_t k = x.row(p);
  const Month out = x.c.state.leaders.driven_out[k];
  if (out.index > 0 && x.c.month - out < x.rule().memory) return false;
  return x.c.state.leaders.rung[k] <= 2 || x.c.state.leaders.recanted[k].index > 0;
}

double would_accept(const Chooser& x, const Partition& to, const Balance& after, std::size_t p) {
  const double gain = utility(x.c, x.table, to, after, p) - x.standing[p];
  const bool breaks = x.ruled() && x.table.bloc[p] == x.table.ruling && to[p] != x.table.ruling;
  const double cost = breaks ? x.renegade[p] : 0;
  return logistic(x.rule().precision * (gain - cost - x.rule().accept_margin));
}

// Chance that a bloc takes newcomers in: its head and the weight of its members both count.
double bloc_accepts(const Chooser& x, const Partition& to, const Balance& after, std::int8_t bloc) {
  double sum = 0;
  double weight = 0;
  for (std::size_t p = 0; p < x.table.count; ++p) {
    if (x.table.bloc[p] != bloc) continue;
    sum += x.table.holding[p] * would_accept(x, to, after, p);
    weight += x.table.holding[p];
  }
  const double mean = weight > 0 ? sum / weight : 0;
  return mean * mean * (3 - 2 * mean);  // majority by weight, smoothed
}

// The same for a bloc to which the chooser himself belongs; alone he needs nobody's leave.
double partners_agree(const Chooser& x, const Partition& to, const Balance& after, std::int8_t bloc) {
  double sum = 0;
  double weight = 0;
  for (std::size_t p = 0; p < x.table.count; ++p) {
    if (x.table.bloc[p] != bloc) continue;
    sum += x.table.holding[p] * (p == x.i ? 1.0 : would_accept(x, to, after, p));
    weight += x.table.holding[p];
  }
  const double mean = weight > 0 ? sum / weight : 1;
  return mean * mean * (3 - 2 * mean);
}

void consider_leaving(Chooser& x) {
  const std::int8_t mine = x.table.bloc[x.i];
  if (mine == kNeutral) return;
  Act act{ActKind::leave};
  act.partition = x.table.bloc;
  act.partition[x.i] = kNeutral;
  const Balance after = weigh(x.c.params, x.table, act.partition);
  // Whoever stands alone breaks with nobody: he falls silent.
  std::size_t partners = 0;
  for (std::size_t p = 0; p < x.table.count; ++p) partners += p != x.i && x.table.bloc[p] == mine ? 1 : 0;
  act.value = utility(x.c, x.table, act.partition, after, x.i) - x.now - (partners > 0 ? x.breaking : 0);
  add(x, act);
}

// Friends in the same place who would come along.
Partition with_circle(const Chooser& x, Partition to, std::int8_t bloc, bool& any) {
  any = false;
  for (std::size_t p = 0; p < x.table.count; ++p) {
    if (p == x.i || x.table.bloc[p] != x.table.bloc[x.i] || to[p] == bloc || !x.may_ally(p) || !admissible(x, p, bloc))
      continue;
    if (x.table.liking[x.i][p] <= x.rule().circle || x.table.liking[p][x.i] <= x.rule().circle) continue;
    Partition moved = to;
    moved[p] = bloc;
    if (would_accept(x, moved, weigh(x.c.params, x.table, moved), p) < 0.5) continue;
    to = moved;
    any = true;
  }
  return to;
}

double joining_cost(const Chooser& x, std::int8_t bloc) {
  double cost = (x.table.bloc[x.i] != kNeutral ? x.breaking : 0) + x.rule().under_arbiter * x.hostile;
  if (x.ruled() && bloc != x.table.ruling) cost += x.table.bloc[x.i] == x.table.ruling ? 0 : x.hostile;
  return cost;
}

void consider_joining(Chooser& x) {
  for (std::int8_t bloc = 0; bloc < x.table.blocs; ++bloc) {
    if (bloc == x.table.bloc[x.i] || !admissible(x, x.i, bloc)) continue;
    Partition alone = x.table.bloc;
    alone[x.i] = bloc;
    bool any = false;
    const Partition together = with_circle(x, alone, bloc, any);
    for (int size = 0; size < (any ? 2 : 1); ++size) {
      const Partition& to = size == 0 ? alone : together;
      Act act{ActKind::join};
      act.bloc = bloc;
      act.partition = to;
      const Balance after = weigh(x.c.params, x.table, to);
      act.accepted = bloc_accepts(x, to, after, bloc);
      act.value = act.accepted * (utility(x.c, x.table, to, after, x.i) - x.now) - joining_cost(x, bloc);
      add(x, act);
    }
  }
}

// The most promising partners: liked and strong.
std::array<std::size_t, 8> best_partners(const Chooser& x, std::size_t& found) {
  std::array<std::size_t, 8> best{};
  std::array<double, 8> score{};
  found = 0;
  const auto most = static_cast<std::size_t>(clamp(x.rule().rivals, 1, 8));
  for (std::size_t p = 0; p < x.table.count; ++p) {
    if (p == x.i || !x.may_ally(p)) continue;
    const double s = (x.table.liking[x.i][p] + x.table.liking[p][x.i] + 0.6) * sqrt(x.table.holding[p]);
    std::size_t at = found < most ? found++ : most;
    if (at == most && s <= score[most - 1]) continue;
    if (at == most) at = most - 1;
    while (at > 0 && score[at - 1] < s) {
      best[at] = best[at - 1];
      score[at] = score[at - 1];
      --at;
    }
    best[at] = p;
    score[at] = s;
  }
  return best;
}

void consider_forming(Chooser& x) {
  const std::int8_t fresh = x.table.blocs;
  std::size_t found = 0;
  const auto partners = best_partners(x, found);
  for (std::size_t n = 0; n < found; ++n) {
    const std::size_t p = partners[n];
    // With one partner, then with him and the next best whom he also likes.
    for (std::size_t third = n; third < found; ++third) {
      if (third != n && x.table.liking[p][partners[third]] < x.rule().circle * 0.5) continue;
      if (third > n + 1 && n > 1) break;
      Act act{ActKind::form, p, fresh};
      act.partition = x.table.bloc;
      act.partition[x.i] = fresh;
      act.partition[p] = fresh;
      act.partition[partners[third]] = fresh;
      const Balance after = weigh(x.c.params, x.table, act.partition);
      act.accepted = would_accept(x, act.partition, after, p);
      if (third != n && act.accepted > kHopeless) act.accepted *= would_accept(x, act.partition, after, partners[third]);
      if (!(act.accepted > kHopeless)) continue;
      const double cost = (x.table.bloc[x.i] != kNeutral ? x.breaking : 0) + x.hostile;
      act.value = act.accepted * (utility(x.c, x.table, act.partition, after, x.i) - x.now) - cost;
      add(x, act);
    }
  }
}

void consider_inviting(Chooser& x) {
  const std::int8_t mine = x.table.bloc[x.i];
  if (mine == kNeutral) return;
  std::size_t found = 0;
  const auto partners = best_partners(x, found);
  for (std::size_t n = 0; n < found; ++n) {
    const std::size_t p = partners[n];
    if (x.table.bloc[p] == mine || !admissible(x, p, mine)) continue;
    Act act{ActKind::invite, p, mine};
    act.partition = x.table.bloc;
    act.partition[p] = mine;
    const Balance after = weigh(x.c.params, x.table, act.partition);
    // The others in the bloc have their say as well.
    act.accepted = would_accept(x, act.partition, after, p);
    if (act.accepted > kHopeless) act.accepted *= partners_agree(x, act.partition, after, mine);
    if (!(act.accepted > kHopeless)) continue;
    const double cost = x.rule().under_arbiter * x.hostile;
    act.value = act.accepted * (utility(x.c, x.table, act.partition, after, x.i) - x.now) - cost;
    add(x, act);
  }
}

void consider_expelling(Chooser& x) {
  const std::int8_t mine = x.table.bloc[x.i];
  if (mine == kNeutral) return;
  std::size_t size = 0;
  for (std::size_t p = 0; p < x.table.count; ++p) size += x.table.bloc[p] == mine ? 1 : 0;
  if (size < 3) return;
  // A live threat binds rulers to one another here too (R12).
  const bool ruled = x.ruled() && mine == x.table.ruling;
  const double own = ruled ? x.rule().binding * binding(x.c, x.table, x.i) : 0;
  for (std::size_t p = 0; p < x.table.count; ++p) {
    if (p == x.i || x.table.bloc[p] != mine || x.table.liking[x.i][p] > 0.2) continue;
    Act act{ActKind::expel, p, x.table.blocs};
    act.partition = x.table.bloc;
    act.partition[p] = x.table.blocs;  // assumed hostile from then on
    const Balance after = weigh(x.c.params, x.table, act.partition);
    double agree = x.table.holding[x.i];
    double weight = x.table.holding[x.i] + x.table.holding[p];  // the victim votes for himself
    for (std::size_t q = 0; q < x.table.count; ++q) {
      if (q == x.i || q == p || x.table.bloc[q] != mine) continue;
      const double gain = utility(x.c, x.table, act.partition, after, q) - x.standing[q];
      const double bound = ruled ? x.rule().binding * binding(x.c, x.table, q) : 0;
      // Whoever agrees to a split answers for it too.
      const double share = 0.5 * x.rule().expel_cost;
      agree += x.table.holding[q] * logistic(x.rule().precision * (gain - bound - share - x.rule().accept_margin));
      weight += x.table.holding[q];
    }
    const double mean = agree / weight;
    act.accepted = mean * mean * (3 - 2 * mean);
    act.value =
        act.accepted * (utility(x.c, x.table, act.partition, after, x.i) - x.now) - x.rule().expel_cost - own - x.hostile;
    add(x, act);
  }
}

// Attacks weaken one whom he fears; each leaves less to take.
Act weigh_attack(const Chooser& x, const Balance& before, std::size_t victim) {
  Act act{ActKind::attack, victim};
  act.partition = x.table.bloc;
  Table weaker = x.table;
  const double damage = x.rule().attack_damage * attack_reach(x.c.state, x.table.who[x.i]);
  weaker.holding[victim] = larger(0.02, weaker.holding[victim] - 2 * damage);
  const Balance after = weigh(x.c.params, weaker, act.partition);
  const double fear = x.table.holding[victim] * x.table.fear[x.i][victim];
  act.value = utility(x.c, weaker, act.partition, after, x.i) - x.now - x.rule().attack_cost - x.hostile +
              0.1 * (fear / larger(before.total, 0.1)) * (0.5 + x.c.state.leaders.rudeness[x.row(x.i)]);
  return act;
}

void consider_attacking(Chooser& x, const Balance& before) {
  if (x.c.state.leaders.no_attack[x.row(x.i)] > x.c.month) return;
  std::size_t victim = x.table.count;
  double most = 0;
  for (std::size_t p = 0; p < x.table.count; ++p) {
    if (p == x.i || (x.table.bloc[p] == x.table.bloc[x.i] && x.table.bloc[x.i] != kNeutral)) continue;
    const double fear = x.table.holding[p] * x.table.fear[x.i][p];
    if (fear > most) {
      most = fear;
      victim = p;
    }
  }
  if (victim == x.table.count) return;
  add(x, weigh_attack(x, before, victim));
}

// A fight opens the matter before all; an appeal carries it to the ranks and offends more. Neutrals become a bloc of one.
void consider_fighting(Chooser& x) {
  if (!x.ruled() || x.table.bloc[x.i] == x.table.ruling) return;
  const LeaderState& l = x.c.state.leaders;
  const std::size_t k = x.row(x.i);
  if (l.rung[k] >= 6) return;
  const double voice = x.rule().appeal_gain * l.oratory[k] * (1 - 0.8 * x.c.state.terror) *
                       (1 - 0.5 * l.lost[k] * absent(x.c.state, x.table.who[x.i], x.c.month));
  for (const ActKind kind : {ActKind::fight, ActKind::appeal}) {
    if (kind == ActKind::fight && l.fight_until[k] > x.c.month) continue;
    if (kind == ActKind::appeal && x.table.bloc[x.i] == kNeutral) continue;
    Act act{kind};
    act.partition = x.table.bloc;
    if (x.table.bloc[x.i] == kNeutral) act.partition[x.i] = x.table.blocs;
    Table louder = x.table;
    const double gain = voice * (kind == ActKind::appeal ? 1.0 : 0.6);
    louder.holding[x.i] += gain;
    louder.seen[x.i] += gain;
    const Balance after = weigh(x.c.params, louder, act.partition);
    const double risk = 0.3 * l.caution[k] * x.table.loss * (kind == ActKind::appeal ? 0.7 : 0.5);
    act.value = utility(x.c, louder, act.partition, after, x.i) - x.now - risk - x.hostile -
                (kind == ActKind::appeal ? x.rule().appeal_cost : x.rule().fight_cost);
    add(x, act);
  }
}

}  // namespace

namespace {

Chooser seat_chooser(const Convention& c, const Table& table, std::size_t i, const Balance& before) {
  Chooser x{c, table, i};
  for (std::size_t p = 0; p < table.count; ++p) {
    x.standing[p] = utility(c, table, table.bloc, before, p);
    if (!x.ruled() || table.bloc[p] != table.ruling) continue;
    x.renegade[p] = x.rule().leave_cost + x.rule().binding * binding(c, table, p) + hostile_cost(c, table.who[p]);
  }
  x.now = x.standing[i];
  x.hostile = hostile_cost(c, table.who[i]);
  x.breaking = x.rule().leave_cost;
  if (table.ruling != kNeutral && table.bloc[i] == table.ruling)
    x.breaking += c.params.acts.binding * binding(c, table, i) + x.hostile;
  return x;
}

}  // namespace

Act attack_act(const Convention& c, const Table& table, std::size_t i, std::size_t victim) {
  const Balance before = weigh(c.params, table, table.bloc);
  return weigh_attack(seat_chooser(c, table, i, before), before, victim);
}

Act alliance_act(const Convention& c, const Table& table, std::size_t i, const std::vector<LeaderId>& leaders) {
  const Balance before = weigh(c.params, table, table.bloc);
  const Chooser x = seat_chooser(c, table, i, before);
  // The rulers' bloc if one of them is in it and the rest are few, else a new one.
  std::int8_t bloc = table.blocs;
  for (const LeaderId leader : leaders) {
    const std::size_t p = place_of(table, leader);
    if (p < table.count && table.bloc[p] != kNeutral && (bloc == table.blocs || table.bloc[p] == table.ruling))
      bloc = table.bloc[p];
  }
  Act act{ActKind::form, kBargainers, bloc};
  act.partition = table.bloc;
  for (const LeaderId leader : leaders) {
    const std::size_t p = place_of(table, leader);
    if (p < table.count) act.partition[p] = bloc;
  }
  const Balance after = weigh(c.params, table, act.partition);
  for (const LeaderId leader : leaders) {
    const std::size_t p = place_of(table, leader);
    if (p < table.count && p != i && table.bloc[p] != bloc) act.accepted *= would_accept(x, act.partition, after, p);
    // Those who do not bargain themselves follow their liking.
    if (p >= table.count) act.accepted *= logistic(6 * affinity(c.state, leader, table.who[i]));
  }
  const double cost = (table.bloc[i] != kNeutral && table.bloc[i] != bloc ? x.breaking : 0) + x.hostile;
  act.value = act.accepted * (utility(c, table, act.partition, after, i) - x.now) - cost;
  return act;
}

ActList list_acts(const Convention& c, const Table& table, std::size_t i) {
  const Balance before = weigh(c.params, table, table.bloc);
  Chooser x = seat_chooser(c, table, i, before);
  Act silence;
  silence.partition = table.bloc;
  add(x, silence);
  consider_leaving(x);
  if (x.may_ally(i)) {
    consider_joining(x);
    consider_forming(x);
    consider_inviting(x);
  }
  consider_expelling(x);
  consider_attacking(x, before);
  consider_fighting(x);
  return x.list;
}

double act_probability(const Convention& c, const ActList& list, std::size_t index) {
  std::array<double, kMostActs> values{};
  std::array<double, kMostActs> chances{};
  for (std::size_t a = 0; a < list.count; ++a) values[a] = list.acts[a].value;
  logit_probabilities(std::span(values.data(), list.count), c.params.acts.precision, std::span(chances.data(), list.count));
  return c.params.acts.active * chances[index] * list.acts[index].accepted;
}

}  // namespace thermidor::party
