// The budget by item, money by holder, credit by borrower and foreign trade by use, as observed series.
#pragma once

#include "economy/params.hpp"
#include "economy/state.hpp"
#include "signals/economy.hpp"

namespace thermidor::economy {

void publish_money(const State& state, const Params& params, EconomySignal& signal);

}  // namespace thermidor::economy
