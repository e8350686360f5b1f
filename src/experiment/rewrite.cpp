#include "experiment/rewrite.hpp"

#include <algorithm>
#include <mutex>

#include "experiment/price.hpp"
#include "scenario/acts.hpp"

namespace thermidor::experiment {
namespace {

bool stopped(const EnsembleControl& control) { return control.stop != nullptr && control.stop->load(); }

// How often acts lead to the ending, and what they cost.
struct Trial {
  std::vector<Act> acts;
  int runs = 0;
  int reached = 0;
  double bits = 0;  // sum over runs
  double share() const { return runs > 0 ? static_cast<double>(reached) / runs : 0; }
  double mean_bits() const { return runs > 0 ? bits / runs : 0; }
};

bool is_reached(const RewritePlan& plan, const RunRecord& record) {
  return !reached_endings(record, *plan.roster, {plan.ending}).empty();
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

// Runs of the history up to each date, for the seeds of one stage: what all candidates of a date share.
class Trunks {
 public:
  Trunks(const RewritePlan& plan, const EnsembleControl& control, std::uint64_t first_seed, int count)
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

  std::size_t size() const { return states_.size(); }
  const RunRecord& record(std::size_t run, std::size_t date) const { return states_[run][date].record; }
  bool complete() const {
    return std::all_of(states_.begin(), states_.end(), [&](const auto& row) { return row.size() == plan_.dates.size(); });
  }

  // Plays one run on with the acts; false if it was stopped or broke off.
  bool finish(std::size_t run, const std::vector<Act>& acts, RunRecord& record) const {
    Month first = plan_.last;
    for (const Act& act : acts) first = act.at < first ? act.at : first;
    std::size_t date = 0;
    while (date + 1 < plan_.dates.size() && plan_.dates[date + 1] <= first) ++date;
    RunState state = states_[run][date];
    Agenda agenda = plan_.agenda;
    agenda.acts.insert(agenda.acts.end(), acts.begin(), acts.end());
    std::stable_sort(agenda.acts.begin(), agenda.acts.end(), [](const Act& a, const Act& b) { return a.at < b.at; });
    if (!play(agenda, plan_.last, state)) return false;
    record = std::move(state.record);
    return true;
  }

 private:
  bool play(const Agenda& agenda, Month until, RunState& state) const {
    const SerialExecutor serial;
    return continue_run(*plan_.params, agenda, until, {.executor = &serial, .stop = control_.stop}, state) ==
           RunOutcome::finished;
  }

  const RewritePlan& plan_;
  const EnsembleControl& control_;
  std::vector<std::vector<RunState>> states_;
};

// Every trial over every run of the trunks.
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

// The cheapest that meets the target; else the most promising.
const Trial* choose(const RewritePlan& plan, const std::vector<Trial>& trials) {
  const Trial* best = nullptr;
  for (const Trial& trial : trials) {
    if (trial.share() < plan.target) continue;
    if (best == nullptr || trial.mean_bits() < best->mean_bits()) best = &trial;
  }
  if (best != nullptr || trials.empty()) return best;
  return &*std::min_element(trials.begin(), trials.end(), more_promising);
}

std::vector<Trial> extend(const RewritePlan& plan, const Trunks& trunks, const std::vector<Act>& chosen) {
  std::vector<Trial> trials;
  for (std::size_t d = 0; d < plan.dates.size(); ++d) {
    for (const Act& act : candidate_acts(plan, trunks.record(0, d), plan.dates[d])) {
      Trial trial{chosen};
      trial.acts.push_back(act);
      if (scenario::find_contradictions(trial.acts, *plan.names).empty()) trials.push_back(std::move(trial));
    }
  }
  return trials;
}

// Leaves out every act without which the target is still met.
void drop_needless(const RewritePlan& plan, const EnsembleControl& control, const Trunks& trunks, Trial& best) {
  for (std::size_t i = 0; best.acts.size() > 1 && i < best.acts.size();) {
    std::vector<Trial> fewer(1);
    fewer[0].acts = best.acts;
    fewer[0].acts.erase(fewer[0].acts.begin() + static_cast<std::ptrdiff_t>(i));
    measure(plan, control, trunks, fewer);
    const bool enough = fewer[0].share() >= std::min(plan.target, best.share());
    if (enough) {
      best = fewer[0];
    } else {
      ++i;
    }
  }
}

void validate(const RewritePlan& plan, const EnsembleControl& control, Rewrite& rewrite) {
  const Trunks fresh(plan, control, plan.setup.seed + 1'000'000, plan.validation);
  if (!fresh.complete()) return;
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
}

}  // namespace

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
    if (rows[a]->bloc >= 0) add_act(acts, plan, "leave=" + name + at);
    add_act(acts, plan, "post." + roles.machine_post + "=" + name + at);
    add_act(acts, plan,
            rows[a]->seat == 2 ? "drop." + roles.chief_bureau + "=" + name + at
                               : "elect." + roles.chief_bureau + "." + name + "=2" + at);
    for (std::size_t b = 0; b < rows.size(); ++b) {
      if (a == b) continue;
      const std::string other = plan.roster->id(rows[b]->leader);
      const bool together = rows[a]->bloc >= 0 && rows[a]->bloc == rows[b]->bloc;
      if (b > a && !together) add_act(acts, plan, "ally=" + name + "+" + other + at);
      if (!together) add_act(acts, plan, "attack." + name + "=" + other + at);
    }
  }
  return acts;
}

Rewrite find_rewrite(const RewritePlan& plan, const EnsembleControl& control) {
  Rewrite rewrite;
  const Trunks screens(plan, control, plan.setup.seed, plan.screening);
  const Trunks measures(plan, control, plan.setup.seed, plan.measuring);
  if (!screens.complete() || !measures.complete()) return rewrite;
  Trial best;
  for (int round = 0; round < plan.most_acts; ++round) {
    std::vector<Trial> trials = extend(plan, screens, best.acts);
    rewrite.candidates += static_cast<int>(trials.size());
    measure(plan, control, screens, trials);
    std::stable_sort(trials.begin(), trials.end(), more_promising);
    if (trials.size() > static_cast<std::size_t>(plan.finalists)) trials.resize(static_cast<std::size_t>(plan.finalists));
    for (Trial& trial : trials) trial = Trial{trial.acts};
    measure(plan, control, measures, trials);
    if (stopped(control)) return rewrite;
    const Trial* const next = choose(plan, trials);
    if (next == nullptr || (round > 0 && next->share() <= best.share())) break;
    best = *next;
    if (best.share() >= plan.target) break;
  }
  if (best.acts.empty()) return rewrite;
  drop_needless(plan, control, measures, best);
  rewrite.share = best.share();
  rewrite.acts = best.acts;
  validate(plan, control, rewrite);
  rewrite.finished = !stopped(control);
  return rewrite;
}

}  // namespace thermidor::experiment
