// Intervals of a paired difference where the bootstrap-t has too little to go by: shares of runs, and few pairs that differ.
#pragma once

#include <cstddef>
#include <span>

namespace thermidor::experiment {

struct Interval {
  double low = 0;
  double high = 0;
};

// Pairs of yes and no, counterfactual and baseline.
struct PairedCounts {
  int both = 0;
  int only_counterfactual = 0;
  int only_baseline = 0;
  int neither = 0;
  int all() const { return both + only_counterfactual + only_baseline + neither; }
};

// True if every value of both arms is 0 or 1; the arms are of one length.
bool yes_or_no(std::span<const double> baseline, std::span<const double> counterfactual);
PairedCounts count_pairs(std::span<const double> baseline, std::span<const double> counterfactual);

// Wilson's (1927) interval of a share of `count`.
Interval wilson_interval(int hits, int count, double level = 0.95);

// Difference of two shares of the same pairs: the score intervals of both shares, joined by their correlation (Newcombe 1998,
// method 10). Never empty, also where no pair differs.
Interval paired_shares_interval(const PairedCounts& counts, double level);

// Chance of a split of the pairs that differ as uneven as this or more, were both ways as likely (exact sign test, two-sided).
double sign_test(const PairedCounts& counts);

// Student's interval of the mean.
Interval t_interval(std::span<const double> values, double level);

// Quantile of Student's t with so many degrees of freedom, at least one: exact for one and two, then by the expansion of
// Abramowitz and Stegun 26.7.5, to better than .2 per cent within p of .005 to .995.
double student_quantile(double p, std::size_t freedom);

}  // namespace thermidor::experiment
