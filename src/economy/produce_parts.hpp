// The parts of a month's production that several files share: what binds whom, and how it is told.
#pragma once

#include <array>

#include "economy/measures.hpp"
#include "signals/policy.hpp"

namespace thermidor::economy {

inline constexpr double kFall = 0.025;  // fastest fall of output a month
inline constexpr double kSeed = 0.02;   // of size: output from which a dead branch starts again

// A share of output that remains, and what takes most of the rest.
struct Bound {
  double factor = 1;
  Cause cause = Cause::demand;
};

// What holds all works alike: workers' bread, trains, hands, hours.
struct CommonBounds {
  double factor = 1;
  Bound worst;
};

// How supplies of this month bind one user: one minus what each missing material costs him (S02).
Bound bind(const BranchRow& row, const Materials& supply, double weight, double grip);

// Books what a branch made against what it wanted, and why not more.
void note_cause(BranchState& branches, std::size_t b, double wanted, const Bound& inputs, const CommonBounds& common);

// Needs of users for materials: needs.user[m] is what works want, branches.need what branches are asked for in all.
Materials count_needs(State& state, const Params& params);

// Heavy branches: output, stock, deliveries and the shares of their trusts.
void run_heavy(State& state, const Params& params, const CommonBounds& common, const Materials& users);

// Crafts and leased works. `raw` is the share of full use that stores of farm materials allow. Returns raw material used.
double run_private(State& state, const Params& params, const CommonBounds& common, double raw);

// Takes works on lease or back, by the law on private trade.
void lease_works(State& state, const Params& params, const Policy& policy);

// Workers and what is owed to them and to suppliers this month.
void count_costs(State& state, const Params& params, const Policy& policy);

}  // namespace thermidor::economy
