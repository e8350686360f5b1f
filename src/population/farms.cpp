#include "population/farms.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <tuple>

#include "core/prefetch.hpp"

namespace thermidor {
namespace {

// Sum of a column in 32 bits, so that vector units take many farms at once; values of 32 bits are summed in two halves.
template <class T>
std::int64_t sum_of(const FarmColumn<T>& column) {
  std::uint32_t sum = 0;
  for (std::size_t i = 0; i < kTileFarms; ++i) sum += static_cast<std::uint32_t>(column[i]);
  return sum;
}

std::int64_t wide_sum_of(const FarmColumn<std::int32_t>& column) {
  std::uint32_t low = 0;
  std::int32_t high = 0;
  for (std::size_t i = 0; i < kTileFarms; ++i) {
    low += static_cast<std::uint32_t>(column[i]) & 0xFFFFU;
    high += column[i] >> 16;
  }
  return std::int64_t{high} * 65536 + std::int64_t{low};
}

std::int64_t count_households(const FarmTile& tile) {
  std::uint32_t count = 0;
  for (std::size_t i = 0; i < kTileFarms; ++i) count += tile.eaters[i] > 0 ? 1U : 0U;
  return count;
}

void count_tile(const FarmTile& tile, FarmCount& count) {
  count.grain.count += wide_sum_of(tile.grain);
  count.cash.count += wide_sum_of(tile.cash);
  count.goods.count += sum_of(tile.goods) * kGoodsUnit;
  count.people.count += sum_of(tile.eaters);
  count.households += count_households(tile);
  count.horses += sum_of(tile.horses);
  count.cattle += sum_of(tile.cattle);
  count.sown_centihectares += sum_of(tile.area);
  count.land_centihectares += sum_of(tile.land);
}

// Loads sixteen bytes of a column, which every machine's vectors hold.
template <class Values, class T>
Values load_part(const FarmColumn<T>& column, std::size_t from) {
  Values values;
  __builtin_memcpy(&values, column.data() + from, sizeof values);
  return values;
}

// Sum of columns of 32 bits of one tile after another, up to 4,096 of them, in four lanes: each holds its sum without the
// carries, and the sum of the upper halves of two values at a time, which fit unless one is negative, as none may be.
class StockSum {
 public:
  void add(const FarmColumn<std::int32_t>& column) {
    for (std::size_t i = 0; i < kTileFarms; i += 2 * kWidth) {
      const Words two = load_part<Words>(column, i) + load_part<Words>(column, i + kWidth);
      low_ += two;
      high_ += two >> 16;
    }
  }
  std::int64_t total() const {
    std::int64_t total = 0;
    for (std::size_t lane = 0; lane < kWidth; ++lane) {
      const std::uint32_t low = low_[lane] - (high_[lane] << 16);
      total += std::int64_t{high_[lane]} * 65536 + std::int64_t{low};
    }
    return total;
  }

 private:
  static constexpr std::size_t kWidth = 4;
  using Words = std::uint32_t __attribute__((vector_size(4 * kWidth)));
  Words low_ = {}, high_ = {};
};

// Sum of columns of bytes of one tile after another: two at a time, in lanes of sixteen bits for a tile, of 32 bits for all.
class HeadSum {
 public:
  void add(const FarmColumn<std::uint8_t>& column) {
    Pairs tile = {};
    for (std::size_t i = 0; i < kTileFarms; i += 2 * kWidth) {
      const auto pairs = load_part<Pairs>(column, i);
      tile += (pairs & 0xFFU) + (pairs >> 8);
    }
    const auto two = reinterpret_cast<Words>(tile);
    sum_ += (two & 0xFFFFU) + (two >> 16);
  }
  std::int64_t total() const {
    std::int64_t total = 0;
    for (std::size_t lane = 0; lane < kWidth / 2; ++lane) total += sum_[lane];
    return total;
  }

