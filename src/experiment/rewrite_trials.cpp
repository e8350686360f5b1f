#include "experiment/rewrite_trials.hpp"

#include <algorithm>
#include <mutex>

#include "experiment/price.hpp"

namespace thermidor::experiment {

bool is_reached(const RewritePlan& plan, const RunRecord& record) {
  return record.fault.empty() && !reached_endings(record, *plan.roster, {plan.ending}).empty();
}

double bits_of_acts(const RunRecord& record, const std::vector<Act>& acts) {
  double bits = 0;
  for (const ForcedRecord& forced : record.records.forced) {
    const bool ours = std::any_of(acts.begin(), acts.end(), [&forced](const Act& act) {
      return act.at == forced.month && (act.forced.text == forced.act || act.text == forced.act);
    });
    if (ours) bits += bits_of(forced.probability);
  }
  return bits;
}

Agenda with_acts(const RewritePlan& plan, const std::vector<Act>& acts) {
  Agenda agenda = plan.agenda;
  agenda.acts.insert(agenda.acts.end(), acts.begin(), acts.end());
  std::stable_sort(agenda.acts.begin(), agenda.acts.end(), [](const Act& a, const Act& b) { return a.at < b.at; });
  return agenda;
}

Trunks::Trunks(const RewritePlan& plan, const EnsembleControl& control, std::uint64_t first_seed, int count)
    : plan_(plan), control_(control), states_(static_cast<std::size_t>(count)) {
  for_each_index(*control.executor, states_.size(), [&](std::size_t i) {
    RunSetup setup = plan.setup;
    setup.seed = first_seed + i;
    RunState state = start_run(*plan.params, setup);
    for (const Month date : plan.dates) {
      if (!play(plan.agenda, date - 1, state)) return;
      states_[i].push_back(state);
    }
  });
}

bool Trunks::complete() const {
  return std::all_of(states_.begin(), states_.end(), [&](const auto& row) { return row.size() == plan_.dates.size(); });
}

bool Trunks::finish(std::size_t run, const std::vector<Act>& acts, RunRecord& record) const {
  Month first = plan_.last;
  for (const Act& act : acts) first = act.at < first ? act.at : first;
  std::size_t date = 0;
  while (date + 1 < plan_.dates.size() && plan_.dates[date + 1] <= first) ++date;
  RunState state = states_[run][date];
  if (!play(with_acts(plan_, acts), plan_.last, state)) return false;
  record = std::move(state.record);
  return true;
}

bool Trunks::play(const Agenda& agenda, Month until, RunState& state) const {
  const SerialExecutor serial;
  return continue_run(*plan_.params, agenda, until, {.executor = &serial, .stop = control_.stop}, state) ==
         RunOutcome::finished;
}

void measure(const RewritePlan& plan, const EnsembleControl& control, const Trunks& trunks, std::vector<Trial>& trials) {
  std::mutex mutex;
  std::size_t done = 0;
  for_each_index(*control.executor, trials.size() * trunks.size(), [&](std::size_t task) {
    if (stopped(control)) return;
    Trial& trial = trials[task / trunks.size()];
    RunRecord record;
    const bool played = trunks.finish(task % trunks.size(), trial.acts, record);
    const bool reached = played && is_reached(plan, record);
    const double bits = played ? bits_of_acts(record, trial.acts) : 0;
    const std::lock_guard lock(mutex);
    if (played) {
      ++trial.runs;
      trial.reached += reached ? 1 : 0;
      trial.bits += bits;
    }
    if (control.progress) control.progress(++done, trials.size() * trunks.size());
  });
}

}  // namespace thermidor::experiment
