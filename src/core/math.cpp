// Elementary functions by argument reduction and plain polynomials. Left out: subnormal results of exp (they become 0).
#include "core/math.hpp"

#include <array>
#include <bit>
#include <cstdint>
#include <limits>

namespace thermidor {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

// log(2) in two parts; the upper has 32 zero bits at its end, so that its product with a binary exponent is exact.
constexpr double kLog2High = 0x1.62e42fee00000p-1;
constexpr double kLog2Low = 0x1.a39ef35793c76p-33;
constexpr double kInverseLog2 = 0x1.71547652b82fep+0;
constexpr double kHalfLogTwoPi = 0x1.d67f1c864beb5p-1;
constexpr double kInverseSqrtTwoPi = 0x1.9884533d43651p-2;

// Coefficients I, I + 4, I + 8, ... as a polynomial in `fourth`.
template <std::size_t I, std::size_t N>
constexpr double every_fourth(const std::array<double, N>& coefficients, double fourth) {
  if constexpr (I + 4 < N) {
    return every_fourth<I + 4>(coefficients, fourth) * fourth + coefficients[I];
  } else {
    return coefficients[I];
  }
}

// Sum of coefficients[i] * x^i in four independent chains, which a processor works on at once.
template <std::size_t N>
constexpr double split_polynomial(const std::array<double, N>& coefficients, double x) {
  const double square = x * x;
  const double fourth = square * square;
  const double low = every_fourth<0>(coefficients, fourth) + every_fourth<1>(coefficients, fourth) * x;
  const double high = every_fourth<2>(coefficients, fourth) + every_fourth<3>(coefficients, fourth) * x;
  return low + high * square;
}

// 1/n! for n = 0..13: the remainder below |x| = log(2)/2 is under 5e-18.
constexpr std::array<double, 14> make_inverse_factorials() {
  std::array<double, 14> values{};
  double factorial = 1.0;
  for (std::size_t n = 0; n < values.size(); ++n) {
    if (n > 0) factorial *= static_cast<double>(n);
    values[n] = 1.0 / factorial;
  }
  return values;
}
constexpr std::array<double, 14> kInverseFactorials = make_inverse_factorials();

// 2/(2n+1) for n = 0..11, the series of log((1+s)/(1-s))/s in s*s; the remainder below s = 0.172 is under 1e-18.
constexpr std::array<double, 12> make_odd_inverses() {
  std::array<double, 12> values{};
  for (std::size_t n = 0; n < values.size(); ++n) values[n] = 2.0 / static_cast<double>(2 * n + 1);
  return values;
}
constexpr std::array<double, 12> kOddInverses = make_odd_inverses();

constexpr double power_of_two(int exponent) {  // -1022 <= exponent <= 1023
  return std::bit_cast<double>(static_cast<std::uint64_t>(exponent + 1023) << 52);
}

// 2^(i/128) for i = 0..127, by the series on arguments up to log(2)/2 in size.
constexpr int kPowerBits = 7;
constexpr double kPowerSteps = 1 << kPowerBits;
constexpr std::array<double, 1 << kPowerBits> make_powers() {
  std::array<double, 1 << kPowerBits> values{};
  for (std::size_t i = 0; i < values.size(); ++i) {
    const bool halved = i > values.size() / 2;
    const double part = (static_cast<double>(i) - (halved ? kPowerSteps : 0.0)) / kPowerSteps;
    const double power = split_polynomial(kInverseFactorials, part * kLog2High);
    values[i] = (power + power * (part * kLog2Low)) * (halved ? 2.0 : 1.0);
  }
  return values;
}
constexpr std::array<double, 1 << kPowerBits> kPowers = make_powers();

// Added to a number below 2^31 it rounds it to an integer, which then stands in the lower half of the sum's bits.
constexpr double kRounding = 0x1.8p52;
constexpr int rounded_of(double sum) {
  return static_cast<std::int32_t>(static_cast<std::uint32_t>(std::bit_cast<std::uint64_t>(sum)));
}

constexpr double work_out_exp(double x) {
  if (x != x) return x;
  if (x > 700.0) return kInfinity;
  if (x < -700.0) return 0.0;
  // x = k log(2)/128 + r with |r| <= log(2)/256: the series' remainder after the fifth power is under 1e-18.
  const double rounded = x * (kInverseLog2 * kPowerSteps) + kRounding;
  const int k = rounded_of(rounded);
  const double steps = rounded - kRounding;
  const double r = (x - steps * (kLog2High / kPowerSteps)) - steps * (kLog2Low / kPowerSteps);
  const double square = r * r;
  const double series = r + square * ((0.5 + r * (1.0 / 6)) + square * (1.0 / 24 + r * (1.0 / 120)));
  const double power = kPowers[static_cast<std::size_t>(k & ((1 << kPowerBits) - 1))];
  return (power + power * series) * power_of_two(k >> kPowerBits);
}

constexpr double work_out_log(double x) {
  if (x != x || x < 0) return kNaN;
  if (x == 0) return -kInfinity;
  if (x == kInfinity) return x;
  // x = 2^e m with m in [sqrt(1/2), sqrt(2)).
  int e = 0;
  if (x < std::numeric_limits<double>::min()) {
    x *= 0x1p54;
    e = -54;
  }
  std::uint64_t bits = std::bit_cast<std::uint64_t>(x);
  e += static_cast<int>(bits >> 52) - 1023;
  double m = std::bit_cast<double>((bits & 0xFFFFFFFFFFFFFULL) | 0x3FF0000000000000ULL);
  if (m >= 0x1.6a09e667f3bcdp+0) {
    m *= 0.5;
    ++e;
  }
  const double s = (m - 1.0) / (m + 1.0);
  const double log_m = s * split_polynomial(kOddInverses, s * s);
  return static_cast<double>(e) * kLog2High + (static_cast<double>(e) * kLog2Low + log_m);
}

// log(n!) less (n + 1/2) log(n + 1) - (n + 1) + log(2 pi)/2, of small n.
constexpr std::array<double, 16> make_stirling_remainders() {
  std::array<double, 16> values{};
  double factorial = 1.0;
  for (std::size_t n = 0; n < values.size(); ++n) {
    const double x = static_cast<double>(n) + 1.0;
    if (n > 1) factorial *= static_cast<double>(n);
    values[n] = work_out_log(factorial) - ((x - 0.5) * work_out_log(x) - x + kHalfLogTwoPi);
  }
  return values;
}
constexpr std::array<double, 16> kStirlingRemainders = make_stirling_remainders();

// Stirling's remainder.
double stirling_remainder(std::int64_t n) {
  if (n < static_cast<std::int64_t>(kStirlingRemainders.size())) return kStirlingRemainders[static_cast<std::size_t>(n)];
  const double x = static_cast<double>(n) + 1.0;
  const double y = 1.0 / (x * x);
  return (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - (1.0 / 1680 - y / 1188) * y) * y) * y) / x;
}

