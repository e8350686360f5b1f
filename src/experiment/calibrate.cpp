#include "experiment/calibrate.hpp"

#include <algorithm>
#include <limits>

#include "core/digest.hpp"
#include "core/distributions.hpp"
#include "core/math.hpp"
#include "core/rng.hpp"
#include "experiment/sample_population.hpp"
#include "experiment/statistics.hpp"
#include "experiment/try_constants.hpp"

namespace thermidor::experiment {
namespace {

using scenario::Prior;
using scenario::Target;

constexpr double kBandDeviations =
    1.645;                           // standard deviations to the edge of a band: it holds nine tenths of what is believed
constexpr double kNotMeasured = 10;  // z of what could not be measured
constexpr double kHeat = 20;         // flattening at the start: a bad fit of fifty targets must not rule a walker out at once
constexpr double kReheat = 4;        // where the start is already near
constexpr double kNear = 0.03;       // spread of walkers that start near the stored values, in widths of the prior
constexpr double kUnknown = 0.2;     // the same in constants that the draws to start from do not know

// One population: the constants that move and the targets that count.
struct Stage {
  std::string name;
  std::vector<std::size_t> moving;
  std::vector<std::size_t> counted;
};

Stage stage_of(const scenario::Calibration& calibration, const std::string& name) {
  Stage stage{name, {}, {}};
  const bool joint = name == "joint";
  for (std::size_t i = 0; i < calibration.priors.size(); ++i) {
    if (joint || calibration.priors[i].block == name) stage.moving.push_back(i);
  }
  for (std::size_t i = 0; i < calibration.targets.size(); ++i) {
    const Target& target = calibration.targets[i];
    if (target.used && (joint || target.block == name)) stage.counted.push_back(i);
  }
  return stage;
}

std::vector<Stage> stages_of(const CalibrationPlan& plan) {
  std::vector<Stage> stages;
  const std::vector<std::string> blocks = plan.calibration->blocks();
  const bool all = plan.block == "all";
  for (const std::string& block : blocks) {
    if (all && blocks.size() > 1) stages.push_back(stage_of(*plan.calibration, block));
  }
  stages.push_back(stage_of(*plan.calibration, all ? "joint" : plan.block));
  return stages;
}

class Calibrator {
 public:
  Calibrator(const CalibrationPlan& plan, const EnsembleControl& control)
      : plan_(plan),
        calibration_(*plan.calibration),
        stages_(stages_of(plan)),
        book_(plan, control,
              stages_.size() * static_cast<std::size_t>(plan.walkers) * static_cast<std::size_t>(plan.rounds + 1)) {}

  CalibrationResult calibrate() {
    if (!book_.open()) return finish(false);
    best_ = book_.stored_constants();
    set_start();
    for (std::size_t s = 0; s < stages_.size(); ++s) {
      std::optional<Population> population = run_stage(s);
      if (!population) return finish(false);
      if (s + 1 == stages_.size()) summarise(stages_[s], *population);
    }
    book_.close();
    return finish(true);
  }

 private:
  CalibrationResult finish(bool finished) {
    result_.finished = finished;
    result_.error = book_.error();
    result_.resumed = book_.resumed();
    return std::move(result_);
  }

  std::vector<double> constants_at(const Stage& stage, const Place& place) const {
    std::vector<double> constants = best_;
    for (std::size_t d = 0; d < place.size(); ++d) {
      constants[stage.moving[d]] = prior_value(calibration_.priors[stage.moving[d]], place[d]);
    }
    return constants;
  }

  // Places of all walkers in all constants.
  void set_start() {
    const auto walkers = static_cast<std::size_t>(plan_.walkers);
    const std::size_t dimensions = calibration_.priors.size();
    walkers_ = latin_hypercube(walkers, dimensions, plan_.setup.seed);
    for (std::size_t w = 0; w < walkers; ++w) {
      for (std::size_t d = 0; d < dimensions; ++d) {
        const double stored = prior_place(calibration_.priors[d], best_[d]);
        // The first walker starts from the stored values in any case: a calibration ends no worse than it began.
        if (w == 0) {
          walkers_[w][d] = stored;
        } else if (plan_.start != CalibrationStart::prior) {
          walkers_[w][d] = start_place(w, d, stored);
        }
      }
    }
  }

