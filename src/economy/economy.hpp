// The economy's part of a month, in order. Everything but farms; farms are stepped between set_quotas and book_villages.
//
//   set_instruments(policy, state, params, month)                       phase 7   bodies set what no act holds
//   plan_materials(state, params, policy, expertise, seed, month)       phase 7
//   set_quotas(state, params, policy, outside, month)                   phase 8   writes state.regions.conditions
//   step_farms(...)                                                     phase 8   reads them, writes FarmFlows
//   book_villages(state, params, flows, month)                          phase 8
//   plan_budget, produce, settle, trade_privately, move_grain, trade_abroad, run_budget, extend_credit, invest, close_trusts,
//   hire, move_people 9-12 audit(state, flows)                                                           before prices and
//   units change divisor = move_prices(state, params, policy, month)                 phase 13 publish(state, params, policy,
//   month, signal) phase 14 if (divisor > 1) change_unit(state, divisor, redenominate_farm_state(farms, divisor))
#pragma once

#include <cstdint>

#include "core/calendar.hpp"
#include "economy/audit.hpp"
#include "economy/extend_credit.hpp"
#include "economy/grain_market.hpp"
#include "economy/hire.hpp"
#include "economy/invest.hpp"
#include "economy/move_people.hpp"
#include "economy/move_prices.hpp"
#include "economy/params.hpp"
#include "economy/plan_materials.hpp"
#include "economy/produce.hpp"
#include "economy/report_industry.hpp"
#include "economy/run_budget.hpp"
#include "economy/set_instruments.hpp"
#include "economy/set_quotas.hpp"
#include "economy/settle.hpp"
#include "economy/state.hpp"
#include "economy/trade_abroad.hpp"
#include "economy/trade_privately.hpp"
#include "signals/economy.hpp"
#include "signals/outside.hpp"
#include "signals/policy.hpp"

namespace thermidor::economy {

// Fills every field of the signal from the month's state.
void publish(State& state, const Params& params, const Policy& policy, Month month, EconomySignal& signal);

// What others hear where a scenario has no economy: bread, work and goods as in ordinary times, nobody hungry or short.
EconomySignal quiet_signal();

}  // namespace thermidor::economy
