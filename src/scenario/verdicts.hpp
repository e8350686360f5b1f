// Verdicts: what is said in retrospect of who won, who was right and whether another had been milder, made into something that
// runs can be asked. claims.md S95.
#pragma once

#include <string>
#include <vector>

#include "core/expression.hpp"
#include "scenario/document.hpp"
#include "scenario/questions.hpp"

namespace thermidor::scenario {

struct Verdict {
  std::string id;
  std::string title;  // the question
  std::string says;   // the verdict
  std::string who;    // whose
  std::string essay;  // lines
  std::string claim;  // ids
  // Over an ensemble: a value in runs in which `given` holds (empty: all), alone or set against runs in which `against` holds
  // ...
  Expression given;
  Expression against;
  Expression value;
  std::string unit;
  // ... or the effect of a question on one of its outcomes.
  std::string question;
  std::string outcome;
  // Of a condition by itself: "usual", "rare". Of two groups, and of an effect: "higher", "lower", "same".
  std::string expects;
  double margin = 0;  // of "same": differences within it are none
  std::string source;
  std::string note;
  Place place;

  bool of_question() const { return !question.empty(); }
  bool compares() const { return of_question() || !against.empty(); }
};

// verdicts.toml of a scenario.
std::vector<Verdict> read_verdicts(const Document& document, const Vocabulary& vocabulary,
                                   const std::vector<Question>& questions, Diagnostics& diagnostics);

}  // namespace thermidor::scenario
