// The members of an ensemble: one run each, or a pair where acts are done, with the seed and the constants that the design
// gives it; what is kept of each, and its bytes in the journal.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "experiment/endings.hpp"
#include "experiment/ensemble.hpp"
#include "experiment/member_design.hpp"
#include "experiment/pair.hpp"
#include "experiment/roster.hpp"
#include "scenario/questions.hpp"

namespace thermidor::experiment {

struct MembersPlan {
  const Params* params = nullptr;
  const Roster* roster = nullptr;
  MemberDesign design;
  RunSetup setup;         // its seed is the design's
  Agenda baseline;        // what all arms share
  std::vector<Act> acts;  // what the counterfactual does besides; none: one run a member
  Month fork;             // month of the first act
  Month last;
  std::vector<scenario::Check> checks;
  std::vector<scenario::Outcome> outcomes;
  std::vector<EndingRule> endings;
  std::vector<std::string> series;  // kept month by month

  bool paired() const { return !acts.empty(); }
  std::size_t arms() const { return paired() ? 2 : 1; }
  // "run", or "baseline" and "counterfactual".
  const char* arm_name(std::size_t arm) const { return !paired() ? "run" : arm == 0 ? "baseline" : "counterfactual"; }
  std::size_t months() const { return static_cast<std::size_t>(last - params->scenario.start) + 1; }
};

enum class Verdict : std::uint8_t { failed, held, not_judged };

// How often a kind of event had this actor in a run.
struct Firing {
  std::string kind;
  std::string actor;
  std::uint64_t times = 0;
};

struct MemberArm {
  std::vector<double> outcomes;  // NaN where not measured
  std::vector<Verdict> verdicts;
  std::vector<double> check_values;  // NaN where there is none
  std::vector<std::string> endings;
  std::vector<Firing> firings;  // by kind, then actor
  std::uint64_t digest = 0;
  std::vector<float> series;  // series after series, all months
};

struct MemberRecord {
  std::uint64_t seed = 0;
  std::string fault;           // why a run broke off; then there are no arms
  double log_probability = 0;  // of what was forced before the fork
  std::int32_t parted = -1;    // Month::index of the first month in which the arms differ; -1: never
  std::vector<MemberArm> arms;
};

// Nothing if it was stopped.
std::optional<MemberRecord> play_member(const MembersPlan& plan, std::size_t member, const RunControl& control);

std::string encode_record(const MemberRecord& record);
std::optional<MemberRecord> decode_record(std::string_view bytes);

// Everything that the members depend on.
std::string members_key(const MembersPlan& plan, const std::string& engine, std::uint64_t scenario_digest,
                        const std::vector<std::string>& acts);

// Outcomes by name: the id of a check with a value or of an ending, QUESTION.OUTCOME, or an expression. None given: every check
// with a band.
Result<std::vector<scenario::Outcome>> read_outcome_names(const std::vector<std::string>& names,
                                                          const std::vector<scenario::Check>& checks,
                                                          const std::vector<EndingRule>& endings,
                                                          const std::vector<scenario::Question>& questions,
                                                          const Vocabulary& vocabulary);

}  // namespace thermidor::experiment
