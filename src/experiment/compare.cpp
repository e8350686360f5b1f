#include "experiment/compare.hpp"

#include <algorithm>
#include <limits>
#include <map>

#include "experiment/csv.hpp"
#include "experiment/members.hpp"

namespace thermidor::experiment {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

MembersPlan plan_of(const LoadedRun& run, int runs) {
  MembersPlan plan;
  plan.params = &run.scenario.params;
  plan.roster = &run.roster;
  plan.design = MemberDesign(run.draws.posterior.empty() ? DesignKind::seeds : DesignKind::posterior,
                             static_cast<std::size_t>(runs), run.setup.seed, run.scenario.calibration);
  plan.setup = run.setup;
  plan.baseline = run.agenda;
  plan.last = run.last;
  plan.endings = ending_rules(run.scenario.params);
  return plan;
}

// The member whose seed both sets have: positions in each.
std::vector<std::pair<std::size_t, std::size_t>> shared_members(const RunSet& first, const RunSet& second) {
  std::map<std::uint64_t, std::size_t> positions;
  for (std::size_t i = 0; i < second.seeds.size(); ++i) positions[second.seeds[i]] = i;
  std::vector<std::pair<std::size_t, std::size_t>> shared;
  for (std::size_t i = 0; i < first.seeds.size(); ++i) {
    const auto found = positions.find(first.seeds[i]);
    if (found != positions.end()) shared.emplace_back(i, found->second);
  }
  return shared;
}

// Whether each member of a set reaches an ending.
std::vector<double> reaches(const RunSet& set, const std::string& id) {
  std::vector<double> values;
  for (const std::vector<std::string>& endings : set.endings)
    values.push_back(std::find(endings.begin(), endings.end(), id) != endings.end() ? 1 : 0);
  return values;
}

class Comparer {
 public:
  Comparer(const RunSet& first, const RunSet& second, bool paired) : first_(first), paired_(paired) {
    if (paired) shared_ = shared_members(first, second);
  }

  Comparison compare(const std::vector<double>& before, const std::vector<double>& after) const {
    if (!paired_) return compare_apart(before, after, {});
    std::vector<double> a;
    std::vector<double> b;
    std::vector<double> weights;
    for (const auto& [i, j] : shared_) {
      a.push_back(before[i]);
      b.push_back(after[j]);
      weights.push_back(i < first_.log_weights.size() ? first_.log_weights[i] : 0);
    }
    return compare_pairs(a, b, weights, {.normal_from = 1000});
  }

 private:
  const RunSet& first_;
  bool paired_;
  std::vector<std::pair<std::size_t, std::size_t>> shared_;
};

// Differences of the outcomes over pairs of runs with the same seed: [outcome][pair].
std::optional<std::vector<std::vector<double>>> play_differences(const LoadedRun& first, const LoadedRun& second, int pairs,
                                                                 const std::vector<std::string>& ids, bool drawn,
                                                                 const party::PresetRow* reading,
                                                                 const EnsembleControl& control) {
  std::vector<std::vector<double>> results(static_cast<std::size_t>(pairs));
  std::vector<MembersPlan> plans;
  std::vector<Params> params;
  params.reserve(2);
  for (const LoadedRun* run : {&first, &second}) {
    MembersPlan plan = plan_of(*run, pairs);
    // The same noise in both, whatever the seeds of the requests.
    const bool constants = drawn && !run->scenario.calibration.posterior.empty();
    plan.design = MemberDesign(constants ? DesignKind::posterior : DesignKind::seeds, static_cast<std::size_t>(pairs),
                               first.setup.seed, run->scenario.calibration);
    if (drawn) plan.setup.traits = party::TraitPreset::prior;
    params.push_back(run->scenario.params);
    if (reading != nullptr) params.back().party.explanations = reading->weights();
    plan.params = &params.back();
    const Result<std::vector<scenario::Outcome>> outcomes =
        read_outcome_names(ids, run->scenario.checks, plan.endings, run->scenario.questions, run->scenario.vocabulary);
    if (!outcomes) return std::nullopt;
    plan.outcomes = outcomes.value();
    plan.endings.clear();
    plans.push_back(std::move(plan));
  }
  for_each_index(*control.executor, results.size(), [&](std::size_t pair) {
    const SerialExecutor serial;
    const RunControl run{.executor = &serial, .stop = control.stop};
    const std::optional<MemberRecord> before = play_member(plans[0], pair, run);
    const std::optional<MemberRecord> after = before ? play_member(plans[1], pair, run) : std::nullopt;
    if (!after || before->arms.empty() || after->arms.empty()) return;
    for (std::size_t i = 0; i < plans[0].outcomes.size(); ++i)
      results[pair].push_back(after->arms[0].outcomes[i] - before->arms[0].outcomes[i]);
  });
  if (control.stop != nullptr && control.stop->load()) return std::nullopt;
  std::vector<std::vector<double>> differences(ids.size());
  for (const std::vector<double>& pair : results) {
    for (std::size_t i = 0; i < pair.size(); ++i) {
      if (pair[i] - pair[i] == 0) differences[i].push_back(pair[i]);
    }
  }
  return differences;
}

}  // namespace