// Upper tail of the normal distribution beyond x >= 0, by rational approximations of the error function near 0, in the middle
// and far out (Cody 1969).
constexpr double normal_tail(double x) {
  constexpr double kInverseSqrtTwo = 0x1.6a09e667f3bcdp-1, kInverseSqrtPi = 0x1.20dd750429b6dp-1;
  constexpr std::array<double, 5> kNearTop = {3.20937758913846947e3, 3.77485237685302021e2, 1.13864154151050156e2,
                                              3.16112374387056560e0, 1.85777706184603153e-1};
  constexpr std::array<double, 5> kNearBottom = {2.84423683343917062e3, 1.28261652607737228e3, 2.44024637934444173e2,
                                                 2.36012909523441209e1, 1.0};
  constexpr std::array<double, 9> kMiddleTop = {1.23033935479799725e3, 2.05107837782607147e3,  1.71204761263407058e3,
                                                8.81952221241769090e2, 2.98635138197400131e2,  6.61191906371416295e1,
                                                8.88314979438837594e0, 5.64188496988670089e-1, 2.15311535474403846e-8};
  constexpr std::array<double, 9> kMiddleBottom = {1.23033935480374942e3, 3.43936767414372164e3, 4.36261909014324716e3,
                                                   3.29079923573345963e3, 1.62138957456669019e3, 5.37181101862009858e2,
                                                   1.17693950891312499e2, 1.57449261107098347e1, 1.0};
  constexpr std::array<double, 6> kFarTop = {6.58749161529837803e-4, 1.60837851487422766e-2, 1.25781726111229246e-1,
                                             3.60344899949804439e-1, 3.05326634961232344e-1, 1.63153871373020978e-2};
  constexpr std::array<double, 6> kFarBottom = {2.33520497626869185e-3, 6.05183413124413191e-2, 5.27905102951428412e-1,
                                                1.87295284992346725e0,  2.56852019228982242e0,  1.0};
  const double y = x * kInverseSqrtTwo;
  const double square = 0.5 * x * x;
  if (y <= 0.46875) return 0.5 - 0.5 * y * split_polynomial(kNearTop, square) / split_polynomial(kNearBottom, square);
  const double falling = 0.5 * work_out_exp(-square);
  if (y <= 4.0) return falling * split_polynomial(kMiddleTop, y) / split_polynomial(kMiddleBottom, y);
  const double z = 1.0 / square;
  const double bend = z * split_polynomial(kFarTop, z) / split_polynomial(kFarBottom, z);
  return falling * (kInverseSqrtPi - bend) / y;
}

