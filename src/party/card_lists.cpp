#include "party/card_lists.hpp"

namespace thermidor::party {
namespace {

void make_room(CardIndex& cards, CardList& list, std::size_t size) {
  while (size > list.chunks.size() * kChunk) {
    if (cards.free.empty()) {
      const std::size_t end = cards.store.size();
      list.chunks.push_back(static_cast<std::uint32_t>(end / kChunk));
      if (end + kChunk > cards.store.capacity()) cards.store.reserve(end + end / 2 + kChunk);
      cards.store.resize(end + kChunk);
    } else {
      list.chunks.push_back(cards.free.back());
      cards.free.pop_back();
    }
  }
}

}  // namespace

void insert_cards(CardIndex& cards, CardList& list, std::size_t part, std::span<const MemberCard> added) {
  const auto count = static_cast<std::uint32_t>(added.size());
  if (count == 0) return;
  std::uint32_t end = size_of(list);
  make_room(cards, list, end + count);
  for (std::size_t later = kCardParts; --later > part;) {
    const std::uint32_t here = size_of(list, later), first = end - here, moved = std::min(count, here);
    for (std::uint32_t i = 0; i < moved; ++i) {
      card_at(cards, list, end + count - moved + i) = card_at(cards, list, first + i);
    }
    end = first;
  }
  std::uint32_t place = end;
  for (const MemberCard& card : added) {
    card_at(cards, list, place++) = card;
    ++list.count[part][kind_of(card)];
  }
}

void close_gap(CardIndex& cards, CardList& list, std::size_t part, std::uint32_t taken) {
  std::uint32_t gap = first_of(list, part) + size_of(list, part);
  for (std::size_t later = part + 1; later < kCardParts; ++later) {
    const std::uint32_t count = size_of(list, later), moved = std::min(taken, count);
    // The last of the next part fill the gap before it.
    for (std::uint32_t i = 0; i < moved; ++i) {
      card_at(cards, list, gap + i) = card_at(cards, list, gap + taken + count - moved + i);
    }
    gap += count;
  }
  // One empty chunk stays for those who come next.
  while (list.chunks.size() * kChunk >= gap + 2 * kChunk) {
    cards.free.push_back(list.chunks.back());
    list.chunks.pop_back();
  }
}

}  // namespace thermidor::party
