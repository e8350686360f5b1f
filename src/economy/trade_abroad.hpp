// Foreign trade under the monopoly: grain and other exports, imports of raw materials, machines and goods, gold and credit
// (S21).
#pragma once

#include "core/calendar.hpp"
#include "economy/params.hpp"
#include "economy/state.hpp"
#include "signals/outside.hpp"
#include "signals/policy.hpp"

namespace thermidor::economy {

void trade_abroad(State& state, const Params& params, const Policy& policy, const OutsideSignal& outside, Month month);

}  // namespace thermidor::economy
