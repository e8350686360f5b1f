#include "economy/farm_supply.hpp"

#include <gtest/gtest.h>
#include <array>

#include "economy/farm_terms.hpp"

namespace thermidor::economy {
namespace {

// Parts of a year's sales month by month.
constexpr std::array<double, 6> kParts = {.3, .25, .2, .15, .1, 0};

// Of what is not for sale, the part that is neither eaten nor fed at the beginning of each of these months.
constexpr std::array<double, 6> kKept = {1, .85, .65, .4, .2, .1};

TEST(FarmSupply, MonthByMonthTheWishedShareOfAllIsSoldWhileTheRestIsEaten) {
  for (const double wished : {.1, .5, .9, 1.0}) {
    double for_sale = 100 * wished, rest = 1;
    for (std::size_t month = 0; month < kParts.size(); ++month) {
      const double left = for_sale + 100 * (1 - wished) * kKept[month];
      const double sold = left * share_of_rest(wished, kParts[month], rest, kKept[month]);
      EXPECT_NEAR(sold, 100 * wished * kParts[month], 1e-9) << wished;
      for_sale -= sold, rest -= kParts[month];
    }
    EXPECT_NEAR(for_sale, 0, 1e-9) << wished;
  }
}

TEST(FarmSupply, WhoWishesToSellLessHoldsBackSomeOfTheRestAndNotAllOfIt) {
  const double before = share_of_rest(.8, .15, .25, 1), after = share_of_rest(.5, .15, .25, 1);
  EXPECT_LT(after, .6 * before);
  EXPECT_GT(after, .1);
}

TEST(FarmSupply, InTheLastMonthOfSalesAllThatIsWishedOfTheRestIsSold) {
  // Of 100 with a wish of one half, 5 of the last 55; of the last 15 where four fifths of the rest are eaten.
  EXPECT_NEAR(share_of_rest(.5, .1, .1, 1), 5.0 / 55, 1e-12);
  EXPECT_NEAR(share_of_rest(.5, .1, .1, .2), 5.0 / 15, 1e-12);
  EXPECT_EQ(share_of_rest(.5, 0, 0, 1), 0);
}

TEST(FarmSupply, WhileGrainGrowsDearerSomeOfItWaitsTheLessTheNearerTheHarvest) {
  FarmParams params;
  params.sale.withholding = 5;
  FarmOutlook last;
  last.grain_price = 1;
  EXPECT_EQ(share_brought(params, last, .9, make_month(1926, 10)), 1);
  EXPECT_LT(share_brought(params, last, 1.1, make_month(1926, 10)), .8);
  EXPECT_GT(share_brought(params, last, 1.1, make_month(1927, 3)), share_brought(params, last, 1.1, make_month(1926, 10)));
  EXPECT_EQ(share_brought(params, last, 1.1, make_month(1927, 5)), 1);
  EXPECT_EQ(share_brought(params, last, 1.1, make_month(1927, 6)), 1);
}

TEST(FarmSupply, TradersCountOnGrainThatWaitsForABetterPriceAndNotOnWhatFearKeeps) {
  const auto offer = [](double dearer, double scare) {
    FarmParams params;
    params.sale.withholding = 5;
    FarmConditions conditions;
    conditions.price_index = 1;
    conditions.price_grain_free = dearer;
    conditions.scare = scare;
    FarmOutlook outlook = start_outlook(params);
    outlook.grain_price = 1;
    SowPowers powers(params.sowing.drudgery);
    return make_farm_terms(params, FarmRegion{}, conditions, make_month(1926, 10), powers, outlook).offer;
  };
  const OfferTerms calm = offer(1, 0), waiting = offer(1.1, 0), afraid = offer(1, 1);
  EXPECT_LT(waiting.hold, calm.hold);
  EXPECT_NEAR(static_cast<double>(waiting.season / calm.season), static_cast<double>(waiting.hold / calm.hold), 1e-6);
  EXPECT_LT(afraid.hold, calm.hold);
  EXPECT_EQ(afraid.season, calm.season);
}

}  // namespace
}  // namespace thermidor::economy
