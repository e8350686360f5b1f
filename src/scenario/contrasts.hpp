// Contrasts: tests of one mechanism by runs that differ in it alone, and what is expected to differ between them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/calendar.hpp"
#include "core/expression.hpp"
#include "model/act.hpp"
#include "scenario/document.hpp"
#include "scenario/names.hpp"
#include "scenario/questions.hpp"

namespace thermidor::scenario {

// Which number of a draw an expectation judges; the changed arm comes first in a difference and a ratio.
enum class Compared : std::uint8_t { difference, ratio, baseline, changed };
const char* compared_name(Compared compared);

// Where the number should lie, in how many draws.
struct Expectation {
  std::size_t outcome = 0;  // of the contrast
  Compared compared = Compared::difference;
  std::optional<double> low;
  std::optional<double> high;
  int sign = 0;            // 1: must rise, -1: must fall, instead of a band; no change is neither
  double share = 0.9;      // of the draws that must do so
  bool by_median = false;  // the median draw is judged, not a share
  std::string source;
  std::string note;
};

struct Contrast {
  std::string id;
  std::string title;
  std::string claim;      // claims.md ids
  Month history_until;    // first month free of the chronicle
  Month until;            // last month played; Month{}: the latest that an outcome reads
  std::vector<Act> both;  // done to both arms
  std::vector<Act> acts;  // done to the changed arm besides; none: the baseline alone is judged
  std::vector<Outcome> outcomes;
  std::vector<Expectation> expectations;
  std::string note;
  std::string file;
  Place place;
};

// All [[contrast]] tables of a file.
std::vector<Contrast> read_contrasts(const Document& document, const Names& names, const Vocabulary& vocabulary,
                                     Diagnostics& diagnostics);

}  // namespace thermidor::scenario
