#include "experiment/rewrite.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "experiment/rewrite_cloud.hpp"
#include "experiment/rewrite_trials.hpp"
#include "scenario/acts.hpp"

namespace thermidor::experiment {
namespace {

void add_act(std::vector<Act>& acts, const RewritePlan& plan, const std::string& line) {
  Result<Act> act = scenario::parse_act_line(line, *plan.names, "rewrite");
  if (act) acts.push_back(std::move(act).value());
}

// Chances first, then the cheaper.
bool more_promising(const Trial& a, const Trial& b) {
  if (a.reached * b.runs != b.reached * a.runs) return a.share() > b.share();
  if (a.mean_bits() != b.mean_bits()) return a.mean_bits() < b.mean_bits();
  return a.acts.back().text < b.acts.back().text;
}

// Whether a trial leads to the ending more often than nothing does, by two standard errors of the difference.
bool helps(const Trial& trial, const Trial& nothing) {
  if (trial.runs == 0 || nothing.runs == 0) return false;
  const auto variance = [](const Trial& x) { return x.share() * (1 - x.share()) / x.runs; };
  return trial.share() - nothing.share() > 2 * std::sqrt(variance(trial) + variance(nothing));
}

// The cheapest that meets the target and helps; else the most promising.
const Trial* choose(const RewritePlan& plan, const std::vector<Trial>& trials, const Trial& nothing) {
  const Trial* best = nullptr;
  for (const Trial& trial : trials) {
    if (trial.share() < plan.target || !helps(trial, nothing)) continue;
    if (best == nullptr || trial.mean_bits() < best->mean_bits()) best = &trial;
  }
  if (best != nullptr || trials.empty()) return best;
  return &*std::min_element(trials.begin(), trials.end(), more_promising);
}

std::vector<Trial> extend(const RewritePlan& plan, const Trunks& trunks, const std::vector<Act>& chosen) {
  std::vector<Trial> trials;
  for (std::size_t d = 0; d < plan.dates.size(); ++d) {
    for (const Act& act : candidate_acts(plan, trunks.state(0, d).record, plan.dates[d])) {
      Trial trial{chosen};
      trial.acts.push_back(act);
      if (scenario::find_contradictions(trial.acts, *plan.names).empty()) trials.push_back(std::move(trial));
    }
  }
  return trials;
}

// Leaves out every act without which the target is still met, and which still helps if the whole does.
void drop_needless(const RewritePlan& plan, const EnsembleControl& control, const Trunks& trunks, const Trial& nothing,
                   Trial& best) {
  for (std::size_t i = 0; best.acts.size() > 1 && i < best.acts.size() && !stopped(control);) {
    std::vector<Trial> fewer(1);
    fewer[0].acts = best.acts;
    fewer[0].acts.erase(fewer[0].acts.begin() + static_cast<std::ptrdiff_t>(i));
    measure(plan, control, trunks, fewer);
    const bool enough =
        fewer[0].share() >= std::min(plan.target, best.share()) && (helps(fewer[0], nothing) || !helps(best, nothing));
    if (enough && !stopped(control)) {
      best = fewer[0];
    } else {
      ++i;
    }
  }
}

// One decision after the other, each time the one that helps most.
Trial search_greedily(const RewritePlan& plan, const EnsembleControl& control, const Trunks& screens, const Trunks& measures,
                      const Trial& nothing, Rewrite& rewrite) {
  Trial best;
  for (int round = 0; round < plan.most_acts; ++round) {
    std::vector<Trial> trials = extend(plan, screens, best.acts);
    rewrite.candidates += static_cast<int>(trials.size());
    measure(plan, control, screens, trials);
    std::stable_sort(trials.begin(), trials.end(), more_promising);
    if (trials.size() > static_cast<std::size_t>(plan.finalists)) trials.resize(static_cast<std::size_t>(plan.finalists));
    for (Trial& trial : trials) trial = Trial{trial.acts};
    measure(plan, control, measures, trials);
    const Trial* const next = stopped(control) ? nullptr : choose(plan, trials, nothing);
    if (next == nullptr || (round > 0 && next->share() <= best.share())) break;
    best = *next;
    if (best.share() >= plan.target && helps(best, nothing)) break;
  }
  return best;
}

// Several decisions at once; the most promising are repaired.
std::vector<Trial> search_by_splitting(const RewritePlan& plan, const EnsembleControl& control, const Trunks& screens,
                                       const Trunks& measures, const Trial& nothing, Rewrite& rewrite) {
  std::vector<std::vector<Act>> grown = grow_rewrites(plan, control, screens);
  rewrite.grown = static_cast<int>(grown.size());
  if (grown.size() > static_cast<std::size_t>(plan.finalists)) grown.resize(static_cast<std::size_t>(plan.finalists));
  std::vector<Trial> trials;
  for (std::vector<Act>& acts : grown) {
    trials.emplace_back();
    trials.back().acts = std::move(acts);
  }
  measure(plan, control, measures, trials);
  std::stable_sort(trials.begin(), trials.end(), more_promising);
  const std::size_t repaired = std::min(trials.size(), static_cast<std::size_t>(plan.repaired));
  for (std::size_t i = 0; i < repaired; ++i) drop_needless(plan, control, measures, nothing, trials[i]);
  return trials;
}

// Whether every fresh run came to its end.
bool validate(const RewritePlan& plan, const EnsembleControl& control, Rewrite& rewrite) {
  const Trunks fresh(plan, control, plan.setup.seed + 1'000'000, plan.validation);
  if (!fresh.complete()) return false;
  std::vector<Trial> arms(2);
  arms[1].acts = rewrite.acts;
  measure(plan, control, fresh, arms);
  rewrite.runs_without = arms[0].runs;
  rewrite.reached_without = arms[0].reached;
  rewrite.runs_with = arms[1].runs;
  rewrite.reached_with = arms[1].reached;
  rewrite.without = wilson_interval(arms[0].reached, arms[0].runs);
  rewrite.with = wilson_interval(arms[1].reached, arms[1].runs);
  rewrite.bits = arms[1].mean_bits();
  rewrite.confirmed = helps(arms[1], arms[0]);
  return !stopped(control);
}

}  // namespace

Month first_rewrite_month(const Params& params) {
  Month first = params.scenario.start.next();
  for (const party::PostRow& post : params.party.posts) {
    if (post.id == params.party.roles.machine_post) first = std::max(first, post.exists_from);
  }
  return first;
}

std::vector<Act> candidate_acts(const RewritePlan& plan, const RunRecord& record, Month date) {
  std::vector<const StandingRecord*> rows;
  for (const StandingRecord& row : record.records.standings) {
    if (row.month == date - 1 && row.rung < 6) rows.push_back(&row);
  }
  std::stable_sort(rows.begin(), rows.end(),
                   [](const StandingRecord* a, const StandingRecord* b) { return a->strength > b->strength; });
  if (rows.size() > static_cast<std::size_t>(plan.leaders)) rows.resize(static_cast<std::size_t>(plan.leaders));
  const party::Roles& roles = plan.params->party.roles;
  const std::string at = "@" + format_month(date);
  std::vector<Act> acts;
  for (std::size_t a = 0; a < rows.size(); ++a) {
    const std::string name = plan.roster->id(rows[a]->leader);
    if (rows[a]->bloc >= 0) add_act(acts, plan, fmt::format("leave={}{}", name, at));
    add_act(acts, plan, fmt::format("post.{}={}{}", roles.machine_post, name, at));
    add_act(acts, plan,
            rows[a]->seat == 2 ? fmt::format("drop.{}={}{}", roles.chief_bureau, name, at)
                               : fmt::format("elect.{}.{}=2{}", roles.chief_bureau, name, at));
    for (std::size_t b = 0; b < rows.size(); ++b) {
      if (a == b) continue;
      const std::string other = plan.roster->id(rows[b]->leader);
      const bool together = rows[a]->bloc >= 0 && rows[a]->bloc == rows[b]->bloc;
      if (b > a && !together) add_act(acts, plan, fmt::format("ally={}+{}{}", name, other, at));
      if (!together) add_act(acts, plan, fmt::format("attack.{}={}{}", name, other, at));
    }
  }
  return acts;
}

Rewrite find_rewrite(const RewritePlan& plan, const EnsembleControl& control) {
  Rewrite rewrite;
  const Trunks screens(plan, control, plan.setup.seed, plan.screening);
  // Of seeds of their own: what was chosen on some runs is measured on others.
  const Trunks measures(plan, control, plan.setup.seed + 500'000, plan.measuring);
  if (!screens.complete() || !measures.complete()) return rewrite;
  std::vector<Trial> nothing(1);
  measure(plan, control, measures, nothing);
  rewrite.needless = nothing[0].share() >= plan.target;
  rewrite.share = nothing[0].share();
  rewrite.finished = rewrite.needless && !stopped(control);
  if (rewrite.needless || stopped(control)) return rewrite;
  std::vector<Trial> found = search_by_splitting(plan, control, screens, measures, nothing[0], rewrite);
  const std::size_t split = found.size();
  const Trial greedy = search_greedily(plan, control, screens, measures, nothing[0], rewrite);
  if (!greedy.acts.empty()) found.push_back(greedy);
  if (stopped(control)) return rewrite;
  rewrite.finished = true;
  const Trial* const chosen = choose(plan, found, nothing[0]);
  if (chosen == nullptr || !helps(*chosen, nothing[0])) return rewrite;
  Trial best = *chosen;
  drop_needless(plan, control, measures, nothing[0], best);
  rewrite.from_splitting = static_cast<std::size_t>(chosen - found.data()) < split;
  rewrite.share = best.share();
  rewrite.acts = best.acts;
  rewrite.finished = validate(plan, control, rewrite);
  return rewrite;
}

}  // namespace thermidor::experiment
