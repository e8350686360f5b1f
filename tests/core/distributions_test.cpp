// Draws against exact probabilities (chi-square) and moments. Seeds are fixed, so that a test either always or never passes.
#include "core/distributions.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <functional>
#include <map>
#include <vector>

#include "core/math.hpp"

namespace thermidor {
namespace {

Random random_for(std::uint64_t entity) { return Random({17, make_stream("distributions"), make_month(1924, 1), entity}); }

using Draw = std::function<std::int64_t(Random&)>;
using LogProbability = std::function<double(std::int64_t)>;

// Standardised chi-square of counts against probabilities; cells expected below 10 are joined to their neighbour.
double chi_square_score(const Draw& draw, const LogProbability& log_probability, std::int64_t last) {
  constexpr int kDraws = 400000;
  std::map<std::int64_t, int> counts;
  // One key for each draw, as in the model: a key holds 2^18 words before it repeats.
  for (std::uint64_t i = 0; i < kDraws; ++i) {
    Random random = random_for(static_cast<std::uint64_t>(last) << 32 | i);
    ++counts[draw(random)];
  }
  double chi_square = 0;
  double expected = 0;
  double observed = 0;
  int cells = 0;
  double total = 0;
  for (std::int64_t k = 0; k <= last; ++k) {
    expected += kDraws * std::exp(log_probability(k));
    total += std::exp(log_probability(k));
    observed += counts.count(k) ? counts[k] : 0;
    if (expected < 10 && k != last) continue;
    if (expected > 1e-9) {
      chi_square += (observed - expected) * (observed - expected) / expected;
      ++cells;
    } else {
      EXPECT_EQ(observed, 0);
    }
    expected = observed = 0;
  }
  EXPECT_NEAR(total, 1, 1e-6) << "the range must hold all probability";
  const double freedom = cells - 1;
  return (chi_square - freedom) / std::sqrt(2 * freedom);
}

double log_choose(double n, double k) { return std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1); }

struct Moments {
  double mean = 0;
  double variance = 0;
};

Moments moments_of(const std::function<double(Random&)>& draw, int draws, std::uint64_t entity) {
  double sum = 0;
  double squares = 0;
  Random first = random_for(entity);
  const double shift = draw(first);
  for (int i = 0; i < draws; ++i) {
    Random random = random_for(entity << 32 | static_cast<std::uint64_t>(i));
    const double x = draw(random) - shift;
    sum += x;
    squares += x * x;
  }
  const double mean = sum / draws;
  return {mean + shift, squares / draws - mean * mean};
}

TEST(DrawBinomial, FollowsTheExactProbabilitiesByBothMethods) {
  struct Case {
    std::int64_t trials;
    double p;
  };
  // Inversion, the border, rejection, and the mirrored half.
  for (const Case c : {Case{1, 0.4}, Case{10, 0.3}, Case{1000, 0.002}, Case{40, 0.25}, Case{40, 0.2499}, Case{100, 0.5},
                       Case{2000, 0.03}, Case{10000, 0.4}, Case{50, 0.8}, Case{12, 0.97}}) {
    const double score = chi_square_score([&c](Random& random) { return draw_binomial(random, c.trials, c.p); },
                                          [&c](std::int64_t k) {
                                            const double n = static_cast<double>(c.trials);
                                            const double x = static_cast<double>(k);
                                            return log_choose(n, x) + x * std::log(c.p) + (n - x) * std::log1p(-c.p);
                                          },
                                          c.trials);
    EXPECT_LT(score, 4.0) << c.trials << " " << c.p;
  }
}

TEST(DrawBinomial, HasTheRightMomentsForAWholeCountry) {
  for (const double p : {3e-8, 0.0004, 0.27, 0.9}) {
    constexpr double kTrials = 140e6;
    const Moments m =
        moments_of([p](Random& random) { return static_cast<double>(draw_binomial(random, 140000000, p)); }, 20000, 5);
    const double variance = kTrials * p * (1 - p);
    EXPECT_NEAR(m.mean, kTrials * p, 5 * std::sqrt(variance / 20000)) << p;
    EXPECT_NEAR(m.variance / variance, 1, 0.06) << p;
  }
}

TEST(DrawBinomial, KnowsItsEdges) {
  Random random = random_for(1);
  EXPECT_EQ(draw_binomial(random, 0, 0.5), 0);
  EXPECT_EQ(draw_binomial(random, -3, 0.5), 0);
  EXPECT_EQ(draw_binomial(random, 9, 0), 0);
  EXPECT_EQ(draw_binomial(random, 9, -0.1), 0);
  EXPECT_EQ(draw_binomial(random, 9, 1), 9);
  EXPECT_EQ(draw_binomial(random, 9, 1.5), 9);
  EXPECT_EQ(draw_binomial(random, 9, std::nan("")), 0);
}

TEST(Binomial, DrawsTheSameAgainAndAgainAsOneDrawnAtATime) {
  for (const double p : {-1.0, 0.0, 0.003, 0.4, 0.5, 0.7, 0.999, 1.0, std::nan("")}) {
    Binomial kept(p);
    Random first = random_for(11), second = random_for(11);
    for (const std::int64_t trials : {0, 1, 7, 20, 100, 5000, 12, 140000}) {
      ASSERT_EQ(kept.draw(first, trials), draw_binomial(second, trials, p)) << p << " of " << trials;
    }
  }
}

TEST(DrawPoisson, FollowsTheExactProbabilitiesByBothMethods) {
  for (const double mean : {0.02, 1.0, 9.9, 10.1, 60.0, 900.0}) {
    const double score = chi_square_score([mean](Random& random) { return draw_poisson(random, mean); },
                                          [mean](std::int64_t k) {
                                            const double x = static_cast<double>(k);
                                            return x * std::log(mean) - mean - std::lgamma(x + 1);
                                          },
                                          static_cast<std::int64_t>(mean + 12 * std::sqrt(mean) + 12));
    EXPECT_LT(score, 4.0) << mean;
  }
}

TEST(PoissonAt, EvenlySpacedSharesHaveTheMeanAndTheVarianceOfTheDistribution) {
  for (const double mean : {0.3, 4.1, 12.0, 40.0}) {
    double sum = 0, squares = 0;
    constexpr int kPlaces = 20000;
    for (int i = 0; i < kPlaces; ++i) {
      const auto count = static_cast<double>(poisson_at((i + 0.5) / kPlaces, mean));
      sum += count, squares += count * count;
    }
    EXPECT_NEAR(sum / kPlaces, mean, 0.002 * mean);
    EXPECT_NEAR(squares / kPlaces - mean * mean, mean, 0.02 * mean);
  }
  EXPECT_EQ(poisson_at(0.5, 0), 0);
}

TEST(DrawPoisson, HasTheRightMomentsForLargeMeans) {
  const Moments m = moments_of([](Random& random) { return static_cast<double>(draw_poisson(random, 3.0e7)); }, 20000, 6);
  EXPECT_NEAR(m.mean, 3.0e7, 5 * std::sqrt(3.0e7 / 20000));
  EXPECT_NEAR(m.variance / 3.0e7, 1, 0.06);
  Random random = random_for(2);
  EXPECT_EQ(draw_poisson(random, 0), 0);
  EXPECT_EQ(draw_poisson(random, -1), 0);
}

TEST(DrawHypergeometric, FollowsTheExactProbabilitiesByBothMethods) {
  struct Case {
    std::int64_t total, marked, drawn;
  };
  // Urn, rejection, and each mirrored half.
  for (const Case c : {Case{50, 20, 10}, Case{1000, 3, 500}, Case{1000, 300, 100}, Case{1000, 700, 100}, Case{1000, 300, 900},
                       Case{1000, 800, 850}, Case{40, 20, 20}, Case{100000, 400, 700}, Case{36, 17, 19}}) {
    const double score =
        chi_square_score([&c](Random& random) { return draw_hypergeometric(random, c.total, c.marked, c.drawn); },
                         [&c](std::int64_t k) {
                           const double n = static_cast<double>(c.total);
                           const double m = static_cast<double>(c.marked);
                           const double d = static_cast<double>(c.drawn);
                           const double x = static_cast<double>(k);
                           if (d - x > n - m || x > m || x > d) return -1e9;
                           return log_choose(m, x) + log_choose(n - m, d - x) - log_choose(n, d);
                         },
                         std::min(c.marked, c.drawn));
    EXPECT_LT(score, 4.0) << c.total << " " << c.marked << " " << c.drawn;
  }
}

TEST(DrawHypergeometric, HasTheRightMomentsForAWholeCountry) {
  const Moments m = moments_of(
      [](Random& random) { return static_cast<double>(draw_hypergeometric(random, 140000000, 42000000, 1000000)); }, 20000, 7);
  const double variance = 1e6 * 0.3 * 0.7 * (139.0 / 140);
  EXPECT_NEAR(m.mean, 3e5, 5 * std::sqrt(variance / 20000));
  EXPECT_NEAR(m.variance / variance, 1, 0.06);
}

TEST(DrawHypergeometric, KnowsItsEdges) {
  Random random = random_for(3);
  EXPECT_EQ(draw_hypergeometric(random, 10, 4, 10), 4);
  EXPECT_EQ(draw_hypergeometric(random, 10, 10, 4), 4);
  EXPECT_EQ(draw_hypergeometric(random, 10, 0, 4), 0);
  EXPECT_EQ(draw_hypergeometric(random, 10, 4, 0), 0);
  EXPECT_EQ(draw_hypergeometric(random, 0, 0, 0), 0);
  for (int i = 0; i < 100; ++i) EXPECT_GE(draw_hypergeometric(random, 10, 8, 7), 5);
}

TEST(DrawNormal, HasMeanZeroAndVarianceOneAndTheRightTails) {
  const Moments m = moments_of([](Random& random) { return draw_normal(random); }, 200000, 8);
  EXPECT_NEAR(m.mean, 0, 5 / std::sqrt(200000.0));
  EXPECT_NEAR(m.variance, 1, 5 * std::sqrt(2 / 200000.0));
  Random random = random_for(9);
  int beyond = 0;
  for (int i = 0; i < 200000; ++i) beyond += draw_normal(random) > 1.959963984540054 ? 1 : 0;
  EXPECT_NEAR(beyond, 5000, 5 * 69.8);
}

TEST(DrawExponential, HasMeanAndVarianceOne) {
  const Moments m = moments_of([](Random& random) { return draw_exponential(random); }, 200000, 10);
  EXPECT_NEAR(m.mean, 1, 5 / std::sqrt(200000.0));
  EXPECT_NEAR(m.variance, 1, 5 * std::sqrt(8 / 200000.0));
}

TEST(DrawWeighted, ChoosesInProportionToTheWeights) {
  const std::array<double, 5> weights = {1, 0, 3, 0, 6};
  std::array<int, 5> counts{};
  Random random = random_for(11);
  for (int i = 0; i < 100000; ++i) ++counts.at(draw_weighted(random, weights));
  EXPECT_EQ(counts[1], 0);
  EXPECT_EQ(counts[3], 0);
  EXPECT_NEAR(counts[0], 10000, 5 * 95);
  EXPECT_NEAR(counts[2], 30000, 5 * 145);
}

TEST(DrawWeighted, IsZeroWithoutAPositiveSum) {
  Random random = random_for(12);
  EXPECT_EQ(draw_weighted(random, std::array<double, 3>{0, 0, 0}), 0U);
  EXPECT_EQ(draw_weighted(random, std::span<const double>{}), 0U);
}

TEST(LogitProbabilities, SumToOneAndFollowTheUtilities) {
  const std::array<double, 3> utilities = {1.0, 2.0, 3.0};
  std::array<double, 3> probabilities{};
  logit_probabilities(utilities, 2.0, probabilities);
  EXPECT_NEAR(probabilities[0] + probabilities[1] + probabilities[2], 1, 1e-15);
  EXPECT_NEAR(probabilities[2] / probabilities[1], std::exp(2.0), 1e-13);
  logit_probabilities(utilities, 0.0, probabilities);
  for (const double p : probabilities) EXPECT_NEAR(p, 1.0 / 3, 1e-15);
}

TEST(LogitProbabilities, StandHugeUtilities) {
  const std::array<double, 3> utilities = {1e6, -1e6, 1e6};
  std::array<double, 3> probabilities{};
  logit_probabilities(utilities, 5.0, probabilities);
  EXPECT_EQ(probabilities[0], 0.5);
  EXPECT_EQ(probabilities[1], 0.0);
}

TEST(DrawRounded, HasTheAmountAsItsMean) {
  for (const double amount : {0.0004, 0.3, 7.25, -2.6, -0.1}) {
    const Moments m =
        moments_of([amount](Random& random) { return static_cast<double>(draw_rounded(random, amount)); }, 100000, 13);
    EXPECT_NEAR(m.mean, amount, 5 * 0.5 / std::sqrt(100000.0)) << amount;
    EXPECT_LE(m.variance, 0.2525) << amount;
  }
}

TEST(DrawRounded, LeavesWholeAmountsAloneAndAlwaysUsesOneDraw) {
  Random random = random_for(14);
  EXPECT_EQ(draw_rounded(random, 5.0), 5);
  EXPECT_EQ(draw_rounded(random, 0.0), 0);
  EXPECT_EQ(draw_rounded(random, 0.5) >= 0, true);
  Random plain = random_for(14);
  for (int i = 0; i < 3; ++i) plain.bits();
  EXPECT_EQ(random.bits(), plain.bits());
}

}  // namespace
}  // namespace thermidor
