// Weather of a harvest year by zone (SF05c): two common factors with a heavy lower tail, since droughts are rarer and deeper
// than good years, and one factor of each zone's own. Means, spreads and loadings are the record's.
#include "core/distributions.hpp"
#include "core/math.hpp"
#include "society/outside.hpp"

namespace thermidor::society {

namespace {

constexpr double kLeastYield = 0.15, kMostYield = 1.6;

// Mean 0, variance 1, skewed downwards by `skew`.
double draw_factor(std::uint64_t seed, Month month, std::uint64_t which, double skew) {
  Random random({seed, make_stream("outside.weather"), month, which});
  const double even = draw_normal(random);
  const double dry = 1.0 - draw_exponential(random);
  return sqrt(1.0 - skew * skew) * even + skew * dry;
}

}  // namespace

std::vector<double> draw_yields(const OutsideParams& params, std::uint64_t seed, int year) {
  const Month month = make_month(year, 7);
  const double east = draw_factor(seed, month, 0, params.weather_skew), west = draw_factor(seed, month, 1, params.weather_skew);
  std::vector<double> yields;
  yields.reserve(params.weather_zones.size());
  for (const WeatherZoneRow& zone : params.weather_zones) {
    Random random({seed, make_stream("outside.weather.zone"), month, make_stream(zone.id).value});
    const double own = sqrt(larger(0.0, 1.0 - zone.east * zone.east - zone.west * zone.west));
    const double score = zone.east * east + zone.west * west + own * draw_normal(random);
    yields.push_back(clamp(zone.mean + zone.sd * score, kLeastYield, kMostYield));
  }
  return yields;
}

std::vector<double> recorded_yields(const OutsideParams& params, int year) {
  std::vector<double> yields;
  yields.reserve(params.weather_zones.size());
  for (const WeatherZoneRow& zone : params.weather_zones) {
    double yield = zone.mean;
    for (const WeatherRow& row : params.outside_weather) {
      if (row.year == year && row.zone == zone.id) yield = row.yield;
    }
    yields.push_back(yield);
  }
  return yields;
}

}  // namespace thermidor::society
