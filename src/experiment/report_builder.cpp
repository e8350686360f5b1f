#include "experiment/report_builder.hpp"

#include <algorithm>

#include "core/digest.hpp"
#include "experiment/report_economy.hpp"
#include "experiment/report_party.hpp"
#include "experiment/report_sources.hpp"
#include "experiment/series_display.hpp"
#include "experiment/study_tables.hpp"
#include "experiment/wording.hpp"

namespace thermidor::experiment {
namespace {

constexpr std::size_t kEventsTold = 80;
constexpr std::size_t kRollCallsTold = 60;

const SeriesInfo* info_of(const std::string& series) {
  const int index = find_series(series);
  return index < 0 ? nullptr : &series_list()[static_cast<std::size_t>(index)];
}

report::Fan empty_fan(const std::string& series, const ReportContext& context, report::ReportInput& input) {
  report::Fan fan;
  fan.series = series;
  fan.data_end = context.info->end;
  fan.title = context.roster->unit(series_title(series));
  fan.heading = series_heading(series);
  if (const SeriesInfo* info = info_of(series)) fan.unit = context.roster->unit(info->unit);
  if (context.history == nullptr) return fan;
  SourceList sources(input.sources);
  for (const RecordedValue& value : context.history->values) {
    if (value.series != series || value.month > input.end) continue;
    fan.recorded.push_back({value.month, value.value, {}, {}, value.status, sources.key(value), value.date});
  }
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
  input.base = context.roster->base;
  input.rungs = context.roster->measures;
}

// What an act is called by the file that states it; empty where it has no title.
std::string title_of(const std::string& line, const std::vector<Act>* acts) {
  if (acts == nullptr) return {};
  for (const Act& act : *acts) {
    if (act.text == line || act.forced.text == line) return act.title;
  }
  return {};
}

void add_forced(report::ReportInput& input, const std::vector<ForcedRecord>& forced, Month fork, const ReportContext& context) {
  for (const ForcedRecord& row : forced) {
    input.forced.push_back({row.month, row.act, row.probability, row.month < fork,
                            title_of(row.act, row.month < fork ? context.chronicle : context.acts)});
  }
}

std::string source_of(const std::string& check, const std::vector<scenario::Check>& checks) {
  for (const scenario::Check& known : checks) {
    if (known.id == check) return known.source;
  }
  return {};
}

void add_history_note(report::ReportInput& input, const ReportContext& context) {
  if (context.history != nullptr && !context.history->fault.empty()) input.notes.push_back(context.history->fault);
}

// The weightiest events in the order of time.
std::vector<report::EventLine> weightiest(const std::vector<EventRecord>& events, Month from) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < events.size(); ++i) {
    if (events[i].month >= from) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return events[a].weight > events[b].weight; });
  order.resize(std::min(order.size(), kEventsTold));
  std::sort(order.begin(), order.end());
  std::vector<report::EventLine> told;
  for (const std::size_t i : order) {
    told.push_back({events[i].month, events[i].kind, events[i].title, events[i].weight, events[i].claim});
  }
  return told;
}

report::QuestionText question_text(const scenario::Question& question, const StudySummary& summary) {
  report::QuestionText text;
  text.id = question.id;
  text.title = question.title;
  text.background = question.background;
  if (!question.happened.empty()) text.background += "\n\nWhat happened: " + question.happened;
  text.essay = question.essay;
  for (const std::string& name : question.look_at) text.look_at.push_back(series_title(name));
  text.cannot_tell = question.cannot_tell;
  for (const Act& act : question.acts) text.acts.push_back({act.title, act.note, act.text});
  text.fork = summary.plan->fork;
  return text;
}

// What most readers ask first of a scorecard.
std::vector<std::string> card_answer(const Scorecard& card) {
  int judged = 0;
  int usual = 0;
  int bands = 0;
  int bands_held = 0;
  for (const ScoreRow& row : card.rows) {
    if (row.held + row.failed == 0) continue;
    const bool holds = row.share() >= 0.5;
    ++judged;
    usual += holds ? 1 : 0;
    if (!row.check.low && !row.check.high) continue;
    ++bands;
    bands_held += holds ? 1 : 0;
  }
  const auto of = [](int part, int all) { return std::to_string(part) + " of " + std::to_string(all); };
  return {of(bands_held, bands) + " bands of the record are met in at least half of " + std::to_string(card.runs) + " runs.",
          of(usual, judged) + " checks of any kind hold in at least half of the runs."};
}

// Checks without a band: in how many runs each of them holds.
void add_conditions(const Scorecard& card, report::ReportInput& input) {
  for (const ScoreRow& row : card.rows) {
    if (row.check.low || row.check.high) continue;
    const int judged = row.held + row.failed;
    report::CheckLine line{row.check.id, row.check.title, row.check.kind, {}, {}, {}, {}, "", row.check.source};
    if (judged > 0) line.held = row.share() >= 0.5;
    line.reason = judged > 0 ? "in " + std::to_string(row.held) + " of " + std::to_string(judged) + " runs" : "in no run";
    input.checks.push_back(line);
  }
}

}  // namespace

