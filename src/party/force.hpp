// Forced decisions: how probable each was, and carrying it out. The same for the chronicle and for counterfactual acts.
#pragma once

#include <span>

#include "party/bargain.hpp"
#include "party/forced.hpp"

namespace thermidor::party {

// Chance in [1e-6, 1] that the model would have taken this decision this month.
double forced_probability(const Convention& c, const Forced& act);
// Writes the probability to the records, then carries the decision out.
void apply_forced(Convention& c, std::span<const Forced> acts);

// The act of proposing exactly this bloc, and of attacking exactly this person.
Act alliance_act(const Convention& c, const Table& table, std::size_t i, const std::vector<LeaderId>& leaders);
Act attack_act(const Convention& c, const Table& table, std::size_t i, std::size_t victim);

}  // namespace thermidor::party