 private:
  static constexpr std::size_t kWidth = 8;
  using Pairs = std::uint16_t __attribute__((vector_size(2 * kWidth)));
  using Words = std::uint32_t __attribute__((vector_size(2 * kWidth)));
  Words sum_ = {};
};

// Words of a column: as many values as fit in 64 bits, the first in the lowest bits. Eight lanes hide the latency of mixing.
using Lanes = std::array<std::uint64_t, 8>;

// A column holds a multiple of eight words.
template <class T>
void mix_column(const FarmColumn<T>& column, Lanes& lanes) {
  static_assert(std::endian::native == std::endian::little, "words are read as they lie in memory");
  constexpr std::size_t kWords = sizeof(column) / 8;
  static_assert(kWords % std::tuple_size_v<Lanes> == 0);
  for (std::size_t word = 0; word < kWords; word += std::tuple_size_v<Lanes>) {
    Lanes bits;
    __builtin_memcpy(&bits, reinterpret_cast<const char*>(column.data()) + 8 * word, sizeof bits);
    for (std::size_t lane = 0; lane < std::tuple_size_v<Lanes>; ++lane) {
      const std::uint64_t mixed = (lanes[lane] ^ bits[lane]) * 0x9E3779B97F4A7C15ULL;
      lanes[lane] = mixed ^ (mixed >> 32);
    }
  }
}

}  // namespace

namespace detail {

void DigestPart<FarmTile>::add(Digest& digest, const FarmTile& tile) {
  Lanes lanes = {1, 2, 3, 4, 5, 6, 7, 8};
  FarmTile::visit_fields(tile, [&lanes](const Field&, const auto& column) { mix_column(column, lanes); });
  for (const std::uint64_t lane : lanes) digest.add(lane);
}

}  // namespace detail

FarmCount count_farms(const Farms& farms, RegionId region) {
  FarmCount count;
  for (const FarmBlock& block : farms.blocks) {
    if (block.region != region) continue;
    for (std::uint32_t t = 0; t < block.tiles; ++t) count_tile(farms.tiles[block.first_tile + t], count);
  }
  FarmCount::visit_fields(count, [&farms](const Field&, auto& value) {
    if constexpr (requires { value.count; }) {
      value.count *= farms.sampling;
    } else {
      value *= farms.sampling;
    }
  });
  return count;
}

std::vector<FarmStocks> count_stocks(const Farms& farms, std::size_t regions, const Executor& executor) {
  std::vector<FarmStocks> of_block(farms.blocks.size());
  for_each_index(executor, of_block.size(), [&](std::size_t index) {
    const FarmBlock& block = farms.blocks[index];
    StockSum grain, cash;
    HeadSum people;
    for (std::uint32_t t = 0; t < block.tiles; ++t) {
      const FarmTile& tile = farms.tiles[block.first_tile + t];
      // Three columns of a tile far from the next one's: more than a machine foresees.
      const FarmTile& ahead = (&tile)[t + 4 < block.tiles ? 4 : 0];
      fetch_all(ahead.grain), fetch_all(ahead.cash), fetch_all(ahead.eaters);
      grain.add(tile.grain);
      cash.add(tile.cash);
      people.add(tile.eaters);
    }
    of_block[index] = {{grain.total()}, {cash.total()}, {people.total()}};
  });
  std::vector<FarmStocks> stocks(regions);
  for (std::size_t index = 0; index < of_block.size(); ++index) {
    FarmStocks& region = stocks[farms.blocks[index].region.index()];
    region.grain += of_block[index].grain * farms.sampling;
    region.cash += of_block[index].cash * farms.sampling;
    region.people += of_block[index].people * farms.sampling;
  }
  return stocks;
}

Farms lay_out_farms(std::vector<std::int64_t> farms_of_region, std::int64_t sampling) {
  Farms farms;
  farms.sampling = sampling;
  std::uint32_t first_tile = 0;
  for (std::size_t region = 0; region < farms_of_region.size(); ++region) {
    std::int64_t left = farms_of_region[region];
    for (std::uint16_t number = 0; left > 0; ++number) {
      const auto count = static_cast<std::size_t>(std::min(left, static_cast<std::int64_t>(kBlockFarms)));
      const auto tiles = static_cast<std::uint32_t>((count + kTileFill - 1) / kTileFill);
      const auto room = static_cast<std::uint32_t>((count + kTileRoom - 1) / kTileRoom);
      farms.blocks.push_back({make_id<RegionId>(region), number, first_tile, tiles, room, 0, {}});
      first_tile += room;
      left -= static_cast<std::int64_t>(count);
    }
  }
  farms.tiles.resize(first_tile);
  return farms;
}

std::vector<Kopecks> redenominate_farms(Farms& farms, std::int64_t divisor, std::size_t regions) {
  std::vector<Kopecks> lost(regions);
  for (const FarmBlock& block : farms.blocks) {
    for (std::uint32_t t = 0; t < block.tiles; ++t) {
      for (std::int32_t& cash : farms.tiles[block.first_tile + t].cash) {
        const std::int64_t kept = cash / divisor;
        lost[block.region.index()].count += (cash - kept * divisor) * farms.sampling;
        cash = static_cast<std::int32_t>(kept);
      }
    }
  }
  return lost;
}

}  // namespace thermidor
