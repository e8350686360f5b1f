// Retail of industrial goods: who sells, at what price, and who gets the money.
#pragma once

#include <cstdint>

#include "economy/params.hpp"
#include "economy/state.hpp"
#include "signals/policy.hpp"

namespace thermidor::economy {

inline constexpr double kTraderCosts = 0.45;  // of the private margin: rent, transport, hands

enum class Buyer : std::uint8_t { villages, towns, state };

// Of villages' orders, the share that a shelf of goods lets be met. Works, their shops and who queues there are in towns: where
// more is wanted than there is, a village's order counts for less (Johnson and Temin: controls bit harder in towns).
double village_share(const Params& params, double shelf, double orders, double towns);

// Clears the month's sales before the first of them.
void begin_sales(State& state);

// Takes `amount` (kopecks of 1913) of goods out of stock and deals out `money`, which stands on the shops' account, to trusts,
// artisans, budget (excise) and trade. Demand goes to sellers with stock and low prices.
void deliver_goods(State& state, const Params& params, double amount, double money, Buyer buyer);

// Townspeople spend what they planned on goods, as far as the shelves go.
void shop(State& state, const Params& params, double share_of_plan);

}  // namespace thermidor::economy
