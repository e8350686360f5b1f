#include "core/rng.hpp"

#include <gtest/gtest.h>

#include <set>
#include <vector>

namespace thermidor {
namespace {

DrawKey key_of(std::uint64_t entity) { return {1921, make_stream("test"), make_month(1921, 3), entity}; }

// The three vectors published with Random123 for philox4x32-10.
TEST(Philox, ReproducesThePublishedVectorOfZeros) {
  EXPECT_EQ(philox4x32({0, 0, 0, 0}, {0, 0}), (PhiloxBlock{0x6627E8D5, 0xE169C58D, 0xBC57AC4C, 0x9B00DBD8}));
}

TEST(Philox, ReproducesThePublishedVectorOfOnes) {
  constexpr std::uint32_t kOnes = 0xFFFFFFFF;
  EXPECT_EQ(philox4x32({kOnes, kOnes, kOnes, kOnes}, {kOnes, kOnes}),
            (PhiloxBlock{0x408F276D, 0x41C83B0E, 0xA20BC7C6, 0x6D5451FD}));
}

TEST(Philox, ReproducesThePublishedVectorOfPi) {
  EXPECT_EQ(philox4x32({0x243F6A88, 0x85A308D3, 0x13198A2E, 0x03707344}, {0xA4093822, 0x299F31D0}),
            (PhiloxBlock{0xD16CFE09, 0x94FDCCEB, 0x5001E420, 0x24126EA1}));
}

TEST(Random, DrawsOfOneKeyAreTheSameWheneverTheyAreMade) {
  Random first(key_of(7));
  std::vector<std::uint32_t> early;
  for (int i = 0; i < 20; ++i) early.push_back(first.bits());
  Random other(key_of(8));
  for (int i = 0; i < 5; ++i) other.bits();
  Random again(key_of(7));
  for (int i = 0; i < 20; ++i) EXPECT_EQ(again.bits(), early[static_cast<std::size_t>(i)]);
}

TEST(Random, EveryPartOfTheKeyChangesTheDraws) {
  const DrawKey base = key_of(7);
  std::vector<DrawKey> keys(7, base);
  keys[1].seed = 1922;
  keys[2].seed = base.seed + (1ULL << 32);
  keys[3].stream = make_stream("tesu");
  keys[4].month = base.month.next();
  keys[5].entity = 8;
  keys[6].entity = base.entity + (1ULL << 32);
  std::set<std::uint32_t> seen;
  for (const DrawKey& key : keys) seen.insert(Random(key).bits());
  EXPECT_EQ(seen.size(), keys.size());
}

TEST(Random, BlocksOfOneKeyDoNotRunIntoAnotherMonth) {
  Random now(key_of(7));
  DrawKey later_key = key_of(7);
  later_key.month = later_key.month.next();
  std::set<std::uint32_t> draws;
  for (int i = 0; i < 400; ++i) draws.insert(now.bits());
  Random later(later_key);
  for (int i = 0; i < 400; ++i) EXPECT_EQ(draws.count(later.bits()), 0U);
}

TEST(Random, UniformDrawsLieInsideTheOpenIntervalAndAverageOneHalf) {
  double sum = 0;
  double sum_fine = 0;
  constexpr int kDraws = 100000;
  Random random(key_of(1));
  for (int i = 0; i < kDraws; ++i) {
    const double u = random.uniform();
    const double fine = random.uniform_fine();
    ASSERT_TRUE(u > 0 && u < 1 && fine > 0 && fine < 1);
    sum += u;
    sum_fine += fine;
  }
  // Five standard errors.
  EXPECT_NEAR(sum / kDraws, 0.5, 5 * 0.2887 / 316.2);
  EXPECT_NEAR(sum_fine / kDraws, 0.5, 5 * 0.2887 / 316.2);
}

TEST(Random, IntegersBelowABoundAreUniform) {
  std::array<int, 7> counts{};
  constexpr int kDraws = 70000;
  Random random(key_of(2));
  for (int i = 0; i < kDraws; ++i) ++counts.at(random.below(7));
  double chi_square = 0;
  for (const int count : counts) chi_square += (count - 10000.0) * (count - 10000.0) / 10000.0;
  EXPECT_LT(chi_square, 22.46);  // 99.9 percent point, 6 degrees of freedom
}

TEST(Random, NeighbouringEntitiesAreNotCorrelated) {
  double sum = 0;
  constexpr int kPairs = 50000;
  for (std::uint64_t i = 0; i < kPairs; ++i) {
    sum += (Random(key_of(i)).uniform() - 0.5) * (Random(key_of(i + 1)).uniform() - 0.5);
  }
  EXPECT_LT(std::abs(sum / kPairs * 12), 5 / 223.6);
}

TEST(Random, ChanceHappensAsOftenAsItsProbability) {
  int hits = 0;
  for (std::uint64_t i = 0; i < 50000; ++i) hits += Random(key_of(i)).chance(0.03) ? 1 : 0;
  EXPECT_NEAR(hits, 1500, 5 * 38.2);
  EXPECT_FALSE(Random(key_of(1)).chance(0.0));
  EXPECT_TRUE(Random(key_of(1)).chance(1.0));
}

}  // namespace
}  // namespace thermidor
