#include <algorithm>
#include <string>

#include "core/distributions.hpp"
#include "core/quantity.hpp"
#include "party/convention.hpp"
#include "party/processes.hpp"
#include "party/row_order.hpp"
#include "party/state.hpp"

namespace thermidor::party {
namespace {

// Columns of the traits that permuting, equalising and the weight of skill touch: what a man is, not where he stands.
std::vector<std::vector<double> LeaderState::*> personal_traits() {
  return {&LeaderState::ambition, &LeaderState::caution,    &LeaderState::principle, &LeaderState::ego,
          &LeaderState::oratory,  &LeaderState::organising, &LeaderState::rudeness,  &LeaderState::ability};
}

void read_rows(State& s, const Params& params) {
  LeaderState& l = s.leaders;
  for (const LeaderRow& row : params.leaders) {
    l.key.push_back(hash_text(row.id));
    l.ideal.push_back({row.market, row.tempo, row.world, row.debate});
    l.prestige.push_back(row.prestige);
    l.ambition.push_back(row.ambition);
    l.caution.push_back(row.caution);
    l.principle.push_back(row.principle);
    l.ego.push_back(row.ego);
    l.oratory.push_back(row.oratory);
    l.organising.push_back(row.organising);
    l.frailty.push_back(row.frailty);
    l.rudeness.push_back(row.rudeness);
    l.ability.push_back(row.ability);
    l.army.push_back(row.army);
    l.abroad.push_back(row.abroad);
  }
}

void size_columns(State& s) {
  LeaderState& l = s.leaders;
  const std::size_t n = l.key.size();
  l.alive.assign(n, 1);
  l.bloc.assign(n, -1);
  l.rung.assign(n, 0);
  for (auto column :
       {&LeaderState::absent_until, &LeaderState::last_rung, &LeaderState::first_defeat, &LeaderState::last_defeat,
        &LeaderState::recanted, &LeaderState::fight_until, &LeaderState::attacked, &LeaderState::driven_out,
        &LeaderState::no_ally, &LeaderState::no_attack, &LeaderState::no_coup, &LeaderState::no_recant}) {
    (l.*column).assign(n, Month{});
  }
  for (auto column : {&LeaderState::lost, &LeaderState::offence, &LeaderState::following, &LeaderState::clients,
                      &LeaderState::strength, &LeaderState::holding}) {
    (l.*column).assign(n, 0.0);
  }
  l.principal.assign(n, 0);
  l.follows.assign(n, LeaderId{});
  for (std::size_t i = 0; i < n; ++i) s.order.push_back(make_id<LeaderId>(i));
  std::sort(s.order.begin(), s.order.end(), [&l](LeaderId a, LeaderId b) {
    return l.key[a.index()] != l.key[b.index()] ? l.key[a.index()] < l.key[b.index()] : a < b;
  });
}

// Priors: normal around the table's value with the row's own spread; prestige in logs. Keyed by leader, so order does not
// matter.
void draw_traits(State& s, const Params& params, std::uint64_t seed, Month start) {
  LeaderState& l = s.leaders;
  for (const LeaderId i : s.order) {
    const std::size_t k = i.index();
    const double sd = params.leaders[k].uncertainty;
    Random random(DrawKey{seed, make_stream("party.traits"), start, l.key[k]});
    for (double& x : l.ideal[k]) x = clamp(x + sd * draw_normal(random), -1, 1);
    l.prestige[k] = clamp(l.prestige[k] * exp(1.25 * sd * draw_normal(random)), 0, 1.5);
    for (const auto column : personal_traits()) (l.*column)[k] = clamp((l.*column)[k] + sd * draw_normal(random), 0, 1);
    l.frailty[k] = clamp(l.frailty[k] + sd * draw_normal(random), 0, 1);
  }
}

void permute_traits(State& s, const Params& params, std::uint64_t seed, Month start) {
  LeaderState& l = s.leaders;
  std::vector<LeaderId> group;
  for (const LeaderId i : s.order) {
    if (params.leaders[i.index()].prestige >= 0.55 || seat(s, s.roles.chief_bureau, i) > 0) group.push_back(i);
  }
  std::vector<std::pair<double, LeaderId>> drawn;
  for (const LeaderId i : group) {
    Random random(DrawKey{seed, make_stream("party.permute"), start, l.key[i.index()]});
    drawn.push_back({random.uniform(), i});
  }
  std::sort(drawn.begin(), drawn.end());
  const LeaderState before = l;
  for (std::size_t g = 0; g < group.size(); ++g) {
    const std::size_t from = drawn[g].second.index();
    for (const auto column : personal_traits()) (l.*column)[group[g].index()] = (before.*column)[from];
  }
}

// Pulls traits towards their mean: weight 1 leaves them, 0 makes everybody equal (X5).
void weigh_skill(State& s, double weight) {
  if (weight >= 1) return;
  LeaderState& l = s.leaders;
  for (const auto column : personal_traits()) {
    double mean = 0;
    for (const LeaderId i : s.order) mean += (l.*column)[i.index()];
    mean /= larger(1, static_cast<double>(s.order.size()));
    for (const LeaderId i : s.order) (l.*column)[i.index()] = mean + weight * ((l.*column)[i.index()] - mean);
  }
}

void tie_leaders(State& s, const Params& params, std::uint64_t seed, TraitPreset preset, Month start) {
  const std::size_t n = leader_count(s);
  const AffinityRule& rule = params.affinity;
  s.affinity.assign(n * n, rule.level);
  if (preset != TraitPreset::neutral) {
    for (const TieRow& tie : params.ties) {
      if (!tie.from.valid() || !tie.to.valid()) continue;
      affinity(s, tie.from, tie.to) = tie.affinity;
      bool both = false;
      for (const TieRow& other : params.ties) both = both || (other.from == tie.to && other.to == tie.from);
      if (!both) affinity(s, tie.to, tie.from) = tie.affinity;
    }
  }
  const double sd = preset == TraitPreset::neutral ? 0 : (preset == TraitPreset::prior ? rule.prior_sd : rule.tie_sd);
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < n; ++j) {
      if (i == j) continue;
      const std::uint64_t a = s.leaders.key[i];
      const std::uint64_t b = s.leaders.key[j];
      // One draw for the pair, so that liking is mutual at first.
      Random random(DrawKey{seed, make_stream("party.ties"), start, a < b ? mix_keys(a, b) : mix_keys(b, a)});
      change_affinity(s, make_id<LeaderId>(i), make_id<LeaderId>(j), sd * draw_normal(random));
    }
  }
}

