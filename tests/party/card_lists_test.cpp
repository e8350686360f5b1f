#include "party/card_lists.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <set>
#include <vector>

#include "core/rng.hpp"

namespace thermidor::party {
namespace {

// What a list holds, part by part: number and kind of each card.
std::vector<std::map<std::uint32_t, std::size_t>> contents(const CardIndex& cards, const CardList& list) {
  std::vector<std::map<std::uint32_t, std::size_t>> parts(kCardParts);
  for (std::size_t part = 0; part < kCardParts; ++part) {
    for (std::uint32_t i = 0; i < size_of(list, part); ++i) {
      const MemberCard& card = card_at(cards, list, first_of(list, part) + i);
      parts[part][card.number] = kind_of(card);
    }
  }
  return parts;
}

MemberCard make_card(std::uint32_t number, std::size_t kind) {
  MemberCard card;
  card.number = number;
  card.marks = static_cast<std::uint8_t>(kind << MemberCard::kKind);
  return card;
}

TEST(CardLists, HoldWhatWasPutInAndNotTakenWhateverTheOrder) {
  CardIndex cards;
  CardList lists[2];
  std::vector<std::map<std::uint32_t, std::size_t>> expected[2];
  for (auto& list : expected) list.resize(kCardParts);
  Random random(DrawKey{5, make_stream("test.cards"), Month{0}, 0});
  std::uint32_t number = 0;
  std::vector<std::uint32_t> places;
  for (int round = 0; round < 3000; ++round) {
    const std::size_t which = random.below(2), part = random.below(kCardParts);
    CardList& list = lists[which];
    if (random.chance(0.55)) {
      std::vector<MemberCard> added;
      for (std::uint32_t i = random.below(12); i > 0; --i) {
        added.push_back(make_card(number++, random.below(kCardKinds)));
        expected[which][part][added.back().number] = kind_of(added.back());
      }
      insert_cards(cards, list, part, added);
    } else {
      std::array<std::uint32_t, kCardKinds> quota{};
      for (std::size_t kind = 0; kind < kCardKinds; ++kind) quota[kind] = random.below(list.count[part][kind] + 1);
      std::array<std::uint32_t, kCardKinds> taken{};
      take_cards(cards, list, part, quota, random.bits(), places, [&](const MemberCard& card) {
        ++taken[kind_of(card)];
        EXPECT_EQ(expected[which][part].erase(card.number), 1U);
      });
      EXPECT_EQ(taken, quota);
    }
    ASSERT_EQ(contents(cards, list), expected[which]) << round;
  }
  // Chunks belong to one list or to nobody.
  std::set<std::uint32_t> chunks(cards.free.begin(), cards.free.end());
  for (const CardList& list : lists) chunks.insert(list.chunks.begin(), list.chunks.end());
  EXPECT_EQ(chunks.size(), cards.store.size() / kChunk);
  EXPECT_EQ(cards.free.size() + lists[0].chunks.size() + lists[1].chunks.size(), chunks.size());
}

// Few are taken next to one another, many far apart.
TEST(CardLists, EveryCardOfAKindIsAboutAsLikelyToBeTaken) {
  constexpr std::uint32_t kCards = 60, kTrials = 6000;
  for (const std::array<std::uint32_t, kCardKinds> quota :
       {std::array<std::uint32_t, kCardKinds>{3, 2, 0, 0}, {24, 12, 0, 0}}) {
    std::array<int, kCards> taken{};
    std::vector<std::uint32_t> places;
    Random random(DrawKey{6, make_stream("test.cards"), Month{0}, 0});
    for (std::uint32_t trial = 0; trial < kTrials; ++trial) {
      CardIndex cards;
      CardList list;
      std::vector<MemberCard> added;
      for (std::uint32_t i = 0; i < kCards; ++i) added.push_back(make_card(i, i % 2));
      insert_cards(cards, list, kFull, added);
      take_cards(cards, list, kFull, quota, random.bits(), places, [&](const MemberCard& card) { ++taken[card.number]; });
    }
    for (std::uint32_t i = 0; i < kCards; ++i) {
      const double expected = kTrials * static_cast<double>(quota[i % 2]) / (kCards / 2);
      EXPECT_NEAR(taken[i], expected, 4 * std::sqrt(expected)) << i << " of " << quota[0];
    }
  }
}

TEST(CardLists, WhoWaitedLongestIsAcceptedFirst) {
  CardIndex cards;
  CardList list;
  std::vector<MemberCard> added;
  for (std::uint32_t i = 0; i < 50; ++i) added.push_back(make_card(i, i % kCardKinds));
  insert_cards(cards, list, kCandidate, added);
  std::uint32_t next = 0;
  accept_first(cards, list, 20, [&](const MemberCard& card) { EXPECT_EQ(card.number, next++); });
  EXPECT_EQ(size_of(list, kFull), 20U);
  EXPECT_EQ(size_of(list, kCandidate), 30U);
  EXPECT_EQ(card_at(cards, list, first_of(list, kCandidate)).number, 20U);
}

}  // namespace
}  // namespace thermidor::party
