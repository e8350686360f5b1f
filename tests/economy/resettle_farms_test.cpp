#include "economy/resettle_farms.hpp"

#include <gtest/gtest.h>

#include <array>
#include <map>
#include <vector>

namespace thermidor::economy {
namespace {

constexpr Month kMonth{0};  // in which tiles 0, 3, 6, ... pass a quarter

// A block whose tiles hold so many households each, numbered from 1, with room for more tiles.
struct Hamlets {
  std::vector<FarmTile> tiles;
  std::array<std::uint64_t, kBlockTiles> living{};
  FarmBlock block;

  explicit Hamlets(const std::vector<int>& households, std::uint32_t room) : tiles(room) {
    std::uint32_t id = 0;
    for (std::size_t tile = 0; tile < households.size(); ++tile) {
      for (std::size_t slot = 0; slot < static_cast<std::size_t>(households[tile]); ++slot) {
        tiles[tile].eaters[slot] = 5;
        tiles[tile].id[slot] = ++id;
        tiles[tile].grain[slot] = static_cast<std::int32_t>(1000 + id);
        living[tile] |= std::uint64_t{1} << slot;
      }
    }
    block.tiles = static_cast<std::uint32_t>(households.size());
    block.room = room;
  }
  void resettle() { resettle_farms(kMonth, tiles, living, block); }
  int households(std::size_t tile) const {
    int count = 0;
    for (const std::uint8_t eaters : tiles[tile].eaters) count += eaters > 0 ? 1 : 0;
    return count;
  }
  // Grain and order column by household.
  std::map<std::uint32_t, std::pair<std::int32_t, std::size_t>> census() const {
    std::map<std::uint32_t, std::pair<std::int32_t, std::size_t>> found;
    for (std::size_t tile = 0; tile < block.tiles; ++tile) {
      for (std::size_t slot = 0; slot < kTileFarms; ++slot) {
        if (tiles[tile].eaters[slot] > 0) found[tiles[tile].id[slot]] = {tiles[tile].grain[slot], slot % kOrderColumns};
      }
    }
    return found;
  }
};

TEST(Resettling, HouseholdsLeaveAFullTileForTheRoomiestWithAllTheyOwnAndInTheirColumn) {
  Hamlets hamlets({64, 30, 60, 50, 30, 60, 40}, 10);
  const auto before = hamlets.census();
  hamlets.resettle();
  EXPECT_EQ(hamlets.census(), before);
  EXPECT_EQ(hamlets.households(0), 62);
  EXPECT_EQ(hamlets.households(6), 42);
  EXPECT_EQ(hamlets.households(3), 50);
  // The others pass their quarters in other months.
  EXPECT_EQ(hamlets.households(1), 30);
}

TEST(Resettling, ATileIsOpenedWhereTheOthersAreNearlyFull) {
  Hamlets hamlets({64, 64, 64, 61, 64, 64}, 9);
  const auto before = hamlets.census();
  hamlets.resettle();
  EXPECT_EQ(hamlets.block.tiles, 7U);
  EXPECT_EQ(hamlets.households(6), 2);
  EXPECT_EQ(hamlets.census(), before);
}

TEST(Resettling, NoTileIsOpenedBeyondTheRoomOfTheBlock) {
  Hamlets hamlets({64, 64, 64, 64, 64, 64}, 6);
  hamlets.resettle();
  EXPECT_EQ(hamlets.block.tiles, 6U);
  EXPECT_EQ(hamlets.households(0), 64);
}

TEST(Resettling, TheLastTileIsClosedWhereTheOthersHaveRoom) {
  Hamlets hamlets({45, 60, 60, 45, 60, 60, 20}, 9);
  const auto before = hamlets.census();
  hamlets.resettle();
  EXPECT_EQ(hamlets.block.tiles, 6U);
  EXPECT_EQ(hamlets.census(), before);
  EXPECT_EQ(hamlets.households(6), 0);
}

TEST(Resettling, TheLastTileStaysWhereTheOthersHaveNone) {
  Hamlets hamlets({58, 60, 60, 57, 60, 60, 20}, 9);
  hamlets.resettle();
  EXPECT_EQ(hamlets.block.tiles, 7U);
  EXPECT_EQ(hamlets.households(6), 20);
}

}  // namespace
}  // namespace thermidor::economy