// The normal distribution at steps of 1/64 from -9 to 9.
constexpr int kNormalSteps = 64;
constexpr int kNormalEnd = 9;
struct NormalTable {
  static constexpr std::size_t kNodes = 2 * kNormalEnd * kNormalSteps + 1;
  std::array<NormalPoint, kNodes> at{};
};
constexpr NormalTable make_normal_table() {
  NormalTable table;
  for (std::size_t i = 0; i < NormalTable::kNodes; ++i) {
    const double x = static_cast<double>(i) / kNormalSteps - kNormalEnd;
    const double tail = normal_tail(x < 0 ? -x : x);
    table.at[i] = {x < 0 ? tail : 1.0 - tail, kInverseSqrtTwoPi * work_out_exp(-0.5 * x * x)};
  }
  return table;
}
constexpr NormalTable kNormalTable = make_normal_table();

}  // namespace

double exp(double x) { return work_out_exp(x); }

double log(double x) { return work_out_log(x); }

double log_one_plus(double x) {
  const double sum = 1.0 + x;
  if (sum == 1.0) return x;
  // The rounding of 1 + x is undone to first order (Kahan).
  return sum > 0 && sum < kInfinity ? log(sum) * (x / (sum - 1.0)) : log(sum);
}

double pow(double base, double power) {
  if (power == 0 || base == 1) return 1.0;
  if (power == 1) return base;
  if (base == 0) return power > 0 ? 0.0 : kInfinity;
  return exp(power * log(base));
}

double sqrt(double x) { return x < 0 ? kNaN : __builtin_sqrt(x); }

double logistic(double x) { return 1.0 / (1.0 + exp(-x)); }

double normal_density(double x) { return kInverseSqrtTwoPi * exp(-0.5 * x * x); }

double normal_cdf(double x) {
  if (x != x) return x;
  const double tail = normal_tail(x < 0 ? -x : x);
  return x < 0 ? tail : 1.0 - tail;
}

// Taylor's series about the nearest node, by Hermite's polynomials; the remainders at 1/128 are under 3e-13 and 2e-10.
NormalPoint near_normal_point(double x) {
  if (x != x) return {x, x};
  if (!(x > -kNormalEnd)) return {0.0, 0.0};
  if (!(x < kNormalEnd)) return {1.0, 0.0};
  const double rounded = x * kNormalSteps + kRounding;
  const double at = (rounded - kRounding) * (1.0 / kNormalSteps);
  const double d = x - at;
  const double square = at * at;
  const double second = square - 1.0, third = at * (square - 3.0);
  const double cdf = d * ((1.0 - 0.5 * at * d) + d * d * (second * (1.0 / 6) - d * third * (1.0 / 24)));
  const double density = (1.0 - at * d) + d * d * (0.5 * second - d * third * (1.0 / 6));
  const int node = rounded_of(rounded) + kNormalEnd * kNormalSteps;
  const NormalPoint& point = kNormalTable.at[static_cast<std::size_t>(node)];
  return {point.cdf + point.density * cdf, point.density * density};
}

