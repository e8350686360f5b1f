// The record's instruments and weather as inputs, for tests that need the twenties to take their course. Dates live here, not
// in rules.
#pragma once

#include <array>
#include <utility>
#include <vector>

#include "world_harness.hpp"

namespace thermidor::economy::testing {

// Value of the last step at or before the month; steps are {year * 100 + month, value}.
inline double step_value(const std::vector<std::pair<int, double>>& steps, Month month, double before) {
  const int now = month.year() * 100 + month.month();
  double value = before;
  for (const auto& [from, to] : steps) value = now >= from ? to : value;
  return value;
}

inline constexpr std::array<std::array<double, 7>, 9> kWeather = {{{1.0, .68, .29, .62, .68, .64, .82},
                                                                   {1.02, 1.02, .92, .95, .95, .88, .95},
                                                                   {.95, .92, .82, .92, .88, .82, .95},
                                                                   {1.0, .72, .62, .74, .80, .98, 1.0},
                                                                   {1.10, 1.06, 1.05, 1.14, 1.15, 1.08, 1.05},
                                                                   {1.06, 1.10, 1.14, 1.06, 1.04, 1.10, 1.05},
                                                                   {1.02, 1.05, .90, 1.08, .92, .98, 1.0},
                                                                   {1.0, 1.12, 1.14, .80, .85, 1.20, 1.0},
                                                                   {1.03, 1.03, .84, .98, .92, .98, 1.0}}};

inline void set_recorded(World& world) {
  const Month m = world.month;
  const auto put = [&](Instrument which, double before, const std::vector<std::pair<int, double>>& steps) {
    world.set(which, step_value(steps, m, before));
  };
  put(Instrument::tax_in_kind, .105, {{192307, .055}, {192407, 0}});
  put(Instrument::money_tax, 0,
      {{192310, 2.5}, {192410, 3.7}, {192510, 2.75}, {192610, 3.7}, {192710, 3.6}, {192810, 4.5}, {192910, 4.2}});
  put(Instrument::state_grain_price, 0,
      {{192307, .74}, {192407, 1.10}, {192507, 1.28}, {192607, 1.02}, {192707, 1.0}, {192807, 1.18}, {192907, 1.25}});
  put(Instrument::price_ceiling, 0,
      {{192403, 2.15}, {192410, 2.02}, {192504, 1.95}, {192510, 1.98}, {192702, 1.91}, {192707, 1.85}});
  put(Instrument::price_cut, 0, {{192310, .04}, {192404, .01}, {192410, 0}});
  put(Instrument::credit_limit, 1, {{192111, .3}, {192205, .9}, {192210, 1.8}, {192310, .55}, {192404, 1.15}, {192410, 1}});
  put(Instrument::bank_growth, .055, {{192410, .04}, {192510, .022}, {192710, .017}});
  put(Instrument::trade_legality, .25,
      {{192104, .6}, {192108, .95}, {192610, .85}, {192801, .55}, {192810, .45}, {192907, .25}});
  put(Instrument::investment_tempo, 1, {{192510, 1.35}, {192701, 1.45}, {192801, 1.55}});
  put(Instrument::budget_hardness, .58, {});
  put(Instrument::procurement_force, 0, {{192801, 1}, {192804, .45}, {192807, 0}, {192811, .45}, {192907, 1.1}});
  put(Instrument::grain_export, 0,
      {{192209, .7}, {192309, 2.6}, {192409, .5}, {192509, 2.0}, {192609, 2.1}, {192710, .3}, {192807, .05}});
  put(Instrument::relief, 0, {{192109, 1.2}, {192209, .3}, {192308, 0}});
  put(Instrument::ration_priority, .6, {{192201, .35}, {192707, .6}});
  put(Instrument::stable_currency, 0, {{192212, 1}, {192403, 2}});
  put(Instrument::gold_sales, 110, {{192301, 20}, {192410, 30}});
  const auto lever = [&](Lever which, double before, const std::vector<std::pair<int, double>>& steps) {
    world.policy.in_force[static_cast<std::size_t>(which)] = step_value(steps, m, before);
  };
  lever(Lever::peasant_course, .5, {{192801, -.5}});
  lever(Lever::private_trade, .6, {{192610, .2}, {192801, -.4}});
  lever(Lever::planning_authority, .2, {{192510, .4}, {192801, .7}});
  lever(Lever::industrial_tempo, .2, {{192510, .5}, {192801, .9}});
  world.outside.war_scare = step_value({{192706, 1}, {192804, 0}}, m, 0);
  const int harvest = m.month() >= 7 ? m.year() : m.year() - 1;
  const auto row = static_cast<std::size_t>(harvest < 1921 ? 0 : (harvest > 1929 ? 8 : harvest - 1921));
  for (std::size_t r = 0; r < world.params.regions.size(); ++r) {
    world.outside.weather[r] = kWeather[row][static_cast<std::size_t>(world.params.regions[r].weather_zone)];
  }
}

// Steps with the recorded instruments until the month is next; `change` may alter them before each step.
template <class Change>
void run_until(World& world, Month month, Change&& change) {
  while (world.month < month) {
    set_recorded(world);
    change(world);
    world.step();
  }
}
inline void run_until(World& world, Month month) {
  run_until(world, month, [](World&) {});
}

// A coarse world that has lived under the recorded instruments until then.
inline World world_of(Month until) {
  World world(20000);
  run_until(world, until);
  return world;
}

}  // namespace thermidor::economy::testing
