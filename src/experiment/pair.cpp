#include "experiment/pair.hpp"

namespace thermidor::experiment {

Month fork_of(const std::vector<Act>& acts, Month otherwise) {
  if (acts.empty()) return otherwise;
  Month first = acts.front().at;
  for (const Act& act : acts) first = act.at < first ? act.at : first;
  return first;
}

std::optional<Pair> run_pair(const Params& params, const PairPlan& plan, const RunControl& control) {
  RunState shared = start_run(params, plan.setup);
  // Up to the fork no act of the question is due, so one run serves both arms.
  const RunOutcome common = continue_run(params, plan.baseline, plan.fork - 1, control, shared);
  if (common == RunOutcome::stopped) return std::nullopt;
  if (common == RunOutcome::faulted) return Pair{shared.record, shared.record};
  RunState twin = shared;
  if (continue_run(params, plan.baseline, plan.last, control, shared) == RunOutcome::stopped) return std::nullopt;
  Agenda changed = plan.baseline;
  changed.acts.insert(changed.acts.end(), plan.acts.begin(), plan.acts.end());
  if (continue_run(params, changed, plan.last, control, twin) == RunOutcome::stopped) return std::nullopt;
  return Pair{std::move(shared.record), std::move(twin.record)};
}

}  // namespace thermidor::experiment
