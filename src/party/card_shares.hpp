// How a number of members that the strata have moved divides over kinds and parts of the lists: as near to proportion as whole
// and possible numbers come. Internal to the processes that follow members one by one.
#pragma once

#include <array>
#include <cstdint>

#include "party/card_lists.hpp"
#include "party/member_moves.hpp"

namespace thermidor::party {

// Of a status: full members and candidates.
inline constexpr std::size_t kStatuses = 2;
constexpr std::size_t silent_part(std::size_t status) { return status == 0 ? kFull : kCandidate; }
constexpr std::size_t spoke_part(std::size_t status) { return status == 0 ? kFullSpoke : kCandidateSpoke; }

// What a flow takes of a stratum's cards. Where a small stratum has no such person, as many careerists and former members less
// than booked are `missing`.
struct CardShares {
  CardCounts taken{};
  std::int64_t missing_careerists = 0;
  std::int64_t missing_former = 0;
};

// `odds` of those who have spoken against the rulers to be among them.
CardShares share_cards(const CardCounts& there, const MemberFlow& flow, double odds, Dither& dither);

// Careerists and former members among so many full members and candidates, independent of one another: [status][kind].
std::array<std::array<std::int64_t, kCardKinds>, kStatuses> mix_kinds(const MovedMembers& moved, Dither& dither);

}  // namespace thermidor::party
