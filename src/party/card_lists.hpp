// Lists of cards in parts, kept in chunks of one store. Internal to the processes that follow members one by one.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "party/cards.hpp"

namespace thermidor::party {

inline constexpr std::uint32_t kChunk = 32;  // cards; a power of two

inline std::size_t list_of(std::size_t stratum, std::size_t kind) { return stratum * kCardKinds + kind; }

inline std::uint32_t size_of(const CardList& list) { return list.count[0] + list.count[1] + list.count[2] + list.count[3]; }

inline std::uint32_t first_of(const CardList& list, std::size_t part) {
  std::uint32_t first = 0;
  for (std::size_t before = 0; before < part; ++before) first += list.count[before];
  return first;
}

inline MemberCard& card_at(CardIndex& cards, const CardList& list, std::uint32_t place) {
  return cards.store[list.chunks[place / kChunk] * kChunk + place % kChunk];
}
inline const MemberCard& card_at(const CardIndex& cards, const CardList& list, std::uint32_t place) {
  return cards.store[list.chunks[place / kChunk] * kChunk + place % kChunk];
}

// Puts a card at the end of a part; each later part gives its first place and takes one behind its last.
void insert_card(CardIndex& cards, CardList& list, std::size_t part, const MemberCard& card);

// Closes the gap that `taken` cards leave at the end of a part.
void close_gap(CardIndex& cards, CardList& list, std::size_t part, std::uint32_t taken);

// Takes `count` cards out of a part, evenly spread over it from a place that the word draws, each as likely as any other, and
// shows each to `use`.
template <class Use>
void take_cards(CardIndex& cards, CardList& list, std::size_t part, std::uint32_t count, std::uint32_t word, Use&& use) {
  if (count == 0) return;
  const std::uint32_t first = first_of(list, part);
  std::uint32_t here = list.count[part];
  const std::uint64_t step = (std::uint64_t{here} << 32) / count;
  const std::uint64_t start = (step >> 32) * word + (((step & 0xFFFFFFFFU) * word) >> 32);
  // From behind: what fills a gap comes from behind it and has been passed over.
  for (std::uint32_t i = count; i-- > 0;) {
    MemberCard& card = card_at(cards, list, first + static_cast<std::uint32_t>((i * step + start) >> 32));
    const MemberCard taken = card;
    card = card_at(cards, list, first + --here);
    use(taken);
  }
  close_gap(cards, list, part, count);
}

// The first `count` candidates become full members where they stand; each is shown to `use`.
template <class Use>
void accept_first(CardIndex& cards, CardList& list, std::uint32_t count, Use&& use) {
  constexpr auto kFull = static_cast<std::size_t>(CardPart::full), kCandidate = static_cast<std::size_t>(CardPart::candidate);
  const std::uint32_t first = first_of(list, kCandidate);
  for (std::uint32_t i = 0; i < count; ++i) use(card_at(cards, list, first + i));
  list.count[kFull] += count;
  list.count[kCandidate] -= count;
}

}  // namespace thermidor::party
