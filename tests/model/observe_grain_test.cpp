#include "model/observe_grain.hpp"

#include <gtest/gtest.h>

#include "model/shipped.hpp"
#include "model/snapshot.hpp"

namespace thermidor {
namespace {

double given_by_barns(const GrainSeries& now) {
  return now.seed + now.eaten + now.fed + now.spoiled + now.tax_in_kind + now.requisitioned + now.forced + now.sold_state +
         now.sold_private;
}

TEST(ObserveGrain, BarnsAccountForEveryKilogramOfEveryMonth) {
  World world = small_world();
  play(world, 1);
  double before = observe_grain(world.economy).barns;
  for (int i = 0; i < 18; ++i) {
    play(world, 1);
    const GrainSeries now = observe_grain(world.economy);
    const double received = now.harvest + now.bread_bought + now.relief + now.seed_aid;
    EXPECT_EQ(now.barns, before + received - given_by_barns(now)) << "month " << i;
    before = now.barns;
  }
}

TEST(ObserveGrain, StateAndTradersLoseWhatTheirStocksDoNotAccountFor) {
  World world = small_world();
  play(world, 1);
  GrainSeries before = observe_grain(world.economy);
  for (int i = 0; i < 18; ++i) {
    play(world, 1);
    const GrainSeries now = observe_grain(world.economy);
    const double taken = now.tax_in_kind + now.requisitioned + now.forced + now.sold_state;
    const double state = taken + now.from_abroad_since - before.from_abroad_since - now.relief - now.seed_aid -
                         now.town_rations - now.resold - now.exported - (now.army_since - before.army_since) -
                         (now.state_stock - before.state_stock);
    const double traders = now.sold_private + now.resold - now.bread_bought - now.town_market - (now.traders - before.traders);
    EXPECT_GE(state, 0) << "month " << i;
    EXPECT_GE(traders, 0) << "month " << i;
    EXPECT_EQ(state + traders + now.spoiled, now.spoiled_since - before.spoiled_since) << "month " << i;
    before = now;
  }
}

TEST(ObserveGrain, LooksWithoutTouching) {
  World world = small_world();
  play(world, 2);
  const std::uint64_t digest_before = digest(world);
  observe_grain(world.economy);
  EXPECT_EQ(digest(world), digest_before);
}

}  // namespace
}  // namespace thermidor
