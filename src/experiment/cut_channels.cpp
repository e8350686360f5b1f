#include "experiment/cut_channels.hpp"

namespace thermidor::experiment {
namespace {

void hear_baseline(const Signals& heard, const Policy& policy, const Cut& cut, World& world) {
  Signals& last = world.signals.last;
  if (cut[0]) last.economy = heard.economy;
  if (cut[1]) last.party = heard.party;
  if (cut[2]) last.society = heard.society;
  if (cut[3]) world.policy = policy;
}

bool is_stopped(const RunControl& control) { return control.stop != nullptr && control.stop->load(std::memory_order_relaxed); }

}  // namespace

std::optional<HeardBaseline> play_heard(const Params& params, const PairPlan& plan, const RunControl& control) {
  RunState state = start_run(params, plan.setup);
  if (continue_run(params, plan.baseline, plan.fork - 1, control, state) == RunOutcome::stopped) return std::nullopt;
  HeardBaseline baseline{{}, state, {state.world.signals.last}, {state.world.policy}};
  RunControl watched = control;
  watched.watch = [&baseline](const World& world, Month) {
    baseline.heard.push_back(world.signals.last);
    baseline.policy.push_back(world.policy);
  };
  if (state.record.fault.empty() && continue_run(params, plan.baseline, plan.last, watched, state) == RunOutcome::stopped)
    return std::nullopt;
  baseline.record = std::move(state.record);
  return baseline;
}

std::optional<RunRecord> play_cut(const Params& params, const PairPlan& plan, const HeardBaseline& baseline, const Cut& cut,
                                  const RunControl& control) {
  RunState state = baseline.fork;
  World& world = state.world;
  RunRecord& record = state.record;
  Agenda agenda = plan.baseline;
  agenda.acts.insert(agenda.acts.end(), plan.acts.begin(), plan.acts.end());
  std::vector<double> row;
  while (record.fault.empty() && world.month <= plan.last) {
    if (is_stopped(control)) return std::nullopt;
    const Month month = world.month;
    const auto at = static_cast<std::size_t>(month - plan.fork);
    if (at >= baseline.heard.size()) break;
    hear_baseline(baseline.heard[at], baseline.policy[at], cut, world);
    advance_month(params, agenda, world, record.records, *control.executor);
    if (world.fault.raised()) {
      record.fault = world.fault.message();
      break;
    }
    observe(world, row);
    record.months.push_back(month);
    record.values.insert(record.values.end(), row.begin(), row.end());
  }
  return std::move(record);
}

}  // namespace thermidor::experiment
