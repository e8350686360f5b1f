#include "experiment/statistics.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>

#include "core/math.hpp"
#include "core/rng.hpp"

namespace thermidor::experiment {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

bool is_number(double value) { return value - value == 0; }  // false for NaN and infinities

// Indices of one resample, drawn with return; the same for the same (seed, resample, size).
void draw_resample(std::uint64_t seed, int resample, std::span<std::uint32_t> indices) {
  Random random(DrawKey{seed, make_stream("experiment.bootstrap"), Month{0}, static_cast<std::uint64_t>(resample)});
  // The block counter of a key is 16 bits wide: long samples take a further key every 2^17 draws.
  constexpr std::size_t kDrawsPerKey = std::size_t{1} << 17;
  for (std::size_t i = 0; i < indices.size(); ++i) {
    if (i > 0 && i % kDrawsPerKey == 0) {
      random = Random(DrawKey{seed, make_stream("experiment.bootstrap"), Month{static_cast<int>(i / kDrawsPerKey)},
                              static_cast<std::uint64_t>(resample)});
    }
    indices[i] = random.below(static_cast<std::uint32_t>(indices.size()));
  }
}

struct Pairs {
  std::vector<double> baseline, counterfactual, difference, log_weight;
};

Pairs measured_pairs(std::span<const double> baseline, std::span<const double> counterfactual,
                     std::span<const double> log_weights) {
  Pairs pairs;
  const std::size_t count = std::min(baseline.size(), counterfactual.size());
  for (std::size_t i = 0; i < count; ++i) {
    if (!is_number(baseline[i]) || !is_number(counterfactual[i])) continue;
    pairs.baseline.push_back(baseline[i]);
    pairs.counterfactual.push_back(counterfactual[i]);
    pairs.difference.push_back(counterfactual[i] - baseline[i]);
    pairs.log_weight.push_back(i < log_weights.size() ? log_weights[i] : 0.0);
  }
  return pairs;
}

// Median of values at the given indices.
double median_at(std::span<const double> values, std::span<const std::uint32_t> indices, std::vector<double>& scratch) {
  scratch.clear();
  for (const std::uint32_t index : indices) scratch.push_back(values[index]);
  std::sort(scratch.begin(), scratch.end());
  return sorted_quantile(scratch, 0.5);
}

void compare_medians(const Pairs& pairs, const CompareOptions& options, Comparison& result) {
  result.baseline = quantile_of(pairs.baseline, 0.5);
  result.counterfactual = quantile_of(pairs.counterfactual, 0.5);
  result.difference = result.counterfactual - result.baseline;
  result.interval = IntervalKind::percentile;
  std::vector<double> medians;
  std::vector<double> scratch;
  std::vector<std::uint32_t> indices(pairs.difference.size());
  for (int resample = 0; resample < options.resamples; ++resample) {
    draw_resample(options.seed, resample, indices);
    medians.push_back(median_at(pairs.counterfactual, indices, scratch) - median_at(pairs.baseline, indices, scratch));
  }
  result.standard_error = standard_deviation(medians);
  result.chance = chance_of_none(result.difference, result.standard_error);
  std::sort(medians.begin(), medians.end());
  result.low = sorted_quantile(medians, 0.5 * (1 - options.level));
  result.high = sorted_quantile(medians, 0.5 * (1 + options.level));
}

void compare_means(const Pairs& pairs, const CompareOptions& options, Comparison& result) {
  result.baseline = mean_of(pairs.baseline);
  result.counterfactual = mean_of(pairs.counterfactual);
  result.difference = mean_of(pairs.difference);
  result.interval = IntervalKind::bootstrap_t;
  result.standard_error = standard_deviation(pairs.difference) / thermidor::sqrt(static_cast<double>(pairs.difference.size()));
  const auto take = [&result](IntervalKind kind, Interval interval) {
    result.interval = kind;
    result.low = interval.low;
    result.high = interval.high;
  };
  if (yes_or_no(pairs.baseline, pairs.counterfactual)) {
    const PairedCounts counts = count_pairs(pairs.baseline, pairs.counterfactual);
    result.chance = sign_test(counts);
    return take(IntervalKind::score, paired_shares_interval(counts, options.level));
  }
  result.chance = chance_of_none(result.difference, result.standard_error);
  const auto alike = std::count(pairs.difference.begin(), pairs.difference.end(), 0.0);
  if (std::ssize(pairs.difference) - alike < kFewPairs) {
    return take(IntervalKind::student, t_interval(pairs.difference, options.level));
  }
  if (options.normal_from > 0 && pairs.difference.size() >= static_cast<std::size_t>(options.normal_from)) {
    const double width = normal_quantile(0.5 * (1 + options.level)) * result.standard_error;
    return take(IntervalKind::normal, {result.difference - width, result.difference + width});
  }
  take(IntervalKind::bootstrap_t, bootstrap_t_interval(pairs.difference, options.level, options.seed, options.resamples));
}

double weighted_mean(std::span<const double> values, std::span<const double> weights) {
  double sum = 0;
  double total = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    sum += weights[i] * values[i];
    total += weights[i];
  }
  return total > 0 ? sum / total : kNaN;
}

