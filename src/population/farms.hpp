// Peasant farms one by one, column by column: tiles of 64 farms of one region, blocks of up to 64 tiles with accounts of their
// own.
//
// A column of a tile is one or a few cache lines, and loops over a tile have a constant trip count, so that compilers turn them
// into vector code. A slot whose farm has no eaters is empty and all its columns are zero. Every farm stands for `sampling`
// real ones; totals are sums over farms times the sampling rate and exact.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/digest.hpp"
#include "core/fields.hpp"
#include "core/ids.hpp"
#include "core/parallel.hpp"
#include "core/quantity.hpp"

namespace thermidor {

inline constexpr std::size_t kTileFarms = 64;   // farms of a tile
inline constexpr std::size_t kBlockTiles = 64;  // tiles of a block
inline constexpr std::size_t kTileFill = 60;    // farms of a tile at the start: the rest is room for partitions
inline constexpr std::size_t kTileRoom =
    50;  // farms at the start for which a block has a tile laid out: the rest is room for growth
inline constexpr std::size_t kBlockFarms = kBlockTiles * kTileRoom;  // farms of a block at the start
inline constexpr std::int32_t kCashLimit = 1 << 30;
inline constexpr std::int32_t kCountLimit = 65535;  // highest value of the 16-bit columns
inline constexpr std::int32_t kGoodsUnit = 10;      // kopecks of 1913 in a unit of the goods columns
inline constexpr float kNutritionNorm = 200;        // value of the nutrition column when the norm is eaten

template <class T>
using FarmColumn = std::array<T, kTileFarms>;

// 64 farms; 28 bytes a farm that the month's step reads, and the id.
struct alignas(64) FarmTile {
  FarmColumn<std::int32_t> grain{};         // kg in the barn
  FarmColumn<std::int32_t> cash{};          // kopecks of the unit in force
  FarmColumn<std::uint16_t> offer{};        // kg of grain offered for next month
  FarmColumn<std::uint16_t> goods_order{};  // goods ordered for next month, 10 kopecks of 1913
  FarmColumn<std::uint16_t> goods{};        // goods in use, 10 kopecks of 1913
  FarmColumn<std::uint16_t> arrears{};      // unpaid tax, kopecks of 1913
  FarmColumn<std::uint16_t> land{};         // land that could be under grain, 0.01 ha
  FarmColumn<std::uint16_t> area{};         // land sown to grain, 0.01 ha
  FarmColumn<std::uint8_t> eaters{};
  FarmColumn<std::uint8_t> workers{};
  FarmColumn<std::uint8_t> horses{};
  FarmColumn<std::uint8_t> cattle{};
  FarmColumn<std::uint8_t> nutrition{};  // eaten this month over the norm, 1/200
  FarmColumn<std::uint8_t> grievance{};  // 0-255
  FarmColumn<std::uint8_t> age{};        // quarters since the household was formed
  FarmColumn<std::uint8_t> luck{};       // of this year's harvest, 0-255
  FarmColumn<std::uint32_t> id{};        // unique with the block; children's have the top bit set

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"grain", "kg", 0, 16777216, "", "in the barn"}, self.grain);
    visit(Field{"cash", "kopecks", 0, kCashLimit, "", "of the unit in force"}, self.cash);
    visit(Field{"offer", "kg", 0, kCountLimit, "", "grain offered for next month"}, self.offer);
    visit(Field{"goods_order", "10 kopecks of 1913", 0, kCountLimit, "", "goods ordered for next month"}, self.goods_order);
    visit(Field{"goods", "10 kopecks of 1913", 0, kCountLimit, "", "goods in use"}, self.goods);
    visit(Field{"arrears", "kopecks of 1913", 0, kCountLimit, "", "unpaid tax"}, self.arrears);
    visit(Field{"land", "0.01 ha", 0, kCountLimit, "", "that could be under grain"}, self.land);
    visit(Field{"area", "0.01 ha", 0, kCountLimit, "", "sown to grain"}, self.area);
    visit(Field{"eaters", "persons", 0, 255, "", "members of the household"}, self.eaters);
    visit(Field{"workers", "persons", 0, 255, "", "members able to work"}, self.workers);
    visit(Field{"horses", "heads", 0, 255, "", "working horses"}, self.horses);
    visit(Field{"cattle", "heads", 0, 255, "", "units of cattle"}, self.cattle);
    visit(Field{"nutrition", "1/200", 0, 255, "", "eaten over norm"}, self.nutrition);
    visit(Field{"grievance", "1/255", 0, 255, "", "against the state"}, self.grievance);
    visit(Field{"age", "quarters", 0, 255, "", "since the household was formed"}, self.age);
    visit(Field{"luck", "1/255", 0, 255, "", "harvest luck of the year"}, self.luck);
    visit(Field{"id", "id", 0, 4294967295.0, "", "luck key within the block"}, self.id);
  }
};
static_assert(sizeof(FarmTile) == 32 * kTileFarms);

