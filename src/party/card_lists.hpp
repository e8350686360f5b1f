// Lists of cards in parts, kept in chunks of one store. Internal to the processes that follow members one by one.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <vector>

#include "party/cards.hpp"

namespace thermidor::party {

inline constexpr std::uint32_t kChunk = 32;  // cards; a power of two

inline std::uint32_t size_of(const CardList& list, std::size_t part) {
  const auto& kinds = list.count[part];
  return kinds[0] + kinds[1] + kinds[2] + kinds[3];
}
inline std::uint32_t first_of(const CardList& list, std::size_t part) {
  std::uint32_t first = 0;
  for (std::size_t before = 0; before < part; ++before) first += size_of(list, before);
  return first;
}
inline std::uint32_t size_of(const CardList& list) { return first_of(list, kCardParts); }
inline std::uint32_t count_spoke(const CardList& list) { return size_of(list, kFullSpoke) + size_of(list, kCandidateSpoke); }

inline MemberCard& card_at(CardIndex& cards, const CardList& list, std::uint32_t place) {
  return cards.store[list.chunks[place / kChunk] * kChunk + place % kChunk];
}
inline const MemberCard& card_at(const CardIndex& cards, const CardList& list, std::uint32_t place) {
  return cards.store[list.chunks[place / kChunk] * kChunk + place % kChunk];
}

// Puts cards at the end of a part; each later part gives its first places and takes as many behind its last.
void insert_cards(CardIndex& cards, CardList& list, std::size_t part, std::span<const MemberCard> added);

// Closes the gap that `taken` cards have left at the end of a part, which counts them no more.
void close_gap(CardIndex& cards, CardList& list, std::size_t part, std::uint32_t taken);

// Step by which all places of a ring are visited once: neighbours where few are sought, who lie in one line of memory; where
// many are, places far apart.
inline std::uint32_t ring_step(std::uint32_t ring, std::uint32_t wanted) {
  constexpr std::uint32_t kNear = 32;
  if (wanted <= kNear) return 1;
  std::uint32_t step = ring / wanted + 1;
  while (std::gcd(step, ring) != 1) ++step;
  return step;
}

// Takes so many of each kind out of a part and shows each to `use`: the first of a kind that come in the ring of places from
// one that the word draws. `places` is room to work in.
template <class Use>
void take_cards(CardIndex& cards, CardList& list, std::size_t part, std::array<std::uint32_t, kCardKinds> quota,
                std::uint32_t word, std::vector<std::uint32_t>& places, Use&& use) {
  const std::uint32_t wanted = quota[0] + quota[1] + quota[2] + quota[3];
  if (wanted == 0) return;
  const std::uint32_t first = first_of(list, part);
  std::uint32_t here = size_of(list, part);
  const std::uint32_t step = ring_step(here, wanted);
  places.clear();
  auto place = static_cast<std::uint32_t>((std::uint64_t{here} * word) >> 32);
  while (places.size() < wanted) {
    std::uint32_t& left = quota[kind_of(card_at(cards, list, first + place))];
    if (left > 0) {
      --left;
      places.push_back(place);
    }
    place += step;
    if (place >= here) place -= here;
  }
  // From behind: what fills a gap comes from behind it and stays.
  std::sort(places.begin(), places.end());
  for (std::size_t i = places.size(); i-- > 0;) {
    MemberCard& card = card_at(cards, list, first + places[i]);
    const MemberCard gone = card;
    card = card_at(cards, list, first + --here);
    --list.count[part][kind_of(gone)];
    use(gone);
  }
  close_gap(cards, list, part, wanted);
}

// The first `count` candidates become full members where they stand; each is shown to `use`.
template <class Use>
void accept_first(CardIndex& cards, CardList& list, std::uint32_t count, Use&& use) {
  const std::uint32_t first = first_of(list, kCandidate);
  std::array<std::uint32_t, kCardKinds> kinds{};
  for (std::uint32_t i = 0; i < count; ++i) {
    const MemberCard& card = card_at(cards, list, first + i);
    ++kinds[kind_of(card)];
    use(card);
  }
  for (std::size_t kind = 0; kind < kCardKinds; ++kind) {
    list.count[kFull][kind] += kinds[kind];
    list.count[kCandidate][kind] -= kinds[kind];
  }
}

}  // namespace thermidor::party
