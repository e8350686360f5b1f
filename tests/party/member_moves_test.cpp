#include "party/member_moves.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <vector>

#include "party/debate.hpp"

namespace thermidor::party {
namespace {

// Words spread evenly over all there are, so that a mean over them is a mean over all luck but for a rounding of 2^-12.
constexpr std::uint32_t kWords = 4096;

double mean_over_words(const std::function<std::int64_t(Dither&)>& draw) {
  double sum = 0;
  for (std::uint32_t i = 0; i < kWords; ++i) {
    Dither dither(i << 20);
    sum += static_cast<double>(draw(dither));
  }
  return sum / kWords;
}

TEST(ShareOfMembers, HasThirtyTwoBinaryDigitsAndStaysWithinNothingAndAll) {
  EXPECT_EQ(Share().value(), 0);
  EXPECT_EQ(Share(0.0).value(), 0);
  EXPECT_EQ(Share(-0.5).value(), 0);
  EXPECT_EQ(Share(1.0).value(), std::int64_t{1} << 32);
  EXPECT_EQ(Share(7.0).value(), std::int64_t{1} << 32);
  EXPECT_EQ(Share(0.25).value(), std::int64_t{1} << 30);
  for (const double share : {0.001, 0.1, 1.0 / 3, 0.9999}) {
    EXPECT_LE(std::abs(static_cast<double>(Share(share).value()) * 0x1p-32 - share), 0x1p-32);
  }
}

TEST(DitherOfMembers, TakesNobodyAtAShareOfNoneAndAllAtAShareOfAll) {
  for (std::uint32_t i = 0; i < kWords; ++i) {
    for (const std::int64_t count : {std::int64_t{0}, std::int64_t{1}, std::int64_t{999}, std::int64_t{1} << 30}) {
      Dither dither((i << 20) | 0xFFFFFU);
      ASSERT_EQ(dither.part_of(count, Share(0)), 0);
      ASSERT_EQ(dither.part_of(count, Share(1)), count);
    }
  }
}

TEST(DitherOfMembers, TakesAWholePartNextToTheShareAndTheShareOnAverage) {
  for (const std::int64_t count : {1, 3, 17, 1000, 123457}) {
    for (const double share : {0.0004, 0.07, 0.5, 2.0 / 3, 0.995}) {
      const double exact = share * static_cast<double>(count);
      const double mean = mean_over_words([&](Dither& dither) {
        const std::int64_t part = dither.part_of(count, Share(share));
        EXPECT_LT(std::abs(static_cast<double>(part) - exact), 1.001) << count << " at " << share;
        EXPECT_LE(part, count);
        return part;
      });
      EXPECT_NEAR(mean, exact, 2.0 / kWords + 1e-4) << count << " at " << share;
    }
  }
}

TEST(DitherOfMembers, MarksAsManyAsCanBeMarkedAndTheirShareOnAverage) {
  for (const std::int64_t all : {1, 2, 7, 40, 5000}) {
    for (const std::int64_t marked : {std::int64_t{0}, all / 7, all / 2, all - 1, all}) {
      for (const std::int64_t taken : {std::int64_t{0}, all / 3, all - 1, all}) {
        const std::int64_t least = std::max<std::int64_t>(0, taken - (all - marked));
        const double mean = mean_over_words([&](Dither& dither) {
          const std::int64_t part = dither.marked_of(taken, marked, all);
          EXPECT_GE(part, least) << taken << " of " << all << ", " << marked << " marked";
          EXPECT_LE(part, std::min(taken, marked)) << taken << " of " << all << ", " << marked << " marked";
          return part;
        });
        EXPECT_NEAR(mean, static_cast<double>(taken * marked) / static_cast<double>(all), 2.0 / kWords);
      }
    }
  }
}

TEST(DitherOfMembers, SpreadsTheRoundingsOfOneWordEvenly) {
  // A share too small to take anybody from one stratum takes the right number from a thousand with one word.
  for (const std::uint32_t word : {0U, 12345U, 0x80000000U, 0xFFFFFFFFU}) {
    Dither dither(word);
    std::int64_t taken = 0;
    for (int stratum = 0; stratum < 1000; ++stratum) taken += dither.part_of(10, Share(0.01));
    EXPECT_NEAR(static_cast<double>(taken), 100, 3);
  }
}

TEST(MovedMembers, ArriveToTheLastPersonHoweverManyPartsTheyGoIn) {
  Members members;
  for (auto* column : {&members.full, &members.candidates, &members.careerists, &members.former}) column->assign(2, 0);
  members.full[0] = 1013;
  members.candidates[0] = 211;
  members.careerists[0] = 307;
  members.former[0] = 5;
  Dither dither(77U);
  while (persons_in(members, 0) > 0) {
    MovedMembers going;
    going.full = std::min<std::int64_t>(members.full[0], dither.part_of(members.full[0], Share(0.1)) + 1);
    going.candidates = dither.part_of(members.candidates[0], Share(0.3));
    if (members.full[0] == 0) going.candidates = members.candidates[0];
    take_evenly(dither, members, 0, going);
    put_members(members, 1, going);
    ASSERT_GE(members.careerists[0], 0);
    ASSERT_GE(members.former[0], 0);
    ASSERT_LE(std::max(members.careerists[0], members.former[0]), persons_in(members, 0));
  }
  EXPECT_EQ(members.full[1], 1013);
  EXPECT_EQ(members.candidates[1], 211);
  EXPECT_EQ(members.careerists[1], 307);
  EXPECT_EQ(members.former[1], 5);
}

// Mean and variance of what draw_choices gives for voters each of whom says yes with a probability of his own.
struct Moments {
  double mean = 0, variance = 0;
};

Moments moments_of(const std::vector<double>& yes) {
  Moments exact;
  for (const double p : yes) {
    exact.mean += p;
    exact.variance += p * (1 - p);
  }
  return exact;
}

Moments drawn_moments(std::int64_t voters, Moments exact, int draws) {
  double sum = 0, squares = 0;
  for (int i = 0; i < draws; ++i) {
    Random random({3, make_stream("test.choices"), make_month(1923, 12), static_cast<std::uint64_t>(i)});
    const std::int64_t count = draw_choices(random, voters, exact.mean, exact.variance);
    EXPECT_GE(count, 0);
    EXPECT_LE(count, voters);
    const double more = static_cast<double>(count) - exact.mean;
    sum += more;
    squares += more * more;
  }
  return {exact.mean + sum / draws, squares / draws};
}

TEST(DrawnChoices, HaveTheMeanAndTheVarianceOfTheVotersWhomTheyStandFor) {
  constexpr int kDraws = 20000;
  const std::vector<std::vector<double>> electorates = {std::vector<double>(300, 0.02), std::vector<double>(50, 0.5),
                                                        std::vector<double>(40, 0.97), [] {
                                                          std::vector<double> mixed(200, 0.05);
                                                          mixed.insert(mixed.end(), 100, 0.9);
                                                          return mixed;
                                                        }()};
  for (const std::vector<double>& yes : electorates) {
    const Moments exact = moments_of(yes);
    const Moments drawn = drawn_moments(static_cast<std::int64_t>(yes.size()), exact, kDraws);
    EXPECT_NEAR(drawn.mean, exact.mean, 4 * std::sqrt(exact.variance / kDraws));
    EXPECT_NEAR(drawn.variance, exact.variance, 0.06 * exact.variance + 0.02);
  }
}

TEST(DrawnChoices, AreNoneWhereNobodyWouldAndAllWhereEverybodyDoes) {
  Random random({3, make_stream("test.choices"), make_month(1923, 12), 0});
  EXPECT_EQ(draw_choices(random, 100, 0, 0), 0);
  EXPECT_EQ(draw_choices(random, 100, 100, 0), 100);
  EXPECT_EQ(draw_choices(random, 0, 0, 0), 0);
}

}  // namespace
}  // namespace thermidor::party
