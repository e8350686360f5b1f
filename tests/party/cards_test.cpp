#include "party/cards.hpp"

#include <gtest/gtest.h>

#include "card_fixture.hpp"

namespace thermidor::party {
namespace {

TEST(Cards, EveryMemberHasOneAtTheStart) {
  const CardWorld world;
  EXPECT_TRUE(cards_match(world.cards, world.members));
  EXPECT_EQ(count_cards(world.cards), count_members(world.members));
  for (std::size_t p = 0; p < world.params.provinces.size(); ++p) {
    EXPECT_EQ(world.cards.issued[p], count_province(world.members, p));
  }
}

TEST(Cards, AMissingPersonIsNoticed) {
  CardWorld world;
  --world.members.full[stratum(0, kWorker, 2)];
  EXPECT_FALSE(cards_match(world.cards, world.members));
}

TEST(Cards, AtTheStartMembersEnteredWhenTheirGenerationDid) {
  const CardWorld world;
  const auto& ends = world.params.members.opening.cohort_ends;
  for (std::size_t at = 0; at < world.cards.lists.size(); ++at) {
    const CardList& list = world.cards.lists[at];
    const std::size_t cohort = at % kCohorts;
    for (std::uint32_t place = 0; place < size_of(list); ++place) {
      const Month entered{card_at(world.cards, list, place).entered};
      EXPECT_LT(entered, world.month);
      if (cohort + 1 < kCohorts) {
        ASSERT_LE(entered, ends[cohort]);
      }
      if (cohort > 0) {
        ASSERT_GT(entered, ends[cohort - 1]);
      }
    }
  }
}

// The design allows 48.
TEST(Cards, OneTakesLessThanThirtyTwoBytes) {
  CardWorld world;
  const auto bytes = [&] { return static_cast<double>(bytes_of(world.cards)) / static_cast<double>(count_cards(world.cards)); };
  EXPECT_EQ(sizeof(MemberCard), 12U);
  EXPECT_LT(bytes(), 32);
  for (int month = 0; month < 60; ++month) world.step({});
  EXPECT_LT(bytes(), 32);
}

TEST(Cards, WhereTheyLieInTheStoreChangesNothing) {
  CardWorld world;
  for (int month = 0; month < 8; ++month) world.step({});
  CardWorld tight = world;
  tight.cards = compact(world.cards);
  EXPECT_LT(tight.cards.store.size(), world.cards.store.size() + kChunk);
  EXPECT_EQ(digest_cards(tight.cards), digest_cards(world.cards));
  for (int month = 0; month < 8; ++month) {
    world.step({}, 3);
    tight.step({}, 3);
  }
  EXPECT_EQ(digest_cards(tight.cards), digest_cards(world.cards));
}

TEST(Cards, CensureIsRememberedByThoseWhoSpoke) {
  CardWorld world;
  DebateInput input;
  input.provinces.assign(world.params.provinces.size(), DebateProvince{});
  input.opposition.prestige = 1.2;
  input.hardship = 0.9;
  input.announced = true;
  run_debate(world.params.members, world.params.provinces, world.members, input, 1, world.month, {&world.cards, true});
  world.state.province_open.assign(world.params.provinces.size(), 0.1);
  world.state.open_opposition = 0.08;
  world.state.punished = 0.02;
  censure_speakers(world.params, world.state, 1, world.month, world.cards, world.records);
  std::int64_t marks = 0;
  for (const CardList& list : world.cards.lists) {
    for (std::uint32_t place = 0; place < size_of(list); ++place) {
      const MemberCard& card = card_at(world.cards, list, place);
      EXPECT_TRUE(card.punished == 0 || card.spoke > 0);
      marks += card.punished;
    }
  }
  std::int64_t counted = 0;
  for (const std::int64_t persons : world.cards.punished) counted += persons;
  EXPECT_EQ(marks, counted);
  // A fifth of those in open opposition are punished; some of them lose the party card instead.
  const double share = static_cast<double>(marks) / static_cast<double>(count_cards(world.cards));
  EXPECT_NEAR(share, 0.02 * (1 - world.params.followers.expelled), 0.001);
}

}  // namespace
}  // namespace thermidor::party
