#include "experiment/report_builder.hpp"

#include <algorithm>

#include "core/digest.hpp"
#include "experiment/wording.hpp"

namespace thermidor::experiment {
namespace {

const SeriesInfo* info_of(const std::string& series) {
  const int index = find_series(series);
  return index < 0 ? nullptr : &series_list()[static_cast<std::size_t>(index)];
}

report::Fan empty_fan(const std::string& series, const ReportContext& context, Month last) {
  report::Fan fan;
  fan.series = series;
  if (const SeriesInfo* info = info_of(series)) {
    fan.title = info->text;
    fan.unit = info->unit;
  }
  if (fan.title.empty()) fan.title = series;
  fan.recorded = recorded_points(series, *context.checks, last);
  return fan;
}

report::Band band_of(const QuantileBand& band) { return {band.q05, band.q25, band.q50, band.q75, band.q95}; }

report::OutcomeRow outcome_row(const OutcomeResult& outcome) {
  const Comparison& c = outcome.comparison;
  report::OutcomeRow row;
  row.id = outcome.plan.id;
  row.title = outcome.plan.title;
  row.unit = outcome.holds_or_not ? "share of runs" : outcome.plan.unit;
  row.date = outcome.date;
  row.statistic = statistic_name(c.statistic);
  row.recorded = outcome.plan.recorded;
  row.baseline = c.baseline;
  row.counterfactual = c.counterfactual;
  row.difference = c.difference;
  row.low = c.low;
  row.high = c.high;
  row.interval_kind = interval_name(c.interval);
  row.level = c.level;
  row.sign_share = c.sign_share;
  row.n = c.n;
  row.distinguishable = c.distinguishable;
  row.difference_weighted = c.difference_weighted;
  row.effective_sample = c.effective_sample;
  row.error_monte_carlo = c.standard_error;
  row.error_parameters = outcome.error_parameters;
  row.error_explanations = outcome.error_explanations;
  row.sentence = outcome_sentence(outcome);
  return row;
}

report::RollCall roll_call(const VoteRecord& vote, const Roster& roster) {
  report::RollCall call{vote.month,         roster.title(vote.organ), vote.question, vote.proposer, vote.votes_for,
                        vote.votes_against, vote.abstained,           vote.carried,  vote.forced,   {}};
  for (const BallotRecord& ballot : vote.ballots) call.ballots.push_back({roster.title(ballot.voter), ballot.choice});
  return call;
}

void add_frame(report::ReportInput& input, const ScenarioStamp& stamp, const RunRequest& request,
               const ReportContext& context) {
  input.scenario_title = context.info->title;
  input.scenario_id = stamp.scenario;
  input.engine = stamp.engine;
  input.scenario_digest = stamp.scenario_digest;
  input.command = context.command;
  input.seed = request.seed;
  input.sample = request.sample;
  input.outside = request.outside;
  input.start = context.info->start;
}

void add_forced(report::ReportInput& input, const std::vector<ForcedRecord>& forced, Month fork) {
  for (const ForcedRecord& row : forced) input.forced.push_back({row.month, row.act, row.probability, row.month < fork});
}

void add_sources(report::ReportInput& input) {
  for (const report::Fan& fan : input.fans) {
    for (const report::RecordedPoint& point : fan.recorded) {
      const bool known = std::any_of(input.sources.begin(), input.sources.end(),
                                     [&point](const report::SourceLine& line) { return line.key == point.source; });
      if (!known && !point.source.empty()) input.sources.push_back({point.source, point.source, point.status});
    }
  }
}

}  // namespace

std::vector<report::RecordedPoint> recorded_points(const std::string& series, const std::vector<scenario::Check>& checks,
                                                   Month last) {
  std::vector<report::RecordedPoint> points;
  for (const scenario::Check& check : checks) {
    if (check.kind != "band" || !check.low || !check.high || check.value.gives_month) continue;
    // Only a plain reading of one series: at a month, or a mean over months.
    bool plain = true;
    bool reads = false;
    for (const ExpressionNode& node : check.value.nodes) {
      using Op = ExpressionOp;
      const bool same = node.op == Op::series && node.text == series;
      const bool reading = node.op == Op::month || node.op == Op::span || node.op == Op::at || node.op == Op::mean;
      reads = reads || same;
      plain = plain && (same || reading);
    }
    if (!plain || !reads) continue;
    report::RecordedPoint point;
    point.month = latest_month(check.value, last);
    point.value = (*check.low + *check.high) / 2;
    point.low = check.low;
    point.high = check.high;
    point.status = check.use == "calibrated" ? "calibrated" : "estimated";
    point.source = check.source;
    points.push_back(std::move(point));
  }
  return points;
}

report::ArmStory arm_story(const RunRecord& record, const ReportContext& context) {
  report::ArmStory story;
  const Roster& roster = *context.roster;
  for (const StandingRecord& row : record.records.standings) {
    story.standings.push_back({row.month, roster.title(row.leader), row.bloc, row.ruling, row.seat, row.rung, row.strength});
  }
  for (const EventRecord& event : record.records.events) {
    story.events.push_back({event.month, event.kind, event.title, event.weight, event.claim});
  }
  for (const VoteRecord& vote : record.records.votes) story.roll_calls.push_back(roll_call(vote, roster));
  const std::vector<ReachedEnding> endings = reached_endings(record, roster, *context.endings);
  if (!endings.empty()) {
    story.ending_id = endings.front().id;
    story.ending_title = endings.front().title;
  }
  return story;
}

report::ReportInput study_report(const StudySummary& summary, const scenario::Question& question, const Pair& shown,
                                 std::uint64_t shown_seed, const ReportContext& context) {
  const StudyResult& result = *summary.result;
  report::ReportInput input;
  input.kind = report::ReportKind::question;
  input.title = question.title;
  add_frame(input, summary.stamp, summary.request, context);
  input.end = summary.plan->last;
  input.result_digest = format_digest(result.digest);
  input.runs = summary.plan->runs;
  input.applicable = result.applicable;
  input.start_from = summary.from;
  std::string look_at;
  for (const std::string& line : question.look_at) look_at += (look_at.empty() ? "" : ", ") + line;
  std::string background = question.background;
  if (!question.happened.empty()) background += "\n\nWhat happened: " + question.happened;
  input.question = {question.id, question.title,       background,   question.essay,
                    look_at,     question.cannot_tell, summary.acts, summary.plan->fork};
  input.answer = summary.answer;
  for (const OutcomeResult& outcome : result.outcomes) input.outcomes.push_back(outcome_row(outcome));
  for (const ShownSeries& series : result.shown) {
    report::Fan fan = empty_fan(series.series, context, input.end);
    fan.months = series.months;
    fan.baseline = band_of(series.baseline);
    fan.counterfactual = band_of(series.counterfactual);
    input.fans.push_back(std::move(fan));
  }
  for (const EndingCount& ending : result.endings) {
    if (ending.baseline > 0 || ending.counterfactual > 0) {
      input.endings.push_back({ending.id, ending.title, ending.baseline, ending.counterfactual});
    }
  }
  for (const ForcedDecision& forced : result.forced)
    input.forced.push_back({forced.month, forced.act, forced.probability, false});
  input.log_probability = result.mean_log_probability;
  input.effective_sample = result.effective_sample;
  input.shown_seed = shown_seed;
  input.baseline_story = arm_story(shown.baseline, context);
  input.counterfactual_story = arm_story(shown.counterfactual, context);
  input.notes = study_notes(*summary.plan, result);
  add_sources(input);
  return input;
}

report::ReportInput run_report(const RunSummary& summary, const ReportContext& context) {
  const RunRecord& record = *summary.record;
  report::ReportInput input;
  input.kind = report::ReportKind::run;
  input.title = context.info->title;
  add_frame(input, summary.stamp, summary.request, context);
  input.end = record.months.empty() ? context.info->start : record.months.back();
  input.result_digest = format_digest(record.digest);
  input.shown_seed = summary.request.seed;
  input.start_from = summary.request.history_until.empty() ? "free" : "history";
  input.question.acts = summary.acts;
  for (const SeriesInfo& info : series_list()) {
    const std::string name(info.name);
    report::Fan fan = empty_fan(name, context, input.end);
    // Regions' series and levers would make the page long: only what has a record, or no dot in its name, is drawn.
    if (name.find('.') != std::string::npos) continue;
    fan.months = record.months;
    const auto index = static_cast<std::size_t>(find_series(name));
    for (std::size_t m = 0; m < record.months.size(); ++m) fan.baseline.q50.push_back(record.value(index, m));
    fan.baseline.q05 = fan.baseline.q25 = fan.baseline.q75 = fan.baseline.q95 = fan.baseline.q50;
    input.fans.push_back(std::move(fan));
  }
  for (const RunSummary::Ending& ending : summary.endings) input.endings.push_back({ending.id, ending.title, 1, 0});
  const std::optional<Month> until = parse_month(summary.request.history_until);
  add_forced(input, record.records.forced, until.value_or(Month{}));
  input.baseline_story = arm_story(record, context);
  for (const CheckResult& check : summary.checks) {
    input.checks.push_back({check.id, check.title, check.kind, check.value, check.low, check.high, check.held, check.reason});
  }
  input.notes.emplace_back("One run is one draw: single events of it carry no weight. Compare many seeds before you conclude.");
  add_sources(input);
  return input;
}

}  // namespace thermidor::experiment
