// Who carries retail trade, at what margin: the state's and co-operatives' shops, private trade within and without the law.
#pragma once

#include "economy/params.hpp"
#include "economy/state.hpp"
#include "signals/policy.hpp"

namespace thermidor::economy {

// Mean price of what stands on the shelves, and the retail price above it by seller.
void move_retail_price(State& state, const Params& params);

// Networks grow into the turnover that private trade leaves them; capital, law and consigned goods set what private trade can
// carry; theft follows idle plants and unpaid wages (S07, S11).
void move_trade(State& state, const Params& params, const Policy& policy);

}  // namespace thermidor::economy
