// Points that fill the unit cube evenly (Sobol 1967; direction numbers of Joe and Kuo 2008). A seed shifts all points by one
// random pattern of bits, which keeps them even; seed 0 leaves them as published. Good at powers of two.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace thermidor::experiment {

inline constexpr std::size_t kSobolDimensions = 128;

class SobolSequence {
 public:
  // No more than kSobolDimensions.
  SobolSequence(std::size_t dimensions, std::uint64_t seed);
  std::size_t dimensions() const { return shifts_.size(); }
  // Between 0 and 1, neither of them.
  double coordinate(std::size_t point, std::size_t dimension) const;

 private:
  std::vector<std::array<std::uint32_t, 32>> directions_;
  std::vector<std::uint32_t> shifts_;
};

}  // namespace thermidor::experiment
