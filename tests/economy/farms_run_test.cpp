#include <gtest/gtest.h>

#include <cmath>

#include "core/digest.hpp"
#include "economy/farm_pass.hpp"
#include "economy/farms_fixture.hpp"

namespace thermidor::economy {
namespace {

TEST(FarmFields, ListsAreComplete) {
  EXPECT_TRUE(fields_complete<FarmTile>());
  EXPECT_TRUE(fields_complete<FarmBlock>());
  EXPECT_TRUE(fields_complete<Farms>());
  EXPECT_TRUE(fields_complete<FarmCount>());
  EXPECT_TRUE(fields_complete<FarmState>());
  EXPECT_TRUE(fields_complete<FarmOutlook>());
  EXPECT_TRUE(fields_complete<FarmOrderTerms>());
  EXPECT_TRUE(fields_complete<FarmNeedRates>());
  EXPECT_TRUE(fields_complete<FarmRegion>());
  EXPECT_TRUE(fields_complete<FarmParams>());
  FarmParams params;
  FarmParams::visit_fields(params, [](const Field& field, const auto& part) {
    EXPECT_TRUE(fields_complete<std::remove_cvref_t<decltype(part)>>()) << field.name;
  });
  EXPECT_TRUE(fields_complete<FarmConditions>());
  EXPECT_TRUE(fields_complete<FarmFlows>());
}

TEST(FarmDigest, IsTheSameForAnyNumberOfThreads) {
  Country one(5), three(5);
  three.threads = 3;
  three.state = create_farms(three.params, three.regions, 5, three.seed, 1, make_month(1921, 2), ThreadedExecutor(3));
  ASSERT_GT(one.state.farms.blocks.size(), 12U);
  for (int i = 0; i < 12; ++i) {
    one.pass_month();
    three.pass_month();
    ASSERT_EQ(digest_of(one.state), digest_of(three.state)) << format_month(one.month);
  }
}

TEST(FarmDigest, IsTheSameForVectorsOfAnyWidth) {
  // Two years of a country in trouble, so that every rule acts: famine, levies, relief, people who move.
  const auto live = [](int lanes) {
    Country country;
    country.lanes = lanes;
    country.pass_until(make_month(1923, 3), [&](FarmConditions& conditions, std::size_t region) {
      const FarmFlows& last = country.flows[region];
      conditions.weather = region == 2 ? .3 : 1;
      conditions.bread_delivered /= 3;
      conditions.goods_delivered /= 2;
      conditions.tax_in_kind = .1;
      conditions.money_tax = 100;
      conditions.force = country.month.month() == 11 ? .3 : 0;
      conditions.requisition = last.requisition_visible.real() * .1;
      conditions.relief = last.relief_wanted.count / 3;
      conditions.seed_aid = last.seed_wanted.count / 2;
      conditions.leave_for_towns = last.can_leave.count / 20;
      conditions.arrive = last.can_arrive.count / 30;
    });
    return digest_of(country.state);
  };
  const std::uint64_t narrow = live(farm_passes().front().lanes);
  for (const FarmPass& pass : farm_passes()) EXPECT_EQ(live(pass.lanes), narrow) << pass.lanes << " farms at once";
}

TEST(FarmDigest, SeesEveryColumnOfEveryFarm) {
  Country country;
  const std::uint64_t before = digest_of(country.state);
  FarmTile& tile = country.state.farms.tiles.back();
  FarmTile::visit_fields(tile, [&](const Field& field, auto& column) {
    for (const std::size_t lane : {std::size_t{0}, kTileFarms - 1}) {
      const auto kept = column[lane];
      column[lane] = static_cast<std::remove_cvref_t<decltype(kept)>>(kept ^ 1);
      EXPECT_NE(digest_of(country.state), before) << field.name;
      column[lane] = kept;
    }
  });
  EXPECT_EQ(digest_of(country.state), before);
}

TEST(FarmFork, ACopyLivesTheSameLife) {
  Country country;
  country.pass_until(make_month(1922, 1));
  Country twin = country;
  country.pass_until(make_month(1922, 7));
  twin.pass_until(make_month(1922, 7));
  EXPECT_EQ(digest_of(country.state), digest_of(twin.state));
}

TEST(FarmFork, AnActInOneRegionLeavesTheOthersUntouched) {
  Country country;
  country.pass_until(make_month(1922, 1));
  Country other = country;
  country.pass_until(make_month(1922, 7));
  other.pass_until(make_month(1922, 7), [](FarmConditions& conditions, std::size_t region) {
    if (region == 2) conditions.requisition = 5e6;
  });
  EXPECT_EQ(country.flows[0].harvest, other.flows[0].harvest);
  EXPECT_EQ(country.flows[1].births, other.flows[1].births);
  EXPECT_NE(country.flows[2].grain_stock, other.flows[2].grain_stock);
}

TEST(FarmSampling, RatesAgreeOnMeansWithinSamplingError) {
  struct Means {
    double harvest, sold, people, horses, area, poor;
  };
  const auto live = [](std::int64_t sampling) {
    Country country(sampling);
    Means means{};
    country.pass_until(make_month(1924, 1));
    for (int i = 0; i < 12; ++i) {
      country.pass_month();
      for (const FarmFlows& flows : country.flows) {
        means.harvest += flows.harvest.real();
        means.sold += (flows.sold_state + flows.sold_private).real();
      }
    }
    for (const FarmFlows& flows : country.flows) {
      means.people += flows.people.real();
      means.horses += static_cast<double>(flows.horses);
      means.area += static_cast<double>(flows.sown_centihectares);
      means.poor += static_cast<double>(flows.poor_households);
    }
    return means;
  };
  const Means fine = live(10), coarse = live(100);
  // 2,700 farms at the coarse rate: a coefficient of variation near one gives a standard error of some 2 %.
  EXPECT_NEAR(coarse.harvest / fine.harvest, 1, .04);
  EXPECT_NEAR(coarse.sold / fine.sold, 1, .08);
  EXPECT_NEAR(coarse.people / fine.people, 1, .04);
  EXPECT_NEAR(coarse.horses / fine.horses, 1, .06);
  EXPECT_NEAR(coarse.area / fine.area, 1, .04);
  EXPECT_NEAR(coarse.poor / fine.poor, 1, .08);
}

TEST(FarmStartState, HasTheMeansOfTheRegionTable) {
  Country country(10);
  for (std::size_t r = 0; r < 3; ++r) {
    const FarmRegion& region = country.regions[r];
    const FarmCount count = country.count(r);
    const auto per_farm = [&](double sum) { return sum / static_cast<double>(count.households); };
    EXPECT_EQ(count.households, 90000);
    EXPECT_NEAR(per_farm(count.people.real()), region.eaters, .06);
    EXPECT_NEAR(per_farm(static_cast<double>(count.horses)), region.horses_per_household, .03);
    EXPECT_NEAR(per_farm(static_cast<double>(count.cattle)), region.cattle_per_household, .03);
    EXPECT_NEAR(per_farm(count.cash.real()) / 100, region.cash_real, .05);
    EXPECT_NEAR(per_farm(static_cast<double>(count.land_centihectares)) / 100,
                region.land_mean * country.params.start.land_reserve, .03);
  }
}

TEST(FarmHarvest, ComesInByQuartersAndHalvesInSummer) {
  Country country;
  country.pass_until(make_month(1921, 7));
  double harvest[4] = {0, 0, 0, 0};
  for (double& month : harvest) {
    country.pass_month();
    month = country.flows[1].harvest.real();
  }
  EXPECT_NEAR(harvest[1] / harvest[0], 2, .02);
  EXPECT_NEAR(harvest[2] / harvest[0], 1, .02);
  EXPECT_EQ(harvest[3], 0);
}

}  // namespace
}  // namespace thermidor::economy
