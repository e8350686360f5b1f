#include "experiment/factorial.hpp"

#include <algorithm>
#include <limits>

#include "core/rng.hpp"
#include "experiment/csv.hpp"
#include "experiment/run_lookup.hpp"
#include "experiment/token_text.hpp"

namespace thermidor::experiment {
namespace {

constexpr int kResamples = 200;

std::vector<std::size_t> factor_sizes(const scenario::Design& design) {
  std::vector<std::size_t> sizes;
  for (const scenario::DesignFactor& factor : design.factors) sizes.push_back(factor.levels.size());
  return sizes;
}

// Level of each factor in a cell; the last factor varies fastest.
std::vector<std::size_t> levels_of(std::size_t cell, const std::vector<std::size_t>& sizes) {
  std::vector<std::size_t> levels(sizes.size());
  for (std::size_t f = sizes.size(); f-- > 0;) {
    levels[f] = cell % sizes[f];
    cell /= sizes[f];
  }
  return levels;
}

std::vector<Act> acts_of(const scenario::Design& design, std::size_t cell, const std::vector<std::size_t>& sizes) {
  std::vector<Act> acts;
  const std::vector<std::size_t> levels = levels_of(cell, sizes);
  for (std::size_t f = 0; f < sizes.size(); ++f) {
    const std::vector<Act>& more = design.factors[f].levels[levels[f]].acts;
    acts.insert(acts.end(), more.begin(), more.end());
  }
  std::stable_sort(acts.begin(), acts.end(), [](const Act& a, const Act& b) { return a.at < b.at; });
  return acts;
}

// One seed in every cell.
std::optional<std::string> play_seed(const FactorialPlan& plan, const EnsembleControl& control, std::size_t number) {
  const SerialExecutor serial;
  const RunControl run{.executor = &serial, .stop = control.stop};
  const std::vector<std::size_t> sizes = factor_sizes(*plan.design);
  std::size_t cells = 1;
  for (const std::size_t size : sizes) cells *= size;
  RunSetup setup = plan.setup;
  setup.seed += number;
  RunState trunk = start_run(*plan.params, setup);
  if (continue_run(*plan.params, plan.agenda, plan.design->at - 1, run, trunk) == RunOutcome::stopped) return std::nullopt;
  TokenWriter writer;
  for (std::size_t cell = 0; cell < cells; ++cell) {
    RunState state = trunk;
    Agenda agenda = plan.agenda;
    const std::vector<Act> acts = acts_of(*plan.design, cell, sizes);
    agenda.acts.insert(agenda.acts.end(), acts.begin(), acts.end());
    if (state.record.fault.empty() && continue_run(*plan.params, agenda, plan.last, run, state) == RunOutcome::stopped)
      return std::nullopt;
    writer.text(state.record.fault);
    std::vector<double> values;
    const RunLookup lookup(state.record, *plan.roster);
    for (const scenario::Outcome& outcome : plan.design->outcomes)
      values.push_back(evaluate(outcome.value, lookup).value_or(std::numeric_limits<double>::quiet_NaN()));
    writer.reals(values);
  }
  return writer.take();
}

double variance_of(const std::vector<double>& values) {
  if (values.empty()) return 0;
  double mean = 0;
  for (const double value : values) mean += value;
  mean /= static_cast<double>(values.size());
  double sum = 0;
  for (const double value : values) sum += (value - mean) * (value - mean);
  return sum / static_cast<double>(values.size());
}

// Means of a grid over one factor (`inside`) or over all but one.
std::vector<double> means_over(const std::vector<double>& values, const std::vector<std::size_t>& sizes, std::size_t factor,
                               bool keep_factor) {
  std::size_t stride = 1;
  for (std::size_t f = factor + 1; f < sizes.size(); ++f) stride *= sizes[f];
  const std::size_t levels = sizes[factor];
  std::vector<double> sums(keep_factor ? levels : values.size() / levels, 0.0);
  for (std::size_t i = 0; i < values.size(); ++i) {
    const std::size_t level = i / stride % levels;
    const std::size_t rest = i / (stride * levels) * stride + i % stride;
    sums[keep_factor ? level : rest] += values[i];
  }
  const std::size_t cells = values.size() / levels;
  const auto each = static_cast<double>(keep_factor ? cells : levels);
  for (double& sum : sums) sum /= each;
  return sums;
}

// Values of one outcome, cell after cell and seed after seed within it, of the seeds listed.
std::vector<double> grid_of(const std::vector<std::vector<double>>& by_seed, const std::vector<std::size_t>& seeds) {
  std::vector<double> grid;
  const std::size_t cells = by_seed.front().size();
  for (std::size_t cell = 0; cell < cells; ++cell) {
    for (const std::size_t seed : seeds) grid.push_back(by_seed[seed][cell]);
  }
  return grid;
}

void add_intervals(const std::vector<std::vector<double>>& by_seed, std::vector<std::size_t> sizes,
                   std::vector<FactorShare>& shares) {
  std::vector<std::vector<double>> alone(shares.size());
  std::vector<std::vector<double>> total(shares.size());
  const auto count = static_cast<std::uint32_t>(by_seed.size());
  for (int r = 0; r < kResamples; ++r) {
    Random random(DrawKey{1921, make_stream("experiment.factorial"), Month{0}, static_cast<std::uint64_t>(r)});
    std::vector<std::size_t> drawn;
    for (std::uint32_t i = 0; i < count; ++i) drawn.push_back(random.below(count));
    sizes.back() = drawn.size();
    const auto indices = grid_indices(grid_of(by_seed, drawn), sizes);
    for (std::size_t f = 0; f < shares.size(); ++f) {
      alone[f].push_back(indices[f].first);
      total[f].push_back(indices[f].second);
    }
  }
  for (std::size_t f = 0; f < shares.size(); ++f) {
    shares[f].alone_interval = {quantile_of(alone[f], 0.025), quantile_of(alone[f], 0.975)};
    shares[f].total_interval = {quantile_of(total[f], 0.025), quantile_of(total[f], 0.975)};
  }
}

FactorialOutcome share_out(const FactorialPlan& plan, std::size_t outcome,
                           const std::vector<std::vector<std::vector<double>>>& runs) {
  FactorialOutcome result;
  result.plan = plan.design->outcomes[outcome];
  // by_seed[seed][cell]; a seed with a cell that could not be measured is left out.
  std::vector<std::vector<double>> by_seed;
  for (const auto& cells : runs) {
    std::vector<double> row;
    for (const std::vector<double>& values : cells) {
      if (values[outcome] - values[outcome] == 0) row.push_back(values[outcome]);
    }
    result.missing += static_cast<int>(cells.size() - row.size());
    if (row.size() == cells.size()) by_seed.push_back(std::move(row));
  }
  if (by_seed.empty()) {
    result.mean = result.sd = std::numeric_limits<double>::quiet_NaN();
    return result;
  }
  std::vector<std::size_t> seeds(by_seed.size());
  for (std::size_t i = 0; i < seeds.size(); ++i) seeds[i] = i;
  std::vector<std::size_t> sizes = factor_sizes(*plan.design);
  sizes.push_back(seeds.size());
  const std::vector<double> grid = grid_of(by_seed, seeds);
  result.mean = mean_of(grid);
  result.sd = standard_deviation(grid);
  const auto indices = grid_indices(grid, sizes);
  for (std::size_t f = 0; f < sizes.size(); ++f) {
    FactorShare share;
    const bool luck = f + 1 == sizes.size();
    share.factor = luck ? "luck" : plan.design->factors[f].id;
    share.alone = indices[f].first;
    share.total = indices[f].second;
    if (!luck) share.level_means = means_over(grid, sizes, f, true);
    result.shares.push_back(std::move(share));
  }
  add_intervals(by_seed, sizes, result.shares);
  return result;
}

}  // namespace

std::vector<std::pair<double, double>> grid_indices(const std::vector<double>& values, const std::vector<std::size_t>& sizes) {
  std::vector<std::pair<double, double>> indices(sizes.size(), {0.0, 0.0});
  const double all = variance_of(values);
  if (!(all > 0)) return indices;
  for (std::size_t f = 0; f < sizes.size(); ++f) {
    indices[f].first = variance_of(means_over(values, sizes, f, true)) / all;
    indices[f].second = 1 - variance_of(means_over(values, sizes, f, false)) / all;
  }
  return indices;
}

Factorial run_factorial(const FactorialPlan& plan, const EnsembleControl& control) {
  Factorial factorial;
  factorial.seeds = plan.seeds;
  factorial.cells = 1;
  for (const std::size_t size : factor_sizes(*plan.design)) factorial.cells *= size;
  const EnsembleResult ensemble = run_ensemble(
      static_cast<std::size_t>(plan.seeds), [&](std::size_t number) { return play_seed(plan, control, number); }, control);
  factorial.error = ensemble.error;
  factorial.finished = ensemble.finished;
  if (!factorial.finished) return factorial;
  std::vector<std::vector<std::vector<double>>> runs;  // [seed][cell][outcome]
  for (const std::string& text : ensemble.members) {
    TokenReader reader(text);
    std::vector<std::vector<double>>& cells = runs.emplace_back();
    for (std::size_t cell = 0; cell < factorial.cells; ++cell) {
      const std::string fault = reader.text();
      if (!fault.empty() && factorial.faulted++ == 0) factorial.first_fault = fault;
      std::vector<double> values = reader.reals();
      if (!fault.empty()) std::fill(values.begin(), values.end(), std::numeric_limits<double>::quiet_NaN());
      cells.push_back(std::move(values));
    }
  }
  for (std::size_t i = 0; i < plan.design->outcomes.size(); ++i) factorial.outcomes.push_back(share_out(plan, i, runs));
  return factorial;
}

std::string factorial_csv(const Factorial& factorial) {
  CsvText csv("outcome,factor,alone,alone_low,alone_high,total,total_low,total_high,mean,sd");
  for (const FactorialOutcome& outcome : factorial.outcomes) {
    for (const FactorShare& share : outcome.shares) {
      csv.cell(outcome.plan.id).cell(share.factor).cell(share.alone).cell(share.alone_interval.low);
      csv.cell(share.alone_interval.high).cell(share.total).cell(share.total_interval.low).cell(share.total_interval.high);
      csv.cell(outcome.mean).cell(outcome.sd).end_row();
    }
  }
  return csv.take();
}

}  // namespace thermidor::experiment