  // Column of a constant in the draws to start from; below 0 where they do not know it.
  int known(std::size_t dimension) const {
    if (plan_.start != CalibrationStart::posterior) return -1;
    return scenario::position_of(calibration_.posterior.parameters, calibration_.priors[dimension].parameter);
  }

  double start_place(std::size_t walker, std::size_t dimension, double stored) const {
    const int column = known(dimension);
    if (column >= 0) {
      const std::vector<std::vector<double>>& draws = calibration_.posterior.draws;
      return prior_place(calibration_.priors[dimension], draws[walker % draws.size()][static_cast<std::size_t>(column)]);
    }
    const double spread = plan_.start == CalibrationStart::posterior ? kUnknown : kNear;
    Random random(DrawKey{plan_.setup.seed, make_stream("experiment.near"), Month{0}, (walker << 32U) | dimension});
    return clamp(stored + spread * draw_normal(random), 0, 1);
  }

  // Far from the end: from the priors, or with constants that the draws to start from do not know.
  bool starts_far() const {
    if (plan_.start == CalibrationStart::stored) return false;
    for (std::size_t d = 0; d < calibration_.priors.size(); ++d) {
      if (known(d) < 0) return true;
    }
    return false;
  }

  double log_likelihood(const Stage& stage, const ConstantsTrial& trial) const {
    if (trial.broken) return -std::numeric_limits<double>::infinity();
    double sum = 0;
    for (const std::size_t t : stage.counted) sum += target_log_likelihood(calibration_.targets[t], trial.values[t]);
    return sum;
  }

  std::optional<Population> run_stage(std::size_t number) {
    const Stage& stage = stages_[number];
    std::vector<Place> start;
    for (const Place& walker : walkers_) {
      Place& place = start.emplace_back();
      for (const std::size_t d : stage.moving) place.push_back(walker[d]);
    }
    const Explore explore = [&](const std::vector<Place>& places) -> std::optional<std::vector<Finding>> {
      std::vector<std::vector<double>> sets;
      for (const Place& place : places) sets.push_back(constants_at(stage, place));
      std::optional<std::vector<ConstantsTrial>> trials = book_.try_all(sets);
      if (!trials) return std::nullopt;
      std::vector<Finding> findings;
      for (ConstantsTrial& trial : *trials) findings.push_back({log_likelihood(stage, trial), std::move(trial.values)});
      return findings;
    };
    const bool far = starts_far() && (number == 0 || stage.name != "joint");
    const PopulationPlan population_plan{plan_.rounds, far ? kHeat : kReheat, plan_.setup.seed,
                                         static_cast<std::uint32_t>(number)};
    std::optional<Population> population = sample_population(population_plan, std::move(start), explore);
    if (population) take_over(stage, *population);
    return population;
  }

  // Later stages start from what this one found.
  void take_over(const Stage& stage, const Population& population) {
    best_ = constants_at(stage, population.best.place);
    for (std::size_t w = 0; w < walkers_.size(); ++w) {
      const Walker& walker = w == 0 ? population.best : population.draws[population.draws.size() - walkers_.size() + w];
      for (std::size_t d = 0; d < stage.moving.size(); ++d) walkers_[w][stage.moving[d]] = walker.place[d];
    }
    result_.stages.push_back({stage.name, static_cast<int>(stage.moving.size()), static_cast<int>(stage.counted.size()),
                              walkers_.size() * static_cast<std::size_t>(plan_.rounds + 1), population.impossible,
                              population.acceptance, log_likelihood(stage, book_.stored_trial()),
                              population.best.found.log_likelihood});
  }

