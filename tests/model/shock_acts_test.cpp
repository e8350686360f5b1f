#include <gtest/gtest.h>

#include "core/digest.hpp"
#include "economy/ledger.hpp"
#include "model/acts_fixture.hpp"
#include "model/interventions.hpp"
#include "model/shipped.hpp"

namespace thermidor {
namespace {

// What a shock of five in the second month, or a month from then on, adds to the books of three.
template <class Read>
std::vector<std::int64_t> added(const char* name, Month until, Read&& read) {
  World world = small_world();
  Act act = make_act(ActKind::shock, kStart + 1, 5);
  act.name = name;
  act.until = until;
  std::vector<std::int64_t> steps;
  for (int i = 0; i < 4; ++i) {
    const std::int64_t before = read(world);
    apply_in(kStart + i, {{act}, {}, {}}, world);
    steps.push_back(read(world) - before);
  }
  return steps;
}

using Steps = std::vector<std::int64_t>;

TEST(ShockActs, AreBookedOnceOrMonthByMonth) {
  const std::int64_t goods = 5 * 100'000'000;
  EXPECT_EQ(added("goods", {}, [](const World& world) { return world.economy.goods.imported; }), (Steps{0, goods, 0, 0}));
  EXPECT_EQ(added("goods", kStart + 2, [](const World& world) { return world.economy.goods.crafts_stock; }),
            (Steps{0, goods, goods, 0}));
  const std::int64_t grain = 5'000'000'000;
  EXPECT_EQ(added("grain", {}, [](const World& world) { return world.economy.grain.given; }), (Steps{0, grain, 0, 0}));
  EXPECT_EQ(added("grain", {}, [](const World& world) { return world.economy.grain.state_stock; }), (Steps{0, grain, 0, 0}));
}

TEST(ShockActs, OfMoneyReachTownspeopleAtThePricesOfTheMonth) {
  const auto held = [](const World& world) { return whole(economy::towns_cash(world.economy.ledger)); };
  const Steps steps = added("money", {}, held);
  const double worth = 5e8 * small_world().economy.money.level;
  EXPECT_NEAR(static_cast<double>(steps[1]), worth, worth * 1e-6);
  EXPECT_EQ(steps[0] + steps[2] + steps[3], 0);
}

double share_met(const World& world) { return world.economy.trade.village_goods / world.economy.trade.village_orders; }

// The first world in which villages could not have nine tenths of the goods that they ordered next month.
World before_bare_shelves() {
  World world = small_world();
  for (int i = 0; i < 105; ++i) {
    World next = world;
    play(next, 1);
    if (share_met(next) < 0.9) return world;
    world = std::move(next);
  }
  return world;
}

TEST(ShockActs, FillVillagesShelvesUpToTheirShareOfLastYearsAndBringNothingWhereMoreIsThere) {
  const World before = before_bare_shelves();
  const auto filled = [&before](double share, double last_year = 1, int recorded = 12) {
    World world = before;
    world.economy.history.filled = recorded;
    world.economy.history.village_met = {};
    world.economy.history.village_met[static_cast<std::size_t>(world.month.month() - 1)] = last_year;
    Act act = make_act(ActKind::shock, world.month, share);
    act.name = "shelves";
    play(world, 1, {{act}, {}, {}});
    return world;
  };
  const World bare = filled(0);
  ASSERT_LT(share_met(bare), 0.9);
  EXPECT_NEAR(share_met(filled(0.95)), 0.95, 0.005);
  EXPECT_NEAR(share_met(filled(1)), 1, 0.005);
  EXPECT_NEAR(share_met(filled(1, 0.95)), 0.95, 0.005);
  EXPECT_NEAR(share_met(filled(1, 0.95, 11)), 1, 0.005) << "before a year has passed shelves count as full";
  const World next = filled(1, 0.95);
  EXPECT_EQ(next.economy.history.village_met[static_cast<std::size_t>(before.month.month() - 1)], share_met(next));
  EXPECT_EQ(filled(share_met(bare) * 0.9).economy.goods.imported, bare.economy.goods.imported);
  EXPECT_EQ(filled(1).economy.trade.shelves, 0) << "the next month's shelves are its own";
  EXPECT_FALSE(filled(1).fault.raised()) << filled(1).fault.message();
}

TEST(ShockActs, LeaveTheBooksBalanced) {
  World world = small_world();
  Agenda agenda;
  for (const char* name : {"goods", "grain", "money", "shelves"}) {
    Act act = make_act(ActKind::shock, kStart + 1, std::string_view(name) == "shelves" ? 0.9 : 2.5);
    act.name = name;
    act.until = kStart + 3;
    agenda.acts.push_back(act);
  }
  World plain = world;
  play(world, 6, agenda);
  play(plain, 6);
  EXPECT_FALSE(world.fault.raised()) << world.fault.message();
  EXPECT_NE(digest_of(world.economy), digest_of(plain.economy));
}

// What is heard from abroad in the month of a shock, and with no shock.
OutsideSignal heard(const char* name, double value) {
  World world = small_world();
  Agenda agenda;
  if (*name != 0) {
    agenda.acts.push_back(make_act(ActKind::shock, kStart + 1, value));
    agenda.acts.back().name = name;
  }
  play(world, 2, agenda);
  return world.signals.last.outside;
}

TEST(ShockActs, FromAbroadAreHeardInTheirMonth) {
  const OutsideSignal usual = heard("", 0);
  EXPECT_EQ(heard("opening", 0.8).revolution_abroad, 0.8);
  EXPECT_EQ(heard("revolution", 1).revolution_success, 1);
  EXPECT_LT(heard("revolution", 1).isolation_shock, usual.isolation_shock);
  EXPECT_EQ(heard("defeat", 0.9).foreign_defeat, 0.9);
  EXPECT_NEAR(heard("isolation", -0.2).isolation_shock, usual.isolation_shock - 0.2, 1e-12);
  EXPECT_EQ(heard("scare", 0.7).war_scare, 0.7);
  EXPECT_EQ(heard("credit", 12).foreign_credit, 12);
}

}  // namespace
}  // namespace thermidor
