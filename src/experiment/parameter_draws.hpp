// Constants that differ from member to member of an ensemble: drawn from the scenario's posterior, or jittered. A member's
// constants depend on its seed alone, so both arms of a pair have the same.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/params.hpp"
#include "scenario/calibration.hpp"

namespace thermidor::experiment {

struct ParameterDraws {
  scenario::Posterior posterior;  // empty: stored values
  double jitter = 0;              // spread of the logarithm of every constant of economy and farms; 0: none

  bool none() const { return posterior.empty() && jitter == 0; }
  // The constants of the member with this seed; nothing where they are the stored ones.
  std::optional<Params> of_member(const Params& stored, std::uint64_t seed) const;
  // Names the draws in the key of a study.
  std::uint64_t digest() const;
};

// Which of the posterior's draws the member with this seed has.
std::size_t posterior_draw(const scenario::Posterior& posterior, std::uint64_t seed);

// Multiplies every real constant of economy and farms (tables of rows left out) by exp(spread * normal), kept within its
// bounds.
void jitter_constants(Params& params, double spread, std::uint64_t seed);

}  // namespace thermidor::experiment
