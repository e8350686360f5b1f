// The core's inner loops: what a farm or a ballot costs is a handful of these.
#include <benchmark/benchmark.h>

#include "core/archive.hpp"
#include "core/distributions.hpp"
#include "core/math.hpp"
#include "core/rng.hpp"

namespace thermidor {
namespace {

DrawKey key_of(std::uint64_t entity) { return {1921, make_stream("bench"), make_month(1921, 3), entity}; }

void draw_one_uniform_per_entity(benchmark::State& state) {
  std::uint64_t entity = 0;
  for (auto _ : state) benchmark::DoNotOptimize(Random(key_of(++entity)).uniform());
}
BENCHMARK(draw_one_uniform_per_entity);

void draw_one_normal_per_entity(benchmark::State& state) {
  std::uint64_t entity = 0;
  for (auto _ : state) {
    Random random(key_of(++entity));
    benchmark::DoNotOptimize(draw_normal(random));
  }
}
BENCHMARK(draw_one_normal_per_entity);

void draw_binomial_of(benchmark::State& state) {
  std::uint64_t entity = 0;
  for (auto _ : state) {
    Random random(key_of(++entity));
    benchmark::DoNotOptimize(draw_binomial(random, state.range(0), 0.3));
  }
}
BENCHMARK(draw_binomial_of)->Arg(20)->Arg(1000)->Arg(140000000);

void draw_hypergeometric_of(benchmark::State& state) {
  std::uint64_t entity = 0;
  for (auto _ : state) {
    Random random(key_of(++entity));
    benchmark::DoNotOptimize(draw_hypergeometric(random, state.range(0), state.range(0) / 3, state.range(0) / 10));
  }
}
BENCHMARK(draw_hypergeometric_of)->Arg(100)->Arg(100000);

template <double (*Function)(double)>
void evaluate(benchmark::State& state) {
  double x = 0.1;
  for (auto _ : state) {
    benchmark::DoNotOptimize(Function(x));
    x = x < 0.9 ? x + 1e-6 : 0.1;
  }
}
BENCHMARK(evaluate<exp>)->Name("exp");
BENCHMARK(evaluate<log>)->Name("log");
BENCHMARK(evaluate<normal_cdf>)->Name("normal_cdf");
BENCHMARK(evaluate<normal_quantile>)->Name("normal_quantile");

struct Columns {
  std::vector<double> values = std::vector<double>(100000, 1.5);

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"values", "1"}, self.values);
  }
};

void digest_a_column_of_100000(benchmark::State& state) {
  const Columns columns;
  for (auto _ : state) benchmark::DoNotOptimize(digest_of(columns));
}
BENCHMARK(digest_a_column_of_100000)->Unit(benchmark::kMicrosecond);

void save_a_column_of_100000(benchmark::State& state) {
  const Columns columns;
  for (auto _ : state) benchmark::DoNotOptimize(save_archive(columns));
}
BENCHMARK(save_a_column_of_100000)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace thermidor
