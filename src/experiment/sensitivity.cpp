#include "experiment/sensitivity.hpp"

#include <algorithm>
#include <bit>
#include <iterator>
#include <limits>
#include <numeric>

#include "core/digest.hpp"
#include "core/rng.hpp"
#include "experiment/calibrate.hpp"
#include "experiment/csv.hpp"
#include "experiment/run_lookup.hpp"
#include "experiment/token_text.hpp"
#include "model/parameter_paths.hpp"

namespace thermidor::experiment {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kStep = 2.0 / 3.0;  // of Morris's grid of four levels

bool is_number(double value) { return value - value == 0; }

// One run at a point.
std::optional<std::string> play_point(const SensitivityPlan& plan, const SensitivityDesign& design,
                                      const std::vector<std::string>& paths, const EnsembleControl& control,
                                      std::size_t point) {
  const std::vector<double> places = design.coordinates(point);
  std::vector<double> numbers;
  for (std::size_t d = 0; d < places.size(); ++d) numbers.push_back(prior_value(plan.priors[d], places[d]));
  Params params = *plan.params;
  set_numbers(params, paths, numbers);
  RunSetup setup = plan.setup;
  setup.seed += design.noise(point);
  const SerialExecutor serial;
  RunState state = start_run(params, setup);
  if (continue_run(params, plan.agenda, plan.last, {.executor = &serial, .stop = control.stop}, state) == RunOutcome::stopped)
    return std::nullopt;
  TokenWriter writer;
  writer.text(state.record.fault);
  std::vector<double> values(plan.outcomes.size(), kNaN);
  const RunLookup lookup(state.record, *plan.roster);
  for (std::size_t i = 0; i < values.size() && state.record.fault.empty(); ++i)
    values[i] = evaluate(plan.outcomes[i].value, lookup).value_or(kNaN);
  writer.reals(values);
  return writer.take();
}

bool all_converged(const std::vector<FactorSensitivity>& factors) {
  return !factors.empty() &&
         std::all_of(factors.begin(), factors.end(), [](const FactorSensitivity& factor) { return factor.converged; });
}

}  // namespace

SensitivityDesign::SensitivityDesign(SensitivityMethod method, std::size_t factors, std::size_t size, std::uint64_t seed)
    : method_(method),
      factors_(factors),
      size_(size),
      seed_(seed),
      sequence_(method == SensitivityMethod::sobol ? 2 * factors : 0, seed) {}

std::vector<std::size_t> SensitivityDesign::order(std::size_t trajectory) const {
  std::vector<std::size_t> list(factors_ + 1);
  std::iota(list.begin(), list.end(), std::size_t{0});
  Random random(DrawKey{seed_, make_stream("experiment.morris.order"), Month{0}, trajectory});
  for (std::size_t i = list.size(); i > 1; --i) std::swap(list[i - 1], list[random.below(static_cast<std::uint32_t>(i))]);
  return list;
}

double SensitivityDesign::start(std::size_t trajectory, std::size_t factor) const {
  Random random(DrawKey{seed_ + factor, make_stream("experiment.morris.start"), Month{0}, trajectory});
  return random.below(4) / 3.0;
}

std::vector<double> SensitivityDesign::coordinates(std::size_t point) const {
  const std::size_t row = point / block();
  const std::size_t place = point % block();
  std::vector<double> x(factors_);
  if (method_ == SensitivityMethod::sobol) {
    // The base point, the other one, then the base point with one coordinate of the other; the last of these changes luck.
    for (std::size_t d = 0; d < factors_; ++d) {
      const bool other = place == 1 || place == d + 2;
      x[d] = sequence_.coordinate(row, other ? factors_ + d : d);
    }
    return x;
  }
  for (std::size_t d = 0; d < factors_; ++d) x[d] = start(row, d);
  const std::vector<std::size_t> steps = order(row);
  for (std::size_t s = 0; s < place; ++s) {
    const std::size_t d = steps[s];
    if (d < factors_) x[d] += x[d] < 0.5 ? kStep : -kStep;
  }
  return x;
}

std::uint64_t SensitivityDesign::noise(std::size_t point) const {
  const std::size_t row = point / block();
  const std::size_t place = point % block();
  bool other = false;
  if (method_ == SensitivityMethod::sobol) {
    other = place == 1 || place == factors_ + 2;
  } else {
    const std::vector<std::size_t> steps = order(row);
    for (std::size_t s = 0; s < place; ++s) other = other || steps[s] == factors_;
  }
  return 2 * row + (other ? 1 : 0);
}

