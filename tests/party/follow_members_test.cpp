// The cards follow the strata to the person, whatever happens to them.
#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "card_fixture.hpp"

namespace thermidor::party {
namespace {

// Months with a purge, a levy, expulsions, and changing moods.
MemberInput eventful(int month) {
  MemberInput input;
  input.purge_order = month == 6 ? 0.8 : 0;
  input.levy_order = month == 22 || month == 40 ? 1 : 0;
  input.mass_activity = 0.3 + 0.01 * month;
  input.posts_open = month % 12 < 6 ? 0.2 : 0.8;
  input.workers = 0.3;
  return input;
}

std::int64_t sum_ways(const CardIndex& cards, std::size_t way) {
  std::int64_t sum = 0;
  for (const YearOfEntry& year : cards.careers) {
    for (const auto* ways : {&year.gone, &year.gone_spoke}) {
      sum = std::accumulate((*ways)[way].begin(), (*ways)[way].end(), sum);
    }
  }
  return sum;
}

TEST(FollowMembers, CardsAreAsManyAsTheStrataInEveryPlaceEveryMonth) {
  for (const std::uint64_t seed : {1U, 2U, 3U}) {
    CardWorld world(seed);
    for (int month = 0; month < 60; ++month) {
      world.step(eventful(month), month % 7 == 0 ? 40 : 0);
      ASSERT_TRUE(cards_match(world.cards, world.members)) << "month " << month << " of seed " << seed;
    }
    EXPECT_GT(world.members.total.expelled, 1000);
    EXPECT_GT(world.members.total.admitted, 1000);
  }
}

TEST(FollowMembers, CareersBookTheSamePersonsAsTheStrata) {
  CardWorld world;
  for (int month = 0; month < 60; ++month) world.step(eventful(month), month % 7 == 0 ? 40 : 0);
  const MemberBook& book = world.members.total;
  std::int64_t entered = 0;
  for (const YearOfEntry& year : world.cards.careers) entered += year.entered;
  EXPECT_EQ(entered, book.start + book.admitted);
  EXPECT_EQ(sum_ways(world.cards, 0), book.died);
  EXPECT_EQ(sum_ways(world.cards, 1), book.left);
  EXPECT_EQ(sum_ways(world.cards, 2), book.expelled);
}

TEST(FollowMembers, TheBenchIsAsFullAsTheStrataSay) {
  CardWorld world;
  for (int month = 0; month < 60; ++month) world.step(eventful(month));
  for (std::size_t k = 0; k < kCohorts; ++k) {
    std::int64_t workers = 0, at_bench = 0, marked = 0;
    for (std::size_t p = 0; p < world.params.provinces.size(); ++p) {
      const CardList& list = world.cards.lists[stratum(p, kWorker, k)];
      workers += size_of(list);
      at_bench += world.cards.at_bench[p * kCohorts + k];
      for (std::uint32_t place = 0; place < size_of(list); ++place) {
        marked += (card_at(world.cards, list, place).marks & MemberCard::kDesk) == 0 ? 1 : 0;
      }
    }
    EXPECT_EQ(at_bench, marked);
    if (workers < 1000) continue;
    EXPECT_NEAR(static_cast<double>(at_bench) / static_cast<double>(workers), world.members.at_bench[k], 0.01) << k;
  }
}

TEST(FollowMembers, HardlyAnybodyHasToChangeHisMind) {
  CardWorld world;
  for (int month = 0; month < 60; ++month) world.step(eventful(month), month % 7 == 0 ? 40 : 0);
  EXPECT_LT(static_cast<double>(world.cards.changed_minds), 0.002 * static_cast<double>(world.members.total.admitted));
}

// Those who spoke stand at the ends of the lists and nowhere else.
TEST(FollowMembers, WhoSpokeIsRememberedWhereverHeGoes) {
  CardWorld world;
  DebateInput input;
  input.provinces.assign(world.params.provinces.size(), DebateProvince{});
  input.hardship = 0.9;
  input.announced = true;
  for (int month = 0; month < 40; ++month) {
    if (month % 10 == 0)
      run_debate(world.params.members, world.params.provinces, world.members, input, 1, world.month, {&world.cards, true});
    world.step(eventful(month), month % 7 == 0 ? 40 : 0);
  }
  std::int64_t spoke = 0;
  for (const CardList& list : world.cards.lists) {
    for (std::size_t part = 0; part < kCardParts; ++part) {
      for (std::uint32_t i = 0; i < size_of(list, part); ++i) {
        const MemberCard& card = card_at(world.cards, list, first_of(list, part) + i);
        ASSERT_EQ(card.spoke > 0, spoke_before(part));
        spoke += card.spoke > 0 ? 1 : 0;
      }
    }
  }
  EXPECT_GT(spoke, 1000);
}

TEST(FollowMembers, LoyaltyIsRewardedAndSpeakingPunished) {
  CardWorld world;
  DebateInput input;
  input.provinces.assign(world.params.provinces.size(), DebateProvince{});
  input.hardship = 0.7;
  input.announced = true;
  run_debate(world.params.members, world.params.provinces, world.members, input, 1, world.month, {&world.cards, true});
  std::int64_t spoke = 0;
  for (const CardList& list : world.cards.lists) spoke += count_spoke(list);
  const double share = static_cast<double>(spoke) / static_cast<double>(count_cards(world.cards));
  ASSERT_GT(share, 0.01);
  for (int month = 0; month < 36; ++month) world.step(eventful(month));
  std::int64_t out = 0, out_spoke = 0;
  for (const YearOfEntry& year : world.cards.careers) {
    out += std::accumulate(year.gone[2].begin(), year.gone[2].end(), std::int64_t{0});
    out_spoke += std::accumulate(year.gone_spoke[2].begin(), year.gone_spoke[2].end(), std::int64_t{0});
  }
  const double odds = static_cast<double>(out_spoke) / static_cast<double>(out) / (share / (1 - share));
  EXPECT_GT(odds, 1.8);  // 3 in every month of the purge and place
  EXPECT_LT(odds, 3.5);
  const Promotions& promotions = world.cards.promotions;
  const auto rate = [&](std::size_t who) {
    return static_cast<double>(promotions.promoted[who]) / static_cast<double>(promotions.quarters[who]);
  };
  EXPECT_LT(rate(1), 0.6 * rate(0));
}

TEST(FollowMembers, TheSameSeedDrawsTheSamePersonsAndAnotherDoesNot) {
  CardWorld first(1), again(1), other(2);
  for (int month = 0; month < 10; ++month) {
    first.step(eventful(month));
    again.step(eventful(month));
    other.step(eventful(month));
  }
  EXPECT_EQ(digest_cards(first.cards), digest_cards(again.cards));
  EXPECT_NE(digest_cards(first.cards), digest_cards(other.cards));
}

TEST(FollowMembers, LivesOfOneInAThousandAreWrittenDown) {
  CardWorld world;
  for (int month = 0; month < 60; ++month) world.step(eventful(month));
  std::int64_t entered = 0, gone = 0;
  for (const LifeRecord& life : world.records.lives) {
    const std::uint32_t salt = province_salt(world.seed, world.params.provinces[life.province.index()].id);
    EXPECT_TRUE(is_watched(salt, life.number));
    entered += life.event == LifeEvent::entered || life.event == LifeEvent::levied ? 1 : 0;
    gone += life.event == LifeEvent::died || life.event == LifeEvent::left || life.event == LifeEvent::purged ? 1 : 0;
  }
  const double expected = static_cast<double>(world.members.total.admitted) / 1024;
  EXPECT_NEAR(static_cast<double>(entered), expected, 4 * std::sqrt(expected));
  const MemberBook& book = world.members.total;
  const double lost = static_cast<double>(book.died + book.left + book.expelled) / 1024;
  EXPECT_NEAR(static_cast<double>(gone), lost, 4 * std::sqrt(lost));
}

}  // namespace
}  // namespace thermidor::party
