// A small world of farms and economy without party or society: months in the order of the model, instruments set by the caller.
#pragma once

#include <functional>
#include <vector>

#include "core/parallel.hpp"
#include "economy/audit.hpp"
#include "economy/economy.hpp"
#include "economy/farm_create.hpp"
#include "economy/ledger.hpp"
#include "economy/make_state.hpp"
#include "economy/step_farms.hpp"
#include "scenario_tables.hpp"

namespace thermidor::economy::testing {

inline constexpr Month kStart = make_month(1921, 3);

inline Params shipped_params() {
  Params params;
  params.regions = read_rows<RegionRow>(tables_folder() / "regions.toml");
  params.branches = read_rows<BranchRow>(tables_folder() / "branches.toml");
  return params;
}

struct World {
  Params params = shipped_params();
  FarmParams farm_params;
  std::vector<FarmRegion> regions;
  FarmState farms;
  State state;
  Policy policy;
  OutsideSignal outside;
  EconomySignal signal;
  std::vector<FarmFlows> flows;
  AuditReport report;
  std::int64_t unit_residual = 0;
  std::int64_t divisor = 1;
  Month month = kStart;
  std::uint64_t seed = 1;
  bool bodies_act = false;  // economic bodies set instruments that nothing holds

  explicit World(std::int64_t sampling = 5000, std::uint64_t with_seed = 1) : seed(with_seed) {
    for (const RegionRow& row : params.regions) regions.push_back(farm_region(row));
    const SerialExecutor serial;
    farms = create_farms(farm_params, regions, sampling, seed, params.start.price_level, kStart - 1, serial);
    state = make_state(params, seed, kStart);
    std::vector<Kilograms> grain;
    std::vector<Kopecks> cash;
    for (std::size_t r = 0; r < regions.size(); ++r) {
      const FarmCount count = count_farms(farms.farms, make_id<RegionId>(r));
      grain.push_back(count.grain);
      cash.push_back(count.cash);
    }
    open_village_books(state, grain, cash);
    set_opening_instruments(policy);
    policy.in_force[static_cast<std::size_t>(Lever::trade_monopoly)] = 1;
    flows.assign(regions.size(), FarmFlows{});
    outside.weather.assign(regions.size(), 1.0);
  }

  void set(Instrument which, double value) { policy.instrument[static_cast<std::size_t>(which)] = value; }

  // Phases 9 to 12 without the party and the world around; model/month.cpp is what a run plays.
  void produce_and_pay() {
    plan_budget(state, params, policy);
    produce(state, params, policy);
    settle(state, params, policy, month);
    trade_privately(state, params, policy);
    move_grain(state, params, policy);
    trade_abroad(state, params, policy, outside, month);
    run_budget(state, params, policy);
    extend_credit(state, params, policy);
    invest(state, params, policy);
    close_trusts(state, params, policy);
    hire(state, params, policy, month);
    move_people(state, params, seed, month);
  }

  void step() {
    const SerialExecutor serial;
    if (bodies_act) set_instruments(policy, state, params, month);
    plan_materials(state, params, policy, 0.5, seed, month);
    set_quotas(state, params, policy, outside, month);
    step_farms(farm_params, FarmStep{month, seed, regions, state.regions.conditions}, serial, farms, flows);
    book_villages(state, params, flows, month);
    produce_and_pay();
    report = audit(state, flows);
    divisor = move_prices(state, params, policy, month);
    publish(state, params, policy, month, signal);
    unit_residual = 0;
    if (divisor > 1) unit_residual = change_unit(state, divisor, redenominate_farm_state(farms, divisor));
    month = month.next();
  }
};

}  // namespace thermidor::economy::testing
