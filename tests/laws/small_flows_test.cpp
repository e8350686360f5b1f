// Small flows are drawn or spread, never rounded away: over many months what spoils, wears out, is bred, born or dies among
// small holdings is the rate times what was there, at every sampling rate.
#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "core/rng.hpp"
#include "economy/farms_fixture.hpp"
#include "economy/feed_towns.hpp"

namespace thermidor::economy {
namespace {

constexpr int kMonths = 36;

// What should have flown and what did, per simulated farm; the variance of whole numbers around a mean with a fraction is
// f(1-f).
struct Flow {
  double expected = 0;
  double happened = 0;
  double variance = 0;

  void expect(double mean) {
    const double fraction = mean - std::floor(mean);
    expected += mean;
    variance += fraction * (1 - fraction);
  }
};

void expect_agreement(const Flow& flow, const std::string& what) {
  EXPECT_GT(flow.expected, 4 * std::sqrt(flow.variance)) << what << ": too little to be told from nothing";
  EXPECT_NEAR(flow.happened, flow.expected, 4 * std::sqrt(flow.variance)) << what;
}

// Farms that stay as they are but for the flow in question.
Country small_country(std::int64_t sampling) {
  Country country(sampling);
  country.params.levies.hiding = 0;
  country.params.needs.fatten = 0;
  country.params.demography.partition = 0;
  country.params.demography.merge = 0;
  country.params.animals.fed_line = 0;
  country.params.animals.slaughter = 0;
  country.params.animals.horse_purchase = 0;
  country.params.animals.cattle_purchase = 0;
  return country;
}

class SmallFlows : public ::testing::TestWithParam<int> {
 protected:
  std::int64_t sampling() const { return GetParam(); }
};

// A farm loses a fifth of a kilogram a month.
TEST_P(SmallFlows, GrainSpoilsAtItsRate) {
  Country country = small_country(sampling());
  country.params.needs.spoilage = 0.0002;
  Flow flow;
  for (int i = 0; i < kMonths; ++i) {
    country.pass_month();
    for (std::size_t r = 0; r < country.flows.size(); ++r) {
      flow.happened += country.flows[r].spoiled.real() / static_cast<double>(sampling());
    }
    for (const FarmTile& tile : country.state.farms.tiles) {
      for (std::size_t j = 0; j < kTileFarms; ++j) flow.expect(0.0002 * tile.grain[j]);
    }
  }
  expect_agreement(flow, "spoilage");
}

// Goods worth a few roubles wear out too.
TEST_P(SmallFlows, GoodsWearOutAtTheirRate) {
  Country country = small_country(sampling());
  country.params.spending.wear = 0.01;
  Random random(DrawKey{1, make_stream("test.goods"), Month{0}, 0});
  for (FarmTile& tile : country.state.farms.tiles) {
    for (std::size_t j = 0; j < kTileFarms; ++j) {
      tile.goods[j] = static_cast<std::uint16_t>(tile.eaters[j] > 0 ? 10 + random.below(30) : 0);
    }
  }
  Flow flow;
  for (int i = 0; i < kMonths; ++i) {
    const Farms before = country.state.farms;
    country.pass_month([](FarmConditions& conditions, std::size_t) { conditions.goods_delivered = 0; });
    for (std::size_t t = 0; t < before.tiles.size(); ++t) {
      for (std::size_t j = 0; j < kTileFarms; ++j) {
        flow.expect(0.01 * before.tiles[t].goods[j]);
        flow.happened += before.tiles[t].goods[j] - country.state.farms.tiles[t].goods[j];
      }
    }
  }
  expect_agreement(flow, "wear of goods");
}

bool turned(const FarmTile& before, const FarmTile& after) {
  for (std::size_t j = 0; j < kTileFarms; ++j) {
    if (before.eaters[j] > 0 && before.age[j] < 255) return after.age[j] != before.age[j];
  }
  return false;
}

// Herds grow towards what the land carries, a few hundredths of a head a quarter.
TEST_P(SmallFlows, HorsesAndCattleGrowAtTheirRate) {
  Country country = small_country(sampling());
  country.params.animals.horse_growth = 0.04;
  country.params.animals.cattle_growth = 0.04;
  const double horse_room = 100 * country.params.animals.horse_area;
  const double cattle_room = 100 * country.params.animals.cattle_area;
  Flow horses;
  Flow cattle;
  const auto expect = [](Flow& flow, double herd, double room) {
    flow.expect(herd * 0.01 * (1 - herd / std::max(room, 0.01)));
  };
  for (int i = 0; i < kMonths; ++i) {
    for (FarmTile& tile : country.state.farms.tiles) {
      // Room for three times as many, and food for all.
      for (std::size_t j = 0; j < kTileFarms; ++j) {
        const double most = std::max(tile.horses[j] * horse_room, tile.cattle[j] * cattle_room);
        tile.land[j] = static_cast<std::uint16_t>(std::min(60000.0, std::max<double>(tile.land[j], 3 * most)));
        if (tile.eaters[j] > 0) tile.grain[j] = std::max(tile.grain[j], 30000);
      }
    }
    const Farms before = country.state.farms;
    country.pass_month();
    for (std::size_t t = 0; t < before.tiles.size(); ++t) {
      const FarmTile& old = before.tiles[t];
      const FarmTile& now = country.state.farms.tiles[t];
      if (!turned(old, now)) continue;
      for (std::size_t j = 0; j < kTileFarms; ++j) {
        if (old.eaters[j] == 0) continue;
        expect(horses, old.horses[j], old.land[j] / horse_room);
        expect(cattle, old.cattle[j], old.land[j] / cattle_room);
        horses.happened += now.horses[j] - old.horses[j];
        cattle.happened += now.cattle[j] - old.cattle[j];
      }
    }
  }
  expect_agreement(horses, "horses");
  expect_agreement(cattle, "cattle");
}

// A household of five has a child every four years.
TEST_P(SmallFlows, PeopleAreBornAndDieAtTheirRates) {
  Country country = small_country(sampling());
  country.params.demography.birth_hunger = 0;
  country.params.demography.death_hunger = 0;
  Flow births;
  Flow deaths;
  for (int i = 0; i < kMonths; ++i) {
    const Farms before = country.state.farms;
    country.pass_month();
    for (std::size_t t = 0; t < before.tiles.size(); ++t) {
      if (!turned(before.tiles[t], country.state.farms.tiles[t])) continue;
      for (const std::uint8_t eaters : before.tiles[t].eaters) {
        births.expect(eaters * country.params.demography.birth_rate / 4);
        if (eaters > 1) deaths.expect(eaters * country.params.demography.death_rate / 4);
      }
    }
    for (const FarmFlows& flows : country.flows) {
      births.happened += flows.births.real() / static_cast<double>(sampling());
      deaths.happened += flows.deaths.real() / static_cast<double>(sampling());
    }
  }
  expect_agreement(births, "births");
  expect_agreement(deaths, "deaths");
}

// Traders' stocks of a few sacks: less than a kilogram of each spoils in a month.
TEST(SmallStocks, SpoilAtTheirRate) {
  Params params;
  State state;
  state.grain.state_stock = 90;
  for (std::int64_t r = 0; r < 21; ++r) state.grain.traders.push_back(40 + 7 * r);
  const GrainBooks opening = state.grain;
  Flow flow;
  for (int month = 0; month < 1200; ++month) {
    state.grain = opening;
    flow.expect(params.grain.spoilage * 90);
    for (const std::int64_t stock : opening.traders) flow.expect(params.grain.spoilage * static_cast<double>(stock));
    spoil_stocks(state, params, make_month(1921, 3) + month);
    flow.happened += static_cast<double>(state.grain.spoiled);
  }
  expect_agreement(flow, "spoilage of stocks");
}

INSTANTIATE_TEST_SUITE_P(SamplingRates, SmallFlows, ::testing::Values(1, 10, 100, 1000));

}  // namespace
}  // namespace thermidor::economy
