#include "model/observe_grain.hpp"

#include <cstdint>

namespace thermidor {
namespace {

void add_farms(const economy::FarmFlows& flows, GrainSeries& series) {
  series.harvest += flows.harvest.real();
  series.seed += flows.seed.real();
  series.eaten += flows.eaten.real();
  series.fed += flows.fed.real();
  series.spoiled += (flows.spoiled + flows.rotted).real();
  series.tax_in_kind += flows.tax_in_kind.real();
  series.requisitioned += flows.requisitioned.real();
  series.forced += flows.forced.real();
  series.sold_state += flows.sold_state.real();
  series.sold_private += flows.sold_private.real();
  series.bread_bought += flows.bread_bought.real();
  series.relief += flows.relief.real();
  series.seed_aid += flows.seed_aid.real();
}

}  // namespace

GrainSeries observe_grain(const economy::State& state) {
  GrainSeries series;
  for (const economy::FarmFlows& flows : state.regions.flows) add_farms(flows, series);
  series.town_rations = state.towns.state_bread;
  series.resold = state.towns.resold;
  series.seized = state.traders.grain_seized;
  for (const double eaten : state.towns.eaten) series.town_market += eaten;
  series.town_market -= state.towns.state_bread;
  series.exported = static_cast<double>(state.trade.grain_exports);
  for (const std::int64_t stock : state.grain.barns) series.barns += static_cast<double>(stock);
  for (const std::int64_t stock : state.grain.traders) series.traders += static_cast<double>(stock);
  series.state_stock = static_cast<double>(state.grain.state_stock);
  series.army_since = static_cast<double>(state.grain.army);
  series.from_abroad_since = static_cast<double>(state.grain.given);
  series.spoiled_since = static_cast<double>(state.grain.spoiled);
  return series;
}

}  // namespace thermidor
