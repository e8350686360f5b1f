#include "experiment/verdicts.hpp"

#include "experiment/claimed_effects.hpp"
#include "experiment/clock.hpp"
#include "experiment/csv.hpp"

namespace thermidor::experiment {
namespace {

constexpr int kFewest = 10;  // runs of which a group must have so many

bool is_true(double value) { return value == value && value != 0; }

const char* judge_share(const std::string& expects, const Interval& interval) {
  const bool usual = interval.low > 0.5;
  const bool rare = interval.high < 0.5;
  if (!usual && !rare) return "open";
  return usual == (expects == "usual") ? "borne out" : "contradicted";
}

const char* judge_difference(const scenario::Verdict& verdict, const Interval& interval) {
  if (verdict.expects == "same") {
    if (interval.low > -verdict.margin && interval.high < verdict.margin) return "borne out";
    return interval.low > verdict.margin || interval.high < -verdict.margin ? "contradicted" : "open";
  }
  const bool higher = interval.low > 0;
  if (!higher && interval.high >= 0) return "no difference seen";
  return higher == (verdict.expects == "higher") ? "borne out" : "contradicted";
}

}  // namespace

std::vector<scenario::Outcome> verdict_measures(const std::vector<scenario::Verdict>& verdicts) {
  std::vector<scenario::Outcome> measures;
  for (const scenario::Verdict& verdict : verdicts) {
    if (verdict.of_question()) continue;
    for (const Expression* expression : {&verdict.given, &verdict.against, &verdict.value})
      measures.push_back({verdict.id, verdict.title, verdict.unit, *expression, {}});
  }
  return measures;
}

VerdictRow judge_runs(const scenario::Verdict& verdict, std::size_t first_measure,
                      const std::vector<std::vector<double>>& members) {
  VerdictRow row{verdict, verdict.unit, verdict.value.text, 0, 0, 0, {}, {}, {}};
  std::vector<double> group;
  std::vector<double> others;
  for (const std::vector<double>& values : members) {
    const double value = values[first_measure + 2];
    if (value != value) continue;
    if (verdict.given.empty() || is_true(values[first_measure])) {
      group.push_back(value);
    } else if (!verdict.against.empty() && is_true(values[first_measure + 1])) {
      others.push_back(value);
    }
  }
  row.runs = static_cast<int>(group.size());
  row.others = static_cast<int>(others.size());
  row.judgement = "too few runs";
  if (group.empty()) return row;
  row.value = mean_of(group);
  if (verdict.against.empty()) {
    int hits = 0;
    for (const double value : group) hits += is_true(value) ? 1 : 0;
    row.interval = wilson_interval(hits, row.runs);
    if (row.runs >= kFewest) row.judgement = judge_share(verdict.expects, row.interval);
    return row;
  }
  if (others.empty()) return row;
  row.against = mean_of(others);
  const Comparison comparison = compare_apart(others, group, {});
  row.interval = {comparison.low, comparison.high};
  if (row.runs >= kFewest && row.others >= kFewest) row.judgement = judge_difference(verdict, row.interval);
  return row;
}

VerdictRow judge_effect(const scenario::Verdict& verdict, const StudyResult& result) {
  VerdictRow row{verdict, {}, {}, 0, 0, 0, {}, {}, "too few runs"};
  const OutcomeResult* const outcome = find_outcome(result, verdict.outcome);
  if (outcome == nullptr) return row;
  const Comparison& comparison = outcome->comparison;
  row.unit = outcome->plan.unit;
  row.measure = outcome->plan.title;
  row.runs = comparison.n;
  row.value = comparison.counterfactual;
  row.against = comparison.baseline;
  row.interval = {comparison.low, comparison.high};
  if (row.runs >= kFewest) row.judgement = judge_difference(verdict, row.interval);
  return row;
}

std::optional<std::vector<VerdictRow>> run_verdicts(const std::vector<scenario::Verdict>& verdicts, MembersPlan plan,
                                                    const EnsembleControl& control) {
  plan.outcomes = verdict_measures(verdicts);
  std::optional<std::vector<VerdictRow>> rows;
  const auto member = [&](std::size_t number) -> std::optional<std::string> {
    const SerialExecutor serial;
    const auto record = play_member(plan, number, {.executor = &serial, .stop = control.stop});
    return record ? std::optional(encode_record(*record)) : std::nullopt;
  };
  stream_ensemble(plan.design.members(), member, control, [&](FinishedMembers& finished) {
    std::vector<std::vector<double>> members;
    finished.each([&members](std::size_t, const std::string& bytes) {
      const std::optional<MemberRecord> record = decode_record(bytes);
      if (record && !record->arms.empty()) members.push_back(record->arms[0].outcomes);
    });
    rows.emplace();
    std::size_t measure = 0;
    for (const scenario::Verdict& verdict : verdicts) {
      if (verdict.of_question()) continue;
      rows->push_back(judge_runs(verdict, measure, members));
      measure += 3;
    }
  });
  return rows;
}

std::string verdicts_csv(const std::vector<VerdictRow>& rows) {
  CsvText csv("verdict,title,who,says,essay,measure,unit,expects,runs,others,value,against,low,high,judgement");
  for (const VerdictRow& row : rows) {
    csv.cell(row.verdict.id).cell(row.verdict.title).cell(row.verdict.who).cell(row.verdict.says).cell(row.verdict.essay);
    csv.cell(row.measure).cell(row.unit).cell(row.verdict.expects).cell(row.runs).cell(row.others).cell(row.value);
    if (row.against) {
      csv.cell(*row.against);
    } else {
      csv.cell("");
    }
    csv.cell(row.interval.low).cell(row.interval.high).cell(row.judgement).end_row();
  }
  return csv.take();
}

}  // namespace thermidor::experiment
