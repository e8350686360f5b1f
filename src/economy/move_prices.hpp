// All prices move together, once, at the end of the month; then money: inflation, the stable currency, changes of the unit.
#pragma once

#include <cstdint>
#include <span>

#include "core/calendar.hpp"
#include "core/quantity.hpp"
#include "economy/params.hpp"
#include "economy/state.hpp"
#include "signals/policy.hpp"

namespace thermidor::economy {

inline constexpr double kIncomeFloor = 33;  // million roubles of 1913 a month: exchange never dies out

// Moves every price and the wage. Returns the divisor of a change of the unit that is due now, or 1 (see change_unit).
std::int64_t move_prices(State& state, const Params& params, const Policy& policy, Month month);

// Common rise of old-money prices: money against demand for it. Zero after the reform.
double money_pressure(const State& state, const Params& params);

// Two currencies: what money lost by holder, flight into the stable one, its revaluation in old roubles (M010).
void move_currency(State& state, const Params& params, const Policy& policy);

// Divisor of a change of the unit that is due, or 1; the reform itself.
std::int64_t unit_due(State& state, const Params& params, const Policy& policy, Month month);

// Trust prices: cost and markup, stock, cartel, ceilings, cuts.
void move_trust_prices(State& state, const Params& params, const Policy& policy, double pressure);

// Puts every nominal stock and price into a unit worth `divisor` old ones. `village_lost`: per region, old kopecks that farms
// lost to whole new ones. Returns the residual of the event: old money - divisor x new money - lost, which must be 0.
std::int64_t change_unit(State& state, std::int64_t divisor, std::span<const Kopecks> village_lost);

}  // namespace thermidor::economy
