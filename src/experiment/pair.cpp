#include "experiment/pair.hpp"

#include <algorithm>
#include <numeric>

namespace thermidor::experiment {
namespace {

// Arms by fork, so that the baseline is played once and stops where each twin leaves it.
std::vector<std::size_t> by_fork(const std::vector<ArmsPlan::Arm>& arms) {
  std::vector<std::size_t> order(arms.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&arms](std::size_t a, std::size_t b) { return arms[a].fork < arms[b].fork; });
  return order;
}

}  // namespace

Month fork_of(const std::vector<Act>& acts, Month otherwise) {
  if (acts.empty()) return otherwise;
  Month first = acts.front().at;
  for (const Act& act : acts) first = act.at < first ? act.at : first;
  return first;
}

std::optional<Arms> run_arms(const Params& params, const ArmsPlan& plan, const RunControl& control) {
  RunState shared = start_run(params, plan.setup);
  Arms arms;
  arms.changed.resize(plan.arms.size());
  for (const std::size_t number : by_fork(plan.arms)) {
    const ArmsPlan::Arm& arm = plan.arms[number];
    // Up to the fork no act of the arm is due, so one run serves all.
    if (shared.record.fault.empty() &&
        continue_run(params, plan.baseline, arm.fork - 1, control, shared) == RunOutcome::stopped)
      return std::nullopt;
    RunState twin = shared;
    Agenda changed = plan.baseline;
    changed.acts.insert(changed.acts.end(), arm.acts.begin(), arm.acts.end());
    const Month last = arm.last == Month{} ? plan.last : arm.last;
    if (twin.record.fault.empty() && continue_run(params, changed, last, control, twin) == RunOutcome::stopped)
      return std::nullopt;
    arms.changed[number] = std::move(twin.record);
  }
  if (shared.record.fault.empty() && continue_run(params, plan.baseline, plan.last, control, shared) == RunOutcome::stopped)
    return std::nullopt;
  arms.baseline = std::move(shared.record);
  return arms;
}

std::optional<Pair> run_pair(const Params& params, const PairPlan& plan, const RunControl& control) {
  std::optional<Arms> arms = run_arms(params, {plan.setup, plan.baseline, {{plan.acts, plan.fork}}, plan.last}, control);
  if (!arms) return std::nullopt;
  return Pair{std::move(arms->baseline), std::move(arms->changed.front())};
}

}  // namespace thermidor::experiment
