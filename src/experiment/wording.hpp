// Results in plain sentences. What cannot be told apart from zero is said to be so; nothing is rounded up to a finding.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "experiment/study.hpp"

namespace thermidor::experiment {

// Three significant digits with groups of three apart, never finer than a thousandth; "62 %" for shares of members.
std::string readable_number(double value);
std::string readable_share(double share);

// Value of an outcome with its unit, as a reader says it.
std::string readable_value(const OutcomeResult& outcome, double value);
std::string readable_difference(const OutcomeResult& outcome, double difference);
std::string bare_difference(const OutcomeResult& outcome, double difference);  // without the unit

// One standard deviation of the error in all its parts: pairs, traits and constants, readings of the outcome.
double whole_error(const OutcomeResult& outcome);
// Whether a difference told from chance is also more than twice that error, as far as it was measured.
bool settled(const OutcomeResult& outcome);

// Status of a value as readers are told it: a row of a table has one, and its reason says what in it is hindsight.
std::string readable_status(const std::string& status);

// Share of pairs whose difference has the sign of the whole; nothing of the whole has none.
std::string sign_text(const Comparison& comparison);

// "The change makes a difference: “A leads at the end” holds in 41 % of runs with the change and in 23 % without it (difference
// +18 points, 95 % interval +13 to +23 points)." and, where it was measured, how the difference varies over what is uncertain.
std::string outcome_sentence(const OutcomeResult& outcome);

// The answer in three sentences: the first outcome measured, the others, and how far to trust them.
std::vector<std::string> answer_sentences(const StudyPlan& plan, const StudyResult& result);

// Cautions that belong beside the numbers.
std::vector<std::string> study_notes(const StudyPlan& plan, const StudyResult& result);

// What is said of a run that goes on beyond the record; empty if it does not.
std::string extrapolation_sentence(Month data_end, Month last);
// The first month that no record covers, if months until `last` go so far. `data_end` Month{}: not known.
std::optional<Month> extrapolated_from(Month data_end, Month last);

}  // namespace thermidor::experiment
