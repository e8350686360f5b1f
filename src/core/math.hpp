// Elementary functions with the same bits everywhere: only + - * / and the IEEE square root are used, never libm.
// Error bounds are tested against long double over the stated ranges.
#pragma once

#include <cstdint>

namespace thermidor {

double exp(double x);                   // relative error below 2e-15 for |x| <= 700; 0 and infinity outside
double log(double x);                   // absolute or relative error below 2e-15 for x > 0; -infinity at 0; NaN below
double log_one_plus(double x);          // log(1 + x) without loss near 0; relative error below 2e-15 for x > -1
double pow(double base, double power);  // base >= 0; exp(power * log(base)), exact at power 0 and 1 and base 1
double sqrt(double x);                  // correctly rounded (IEEE)
double logistic(double x);              // 1 / (1 + exp(-x))
double normal_density(double x);
double normal_cdf(double x);  // absolute error below 1e-14
// Both of the above near enough, for a third of the price: errors below 1e-12 and 1e-9 for |x| < 9; beyond, 0 or 1 and 0.
struct NormalPoint {
  double cdf;
  double density;
};
NormalPoint near_normal_point(double x);
double normal_quantile(double p);      // p in (0,1); |cdf(quantile(p)) - p| below 1e-13
double log_factorial(std::int64_t n);  // n >= 0; relative error below 2e-15
// log(a!) - log(b!), without the loss that subtracting two large logarithms would bring; a, b >= 0.
double log_factorial_ratio(std::int64_t a, std::int64_t b);

// Without a branch, which a random sign would have mispredicted every other time.
constexpr double absolute(double x) { return __builtin_fabs(x); }
constexpr double clamp(double x, double low, double high) { return x < low ? low : (x > high ? high : x); }
constexpr double larger(double a, double b) { return a < b ? b : a; }
constexpr double smaller(double a, double b) { return b < a ? b : a; }

}  // namespace thermidor