// Value at which half of the weight is reached.
double weighted_median(std::span<const double> values, std::span<const double> weights) {
  std::vector<std::size_t> order(values.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return values[a] != values[b] ? values[a] < values[b] : a < b; });
  double total = 0;
  for (const double weight : weights) total += weight;
  double reached = 0;
  for (const std::size_t i : order) {
    reached += weights[i];
    if (reached >= 0.5 * total) return values[i];
  }
  return kNaN;
}

// Whether the difference is told from chance. Where pairs that all differ alike leave no spread, and for shares, an exact sign
// test has to agree with the interval; a single pair tells nothing.
void judge_pairs(std::size_t count, Comparison& result) {
  if (count < 2) {
    result.low = result.high = kNaN;
    result.chance = 1;
    return;
  }
  const bool alike = result.standard_error == 0;
  if (alike) result.chance = result.difference == 0 ? 1 : std::pow(0.5, static_cast<double>(count) - 1);
  const bool exact = alike || result.interval == IntervalKind::score;
  result.distinguishable = (result.low > 0 || result.high < 0) && (!exact || result.chance <= 1 - result.level);
}

}  // namespace

const char* statistic_name(Statistic statistic) { return statistic == Statistic::median ? "median" : "mean"; }

const char* interval_name(IntervalKind kind) {
  switch (kind) {
    case IntervalKind::normal: return "normal";
    case IntervalKind::student: return "Student";
    case IntervalKind::score: return "score";
    case IntervalKind::percentile: return "percentile bootstrap";
    default: return "bootstrap-t";
  }
}

double chance_of_none(double difference, double error) {
  if (std::isnan(difference)) return 1;
  if (error <= 0) return difference == 0 ? 1 : 0;
  return std::erfc(std::fabs(difference) / error / thermidor::sqrt(2.0));
}

double mean_of(std::span<const double> values) {
  if (values.empty()) return kNaN;
  double sum = 0;
  for (const double value : values) sum += value;
  return sum / static_cast<double>(values.size());
}

double standard_deviation(std::span<const double> values) {
  if (values.size() < 2) return 0;
  const double mean = mean_of(values);
  double squares = 0;
  for (const double value : values) squares += (value - mean) * (value - mean);
  return thermidor::sqrt(squares / static_cast<double>(values.size() - 1));
}

double sorted_quantile(std::span<const double> sorted, double p) {
  if (sorted.empty()) return kNaN;
  const double place = clamp(p, 0, 1) * static_cast<double>(sorted.size() - 1);
  const auto lower = static_cast<std::size_t>(place);
  if (lower + 1 >= sorted.size()) return sorted.back();
  const double fraction = place - static_cast<double>(lower);
  return sorted[lower] + fraction * (sorted[lower + 1] - sorted[lower]);
}

double quantile_of(std::span<const double> values, double p) {
  std::vector<double> sorted(values.begin(), values.end());
  std::sort(sorted.begin(), sorted.end());
  return sorted_quantile(sorted, p);
}

std::vector<double> weights_of(std::span<const double> log_weights) {
  double largest = -std::numeric_limits<double>::infinity();
  for (const double value : log_weights) largest = larger(largest, value);
  std::vector<double> weights;
  weights.reserve(log_weights.size());
  for (const double value : log_weights) weights.push_back(thermidor::exp(value - largest));
  return weights;
}

double effective_sample_size(std::span<const double> weights) {
  double sum = 0;
  double squares = 0;
  for (const double weight : weights) {
    sum += weight;
    squares += weight * weight;
  }
  return squares > 0 ? sum * sum / squares : 0;
}

Interval bootstrap_t_interval(std::span<const double> values, double level, std::uint64_t seed, int resamples) {
  const double mean = mean_of(values);
  const double root = thermidor::sqrt(static_cast<double>(values.size()));
  const double error = standard_deviation(values) / root;
  if (values.size() < 2 || error == 0) return {mean, mean};
  std::vector<double> pivots;
  std::vector<double> drawn(values.size());
  std::vector<std::uint32_t> indices(values.size());
  for (int resample = 0; resample < resamples; ++resample) {
    draw_resample(seed, resample, indices);
    for (std::size_t i = 0; i < indices.size(); ++i) drawn[i] = values[indices[i]];
    const double drawn_error = standard_deviation(drawn) / root;
    if (drawn_error > 0) pivots.push_back((mean_of(drawn) - mean) / drawn_error);
  }
  // Nearly all members equal: most resamples have no spread, and the pivots say nothing. Fall back on the normal interval.
  if (pivots.size() * 2 < static_cast<std::size_t>(resamples)) {
    const double width = normal_quantile(0.5 * (1 + level)) * error;
    return {mean - width, mean + width};
  }
  std::sort(pivots.begin(), pivots.end());
  return {mean - sorted_quantile(pivots, 0.5 * (1 + level)) * error, mean - sorted_quantile(pivots, 0.5 * (1 - level)) * error};
}

