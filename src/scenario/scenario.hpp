// A scenario: everything that its text files say, checked and resolved.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/result.hpp"
#include "model/params.hpp"
#include "scenario/binding.hpp"
#include "scenario/calibration.hpp"
#include "scenario/claim_signs.hpp"
#include "scenario/claims.hpp"
#include "scenario/contrasts.hpp"
#include "scenario/designs.hpp"
#include "scenario/forecasts.hpp"
#include "scenario/questions.hpp"
#include "scenario/verdicts.hpp"

namespace thermidor::scenario {

struct Scenario {
  Params params;               // scenario.toml, parameters/*.toml, tables/*.toml
  std::vector<Act> chronicle;  // the record as acts, sorted by month
  std::vector<Act> acts;       // done in every run, sorted by month
  std::vector<Check> checks;
  std::vector<Question> questions;     // sorted by id
  std::vector<Contrast> contrasts;     // in the order of the files
  std::vector<Design> designs;         // in the order of the files
  ForecastTable forecasts;             // empty where there is no forecasts.toml
  std::vector<Verdict> verdicts;       // none where there is no verdicts.toml
  std::vector<Provenance> provenance;  // one per value
  Calibration calibration;             // empty where the scenario has none
  std::vector<Claim> claims;           // of the source essay, in the order of the file; none where there is no claims.toml
  std::vector<ClaimSign> claim_signs;  // none where there is no claim_signs.toml
  Names names;
  Vocabulary vocabulary;
  std::string folder;
  std::uint64_t digest = 0;  // of parameters and chronicle: what can change a run

  const Question* find_question(const std::string& id) const;
  const Claim* find_claim(const std::string& id) const;
};

// Loads the scenario in a folder. Otherwise every fault of meaning in all files and the first fault of form of each, sorted by
// place.
Result<Scenario> load_scenario(const std::string& folder);

}  // namespace thermidor::scenario
