#include "experiment/try_constants.hpp"

#include <algorithm>
#include <limits>

#include "core/digest.hpp"
#include "experiment/contrasts.hpp"
#include "experiment/pair.hpp"
#include "experiment/run_lookup.hpp"
#include "experiment/token_text.hpp"
#include "model/parameter_paths.hpp"

namespace thermidor::experiment {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

std::string encode_trial(const std::vector<double>& constants, const ConstantsTrial& trial) {
  TokenWriter writer;
  writer.number(digest_of(constants));
  writer.number(trial.broken ? 1 : 0);
  writer.reals(trial.values);
  return writer.take();
}

// A line about other constants is no answer: the calibration has gone another way since.
std::optional<ConstantsTrial> decode_trial(const std::string& text, const std::vector<double>& constants) {
  TokenReader reader(text);
  const bool same = reader.number() == digest_of(constants);
  ConstantsTrial trial;
  trial.broken = reader.number() != 0;
  trial.values = reader.reals();
  if (!same || !reader.finished()) return std::nullopt;
  return trial;
}

// The value of a target: of the run under the record, or of a contrast's two runs.
double measure(const scenario::Target& target, const CalibrationPlan& plan, const Arms& arms, const RunLookup& lookup) {
  if (target.contrast < 0) return evaluate(target.value, lookup).value_or(kNaN);
  const auto number = static_cast<std::size_t>(target.contrast);
  const Month last = last_month(plan.calibration->contrasts[number], plan.last);
  const std::optional<double> before = evaluate(target.value, RunLookup(arms.baseline, *plan.roster, last));
  const std::optional<double> after = evaluate(target.value, RunLookup(arms.changed[number], *plan.roster, last));
  if (!before || !after) return kNaN;
  if (target.compared == scenario::Compared::difference) return *after - *before;
  return *before == 0 ? kNaN : *after / *before;
}

}  // namespace

TrialBook::TrialBook(const CalibrationPlan& plan, const EnsembleControl& control, std::size_t total)
    : plan_(plan), control_(control), total_(total) {
  for (const scenario::Prior& prior : plan.calibration->priors) {
    paths_.push_back(prior.parameter);
    stored_.push_back(get_number(*plan.params, prior.parameter).value_or(kNaN));
  }
}

bool TrialBook::open() {
  std::optional<ConstantsTrial> stored = compute(stored_);
  if (!stored) return false;
  stored_trial_ = std::move(*stored);
  const std::string line = encode_trial(stored_, stored_trial_);
  if (!control_.journal.empty()) {
    error_ = control_.resume ? refuse_another(control_.journal) : std::string();
    if (error_.empty()) error_ = journal_.open(control_.journal, control_.key);
    if (!error_.empty()) return false;
    // The stored constants are tried again every time: if they now give something else, so would all others.
    const std::optional<std::string> first = journal_.read(0);
    if (first && *first != line) journal_.forget_all();
    if (!first || *first != line) error_ = journal_.append(0, line);
    if (!error_.empty()) return false;
    for (const std::size_t number : journal_.members()) known_[number] = journal_.read(number).value_or(std::string());
    resumed_ = known_.size() - 1;
    done_ = std::min(resumed_, total_);
  }
  const std::lock_guard lock(mutex_);
  show_progress();
  return true;
}

std::optional<ConstantsTrial> TrialBook::compute(const std::vector<double>& constants) const {
  Params params = *plan_.params;
  set_numbers(params, paths_, constants);
  const SerialExecutor serial;
  ConstantsTrial trial;
  trial.values.assign(plan_.calibration->targets.size(), 0.0);
  for (int run = 0; run < plan_.seeds; ++run) {
    ArmsPlan plan{plan_.setup, plan_.agenda, {}, plan_.last};
    plan.setup.seed += static_cast<std::uint64_t>(run);
    for (const scenario::Contrast& contrast : plan_.calibration->contrasts)
      plan.arms.push_back({contrast.acts, fork_of(contrast.acts, plan_.last), last_month(contrast, plan_.last)});
    const std::optional<Arms> arms = run_arms(params, plan, {.executor = &serial, .stop = control_.stop});
    if (!arms) return std::nullopt;
    const bool broken = !arms->baseline.fault.empty() || std::any_of(arms->changed.begin(), arms->changed.end(),
                                                                     [](const RunRecord& arm) { return !arm.fault.empty(); });
    if (broken) return ConstantsTrial{true, std::vector<double>(trial.values.size(), kNaN)};
    const RunLookup lookup(arms->baseline, *plan_.roster);
    for (std::size_t t = 0; t < trial.values.size(); ++t)
      trial.values[t] += measure(plan_.calibration->targets[t], plan_, *arms, lookup) / plan_.seeds;
  }
  return trial;
}

std::optional<ConstantsTrial> TrialBook::recall(std::size_t number, const std::vector<double>& constants) {
  const auto found = known_.find(number);
  return found != known_.end() ? decode_trial(found->second, constants) : std::nullopt;
}

std::optional<std::vector<ConstantsTrial>> TrialBook::try_all(const std::vector<std::vector<double>>& sets) {
  std::vector<std::optional<ConstantsTrial>> trials(sets.size());
  std::vector<std::size_t> missing;
  for (std::size_t i = 0; i < sets.size(); ++i) {
    trials[i] = recall(next_ + i, sets[i]);
    if (!trials[i]) missing.push_back(i);
  }
  for_each_index(*control_.executor, missing.size(), [&](std::size_t task) {
    if ((control_.stop != nullptr && control_.stop->load()) || !error().empty()) return;
    const std::size_t i = missing[task];
    std::optional<ConstantsTrial> trial = compute(sets[i]);
    if (!trial) return;
    const std::string wrong =
        control_.journal.empty() ? std::string() : journal_.append(next_ + i, encode_trial(sets[i], *trial));
    const std::lock_guard lock(mutex_);
    if (!wrong.empty()) {
      error_ = wrong;
      return;
    }
    trials[i] = std::move(trial);
    done_ = std::min(done_ + 1, total_);
    show_progress();
  });
  next_ += sets.size();
  std::vector<ConstantsTrial> results;
  for (std::optional<ConstantsTrial>& trial : trials) {
    if (!trial) return std::nullopt;
    results.push_back(std::move(*trial));
  }
  return results;
}

void TrialBook::show_progress() {
  if (control_.progress) control_.progress(done_, total_);
}

void TrialBook::close() { journal_.close(); }

std::string TrialBook::error() const {
  const std::lock_guard lock(mutex_);
  return error_;
}

}  // namespace thermidor::experiment