std::optional<RunSet> play_run_set(const LoadedRun& run, const RunRequest& request, const std::string& name, int runs,
                                   const EnsembleControl& control) {
  MembersPlan plan = plan_of(run, runs);
  plan.outcomes = read_outcome_names({}, run.scenario.checks, plan.endings, {}, run.scenario.vocabulary).value();
  RunSet set;
  set.name = name;
  set.arm = "run";
  set.design = design_name(plan.design.kind());
  set.request = request;
  for (const scenario::Outcome& outcome : plan.outcomes) set.outcomes.push_back({outcome.id, outcome.title, outcome.unit, {}});
  const EnsembleResult ensemble = run_ensemble(
      static_cast<std::size_t>(runs),
      [&](std::size_t member) -> std::optional<std::string> {
        const SerialExecutor serial;
        const std::optional<MemberRecord> record = play_member(plan, member, {.executor = &serial, .stop = control.stop});
        return record ? std::optional(encode_record(*record)) : std::nullopt;
      },
      control);
  if (!ensemble.finished) return std::nullopt;
  for (const std::string& bytes : ensemble.members) {
    const std::optional<MemberRecord> record = decode_record(bytes);
    if (!record || record->arms.empty()) continue;
    set.seeds.push_back(record->seed);
    set.log_weights.push_back(record->log_probability);
    set.digests.push_back(format_digest(record->arms[0].digest));
    set.endings.push_back(record->arms[0].endings);
    for (std::size_t i = 0; i < set.outcomes.size(); ++i) set.outcomes[i].values.push_back(record->arms[0].outcomes[i]);
  }
  return set;
}

SetComparison compare_sets(const RunSet& first, const RunSet& second, const SetOptions& options) {
  SetComparison result;
  const auto shared = shared_members(first, second);
  result.first_members = first.seeds.size();
  result.second_members = second.seeds.size();
  result.shared = shared.size();
  result.paired = !options.unpaired;
  for (const auto& [i, j] : shared) result.identical += first.digests[i] == second.digests[j] ? 1U : 0U;
  const Comparer comparer(first, second, result.paired);
  for (const RunSet::Outcome& outcome : first.outcomes) {
    const bool wanted = options.outcomes.empty() ||
                        std::find(options.outcomes.begin(), options.outcomes.end(), outcome.id) != options.outcomes.end();
    const auto other = std::find_if(second.outcomes.begin(), second.outcomes.end(),
                                    [&outcome](const RunSet::Outcome& one) { return one.id == outcome.id; });
    if (!wanted || other == second.outcomes.end()) continue;
    result.outcomes.push_back(
        {outcome.id, outcome.title, outcome.unit, comparer.compare(outcome.values, other->values), {}, {}});
  }
  std::vector<std::string> ids;
  for (const RunSet* set : {&first, &second}) {
    for (const std::vector<std::string>& endings : set->endings) ids.insert(ids.end(), endings.begin(), endings.end());
  }
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  for (const std::string& id : ids)
    result.endings.push_back({id, id, "share of runs", comparer.compare(reaches(first, id), reaches(second, id)), {}, {}});
  return result;
}

