#include "print_study.hpp"

#include <fmt/format.h>

#include "experiment/claimed_effects.hpp"
#include "experiment/wording.hpp"

namespace thermidor::cli {
namespace {

using experiment::OutcomeResult;

// The outcome with its unit, where the numbers do not show it.
std::string titled(const OutcomeResult& outcome) {
  const std::string& unit = outcome.plan.unit;
  const bool plain = outcome.holds_or_not || outcome.plan.value.gives_month || unit.empty() || unit == "1" || unit == "index" ||
                     unit == "rung";
  return plain ? outcome.plan.title : fmt::format("{} ({})", outcome.plan.title, unit);
}

std::string clear_text(const Terminal& terminal, const OutcomeResult& outcome) {
  if (!outcome.comparison.distinguishable) return "no";
  return experiment::settled(outcome) ? terminal.tint(Tone::strong, "yes") : "of chance";
}

void print_outcomes(const Terminal& terminal, const StudyText& text) {
  TextTable table;
  table.add_column("outcome");
  for (const char* header : {"record", "without", "with", "difference", "95 % interval", "clear"}) {
    table.add_column(header, Align::right);
  }
  for (const OutcomeResult& outcome : text.result->outcomes) {
    const experiment::Comparison& c = outcome.comparison;
    const std::string interval =
        fmt::format("{} to {}", experiment::bare_difference(outcome, c.low), experiment::bare_difference(outcome, c.high));
    table.add_row({titled(outcome), outcome.plan.recorded ? experiment::readable_value(outcome, *outcome.plan.recorded) : "",
                   experiment::readable_value(outcome, c.baseline), experiment::readable_value(outcome, c.counterfactual),
                   experiment::readable_difference(outcome, c.difference), c.n == 0 ? "not measured" : interval,
                   clear_text(terminal, outcome)});
  }
  terminal.print(table.draw(terminal));
  terminal.print(terminal.tint(
      Tone::faint,
      wrap("clear: no = not distinguishable, the interval of the paired difference contains zero; of chance = it does "
           "not, but the difference is less than twice its error over uncertain constants, traits and readings "
           "(below); yes = it is more",
           terminal.width())));
}

void print_endings(const Terminal& terminal, const StudyText& text) {
  TextTable table;
  table.add_column("ending");
  table.add_column("id");
  table.add_column("without", Align::right);
  table.add_column("with", Align::right);
  for (const experiment::EndingCount& ending : text.result->endings) {
    if (ending.baseline < 0.005 && ending.counterfactual < 0.005) continue;
    table.add_row({ending.title, ending.id, human_share(ending.baseline), human_share(ending.counterfactual)});
  }
  if (table.empty()) return;
  terminal.heading("How it ends (shares of runs; one run may reach several)");
  terminal.print(table.draw(terminal));
}

void print_errors(const Terminal& terminal, const StudyText& text) {
  TextTable table;
  table.add_column("outcome");
  for (const char* header : {"same sign", "pairs", "parameters", "explanations", "weighted"})
    table.add_column(header, Align::right);
  for (const OutcomeResult& outcome : text.result->outcomes) {
    const experiment::Comparison& c = outcome.comparison;
    const auto part = [&outcome](const std::optional<double>& error) {
      if (!error) return std::string("-");
      if (*error == 0) return std::string("±0");
      return "±" + experiment::readable_number(outcome.holds_or_not ? 100 * *error : *error);
    };
    table.add_row({outcome.plan.title, sign_text(c), part(c.standard_error), part(outcome.error_parameters),
                   part(outcome.error_explanations),
                   c.effective_sample < 10 ? "too few" : experiment::bare_difference(outcome, c.difference_weighted)});
  }
  terminal.heading("How sure that is");
  terminal.print(table.draw(terminal));
  terminal.print(terminal.tint(
      Tone::faint,
      wrap("same sign: share of pairs whose own difference has the sign of the whole; then one standard deviation of the "
           "error from the number of pairs, from " +
               std::string(text.plan->parameter_draws.none() ? "leaders' traits" : "leaders' traits and uncertain constants") +
               " (±0: within the noise of the pairs), from historians' readings of the outcome; weighted: the difference "
               "weighted by the probability of the forced history",
           terminal.width())));
}

// What is claimed beside what the runs say.
void print_claims(const Terminal& terminal, const StudyText& text) {
  TextTable table;
  for (const char* header : {"who", "claims", "the runs", "status"}) table.add_column(header);
  for (const scenario::ClaimedEffect& claim : text.question->claims) {
    const OutcomeResult* const outcome = experiment::find_outcome(*text.result, claim.outcome);
    if (outcome == nullptr) continue;
    table.add_row({fmt::format("{} ({})", claim.who, claim.source),
                   fmt::format("{}: \"{}\" {}", claim.text, outcome->plan.title, claim.direction),
                   experiment::judge_claim(claim, *outcome), claim.status});
  }
  if (table.empty()) return;
  terminal.heading("What is claimed, and what the runs say");
  terminal.print(table.draw(terminal));
}

std::string act_title(const std::vector<Act>& acts, const std::string& line) {
  for (const Act& act : acts) {
    if (act.text == line || act.forced.text == line) return act.title;
  }
  return {};
}

// Acts in words, where the file says so, above the line that repeats each.
void print_acts(const Terminal& terminal, const std::vector<Act>& acts) {
  terminal.heading("What was changed");
  for (const Act& act : acts) {
    if (!act.title.empty()) terminal.print(wrap("- " + act.title, terminal.width(), 2));
    terminal.print(terminal.tint(Tone::faint, (act.title.empty() ? "- " : "  ") + act.text));
  }
}

void print_forced(const Terminal& terminal, const StudyText& text) {
  if (text.result->forced.empty()) return;
  TextTable table;
  table.add_column("month");
  table.add_column("what the question forces");
  table.add_column("model's probability", Align::right);
  for (const experiment::ForcedDecision& forced : text.result->forced) {
    const std::string title = act_title(text.question->acts, forced.act);
    table.add_row(
        {format_month(forced.month), title.empty() ? forced.act : title, experiment::readable_share(forced.probability)});
  }
  terminal.heading("What was forced");
  terminal.print(table.draw(terminal));
}

}  // namespace

void print_study(const Terminal& terminal, const StudyText& text) {
  const scenario::Question& question = *text.question;
  terminal.print(terminal.tint(Tone::strong, question.title) + terminal.tint(Tone::faint, "  " + question.id));
  const std::string setup = fmt::format("{} pairs of runs from seed {}, one farm for {}, outside world {}, {} until {}",
                                        text.plan->runs, text.plan->setup.seed, text.plan->setup.sample, text.outside,
                                        text.from == "free" ? "free" : "history", month_title(text.plan->fork));
  terminal.print(terminal.tint(Tone::faint, wrap(setup, terminal.width())));
  terminal.print("");
  for (const std::string& sentence : text.answer) terminal.print(wrap(sentence, terminal.width()));
  const std::string beyond = experiment::extrapolation_sentence(text.plan->params->scenario.end, text.plan->last);
  if (!beyond.empty()) terminal.print(terminal.tint(Tone::strong, wrap(beyond, terminal.width())));
  print_acts(terminal, question.acts);
  terminal.heading("With and without the change");
  print_outcomes(terminal, text);
  print_endings(terminal, text);
  print_errors(terminal, text);
  print_forced(terminal, text);
  if (!question.essay.empty()) {
    terminal.heading("What the essay says");
    terminal.print(wrap(question.essay, terminal.width()));
  }
  if (!question.historians.empty()) {
    terminal.heading("What historians argue");
    terminal.print(wrap(question.historians, terminal.width()));
  }
  print_claims(terminal, text);
  if (!question.cost.empty()) {
    terminal.heading("What it costs that the run is not the question's own time");
    terminal.print(wrap(question.cost, terminal.width()));
  }
  if (!question.cannot_tell.empty()) {
    terminal.heading("What this cannot tell");
    terminal.print(wrap(question.cannot_tell, terminal.width()));
  }
  terminal.print("");
  for (const std::string& note : text.notes) terminal.print(terminal.tint(Tone::faint, wrap("- " + note, terminal.width(), 2)));
  if (!text.folder.empty()) {
    terminal.print("");
    terminal.print("Report: " + terminal.tint(Tone::strong, text.folder + "/report.html") + "  (tables beside it)");
  }
}

}  // namespace thermidor::cli
