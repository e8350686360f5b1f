// The books agree to the unit: one kilogram, kopeck or person too many, anywhere, ends the run.
#include "model/audit.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <string>

#include "model/shipped.hpp"
#include "model/snapshot.hpp"

namespace thermidor {
namespace {

// A world two months on, whose money did not change its unit.
const World& played() {
  static const World world = [] {
    World played = small_world();
    play(played, 2);
    return played;
  }();
  return world;
}

// What the audit says after a change.
std::string fault_after(const std::function<void(World&)>& change) {
  World world = played();
  change(world);
  audit_books(world, SerialExecutor{});
  return world.fault.raised() ? world.fault.message() : std::string();
}

FarmTile& first_tile(World& world) { return world.farms.farms.tiles.front(); }

TEST(Audit, PassesBooksThatAgree) {
  EXPECT_FALSE(played().fault.raised()) << played().fault.message();
  EXPECT_EQ(fault_after([](World&) {}), "");
}

TEST(Audit, CatchesAKilogram) {
  EXPECT_NE(fault_after([](World& world) { first_tile(world).grain[0] += 1; }).find("grain"), std::string::npos);
  EXPECT_NE(fault_after([](World& world) { world.economy.grain.state_stock += 1; }).find("grain is 1 kg"), std::string::npos);
  EXPECT_NE(fault_after([](World& world) { world.economy.grain.traders[0] -= 1; }), "");
  EXPECT_NE(fault_after([](World& world) { world.economy.grain.barns[0] += 1; }), "");
  EXPECT_NE(fault_after([](World& world) { world.economy.grain.eaten += 1; }), "");
}

TEST(Audit, CatchesAKopeck) {
  EXPECT_NE(fault_after([](World& world) { first_tile(world).cash[0] += 1; }).find("cash"), std::string::npos);
  EXPECT_NE(fault_after([](World& world) { world.economy.ledger.balance[0] += 1; }).find("money is 1 kopecks"),
            std::string::npos);
  EXPECT_NE(fault_after([](World& world) { world.economy.ledger.issued += 1; }), "");
  EXPECT_NE(fault_after([](World& world) { world.economy.ledger.bank_debt[0] += 1; }), "");
  EXPECT_NE(fault_after([](World& world) { world.economy.trusts.stock[0] += 1; }), "");
}

TEST(Audit, CatchesAPerson) {
  EXPECT_NE(fault_after([](World& world) { first_tile(world).eaters[0] += 1; }).find("persons"), std::string::npos);
  EXPECT_NE(fault_after([](World& world) { world.members.full[0] += 1; }).find("members"), std::string::npos);
}

TEST(Audit, CatchesAKilogramThatSwapsPlaces) {
  EXPECT_NE(fault_after([](World& world) {
              FarmTile& tile = first_tile(world);
              tile.grain[0] += 1;
              world.economy.grain.state_stock -= world.farms.farms.sampling;
            }),
            "");
}

TEST(Audit, CatchesDebtsHiddenInAnotherAccount) {
  EXPECT_NE(fault_after([](World& world) {
              world.economy.ledger.balance[0] += world.economy.ledger.balance[1] + 1;
              world.economy.ledger.balance[1] = -1;
            }),
            "");
}

// What is planted between two months is caught by the next one, and the run ends there.
void expect_caught(const std::function<void(World&)>& plant) {
  World world = played();
  plant(world);
  const Month month = world.month;
  play(world, 1);
  EXPECT_TRUE(world.fault.raised());
  const World stopped = world;
  play(world, 3);
  EXPECT_LE(world.month - month, 1) << "a faulted world does not move any more";
  EXPECT_EQ(world_difference(world, stopped), "");
}

TEST(Audit, EndsTheRunInTheNextMonth) {
  expect_caught([](World& world) { first_tile(world).grain[0] += 1; });
  expect_caught([](World& world) { first_tile(world).cash[0] += 1; });
  expect_caught([](World& world) { first_tile(world).eaters[0] += 1; });
  expect_caught([](World& world) { world.economy.ledger.balance[0] += 1; });
  expect_caught([](World& world) { world.economy.grain.state_stock += 1; });
  expect_caught([](World& world) { world.members.full[0] += 1; });
}

}  // namespace
}  // namespace thermidor
