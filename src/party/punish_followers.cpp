// Sanctions against those who follow: members who spoke openly and named followers. What all see makes terror.
// claims.md M063 M147 M162 S32 S76 S91.
#include "core/distributions.hpp"
#include "party/members.hpp"
#include "party/party.hpp"

namespace thermidor::party {
namespace {

// Rungs above censure of those for whom members spoke, each leader as many as he has followers among members: a censured
// leader's followers are let be (M147 S76).
double climbed(const State& s) {
  double rungs = 0;
  double followers = 0;
  for (const LeaderId i : s.order) {
    const std::size_t k = i.index();
    if (!opposing(s, i) || !alive(s, i)) continue;
    rungs += s.leaders.following[k] * larger(0, s.leaders.rung[k] - 1);
    followers += s.leaders.following[k];
  }
  return followers > 0 ? rungs / followers : 0;
}

}  // namespace

void punish_followers(Convention& c) {
  State& s = c.state;
  const FollowerRule& rule = c.params.followers;
  const double rate = smaller(1, rule.rate * climbed(s));
  const double punished = s.open_opposition * rate;
  s.punished = punished;
  s.open_opposition = larger(0, s.open_opposition - punished) * (1 - rule.open_decay);
  for (double& open : s.province_open) open *= (1 - rate) * (1 - rule.open_decay);
  s.terror = clamp(s.terror * (1 - rule.terror_decay) + rule.terror_gain * punished * c.params.explanations.coercion, 0, 1);
  s.surprise *= 0.85;
  for (double& following : s.leaders.following) following *= 1 - c.params.strength.following_decay;
  if (!c.free_acts) return;
  for (const LeaderId i : s.order) {
    const std::size_t k = i.index();
    const LeaderId leader = s.leaders.follows[k];
    if (s.leaders.principal[k] != 0 || !leader.valid() || !opposing(s, leader) || s.leaders.recanted[k].index > 0) continue;
    if (affinity(s, i, leader) < rule.known) continue;  // only known followers
    const std::int32_t above = s.leaders.rung[leader.index()];
    const bool behind = s.leaders.rung[k] < 6 && s.leaders.rung[k] < above + 2 && (s.leaders.rung[k] < above || above >= 4);
    Random random = draw(c, "party.followers", s.leaders.key[k]);
    if (above < 1 || !behind || !random.chance(rule.climb + rule.climb_rung * above / 7.0)) continue;
    impose_rung(c, i, s.leaders.rung[k] + 1);
  }
}

void add_leader_input(const State& state, MemberInput& input) {
  input.leader_death = state.death_prestige;
  input.province_opposition = state.province_open;
}

void expel_followers(const Params& params, const State& state, std::uint64_t seed, Month month, Members& members,
                     MemberJournal* journal) {
  if (state.punished <= 0) return;
  for (std::size_t p = 0; p < state.province_open.size() && p < params.provinces.size(); ++p) {
    // A share of those punished loses the party card; the rest are censured or moved.
    const double among_open = state.punished / larger(state.open_opposition + state.punished, 1e-9);
    const double share = clamp(state.province_open[p] * among_open * params.followers.expelled, 0, 0.2);
    Random random(DrawKey{seed, make_stream("party.expelled"), month, state.machine.key[p]});
    const std::int64_t persons = draw_rounded(random, share * static_cast<double>(count_province(members, p)));
    expel_members(params.members, params.provinces, {p, persons, journal}, seed, month, members);
  }
}

}  // namespace thermidor::party
