// What `show` prints about a claim of the essay.
#pragma once

#include <string>
#include <vector>

#include "print_page.hpp"
#include "scenario/scenario.hpp"
#include "terminal.hpp"

namespace thermidor::cli {

// Everything about a claim of the essay: words, reference, voice, where the project uses it. `uses`: all of the scenario's.
Page claim_page(const scenario::Scenario& scenario, const scenario::Claim& claim, const std::vector<scenario::ClaimUse>& uses);

// How often rules that bear the claim fired, over runs that are played for it; says so and plays none where no event can tell.
int add_firings(const scenario::Claim& claim, const std::vector<scenario::ClaimUse>& uses, const std::string& scenario,
                int seeds, const Terminal& terminal, Page& page);

}  // namespace thermidor::cli
