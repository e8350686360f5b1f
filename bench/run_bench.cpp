// Whole runs, pairs and forks of the shipped scenario, and what loading it costs.
#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include <cstdlib>

#include "bench/phase_clock.hpp"
#include "bench/shipped.hpp"
#include "bench/triad.hpp"
#include "experiment/pair.hpp"
#include "experiment/thread_pool.hpp"
#include "model/month.hpp"
#include "model/pack.hpp"
#include "model/snapshot.hpp"

namespace thermidor {
namespace {

const Month kFork = make_month(1925, 12);

double simulated_farms(const World& world) {
  double farms = 0;
  for (const FarmTile& tile : world.farms.farms.tiles) {
    for (const std::uint8_t eaters : tile.eaters) farms += eaters > 0 ? 1 : 0;
  }
  return farms;
}

// Returns the number of farms times months.
double play_to_the_end(const Agenda& agenda, const Executor& executor, PhaseClock& clock, World& world) {
  const Params& params = shipped().params;
  Records records;
  double farm_months = 0;
  while (world.month <= params.scenario.end && !world.fault.raised()) {
    clock.start_month();
    advance_month(params, agenda, world, records, executor);
    for (const economy::FarmFlows& flows : world.economy.regions.flows) {
      farm_months += static_cast<double>(flows.households) / world.setup.sample;
    }
  }
  return farm_months;
}

void run_all_months(benchmark::State& state, const Agenda& agenda, const Executor& executor, PhaseTime time,
                    bool one_by_one = false) {
  PhaseClock clock(time);
  double months = 0;
  RunSetup setup = setup_of(state.range(0));
  setup.one_by_one = one_by_one;
  for (auto _ : state) {
    World world = make_world(shipped().params, setup, executor);
    play_to_the_end(agenda, executor, clock, world);
    if (world.fault.raised()) state.SkipWithError(world.fault.message().c_str());
    months = world.month - shipped().params.scenario.start;
    if (one_by_one) {
      state.counters["members"] = static_cast<double>(party::count_cards(world.cards));
      state.counters["bytes per member"] =
          static_cast<double>(party::bytes_of(world.cards)) / static_cast<double>(party::count_cards(world.cards));
    }
    benchmark::DoNotOptimize(world);
  }
  state.counters["months"] = months;
  clock.report(state);
}

void BM_Run(benchmark::State& state) { run_all_months(state, {}, SerialExecutor{}, PhaseTime::process); }
BENCHMARK(BM_Run)->Arg(1000)->Unit(benchmark::kMillisecond);

// The same with every member of the party one by one.
void BM_RunMembers(benchmark::State& state) { run_all_months(state, {}, SerialExecutor{}, PhaseTime::process, true); }
BENCHMARK(BM_RunMembers)->Arg(1000)->Unit(benchmark::kMillisecond);

void BM_RunHistory(benchmark::State& state) {
  run_all_months(state, {{}, shipped().chronicle, kFork}, SerialExecutor{}, PhaseTime::process);
}
BENCHMARK(BM_RunHistory)->Arg(1000)->Unit(benchmark::kMillisecond);

// As `thermidor run` plays it by default: on all cores.
void BM_RunOnAllCores(benchmark::State& state) {
  const experiment::ThreadPool pool;
  run_all_months(state, {{}, shipped().chronicle, kFork}, pool, PhaseTime::wall);
  state.counters["threads"] = pool.threads();
}
BENCHMARK(BM_RunOnAllCores)->Arg(1000)->Unit(benchmark::kMillisecond)->UseRealTime();

void BM_Pair(benchmark::State& state) {
  Act act;
  act.kind = ActKind::set_lever;
  act.at = kFork;
  act.lever = Lever::peasant_course;
  act.value = 1;
  experiment::PairPlan plan{
      setup_of(state.range(0)), {{}, shipped().chronicle, kFork}, {act}, kFork, shipped().params.scenario.end};
  plan.setup.seed = 7;
  const SerialExecutor executor;
  experiment::RunControl control;
  control.executor = &executor;
  for (auto _ : state) benchmark::DoNotOptimize(experiment::run_pair(shipped().params, plan, control));
}
BENCHMARK(BM_Pair)->Arg(1000)->Unit(benchmark::kMillisecond);

void BM_Make(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(make_world(shipped().params, setup_of(state.range(0))));
}
BENCHMARK(BM_Make)->Arg(1000)->Arg(100)->Unit(benchmark::kMillisecond);

World played_world(std::int64_t sample) {
  World world = make_world(shipped().params, setup_of(sample));
  Records records;
  for (int i = 0; i < 12; ++i) advance_month(shipped().params, {}, world, records, SerialExecutor{});
  return world;
}

void BM_Fork(benchmark::State& state) {
  const World world = played_world(state.range(0));
  for (auto _ : state) {
    World twin = world;
    benchmark::DoNotOptimize(twin);
  }
  const double farms = simulated_farms(world);
  const double tiles = static_cast<double>(world.farms.farms.tiles.size() * sizeof(FarmTile));
  const double saved = static_cast<double>(save_world(world).size());
  state.counters["farms"] = farms;
  state.counters["bytes per farm"] = tiles / farms;
  state.counters["world KiB"] = saved / 1024;
  state.counters["world without farms KiB"] = (saved - tiles) / 1024;
}
BENCHMARK(BM_Fork)->Arg(1000)->Arg(100)->Unit(benchmark::kMicrosecond);

void BM_Digest(benchmark::State& state) {
  const World world = played_world(state.range(0));
  for (auto _ : state) benchmark::DoNotOptimize(digest(world));
}
BENCHMARK(BM_Digest)->Arg(1000)->Unit(benchmark::kMicrosecond);

void BM_Load(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(scenario::load_scenario(scenario_folder()));
}
BENCHMARK(BM_Load)->Unit(benchmark::kMillisecond);

void BM_LoadPack(benchmark::State& state) {
  const std::string bytes = save_pack({shipped().params, shipped().chronicle, {}});
  for (auto _ : state) {
    Pack pack;
    benchmark::DoNotOptimize(load_pack(bytes, pack));
  }
  state.counters["pack KiB"] = static_cast<double>(bytes.size()) / 1024;
}
BENCHMARK(BM_LoadPack)->Unit(benchmark::kMillisecond);

// Every farm of the country on all cores: minutes rather than milliseconds, so only where asked for. The farms' phase is held
// against the triad of as many threads, run right after it.
void BM_RunAll(benchmark::State& state) {
  const experiment::ThreadPool pool;
  PhaseClock clock(PhaseTime::wall);
  double farm_months = 0;
  for (auto _ : state) {
    World world = make_world(shipped().params, setup_of(state.range(0)), pool);
    farm_months += play_to_the_end({}, pool, clock, world);
    if (world.fault.raised()) state.SkipWithError(world.fault.message().c_str());
  }
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const double rate = triad_rate(pool, pool.threads());
  const PhaseSpan farms = clock.of("farms");
  const double taken = farms.wall * 1e-3 / farm_months, floor = kBytesPerFarmMonth / rate;
  const double worked = farms.process * 1e-3 / pool.threads() / farm_months;
  state.counters["threads"] = pool.threads();
  state.counters["peak MiB"] = static_cast<double>(usage.ru_maxrss) / 1024;
  state.counters["ns per farm-month"] = taken * 1e9;
  state.counters["triad GB/s"] = rate * 1e-9;
  state.counters["farms' time over the floor"] = taken / floor;
  state.counters["farms' own time over the floor"] = worked / floor;
  clock.report(state);
}

[[maybe_unused]] const bool kAllRegistered = [] {
  if (std::getenv("THERMIDOR_BENCH_ALL") == nullptr) return false;
  benchmark::RegisterBenchmark("BM_RunAll", BM_RunAll)->Arg(1)->Iterations(1)->Unit(benchmark::kMillisecond)->UseRealTime();
  return true;
}();

}  // namespace
}  // namespace thermidor
