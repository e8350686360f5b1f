// Statistics of paired members. Sums run in member order and the bootstrap draws from a fixed seed, so that the same members
// give the same bits. Values that are not numbers mean "could not be measured": the pair is left out and `n` says so.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "experiment/paired_intervals.hpp"

namespace thermidor::experiment {

enum class Statistic : std::uint8_t { mean, median };
enum class IntervalKind : std::uint8_t { bootstrap_t, percentile, normal, student, score };

const char* statistic_name(Statistic statistic);
const char* interval_name(IntervalKind kind);  // "bootstrap-t", "percentile bootstrap", "normal", "Student", "score"

double mean_of(std::span<const double> values);                // NaN when empty
double standard_deviation(std::span<const double> values);     // divisor n - 1; 0 for fewer than two values
double quantile_of(std::span<const double> values, double p);  // linear between order statistics (type 7); NaN when empty
double sorted_quantile(std::span<const double> sorted, double p);

// Weights exp(log weight), scaled so that the largest is 1.
std::vector<double> weights_of(std::span<const double> log_weights);
// How many equally weighted members carry as much information: (sum w)^2 / sum w^2.
double effective_sample_size(std::span<const double> weights);

// Interval of the mean by the bootstrap-t (studentised; Efron and Tibshirani 1993, ch. 12).
Interval bootstrap_t_interval(std::span<const double> values, double level, std::uint64_t seed, int resamples);

// Difference of two arms over the same members, counterfactual less baseline.
struct Comparison {
  Statistic statistic = Statistic::mean;
  double baseline = 0;
  double counterfactual = 0;
  double difference = 0;
  double low = 0;
  double high = 0;
  IntervalKind interval = IntervalKind::bootstrap_t;
  double level = 0.95;
  double sign_share = 0;           // share of members whose own difference has the sign of `difference`
  int n = 0;                       // pairs in which both arms could be measured
  double standard_error = 0;       // Monte Carlo
  bool distinguishable = false;    // the interval does not contain zero, and for shares a sign test agrees
  double chance = 1;               // of a difference so large were there none: sign test of shares, otherwise normal
  double difference_weighted = 0;  // by the probability of what was forced; equals `difference` for equal weights
  double effective_sample = 0;     // of those weights
};

struct CompareOptions {
  Statistic statistic = Statistic::mean;
  double level = 0.95;
  int resamples = 2000;
  std::uint64_t seed = 1921;  // of the bootstrap, not of the members
  int normal_from = 0;        // so many pairs have the normal interval of the mean, which the bootstrap-t then is; 0: never
};

// `log_weights` may be empty (all equal). Means of yes and no, which are shares, take the score interval for paired shares;
// other means the bootstrap-t of the paired differences, or Student's interval where fewer than kFewPairs pairs differ, as the
// studentised bootstrap then runs wild. The median resamples pairs and takes percentiles of the difference of the arms'
// medians.
inline constexpr int kFewPairs = 50;
Comparison compare_pairs(std::span<const double> baseline, std::span<const double> counterfactual,
                         std::span<const double> log_weights, const CompareOptions& options);

// The same for two arms that share no members (their sizes may differ): difference of the means or medians, interval by
// percentiles over resamples of each arm by itself. There is no sign share, and weights are equal.
Comparison compare_apart(std::span<const double> first, std::span<const double> second, const CompareOptions& options);

// Chance of a difference as large as this or larger were there none, from its standard error by the normal distribution.
double chance_of_none(double difference, double error);

// Spread of an effect over parameter draws beyond what the noise of runs explains: the root of the surplus of variance.
double parameter_spread(std::span<const double> differences_drawn, std::span<const double> differences_given);

// Spread of an effect over readings of the outcome, each with its own list of differences, beyond what the noise of runs
// explains; nothing for fewer than two readings with five pairs.
std::optional<double> explanation_spread(const std::vector<std::vector<double>>& effects);

}  // namespace thermidor::experiment