Differences member_differences(const RunSet& first, const RunSet& second, const std::vector<std::string>& ids) {
  const auto shared = shared_members(first, second);
  const auto values_of = [](const RunSet& set, const std::string& id) -> const std::vector<double>* {
    for (const RunSet::Outcome& outcome : set.outcomes) {
      if (outcome.id == id) return &outcome.values;
    }
    return nullptr;
  };
  Differences differences(ids.size());
  for (std::size_t o = 0; o < ids.size(); ++o) {
    const std::vector<double>* const before = values_of(first, ids[o]);
    const std::vector<double>* const after = values_of(second, ids[o]);
    if (before == nullptr || after == nullptr) continue;
    for (const auto& [i, j] : shared) {
      const double difference = (*after)[j] - (*before)[i];
      if (difference - difference == 0) differences[o].push_back(difference);
    }
  }
  return differences;
}

bool add_error_parts(const LoadedRun& first, const LoadedRun& second, int pairs, const EnsembleControl& control,
                     SetComparison& comparison, const Differences* members) {
  std::vector<std::string> ids;
  for (const ComparedOutcome& outcome : comparison.outcomes) ids.push_back(outcome.id);
  if (ids.empty() || pairs < 2) return true;
  const auto given = play_differences(first, second, pairs, ids, false, nullptr, control);
  if (!given) return control.stop == nullptr || !control.stop->load();
  std::optional<Differences> drawn;
  if (members != nullptr) {
    drawn = *members;
  } else {
    drawn = play_differences(first, second, pairs, ids, true, nullptr, control);
  }
  if (!drawn) return control.stop == nullptr || !control.stop->load();
  std::vector<std::vector<std::vector<double>>> readings;
  for (const party::PresetRow& row : first.scenario.params.party.presets) {
    if (row.kind != "historian") continue;
    auto read = play_differences(first, second, std::max(5, pairs / 4), ids, false, &row, control);
    if (!read) return false;
    readings.push_back(std::move(*read));
  }
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if ((*given)[i].size() >= 5 && (*drawn)[i].size() >= 5)
      comparison.outcomes[i].error_parameters = parameter_spread((*drawn)[i], (*given)[i]);
    std::vector<std::vector<double>> effects;
    for (const auto& reading : readings) effects.push_back(reading[i]);
    comparison.outcomes[i].error_explanations = explanation_spread(effects);
  }
  return true;
}

std::string comparison_csv(const SetComparison& comparison) {
  CsvText csv(
      "kind,id,title,unit,first,second,difference,low,high,interval,level,sign_share,n,distinguishable,difference_weighted,"
      "effective_sample,error_monte_carlo,error_parameters,error_explanations");
  for (const auto* list : {&comparison.outcomes, &comparison.endings}) {
    for (const ComparedOutcome& outcome : *list) {
      const Comparison& c = outcome.comparison;
      csv.cell(list == &comparison.outcomes ? "outcome" : "ending").cell(outcome.id).cell(outcome.title).cell(outcome.unit);
      csv.cell(c.baseline).cell(c.counterfactual).cell(c.difference).cell(c.low).cell(c.high);
      csv.cell(interval_name(c.interval)).cell(c.level).cell(c.sign_share).cell(c.n).cell(c.distinguishable ? 1 : 0);
      csv.cell(c.difference_weighted).cell(c.effective_sample).cell(c.standard_error);
      csv.cell(outcome.error_parameters.value_or(kNaN)).cell(outcome.error_explanations.value_or(kNaN)).end_row();
    }
  }
  return csv.take();
}

}  // namespace thermidor::experiment
