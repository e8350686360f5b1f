// Organs move the levers of policy: the agenda goes where line and lever are far apart and the trouble is; persons vote for
// what is nearer to their own view of it. A lever moves only when an organ that may decide it has voted. claims.md M010 M016
// M034 M079-M082 M091 M136 M174 S37 S40.
#include <array>
#include <span>
#include <string_view>

#include "core/distributions.hpp"
#include "core/quantity.hpp"
#include "party/ballots.hpp"
#include "party/explain.hpp"

namespace thermidor::party {
namespace {

double trouble(const State& s, const LeverRow& row) {
  const auto size = [](double x) { return x < 0 ? -x : x; };
  return size(row.shortage) * s.shortfall + size(row.unrest) * s.unrest + size(row.scissors) * s.scissors;
}

double opposition_threat(const State& s) {
  double against = 0;
  double rulers = 0;
  for (const LeaderId i : s.order) {
    if (opposing(s, i) && in_party(s, i)) against += s.leaders.holding[i.index()];
    if (ruling(s, i)) rulers += s.leaders.holding[i.index()];
  }
  return rulers > 0 ? smaller(1, against / rulers) : 0;
}

double wish_of(const Convention& c, const LeverRow& row, double threat, const Position& line) {
  const State& s = c.state;
  const double policy = c.params.explanations.policy;
  // Whoever holds the market for a course and not for a retreat takes no concession back when industry is rebuilt.
  const double retreat = row.rebuilt < 0 ? clamp(c.params.motions.retreat - line[kMarket], 0, 1) : 1;
  const double wish = row.base + row.market * line[kMarket] + row.tempo * line[kTempo] + row.world * line[kWorld] +
                      row.debate * line[kDebate] +
                      policy * (row.shortage * s.shortfall + row.unrest * s.unrest + row.scissors * s.scissors +
                                row.rebuilt * s.rebuilt * retreat + row.scare * c.now.outside.war_scare) +
                      row.threat * threat;
  const std::size_t lever = lever_index(row);
  return clamp(wish, lever < kLeverCount ? lever_low(static_cast<Lever>(lever)) : -1, 1);
}

bool competent(const OrganRow& row, const std::string& word) {
  for (std::size_t at = row.decides.find(word); at != std::string::npos; at = row.decides.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || row.decides[at - 1] == ' ') && (end == row.decides.size() || row.decides[end] == ' ')) return true;
  }
  return false;
}

// The chief bureau if it may decide the lever, else the Committee, else the first organ, by id, that may. Invalid if none may.
OrganId competent_organ(const Convention& c, std::size_t lever) {
  const std::string word = kLeverNames[lever];
  for (const OrganId organ : {c.state.roles.chief_bureau, c.state.roles.committee}) {
    if (organ.valid() && competent(c.params.organs[organ.index()], word)) return organ;
  }
  OrganId first;
  for (std::size_t o = 0; o < c.params.organs.size(); ++o) {
    if (!competent(c.params.organs[o], word)) continue;
    if (!first.valid() || c.params.organs[o].id < c.params.organs[first.index()].id) first = make_id<OrganId>(o);
  }
  return first;
}

// Named members vote by the distance of both values from their own wish, their bloc, and an arbiter's wish.
struct LeverVote {
  VoteRecord record;
  double margin = 0;
  double variance = 0;
};

double voter_mean(const Convention& c, const LeverRow& row, double threat, double from, double to, LeaderId v) {
  const State& s = c.state;
  const LeverRule& rule = c.params.motions;
  const auto far = [](double a, double b) { return a > b ? a - b : b - a; };
  const double own = wish_of(c, row, threat, s.leaders.ideal[v.index()]);
  double mean = rule.interest * s.leaders.principle[v.index()] * (far(own, from) - far(own, to)) + rule.side * side_of(s, v);
  if (s.ruling < 0) mean += 0.3;
  if (s.arbiter.valid() && s.arbiter_active != 0 && v != s.arbiter) {
    const double wish = wish_of(c, row, threat, s.leaders.ideal[s.arbiter.index()]);
    const double pull = far(wish, from) - far(wish, to);
    mean += rule.arbiter * affinity(s, v, s.arbiter) * (pull > 0 ? 1.0 : -1.0);
  }
  return mean;
}

