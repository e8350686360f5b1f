// Everything a report shows, as plain data: names are written out, ids follow titles, quantiles are computed. The writer of the
// HTML page (report.hpp) knows no model and no scenario; the experiment module fills this in.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/calendar.hpp"
#include "report/economy_input.hpp"
#include "report/party_input.hpp"

namespace thermidor::report {

// What kind of page it is: one run, a question answered by pairs of runs, or checks over many runs.
enum class ReportKind : std::uint8_t { run, question, checks };

// An act: what it is in words, and the line that repeats it.
struct ActLine {
  std::string title;
  std::string note;
  std::string line;
};

// The question as its file states it. Empty parts are left out of the page.
struct QuestionText {
  std::string id;                    // "C39", or the file's name
  std::string title;                 // the decision, in a line
  std::string background;            // paragraphs separated by blank lines
  std::string essay;                 // what the essay says would have followed
  std::vector<std::string> look_at;  // what to look at: titles of series
  std::string cannot_tell;           // what the model cannot tell
  std::vector<ActLine> acts;
  Month fork;  // first month in which the arms may differ
};

// One measured outcome, paired: counterfactual less baseline over the members to which the question applies.
struct OutcomeRow {
  std::string id;
  std::string title;
  std::string unit;                // "share of members" for outcomes that hold or not
  Month date;                      // when it is read
  std::string statistic;           // "mean" or "median"
  std::optional<double> recorded;  // the record's value, if there is one
  double baseline = 0;
  double counterfactual = 0;
  double difference = 0;
  double low = 0;  // interval of the difference
  double high = 0;
  std::string interval_kind;  // "bootstrap-t", "percentile bootstrap"
  double level = 0.95;
  double sign_share = 0;                      // share of members in which the difference has the sign of `difference`
  int n = 0;                                  // members compared
  bool distinguishable = false;               // the interval does not contain zero
  std::optional<double> difference_weighted;  // weighted by the probability of the forced history
  double effective_sample = 0;                // of those weights, in members
  double error_monte_carlo = 0;               // standard error from the number of members
  std::optional<double> error_parameters;     // spread of the effect over drawn traits and constants
  std::optional<double> error_explanations;   // spread over explanations; empty where not computed
  std::string sentence;                       // the row in one plain sentence
};

// Quantiles over members, one value per month of Fan::months.
struct Band {
  std::vector<double> q05, q25, q50, q75, q95;
};

// A value of the record. `status` is read, recalled, estimated, assumed, hindsight or calibrated; several sources of one date
// are several points.
struct RecordedPoint {
  Month month;
  double value = 0;
  std::optional<double> low, high;
  std::string status;
  std::string source;  // key into ReportInput::sources
  std::string date;    // as the source dates it: "1924/25"; empty: the month
};

// One series over time. For a single run all quantiles are equal and `counterfactual` is empty.
struct Fan {
  std::string series;   // id: "grain_harvest"
  std::string title;    // "harvest of the current agricultural year so far"
  std::string heading;  // under which it is drawn: "Bread"; fans of one heading stand together
  bool main = true;     // the others are folded away under their heading
  std::string unit;
  std::vector<Month> months;
  Band baseline;
  Band counterfactual;
  std::vector<RecordedPoint> recorded;
  Month data_end;  // what comes later is extrapolated; Month{} = nothing is
};

// Who sat where and stood with whom in one month of the member shown (see ReportInput::shown_seed).
struct StandingRow {
  Month month;
  std::string leader;  // name written out
  int bloc = -1;       // number of the bloc, -1 none
  bool ruling = false;
  int seat = 0;  // 2 full member of the chief bureau, 1 candidate, 0 none
  int rung = 0;  // of the ladder of sanctions, 0-7
  double strength = 0;
};

struct EventLine {
  Month month;
  std::string kind;
  std::string title;   // one sentence
  double weight = 0;   // importance, 0-1
  std::string claims;  // ids of the rules that fired
};

// One arm's story in the member shown.
struct ArmStory {
  std::vector<StandingRow> standings;
  std::vector<EventLine> events;
  std::vector<RollCall> roll_calls;
  std::vector<RollCall> divisions;  // the closest and weightiest of all, in order of time
  std::string ending_id, ending_title;
};

struct EndingShare {
  std::string id;
  std::string title;
  double baseline = 0;  // share of members, 0-1
  double counterfactual = 0;
};

// A decision imposed by an act, and how probable the model held it (mean over members).
struct ForcedLine {
  Month month;
  std::string act;
  double probability = 1;
  bool from_history = false;  // from the chronicle, not from the question
  std::string title;          // in words, where the file says so
};

struct CheckLine {
  std::string id;
  std::string title;
  std::string kind;
  std::optional<double> value, low, high;
  std::optional<bool> held;  // empty where it could not be judged
  std::string reason;
  std::string source;
};

struct SourceLine {
  std::string key;
  std::string text;  // full reference
  std::string status;
  std::string used_for;  // tables and variables, or what else it bears
};

struct ReportInput {
  ReportKind kind = ReportKind::question;
  std::string title;
  std::string scenario_title;
  std::string scenario_id;
  std::string engine;  // "thermidor 0.1.0"
  std::string scenario_digest;
  std::string result_digest;  // over everything the numbers came from
  std::string command;        // the command that gives the same bytes again
  std::uint64_t seed = 0;
  int sample = 1000;  // one simulated farm stands for so many
  int runs = 1, applicable = 1;
  std::string outside;     // "recorded" or "drawn"
  std::string start_from;  // "history" or "free"
  Month start, end;
  std::string base = "1913";        // year against which indices stand
  std::vector<std::string> rungs;   // what each rung of the ladder of sanctions is called
  std::string extrapolation;        // a sentence, where the run goes on beyond the record
  QuestionText question;            // empty for a plain run
  std::vector<std::string> answer;  // three sentences that say the result
  std::vector<OutcomeRow> outcomes;
  std::vector<Fan> fans;
  std::vector<EndingShare> endings;
  std::vector<ForcedLine> forced;
  double log_probability = 0, effective_sample = 0;  // of the forced history, mean over members
  std::uint64_t shown_seed = 0;                      // of the member whose story is told
  ArmStory baseline_story;
  ArmStory counterfactual_story;  // empty for a plain run
  std::vector<CheckLine> checks;  // of a plain run
  EconomyPictures economy;
  PartyPictures party;
  std::vector<std::string> notes;  // cautions: what was left out, what the numbers cannot bear
  std::vector<SourceLine> sources;
};

}  // namespace thermidor::report
