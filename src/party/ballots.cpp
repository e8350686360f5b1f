#include "party/ballots.hpp"

#include <utility>

#include "core/distributions.hpp"
#include "party/explain.hpp"

namespace thermidor::party {
namespace {

// Sums over the table that every voter uses.
struct Sides {
  double prestige_gap = 0;  // -1..1
  double following_for = 0;
  double following_against = 0;
  double machine = 0;  // side of the head of the machine
  double fear = 0;     // pull of the expected majority before caution
  double common = 0;   // cue and surprise
};

Sides sum_sides(const Convention& c, const Motion& motion) {
  const State& s = c.state;
  Sides x;
  double prestige_for = 0;
  double prestige_against = 0;
  for (const LeaderId i : s.order) {
    const std::size_t k = i.index();
    if (s.leaders.principal[k] == 0 || !alive(s, i)) continue;
    const double side = motion.side[k];
    if (side > 0) {
      prestige_for += s.leaders.prestige[k];
      x.following_for += s.leaders.following[k];
    } else if (side < 0) {
      prestige_against += s.leaders.prestige[k];
      x.following_against += s.leaders.following[k];
    }
  }
  const double both = prestige_for + prestige_against;
  x.prestige_gap = both > 0 ? c.params.explanations.symbols * (prestige_for - prestige_against) / both : 0;
  const LeaderId head = machine_head(s);
  x.machine = head.valid() ? motion.side[head.index()] : 0;
  const double loss = c.params.bargain.loss_base + c.params.bargain.loss_ban * s.ban + c.params.bargain.loss_terror * s.terror;
  x.fear = motion.rulers * c.params.votes.fear * (2 * s.expected - 1) * loss * c.params.explanations.coercion;
  x.common = motion.cue - motion.rulers * c.params.channels.votes * s.surprise;
  return x;
}

double policy_pull(const Convention& c, const Motion& motion, const Position& ideal) {
  if (!motion.about_line) return 0;
  const State& s = c.state;
  const VoteRule& rule = c.params.votes;
  const double gain = salient_distance(c, ideal, motion.line_against) - salient_distance(c, ideal, motion.line_for);
  const double bread = expected_bread(c.params, s.shortfall, ideal, motion.line_for) -
                       expected_bread(c.params, s.shortfall, ideal, motion.line_against);
  return c.params.explanations.policy * (rule.policy * gain + rule.bread * bread);
}

double common_pull(const Convention& c, const Sides& x, double caution) {
  return x.common + x.fear * caution + c.params.votes.following * (x.following_for - x.following_against);
}

double leader_mean(const Convention& c, const Motion& motion, const Sides& x, LeaderId v) {
  const State& s = c.state;
  const VoteRule& rule = c.params.votes;
  const std::size_t k = v.index();
  if (motion.organ == s.roles.chief_bureau && s.leaders.bloc[k] >= 0 && motion.side[k] != 0) return 20 * motion.side[k];
  double mean =
      rule.leader_side * motion.side[k] + common_pull(c, x, s.leaders.caution[k]) + policy_pull(c, motion, s.leaders.ideal[k]);
  for (const LeaderId j : s.order) {
    const double side = motion.side[j.index()];
    if (side == 0 || s.leaders.principal[j.index()] == 0 || j == v) continue;
    mean += rule.leader_affinity * s.leaders.prestige[j.index()] * affinity(s, v, j) * side;
  }
  return mean;
}

double client_mean(const Convention& c, const Motion& motion, const Sides& x, LeaderId patron, double loyalty) {
  const VoteRule& rule = c.params.votes;
  const double side = patron.valid() ? motion.side[patron.index()] : 0;
  return rule.loyalty * loyalty * side * c.params.explanations.appointments +
         rule.secretariat * c.params.explanations.service * x.machine + rule.prestige * x.prestige_gap + common_pull(c, x, 0.5);
}

// Latent votes around a mean: chance of a vote for, of one against; the rest abstain.
struct Chances {
  double yes;
  double no;
};
Chances chances(const Convention& c, double mean) {
  const VoteRule& rule = c.params.votes;
  return {1 - normal_cdf((rule.abstain - mean) / rule.noise), normal_cdf((-rule.abstain - mean) / rule.noise)};
}

struct Count {
  std::vector<SeatRecord>* seats = nullptr;  // where every seat is written down, if a reader asks
  Tally tally;
  double mean = 0;  // of the margin over the majority needed
  double variance = 0;
  double attending = 0;
};

void expect(Count& count, double voters, Chances p, double majority) {
  const double up = 1 - majority;
  const double each = p.yes * up - p.no * majority;
  count.mean += voters * each;
  count.variance += voters * (p.yes * up * up + p.no * majority * majority - each * each);
  count.attending += voters;
}

// Who casts a ballot, for the record.
struct Voter {
  OrganId organ;
  LeaderId named;
  ProvinceId province;
  LeaderId patron;
  double mean = 0;
};

void write_seat(Count& count, const Voter& voter, Chances p, std::int32_t yes, std::int32_t no, std::int32_t none) {
  if (count.seats == nullptr) return;
  count.seats->push_back(
      {voter.organ, voter.named, voter.province, voter.patron, yes, no, none, false, voter.mean, p.yes, p.no, {}});
}

void vote_group(Count& count, Random& random, std::int32_t voters, Chances p, double majority, const Voter& voter) {
  if (voters <= 0) return;
  const std::int64_t yes = draw_binomial(random, voters, p.yes);
  const std::int64_t no = draw_binomial(random, voters - yes, clamp(p.no / larger(1 - p.yes, 1e-12), 0, 1));
  count.tally.votes_for += static_cast<double>(yes);
  count.tally.votes_against += static_cast<double>(no);
  count.tally.abstained += static_cast<double>(voters - yes - no);
  count.tally.entitled += voters;
  expect(count, voters, p, majority);
  write_seat(count, voter, p, static_cast<std::int32_t>(yes), static_cast<std::int32_t>(no),
             static_cast<std::int32_t>(voters - yes - no));
}

OrganId where_sits(const Convention& c, const Motion& motion, LeaderId i) {
  return seat(c.state, motion.organ, i) == 2 ? motion.organ : c.state.roles.control;
}

void vote_named(const Convention& c, const Motion& motion, const Sides& x, std::uint64_t key, Count& count,
                VoteRecord* record) {
  const State& s = c.state;
  for (const LeaderId i : s.order) {
    const bool sits = seat(s, motion.organ, i) == 2 || (motion.joint && seat(s, s.roles.control, i) == 2);
    if (!sits || !in_party(s, i)) continue;
    count.tally.entitled += 1;
    if (absent(s, i, c.month) && s.leaders.lost[i.index()] >= 0.5) {
      if (record != nullptr) record->ballots.push_back({i, 0});
      if (count.seats != nullptr) count.seats->push_back({where_sits(c, motion, i), i, {}, {}, 0, 0, 1, true, 0, 0, 0, {}});
      continue;
    }
    const double mean = leader_mean(c, motion, x, i);
    const Chances p = chances(c, mean);
    Random random = draw(c, "party.ballots", mix_keys(key, s.leaders.key[i.index()]));
    const double u = random.uniform();
    const int choice = u < p.yes ? 1 : (u > 1 - p.no ? -1 : 0);
    count.tally.votes_for += choice > 0 ? 1 : 0;
    count.tally.votes_against += choice < 0 ? 1 : 0;
    count.tally.abstained += choice == 0 ? 1 : 0;
    expect(count, 1, p, motion.majority);
    if (record != nullptr) record->ballots.push_back({i, choice});
    write_seat(count, {where_sits(c, motion, i), i, {}, {}, mean}, p, choice > 0 ? 1 : 0, choice < 0 ? 1 : 0,
               choice == 0 ? 1 : 0);
  }
}

void vote_secretaries(const Convention& c, const Motion& motion, const Sides& x, std::uint64_t key, Count& count) {
  const MachineState& m = c.state.machine;
  for (const ProvinceId province : m.order) {
    const std::size_t p = province.index();
    if (m.seat[p] == 0) continue;
    const double mean = client_mean(c, motion, x, m.patron[p], m.loyalty[p]) + policy_pull(c, motion, m.ideal[p]);
    Random random = draw(c, "party.ballots", mix_keys(key, m.key[p]));
    vote_group(count, random, 1, chances(c, mean), motion.majority, {c.state.roles.committee, {}, province, m.patron[p], mean});
  }
}

void vote_unnamed(const Convention& c, const Motion& motion, const Sides& x, std::uint64_t key, bool control, Count& count) {
  const State& s = c.state;
  const std::vector<std::int32_t>& clients = control ? s.organs.control_unnamed : s.organs.committee_unnamed;
  const std::int32_t free = control ? s.organs.control_free : s.organs.committee_free;
  const OrganId organ = control ? s.roles.control : s.roles.committee;
  Random random = draw(c, control ? StreamName("party.ballots.control") : StreamName("party.ballots.committee"), key);
  for (const LeaderId j : s.order) {
    const std::int32_t voters = clients[j.index()];
    if (voters <= 0) continue;
    const double mean = client_mean(c, motion, x, j, c.params.appointments.loyalty);
    vote_group(count, random, voters, chances(c, mean), motion.majority, {organ, {}, {}, j, mean});
  }
  const double mean = client_mean(c, motion, x, LeaderId{}, 0);
  vote_group(count, random, free, chances(c, mean), motion.majority, {organ, {}, {}, {}, mean});
}

constexpr NamedWeight kVoteWeights[] = {
    {"own bloc", [](Params& p) -> double& { return p.votes.leader_side; }},
    {"liking for those on both sides", [](Params& p) -> double& { return p.votes.leader_affinity; }},
    {"his patron", [](Params& p) -> double& { return p.votes.loyalty; }},
    {"head of the machine", [](Params& p) -> double& { return p.votes.secretariat; }},
    {"prestige of the sides", [](Params& p) -> double& { return p.votes.prestige; }},
    {"policy", [](Params& p) -> double& { return p.votes.policy; }},
    {"bread expected", [](Params& p) -> double& { return p.votes.bread; }},
    {"fear of standing with the losers", [](Params& p) -> double& { return p.votes.fear; }},
    {"following among members", [](Params& p) -> double& { return p.votes.following; }},
    {"last result of the cells", [](Params& p) -> double& { return p.channels.votes; }},
};

// Why each seat leans as it does: the leaning worked out anew without one weight after another.
void give_reasons(const Convention& c, const Motion& motion, std::vector<SeatRecord>& seats) {
  Trial trial(c);
  const bool bureau = motion.organ == c.state.roles.chief_bureau;
  for (SeatRecord& seat : seats) {
    if (seat.absent) continue;
    const auto leaning = [&motion, &seat](const Convention& other) {
      const Sides x = sum_sides(other, motion);
      if (seat.voter.valid()) return leader_mean(other, motion, x, seat.voter);
      const MachineState& m = other.state.machine;
      const bool secretary = seat.province.valid();
      const double loyalty = secretary ? m.loyalty[seat.province.index()] : other.params.appointments.loyalty;
      const double mean = client_mean(other, motion, x, seat.patron, seat.patron.valid() || secretary ? loyalty : 0);
      return secretary ? mean + policy_pull(other, motion, m.ideal[seat.province.index()]) : mean;
    };
    seat.terms =
        trial.terms(kVoteWeights, bureau ? "discipline of the bloc in the bureau" : "pull of the motion itself", leaning);
  }
}

}  // namespace

Motion make_motion(OrganId organ, std::string question, LeaderId proposer) {
  Motion motion;
  motion.organ = organ;
  motion.question = std::move(question);
  motion.proposer = proposer;
  return motion;
}

std::vector<double> stances(const State& s) {
  std::vector<double> side(leader_count(s), 0.0);
  for (const LeaderId i : s.order) side[i.index()] = alive(s, i) ? side_of(s, i) : 0;
  return side;
}

bool carries(const Tally& tally, double majority, double quorum) {
  const double cast = tally.votes_for + tally.votes_against;
  const double attending = cast + tally.abstained;
  return tally.entitled > 0 && attending >= quorum * tally.entitled && tally.votes_for > majority * cast;
}

Tally cast_ballots(const Convention& c, const Motion& motion, VoteRecord* record) {
  const State& s = c.state;
  Count count;
  if (record != nullptr && c.records.explain) count.seats = &record->seats;
  if (!motion.organ.valid()) return count.tally;
  const Sides x = sum_sides(c, motion);
  const std::uint64_t key = mix_keys(hash_text(motion.question), hash_text(c.params.organs[motion.organ.index()].id));
  vote_named(c, motion, x, key, count, record);
  if (motion.organ == s.roles.committee || motion.joint) {
    vote_secretaries(c, motion, x, key, count);
    vote_unnamed(c, motion, x, key, false, count);
  }
  if (motion.organ == s.roles.control || motion.joint) vote_unnamed(c, motion, x, key, true, count);
  if (count.seats != nullptr) give_reasons(c, motion, *count.seats);
  const double quorum = c.params.organs[motion.organ.index()].quorum;
  count.tally.quorate = count.attending >= quorum * count.tally.entitled && count.tally.entitled > 0;
  count.tally.carried = carries(count.tally, motion.majority, quorum);
  const double sd = sqrt(larger(count.variance, 1e-9));
  count.tally.probability = count.tally.quorate ? normal_cdf(count.mean / sd) : 0;
  return count.tally;
}

Tally decide(Convention& c, const Motion& motion, bool forced) {
  VoteRecord record;
  Tally tally = cast_ballots(c, motion, &record);
  record.month = c.month;
  record.organ = motion.organ;
  record.question = motion.question;
  record.proposer = motion.proposer.valid() ? title(c, motion.proposer) : "";
  record.votes_for = tally.votes_for;
  record.votes_against = tally.votes_against;
  record.abstained = tally.abstained;
  record.carried = tally.carried || forced;
  record.forced = forced;
  record.majority = motion.majority;
  explain_vote(c, motion, tally, forced);
  if (c.records.keep_details) c.records.votes.push_back(record);
  return tally;
}

}  // namespace thermidor::party
