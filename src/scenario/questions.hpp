// The parts of a scenario that are no parameters: what it is, what it is checked against, what is asked of it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/calendar.hpp"
#include "core/expression.hpp"
#include "model/act.hpp"
#include "model/params.hpp"
#include "scenario/document.hpp"
#include "scenario/names.hpp"

namespace thermidor::scenario {

// One line of the scorecard: a condition that should hold, or a value and the band in which it should lie.
struct Check {
  std::string id;
  std::string title;
  std::string kind;   // "pattern", "incident", "initial", "verdict" or "band"
  std::string claim;  // claims.md ids
  Expression value;   // either value with low and high ...
  std::optional<double> low;
  std::optional<double> high;
  Expression holds;  // ... or a condition
  std::string unit;
  std::string use;          // "calibrated" and "input" earn no credit, "validation" does
  Expression precondition;  // judged only where this holds; empty = always
  std::string source;
  std::string note;
  std::string file;
  Place place;
};

// What a question looks at: a number of each run, beside what the record says.
struct Outcome {
  std::string id;
  std::string title;
  std::string unit;
  Expression value;
  std::optional<double> recorded;
};

// What somebody says that the change would do to an outcome; set beside what the runs say, never tuned to.
struct ClaimedEffect {
  std::string who;
  std::string source;     // line of the essay, or key of the bibliography
  std::string outcome;    // id of the outcome that it speaks of
  std::string direction;  // "rises", "falls" or "unchanged"
  std::string text;
  std::string status;  // "read" or "recalled"
};

// One counterfactual: a fork from history, the acts that make it, and what to look at.
struct Question {
  std::string id;
  std::string title;
  std::string background;
  std::string decider;
  Month at;  // fork: the first act's month at the latest
  std::string happened;
  std::string essay;
  std::string historians;  // what they argue, where the data say; may be empty
  std::string cost;        // what it costs that the run starts later or otherwise than the question asks; may be empty
  std::vector<Act> acts;
  Expression precondition;  // in the run up to the fork, for the question to make sense
  std::vector<Outcome> outcomes;
  std::vector<ClaimedEffect> claims;
  std::vector<std::string> look_at;
  std::string cannot_tell;
  std::string file;
};

ScenarioInfo read_info(const Document& document, Diagnostics& diagnostics);
std::vector<Check> read_checks(const Document& document, const Vocabulary& vocabulary, Diagnostics& diagnostics);
// Endings are rows of the model's parameters; here their conditions are checked.
void check_endings(const Document& document, const Vocabulary& vocabulary, Diagnostics& diagnostics);
// The [[outcome]] tables of a question or a design.
std::vector<Outcome> read_outcomes(const Document& document, const Vocabulary& vocabulary, Diagnostics& diagnostics);
Question read_question(const Document& document, const Names& names, const Vocabulary& vocabulary, Diagnostics& diagnostics);

// Names that expressions of a scenario may use: all observed series (model/series.hpp), kinds of events, leaders and posts.
Vocabulary make_vocabulary(const Names& names);

}  // namespace thermidor::scenario
