// Slopes of functions that are given as code, and the scissors as the simulation publishes them.
#pragma once

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>

#include "economy/economy.hpp"
#include "economy/farm_supply.hpp"
#include "economy/make_state.hpp"
#include "economy/scenario_tables.hpp"

namespace thermidor::reference::testing {

// d ln f / d ln x at x, by differences of two widths, so that the error is of the fourth order.
template <class Function>
double elasticity_at(const Function& function, double x) {
  const auto slope = [&](double width) {
    return (std::log(function(x * std::exp(width))) - std::log(function(x * std::exp(-width)))) / (2 * width);
  };
  return (4 * slope(0.0005) - slope(0.001)) / 3;
}

// How the sales of the shipped farms answer a grain price that changes by this factor, where they are used to these terms of
// trade, other farm goods cost as in 1913 and this share of the goods wanted is to be had: the elasticity over that change.
inline double shipped_farms_answer(double terms, double availability, double factor) {
  const economy::FarmParams params;
  economy::FarmConditions conditions;
  conditions.price_goods = 1 / terms;
  conditions.price_other = 1;
  conditions.private_legality = .9;
  conditions.goods_availability = availability;
  const auto pay = [&](double price) { conditions.price_grain_free = conditions.price_grain_state = price; };
  pay(params.sale.price_1913);
  const double habit = economy::pull_of_prices(params, conditions);
  const auto sold = [&](double price) {
    pay(price);
    return economy::share_to_sell(params.sale.keep, params.sale.response, economy::terms_felt(params, conditions, habit));
  };
  return std::log(sold(factor * params.sale.price_1913) / sold(params.sale.price_1913)) / std::log(factor);
}

// Of a small rise.
inline double shipped_farms_elasticity(double terms, double availability) {
  return shipped_farms_answer(terms, availability, 1.001);
}

// The shipped branches and regions as they stand at the start, without farms.
struct OpeningBooks {
  economy::Params params;
  economy::State state;
  Policy policy;

  OpeningBooks() {
    using economy::testing::read_rows;
    const auto tables = std::filesystem::path(THERMIDOR_SOURCE_DIR) / "scenarios" / "soviet-1921" / "tables";
    params.regions = read_rows<economy::RegionRow>(tables / "regions.toml");
    params.branches = read_rows<economy::BranchRow>(tables / "branches.toml");
    EXPECT_FALSE(params.regions.empty() || params.branches.empty()) << tables;
    state = economy::make_state(params, 1, kOpening);
    economy::set_opening_instruments(policy);
  }

  static constexpr Month kOpening = make_month(1921, 3);
};

// Ratio that the economy publishes when industrial and farm prices stand so over 1913.
inline double published_scissors(double industrial, double farm) {
  OpeningBooks books;
  books.state.money.factory = industrial;
  books.state.money.other = farm;
  for (double& price : books.state.regions.price) price = farm * books.params.scale.grain_price;
  EconomySignal signal;
  economy::publish(books.state, books.params, books.policy, OpeningBooks::kOpening, signal);
  return signal.scissors_ratio_industrial_to_agricultural / 100;
}

}  // namespace thermidor::reference::testing
