// Steps of investment that files share: what building costs, how plant grows, who paid.
#pragma once

#include "economy/measures.hpp"
#include "signals/policy.hpp"

namespace thermidor::economy {

// Share of building goods and builders asked for that is there, between the worst and the mean.
double building_supply(const State& state, const Params& params);

// New works begun, carried on and opened; repair, wear; rails and builders (S02 S03 S15).
void build_plant(State& state, const Params& params, const Policy& policy, double real);

// Books this month's investment under those who paid for it (S14).
void count_sources(State& state, const Params& params);

}  // namespace thermidor::economy
