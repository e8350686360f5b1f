#include "party/convention.hpp"

#include <utility>

#include "core/quantity.hpp"

namespace thermidor::party {

std::uint64_t hash_text(std::string_view text) {
  std::uint64_t hash = 0xCBF29CE484222325ULL;  // FNV-1a
  for (const char ch : text) hash = (hash ^ static_cast<std::uint64_t>(static_cast<unsigned char>(ch))) * 0x100000001B3ULL;
  return mix_keys(hash, text.size());
}

double side_of(const State& s, LeaderId i) {
  if (s.ruling < 0) return 0;
  const std::size_t k = i.index();
  std::int32_t bloc = s.leaders.bloc[k];
  if (bloc < 0 && s.leaders.principal[k] == 0 && s.leaders.follows[k].valid()) {
    bloc = s.leaders.bloc[s.leaders.follows[k].index()];
  }
  if (bloc < 0) return 0;
  return bloc == s.ruling ? 1 : -1;
}

LeaderId ruling_head(const State& s) {
  LeaderId head;
  if (s.ruling < 0) return head;
  for (const LeaderId i : s.order) {
    if (!ruling(s, i) || !alive(s, i)) continue;
    if (!head.valid() || s.leaders.holding[i.index()] > s.leaders.holding[head.index()]) head = i;
  }
  return head;
}

LeaderId machine_head(const State& s) {
  if (!s.roles.machine_post.valid()) return {};
  const LeaderId holder = s.organs.holder[s.roles.machine_post.index()];
  return holder.valid() && in_party(s, holder) ? holder : LeaderId{};
}

double distance(const Position& a, const Position& b, const Position& salience) {
  double sum = 0;
  double weight = 0;
  for (std::size_t d = 0; d < kDimensions; ++d) {
    sum += salience[d] * absolute(a[d] - b[d]);
    weight += salience[d];
  }
  return weight > 0 ? sum / weight : 0;
}

void set_seat(State& s, OrganId organ, LeaderId i, std::uint8_t value) {
  if (organ.valid()) s.organs.seat[organ.index() * leader_count(s) + i.index()] = value;
}

bool post_exists(const Convention& c, PostId post) {
  return c.params.posts[post.index()].exists_from <= c.month && c.state.organs.abolished[post.index()] == 0;
}

double greatest_post(const Convention& c, LeaderId i) {
  double best = 0;
  for (std::size_t p = 0; p < c.params.posts.size(); ++p) {
    if (c.state.organs.holder[p] == i && post_exists(c, make_id<PostId>(p))) best = larger(best, c.params.posts[p].value);
  }
  return best;
}

std::vector<double> post_values(const Convention& c) {
  std::vector<double> sums(leader_count(c.state), 0.0);
  for (const PostId p : c.state.organs.order) {
    const LeaderId holder = c.state.organs.holder[p.index()];
    if (holder.valid() && post_exists(c, p)) sums[holder.index()] += c.params.posts[p.index()].value;
  }
  return sums;
}

std::vector<double> greatest_posts(const Convention& c) {
  std::vector<double> best(leader_count(c.state), 0.0);
  for (std::size_t p = 0; p < c.params.posts.size(); ++p) {
    const LeaderId holder = c.state.organs.holder[p];
    if (!holder.valid() || !post_exists(c, make_id<PostId>(p))) continue;
    best[holder.index()] = larger(best[holder.index()], c.params.posts[p].value);
  }
  return best;
}

void give_post(Convention& c, PostId post, LeaderId to, const char* reason) {
  OrganState& organs = c.state.organs;
  organs.holder[post.index()] = to;
  organs.unnamed_holder[post.index()] = to.valid() ? 0 : 1;
  // A new head of a province brings his own man, who stands with whom he follows.
  const PostRow& row = c.params.posts[post.index()];
  if (row.domain == "province" && row.province.valid() && to.valid()) {
    MachineState& m = c.state.machine;
    const std::size_t p = row.province.index();
    const LeaderId principal = c.state.leaders.follows[to.index()];
    m.patron[p] = principal.valid() ? principal : to;
    m.loyalty[p] = c.params.appointments.loyalty;
    m.since[p] = c.month;
  }
  c.records.posts.push_back({c.month, post, to, reason});
  if (to.valid()) {
    tell(c, "appointment", title(c, to) + " becomes " + c.params.posts[post.index()].title, to, {},
         c.params.posts[post.index()].value, "M066 M070");
  }
}

void vacate_post(Convention& c, PostId post, const char* reason) {
  const LeaderId holder = c.state.organs.holder[post.index()];
  c.state.organs.holder[post.index()] = {};
  c.state.organs.unnamed_holder[post.index()] = 0;
  c.records.posts.push_back({c.month, post, {}, reason});
  if (holder.valid()) {
    tell(c, "removal", title(c, holder) + " ceases to be " + c.params.posts[post.index()].title + " (" + reason + ")", holder,
         {}, c.params.posts[post.index()].value, "S33 S76");
  }
}

void drop_posts(Convention& c, LeaderId i, double from_value, const char* reason) {
  for (const PostId p : c.state.organs.order) {
    if (c.state.organs.holder[p.index()] == i && c.params.posts[p.index()].value >= from_value) vacate_post(c, p, reason);
  }
  if (from_value > 0) return;
  for (LeaderId& named : c.state.machine.named) {
    if (named == i) named = {};
  }
}

double arbiter_hope(const Convention& c) {
  const State& s = c.state;
  if (!s.arbiter.valid() || !alive(s, s.arbiter)) return 0;
  if (s.arbiter_active != 0) return 1;
  return exp(-static_cast<double>(c.month - s.arbiter_gone) / c.params.arbiter.hope);
}

double hostile_cost(const Convention& c, LeaderId actor) {
  const ArbiterRule& rule = c.params.arbiter;
  return arbiter_hope(c) * (rule.cost_low + (rule.cost_high - rule.cost_low) * c.state.leaders.caution[actor.index()]);
}

const std::string& title(const Convention& c, LeaderId i) { return c.params.leaders[i.index()].title; }
const std::string& title(const Convention& c, OrganId organ) { return c.params.organs[organ.index()].title; }

void tell(Convention& c, const char* kind, std::string text, LeaderId actor, LeaderId target, double weight,
          const char* claim) {
  if (!c.records.keep_details && weight < 0.6) return;
  c.records.events.push_back({c.month, kind, std::move(text), actor, target, clamp(weight, 0, 1), claim});
}

std::string percent(double share) { return std::to_string(whole(100 * share + 0.5)) + "%"; }

void leave_bloc(State& s, LeaderId i) { s.leaders.bloc[i.index()] = -1; }

void dissolve_small_blocs(State& s) {
  for (std::size_t i = 0; i < leader_count(s); ++i) {
    if (s.leaders.alive[i] == 0) s.leaders.bloc[i] = -1;
  }
  bool any = false;
  for (std::size_t i = 0; i < leader_count(s); ++i) any = any || s.leaders.bloc[i] == s.ruling;
  if (s.ruling >= 0 && !any) s.ruling = -1;
}

void count_offence(State& s, LeaderId i, double amount) { s.leaders.offence[i.index()] += amount * s.ban; }

}  // namespace thermidor::party
