// Grain collected by the state against the year before, as the returns of the time compared it.
#pragma once

#include "core/calendar.hpp"
#include "economy/state_trade.hpp"

namespace thermidor::economy {

// How far collections since July are behind last year's: 0 while nobody complains and from July to September, nearly 1 when
// nothing has come in.
double season_behind(const TradeState& trade, Month month);

// How far those of the last three months are: a good August does not hide an empty November. A quarter in which little is ever
// collected says little. To be asked before this month is remembered.
double quarter_behind(const TradeState& trade, Month month);

// Keeps this month's total for the comparisons of the coming year.
void remember_collections(Month month, TradeState& trade);

}  // namespace thermidor::economy
