// Hands counted one by one against ballots drawn for strata: the same debate.
#include <gtest/gtest.h>

#include <array>
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
  input.hardship = 0.3;
  input.announced = true;
  input.direction = {-0.6, 0.8, 0, 0};
  return input;
}

DebateResult debate(CardWorld& world, const DebateInput& input, std::uint64_t seed, bool one_by_one, bool remember = false) {
  return run_debate(world.params.members, world.params.provinces, world.members, input, seed, world.month,
                    {one_by_one ? &world.cards : nullptr, remember});
}

// Differences between the two counts over seeds.
struct Difference {
  double sum = 0, squares = 0;
  int count = 0;
  void add(double d) {
    sum += d;
    squares += d * d;
    ++count;
  }
  double mean() const { return sum / count; }
  double error() const { return std::sqrt((squares / count - mean() * mean()) / count); }
};

// Whose mind is what follows from the seed too.
TEST(RaiseHands, HandsAgreeWithTheStrataWithinSamplingError) {
  CardWorld world;
  for (const double hardship : {0.2, 0.4, 0.7}) {
    DebateInput input = contested(6);
    input.hardship = hardship;
    Difference open, hidden, above;
    std::array<Difference, kCellTypes> types;
    for (std::uint64_t seed = 0; seed < 80; ++seed) {
      const DebateResult counted = debate(world, input, seed, true), drawn = debate(world, input, seed, false);
      open.add(counted.open_share - drawn.open_share);
      hidden.add(counted.private_share - drawn.private_share);
      above.add(counted.delegates_share - drawn.delegates_share);
      for (std::size_t t = 0; t < kCellTypes; ++t) types[t].add(counted.open_by_type[t] - drawn.open_by_type[t]);
    }
    EXPECT_LT(std::abs(open.mean()), 3.5 * open.error()) << hardship << " " << open.mean();
    EXPECT_LT(open.error(), 1e-3);
    EXPECT_LT(std::abs(hidden.mean()), 1e-3) << hardship;
    EXPECT_LT(std::abs(above.mean()), 3.5 * above.error() + 1e-3) << hardship;
    for (std::size_t t = 0; t < kCellTypes; ++t) {
      EXPECT_LT(std::abs(types[t].mean()), 3.5 * types[t].error() + 5e-4)
          << kCellTypeNames[t] << " at " << hardship << " " << types[t].mean();
    }
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
    input.opposition.prestige = 0.5;
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
  EXPECT_GT(same, 0.2);
  EXPECT_LT(opposite, 0.7 * same);
}

TEST(RaiseHands, WhoWasPunishedSpeaksLess) {
  DebateInput input = contested(6);
  input.terror = 0.06;
  input.opposition.prestige = 0.5;
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
