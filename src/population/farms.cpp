#include "population/farms.hpp"

#include <algorithm>

namespace thermidor {
namespace {

void count_tile(const FarmTile& tile, FarmCount& count) {
  for (std::size_t i = 0; i < kTileFarms; ++i) {
    count.grain.count += tile.grain[i];
    count.cash.count += tile.cash[i];
    count.goods.count += tile.goods[i] * kGoodsUnit;
    count.people.count += tile.eaters[i];
    count.households += tile.eaters[i] > 0 ? 1 : 0;
    count.horses += tile.horses[i];
    count.cattle += tile.cattle[i];
    count.sown_centihectares += tile.area[i];
    count.land_centihectares += tile.land[i];
  }
}

// Words of a column: as many values as fit in 64 bits, the first in the lowest bits. Eight lanes hide the latency of mixing.
using Lanes = std::array<std::uint64_t, 8>;

template <class T>
void mix_column(const FarmColumn<T>& column, Lanes& lanes) {
  constexpr std::size_t kPerWord = 8 / sizeof(T);
  for (std::size_t word = 0; word < kTileFarms / kPerWord; ++word) {
    std::uint64_t bits = 0;
    for (std::size_t j = 0; j < kPerWord; ++j) {
      const auto value = static_cast<std::make_unsigned_t<T>>(column[word * kPerWord + j]);
      bits |= static_cast<std::uint64_t>(value) << (8 * sizeof(T) * j);
    }
    std::uint64_t& lane = lanes[word % 8];
    lane = (lane ^ bits) * 0x9E3779B97F4A7C15ULL;
    lane ^= lane >> 32;
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

Farms lay_out_farms(std::vector<std::int64_t> farms_of_region, std::int64_t sampling) {
  Farms farms;
  farms.sampling = sampling;
  std::uint32_t first_tile = 0;
  for (std::size_t region = 0; region < farms_of_region.size(); ++region) {
    const auto fill = static_cast<std::int64_t>(kTileFill);
    auto tiles_left = static_cast<std::uint32_t>((farms_of_region[region] + fill - 1) / fill);
    for (std::uint16_t number = 0; tiles_left > 0; ++number) {
      const std::uint32_t tiles = std::min<std::uint32_t>(tiles_left, kBlockTiles);
      farms.blocks.push_back({make_id<RegionId>(region), number, first_tile, tiles, {}});
      first_tile += tiles;
      tiles_left -= tiles;
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
