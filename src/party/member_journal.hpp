// What the strata book in a month, written down for those who follow members one by one (cards.hpp). Nobody follows them
// unless a run asks for it.
#pragma once

#include <cstdint>
#include <vector>

namespace thermidor::party {

enum class FlowKind : std::uint8_t { entry, levy, lost, accepted, moved, purged, expelled };

// Persons who go from one place to another together, or come, or are gone.
struct MemberFlow {
  FlowKind kind = FlowKind::entry;
  std::uint32_t from = 0;  // stratum that they leave; unused for those who enter
  std::uint32_t to = 0;    // stratum to which they come; unused for those who are gone
  std::int64_t full = 0;
  std::int64_t candidates = 0;
  std::int64_t careerists = 0;  // among both
  std::int64_t former = 0;      // among both
  std::int64_t dead = 0;        // of those lost
};

using MemberJournal = std::vector<MemberFlow>;

}  // namespace thermidor::party