LeverVote vote(const Convention& c, OrganId organ, const LeverRow& row, double from, double to) {
  const State& s = c.state;
  LeverVote x;
  const double noise = c.params.motions.noise;
  const double threat = opposition_threat(s);
  for (const LeaderId i : s.order) {
    if (seat(s, organ, i) != 2 || !in_party(s, i) || absent(s, i, c.month)) continue;
    const double mean = voter_mean(c, row, threat, from, to, i);
    Random random = draw(c, "party.lever_votes", mix_keys(hash_text(row.id), s.leaders.key[i.index()]));
    const bool yes = mean + noise * draw_normal(random) > 0;
    const double p = normal_cdf(mean / noise);
    x.margin += 2 * p - 1;
    x.variance += 4 * p * (1 - p);
    (yes ? x.record.votes_for : x.record.votes_against) += 1;
    x.record.ballots.push_back({i, yes ? 1 : -1});
    if (c.records.explain) {
      x.record.seats.push_back({organ, i, {}, {}, yes ? 1 : 0, yes ? 0 : 1, 0, false, mean, p, 1 - p, {}});
    }
  }
  x.record.carried = x.record.votes_for > x.record.votes_against;
  return x;
}

LeaderId proposer_of(const Convention& c, OrganId organ, const LeverRow& row, double to) {
  const State& s = c.state;
  LeaderId best;
  double nearest = 1e9;
  const double threat = opposition_threat(s);
  for (const LeaderId i : s.order) {
    if (seat(s, organ, i) != 2 || !present(s, i, c.month) || !in_party(s, i) || side_of(s, i) < 0) continue;
    const double wish = wish_of(c, row, threat, s.leaders.ideal[i.index()]);
    const double gap = (wish > to ? wish - to : to - wish) - 0.1 * s.leaders.holding[i.index()];
    if (gap < nearest) {
      nearest = gap;
      best = i;
    }
  }
  return best;
}

constexpr NamedWeight kLeverWeights[] = {
    {"his own view of the lever", [](Params& p) -> double& { return p.motions.interest; }},
    {"own bloc", [](Params& p) -> double& { return p.motions.side; }},
    {"the arbiter's wish", [](Params& p) -> double& { return p.motions.arbiter; }},
};

// The roll call with its reasons, and whether the motion was expected to carry.
void explain_lever(Convention& c, OrganId organ, const LeverRow& row, double to, LeaderId proposer, LeverVote& x) {
  if (!c.records.explain) return;
  const VoteRecord& record = x.record;
  DecisionRecord* decision =
      begin_decision(c, "lever", "The " + title(c, organ) + (record.carried ? " decides " : " rejects ") + record.question,
                     proposer, "M136 S37 S40");
  const double carries = normal_cdf(x.margin / sqrt(larger(x.variance, 1e-6)));
  decision->organ = organ;
  decision->chance = record.carried ? carries : 1 - carries;
  decision->vote = static_cast<std::int32_t>(c.records.votes.size());
  Trial trial(c);
  const double from = c.policy.decided[lever_index(row)];
  const double threat = opposition_threat(c.state);
  for (SeatRecord& seat : x.record.seats) {
    seat.terms = trial.terms(kLeverWeights, "benefit of the doubt while nobody rules",
                             [&](const Convention& other) { return voter_mean(other, row, threat, from, to, seat.voter); });
  }
}

std::string describe(const LeverRow& row, double from, double to) {
  const auto text = [](double x) {
    const std::int64_t hundredths = whole(x * 100 + (x < 0 ? -0.5 : 0.5));
    const std::int64_t size = hundredths < 0 ? -hundredths : hundredths;
    return std::string(hundredths < 0 ? "-" : "") + std::to_string(size / 100) + "." + (size % 100 < 10 ? "0" : "") +
           std::to_string(size % 100);
  };
  return row.title + ": from " + text(from) + " to " + text(to);
}

