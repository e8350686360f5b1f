#include "experiment/rewrite_cloud.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "core/rng.hpp"
#include "experiment/splitting.hpp"
#include "scenario/acts.hpp"

namespace thermidor::experiment {
namespace {

constexpr double kWillingness = 0.4;  // chance that a history takes a decision at a date
constexpr double kSlope = 8;          // how strongly nearness counts: an eighth of the way multiplies by e
constexpr double kThrift = 0.1;       // how strongly a bit counts: ten bits weigh as much as an eighth of the way

// A history under way and what it has decided.
struct Branch {
  RunState state;
  std::vector<Act> acts;
  double merit = 0;  // at the last date
};

class Cloud {
 public:
  Cloud(const RewritePlan& plan, const EnsembleControl& control, const Trunks& trunks) : plan_(plan), control_(control) {
    for (std::size_t i = 0; i < static_cast<std::size_t>(plan.branches); ++i) {
      branches_.push_back({trunks.state(i % trunks.size(), 0), {}, 0});
      branches_.back().state.world.setup.seed = draw(0, i).bits();
    }
  }

  // False if it was stopped.
  bool grow() {
    for (std::size_t date = 0; date < plan_.dates.size(); ++date) {
      const Month until = date + 1 < plan_.dates.size() ? plan_.dates[date + 1] - 1 : plan_.last;
      for_each_index(*control_.executor, branches_.size(), [&](std::size_t i) { live(date, i, until); });
      if (stopped(control_)) return false;
      if (control_.progress) control_.progress(date + 1, plan_.dates.size());
      if (date + 1 < plan_.dates.size()) select(date);
    }
    return true;
  }

  std::vector<std::vector<Act>> found() const {
    struct Found {
      std::vector<Act> acts;
      int times = 0;
    };
    std::map<std::string, Found> lists;
    for (const Branch& branch : branches_) {
      if (branch.acts.empty() || !is_reached(plan_, branch.state.record)) continue;
      std::string key;
      for (const Act& act : branch.acts) key += act.text + "\n";
      Found& list = lists[key];
      list.acts = branch.acts;
      ++list.times;
    }
    std::vector<Found> sorted;
    for (auto& [key, list] : lists) sorted.push_back(std::move(list));
    std::stable_sort(sorted.begin(), sorted.end(), [](const Found& a, const Found& b) {
      return a.times != b.times ? a.times > b.times : a.acts.size() < b.acts.size();
    });
    std::vector<std::vector<Act>> acts;
    for (Found& list : sorted) acts.push_back(std::move(list.acts));
    return acts;
  }

 private:
  Random draw(std::size_t date, std::size_t entity) const {
    return Random(DrawKey{plan_.setup.seed, make_stream("experiment.rewrite"), Month{static_cast<std::int32_t>(date)}, entity});
  }

  void live(std::size_t date, std::size_t number, Month until) {
    Branch& branch = branches_[number];
    Random random = draw(date + 1, number);
    if (random.uniform() < kWillingness && branch.acts.size() < static_cast<std::size_t>(plan_.branch_acts)) {
      const std::vector<Act> choices = candidate_acts(plan_, branch.state.record, plan_.dates[date]);
      if (!choices.empty()) {
        std::vector<Act> acts = branch.acts;
        acts.push_back(choices[static_cast<std::size_t>(random.uniform() * static_cast<double>(choices.size()))]);
        if (scenario::find_contradictions(acts, *plan_.names).empty()) branch.acts = std::move(acts);
      }
    }
    const SerialExecutor serial;
    continue_run(*plan_.params, with_acts(plan_, branch.acts), until, {.executor = &serial, .stop = control_.stop},
                 branch.state);
  }

  double merit(const Branch& branch) const {
    return kSlope * nearness_of(plan_.ending, branch.state.record, *plan_.roster) -
           kThrift * bits_of_acts(branch.state.record, branch.acts);
  }

  // Systematic resampling by what has been gained since the last date; every copy goes on with noise of its own.
  void select(std::size_t date) {
    std::vector<double> weights;
    for (Branch& branch : branches_) {
      const double now = merit(branch);
      weights.push_back(std::exp(now - branch.merit));
      branch.merit = now;
    }
    Random random = draw(date + 1, branches_.size());
    const std::vector<std::size_t> picks = pick_by_weight(weights, random.uniform());
    // Those that nobody goes on from are let go first, so that room is needed for one set of histories.
    std::vector<bool> goes_on(branches_.size());
    for (const std::size_t pick : picks) goes_on[pick] = true;
    for (std::size_t i = 0; i < branches_.size(); ++i) {
      if (!goes_on[i]) branches_[i] = {};
    }
    std::vector<Branch> chosen;
    for (std::size_t i = 0; i < picks.size(); ++i) {
      const bool last = i + 1 == picks.size() || picks[i + 1] != picks[i];
      chosen.push_back(last ? std::move(branches_[picks[i]]) : branches_[picks[i]]);
      chosen.back().state.world.setup.seed = random.bits();
    }
    branches_ = std::move(chosen);
  }

  const RewritePlan& plan_;
  const EnsembleControl& control_;
  std::vector<Branch> branches_;
};

}  // namespace

std::vector<std::vector<Act>> grow_rewrites(const RewritePlan& plan, const EnsembleControl& control, const Trunks& trunks) {
  if (plan.branches <= 0 || plan.dates.empty() || trunks.size() == 0) return {};
  Cloud cloud(plan, control, trunks);
  if (!cloud.grow()) return {};
  return cloud.found();
}

}  // namespace thermidor::experiment
