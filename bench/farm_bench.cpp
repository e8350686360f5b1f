// The month of the farms, which is most of a large run, against what the memory of this machine can do.
#include <benchmark/benchmark.h>

#include <vector>

#include "bench/shipped.hpp"
#include "bench/triad.hpp"
#include "economy/make_state.hpp"
#include "economy/step_farms.hpp"
#include "experiment/thread_pool.hpp"
#include "model/month.hpp"

namespace thermidor {
namespace {

constexpr int kMonths = 12;

// A year of all farms under the markets that a run of as many farms met, from the same state each time.
void BM_FarmStep(benchmark::State& state) {
  const Params& params = shipped().params;
  World world = make_world(params, setup_of(25'000'000 / state.range(0)));
  Records records;
  for (int i = 0; i < kMonths; ++i) advance_month(params, {}, world, records, SerialExecutor{});
  std::vector<economy::FarmRegion> regions;
  for (const economy::RegionRow& row : params.economy.regions) regions.push_back(economy::farm_region(row));
  std::vector<economy::FarmFlows> flows = world.economy.regions.flows;
  const SerialExecutor executor;
  for (auto _ : state) {
    state.PauseTiming();
    economy::FarmState farms = world.farms;
    state.ResumeTiming();
    for (int i = 0; i < kMonths; ++i) {
      const economy::FarmStep step{world.month + i, world.setup.seed, regions, world.economy.regions.conditions};
      economy::step_farms(params.farms, step, executor, farms, flows);
    }
    state.PauseTiming();
    farms = {};
    state.ResumeTiming();
  }
  double farms = 0;
  for (const economy::FarmFlows& flow : flows) farms += static_cast<double>(flow.households) / world.setup.sample;
  const double farm_months = farms * kMonths;
  state.counters["farms"] = farms;
  state.counters["ns per farm-month"] =
      benchmark::Counter(farm_months * 1e-9, benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
  state.counters["GB/s"] =
      benchmark::Counter(farm_months * kBytesPerFarmMonth * 1e-9, benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(BM_FarmStep)->Arg(25'000)->Arg(250'000)->Unit(benchmark::kMillisecond);

void BM_StreamTriad(benchmark::State& state) {
  const auto threads = static_cast<std::size_t>(state.range(0));
  const experiment::ThreadPool pool(static_cast<unsigned>(threads));
  Triad triad;
  for (auto _ : state) {
    triad.run(pool, threads);
    benchmark::ClobberMemory();
  }
  state.counters["GB/s"] = benchmark::Counter(Triad::bytes() * 1e-9, benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(BM_StreamTriad)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace thermidor
