// Strong ids: an index into one table, invalid when 0xFFFF. Ids of different tables do not mix.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>

namespace thermidor {

template <class Tag>
struct Id {
  static constexpr std::uint16_t kNone = 0xFFFF;
  std::uint16_t value = kNone;

  constexpr auto operator<=>(const Id&) const = default;
  constexpr bool valid() const { return value != kNone; }
  constexpr std::size_t index() const { return value; }
};

using RegionId = Id<struct RegionTag>;      // economic region
using ProvinceId = Id<struct ProvinceTag>;  // party organisation of a province
using BranchId = Id<struct BranchTag>;      // industrial branch
using LeaderId = Id<struct LeaderTag>;      // named leader
using OrganId = Id<struct OrganTag>;        // organ of party or state
using PostId = Id<struct PostTag>;          // office with a holder

template <class AnyId>
constexpr AnyId make_id(std::size_t index) {
  return AnyId{static_cast<std::uint16_t>(index)};
}

}  // namespace thermidor
