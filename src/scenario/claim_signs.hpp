// Signs of claims' rules: what published series show in months in which a rule of no single event is at work
// (claim_signs.toml). Counted for readers; nothing here can change a run.
#pragma once

#include <string>
#include <vector>

#include "core/expression.hpp"
#include "scenario/claims.hpp"

namespace thermidor::scenario {

struct ClaimSign {
  std::string claim;  // "M017"
  std::string title;  // the sign in words
  Expression when;    // holds in the months in which it shows
  Place place;
};

// claim_signs.toml of a scenario: at most one sign of each claim.
std::vector<ClaimSign> read_claim_signs(const Document& document, const Vocabulary& vocabulary,
                                        const std::vector<Claim>& claims, Diagnostics& diagnostics);

}  // namespace thermidor::scenario
