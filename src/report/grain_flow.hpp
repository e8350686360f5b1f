// The grain of a year as a net of holders, channels and uses. What enters a knot leaves it, to the kilogram.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "report/economy_input.hpp"

namespace thermidor::report {

// Whose grain it is: its colour.
enum class GrainTone : std::uint8_t { village, state, trade, lost };

struct GrainKnot {
  std::string id, title;
  int column = 0;  // 0 sources, 1 barns, 2 channels, 3 stores, 4 uses
  GrainTone tone = GrainTone::village;
  std::int64_t in = 0, out = 0;  // kg; a source has no `in`, a use no `out`
  std::int64_t size() const { return in > out ? in : out; }
};

struct GrainLink {
  std::size_t from = 0, to = 0;  // knots
  GrainTone tone = GrainTone::village;
  std::int64_t kilograms = 0;
};

struct GrainNet {
  std::vector<GrainKnot> knots;  // in each column from the top down
  std::vector<GrainLink> links;  // none is empty
};

GrainNet grain_net(const GrainYear& year);

}  // namespace thermidor::report
