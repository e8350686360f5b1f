// STREAM's triad: the rate at which this machine's memory lets so many threads read two columns and write a
// third.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <vector>

#include "core/parallel.hpp"

namespace thermidor {

// Of a farm in a month: 28 bytes that every step reads and writes. At the triad's rate they are the floor under a step's time.
inline constexpr double kBytesPerFarmMonth = 56;

inline constexpr std::size_t kTriadSize = 10'000'000;  // numbers of a column: 240 MB in all, which no cache holds

struct Triad {
  std::vector<double> a = std::vector<double>(kTriadSize), b = std::vector<double>(kTriadSize, 1.0),
                      c = std::vector<double>(kTriadSize, 2.0);

  // Each of so many threads takes a part of its own.
  void run(const Executor& executor, std::size_t threads) {
    for_each_index(executor, threads, [&](std::size_t part) {
      const double scale = 3;
      double* const to = a.data();
      const double *const one = b.data(), *const other = c.data();
      for (std::size_t i = kTriadSize * part / threads; i < kTriadSize * (part + 1) / threads; ++i)
        to[i] = one[i] + scale * other[i];
    });
  }
  // As STREAM counts them: 24 a number.
  static constexpr double bytes() { return 3 * sizeof(double) * static_cast<double>(kTriadSize); }
};

// Bytes a second, the best of twenty runs.
inline double triad_rate(const Executor& executor, std::size_t threads) {
  Triad triad;
  double best = 0;
  for (int i = 0; i < 20; ++i) {
    const auto start = std::chrono::steady_clock::now();
    triad.run(executor, threads);
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    best = std::max(best, Triad::bytes() / taken.count());
  }
  return best;
}

}  // namespace thermidor
