// Formal votes between rulers and opponents in the Committee, what a defeat costs, and overturned majorities.
// claims.md M090 M119 M122 M150 S35 S39.
#include "party/ballots.hpp"
#include "party/explain.hpp"

namespace thermidor::party {
namespace {

Position line_of_opposition(const State& s) {
  Position line{};
  double weight = 0;
  for (const LeaderId i : s.order) {
    if (!opposing(s, i) || !alive(s, i)) continue;
    const double w = larger(s.leaders.holding[i.index()], 0.01);
    for (std::size_t d = 0; d < kDimensions; ++d) line[d] += w * s.leaders.ideal[i.index()][d];
    weight += w;
  }
  for (double& x : line) x = weight > 0 ? x / weight : 0;
  return line;
}

std::int32_t strongest_opponents(const State& s) {
  std::int32_t best = -1;
  double most = 0;
  for (const LeaderId i : s.order) {
    if (!opposing(s, i) || !in_party(s, i)) continue;
    double sum = 0;
    for (const LeaderId j : s.order) {
      if (s.leaders.bloc[j.index()] == s.leaders.bloc[i.index()] && in_party(s, j)) sum += s.leaders.holding[j.index()];
    }
    if (sum > most) {
      most = sum;
      best = s.leaders.bloc[i.index()];
    }
  }
  return best;
}

}  // namespace

void count_defeat(Convention& c, const std::vector<LeaderId>& losers, double share, OrganId organ) {
  State& s = c.state;
  std::string names;
  for (const LeaderId i : losers) {
    const std::size_t k = i.index();
    count_offence(s, i, c.params.ladder.sin_defeat);
    if (s.leaders.first_defeat[k].index == 0) s.leaders.first_defeat[k] = c.month;
    s.leaders.last_defeat[k] = c.month;
    s.leaders.prestige[k] = larger(0.05, s.leaders.prestige[k] - c.params.votes.defeat_prestige);
    names += (names.empty() ? "" : ", ") + title(c, i);
  }
  if (losers.empty()) return;
  LeaderId foremost = losers.front();
  for (const LeaderId i : losers) {
    if (s.leaders.holding[i.index()] > s.leaders.holding[foremost.index()]) foremost = i;
  }
  s.expected += c.params.votes.expect_speed * (share - s.expected);
  s.fought = 1;
  tell(c, "defeat", names + (losers.size() == 1 ? " is" : " are") + " outvoted in the " + title(c, organ), foremost, {}, 0.8,
       "M119 S35 S39");
  for (const LeaderId i : losers) {
    if (i != foremost) tell(c, "defeat", title(c, i) + " is outvoted with " + title(c, foremost), i, {}, 0.5, "M119 S35 S39");
  }
}

void overturn_rulers(Convention& c, std::int32_t winner) {
  State& s = c.state;
  // The authors of a lost line pay, and the new rulers cannot be overturned at once.
  for (const LeaderId i : s.order) {
    if (ruling(s, i)) {
      s.leaders.prestige[i.index()] = larger(0.05, s.leaders.prestige[i.index()] - c.params.channels.overturn_cost);
    }
  }
  tell(c, "overturn", "The rulers lose the majority", ruling_head(s), {}, 1.0, "S35 S39");
  s.ruling = winner;
  s.expected = 0.6;
  s.lock_until = c.month + c.params.ruling.lock_in;
  elect_bureau(c, true);
}

void contest_line(Convention& c) {
  State& s = c.state;
  const OrganId committee = s.roles.committee;
  if (!c.free_acts || s.ruling < 0 || !committee.valid() || s.fought != 0) return;
  std::vector<LeaderId> losers;
  const bool fights = s.fight_called != 0;
  for (const LeaderId i : s.order) {
    if (!opposing(s, i) || !in_party(s, i)) continue;
    losers.push_back(i);
  }
  if (losers.empty()) return;
  const bool called = fights && s.organs.met[committee.index()] == 0;  // a fight calls an extraordinary plenum
  if (!called && s.organs.met[committee.index()] == 0) return;
  Random random = draw(c, "party.contest", 0);
  if (!random.chance(fights ? 1.0 - 0.5 * arbiter_hope(c) : c.params.votes.contest * (1 - arbiter_hope(c)))) return;
  Motion motion = make_motion(committee, "line of the rulers against the opposition", ruling_head(s));
  motion.side = stances(s);
  motion.line_for = s.line;
  motion.line_against = line_of_opposition(s);
  motion.about_line = true;
  const Tally tally = decide(c, motion);
  const double voters = tally.votes_for + tally.votes_against + tally.abstained;
  if (voters > 0) s.returns.plenum = tally.votes_for / voters;
  if (tally.share() >= 0.5) {
    count_defeat(c, losers, tally.share(), committee);
  } else if (c.month >= s.lock_until) {
    overturn_rulers(c, strongest_opponents(s));
  }
  end_decision(c);
}

}  // namespace thermidor::party
