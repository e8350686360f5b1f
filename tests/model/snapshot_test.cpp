#include "model/snapshot.hpp"

#include <gtest/gtest.h>

#include "model/shipped.hpp"

namespace thermidor {
namespace {

World played_world(int months) {
  World world = small_world();
  play(world, months);
  return world;
}

TEST(Snapshots, AWorldThatIsSavedAndLoadedContinuesAsIfItHadNotStopped) {
  World world = played_world(5);
  World loaded;
  ASSERT_EQ(load_world(save_world(world), loaded), ArchiveFault::none);
  EXPECT_EQ(world_difference(world, loaded), "");
  EXPECT_EQ(digest(loaded), digest(world));
  play(world, 9);
  play(loaded, 9);
  EXPECT_EQ(world_difference(world, loaded), "");
  EXPECT_EQ(digest(loaded), digest(world));
}

TEST(Snapshots, ACopyIsAFork) {
  World world = played_world(3);
  World twin = world;
  play(world, 3);
  EXPECT_EQ(digest(twin), digest(played_world(3))) << "the original's months do not touch the copy";
  play(twin, 3);
  EXPECT_EQ(digest(twin), digest(world));
}

TEST(Snapshots, ADifferenceIsNamedByItsField) {
  const World world = played_world(1);
  World other = world;
  other.economy.ledger.balance[2] += 1;
  EXPECT_EQ(world_difference(world, other).find("economy.ledger.balance[2]: "), 0U) << world_difference(world, other);
}

TEST(Snapshots, DamagedBytesLeaveTheWorldAlone) {
  World world = played_world(1);
  const std::uint64_t before = digest(world);
  std::string bytes = save_world(world);
  bytes[bytes.size() / 3] = static_cast<char>(bytes[bytes.size() / 3] ^ 4);
  EXPECT_EQ(load_world(bytes, world), ArchiveFault::damaged);
  EXPECT_EQ(load_world({}, world), ArchiveFault::damaged);
  EXPECT_EQ(digest(world), before);
}

TEST(Snapshots, APackIsNoWorld) {
  World world = small_world();
  EXPECT_EQ(load_world(save_pack(shipped()), world), ArchiveFault::other_layout);
}

TEST(Snapshots, AFaultIsNotSaved) {
  World world = small_world();
  world.fault.raise(world.month, "here", "something");
  World loaded;
  ASSERT_EQ(load_world(save_world(world), loaded), ArchiveFault::none);
  EXPECT_FALSE(loaded.fault.raised());
}

}  // namespace
}  // namespace thermidor
