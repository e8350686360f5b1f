#include "experiment/study.hpp"

#include <algorithm>
#include <limits>

#include "core/digest.hpp"
#include "core/math.hpp"
#include "experiment/checks.hpp"
#include "experiment/run_lookup.hpp"

namespace thermidor::experiment {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

double outcome_value(const scenario::Outcome& outcome, const RunLookup& lookup) {
  return evaluate(outcome.value, lookup).value_or(kNaN);
}

std::vector<std::string> ending_ids(const StudyPlan& plan, const RunRecord& record) {
  std::vector<std::string> ids;
  for (const ReachedEnding& ending : reached_endings(record, *plan.roster, plan.endings)) ids.push_back(ending.id);
  return ids;
}

// The question applies if what it needs held in the last month that both arms share.
bool applies(const StudyPlan& plan, const RunRecord& baseline) {
  if (plan.needed.empty() || baseline.months.empty() || plan.fork <= baseline.months.front()) return true;
  return evaluate_condition(plan.needed, RunLookup(baseline, *plan.roster, plan.fork - 1)).value_or(false);
}

double log_probability_of(double probability) { return thermidor::log(larger(probability, 1e-12)); }

// What history forced before the fork weighs on the member; what the question's acts forced is reported beside it.
void collect_forced(const StudyPlan& plan, const Pair& pair, StudyMember& member) {
  for (const ForcedRecord& forced : pair.baseline.records.forced) {
    if (forced.month >= plan.fork) break;
    member.log_probability += log_probability_of(forced.probability);
    ++member.history_decisions;
  }
  for (const ForcedRecord& forced : pair.counterfactual.records.forced) {
    if (forced.month < plan.fork) continue;
    bool shared = false;
    for (const ForcedRecord& other : pair.baseline.records.forced) {
      shared = shared || (other.month == forced.month && other.act == forced.act);
    }
    if (!shared) member.forced.push_back({forced.month.index, forced.act, forced.probability});
  }
}

std::vector<float> shown_values(const RunRecord& record, const std::vector<std::string>& shown, Month from) {
  std::vector<float> values;
  for (const std::string& name : shown) {
    const int series = find_series(name);
    for (std::size_t m = 0; m < record.months.size(); ++m) {
      if (record.months[m] < from) continue;
      values.push_back(series < 0 ? 0.0F : static_cast<float>(record.value(static_cast<std::size_t>(series), m)));
    }
  }
  return values;
}

// Verdict and value of every check with a band, one after the other.
std::vector<double> band_values(const StudyPlan& plan, const RunRecord& record) {
  const RunLookup lookup(record, *plan.roster, last_seen(record, plan.params->scenario.end));
  std::vector<double> values;
  for (const scenario::Check& check : plan.bands) {
    const CheckResult result = evaluate_check(check, lookup);
    values.push_back(result.held ? (*result.held ? 1 : 0) : 2);
    values.push_back(result.value.value_or(kNaN));
  }
  return values;
}

StudyMember measure_pair(const StudyPlan& plan, std::uint64_t seed, const Pair& pair) {
  StudyMember member;
  member.seed = seed;
  member.fault = pair.baseline.fault.empty() ? pair.counterfactual.fault : pair.baseline.fault;
  if (!member.fault.empty()) return member;
  member.applicable = applies(plan, pair.baseline);
  collect_forced(plan, pair, member);
  const RunLookup before(pair.baseline, *plan.roster);
  const RunLookup after(pair.counterfactual, *plan.roster);
  for (const scenario::Outcome& outcome : plan.outcomes) {
    member.baseline.push_back(outcome_value(outcome, before));
    member.counterfactual.push_back(outcome_value(outcome, after));
  }
  member.bands_baseline = band_values(plan, pair.baseline);
  member.bands_counterfactual = band_values(plan, pair.counterfactual);
  member.endings_baseline = ending_ids(plan, pair.baseline);
  member.endings_counterfactual = ending_ids(plan, pair.counterfactual);
  member.digest_baseline = pair.baseline.digest;
  member.digest_counterfactual = pair.counterfactual.digest;
  member.shown_baseline = shown_values(pair.baseline, plan.shown, Month{0});
  member.shown_counterfactual = shown_values(pair.counterfactual, plan.shown, plan.fork);
  return member;
}

std::optional<std::string> compute_member(const StudyPlan& plan, const EnsembleControl& control, std::size_t index) {
  // Members after the last serve the parameters' part of the error, those after them the explanations' part.
  const auto runs = static_cast<std::size_t>(plan.runs);
  const std::size_t others = runs + static_cast<std::size_t>(plan.parameter_runs);
  PairPlan pair_plan{plan.setup, plan.baseline, plan.acts, plan.fork, plan.last};
  const bool read = index >= others;
  const bool drawn = index >= runs && !read;
  const auto each = static_cast<std::size_t>(plan.explanation_runs);
  pair_plan.setup.seed += read ? (index - others) % each : drawn ? index - runs : index;
  if (drawn) pair_plan.setup.traits = party::TraitPreset::prior;
  std::optional<Params> own = (drawn ? plan.parameter_draws : plan.draws).of_member(*plan.params, pair_plan.setup.seed);
  if (read) {
    if (!own) own = *plan.params;
    own->party.explanations = plan.explanations[(index - others) / each];
  }
  const SerialExecutor serial;
  const std::optional<Pair> pair = run_pair(own ? *own : *plan.params, pair_plan, {.executor = &serial, .stop = control.stop});
  if (!pair) return std::nullopt;
  return encode_member(measure_pair(plan, pair_plan.setup.seed, *pair));
}

bool counted(const StudyMember& member) { return member.applicable && member.fault.empty(); }

struct OutcomeColumn {
  std::vector<double> baseline, counterfactual, log_weight, difference;
  bool holds_or_not = true;
};

OutcomeColumn column_of(const std::vector<StudyMember>& members, std::size_t outcome) {
  OutcomeColumn column;
  for (const StudyMember& member : members) {
    if (!counted(member) || outcome >= member.baseline.size()) continue;
    const double before = member.baseline[outcome];
    const double after = member.counterfactual[outcome];
    column.baseline.push_back(before);
    column.counterfactual.push_back(after);
    column.log_weight.push_back(member.log_probability);
    if (after - before - (after - before) == 0) column.difference.push_back(after - before);
    for (const double value : {before, after}) column.holds_or_not = column.holds_or_not && (value == 0 || value == 1);
  }
  return column;
}

// Effects under each reading of the outcome, one list after another.
std::vector<std::vector<double>> effects_by_reading(const StudyPlan& plan, const std::vector<StudyMember>& read,
                                                    std::size_t outcome) {
  std::vector<std::vector<double>> effects;
  const auto each = static_cast<std::size_t>(plan.explanation_runs);
  for (std::size_t first = 0; each > 0 && first + each <= read.size(); first += each) {
    const auto from = read.begin() + static_cast<std::ptrdiff_t>(first);
    effects.push_back(column_of({from, from + static_cast<std::ptrdiff_t>(each)}, outcome).difference);
  }
  return effects;
}

// The members of a study beside its own.
struct OtherMembers {
  std::vector<StudyMember> drawn;  // with traits and constants from priors
  std::vector<StudyMember> read;   // under other readings of the outcome
};

OutcomeResult compare_outcome(const StudyPlan& plan, const std::vector<StudyMember>& given, const OtherMembers& others,
                              std::size_t number) {
  const OutcomeColumn column = column_of(given, number);
  OutcomeResult outcome;
  outcome.plan = plan.outcomes[number];
  outcome.date = latest_month(outcome.plan.value, plan.last);
  // The record's value is of the record's time.
  if (outcome.date > plan.params->scenario.end) outcome.plan.recorded.reset();
  outcome.holds_or_not = column.holds_or_not && !column.baseline.empty();
  outcome.comparison = compare_pairs(column.baseline, column.counterfactual, column.log_weight, {.level = plan.level});
  outcome.error_explanations = explanation_spread(effects_by_reading(plan, others.read, number));
  const OutcomeColumn prior = column_of(others.drawn, number);
  if (prior.difference.size() >= 10 && column.difference.size() >= 10) {
    outcome.error_parameters = parameter_spread(prior.difference, column.difference);
    outcome.difference_drawn = mean_of(prior.difference);
  }
  return outcome;
}

void count_endings(const StudyPlan& plan, StudyResult& result) {
  for (const EndingRule& ending : plan.endings) result.endings.push_back({ending.id, ending.title, 0, 0});
  EndingCount none = {"none", "none of the named endings", 0, 0};
  const auto count = [&result](const std::string& id) -> EndingCount& {
    for (EndingCount& row : result.endings) {
      if (row.id == id) return row;
    }
    return result.endings.emplace_back(EndingCount{id, id, 0, 0});
  };
  for (const StudyMember& member : result.members) {
    if (!counted(member)) continue;
    for (const std::string& id : member.endings_baseline) ++count(id).baseline;
    for (const std::string& id : member.endings_counterfactual) ++count(id).counterfactual;
    none.baseline += member.endings_baseline.empty() ? 1 : 0;
    none.counterfactual += member.endings_counterfactual.empty() ? 1 : 0;
  }
  if (!plan.endings.empty()) result.endings.push_back(none);
  for (EndingCount& row : result.endings) {
    row.baseline /= larger(1, result.applicable);
    row.counterfactual /= larger(1, result.applicable);
  }
}

void gather_forced(StudyResult& result) {
  std::vector<int> times;
  for (const StudyMember& member : result.members) {
    if (!counted(member)) continue;
    for (const ForcedProbability& forced : member.forced) {
      std::size_t row = 0;
      while (row < result.forced.size() &&
             (result.forced[row].month.index != forced.month || result.forced[row].act != forced.act)) {
        ++row;
      }
      if (row == result.forced.size()) {
        result.forced.push_back({Month{forced.month}, forced.act, 0});
        times.push_back(0);
      }
      result.forced[row].probability += forced.probability;
      ++times[row];
    }
  }
  for (std::size_t row = 0; row < times.size(); ++row) result.forced[row].probability /= times[row];
}

void add_quantiles(std::vector<double>& values, QuantileBand& band) {
  std::sort(values.begin(), values.end());
  for (const NamedQuantile& quantile : kQuantiles) (band.*quantile.values).push_back(sorted_quantile(values, quantile.p));
  values.clear();
}

// Where the months of one series lie in what members keep. Before the fork the arms are one.
struct SeriesPlace {
  std::size_t number = 0;  // of the series
  std::size_t months = 0;
  std::size_t shared = 0;  // months before the fork
};

// Quantiles over members, month by month.
void draw_band(const std::vector<StudyMember>& members, Month first, const SeriesPlace& place, ShownSeries& shown) {
  const std::size_t months = place.months, after_fork = months - place.shared;
  std::vector<double> before;
  std::vector<double> after;
  for (std::size_t m = 0; m < months; ++m) {
    shown.months.push_back(first + static_cast<int>(m));
    for (const StudyMember& member : members) {
      if (!counted(member) || member.shown_baseline.size() < (place.number + 1) * months) continue;
      before.push_back(static_cast<double>(member.shown_baseline[place.number * months + m]));
      after.push_back(m < place.shared
                          ? before.back()
                          : static_cast<double>(member.shown_counterfactual[place.number * after_fork + m - place.shared]));
    }
    add_quantiles(before, shown.baseline);
    add_quantiles(after, shown.counterfactual);
  }
}

// The bands of all series shown.
void draw_bands(const StudyPlan& plan, Month first, const Executor& executor, StudyResult& result) {
  const auto months = static_cast<std::size_t>(plan.last - first + 1);
  const auto shared = static_cast<std::size_t>(plan.fork > first ? plan.fork - first : 0);
  result.shown.resize(plan.shown.size());
  for_each_index(executor, plan.shown.size(), [&](std::size_t s) {
    result.shown[s].series = plan.shown[s];
    draw_band(result.members, first, {s, months, shared}, result.shown[s]);
  });
}

void describe_history(StudyResult& result) {
  std::vector<double> log_weights;
  std::vector<double> decisions;
  for (const StudyMember& member : result.members) {
    if (!counted(member)) continue;
    log_weights.push_back(member.log_probability);
    decisions.push_back(member.history_decisions);
  }
  if (log_weights.empty()) return;
  result.mean_log_probability = mean_of(log_weights);
  result.mean_history_decisions = mean_of(decisions);
  result.effective_sample = effective_sample_size(weights_of(log_weights));
}

}  // namespace