  void summarise(const Stage& stage, const Population& population) {
    for (std::size_t d = 0; d < stage.moving.size(); ++d) {
      const std::size_t i = stage.moving[d];
      const Prior& prior = calibration_.priors[i];
      std::vector<double> values;
      for (const Walker& walker : population.draws) values.push_back(prior_value(prior, walker.place[d]));
      result_.constants.push_back({prior, book_.stored_constants()[i], best_[i], quantile_of(values, 0.05),
                                   quantile_of(values, 0.5), quantile_of(values, 0.95), walker_disagreement(population, d)});
    }
    for (std::size_t t = 0; t < calibration_.targets.size(); ++t) {
      TargetFit fit{calibration_.targets[t], book_.stored_trial().values[t], population.best.found.values[t], 0, 0, 0, 0};
      std::vector<double> values;
      int inside = 0;
      for (const Walker& walker : population.draws) {
        const double value = walker.found.values[t];
        if (value - value == 0) values.push_back(value);
        inside += fit.inside(value) ? 1 : 0;
      }
      fit.q05 = quantile_of(values, 0.05);
      fit.q50 = quantile_of(values, 0.5);
      fit.q95 = quantile_of(values, 0.95);
      fit.share_inside = static_cast<double>(inside) / static_cast<double>(population.draws.size());
      result_.targets.push_back(std::move(fit));
    }
    const std::size_t walkers = walkers_.size();
    for (const std::size_t kept :
         thin_draws(walkers, population.draws.size() / walkers, static_cast<std::size_t>(plan_.keep))) {
      const Place& place = population.draws[kept].place;
      std::vector<double>& draw = result_.draws.emplace_back();
      for (std::size_t d = 0; d < place.size(); ++d)
        draw.push_back(prior_value(calibration_.priors[stage.moving[d]], place[d]));
    }
  }

  const CalibrationPlan& plan_;
  const scenario::Calibration& calibration_;
  std::vector<Stage> stages_;
  TrialBook book_;
  std::vector<double> best_;    // one value per prior: the best so far
  std::vector<Place> walkers_;  // one coordinate per prior
  CalibrationResult result_;
};

}  // namespace

CalibrationResult run_calibration(const CalibrationPlan& plan, const EnsembleControl& control) {
  return Calibrator(plan, control).calibrate();
}

std::string calibration_key(const CalibrationPlan& plan, const std::string& engine) {
  Digest digest;
  digest.add_text(engine);
  digest.add(scenario::calibration_basis(*plan.params, plan.agenda.chronicle, *plan.calibration));
  digest_value(digest, *plan.params);
  digest_value(digest, plan.setup);
  for (const Target& target : plan.calibration->targets) digest.add_text(target.block + " " + target.value.text);
  for (const Prior& prior : plan.calibration->priors) digest.add_text(prior.block);
  if (plan.start == CalibrationStart::posterior) {
    for (const std::vector<double>& draw : plan.calibration->posterior.draws) digest_value(digest, draw);
  }
  digest.add_text(plan.block);
  for (const int number : {static_cast<int>(plan.start), plan.walkers, plan.rounds, plan.seeds, plan.last.index,
                           plan.agenda.history_until.index}) {
    digest.add(static_cast<std::uint64_t>(number));
  }
  return format_digest(digest.value());
}

double target_log_likelihood(const Target& target, double value) {
  double low = target.low;
  double high = target.high;
  double z = kNotMeasured;
  if (target.logarithmic) {
    low = thermidor::log(low);
    high = thermidor::log(high);
    value = value > 0 ? thermidor::log(value) : std::numeric_limits<double>::quiet_NaN();
  }
  if (value - value == 0) z = (value - 0.5 * (low + high)) / (0.5 * (high - low));
  z = z < 0 ? -z : z;
  const double deviations = smaller(kBandDeviations * z, target.farthest);
  return -0.5 * (deviations * deviations + thermidor::log_one_plus(larger(0, z - 1)));
}

double prior_value(const Prior& prior, double place) {
  const double value = prior.logarithmic ? prior.low * thermidor::exp(place * thermidor::log(prior.high / prior.low))
                                         : prior.low + place * (prior.high - prior.low);
  return clamp(value, prior.low, prior.high);
}

double prior_place(const Prior& prior, double value) {
  const double inside = clamp(value, prior.low, prior.high);
  const double place = prior.logarithmic ? thermidor::log(inside / prior.low) / thermidor::log(prior.high / prior.low)
                                         : (inside - prior.low) / (prior.high - prior.low);
  return clamp(place, 0, 1);
}

}  // namespace thermidor::experiment