report::ArmStory arm_story(const RunRecord& record, Month from, const ReportContext& context) {
  report::ArmStory story;
  const Roster& roster = *context.roster;
  for (const StandingRecord& row : record.records.standings) {
    story.standings.push_back({row.month, roster.title(row.leader), row.bloc, row.ruling, row.seat, row.rung, row.strength});
  }
  story.events = weightiest(record.records.events, from);
  const std::vector<VoteRecord>& votes = record.records.votes;
  const std::size_t first = votes.size() - std::min(votes.size(), kRollCallsTold);
  for (std::size_t v = first; v < votes.size(); ++v) {
    if (votes[v].month >= from) story.roll_calls.push_back(roll_call(votes[v], roster));
  }
  story.divisions = divisions_of(record, roster, from);
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
  input.extrapolation = extrapolation_sentence(context.info->end, input.end);
  input.result_digest = format_digest(result.digest);
  input.runs = summary.plan->runs;
  input.applicable = result.applicable;
  input.start_from = summary.from;
  input.question = question_text(question, summary);
  input.answer = summary.answer;
  for (const OutcomeResult& outcome : result.outcomes) input.outcomes.push_back(outcome_row(outcome));
  for (const ShownSeries& series : result.shown) {
    report::Fan fan = empty_fan(series.series, context, input);
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
    input.forced.push_back({forced.month, forced.act, forced.probability, false, title_of(forced.act, &question.acts)});
  input.log_probability = result.mean_log_probability;
  input.effective_sample = result.effective_sample;
  input.shown_seed = shown_seed;
  input.baseline_story = arm_story(shown.baseline, summary.plan->fork, context);
  input.counterfactual_story = arm_story(shown.counterfactual, summary.plan->fork, context);
  for (report::RollCall& call : input.baseline_story.divisions) call.decision += " --baseline";
  const ShownArms arms{&shown.baseline, &shown.counterfactual, summary.from == "history" ? summary.plan->fork : Month{}};
  add_economy(input, arms, context);
  add_party(input, arms, context);
  input.economy.bands = study_bands(*summary.plan, result);
  input.notes = study_notes(*summary.plan, result);
  add_history_note(input, context);
  const bool stated = std::any_of(question.outcomes.begin(), question.outcomes.end(),
                                  [](const scenario::Outcome& outcome) { return outcome.recorded.has_value(); });
  if (stated) {
    input.sources.push_back({question.id, "Recorded values of the table of effects, as the question's file states them",
                             "recalled", "no page is named there"});
  }
  return input;
}

report::ReportInput run_report(const RunSummary& summary, const ReportContext& context) {
  const RunRecord& record = *summary.record;
  report::ReportInput input;
  input.kind = report::ReportKind::run;
  input.title = context.info->title;
  add_frame(input, summary.stamp, summary.request, context);
  input.end = record.months.empty() ? context.info->start : record.months.back();
  input.extrapolation = extrapolation_sentence(context.info->end, input.end);
  input.result_digest = format_digest(record.digest);
  input.shown_seed = summary.request.seed;
  input.start_from = summary.request.history_until.empty() ? "free" : "history";
  for (const std::string& line : summary.acts) input.question.acts.push_back({title_of(line, context.acts), "", line});
  std::vector<std::string> names;
  for (const SeriesInfo& info : series_list()) names.push_back(info.name);
  for (const std::string& name : in_page_order(names)) {
    // Levers and instruments would make the page long: they are in the tables.
    if (name.find('.') != std::string::npos) continue;
    report::Fan fan = empty_fan(name, context, input);
    fan.main = is_main_series(name);
    fan.months = record.months;
    const auto index = static_cast<std::size_t>(find_series(name));
    for (std::size_t m = 0; m < record.months.size(); ++m) fan.baseline.q50.push_back(record.value(index, m));
    fan.baseline.q05 = fan.baseline.q25 = fan.baseline.q75 = fan.baseline.q95 = fan.baseline.q50;
    input.fans.push_back(std::move(fan));
  }
  for (const RunSummary::Ending& ending : summary.endings) input.endings.push_back({ending.id, ending.title, 1, 0});
  const std::optional<Month> until = parse_month(summary.request.history_until);
  add_forced(input, record.records.forced, until.value_or(Month{}), context);
  input.baseline_story = arm_story(record, Month{}, context);
  add_economy(input, {&record, nullptr, until.value_or(Month{})}, context);
  add_party(input, {&record, nullptr, until.value_or(Month{})}, context);
  input.economy.bands = run_bands(summary.checks, *context.checks);
  for (const CheckResult& check : summary.checks) {
    if (check.low || check.high) continue;  // drawn as bands
    input.checks.push_back({check.id, check.title, check.kind, check.value, check.low, check.high, check.held, check.reason,
                            source_of(check.id, *context.checks)});
  }
  input.notes.emplace_back("One run is one draw: single events of it carry no weight. Compare many seeds before you conclude.");
  add_history_note(input, context);
  return input;
}

report::ReportInput checks_report(const Scorecard& card, const ScenarioStamp& stamp, const RunRequest& request,
                                  const ReportContext& context) {
  report::ReportInput input;
  input.kind = report::ReportKind::checks;
  input.title = "The record's checks over " + std::to_string(card.runs) + " runs";
  add_frame(input, stamp, request, context);
  input.runs = input.applicable = card.runs;
  input.answer = card_answer(card);
  input.economy.bands = card_bands(card);
  add_conditions(card, input);
  for (const EndingCount& ending : card.endings) {
    if (ending.baseline > 0) input.endings.push_back({ending.id, ending.title, ending.baseline, 0});
  }
  Digest digest;
  digest.add_text(scorecard_csv(card));
  input.result_digest = format_digest(digest.value());
  input.notes.emplace_back(
      "A band that holds says that the model can give the recorded number, not that it gives it for the recorded reason.");
  return input;
}

}  // namespace thermidor::experiment
