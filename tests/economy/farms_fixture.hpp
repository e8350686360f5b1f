// A small country of farms for tests: three regions, full markets unless a test says otherwise.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "economy/farm_create.hpp"
#include "support/threaded_executor.hpp"

namespace thermidor::economy {

inline std::vector<FarmRegion> make_regions(double households = 90000) {
  std::vector<FarmRegion> regions(3);
  const double land[3] = {2.6, 4.4, 5.2}, yield[3] = {.75, .85, .70};
  for (std::size_t r = 0; r < 3; ++r) {
    FarmRegion& region = regions[r];
    region.households = households;
    region.land_mean = land[r];
    region.land_spread = .8;
    region.normal_yield = yield[r];
    region.horses_per_household = .28 * land[r];
    region.cattle_per_household = 1.0 + .23 * land[r];
    region.grain_months = 5.2;
    region.cash_real = 3;
    region.eaters = 5.1;
  }
  return regions;
}

// Prices as in a quiet year of the middle twenties, everything offered is bought and everything ordered delivered.
inline FarmConditions quiet_conditions(const FarmFlows& last) {
  FarmConditions conditions;
  conditions.price_grain_free = 4.6;
  conditions.price_grain_state = 4.4;
  conditions.price_goods = 1.3;
  conditions.price_other = 1;
  conditions.goods_availability = 1;
  conditions.private_legality = .9;
  conditions.expected_take = .1;
  conditions.land_freedom = .7;
  conditions.sale_state = last.offer_state.count;
  conditions.sale_private = last.offer_private.count;
  conditions.bread_delivered = last.bread_orders.count;
  conditions.goods_delivered = last.goods_orders.count;
  conditions.other_bought = last.other_offer.count;
  return conditions;
}

// Farms of three regions and the months that pass over them. Copyable: a copy is a fork.
struct Country {
  FarmParams params;
  std::vector<FarmRegion> regions = make_regions();
  FarmState state;
  std::vector<FarmFlows> flows = std::vector<FarmFlows>(3);
  std::vector<FarmConditions> conditions = std::vector<FarmConditions>(3);
  Month month = make_month(1921, 3);
  std::uint64_t seed = 42;
  int threads = 1;
  int lanes = 0;  // 0: as many as this machine can

  explicit Country(std::int64_t sampling = 50) {
    state = create_farms(params, regions, sampling, seed, 1, month - 1, SerialExecutor{});
  }

  using Change = std::function<void(FarmConditions&, std::size_t region)>;
  void pass_month(const Change& change = {}) {
    for (std::size_t r = 0; r < conditions.size(); ++r) {
      conditions[r] = quiet_conditions(flows[r]);
      if (change) change(conditions[r], r);
    }
    step_farms(params, {month, seed, regions, conditions, lanes}, ThreadedExecutor(threads), state, flows);
    month = month.next();
  }
  void pass_until(Month end, const Change& change = {}) {
    while (month < end) pass_month(change);
  }
  FarmCount count(std::size_t region) const { return count_farms(state.farms, make_id<RegionId>(region)); }
};

// Sum over a year's months and all regions of what `read` takes from the flows, from this month on.
template <class Read>
double sum_year(Country country, const Country::Change& change, const Read& read) {
  double sum = 0;
  for (int i = 0; i < 12; ++i) {
    country.pass_month(change);
    for (const FarmFlows& flows : country.flows) sum += read(flows);
  }
  return sum;
}

}  // namespace thermidor::economy
