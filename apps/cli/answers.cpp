// thermidor answers: all questions, or some, in one table of effects with bands.
#include <fmt/format.h>

#include <filesystem>

#include "ask.hpp"
#include "commands.hpp"
#include "common.hpp"
#include "experiment/answers.hpp"
#include "experiment/journal.hpp"
#include "experiment/results_folder.hpp"
#include "experiment/to_json.hpp"
#include "experiment/wording.hpp"

namespace thermidor::cli {
namespace {

using experiment::AnswerRow;
using experiment::Answers;
using scenario::Question;

// The questions named, or all; a name that is none is refused.
Result<std::vector<const Question*>> chosen(const scenario::Scenario& scenario, const std::vector<std::string>& names) {
  std::vector<const Question*> questions;
  if (names.empty()) {
    for (const Question& question : scenario.questions) questions.push_back(&question);
    return questions;
  }
  for (const std::string& name : names) {
    const Question* const question = scenario.find_question(name);
    if (question == nullptr) {
      std::vector<std::string> known;
      for (const Question& other : scenario.questions) known.push_back(other.id);
      return fault("unknown question '" + name + "'", "an id (see: thermidor list questions)", nearest_name(name, known));
    }
    questions.push_back(question);
  }
  return questions;
}

void print_effects(const Terminal& terminal, const Answers& answers) {
  TextTable table;
  table.add_column("question");
  table.add_column("outcome");
  for (const char* header : {"without", "with", "difference", "95 % interval"}) table.add_column(header, Align::right);
  table.add_column("clear");
  std::string last;
  for (const AnswerRow& row : answers.rows) {
    const experiment::Comparison& c = row.outcome.comparison;
    const std::string interval = fmt::format("{} to {}", experiment::bare_difference(row.outcome, c.low),
                                             experiment::bare_difference(row.outcome, c.high));
    table.add_row(
        {row.question == last ? "" : row.question, row.outcome.plan.title, experiment::readable_value(row.outcome, c.baseline),
         experiment::readable_value(row.outcome, c.counterfactual), experiment::bare_difference(row.outcome, c.difference),
         c.n == 0 ? "not measured" : interval, row.clear ? terminal.tint(Tone::strong, "yes") : "no"});
    last = row.question;
  }
  terminal.print(table.draw(terminal));
}

void print_claims(const Terminal& terminal, const Answers& answers) {
  if (answers.claims.empty()) return;
  TextTable table;
  for (const char* header : {"question", "who", "claims", "the runs"}) table.add_column(header);
  for (const experiment::ClaimRow& row : answers.claims) {
    table.add_row({row.question, row.claim.who,
                   fmt::format("{}: {} {}", row.claim.text, row.claim.outcome, row.claim.direction), row.verdict});
  }
  terminal.heading("What is claimed, and what the runs say");
  terminal.print(table.draw(terminal));
}

void print_answers(const Terminal& terminal, const AnswersOptions& options, const Answers& answers) {
  terminal.print(
      terminal.tint(Tone::strong, fmt::format("{} questions, {} pairs of runs each", answers.questions.size(), options.runs)));
  terminal.print(terminal.tint(Tone::faint, fmt::format("from seed {}, one farm for {}, outside world {}, {} until the fork",
                                                        options.seed, options.sample, options.outside, options.from)));
  terminal.print("");
  print_effects(terminal, answers);
  const std::string summary = fmt::format(
      "{} of {} effects are clear: their interval does not contain zero, and at most one in {:.0f} of them is expected to be a "
      "false discovery (Benjamini and Hochberg over the whole table). The others are not distinguishable from none.",
      answers.clear_rows(), answers.rows.size(), 1 / answers.rate);
  terminal.print(wrap(summary, terminal.width()));
  print_claims(terminal, answers);
  std::vector<std::string> silent;
  for (const experiment::Answer& answer : answers.questions) {
    if (answer.applicable == 0 && answer.faulted < answers.runs) silent.push_back(answer.question->id);
  }
  if (!silent.empty()) {
    terminal.print("");
    terminal.print(
        wrap(fmt::format("What these need held in no run at the fork: {}.", fmt::join(silent, ", ")), terminal.width()));
  }
}

}  // namespace

int execute(const AnswersOptions& asked, const Terminal& terminal) {
  const Result<experiment::LoadedRun> loaded = experiment::load_run(request_of(asked, ""));
  if (!loaded) return refuse(terminal, loaded.diagnostics(), asked.json);
  const experiment::LoadedRun& run = loaded.value();
  AnswersOptions options = asked;
  if (run.scenario.chronicle.empty()) options.from = "free";  // there is no record to fork from
  const Result<std::vector<const Question*>> questions = chosen(run.scenario, options.names);
  if (!questions) return refuse(terminal, questions.diagnostics(), options.json);
  const std::string folder = options.out.empty() ? "results/answers" : options.out;
  if (!write_results(terminal, folder, {})) return kRunFailed;
  std::vector<std::string> journals;
  Answers answers;
  answers.runs = options.runs;
  for (std::size_t i = 0; i < questions.value().size(); ++i) {
    const Question& question = *questions.value()[i];
    experiment::StudyPlan plan = make_plan(options, run, question);
    plan.parameter_runs = 0;
    plan.explanation_runs = 0;
    plan.explanations.clear();
    plan.shown.clear();
    plan.bands.clear();
    const std::vector<std::string> acts = experiment::act_lines(question.acts, run.scenario.names);
    const std::string label = fmt::format("pairs of {} ({} of {})", question.id, i + 1, questions.value().size());
    const std::string key = study_key(options, run, plan, acts);
    const experiment::StudyRun study = play_study(terminal, options, plan, folder, key, label);
    if (study.outcome == experiment::StudyOutcome::interrupted) return stopped(terminal, study.error);
    journals.push_back(journal_path(folder, key));
    answers.add(question, study.result);
  }
  answers.control_false_discoveries();
  const experiment::ScenarioStamp stamp = {engine_name(), run.scenario.params.scenario.key, format_digest(run.scenario.digest)};
  const std::string json = experiment::answers_json(answers, stamp, request_of(options, ""), options.from);
  if (!write_results(terminal, folder,
                     {{"answers.csv", experiment::answers_csv(answers)},
                      {"claims.csv", experiment::claims_csv(answers)},
                      {"answers.json", json}})) {
    return kRunFailed;
  }
  for (const std::string& journal : journals) experiment::remove_journal(journal);
  if (options.json) {
    terminal.print(json);
  } else {
    print_answers(terminal, options, answers);
    terminal.print("\nTables: " + terminal.tint(Tone::strong, folder + "/answers.csv") + ", claims.csv, answers.json");
  }
  int faulted = 0;
  std::string first_fault;
  for (const experiment::Answer& answer : answers.questions) {
    if (faulted == 0 && answer.faulted > 0) first_fault = "of " + answer.question->id + ": " + answer.first_fault;
    faulted += answer.faulted;
  }
  return ended(terminal, faulted, first_fault, "pairs of runs");
}

}  // namespace thermidor::cli
