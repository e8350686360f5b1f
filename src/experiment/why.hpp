// Why a decision of a run came out as it did, in sentences and tables: what was weighed, who voted how and why, who could have
// tipped it, what it brought. Needs a run that was explained (RunControl::explain).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "experiment/roster.hpp"
#include "experiment/run.hpp"
#include "experiment/to_json.hpp"
#include "scenario/questions.hpp"

namespace thermidor::experiment {

// Who could have turned a vote the other way, by what was cast.
struct Swing {
  int needed = 0;                               // voters of the winning side who would have had to change over; 0: none could
  std::vector<bool> pivotal;                    // of the seats: one vote of it turned would have turned the result
  std::vector<std::pair<LeaderId, int>> blocs;  // leaders whose own vote and clients together would have, with their votes
};
Swing weigh_swing(const VoteRecord& vote);
std::string swing_text(const VoteRecord& vote, const Swing& swing, const Roster& roster);

// Names of the record's acts, of the user's and of the questions', by their lines.
struct ActTitles {
  const std::vector<Act>* chronicle = nullptr;
  const std::vector<Act>* acts = nullptr;
  const std::vector<scenario::Question>* questions = nullptr;  // a run that repeats one has its acts as bare lines
  std::string of(const std::string& line) const;               // empty where none is given
};

// "1925-12.3": the third decision of December 1925.
std::string decision_id(const RunRecord& record, std::size_t number);
std::optional<std::size_t> find_decision(const RunRecord& record, std::string_view id);

// Decisions of a month, or in which a person took part; all of them, in order of time, without both.
std::vector<std::size_t> decisions_of(const RunRecord& record, std::optional<Month> month, LeaderId person);
// The most surprising that are no mere silence, in order of time.
std::vector<std::size_t> most_surprising(const RunRecord& record, std::size_t most);

// Surprise in bits: -log2 of the chance the model gave to what happened; nothing where it was not worked out.
std::optional<double> surprise_bits(const DecisionRecord& decision);

// One sentence, with names for ids.
std::string decision_title(const DecisionRecord& decision, const Roster& roster, const ActTitles& titles);

// A question put to the vote, in words.
std::string worded_question(const std::string& question, const Roster& roster);

// Who sits on a seat: a name, or what the generated member is.
std::string seat_title(const SeatRecord& seat, const Roster& roster);

// "own bloc +2.5, fear −0.4": the weightiest terms.
std::string weightiest_terms(const std::vector<TermRecord>& terms, std::size_t most);

// Why the chosen option and not the likeliest other: the gap of their worths and what it is made of. Empty without options.
std::string comparison_text(const DecisionRecord& decision);

struct Explanation {
  std::string id;
  std::string title;
  std::vector<std::pair<std::string, std::string>> facts;  // label, text
  std::vector<JsonTable> tables;
};
Explanation explain_decision(const RunRecord& record, const Roster& roster, const ActTitles& titles, std::size_t number);

}  // namespace thermidor::experiment
