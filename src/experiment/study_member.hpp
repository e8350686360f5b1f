// What a study keeps of one pair of runs, and its text form in a journal. Numbers are written by their bits: reading gives back
// exactly what was computed, so a study gives the same bytes whether or not it was interrupted.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace thermidor::experiment {

// A decision that an act of the question forced, and how probable the model held it. NaN: the model did not say.
struct ForcedProbability {
  std::int32_t month = 0;  // Month::index
  std::string act;
  double probability = 1;
};

struct StudyMember {
  std::uint64_t seed = 0;
  bool applicable = true;                 // what the question requires held at the fork
  std::string fault;                      // broken invariant of either arm
  double log_probability = 0;             // of the history forced before the fork
  std::int32_t history_decisions = 0;     // how many were forced by the chronicle
  std::vector<ForcedProbability> forced;  // by the question's own acts
  std::vector<double> baseline;           // outcomes; NaN where not measured
  std::vector<double> counterfactual;
  std::vector<std::string> endings_baseline;
  std::vector<std::string> endings_counterfactual;
  std::uint64_t digest_baseline = 0;
  std::uint64_t digest_counterfactual = 0;
  std::vector<float> shown_baseline;        // shown series, series after series, all months
  std::vector<float> shown_counterfactual;  // the same, months from the fork on
  std::vector<double> bands_baseline;  // checks with a band: 1 held, 0 failed, 2 not judged, then the value; check by check
  std::vector<double> bands_counterfactual;
};

// What was measured, without the bands: a study's digest is over this.
std::string encode_measured(const StudyMember& member);

std::string encode_member(const StudyMember& member);
std::optional<StudyMember> decode_member(std::string_view text);

}  // namespace thermidor::experiment
