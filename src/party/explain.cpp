#include "party/explain.hpp"

#include <algorithm>

#include "core/distributions.hpp"

namespace thermidor::party {
namespace {

// The options of which terms are worked out.
constexpr std::size_t kExplained = 6;

constexpr NamedWeight kPostWeights[] = {
    {"ability", [](Params& p) -> double& { return p.offices.ability; }},
    {"trust of those who appoint", [](Params& p) -> double& { return p.offices.trust; }},
    {"distance to the line", [](Params& p) -> double& { return p.offices.line; }},
    {"standing", [](Params& p) -> double& { return p.offices.standing; }},
    {"posts he has already", [](Params& p) -> double& { return p.offices.burden; }},
    {"standing in the army or abroad", [](Params& p) -> double& { return p.offices.special; }},
    {"office above his standing", [](Params& p) -> double& { return p.offices.rank; }},
    {"side he takes", [](Params& p) -> double& { return p.offices.dissent; }},
    {"organising ability", [](Params& p) -> double& { return p.offices.organising; }},
    {"seats on both bureaux", [](Params& p) -> double& { return p.offices.both_bureaux; }},
};

constexpr NamedWeight kLadderWeights[] = {
    {"reluctance to touch an old comrade", [](Params& p) -> double& { return p.ladder.reluctance; }},
    {"rung he stands on", [](Params& p) -> double& { return p.ladder.per_rung; }},
    {"his offences", [](Params& p) -> double& { return p.ladder.offence; }},
    {"slightness of the offence", [](Params& p) -> double& { return p.ladder.clean; }},
    {"terror", [](Params& p) -> double& { return p.ladder.terror; }},
    {"rulers' liking for him", [](Params& p) -> double& { return p.ladder.affection; }},
    {"precedents", [](Params& p) -> double& { return p.ladder.precedent; }},
};

DecisionRecord& latest(Convention& c) { return c.records.decisions.back(); }

// The decision that the vote just taken belongs to, or nothing.
DecisionRecord* of_last_vote(Convention& c) {
  if (!c.records.explain || c.records.decisions.empty() || latest(c).month != c.month || latest(c).vote < 0) return nullptr;
  return &latest(c);
}

}  // namespace

DecisionRecord* begin_decision(Convention& c, const char* kind, std::string title, LeaderId actor, const char* claims) {
  if (!c.records.explain) return nullptr;
  DecisionRecord decision;
  decision.month = c.month;
  decision.kind = kind;
  decision.title = std::move(title);
  decision.actor = actor;
  decision.first_event = c.records.events.size();
  decision.claims = claims;
  c.records.decisions.push_back(std::move(decision));
  return &latest(c);
}

void end_decision(Convention& c) {
  if (!c.records.explain) return;
  for (std::size_t n = c.records.decisions.size(); n > 0; --n) {
    DecisionRecord& decision = c.records.decisions[n - 1];
    if (decision.month != c.month) return;
    if (decision.last_event != kStillOpen) continue;
    decision.last_event = c.records.events.size();
    return;
  }
}

void explain_appointment(Convention& c, PostId post, std::span<const LeaderId> candidates, std::span<const double> chances,
                         std::size_t chosen) {
  if (!c.records.explain) return;
  const std::string& office = c.params.posts[post.index()].title;
  const LeaderId taken = candidates[chosen];
  DecisionRecord* decision = begin_decision(
      c, "appointment", (taken.valid() ? title(c, taken) : std::string("Somebody unnamed")) + " is chosen as " + office, taken,
      "M066 M070 S33");
  decision->target = taken;
  decision->chance = chances[chosen];
  Trial trial(c);
  std::vector<std::size_t> order(candidates.size());
  for (std::size_t n = 0; n < order.size(); ++n) order[n] = n;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return chances[a] > chances[b]; });
  for (std::size_t n = 0; n < order.size(); ++n) {
    const LeaderId who = candidates[order[n]];
    const bool taken_here = order[n] == chosen;
    if (n >= 12 && !taken_here) continue;
    OptionRecord option{who.valid() ? title(c, who) : "somebody unnamed", who, 0, chances[order[n]], 1, taken_here, {}};
    option.value = who.valid() ? post_utility(c, post, who) : unnamed_utility(c, post);
    if (who.valid() && (n < kExplained || taken_here)) {
      option.terms = trial.terms(kPostWeights, "roots in the province",
                                 [&](const Convention& other) { return post_utility(other, post, who); });
    }
    decision->options.push_back(std::move(option));
  }
}

void explain_vote(Convention& c, const Motion& motion, const Tally& tally, bool forced) {
  if (!c.records.explain) return;
  const bool carried = tally.carried || forced;
  DecisionRecord* decision =
      begin_decision(c, "vote", "The " + title(c, motion.organ) + (carried ? " carries: " : " rejects: ") + motion.question,
                     motion.proposer, "M090 M119 S35 S39");
  decision->organ = motion.organ;
  decision->target = motion.target;
  decision->chance = carried ? tally.probability : 1 - tally.probability;
  decision->vote = static_cast<std::int32_t>(c.records.votes.size());
}

void explain_targets(Convention& c, std::span<const std::pair<double, LeaderId>> targets, LeaderId chosen) {
  DecisionRecord* decision = of_last_vote(c);
  if (decision == nullptr) return;
  decision->claims = "M133 M154 S76";
  Trial trial(c);
  for (const auto& [hazard, i] : targets) {
    OptionRecord option{
        "a motion against " + title(c, i), i, log(hazard / larger(1 - hazard, 1e-12)), hazard, 1, i == chosen, {}};
    const LeaderId target = i;
    option.terms = trial.terms(kLadderWeights, "an arbiter's protection", [target](const Convention& other) {
      const double p = sanction_hazard(other, target);
      return log(p / larger(1 - p, 1e-12));
    });
    decision->options.push_back(std::move(option));
  }
}

void explain_election(Convention& c, OrganId organ, const char* what, std::span<const std::pair<double, LeaderId>> candidates) {
  if (!c.records.explain) return;
  DecisionRecord* decision =
      begin_decision(c, "election", std::string(what) + " the " + title(c, organ), {}, "M070 S38 S39 S40");
  decision->organ = organ;
  for (const auto& [score, i] : candidates) {
    if (decision->options.size() >= 25) break;
    decision->options.push_back({title(c, i), i, score, kChanceUnknown, 1, seat(c.state, organ, i) == 2, {}});
  }
  end_decision(c);
}

void explain_division(Convention& c, OrganId organ, double opposition) {
  if (!c.records.explain) return;
  DecisionRecord* decision = begin_decision(
      c, "vote",
      "The " + title(c, organ) + " divides on the line: " + percent(opposition) + " of the delegates oppose the rulers",
      ruling_head(c.state), "M119 S35 S38");
  decision->organ = organ;
  const bool lost = opposition > 0.5;
  decision->options = {{"with the rulers", ruling_head(c.state), 1 - opposition, kChanceUnknown, 1, !lost, {}},
                       {"with the opposition", {}, opposition, kChanceUnknown, 1, lost, {}}};
}

void explain_turn(Convention& c, std::string title, LeaderId actor, double chance, const char* claims) {
  if (DecisionRecord* decision = begin_decision(c, "turn", std::move(title), actor, claims)) decision->chance = chance;
}

}  // namespace thermidor::party