template <class AnyId, class Row>
AnyId find_id(const std::vector<Row>& rows, const std::string& id) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!id.empty() && rows[i].id == id) return make_id<AnyId>(i);
  }
  return {};
}

void find_roles(State& s, const Params& params) {
  const Roles& roles = params.roles;
  s.roles.chief_bureau = find_id<OrganId>(params.organs, roles.chief_bureau);
  s.roles.organising_bureau = find_id<OrganId>(params.organs, roles.organising_bureau);
  s.roles.secretariat = find_id<OrganId>(params.organs, roles.secretariat);
  s.roles.committee = find_id<OrganId>(params.organs, roles.committee);
  s.roles.control = find_id<OrganId>(params.organs, roles.control);
  s.roles.congress = find_id<OrganId>(params.organs, roles.congress);
  s.roles.machine_post = find_id<PostId>(params.posts, roles.machine_post);
  s.roles.premier_post = find_id<PostId>(params.posts, roles.premier_post);
  s.roles.capital = find_id<ProvinceId>(params.provinces, roles.capital);
}

void seat_organs(State& s, const Params& params, Month start) {
  const std::size_t n = leader_count(s);
  OrganState& o = s.organs;
  o.seat.assign(params.organs.size() * n, 0);
  for (std::size_t k = 0; k < params.organs.size(); ++k) {
    const OrganRow& row = params.organs[k];
    for (const LeaderId i : row.candidate_members) {
      if (i.valid()) o.seat[k * n + i.index()] = 1;
    }
    for (const LeaderId i : row.members) {
      if (i.valid()) o.seat[k * n + i.index()] = 2;
    }
    const auto named = static_cast<std::int32_t>(row.members.size());
    o.full.push_back(row.full > named ? row.full : named);
    o.candidates.push_back(row.candidates);
    o.last_met.push_back(start);
    o.due.push_back(start + (row.meets_every > 0 ? row.meets_every : 1));
    o.met.push_back(0);
  }
  o.committee_unnamed.assign(n, 0);
  o.control_unnamed.assign(n, 0);
  o.order = order_posts(params.posts);
  for (std::size_t p = 0; p < params.posts.size(); ++p) {
    const PostRow& row = params.posts[p];
    const bool exists = row.exists_from <= start;
    o.holder.push_back(exists ? row.holder : LeaderId{});
    o.unnamed_holder.push_back(exists && !row.holder.valid() && row.value < params.offices.high ? 1 : 0);
    o.abolished.push_back(0);
  }
}

