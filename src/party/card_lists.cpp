#include "party/card_lists.hpp"

namespace thermidor::party {
namespace {

void make_room(CardIndex& cards, CardList& list) {
  if (size_of(list) < list.chunks.size() * kChunk) return;
  if (cards.free.empty()) {
    list.chunks.push_back(static_cast<std::uint32_t>(cards.store.size() / kChunk));
    cards.store.resize(cards.store.size() + kChunk);
    return;
  }
  list.chunks.push_back(cards.free.back());
  cards.free.pop_back();
}

}  // namespace

void insert_card(CardIndex& cards, CardList& list, std::size_t part, const MemberCard& card) {
  make_room(cards, list);
  std::uint32_t end = size_of(list);
  for (std::size_t later = kCardParts; --later > part;) {
    const std::uint32_t count = list.count[later];
    if (count > 0) card_at(cards, list, end) = card_at(cards, list, end - count);
    end -= count;
  }
  card_at(cards, list, end) = card;
  ++list.count[part];
}

void close_gap(CardIndex& cards, CardList& list, std::size_t part, std::uint32_t taken) {
  std::uint32_t gap = first_of(list, part) + list.count[part] - taken;
  for (std::size_t later = part + 1; later < kCardParts; ++later) {
    const std::uint32_t count = list.count[later], moved = std::min(taken, count);
    // The last of the next part fill the gap before it.
    for (std::uint32_t i = 0; i < moved; ++i) {
      card_at(cards, list, gap + i) = card_at(cards, list, gap + taken + count - moved + i);
    }
    gap += count;
  }
  list.count[part] -= taken;
  // One empty chunk stays for those who come next.
  while (list.chunks.size() * kChunk >= size_of(list) + 2 * kChunk) {
    cards.free.push_back(list.chunks.back());
    list.chunks.pop_back();
  }
}

}  // namespace thermidor::party