// Rational approximations of Wichura (1988), algorithm AS 241, PPND16.
double normal_quantile(double p) {
  constexpr std::array<double, 8> kCentreTop = {3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3,
                                                1.3731693765509461125e4, 4.5921953931549871457e4, 6.7265770927008700853e4,
                                                3.3430575583588128105e4, 2.5090809287301226727e3};
  constexpr std::array<double, 8> kCentreBottom = {1.0,
                                                   4.2313330701600911252e1,
                                                   6.8718700749205790830e2,
                                                   5.3941960214247511077e3,
                                                   2.1213794301586595867e4,
                                                   3.9307895800092710610e4,
                                                   2.8729085735721942674e4,
                                                   5.2264952788528545610e3};
  constexpr std::array<double, 8> kMiddleTop = {1.42343711074968357734e0,  4.63033784615654529590e0, 5.76949722146069140550e0,
                                                3.64784832476320460504e0,  1.27045825245236838258e0, 2.41780725177450611770e-1,
                                                2.27238449892691845833e-2, 7.74545014278341407640e-4};
  constexpr std::array<double, 8> kMiddleBottom = {1.0,
                                                   2.05319162663775882187e0,
                                                   1.67638483018380384940e0,
                                                   6.89767334985100004550e-1,
                                                   1.48103976427480074590e-1,
                                                   1.51986665636164571966e-2,
                                                   5.47593808499534494600e-4,
                                                   1.05075007164441684324e-9};
  constexpr std::array<double, 8> kTailTop = {6.65790464350110377720e0,  5.46378491116411436990e0,  1.78482653991729133580e0,
                                              2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
                                              2.71155556874348757815e-5, 2.01033439929228813265e-7};
  constexpr std::array<double, 8> kTailBottom = {1.0,
                                                 5.99832206555887937690e-1,
                                                 1.36929880922735805310e-1,
                                                 1.48753612908506148525e-2,
                                                 7.86869131145613259100e-4,
                                                 1.84631831751005468180e-5,
                                                 1.42151175831644588870e-7,
                                                 2.04426310338993978564e-15};
  if (!(p > 0)) return p == 0 ? -kInfinity : kNaN;
  if (!(p < 1)) return p == 1 ? kInfinity : kNaN;
  const double q = p - 0.5;
  if (q >= -0.425 && q <= 0.425) {
    const double r = 0.180625 - q * q;
    return q * split_polynomial(kCentreTop, r) / split_polynomial(kCentreBottom, r);
  }
  const double r = sqrt(-log(q < 0 ? p : 1.0 - p));
  const double x = r <= 5.0 ? split_polynomial(kMiddleTop, r - 1.6) / split_polynomial(kMiddleBottom, r - 1.6)
                            : split_polynomial(kTailTop, r - 5.0) / split_polynomial(kTailBottom, r - 5.0);
  return q < 0 ? -x : x;
}

double log_factorial(std::int64_t n) {
  // Small factorials are exact numbers.
  if (n < 19) {
    double factorial = 1.0;
    for (std::int64_t i = 2; i <= n; ++i) factorial *= static_cast<double>(i);
    return log(factorial);
  }
  const double x = static_cast<double>(n) + 1.0;
  return (x - 0.5) * log(x) - x + kHalfLogTwoPi + stirling_remainder(n);
}

double log_factorial_ratio(std::int64_t a, std::int64_t b) {
  if (a == b) return 0.0;
  const double x = static_cast<double>(a) + 1.0;
  const double y = static_cast<double>(b) + 1.0;
  const double main = (x - 0.5) * log_one_plus((x - y) / y) + (x - y) * (log(y) - 1.0);
  return main + (stirling_remainder(a) - stirling_remainder(b));
}

}  // namespace thermidor
