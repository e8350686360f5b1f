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

TEST(Snapshots, CardsOfMembersAreSavedBehindTheWorldAndForkedWithIt) {
  RunSetup setup;
  setup.sample = 10000;
  setup.one_by_one = true;
  World world = make_world(shipped().params, setup);
  play(world, 5);
  World loaded;
  const std::string bytes = save_world(world);
  ASSERT_EQ(load_world(bytes, loaded), ArchiveFault::none);
  EXPECT_TRUE(loaded.setup.one_by_one);
  EXPECT_EQ(world_difference(world, loaded), "");
  EXPECT_EQ(digest(loaded), digest(world));
  World twin = world;
  play(world, 9);
  play(loaded, 9);
  EXPECT_EQ(world_difference(world, loaded), "");
  EXPECT_EQ(digest(loaded), digest(world));
  EXPECT_NE(world_difference(world, twin), "");
  EXPECT_EQ(load_world(std::string_view(bytes).substr(0, bytes.size() - 1), loaded), ArchiveFault::damaged);
  // Twelve bytes for each of 730,000 members and a half-filled chunk for each stratum.
  EXPECT_LT(static_cast<double>(bytes.size()), 14.0 * static_cast<double>(party::count_cards(world.cards)) + 2e6);
}

TEST(Snapshots, WorldsWithoutCardsTakeNoByteMore) {
  World world = played_world(2);
  const std::string bytes = save_world(world);
  EXPECT_EQ(bytes, save_archive(world));
  EXPECT_EQ(digest(world), digest_of(world));
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