// What farms want of the world, or the world of farms, next month: rationed in the next pass from last month's sums.
enum class FarmOrder : std::uint8_t { grain, other, bread, goods, relief, seed, requisition, leave, arrive };
inline constexpr std::size_t kFarmOrders = 9;
using FarmOrderSums = std::array<std::int64_t, kFarmOrders>;

// Orders of a block summed by every sixteenth slot of its tiles: rations are served down these columns, one after another.
inline constexpr std::size_t kOrderColumns = 16;
using FarmOrderColumns = std::array<std::uint32_t, kOrderColumns>;

// Up to 4,096 slots of one region. Order sums are per simulated farm (not times the sampling rate).
struct FarmBlock {
  RegionId region{};
  std::uint16_t number = 0;  // of the block within its region: part of the luck key
  std::uint32_t first_tile = 0;
  std::uint32_t tiles = 0;                             // in use
  std::uint32_t room = 0;                              // tiles laid out: those that are not in use are empty
  std::uint32_t turn = 0;                              // 0-2: which third of its tiles is the first to pass a quarter
  std::array<FarmOrderColumns, kFarmOrders> orders{};  // at most 256 farms in a column, 65,535 each

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"region", "id", 0, 65535, "", "region of all its farms"}, self.region);
    visit(Field{"number", "1", 0, 65535, "", "of the block within the region"}, self.number);
    visit(Field{"first_tile", "1", 0, 4294967295.0, "", "index of its first tile"}, self.first_tile);
    visit(Field{"tiles", "1", 1, kBlockTiles, "", "number of its tiles that are in use"}, self.tiles);
    visit(Field{"room", "1", 1, kBlockTiles, "", "number of its tiles"}, self.room);
    visit(Field{"turn", "months", 0, 2, "", "by which its tiles pass their quarters earlier"}, self.turn);
    visit(Field{"orders", "1", 0, 4294967295.0, "", "sums of its farms' orders by kind and column"}, self.orders);
  }
};

// A third of a block's tiles passes a quarter in any month: every third from this one on.
constexpr std::uint32_t first_to_turn(std::uint32_t month_index, std::uint32_t turn) {
  return (3 - (month_index + turn) % 3) % 3;
}

struct Farms {
  std::int64_t sampling = 1;      // real farms that one simulated farm stands for
  std::vector<FarmBlock> blocks;  // of region 0, then of region 1, ...
  std::vector<FarmTile> tiles;

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"sampling", "1", 1, 100000, "", "real farms per simulated farm"}, self.sampling);
    visit(Field{"blocks", "1", 0, 0, "", "blocks by region"}, self.blocks);
    visit(Field{"tiles", "1", 0, 0, "", "tiles by block"}, self.tiles);
  }
};

// What all farms of a region hold, times the sampling rate: counted from the columns, independent of booked flows.
struct FarmCount {
  Kilograms grain;
  Kopecks cash;
  Kopecks goods;  // of 1913
  Persons people;
  std::int64_t households = 0, horses = 0, cattle = 0;
  std::int64_t sown_centihectares = 0, land_centihectares = 0;

  template <class Self, class Visit>
  static void visit_fields(Self& self, Visit&& visit) {
    visit(Field{"grain", "kg", 0, 1e13, "", "in barns"}, self.grain);
    visit(Field{"cash", "kopecks", 0, 9e18, "", "of the unit in force"}, self.cash);
    visit(Field{"goods", "kopecks of 1913", 0, 1e15, "", "in use"}, self.goods);
    visit(Field{"people", "persons", 0, 2e8, "", "members"}, self.people);
    visit(Field{"households", "1", 0, 2e8, "", "farms"}, self.households);
    visit(Field{"horses", "heads", 0, 2e8, "", "horses"}, self.horses);
    visit(Field{"cattle", "heads", 0, 4e8, "", "cattle"}, self.cattle);
    visit(Field{"sown_centihectares", "0.01 ha", 0, 2e10, "", "sown"}, self.sown_centihectares);
    visit(Field{"land_centihectares", "0.01 ha", 0, 2e10, "", "land"}, self.land_centihectares);
  }
};

FarmCount count_farms(const Farms& farms, RegionId region);

// The three of these that are booked as well, for the audit of every month, by region.
struct FarmStocks {
  Kilograms grain;
  Kopecks cash;
  Persons people;
};
std::vector<FarmStocks> count_stocks(const Farms& farms, std::size_t regions, const Executor& executor);

// Empty farms of `farms_of_region[r]` simulated farms in region r: blocks and tiles laid out, all columns zero.
Farms lay_out_farms(std::vector<std::int64_t> farms_of_region, std::int64_t sampling);

// Divides all cash by `divisor` (a redenomination). Returns by region the kopecks, in the old unit, lost to whole kopecks.
std::vector<Kopecks> redenominate_farms(Farms& farms, std::int64_t divisor, std::size_t regions);

namespace detail {
// The tile's columns as 64-bit words, packed by value (not by memory order): eight times fewer words than member by member.
template <>
struct DigestPart<FarmTile> {
  static void add(Digest& digest, const FarmTile& tile);
};
}  // namespace detail

}  // namespace thermidor
