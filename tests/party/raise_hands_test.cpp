// Hands counted one by one against ballots drawn for strata: the same debate.
#include <gtest/gtest.h>

#include <cmath>

#include "card_fixture.hpp"
#include "party/cell_ballots.hpp"

namespace thermidor::party {
namespace {

DebateInput contested(std::size_t provinces) {
  DebateInput input;
  input.provinces.assign(provinces, DebateProvince{0.6, 0.1});
  input.ruling = {0.85, 0.6, 0.55};
  input.opposition = {1.0, 0.7, 0.4};
  input.press_control = 0.6;
  input.slate_strength = 0.6;
  input.terror = 0.02;
  input.hardship = 0.6;
  input.announced = true;
  input.direction = {-0.6, 0.8, 0, 0};
  return input;
}

DebateResult debate(CardWorld& world, const DebateInput& input, std::uint64_t seed, bool one_by_one, bool remember = false) {
  return run_debate(world.params.members, world.params.provinces, world.members, input, seed, world.month,
                    {one_by_one ? &world.cards : nullptr, remember});
}

// Mean and standard error of differences between the two counts.
struct Difference {
  double mean = 0, error = 0;
};

template <class Value>
Difference compare(const DebateInput& input, int seeds, Value&& value) {
  CardWorld world;
  double sum = 0, squares = 0;
  for (int seed = 0; seed < seeds; ++seed) {
    // Who is of what mind follows from the seed too.
    const auto drawn = static_cast<std::uint64_t>(seed);
    const double d = value(debate(world, input, drawn, true)) - value(debate(world, input, drawn, false));
    sum += d;
    squares += d * d;
  }
  const double mean = sum / seeds;
  return {mean, std::sqrt((squares / seeds - mean * mean) / seeds)};
}

TEST(RaiseHands, HandsAgreeWithTheStrataWithinSamplingError) {
  for (const double hardship : {0.3, 0.6, 0.9}) {
    DebateInput input = contested(6);
    input.hardship = hardship;
    const Difference open = compare(input, 60, [](const DebateResult& r) { return r.open_share; });
    EXPECT_LT(std::abs(open.mean), 3.5 * open.error + 2e-4) << hardship;
    EXPECT_LT(open.error, 2e-3);
    for (std::size_t t = 0; t < kCellTypes; ++t) {
      const Difference type = compare(input, 60, [t](const DebateResult& r) { return r.open_by_type[t]; });
      EXPECT_LT(std::abs(type.mean), 3.5 * type.error + 1e-3) << kCellTypeNames[t] << " at " << hardship;
    }
    const Difference private_share = compare(input, 60, [](const DebateResult& r) { return r.private_share; });
    EXPECT_LT(std::abs(private_share.mean), 1e-3);
    const Difference above = compare(input, 60, [](const DebateResult& r) { return r.delegates_share; });
    EXPECT_LT(std::abs(above.mean), 3.5 * above.error + 1e-3);
  }
}

TEST(RaiseHands, AskingChangesNothingAndADebateIsRemembered) {
  CardWorld world;
  const DebateInput input = contested(6);
  const std::uint64_t before = digest_cards(world.cards);
  const DebateResult asked = debate(world, input, 4, true);
  EXPECT_EQ(digest_cards(world.cards), before);
  const DebateResult held = debate(world, input, 4, true, true);
  EXPECT_EQ(held.voters_opposition, asked.voters_opposition);
  EXPECT_TRUE(cards_match(world.cards, world.members));
  std::int64_t spoke = 0, careers = 0;
  for (const CardList& list : world.cards.lists) spoke += count_spoke(list);
  for (const YearOfEntry& year : world.cards.careers) careers += year.spoke;
  EXPECT_EQ(spoke, held.voters_opposition);
  EXPECT_EQ(careers, spoke);
}

// A mind lasts: the same people speak again for the same cause, fewer of them for another.
TEST(RaiseHands, TheSameMembersSpeakAgainForTheSameCause) {
  const auto again = [](const std::array<double, 4>& direction) {
    CardWorld world;
    DebateInput input = contested(6);
    debate(world, input, 4, true, true);
    std::int64_t spoke = 0;
    for (const CardList& list : world.cards.lists) spoke += count_spoke(list);
    input.direction = direction;
    world.month = world.month + 9;
    debate(world, input, 4, true, true);
    std::int64_t twice = 0;
    for (const CardList& list : world.cards.lists) {
      for (std::uint32_t place = 0; place < size_of(list); ++place) {
        twice += card_at(world.cards, list, place).spoke == 2 ? 1 : 0;
      }
    }
    return static_cast<double>(twice) / static_cast<double>(spoke);
  };
  const double same = again(contested(6).direction), opposite = again({0.6, -0.8, 0, 0});
  EXPECT_GT(same, 0.4);
  EXPECT_LT(opposite, 0.7 * same);
}

TEST(RaiseHands, WhoWasPunishedSpeaksLess) {
  DebateInput input = contested(6);
  input.terror = 0;
  const auto spoke_again = [&](std::uint8_t marks) {
    CardWorld world;
    debate(world, input, 4, true, true);
    std::int64_t punished = 0, again = 0;
    for (std::size_t at = 0; at < world.cards.lists.size(); ++at) {
      const CardList& list = world.cards.lists[at];
      for (std::uint32_t place = 0; place < size_of(list); ++place) {
        MemberCard& card = card_at(world.cards, list, place);
        if (card.spoke == 0) continue;
        card.punished = marks;
        world.cards.punished[at / kStrataPerProvince] += marks;
        ++punished;
      }
    }
    world.month = world.month + 9;
    debate(world, input, 4, true, true);
    for (const CardList& list : world.cards.lists) {
      for (std::uint32_t place = 0; place < size_of(list); ++place) {
        again += card_at(world.cards, list, place).spoke > 1 ? 1 : 0;
      }
    }
    return static_cast<double>(again) / static_cast<double>(punished);
  };
  const double free = spoke_again(0), once = spoke_again(1), often = spoke_again(3);
  EXPECT_LT(once, 0.9 * free);
  EXPECT_LT(often, 0.8 * once);
}

TEST(RaiseHands, MindsAreScoredEvenlyAlongTheWayToTheOpposition) {
  DebateInput input = contested(6);
  const auto scores = score_minds(input, 0.7);
  std::vector<int> seen(4096, 0);
  double for_market = 0, against = 0;
  for (std::uint32_t mind = 0; mind < 4096; ++mind) {
    ++seen[scores[mind] >> 4];
    (view_of(mind, 0) > 0 ? for_market : against) += scores[mind];
  }
  for (const int count : seen) EXPECT_EQ(count, 1);
  EXPECT_LT(for_market, 0.9 * against) << "the opposition wants less market";
  input.direction = {};
  EXPECT_NE(score_minds(input, 0.7), scores);
}

}  // namespace
}  // namespace thermidor::party
