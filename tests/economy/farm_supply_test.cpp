#include "economy/farm_supply.hpp"

#include <gtest/gtest.h>
#include <array>

namespace thermidor::economy {
namespace {

// Parts of a year's sales month by month.
constexpr std::array<double, 6> kParts = {.3, .25, .2, .15, .1, 0};

TEST(FarmSupply, MonthByMonthTheWishedShareOfAllIsSold) {
  for (const double wished : {.1, .5, .9, 1.0}) {
    double left = 100, rest = 1;
    for (const double part : kParts) {
      const double sold = left * share_of_rest(wished, part, rest);
      EXPECT_NEAR(sold, 100 * wished * part, 1e-9) << wished;
      left -= sold, rest -= part;
    }
    EXPECT_NEAR(left, 100 * (1 - wished), 1e-9) << wished;
  }
}

TEST(FarmSupply, WhoWishesToSellLessHoldsBackSomeOfTheRestAndNotAllOfIt) {
  const double before = share_of_rest(.8, .15, .25), after = share_of_rest(.5, .15, .25);
  EXPECT_LT(after, .6 * before);
  EXPECT_GT(after, .1);
}

TEST(FarmSupply, InTheLastMonthOfSalesAllThatIsWishedOfTheRestIsSold) {
  // Of 100 with a wish of one half, 5 of the last 55.
  EXPECT_NEAR(share_of_rest(.5, .1, .1), 5.0 / 55, 1e-12);
  EXPECT_EQ(share_of_rest(.5, 0, 0), 0);
}

}  // namespace
}  // namespace thermidor::economy
