// The shipped zones and the record of nine harvest years, for tests of the outside world.
#pragma once

#include <array>
#include <vector>

#include "society/outside_params.hpp"

namespace thermidor::society {

inline constexpr std::array<int, 9> kRecordedYears = {1921, 1922, 1923, 1924, 1925, 1926, 1927, 1928, 1929};
inline constexpr std::array<std::array<double, 7>, 9> kRecordedYields = {{
    {1, 0.68, 0.29, 0.62, 0.68, 0.64, 0.82},
    {1.02, 1.02, 0.92, 0.95, 0.95, 0.88, 0.95},
    {0.95, 0.92, 0.82, 0.92, 0.88, 0.82, 0.95},
    {1, 0.72, 0.62, 0.74, 0.8, 0.98, 1},
    {1.1, 1.06, 1.05, 1.14, 1.15, 1.08, 1.05},
    {1.06, 1.1, 1.14, 1.06, 1.04, 1.1, 1.05},
    {1.02, 1.05, 0.9, 1.08, 0.92, 0.98, 1},
    {1, 1.12, 1.14, 0.8, 0.85, 1.2, 1},
    {1.03, 1.03, 0.84, 0.98, 0.92, 0.98, 1},
}};

inline OutsideParams recorded_params() {
  OutsideParams params;
  params.weather_zones = {
      {"north", "", 1.020, 0.042, 0.18, 0.68},          {"black_earth", "", 0.967, 0.162, 0.64, 0.59},
      {"volga", "", 0.858, 0.270, 0.8, 0.55},           {"ukraine", "", 0.921, 0.171, 0.26, 0.91},
      {"north_caucasus", "", 0.910, 0.135, 0.32, 0.92}, {"east", "", 0.962, 0.166, 0.88, 0.35},
      {"south", "", 0.980, 0.070, 0.67, 0.61},
  };
  for (std::size_t y = 0; y < kRecordedYears.size(); ++y) {
    for (std::size_t z = 0; z < params.weather_zones.size(); ++z) {
      params.outside_weather.push_back({"", kRecordedYears[y], params.weather_zones[z].id, kRecordedYields[y][z]});
    }
  }
  return params;
}

}  // namespace thermidor::society