void move_lever(Convention& c, OrganId organ, const LeverRow& row, std::size_t lever, double to) {
  const double from = c.policy.decided[lever];
  LeverVote x = vote(c, organ, row, from, to);
  c.state.lever_moved[lever] = c.month;
  x.record.month = c.month;
  x.record.organ = organ;
  x.record.question = describe(row, from, to);
  const LeaderId proposer = proposer_of(c, organ, row, to);
  x.record.proposer = proposer.valid() ? title(c, proposer) : "";
  const bool carried = x.record.carried;
  explain_lever(c, organ, row, to, proposer, x);
  if (carried) {
    c.policy.decided[lever] = to;
    tell(c, "decision", title(c, organ) + " decides " + x.record.question, proposer, {},
         0.3 + (to > from ? to - from : from - to) / 2, "M136 S40");
  }
  if (c.records.keep_details) c.records.votes.push_back(std::move(x.record));
  end_decision(c);
}

}  // namespace

std::size_t lever_index(const LeverRow& row) {
  // With their lengths at hand most names are passed over without a look at their letters.
  static constexpr std::array<std::string_view, kLeverCount> kNames = [] {
    std::array<std::string_view, kLeverCount> names;
    for (std::size_t l = 0; l < kLeverCount; ++l) names[l] = kLeverNames[l];
    return names;
  }();
  const std::string_view id = row.id;
  for (std::size_t l = 0; l < kLeverCount; ++l) {
    if (id == kNames[l]) return l;
  }
  return kLeverCount;
}

double lever_wish(const Convention& c, const LeverRow& row, const Position& line) {
  return wish_of(c, row, opposition_threat(c.state), line);
}

// What the free rule would do about this lever: the value moved and the chance of moving it there this month. Forced acts read
// it.
LeverProspect lever_prospect(const Convention& c, const LeverRow& row) {
  const std::size_t lever = lever_index(row);
  LeverProspect x;
  if (lever >= kLeverCount) return x;
  const LeverRule& rule = c.params.motions;
  const double from = c.policy.decided[lever];
  const double wish = lever_wish(c, row, c.state.line);
  const double gap = wish > from ? wish - from : from - wish;
  x.value = from + rule.step * (wish - from);
  const OrganId organ = competent_organ(c, lever);
  if (gap < rule.gap || !organ.valid()) return x;
  const LeverVote votes = vote(c, organ, row, from, x.value);
  const double pressure = gap * (row.attention + row.attention_trouble * trouble(c.state, row));
  x.chance = smaller(1, rule.rate * pressure) * normal_cdf(votes.margin / sqrt(larger(votes.variance, 1e-6)));
  return x;
}

void decide_levers(Convention& c) {
  if (!c.free_acts) return;
  State& s = c.state;
  const LeverRule& rule = c.params.motions;
  std::vector<double> weights;
  std::vector<std::size_t> rows;
  double most = 0;
  const double threat = opposition_threat(s);
  for (std::size_t r = 0; r < c.params.levers.size(); ++r) {
    const LeverRow& row = c.params.levers[r];
    const std::size_t lever = lever_index(row);
    if (lever >= kLeverCount || c.policy.lever_held[lever] != 0) continue;
    if (s.lever_moved[lever].index > 0 && c.month - s.lever_moved[lever] < rule.rest) continue;
    const double from = c.policy.decided[lever];
    const double wish = wish_of(c, row, threat, s.line);
    const double gap = wish > from ? wish - from : from - wish;
    if (gap < rule.gap) continue;
    const OrganId organ = competent_organ(c, lever);
    if (!organ.valid() || (s.organs.met[organ.index()] == 0 && organ != s.roles.chief_bureau)) continue;
    const double pressure = gap * (row.attention + row.attention_trouble * trouble(s, row));
    weights.push_back(exp(rule.pressure * smaller(pressure, 5)) - 1);
    rows.push_back(r);
    most = larger(most, pressure);
  }
  // At most two matters a month; the greater the pressure, the surer that something is taken up.
  for (std::uint64_t turn = 0; turn < 2 && !weights.empty(); ++turn) {
    Random random = draw(c, "party.agenda", turn);
    if (!random.chance(smaller(1, rule.rate * (0.3 + most)))) continue;
    const std::size_t pick = draw_weighted(random, weights);
    const LeverRow& row = c.params.levers[rows[pick]];
    const std::size_t lever = lever_index(row);
    const double from = c.policy.decided[lever];
    move_lever(c, competent_organ(c, lever), row, lever, from + rule.step * (lever_wish(c, row, s.line) - from));
    weights[pick] = 0;
    if (turn == 0 && weights.size() == 1) break;
  }
}

}  // namespace thermidor::party
