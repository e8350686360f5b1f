// Error bounds that core/math.hpp states, against the long double functions of the C library.
#include "core/math.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <limits>

#include "core/rng.hpp"

namespace thermidor {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

Random random_for(std::uint64_t entity) { return Random({1, make_stream("math"), make_month(1921, 3), entity}); }

double uniform_between(Random& random, double low, double high) { return low + (high - low) * random.uniform_fine(); }

// Positive numbers of all magnitudes.
double any_positive(Random& random) {
  const std::uint64_t high = random.bits();
  return std::bit_cast<double>((high << 32 | random.bits()) % 0x7FF0000000000000ULL);
}

long double relative_error(double found, long double right) {
  return right == 0 ? std::abs(static_cast<long double>(found)) : std::abs((found - right) / right);
}

TEST(Math, ExpIsWithinItsBoundForArgumentsUpTo700) {
  Random random = random_for(1);
  long double worst = 0;
  for (int i = 0; i < 200000; ++i) {
    const double x = i % 2 == 0 ? uniform_between(random, -700, 700) : uniform_between(random, -1, 1);
    worst = std::max(worst, relative_error(exp(x), std::exp(static_cast<long double>(x))));
  }
  EXPECT_LT(worst, 2e-15L);
}

TEST(Math, ExpOutsideItsRangeIsZeroOrInfinity) {
  EXPECT_EQ(exp(-701), 0);
  EXPECT_EQ(exp(-kInfinity), 0);
  EXPECT_EQ(exp(701), kInfinity);
  EXPECT_EQ(exp(kInfinity), kInfinity);
  EXPECT_TRUE(std::isnan(exp(std::nan(""))));
  EXPECT_EQ(exp(0), 1);
}

TEST(Math, LogIsWithinItsBoundForAllMagnitudes) {
  Random random = random_for(2);
  long double worst = 0;
  for (int i = 0; i < 200000; ++i) {
    const double x = i % 2 == 0 ? any_positive(random) : uniform_between(random, 0.5, 2);
    const long double right = std::log(static_cast<long double>(x));
    const long double absolute = std::abs(log(x) - right);
    worst = std::max(worst, std::min(absolute, relative_error(log(x), right)));
  }
  EXPECT_LT(worst, 2e-15L);
  EXPECT_EQ(log(1), 0);
}

TEST(Math, LogOutsideItsRangeIsInfinityOrNotANumber) {
  EXPECT_EQ(log(0), -kInfinity);
  EXPECT_EQ(log(kInfinity), kInfinity);
  EXPECT_TRUE(std::isnan(log(-1)));
  EXPECT_NEAR(log(std::numeric_limits<double>::denorm_min()), -744.4400719213812, 1e-12);
}

TEST(Math, LogOnePlusKeepsSmallArguments) {
  Random random = random_for(3);
  long double worst = 0;
  for (int i = 0; i < 100000; ++i) {
    const double magnitude = exp(uniform_between(random, -60, 3));
    const double x = i % 2 == 0 || magnitude >= 1 ? magnitude : -magnitude;
    worst = std::max(worst, relative_error(log_one_plus(x), std::log1p(static_cast<long double>(x))));
  }
  EXPECT_LT(worst, 2e-15L);
  EXPECT_EQ(log_one_plus(-1), -kInfinity);
}

TEST(Math, PowIsWithinAFewLastPlacesForOrdinaryArguments) {
  Random random = random_for(4);
  long double worst = 0;
  for (int i = 0; i < 100000; ++i) {
    const double base = uniform_between(random, 0.01, 100);
    const double power = uniform_between(random, -5, 5);
    worst = std::max(worst, relative_error(pow(base, power), std::pow(static_cast<long double>(base), power)));
  }
  EXPECT_LT(worst, 1e-14L);
}

TEST(Math, PowIsExactAtPowersZeroAndOneAndAtBaseZero) {
  EXPECT_EQ(pow(3.7, 0), 1);
  EXPECT_EQ(pow(3.7, 1), 3.7);
  EXPECT_EQ(pow(0, 0), 1);
  EXPECT_EQ(pow(0, 0.5), 0);
  EXPECT_EQ(pow(0, -0.5), kInfinity);
  EXPECT_EQ(pow(1, 123.4), 1);
}

TEST(Math, SqrtIsCorrectlyRounded) {
  Random random = random_for(5);
  for (int i = 0; i < 100000; ++i) {
    const double x = any_positive(random);
    ASSERT_EQ(sqrt(x), std::sqrt(x));
  }
  EXPECT_TRUE(std::isnan(sqrt(-1)));
  EXPECT_EQ(sqrt(0), 0);
}

TEST(Math, LogisticRunsFromZeroToOneAndIsSymmetric) {
  EXPECT_EQ(logistic(0), 0.5);
  EXPECT_EQ(logistic(-1000), 0);
  EXPECT_EQ(logistic(1000), 1);
  for (double x = -30; x <= 30; x += 0.37) EXPECT_NEAR(logistic(x) + logistic(-x), 1, 1e-15);
}

TEST(Math, NormalCdfIsWithinItsBound) {
  for (double x = -12; x <= 12; x += 0.0037) {
    const long double right = std::erfc(-static_cast<long double>(x) / std::sqrt(2.0L)) / 2;
    ASSERT_LT(std::abs(normal_cdf(x) - right), 1e-14L) << x;
  }
  EXPECT_EQ(normal_cdf(kInfinity), 1);
  EXPECT_EQ(normal_cdf(-kInfinity), 0);
}

TEST(Math, NormalQuantileInvertsTheCdf) {
  Random random = random_for(6);
  long double worst = 0;
  for (int i = 0; i < 100000; ++i) {
    const double p = i % 4 == 0 ? exp(-uniform_between(random, 0.7, 80)) : random.uniform();
    const long double x = normal_quantile(p);
    const long double cdf = std::erfc(-x / std::sqrt(2.0L)) / 2;
    worst = std::max(worst, std::abs(cdf - p));
    ASSERT_LT(std::abs(cdf - p) / p, 1e-11L) << p;
  }
  EXPECT_LT(worst, 1e-13L);
  EXPECT_EQ(normal_quantile(0.5), 0);
  EXPECT_EQ(normal_quantile(0), -kInfinity);
  EXPECT_EQ(normal_quantile(1), kInfinity);
}

TEST(NearNormalPoint, IsWithinItsBoundsOfTheDistributionAndTheDensity) {
  double worst_cdf = 0, worst_density = 0;
  for (double x = -12; x <= 12; x += 0.000713) {
    const NormalPoint point = near_normal_point(x);
    worst_cdf = std::max(worst_cdf, std::abs(point.cdf - normal_cdf(x)));
    worst_density = std::max(worst_density, std::abs(point.density - normal_density(x)));
  }
  EXPECT_LT(worst_cdf, 1e-12);
  EXPECT_LT(worst_density, 1e-9);
  for (const double edge : {9.0, -9.0, std::nextafter(9.0, 0.0), std::nextafter(-9.0, 0.0), 1.0 / 128, -1.0 / 128}) {
    EXPECT_NEAR(near_normal_point(edge).cdf, normal_cdf(edge), 1e-12) << edge;
    EXPECT_NEAR(near_normal_point(edge).density, normal_density(edge), 1e-9) << edge;
  }
  EXPECT_EQ(near_normal_point(kInfinity).cdf, 1);
  EXPECT_EQ(near_normal_point(-kInfinity).cdf, 0);
  EXPECT_NE(near_normal_point(std::numeric_limits<double>::quiet_NaN()).cdf,
            near_normal_point(std::numeric_limits<double>::quiet_NaN()).cdf);
}

TEST(Math, NormalDensityIsTheSlopeOfTheCdf) {
  EXPECT_NEAR(normal_density(0), 0.3989422804014327, 1e-16);
  for (double x = -5; x <= 5; x += 0.13) {
    EXPECT_NEAR((normal_cdf(x + 1e-5) - normal_cdf(x - 1e-5)) / 2e-5, normal_density(x), 1e-9);
  }
}

TEST(Math, LogFactorialIsWithinItsBound) {
  for (const std::int64_t n : {0, 1, 2, 5, 17, 18, 19, 20, 21, 100, 1000, 1000000, 140000000}) {
    const long double right = std::lgamma(static_cast<long double>(n) + 1);
    EXPECT_LT(relative_error(log_factorial(n), right), 2e-15L) << n;
  }
}

TEST(Math, RatiosOfLargeFactorialsDoNotCancel) {
  // log((n+1)!) - log(n!) is log(n+1), whatever the size of n.
  for (const std::int64_t n : {0, 3, 14, 15, 16, 17, 100, 14000000, 1400000000}) {
    EXPECT_NEAR(log_factorial_ratio(n + 1, n), log(static_cast<double>(n + 1)), 1e-13) << n;
    EXPECT_NEAR(log_factorial_ratio(n, n + 1), -log(static_cast<double>(n + 1)), 1e-13) << n;
  }
  EXPECT_EQ(log_factorial_ratio(9, 9), 0);
  EXPECT_NEAR(log_factorial_ratio(20, 5), log_factorial(20) - log_factorial(5), 1e-12);
}

TEST(Math, ClampKeepsToItsBounds) {
  EXPECT_EQ(clamp(-1, 0, 2), 0);
  EXPECT_EQ(clamp(3, 0, 2), 2);
  EXPECT_EQ(clamp(1, 0, 2), 1);
  EXPECT_EQ(larger(1, 2), 2);
  EXPECT_EQ(smaller(1, 2), 1);
  EXPECT_EQ(absolute(-1), 1);
  EXPECT_EQ(absolute(1), 1);
}

}  // namespace
}  // namespace thermidor
