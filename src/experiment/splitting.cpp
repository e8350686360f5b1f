#include "experiment/splitting.hpp"

#include <algorithm>
#include <cmath>

#include "core/rng.hpp"
#include "experiment/nearness.hpp"
#include "experiment/run_lookup.hpp"
#include "experiment/token_text.hpp"

namespace thermidor::experiment {
namespace {

constexpr double kNormal = 1.959963984540054;  // 97.5 % point

struct Particle {
  RunState state;
  double near = 0;  // to the ending, at the last date
};

class Cloud {
 public:
  Cloud(const SplittingPlan& plan, const RunControl& control, std::uint64_t repeat)
      : plan_(plan), control_(control), repeat_(repeat) {}

  // False if it was stopped.
  bool play(double& share, int& reached) {
    const auto count = static_cast<std::size_t>(plan_.particles);
    for (std::size_t i = 0; i < count; ++i) {
      RunSetup setup = plan_.setup;
      setup.seed += repeat_ * count + i;
      particles_.push_back({start_run(*plan_.params, setup), 0});
    }
    double log_mean = 0;
    for (std::size_t stage = 0; stage < plan_.dates.size(); ++stage) {
      if (!advance(plan_.dates[stage] - 1)) return false;
      log_mean += select(stage);
    }
    if (!advance(plan_.last)) return false;
    double sum = 0;
    for (const Particle& particle : particles_) {
      const RunRecord& record = particle.state.record;
      if (!record.fault.empty() || reached_endings(record, *plan_.roster, {plan_.ending}).empty()) continue;
      ++reached;
      sum += std::exp(log_mean - plan_.slope * particle.near);
    }
    share = sum / static_cast<double>(count);
    return true;
  }

 private:
  bool advance(Month until) {
    for (Particle& particle : particles_) {
      if (continue_run(*plan_.params, plan_.agenda, until, control_, particle.state) == RunOutcome::stopped) return false;
    }
    return true;
  }

  // Multiplies and thins by what has been gained since the last date; returns the logarithm of the mean weight. Systematic
  // resampling; every copy goes on with noise of its own.
  double select(std::size_t stage) {
    std::vector<double> weights;
    double total = 0;
    for (Particle& particle : particles_) {
      const double now = nearness_of(plan_.ending, particle.state.record, *plan_.roster);
      // At the first date all that has been reached so far counts.
      weights.push_back(std::exp(plan_.slope * (now - particle.near)));
      particle.near = now;
      total += weights.back();
    }
    Random random(
        DrawKey{plan_.setup.seed, make_stream("experiment.splitting"), Month{static_cast<std::int32_t>(stage)}, repeat_});
    std::vector<Particle> chosen;
    for (const std::size_t pick : pick_by_weight(weights, random.uniform())) {
      chosen.push_back(particles_[pick]);
      chosen.back().state.world.setup.seed = random.bits();
    }
    particles_ = std::move(chosen);
    return std::log(total / static_cast<double>(weights.size()));
  }

  const SplittingPlan& plan_;
  const RunControl& control_;
  std::uint64_t repeat_;
  std::vector<Particle> particles_;
};

}  // namespace

double nearness_of(const EndingRule& ending, const RunRecord& record, const Roster& roster) {
  if (record.months.empty() || !record.fault.empty()) return 0;
  return nearness(ending.when, RunLookup(record, roster));
}

std::vector<std::size_t> pick_by_weight(const std::vector<double>& weights, double offset) {
  double total = 0;
  for (const double weight : weights) total += weight;
  std::vector<std::size_t> picks;
  double passed = 0;
  std::size_t from = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const double mark = (static_cast<double>(i) + offset) * total / static_cast<double>(weights.size());
    while (from + 1 < weights.size() && passed + weights[from] <= mark) passed += weights[from++];
    picks.push_back(from);
  }
  return picks;
}

Splitting run_splitting(const SplittingPlan& plan, const EnsembleControl& control) {
  Splitting result;
  const EnsembleResult ensemble = run_ensemble(
      static_cast<std::size_t>(plan.repeats),
      [&](std::size_t repeat) -> std::optional<std::string> {
        const SerialExecutor serial;
        const RunControl run{.executor = &serial, .stop = control.stop};
        double share = 0;
        int reached = 0;
        if (!Cloud(plan, run, repeat).play(share, reached)) return std::nullopt;
        TokenWriter writer;
        writer.real(share);
        writer.number(static_cast<std::uint64_t>(reached));
        return writer.take();
      },
      control);
  if (!ensemble.finished) return result;
  std::vector<double> shares;
  for (const std::string& text : ensemble.members) {
    TokenReader reader(text);
    shares.push_back(reader.real());
    result.reached += static_cast<int>(reader.number());
  }
  result.runs = plan.repeats * plan.particles;
  result.share = mean_of(shares);
  const double half = kNormal * standard_deviation(shares) / std::sqrt(static_cast<double>(shares.size()));
  result.interval = {std::max(0.0, result.share - half), std::min(1.0, result.share + half)};
  result.finished = true;
  return result;
}

}  // namespace thermidor::experiment
