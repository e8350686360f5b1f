#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "core/rng.hpp"
#include "economy/farm_settle.hpp"
#include "economy/farms_fixture.hpp"

namespace thermidor::economy {
namespace {

// Conditions that no government would set: every quota from none to twice what was asked, every price from nearly nothing to
// much.
FarmConditions wild_conditions(Random& random, const FarmFlows& last, double level) {
  const auto quota = [&random](std::int64_t asked) {
    const double share = 2 * random.uniform() - .3;
    return share > 0 ? whole(share * static_cast<double>(asked)) : 0;
  };
  const auto around = [&random](double value) { return value * (.2 + 3 * random.uniform()); };
  FarmConditions conditions;
  conditions.weather = .2 + random.uniform();
  conditions.price_index = level;
  conditions.price_grain_free = around(4.6 * level);
  conditions.price_grain_state = around(3 * level);
  conditions.price_goods = around(level);
  conditions.price_other = around(level);
  conditions.goods_availability = random.uniform();
  conditions.private_legality = random.uniform();
  conditions.tax_in_kind = .2 * random.uniform();
  conditions.requisition = static_cast<double>(quota(last.requisition_visible.count));
  conditions.money_tax = 300 * level * random.uniform();
  conditions.force = 1.5 * random.uniform();
  conditions.scare = random.uniform();
  conditions.expected_take = .9 * random.uniform();
  conditions.land_freedom = random.uniform();
  conditions.sale_state = quota(last.offer_state.count);
  conditions.sale_private = quota(last.offer_private.count);
  conditions.bread_delivered = quota(last.bread_orders.count);
  conditions.goods_delivered = quota(last.goods_orders.count);
  conditions.other_bought = quota(last.other_offer.count);
  conditions.relief = quota(last.relief_wanted.count);
  conditions.seed_aid = quota(last.seed_wanted.count);
  conditions.leave_for_towns = quota(last.can_leave.count / 4);
  conditions.arrive = quota(last.can_arrive.count / 4);
  return conditions;
}

class FarmBooks : public testing::TestWithParam<int> {
 protected:
  // Passes a month of wild conditions and hands every region's counts before and after, and its flows, to the check.
  template <class Check>
  void live(int months, double inflation, const Check& check) {
    Country country(30);
    country.threads = GetParam();
    double level = 1;
    for (int i = 0; i < months; ++i) {
      std::vector<FarmCount> before;
      for (std::size_t r = 0; r < 3; ++r) before.push_back(country.count(r));
      const std::vector<FarmFlows> last = country.flows;
      const Month month = country.month;
      country.pass_month([&](FarmConditions& conditions, std::size_t region) {
        Random random({7, make_stream("test"), month, region});
        conditions = wild_conditions(random, last[region], level);
      });
      for (std::size_t r = 0; r < 3; ++r) check(before[r], country.flows[r], country.count(r), last[r], country.conditions[r]);
      level *= inflation;
      if (testing::Test::HasFailure()) return;
    }
  }
};

TEST_P(FarmBooks, GrainInBarnsChangesOnlyByBookedFlows) {
  live(30, 1.1,
       [](const FarmCount& before, const FarmFlows& f, const FarmCount& after, const FarmFlows&, const FarmConditions&) {
         const Kilograms in = f.harvest + f.bread_bought + f.relief + f.seed_aid;
         const Kilograms out = f.seed + f.eaten + f.fed + f.spoiled + f.tax_in_kind + f.requisitioned + f.forced + f.rotted +
                               f.sold_state + f.sold_private;
         EXPECT_EQ(before.grain + in - out, after.grain);
         EXPECT_EQ(f.grain_stock, after.grain);
       });
}

TEST_P(FarmBooks, CashChangesOnlyByBookedPayments) {
  live(30, 1.1,
       [](const FarmCount& before, const FarmFlows& f, const FarmCount& after, const FarmFlows&, const FarmConditions&) {
         const Kopecks in = f.paid_state + f.paid_private + f.paid_forced + f.paid_other;
         const Kopecks out = f.spent_bread + f.spent_goods + f.money_tax;
         EXPECT_EQ(before.cash + in - out, after.cash);
         EXPECT_EQ(f.cash_stock, after.cash);
       });
}

TEST_P(FarmBooks, MoneyIsExactEvenWhenPursesOverflow) {
  live(24, 3.0,
       [](const FarmCount& before, const FarmFlows& f, const FarmCount& after, const FarmFlows&, const FarmConditions&) {
         const Kopecks in = f.paid_state + f.paid_private + f.paid_forced + f.paid_other;
         EXPECT_EQ(before.cash + in - f.spent_bread - f.spent_goods - f.money_tax, after.cash);
         EXPECT_LE(after.cash.count, after.households * kCashLimit);
       });
}

TEST_P(FarmBooks, GoodsAndPeopleChangeOnlyByBookedFlows) {
  live(30, 1.0,
       [](const FarmCount& before, const FarmFlows& f, const FarmCount& after, const FarmFlows&, const FarmConditions&) {
         EXPECT_EQ(before.goods + f.goods_received - f.goods_worn, after.goods);
         EXPECT_EQ(before.people + f.births + f.arrived - f.deaths - f.hunger_deaths - f.left, after.people);
         EXPECT_EQ(f.people, after.people);
         EXPECT_EQ(f.households, after.households);
         EXPECT_EQ(f.horses, after.horses);
         EXPECT_EQ(f.cattle, after.cattle);
         EXPECT_EQ(f.sown_centihectares, after.sown_centihectares);
       });
}

TEST_P(FarmBooks, LandIsNeitherMadeNorLost) {
  live(30, 1.0, [](const FarmCount& before, const FarmFlows&, const FarmCount& after, const FarmFlows&, const FarmConditions&) {
    EXPECT_EQ(before.land_centihectares, after.land_centihectares);
  });
}

TEST_P(FarmBooks, QuotasAreDeliveredToTheUnit) {
  live(24, 1.0,
       [](const FarmCount&, const FarmFlows& f, const FarmCount&, const FarmFlows& last, const FarmConditions& conditions) {
         const auto due = [](std::int64_t quota, std::int64_t orders, std::int64_t unit) {
           return std::min(quota / unit * unit, orders);
         };
         EXPECT_EQ(f.sold_state.count + f.sold_private.count,
                   std::min(conditions.sale_state / 30 * 30 + conditions.sale_private / 30 * 30,
                            last.offer_state.count + last.offer_private.count));
         EXPECT_EQ(f.bread_bought.count, due(conditions.bread_delivered, last.bread_orders.count, 30));
         EXPECT_EQ(f.goods_received.count, due(conditions.goods_delivered, last.goods_orders.count, 30 * kGoodsUnit));
         EXPECT_EQ(f.other_sold.count, due(conditions.other_bought, last.other_offer.count, 30 * kGoodsUnit));
         EXPECT_EQ(f.other_kept.count, last.other_offer.count - f.other_sold.count);
         EXPECT_EQ(f.relief.count, due(conditions.relief, last.relief_wanted.count, 30));
         EXPECT_EQ(f.seed_aid.count, due(conditions.seed_aid, last.seed_wanted.count, 30));
         // Persons are rounded to the sample's unit by draw.
         const auto moved = [&](std::int64_t count, std::int64_t quota, std::int64_t orders) {
           return count == due(quota, orders, 30) || (quota % 30 > 0 && count == due(quota + 30, orders, 30));
         };
         EXPECT_TRUE(moved(f.left.count, conditions.leave_for_towns, last.can_leave.count));
         EXPECT_TRUE(moved(f.arrived.count, conditions.arrive, last.can_arrive.count));
       });
}

TEST_P(FarmBooks, RequisitionTakesTheQuotaAndLosesAFifthOnTheWay) {
  Country country(30);
  country.threads = GetParam();
  for (int i = 0; i < 12; ++i) {
    const std::vector<FarmFlows> last = country.flows;
    country.pass_month([&](FarmConditions& conditions, std::size_t region) {
      conditions.expected_take = .5;
      conditions.requisition = last[region].requisition_visible.real() * .37;
    });
    for (std::size_t r = 0; r < 3; ++r) {
      const std::int64_t taken = whole(country.conditions[r].requisition) / 30 * 30;
      const std::int64_t rotted = whole(static_cast<double>(taken) * country.params.levies.rot);
      EXPECT_EQ(country.flows[r].rotted.count, rotted);
      EXPECT_EQ(country.flows[r].requisitioned.count, taken - rotted);
    }
  }
}

TEST_P(FarmBooks, NoFarmHoldsLessThanNothingAndEmptySlotsHoldNothing) {
  Country country(30);
  country.threads = GetParam();
  for (int i = 0; i < 30; ++i) {
    const std::vector<FarmFlows> last = country.flows;
    const Month month = country.month;
    country.pass_month([&](FarmConditions& conditions, std::size_t region) {
      Random random({8, make_stream("test"), month, region});
      conditions = wild_conditions(random, last[region], 1);
    });
    for (const FarmTile& tile : country.state.farms.tiles) {
      for (std::size_t lane = 0; lane < kTileFarms; ++lane) {
        ASSERT_GE(tile.grain[lane], 0);
        ASSERT_GE(tile.cash[lane], 0);
        ASSERT_LE(tile.offer[lane], tile.grain[lane]);
        ASSERT_LE(tile.workers[lane], tile.eaters[lane]);
        if (tile.eaters[lane] > 0) continue;
        FarmTile::visit_fields(tile, [lane](const Field& field, const auto& column) {
          ASSERT_EQ(column[lane], 0) << field.name << " of an empty slot";
        });
      }
    }
  }
}

INSTANTIATE_TEST_SUITE_P(OneThreadAndThree, FarmBooks, testing::Values(1, 3));

// What the farms of some tiles are given, one after another, for their orders.
std::vector<std::int32_t> ration_out(std::int64_t quota, const std::vector<std::int32_t>& orders, std::uint32_t draw) {
  FarmOrderColumns columns{};
  for (std::size_t i = 0; i < orders.size(); ++i) columns[i % kOrderColumns] += static_cast<std::uint32_t>(orders[i]);
  FarmRation ration;
  make_ration(quota, columns, draw, ration);
  std::vector<std::int32_t> given(orders.size());
  for (std::size_t i = 0; i < orders.size(); i += kLanes) {
    store(give(ration, load(orders.data() + i), static_cast<int>(i % kTileFarms)), given.data() + i);
  }
  return given;
}

TEST(FarmRations, SumToTheQuotaAndNeverExceedAnOrder) {
  Random random({3, make_stream("test"), Month{0}, 0});
  for (int trial = 0; trial < 200; ++trial) {
    std::vector<std::int32_t> orders(4 * kTileFarms);
    std::int64_t total = 0;
    for (std::int32_t& order : orders) {
      total += order = static_cast<std::int32_t>(random.below(4) == 0 ? 0 : random.below(60000));
    }
    const std::int64_t quota = trial == 0   ? total
                               : trial == 1 ? total + 5
                               : trial == 2 ? total - 1
                                            : random.below(static_cast<std::uint32_t>(total));
    const std::vector<std::int32_t> given = ration_out(quota, orders, random.bits());
    std::int64_t delivered = 0;
    for (std::size_t i = 0; i < orders.size(); ++i) {
      const double fair =
          static_cast<double>(orders[i]) * std::min(1.0, static_cast<double>(quota) / static_cast<double>(total));
      ASSERT_LE(given[i], orders[i]);
      ASSERT_GE(given[i], 0);
      ASSERT_NEAR(given[i], fair, 1.0);
      delivered += given[i];
    }
    ASSERT_EQ(delivered, std::min(quota, total));
  }
}

TEST(FarmRations, GiveNoSlotTheOddUnitMoreOftenThanAnother) {
  // Everybody orders three units and there is one for every two farms: each gets half a unit in the mean.
  const std::vector<std::int32_t> orders(2 * kTileFarms, 3);
  Random random({5, make_stream("test"), Month{0}, 0});
  std::vector<int> got(orders.size());
  constexpr int kTrials = 2000;
  for (int trial = 0; trial < kTrials; ++trial) {
    const std::vector<std::int32_t> given = ration_out(kTileFarms, orders, random.bits());
    for (std::size_t i = 0; i < got.size(); ++i) got[i] += given[i];
  }
  // Five standard errors of a fair coin.
  for (const int count : got) EXPECT_NEAR(count, kTrials / 2, 112);
}

TEST(FarmRedenomination, LosesOnlyWhatItReports) {
  Country country;
  country.pass_until(make_month(1921, 12));
  std::vector<FarmCount> before;
  for (std::size_t r = 0; r < 3; ++r) before.push_back(country.count(r));
  const std::vector<Kopecks> lost = redenominate_farm_state(country.state, 100);
  for (std::size_t r = 0; r < 3; ++r) {
    EXPECT_EQ(before[r].cash - lost[r], country.count(r).cash * 100);
    EXPECT_LT(lost[r].count, before[r].households * 100);
  }
}

}  // namespace
}  // namespace thermidor::economy
