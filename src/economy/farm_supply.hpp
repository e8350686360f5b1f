// What moves a region's farms to sell grain, and to whom: prices, goods to be had, habit.
#pragma once

#include "core/calendar.hpp"
#include "economy/farm_outlook.hpp"
#include "economy/farm_params.hpp"
#include "economy/village.hpp"

namespace thermidor::economy {

// Private price less the trader's margin and his risk where trade is not lawful; kopecks per kg.
double private_price(const FarmParams& params, const FarmConditions& conditions);

// Mean of what the state and private buyers pay, by the shares meant for each; kopecks per kg.
double price_met(const FarmParams& params, const FarmConditions& conditions);

// What farms of a region gain from selling: price got over price of goods, 1913 = 1; and that times availability to a power.
double price_ratio(const FarmParams& params, const FarmConditions& conditions);
double terms_of_trade(const FarmParams& params, const FarmConditions& conditions);

// Price ratio times the price of grain over that of other farm goods, to a power; 1913 = 1.
double pull_of_prices(const FarmParams& params, const FarmConditions& conditions);

// How far farms answer a change of prices, and learn from it: wholly where goods are to be had, hardly where they are not.
double answer_to_prices(const FarmParams& params, const FarmConditions& conditions);

// Terms as they move sales, given the pull of prices that farms are used to: with goods rationed, the answer to a change of
// prices fades (Sah and Stiglitz).
double terms_felt(const FarmParams& params, const FarmConditions& conditions, double expected);

// Share of the surplus that farms wish to sell at these terms (CES between own use and goods).
double share_to_sell(double keep, double response, double terms);

// Share of what is left that is sold in a month, so that by the next harvest the wished share of all will be if nothing
// changes: `now` and `rest` are the month's part of the year's sales and that of the months from it on, `kept` is the part
// not yet eaten or fed of what is not for sale. What was sold before does not count: who wishes to sell less than he did holds
// back some of what is left, not all of it.
double share_of_rest(double wished, double now, double rest, double kept);

// Share of what would be sold in the coming month that is brought to market while grain grows dearer, the rest waiting for a
// better price; `price` is the free price over the price level.
double share_brought(const FarmParams& params, const FarmOutlook& last, double price, Month month);

// Share of offered grain meant for the state: a logit of the price ratio and of how lawful private trade is.
double channel_to_state(const FarmParams& params, const FarmConditions& conditions);

}  // namespace thermidor::economy