Comparison compare_pairs(std::span<const double> baseline, std::span<const double> counterfactual,
                         std::span<const double> log_weights, const CompareOptions& options) {
  const Pairs pairs = measured_pairs(baseline, counterfactual, log_weights);
  Comparison result;
  result.statistic = options.statistic;
  result.level = options.level;
  result.n = static_cast<int>(pairs.difference.size());
  if (result.n == 0) {
    result.baseline = result.counterfactual = result.difference = result.low = result.high = kNaN;
    result.sign_share = result.standard_error = result.difference_weighted = kNaN;
    return result;
  }
  if (options.statistic == Statistic::median) {
    compare_medians(pairs, options, result);
  } else {
    compare_means(pairs, options, result);
  }
  const auto sign = [](double value) { return (value > 0) - (value < 0); };
  int agreeing = 0;
  for (const double difference : pairs.difference) agreeing += sign(difference) == sign(result.difference) ? 1 : 0;
  result.sign_share = static_cast<double>(agreeing) / result.n;
  judge_pairs(pairs.difference.size(), result);
  const std::vector<double> weights = weights_of(pairs.log_weight);
  result.effective_sample = effective_sample_size(weights);
  result.difference_weighted = options.statistic == Statistic::median
                                   ? weighted_median(pairs.counterfactual, weights) - weighted_median(pairs.baseline, weights)
                                   : weighted_mean(pairs.difference, weights);
  return result;
}

Comparison compare_apart(std::span<const double> first, std::span<const double> second, const CompareOptions& options) {
  std::vector<double> before;
  std::vector<double> after;
  std::copy_if(first.begin(), first.end(), std::back_inserter(before), is_number);
  std::copy_if(second.begin(), second.end(), std::back_inserter(after), is_number);
  const auto centre = [&options](std::span<const double> values) {
    return options.statistic == Statistic::median ? quantile_of(values, 0.5) : mean_of(values);
  };
  Comparison result;
  result.statistic = options.statistic;
  result.level = options.level;
  result.interval = IntervalKind::percentile;
  result.n = static_cast<int>(std::min(before.size(), after.size()));
  result.sign_share = kNaN;
  result.baseline = centre(before);
  result.counterfactual = centre(after);
  result.difference = result.difference_weighted = result.counterfactual - result.baseline;
  result.effective_sample = result.n;
  if (result.n == 0) {
    result.low = result.high = result.standard_error = kNaN;
    return result;
  }
  std::vector<double> differences;
  std::vector<double> drawn;
  std::vector<std::uint32_t> indices;
  const auto resampled = [&](std::span<const double> values, std::uint64_t seed, int resample) {
    indices.resize(values.size());
    draw_resample(seed, resample, indices);
    drawn.clear();
    for (const std::uint32_t index : indices) drawn.push_back(values[index]);
    return centre(drawn);
  };
  for (int resample = 0; resample < options.resamples; ++resample) {
    const double changed = resampled(after, options.seed + 1, resample);
    differences.push_back(changed - resampled(before, options.seed, resample));
  }
  result.standard_error = standard_deviation(differences);
  result.chance = chance_of_none(result.difference, result.standard_error);
  result.low = quantile_of(differences, 0.5 * (1 - options.level));
  result.high = quantile_of(differences, 0.5 * (1 + options.level));
  result.distinguishable = result.low > 0 || result.high < 0;
  return result;
}

double parameter_spread(std::span<const double> differences_drawn, std::span<const double> differences_given) {
  const double drawn = standard_deviation(differences_drawn);
  const double given = standard_deviation(differences_given);
  return thermidor::sqrt(larger(0, drawn * drawn - given * given));
}

std::optional<double> explanation_spread(const std::vector<std::vector<double>>& effects) {
  std::vector<double> means;
  double noise = 0;
  for (const std::vector<double>& list : effects) {
    if (list.size() < 5) continue;
    const double deviation = standard_deviation(list);
    means.push_back(mean_of(list));
    noise += deviation * deviation / static_cast<double>(list.size());
  }
  if (means.size() < 2) return std::nullopt;
  const double spread = standard_deviation(means);
  return thermidor::sqrt(larger(0, spread * spread - noise / static_cast<double>(means.size())));
}

}  // namespace thermidor::experiment
