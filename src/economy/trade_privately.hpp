// Traders' month: what they earned is taxed, shared with officials, seized, spent and kept.
#pragma once

#include "economy/params.hpp"
#include "economy/state.hpp"
#include "signals/policy.hpp"

namespace thermidor::economy {

// Taxes, licences, bribes and seizures of traders; what is left they live on and trade with. Corruption of officials follows
// the bribes (M011, S11, S93).
void trade_privately(State& state, const Params& params, const Policy& policy);

}  // namespace thermidor::economy
