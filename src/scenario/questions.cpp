#include "scenario/questions.hpp"

#include "model/series.hpp"
#include "scenario/acts.hpp"
#include "scenario/row_reader.hpp"
#include "signals/event_kinds.hpp"

namespace thermidor::scenario {
namespace {

Check read_check(const Value& row, const std::string& file, const Vocabulary& vocabulary, Diagnostics& diagnostics) {
  RowReader reader(row, file, diagnostics);
  Check check;
  check.file = file;
  check.place = row.place;
  check.id = reader.text("id", true);
  check.title = reader.text("title", true);
  check.kind = reader.choice("kind", {"pattern", "incident", "initial", "verdict", "band"});
  check.claim = reader.text("claim");
  check.value = reader.expression("value", vocabulary);
  check.holds = reader.expression("holds", vocabulary);
  check.low = reader.number("low");
  check.high = reader.number("high");
  check.unit = reader.text("unit");
  check.use = reader.choice("use", {"calibrated", "validation", "input"});
  check.precondition = reader.expression("requires", vocabulary);
  check.source = reader.text("source", true);
  check.note = reader.text("note");
  if (reader.has("value") == reader.has("holds")) {
    reader.fail(reader.has("value") ? reader.place("holds") : row.place, "a check judges either a value or a condition",
                "value with low or high, or holds");
  }
  if (reader.has("value") && !check.low && !check.high)
    reader.fail(reader.place("value"), "a value without a band", "low = ... or high = ...");
  if (reader.has("holds") && !reader.has("value") && (check.low || check.high))
    reader.fail(reader.place("holds"), "a condition has no band", "holds without low and high");
  if (check.low && check.high && *check.low > *check.high) reader.fail(reader.place("low"), "low is above high", "low <= high");
  reader.finish();
  return check;
}

void read_claims(const Document& document, Question& question, Diagnostics& diagnostics) {
  if (document.root.find("claim") == nullptr) return;
  std::vector<std::string> outcomes;
  for (const Outcome& outcome : question.outcomes) outcomes.push_back(outcome.id);
  for (const Value* row : tables_of(document.root, "claim", document.file, diagnostics)) {
    RowReader reader(*row, document.file, diagnostics);
    ClaimedEffect claim;
    claim.who = reader.text("who", true);
    claim.source = reader.text("source", true);
    claim.outcome = reader.choice("outcome", outcomes);
    claim.direction = reader.choice("direction", {"rises", "falls", "unchanged"});
    claim.text = reader.text("text", true);
    claim.status = reader.choice("status", {"read", "recalled"});
    reader.finish();
    question.claims.push_back(std::move(claim));
  }
}

}  // namespace

ScenarioInfo read_info(const Document& document, Diagnostics& diagnostics) {
  ScenarioInfo info;
  const Value* const table = document.root.find("scenario");
  if (table == nullptr || table->kind != ValueKind::table) {
    diagnostics.push_back(fault_at(document.file, {1, 1}, "no table [scenario]", "[scenario]"));
    return info;
  }
  RowReader reader(*table, document.file, diagnostics);
  info.key = reader.text("key", true);
  info.title = reader.text("title", true);
  info.description = reader.text("description", true);
  info.licence = reader.text("licence", true);
  info.version = reader.text("version", true);
  info.start = reader.month("start", true).value_or(Month{});
  info.end = reader.month("end", true).value_or(Month{});
  if (info.start != Month{} && info.end != Month{} && info.end < info.start)
    reader.fail(reader.place("end"), "the end lies before the start", "a month from " + format_month(info.start));
  info.economy = reader.flag("economy").value_or(true) ? 1 : 0;
  reader.finish({"extends", "status", "source"});
  RowReader whole(document.root, document.file, diagnostics);
  whole.finish({"scenario", "parameters", "tables", "do", "check"});
  return info;
}

std::vector<Check> read_checks(const Document& document, const Vocabulary& vocabulary, Diagnostics& diagnostics) {
  std::vector<Check> checks;
  UniqueIds ids(document.file, diagnostics);
  for (const char* key : {"check", "row"}) {
    for (const Value* row : tables_of(document.root, key, document.file, diagnostics)) {
      checks.push_back(read_check(*row, document.file, vocabulary, diagnostics));
      ids.add(checks.back().id, row->place);
    }
  }
  RowReader(document.root, document.file, diagnostics).finish({"check", "row", "columns"});
  return checks;
}

void check_endings(const Document& document, const Vocabulary& vocabulary, Diagnostics& diagnostics) {
  for (const Value* row : tables_of(document.root, "row", document.file, diagnostics)) {
    RowReader reader(*row, document.file, diagnostics);
    reader.expression("when", vocabulary);
  }
}

std::vector<Outcome> read_outcomes(const Document& document, const Vocabulary& vocabulary, Diagnostics& diagnostics) {
  std::vector<Outcome> outcomes;
  UniqueIds ids(document.file, diagnostics);
  for (const Value* row : tables_of(document.root, "outcome", document.file, diagnostics)) {
    RowReader reader(*row, document.file, diagnostics);
    outcomes.push_back({reader.text("id", true), reader.text("title", true), reader.text("unit", true),
                        reader.expression("value", vocabulary, true), reader.number("recorded")});
    reader.finish();
    ids.add(outcomes.back().id, row->place);
  }
  return outcomes;
}

Question read_question(const Document& document, const Names& names, const Vocabulary& vocabulary, Diagnostics& diagnostics) {
  RowReader reader(document.root, document.file, diagnostics);
  Question question;
  question.file = document.file;
  question.id = reader.text("id", true);
  question.title = reader.text("title", true);
  question.background = reader.text("background", true);
  question.decider = reader.text("decider", true);
  question.at = reader.month("at", true).value_or(Month{});
  question.happened = reader.text("happened", true);
  question.essay = reader.text("essay");
  question.historians = reader.text("historians");
  question.cost = reader.text("cost");
  question.precondition = reader.expression("requires", vocabulary);
  question.look_at = reader.texts("look_at");
  question.cannot_tell = reader.text("cannot_tell", true);
  reader.finish({"do", "outcome", "claim"});
  if (question.at != Month{} && (question.at < names.start || question.at > names.end)) {
    reader.fail(reader.place("at"), format_month(question.at) + " lies outside the scenario",
                "a month from " + format_month(names.start) + " to " + format_month(names.end));
  }
  question.acts = read_act_list(document.root, document.file, names, diagnostics);
  for (const Act& act : question.acts) {
    if (act.at >= question.at) continue;
    diagnostics.push_back(fault_at(document.file, {act.line, act.column},
                                   act.text + " comes before the fork in " + format_month(question.at),
                                   "a month from " + format_month(question.at)));
  }
  if (document.root.find("do") == nullptr) reader.fail({1, 1}, "a question without acts", "[[do]]");
  question.outcomes = read_outcomes(document, vocabulary, diagnostics);
  if (document.root.find("outcome") == nullptr) reader.fail({1, 1}, "a question without outcomes", "[[outcome]]");
  read_claims(document, question, diagnostics);
  return question;
}

Vocabulary make_vocabulary(const Names& names) {
  Vocabulary vocabulary;
  for (const SeriesInfo& series : series_list()) vocabulary.series.push_back(series.name);
  for (const EventKind& kind : kEventKinds) vocabulary.events.emplace_back(kind.name);
  vocabulary.leaders = names.leaders;
  vocabulary.posts = names.posts;
  return vocabulary;
}

}  // namespace thermidor::scenario
