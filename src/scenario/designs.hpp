// Designs: factors with levels, each level a list of acts; every combination is played, and the spread of the outcomes is
// shared out among the factors. claims.md L51 L113 (person, chair or circumstances).
#pragma once

#include <string>
#include <vector>

#include "model/act.hpp"
#include "scenario/document.hpp"
#include "scenario/names.hpp"
#include "scenario/questions.hpp"

namespace thermidor::scenario {

struct DesignLevel {
  std::string id;
  std::string title;
  std::vector<Act> acts;  // none: things as they are
};

struct DesignFactor {
  std::string id;
  std::string title;
  std::vector<DesignLevel> levels;  // at least two
};

struct Design {
  std::string id;
  std::string title;
  std::string background;
  Month at;     // the record decides before; no act comes earlier than the fork
  Month until;  // last month played: the scenario's end, or beyond it, which is an extrapolation
  std::vector<DesignFactor> factors;
  std::vector<Outcome> outcomes;
  std::string cannot_tell;
  std::string file;
};

// designs/*.toml: one design each.
Design read_design(const Document& document, const Names& names, const Vocabulary& vocabulary, Diagnostics& diagnostics);

}  // namespace thermidor::scenario
