#include "scenario/verdicts.hpp"

#include <algorithm>

#include "scenario/binding.hpp"
#include "scenario/claims.hpp"
#include "scenario/row_reader.hpp"

namespace thermidor::scenario {
namespace {

void read_runs(RowReader& reader, const Vocabulary& vocabulary, Verdict& verdict) {
  verdict.given = reader.expression("given", vocabulary);
  verdict.against = reader.expression("against", vocabulary);
  verdict.value = reader.expression("value", vocabulary, true);
  verdict.unit = reader.text("unit", true);
  if (reader.has("against") && !reader.has("given"))
    reader.fail(reader.place("against"), "runs set against nothing", "given = the runs that are set against them");
}

void read_effect(RowReader& reader, const std::vector<Question>& questions, Verdict& verdict) {
  std::vector<std::string> known;
  for (const Question& question : questions) known.push_back(question.id);
  verdict.question = reader.choice("question", known);
  const auto question =
      std::find_if(questions.begin(), questions.end(), [&](const Question& one) { return one.id == verdict.question; });
  std::vector<std::string> outcomes;
  if (question != questions.end()) {
    for (const Outcome& outcome : question->outcomes) outcomes.push_back(outcome.id);
    verdict.outcome = reader.choice("outcome", outcomes);
  } else {
    verdict.outcome = reader.text("outcome", true);
  }
}

Verdict read_verdict(const Value& row, const std::string& file, const Vocabulary& vocabulary,
                     const std::vector<Question>& questions, Diagnostics& diagnostics) {
  RowReader reader(row, file, diagnostics);
  Verdict verdict;
  verdict.place = row.place;
  verdict.id = reader.text("id", true);
  verdict.title = reader.text("title", true);
  verdict.says = reader.text("says", true);
  verdict.who = reader.text("who", true);
  verdict.essay = reader.text("essay", true);
  verdict.claim = reader.text("claim");
  if (reader.has("question")) {
    read_effect(reader, questions, verdict);
  } else {
    read_runs(reader, vocabulary, verdict);
  }
  const bool pairs = verdict.compares() || reader.has("question");
  verdict.expects = pairs ? reader.choice("expects", {"higher", "lower", "same"}) : reader.choice("expects", {"usual", "rare"});
  verdict.margin = reader.number("margin").value_or(0);
  if (verdict.expects == "same" && verdict.margin <= 0)
    reader.fail(reader.has("margin") ? reader.place("margin") : row.place, "the same, but within what", "margin above 0");
  if (verdict.expects != "same" && reader.has("margin"))
    reader.fail(reader.place("margin"), "a margin of something that is not to be the same", "expects = \"same\"");
  verdict.source = reader.text("source", true);
  verdict.note = reader.text("note");
  if (!verdict.essay.empty() && !is_reference(verdict.essay))
    reader.fail(reader.place("essay"), "'" + verdict.essay + "' is no reference",
                "lines and sentences such as \"L9.5, L11.7-9\"");
  reader.finish();
  return verdict;
}

}  // namespace

std::vector<Verdict> read_verdicts(const Document& document, const Vocabulary& vocabulary,
                                   const std::vector<Question>& questions, Diagnostics& diagnostics) {
  detail::check_unknown_keys(document.root, document.file, {"verdict"}, "key", diagnostics);
  std::vector<Verdict> verdicts;
  UniqueIds ids(document.file, diagnostics);
  for (const Value* row : tables_of(document.root, "verdict", document.file, diagnostics)) {
    verdicts.push_back(read_verdict(*row, document.file, vocabulary, questions, diagnostics));
    ids.add(verdicts.back().id, row->place);
  }
  return verdicts;
}

}  // namespace thermidor::scenario
