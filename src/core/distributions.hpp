// Distributions on counter-based draws. Each uses as many draws as it needs from its own key.
#pragma once

#include <cstdint>
#include <span>

#include "core/rng.hpp"

namespace thermidor {

double draw_normal(Random& random);                                         // mean 0, sd 1, by inversion: one draw
double draw_exponential(Random& random);                                    // mean 1, by inversion
std::int64_t draw_poisson(Random& random, double mean);                     // exact; mean >= 0
std::int64_t poisson_at(double share, double mean);                         // smallest count with as much below; mean to 40
std::int64_t draw_binomial(Random& random, std::int64_t trials, double p);  // exact for any size

// Binomial counts of one probability: what depends on it alone is worked out once. Draws nothing of a probability that is not
// above 0, all of one that is 1 or more. Drawing fills in what it works out: one to a thread.
class Binomial {
 public:
  explicit Binomial(double p);
  std::int64_t draw(Random& random, std::int64_t trials);

 private:
  std::int64_t invert(Random& random, std::int64_t trials);
  std::int64_t reject(Random& random, std::int64_t trials) const;

  bool fails_;  // failures are drawn, the rarer outcome
  double p_;    // of the rarer outcome
  bool certain_;
  double odds_ = 0, log_rest_ = 0;  // of inversion: p / (1 - p) and log(1 - p)
};

// Successes among `drawn` taken without return from `total` of which `marked` count.
std::int64_t draw_hypergeometric(Random& random, std::int64_t total, std::int64_t marked, std::int64_t drawn);

// Index chosen with probability proportional to weight; weights >= 0 with a positive sum, else 0. One draw.
std::size_t draw_weighted(Random& random, std::span<const double> weights);

// Multinomial logit: writes P(i) = exp(lambda u_i) / sum into `probabilities` (stable against overflow).
void logit_probabilities(std::span<const double> utilities, double lambda, std::span<double> probabilities);

// A whole number whose mean is `amount`: truncates and adds one with the probability of the fraction. One draw.
std::int64_t draw_rounded(Random& random, double amount);

}  // namespace thermidor
