// Exact draws by inversion where few steps are expected, otherwise by rejection (Hormann 1993; Stadlober 1990). All work for
// counts of a whole country. Left out: means beyond 2^53, where doubles no longer count.
#include "core/distributions.hpp"

#include <algorithm>
#include <array>

#include "core/math.hpp"
#include "core/quantity.hpp"

namespace thermidor {
namespace {

// Means below which inversion from zero is used.
constexpr double kInversionMean = 10.0;
constexpr double kLargestInverted = 40.0;

// No inversion goes on for longer: beyond, the probability is under 1e-150, and only rounding could lead there.
constexpr std::int64_t kInversionSteps = 200;

// 1/k: a division for each step would take longer than all else.
constexpr std::array<double, kInversionSteps + 1> make_inverses() {
  std::array<double, kInversionSteps + 1> values{};
  for (std::size_t k = 1; k < values.size(); ++k) values[k] = 1.0 / static_cast<double>(k);
  return values;
}
constexpr std::array<double, kInversionSteps + 1> kInverses = make_inverses();

double floor_of(double x) {
  const double truncated = static_cast<double>(whole(x));
  return truncated > x ? truncated - 1.0 : truncated;
}

double distance_from_edge(double centred) { return 0.5 - (centred < 0 ? -centred : centred); }

std::int64_t invert_poisson(double share, double mean) {
  double probability = exp(-mean);
  double left = share;
  std::int64_t k = 0;
  while (left > probability && k < kInversionSteps) {
    left -= probability;
    ++k;
    probability *= mean * kInverses[static_cast<std::size_t>(k)];
  }
  return k;
}

// Transformed rejection with squeeze (PTRS).
std::int64_t reject_poisson(Random& random, double mean) {
  const double b = 0.931 + 2.53 * sqrt(mean);
  const double a = -0.059 + 0.02483 * b;
  const double inverse_alpha = 1.1239 + 1.1328 / (b - 3.4);
  const double squeeze = 0.9277 - 3.6224 / (b - 2.0);
  while (true) {
    const double u = random.uniform_fine() - 0.5;
    const double v = random.uniform_fine();
    const double edge = distance_from_edge(u);
    const double value = floor_of((2.0 * a / edge + b) * u + mean + 0.43);
    const std::int64_t k = whole(value);
    if (edge >= 0.07 && v <= squeeze) return k;
    if (value < 0 || (edge < 0.013 && v > edge)) continue;
    // Most draws end above, without the logarithms.
    const std::int64_t mode = whole(mean);
    const double log_mean = log(mean);
    const double log_mode = static_cast<double>(mode) * log_mean - mean - log_factorial(mode);
    const double log_probability = log_mode + static_cast<double>(k - mode) * log_mean - log_factorial_ratio(k, mode);
    if (log(v * inverse_alpha / (a / (edge * edge) + b)) <= log_probability) return k;
  }
}

// Takes one ball after the other; for few balls.
std::int64_t draw_from_urn(Random& random, std::int64_t total, std::int64_t marked, std::int64_t drawn) {
  std::int64_t found = 0;
  for (std::int64_t i = 0; i < drawn; ++i) {
    const double share = static_cast<double>(marked - found) / static_cast<double>(total - i);
    if (random.uniform_fine() < share) ++found;
  }
  return found;
}

// Ratio of uniforms (HRUA); marked and drawn at most half of the total.
std::int64_t reject_hypergeometric(Random& random, std::int64_t total, std::int64_t marked, std::int64_t drawn) {
  constexpr double kWidth = 1.7155277699214135;   // 2 sqrt(2/e)
  constexpr double kOffset = 0.8989161620588988;  // 3 - 2 sqrt(3/e)
  const double n = static_cast<double>(total);
  const double m = static_cast<double>(drawn);
  const double share = static_cast<double>(marked) / n;
  const double centre = m * share + 0.5;
  const double spread = sqrt((n - m) / (n - 1.0) * m * share * (1.0 - share) + 0.5);
  const double width = kWidth * spread + kOffset;
  const std::int64_t mode = whole((m + 1.0) * (static_cast<double>(marked) + 1.0) / (n + 2.0));
  // Sixteen standard deviations: beyond lies less than 1e-50.
  const double end = smaller(static_cast<double>(std::min(marked, drawn)) + 1.0, floor_of(centre + 16.0 * spread));
  while (true) {
    const double x = random.uniform_fine();
    const double y = random.uniform_fine();
    const double value = centre + width * (y - 0.5) / x;
    if (value < 0 || value >= end) continue;
    const std::int64_t k = whole(value);
    const double log_ratio = -log_factorial_ratio(k, mode) - log_factorial_ratio(marked - k, marked - mode) -
                             log_factorial_ratio(drawn - k, drawn - mode) -
                             log_factorial_ratio(total - marked - drawn + k, total - marked - drawn + mode);
    if (2.0 * log(x) <= log_ratio) return k;
  }
}

}  // namespace

double draw_normal(Random& random) { return normal_quantile(random.uniform()); }

double draw_exponential(Random& random) { return -log(random.uniform()); }

std::int64_t draw_poisson(Random& random, double mean) {
  if (!(mean > 0)) return 0;
  return mean < kInversionMean ? invert_poisson(random.uniform_fine(), mean) : reject_poisson(random, mean);
}

std::int64_t poisson_at(double share, double mean) {
  if (!(mean > 0)) return 0;
  return invert_poisson(share, mean < kLargestInverted ? mean : kLargestInverted);
}

Binomial::Binomial(double p) : fails_(p > 0.5), p_(fails_ ? 1.0 - p : p), certain_(p >= 1) {}

std::int64_t Binomial::draw(Random& random, std::int64_t trials) {
  if (trials <= 0) return 0;
  if (certain_) return trials;
  if (!(p_ > 0)) return 0;
  const std::int64_t found =
      static_cast<double>(trials) * p_ < kInversionMean ? invert(random, trials) : reject(random, trials);
  return fails_ ? trials - found : found;
}

std::int64_t Binomial::invert(Random& random, std::int64_t trials) {
  const double n = static_cast<double>(trials);
  if (odds_ <= 0) {
    odds_ = p_ / (1.0 - p_);
    log_rest_ = log_one_plus(-p_);
  }
  double probability = exp(n * log_rest_);
  double left = random.uniform_fine();
  std::int64_t k = 0;
  while (left > probability && k < trials && k < kInversionSteps) {
    left -= probability;
    ++k;
    probability *= (n - static_cast<double>(k) + 1.0) * odds_ * kInverses[static_cast<std::size_t>(k)];
  }
  return k;
}

// Transformed rejection with squeeze (BTRS), p <= 1/2.
std::int64_t Binomial::reject(Random& random, std::int64_t trials) const {
  const double n = static_cast<double>(trials);
  const double spread = sqrt(n * p_ * (1.0 - p_));
  const double b = 1.15 + 2.53 * spread;
  const double a = -0.0873 + 0.0248 * b + 0.01 * p_;
  const double squeeze = 0.92 - 4.2 / b;
  while (true) {
    const double u = random.uniform_fine() - 0.5;
    const double v = random.uniform_fine();
    const double edge = distance_from_edge(u);
    const double value = floor_of((2.0 * a / edge + b) * u + n * p_ + 0.5);
    if (value < 0 || value > n) continue;
    const std::int64_t k = whole(value);
    if (edge >= 0.07 && v <= squeeze) return k;
    // Most draws end above, without the logarithms. Log of the probability of k over that of the mode:
    const double alpha = (2.83 + 5.1 / b) * spread;
    const std::int64_t mode = whole((n + 1.0) * p_);
    const double log_odds = log(p_ / (1.0 - p_));
    const double log_ratio = static_cast<double>(k - mode) * log_odds - log_factorial_ratio(k, mode) -
                             log_factorial_ratio(trials - k, trials - mode);
    if (log(v * alpha / (a / (edge * edge) + b)) <= log_ratio) return k;
  }
}

std::int64_t draw_binomial(Random& random, std::int64_t trials, double p) { return Binomial(p).draw(random, trials); }

std::int64_t draw_hypergeometric(Random& random, std::int64_t total, std::int64_t marked, std::int64_t drawn) {
  if (total <= 0 || marked <= 0 || drawn <= 0) return 0;
  if (marked >= total) return std::min(drawn, total);
  if (drawn >= total) return marked;
  // By symmetry only the smaller halves need a method.
  const std::int64_t fewer_marked = std::min(marked, total - marked);
  const std::int64_t fewer_drawn = std::min(drawn, total - drawn);
  constexpr std::int64_t kUrn = 16;
  const std::int64_t few = std::min(fewer_marked, fewer_drawn);
  const std::int64_t many = std::max(fewer_marked, fewer_drawn);
  std::int64_t found = few <= kUrn ? draw_from_urn(random, total, many, few) : reject_hypergeometric(random, total, many, few);
  if (fewer_marked != marked) found = fewer_drawn - found;
  return fewer_drawn != drawn ? marked - found : found;
}

std::size_t draw_weighted(Random& random, std::span<const double> weights) {
  double sum = 0;
  for (const double weight : weights) sum += larger(weight, 0.0);
  double left = random.uniform() * sum;
  std::size_t last = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if (!(weights[i] > 0)) continue;
    last = i;
    if (left < weights[i]) return i;
    left -= weights[i];
  }
  return last;
}

void logit_probabilities(std::span<const double> utilities, double lambda, std::span<double> probabilities) {
  if (utilities.empty()) return;
  double best = lambda * utilities[0];
  for (const double utility : utilities) best = larger(best, lambda * utility);
  double sum = 0;
  for (std::size_t i = 0; i < utilities.size(); ++i) {
    probabilities[i] = exp(lambda * utilities[i] - best);
    sum += probabilities[i];
  }
  for (std::size_t i = 0; i < utilities.size(); ++i) probabilities[i] /= sum;
}

std::int64_t draw_rounded(Random& random, double amount) {
  const std::int64_t count = whole(amount);
  const double fraction = amount - static_cast<double>(count);
  // The draw is made even for whole amounts, so that later draws of the key do not depend on the amount.
  const double u = random.uniform();
  // A fraction of 1 or more means an amount beyond integers, of which nothing is left to draw.
  const double size = fraction < 0 ? -fraction : fraction;
  const std::int64_t more = (u < size ? 1 : 0) & (size < 1 ? 1 : 0);
  return fraction < 0 ? count - more : count + more;
}

}  // namespace thermidor