std::optional<SensitivityDesign::Step> SensitivityDesign::step(std::size_t point) const {
  const std::size_t place = point % block();
  if (method_ != SensitivityMethod::morris || place == 0) return std::nullopt;
  const std::size_t factor = order(point / block())[place - 1];
  return Step{factor, factor == factors_ || start(point / block(), factor) < 0.5};
}

Sensitivity run_sensitivity(const SensitivityPlan& plan, const EnsembleControl& control) {
  Sensitivity result;
  const SensitivityDesign design(plan.method, plan.priors.size(), plan.size, plan.setup.seed);
  result.points = design.points();
  std::vector<std::string> paths;
  for (const scenario::Prior& prior : plan.priors) paths.push_back(prior.parameter);
  std::vector<std::vector<double>> values(plan.outcomes.size());
  const EnsembleEnd end = stream_ensemble(
      design.points(), [&](std::size_t point) { return play_point(plan, design, paths, control, point); }, control,
      [&](FinishedMembers& members) {
        members.each([&](std::size_t, const std::string& text) {
          TokenReader reader(text);
          const std::string fault = reader.text();
          if (!fault.empty() && result.faulted++ == 0) result.first_fault = fault;
          const std::vector<double> numbers = reader.reals();
          for (std::size_t i = 0; i < values.size(); ++i) values[i].push_back(i < numbers.size() ? numbers[i] : kNaN);
        });
      });
  result.finished = end.finished;
  result.error = end.error;
  if (!end.finished) return result;
  for (std::size_t i = 0; i < plan.outcomes.size(); ++i) {
    OutcomeSensitivity outcome;
    outcome.plan = plan.outcomes[i];
    outcome.factors = estimate_sensitivity(design, values[i]);
    for (std::size_t f = 0; f < outcome.factors.size(); ++f)
      outcome.factors[f].factor = f < paths.size() ? paths[f] : std::string("luck");
    outcome.converged = all_converged(outcome.factors);
    std::vector<double> measured;
    std::copy_if(values[i].begin(), values[i].end(), std::back_inserter(measured), is_number);
    outcome.n = static_cast<int>(measured.size());
    outcome.mean = mean_of(measured);
    outcome.sd = standard_deviation(measured);
    result.outcomes.push_back(std::move(outcome));
  }
  return result;
}

std::string sensitivity_key(const SensitivityPlan& plan, const std::string& engine, std::uint64_t scenario_digest) {
  Digest digest;
  digest.add_text(engine + " sensitivity");
  digest.add(scenario_digest);
  digest_value(digest, *plan.params);
  digest_value(digest, plan.setup);
  for (const scenario::Prior& prior : plan.priors) {
    digest.add_text(prior.parameter + (prior.logarithmic ? " log" : " linear"));
    digest.add(std::bit_cast<std::uint64_t>(prior.low));
    digest.add(std::bit_cast<std::uint64_t>(prior.high));
  }
  for (const scenario::Outcome& outcome : plan.outcomes) digest.add_text(outcome.id + outcome.value.text);
  for (const Act& act : plan.agenda.acts) digest.add_text(act.text);
  digest.add(plan.method == SensitivityMethod::morris ? 1 : 2);
  for (const std::uint64_t number :
       {static_cast<std::uint64_t>(plan.size), static_cast<std::uint64_t>(plan.agenda.history_until.index),
        static_cast<std::uint64_t>(plan.last.index)})
    digest.add(number);
  return format_digest(digest.value());
}

std::string sensitivity_csv(const Sensitivity& sensitivity, SensitivityMethod method) {
  const bool morris = method == SensitivityMethod::morris;
  CsvText csv(morris ? "outcome,unit,factor,mu,mu_star,mu_star_low,mu_star_high,sigma,converged,mean,sd,n"
                     : "outcome,unit,factor,first,first_low,first_high,total,total_low,total_high,converged,mean,sd,n");
  for (const OutcomeSensitivity& outcome : sensitivity.outcomes) {
    for (const FactorSensitivity& factor : outcome.factors) {
      csv.cell(outcome.plan.id).cell(outcome.plan.unit).cell(factor.factor);
      if (morris) {
        csv.cell(factor.mu).cell(factor.mu_star).cell(factor.mu_star_interval.low).cell(factor.mu_star_interval.high);
        csv.cell(factor.sigma);
      } else {
        csv.cell(factor.first).cell(factor.first_interval.low).cell(factor.first_interval.high);
        csv.cell(factor.total).cell(factor.total_interval.low).cell(factor.total_interval.high);
      }
      csv.cell(factor.converged ? 1 : 0).cell(outcome.mean).cell(outcome.sd).cell(outcome.n).end_row();
    }
  }
  return csv.take();
}

}  // namespace thermidor::experiment