StudyResult summarise_study(const StudyPlan& plan, std::vector<StudyMember> members, const Executor& executor) {
  StudyResult result;
  const auto runs = std::min(static_cast<std::size_t>(plan.runs), members.size());
  const auto drawn = std::min(static_cast<std::size_t>(plan.parameter_runs), members.size() - runs);
  const auto own_end = members.begin() + static_cast<std::ptrdiff_t>(runs);
  const auto drawn_end = own_end + static_cast<std::ptrdiff_t>(drawn);
  const OtherMembers others{{own_end, drawn_end}, {drawn_end, members.end()}};
  members.resize(runs);
  result.members = std::move(members);
  Digest digest;
  for (const StudyMember& member : result.members) {
    digest.add_text(encode_measured(member));
    result.applicable += counted(member) ? 1 : 0;
    if (member.fault.empty()) continue;
    if (result.faulted++ == 0) result.first_fault = member.fault;
  }
  for (const std::vector<StudyMember>* list : {&others.drawn, &others.read}) {
    for (const StudyMember& member : *list) digest.add_text(encode_measured(member));
  }
  result.digest = digest.value();
  result.outcomes.resize(plan.outcomes.size());
  for_each_index(executor, plan.outcomes.size(),
                 [&](std::size_t i) { result.outcomes[i] = compare_outcome(plan, result.members, others, i); });
  count_endings(plan, result);
  gather_forced(result);
  describe_history(result);
  return result;
}

StudyRun run_study(const StudyPlan& plan, const EnsembleControl& control) {
  StudyRun run;
  const std::size_t readings = plan.explanations.size() * static_cast<std::size_t>(plan.explanation_runs);
  const std::size_t count = static_cast<std::size_t>(plan.runs) + static_cast<std::size_t>(plan.parameter_runs) + readings;
  std::vector<StudyMember> members;
  const EnsembleEnd ensemble = stream_ensemble(
      count, [&](std::size_t index) { return compute_member(plan, control, index); }, control,
      [&members](FinishedMembers& finished) {
        finished.each([&members](std::size_t, const std::string& text) {
          members.push_back(decode_member(text).value_or(StudyMember{}));
        });
      });
  run.error = ensemble.error;
  if (!ensemble.finished) {
    run.outcome = StudyOutcome::interrupted;
    return run;
  }
  run.result = summarise_study(plan, std::move(members), *control.executor);
  run.result.resumed = ensemble.resumed;
  const Month first = start_run(*plan.params, plan.setup).world.month;
  draw_bands(plan, first, *control.executor, run.result);
  return run;
}

}  // namespace thermidor::experiment
