// What towns eat: state bread by cards or in the queue, the bazaar's by who offers most.
#pragma once

#include "core/calendar.hpp"
#include "economy/params.hpp"
#include "economy/state.hpp"
#include "signals/policy.hpp"

namespace thermidor::economy {

// How freely the state lets its grain go this month, 0 to 1: stock and what is to come against what must last until the
// harvest.
double state_release(const State& state, const Params& params, const Policy& policy, Month month);

// What a kilogram of state bread costs in the shop.
double shop_price(const State& state, const Params& params);

// Towns buy bread: the state's ration first, then the market, by stratum and region. Then the army; then spoilage.
void feed_towns(State& state, const Params& params, const Policy& policy, Month month);

// What the state and traders hold spoils.
void spoil_stocks(State& state, const Params& params, Month month);

}  // namespace thermidor::economy
