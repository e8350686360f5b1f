// What the pictures of the party show and no signal carries: generations of members and whose men sit in the provinces.
// Observed once a year, when a run is explained (Records::explain).
#pragma once

#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include "core/calendar.hpp"
#include "core/ids.hpp"
#include "experiment/engine.hpp"

namespace thermidor::experiment {

struct ProvinceView {
  LeaderId patron;  // of the secretary
  LeaderId named;   // the secretary, if a named leader
  double loyalty = 0;
  std::int32_t officials = 0;
  std::vector<std::pair<LeaderId, int>> clients;  // officials who are somebody's men
};

struct PartyView {
  Month month;
  std::array<std::int64_t, party::kCohorts> full{};  // members by generation
  std::array<std::int64_t, party::kCohorts> candidates{};
  std::int64_t secretaries = 0, officials = 0;  // of the provinces
  std::int64_t committee = 0, bureau = 0;       // full members
  std::vector<ProvinceView> provinces;
};

// Whether the month is one that is looked at.
inline bool is_viewed(Month month) { return month.month() == 12; }
PartyView view_party(const World& world, Month month);

}  // namespace thermidor::experiment