void staff_machine(State& s, const Params& params, std::uint64_t seed, Month start) {
  MachineState& m = s.machine;
  const AppointmentRule& rule = params.appointments;
  const std::size_t n = leader_count(s);
  m.order = order_provinces(params.provinces);
  double total = 0;
  for (const ProvinceId p : m.order) total += larger(params.provinces[p.index()].members, 100);
  for (const ProvinceRow& row : params.provinces) {
    const std::uint64_t key = hash_text(row.id);
    m.key.push_back(key);
    m.weight.push_back(larger(row.members, 100) / total);
    m.named.push_back(row.secretary);
    m.patron.push_back(row.patron.valid() ? row.patron : row.secretary);
    m.loyalty.push_back(m.patron.back().valid() ? rule.loyalty : 0);
    Random random(DrawKey{seed, make_stream("party.secretaries"), start, key});
    const Position centre = m.patron.back().valid() ? s.leaders.ideal[m.patron.back().index()] : Position{0.1, 0.1, 0.2, -0.1};
    Position ideal{};
    for (std::size_t d = 0; d < kDimensions; ++d) ideal[d] = clamp(centre[d] + 0.3 * draw_normal(random), -1, 1);
    m.ideal.push_back(ideal);
    m.principle.push_back(clamp(0.4 + 0.2 * draw_normal(random), 0, 1));
    m.since.push_back(start);
    m.seat.push_back(0);
    const double officials = clamp(row.members / rule.officials_members, rule.officials_least, rule.officials_most);
    m.officials.push_back(static_cast<std::int32_t>(whole(officials)));
    m.clients.resize(m.clients.size() + n, 0);
    if (m.patron.back().valid()) {
      m.clients[m.clients.size() - n + m.patron.back().index()] = static_cast<std::uint16_t>(m.officials.back() / 2);
    }
  }
}

}  // namespace

State make_state(const Params& params, std::uint64_t seed, TraitPreset preset, Month start) {
  State s;
  read_rows(s, params);
  size_columns(s);
  find_roles(s, params);
  seat_organs(s, params, start);
  if (preset == TraitPreset::prior) draw_traits(s, params, seed, start);
  if (preset == TraitPreset::permuted) permute_traits(s, params, seed, start);
  weigh_skill(s, preset == TraitPreset::neutral ? 0 : params.explanations.skill);
  s.leaders.prestige_first = s.leaders.prestige;
  tie_leaders(s, params, seed, preset, start);
  staff_machine(s, params, seed, start);
  s.expected = 0.8;
  s.reach = params.appointments.reach_start;
  s.slate_strength = clamp(params.channels.slate_level + params.channels.slate_reach * s.reach, 0, 1);
  s.salience = {params.bread.salience_market, params.bread.salience_tempo, params.bread.salience_other,
                params.bread.salience_other};
  s.ban = params.explanations.rules;
  fill_unnamed_seats(s, s.roles.committee);
  fill_unnamed_seats(s, s.roles.control);
  find_arbiter(s, params, start);
  s.line = s.arbiter.valid() ? s.leaders.ideal[s.arbiter.index()] : mean_bureau_ideal(s);
  return s;
}

void set_trait(State& s, LeaderId leader, Trait trait, double value) {
  LeaderState& l = s.leaders;
  const std::size_t k = leader.index();
  const auto index = static_cast<std::size_t>(trait);
  if (index < kDimensions) {
    l.ideal[k][index] = clamp(value, -1, 1);
    return;
  }
  if (trait == Trait::prestige) {
    l.prestige[k] = clamp(value, 0, 1.5);
    return;
  }
  const std::array<std::vector<double>*, kTraitCount - 5> columns = {&l.ambition, &l.caution,    &l.principle, &l.ego,
                                                                     &l.oratory,  &l.organising, &l.frailty,   &l.rudeness,
                                                                     &l.ability,  &l.army,       &l.abroad};
  (*columns[index - 5])[k] = clamp(value, 0, 1);
}

void set_affinity(State& s, LeaderId from, LeaderId to, double value) { affinity(s, from, to) = clamp(value, -1, 1); }

}  // namespace thermidor::party
