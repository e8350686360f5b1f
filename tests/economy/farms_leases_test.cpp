#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "core/rng.hpp"
#include "economy/farm_hire.hpp"
#include "economy/farms_fixture.hpp"

namespace thermidor::economy {
namespace {

constexpr Month kMay1925 = make_month(1925, 5);

Country after_years_of(double land_freedom, const FarmParams& params = {}) {
  Country country;
  country.params = params;
  country.pass_until(kMay1925 + 1, [=](FarmConditions& conditions, std::size_t) { conditions.land_freedom = land_freedom; });
  return country;
}

double leased_share(const Country& country) {
  double leased = 0, sown = 0;
  for (const FarmFlows& flows : country.flows) {
    leased += static_cast<double>(flows.leased_centihectares), sown += static_cast<double>(flows.sown_centihectares);
  }
  return leased / sown;
}

// Sowers with horses, owners without, and farms that till just what they have; rents of 20 kg per 0.01 ha.
struct LeasingVillage {
  enum Kind : std::size_t { sower, owner, content };
  FarmTile tile{};
  HireTerms terms{};

  LeasingVillage() {
    terms.rent = 20;
    terms.lease = {.5F, 442, 650, 550};
    for (std::size_t slot = 0; slot < kTileFarms; ++slot) {
      tile.eaters[slot] = 5, tile.workers[slot] = 3, tile.grain[slot] = 3000;
      tile.horses[slot] = kind(slot) == sower ? 2 : kind(slot) == owner ? 0 : 1;
      tile.land[slot] = kind(slot) == content ? 500 : 400;
      tile.area[slot] = kind(slot) == owner ? 250 : 400;
    }
  }
  static Kind kind(std::size_t slot) { return static_cast<Kind>(slot % 3); }

  // Grain of every farm after the rents of one quarter are paid, and what they come to.
  FarmColumn<std::int32_t> pay(std::int64_t& rent) {
    FarmGroup groups[kGroups];
    for (int group = 0; group < kGroups; ++group) groups[group] = load_group(tile, group * kLanes);
    FarmTally tally = {};
    pay_rent(terms, groups, tally);
    FarmTask task;
    close_tally(tally, task);
    rent = task.sums[FarmSum::rent];
    FarmTile after = tile;
    for (int group = 0; group < kGroups; ++group) store_group(groups[group], {}, after, group * kLanes);
    return after.grain;
  }
};

TEST(FarmLeases, GrowWhereTheLawLetsThemAndWitherWhereItDoesNot) {
  Country free = after_years_of(.9);
  EXPECT_GT(leased_share(free), .015);
  EXPECT_LT(leased_share(free), .15);
  EXPECT_EQ(leased_share(after_years_of(0)), 0);
  const double before = leased_share(free);
  free.pass_until(kMay1925 + 61, [](FarmConditions& conditions, std::size_t) { conditions.land_freedom = 0; });
  EXPECT_LT(leased_share(free), .2 * before);
}

TEST(FarmLeases, LetMoreLandBeSown) {
  FarmParams closed;
  closed.village.lease = 0;
  EXPECT_GT(after_years_of(.9).count(2).sown_centihectares, after_years_of(.9, closed).count(2).sown_centihectares);
}

TEST(FarmLeases, NeverTakeMoreLandThanLiesUnsown) {
  Country country(30);
  for (int i = 0; i < 72; ++i) {
    const Month month = country.month;
    country.pass_month([month](FarmConditions& conditions, std::size_t region) {
      Random random({9, make_stream("test"), month, region});
      conditions.land_freedom = random.uniform();
      conditions.weather = .4 + random.uniform();
      conditions.expected_take = .5 * random.uniform();
    });
    for (std::size_t r = 0; r < 3; ++r) {
      const FarmCount count = country.count(r);
      const std::int64_t leased = country.flows[r].leased_centihectares;
      ASSERT_GE(leased, 0);
      ASSERT_LE(count.sown_centihectares, count.land_centihectares);
      ASSERT_LE(leased, count.land_centihectares - (count.sown_centihectares - leased));
    }
  }
}

TEST(FarmLeases, PayRentToThoseWhoseLandLiesUnsownToTheKilogram) {
  LeasingVillage village;
  std::int64_t rent = 0;
  const FarmColumn<std::int32_t> after = village.pay(rent);
  const FarmColumn<std::int32_t>& before = village.tile.grain;
  EXPECT_EQ(std::accumulate(after.begin(), after.end(), 0), std::accumulate(before.begin(), before.end(), 0));
  std::int64_t paid = 0;
  for (std::size_t slot = 0; slot < kTileFarms; ++slot) {
    const std::int32_t got = after[slot] - before[slot];
    paid += std::max(0, -got);
    const auto kind = LeasingVillage::kind(slot);
    const int sign = kind == LeasingVillage::sower ? -1 : kind == LeasingVillage::owner ? 1 : 0;
    EXPECT_EQ(sign, (got > 0) - (got < 0)) << slot;
  }
  EXPECT_EQ(rent, paid);
  EXPECT_GT(rent, 0);
}

TEST(FarmLeases, PayNoRentWithoutALeaseNorMoreThanTheBarnHolds) {
  std::int64_t rent = 0;
  LeasingVillage closed;
  closed.terms.lease.share = 0;
  EXPECT_EQ(closed.pay(rent), closed.tile.grain);
  EXPECT_EQ(rent, 0);
  LeasingVillage bare;
  for (std::size_t slot = 0; slot < kTileFarms; ++slot) {
    if (LeasingVillage::kind(slot) == LeasingVillage::sower) bare.tile.grain[slot] = 7;
  }
  const FarmColumn<std::int32_t> after = bare.pay(rent);
  EXPECT_EQ(rent, 7 * 22);
  EXPECT_GE(*std::min_element(after.begin(), after.end()), 0);
}

TEST(FarmLeases, AreSettledOnceAYearInTheAutumn) {
  Country country = after_years_of(.9);
  double autumn = 0;
  for (int i = 0; i < 12; ++i) {
    const int m = country.month.month();
    country.pass_month();
    double rent = 0;
    for (const FarmFlows& flows : country.flows) rent += flows.rent.real();
    if (m >= 9 && m <= 11) {
      autumn += rent;
    } else {
      EXPECT_EQ(rent, 0) << "in month " << m;
    }
  }
  EXPECT_GT(autumn, 0);
}

}  // namespace
}  // namespace thermidor::economy
