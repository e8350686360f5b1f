#include "economy/farm_create.hpp"

#include <array>
#include <vector>

#include "core/distributions.hpp"
#include "core/math.hpp"
#include "economy/farm_luck.hpp"
#include "economy/farm_terms.hpp"

namespace thermidor::economy {
namespace {

// What grows with a power of a farm's land.
constexpr std::size_t kLand = 0, kFamily = 1, kHorses = 2, kCattle = 3, kWealth = 4;
constexpr std::size_t kLandPowers = 5;
using OfLand = std::array<double, kLandPowers>;

// Normal quantiles at which powers of land are worked out beforehand: beyond the last lie fewer than one farm in ten million.
constexpr double kGridSteps = 8;  // in a standard deviation
constexpr double kGridEnd = 5.25;
constexpr std::size_t kGrid = static_cast<std::size_t>(2 * kGridEnd * kGridSteps) + 1;

// Means and powers of one region, ready for use farm by farm.
struct RegionStart {
  double land_mean = 0;            // 0.01 ha
  double cash = 0;                 // per unit of wealth
  OfLand slope{};                  // of the logarithm of a power, by standard deviation
  std::array<OfLand, kGrid> grid;  // at evenly spaced quantiles
  double food = 0, seed = 0, feed_horse = 0, feed_cattle = 0;
  std::int64_t farms = 0;
  double shift = 0;                       // of the sequence of land quantiles
  std::array<std::uint32_t, 3> shifts{};  // of those of families, horses and cattle
  FarmLuck luck;
};

// Mean of (X / mean)^p for log-normal X.
double power_mean(double spread, double power) { return exp(0.5 * spread * spread * power * (power - 1)); }

// Land is log-normal.
void lay_grid(const FarmParams& params, const FarmRegion& region, RegionStart& made) {
  const FarmStart& start = params.start;
  const double spread = region.land_spread;
  const OfLand powers = {1, start.family_power, start.horse_power, start.cattle_power, start.cash_power};
  const OfLand means = {made.land_mean, region.eaters - 1, region.horses_per_household, region.cattle_per_household, 1};
  for (std::size_t k = 0; k < kLandPowers; ++k) {
    made.slope[k] = spread * powers[k];
    // Wealth is relative: the scale of cash has the mean of its power.
    const double scale = k == kWealth ? 1 : means[k] / power_mean(spread, powers[k]);
    for (std::size_t i = 0; i < kGrid; ++i) {
      const double place = static_cast<double>(i) / kGridSteps - kGridEnd;
      made.grid[i][k] = scale * exp(powers[k] * (spread * place - 0.5 * spread * spread));
    }
  }
}

// Powers of the land at a normal quantile: from the nearest place of the grid by the series of exp, to better than 1e-6.
OfLand powers_at(const RegionStart& start, double quantile) {
  const auto nearest = static_cast<std::size_t>(whole((quantile + kGridEnd) * kGridSteps + 0.5));
  const double step = quantile - (static_cast<double>(nearest) / kGridSteps - kGridEnd);
  OfLand values = start.grid[nearest];
  for (std::size_t k = 0; k < kLandPowers; ++k) {
    const double x = start.slope[k] * step;
    values[k] *= 1 + x * (1 + x * (0.5 + x * (1.0 / 6 + x * (1.0 / 24))));
  }
  return values;
}

RegionStart make_start(const FarmParams& params, const FarmRegion& region, double price_index, Month month) {
  const FarmStart& start = params.start;
  const FarmNeeds& needs = params.needs;
  RegionStart made;
  made.land_mean = region.land_mean * start.land_reserve * 100;
  lay_grid(params, region, made);
  made.cash = region.cash_real * 100 * price_index / power_mean(region.land_spread, start.cash_power);
  made.food = needs.food * region.grain_months;
  // Seed is in the barn from one harvest to the spring sowing.
  const int m = month.month();
  made.seed = m >= 9 || m <= 4 ? needs.seed / 100 * params.sowing.spring_share : 0;
  made.feed_horse = needs.feed_horse * start.feed_months / 12;
  made.feed_cattle = needs.feed_cattle * start.feed_months / 12;
  return made;
}

// How many farms are simulated and where in the distribution of land they begin differs by seed: over seeds a sample is then
// right in the mean at every sampling rate, where a fixed one would err the same way in every run.
void draw_sample(const FarmRegion& region, std::int64_t sampling, Random random, RegionStart& start) {
  start.farms = draw_rounded(random, region.households / static_cast<double>(sampling));
  start.shift = random.uniform();
  for (std::uint32_t& shift : start.shifts) shift = random.bits();
}

// A block's tiles do not always divide by three. Were it always the same third that is the larger, more would pass their
// quarters in some months of the year than in others, most so in the few tiles of a coarse sample.
void draw_turns(std::uint64_t seed, Month month, Farms& farms) {
  for (FarmBlock& block : farms.blocks) {
    const std::uint64_t entity = (static_cast<std::uint64_t>(block.region.value) << 32) + block.number;
    Random random({seed, StreamName("farms.turn").stream, month, entity});
    block.turn = random.below(3);
  }
}

// Whole number whose mean is `mean`, rounded up when `word` falls under the fraction.
std::int64_t round_up_to(std::uint32_t word, double mean, std::int64_t limit) {
  const std::int64_t floor = whole(mean);
  const std::int64_t drawn = floor + ((static_cast<double>(word) + 0.5) * 0x1p-32 < mean - static_cast<double>(floor) ? 1 : 0);
  return drawn < limit ? drawn : limit;
}

// Roundings of numbers so large that a unit of them means nothing: they share one word, each a golden-ratio step further.
class Rounding {
 public:
  explicit Rounding(std::uint32_t word) : word_(word) {}
  std::int64_t up_to(double mean, std::int64_t limit) {
    word_ += 0x9E3779B9U;
    return round_up_to(word_, mean, limit);
  }

 private:
  std::uint32_t word_;
};

// Farm number `index` of its region: the golden-ratio sequence spreads land quantiles evenly over any stretch of farms, and
// Roberts' sequence of three dimensions what families and herds have over their mean or below it.
void create_farm(const FarmParams& params, const RegionStart& start, std::int64_t index, Random random, FarmTile& tile,
                 std::size_t lane) {
  constexpr double kGolden = 0.6180339887498949;
  const double turns = (static_cast<double>(index) + 0.5) * kGolden + start.shift;
  const double quantile = clamp(turns - static_cast<double>(whole(turns)), 1e-7, 1 - 1e-7);
  const OfLand powers = powers_at(start, normal_quantile(quantile));
  const double land = smaller(powers[kLand], 60000.0);
  const FarmStart& shape = params.start;
  constexpr std::array<std::uint32_t, 3> kSteps = {0xD1B54A33U, 0xABC98389U, 0x8CB92BA7U};
  std::array<std::uint32_t, 3> even{};
  for (std::size_t k = 0; k < even.size(); ++k) even[k] = static_cast<std::uint32_t>(index) * kSteps[k] + start.shifts[k];
  // Family: one and as many as a Poisson distribution has at its place, cut where columns and custom end.
  std::int64_t others = poisson_at((static_cast<double>(even[0]) + 0.5) * 0x1p-32, powers[kFamily]);
  others = others < 30 ? others : 30;
  const std::int64_t eaters = 1 + others;
  tile.eaters[lane] = static_cast<std::uint8_t>(eaters);
  const std::int64_t workers = round_up_to(random.bits(), params.demography.worker_share * static_cast<double>(eaters), eaters);
  tile.workers[lane] = static_cast<std::uint8_t>(workers > 1 ? workers : 1);
  tile.horses[lane] = static_cast<std::uint8_t>(round_up_to(even[1], powers[kHorses], 60));
  tile.cattle[lane] = static_cast<std::uint8_t>(round_up_to(even[2], powers[kCattle], 60));
  Rounding rounding(random.bits());
  tile.land[lane] = static_cast<std::uint16_t>(rounding.up_to(land, kCountLimit));
  const double sown = shape.sown_share * (1 - shape.large_gap * land / (land + 3 * start.land_mean));
  tile.area[lane] = static_cast<std::uint16_t>(rounding.up_to(land * sown, kCountLimit));
  // Stocks of grain differ from farm to farm: from half to one and a half of the mean.
  const double stock = (0.5 + random.uniform()) * (start.food * static_cast<double>(eaters)) + start.seed * tile.area[lane] +
                       start.feed_horse * tile.horses[lane] + start.feed_cattle * tile.cattle[lane];
  tile.grain[lane] = static_cast<std::int32_t>(rounding.up_to(stock, 16000000));
  const double wealth = powers[kWealth];
  tile.cash[lane] = static_cast<std::int32_t>(rounding.up_to(start.cash * wealth, kCashLimit));
  tile.goods[lane] = static_cast<std::uint16_t>(rounding.up_to(shape.goods / kGoodsUnit * wealth, kCountLimit));
  tile.grievance[lane] = static_cast<std::uint8_t>(rounding.up_to(255 * shape.grievance, 255));
  tile.nutrition[lane] = static_cast<std::uint8_t>(kNutritionNorm);
  tile.age[lane] = static_cast<std::uint8_t>(((random.bits() >> 16) * 120) >> 16);
  tile.luck[lane] = luck_of(start.luck, static_cast<std::uint32_t>(index));
  tile.id[lane] = static_cast<std::uint32_t>(index);
}

}  // namespace

FarmState create_farms(const FarmParams& params, std::span<const FarmRegion> regions, std::int64_t sampling, std::uint64_t seed,
                       double price_index, Month month, const Executor& executor) {
  std::vector<RegionStart> starts;
  std::vector<std::int64_t> counts;
  FarmState state;
  for (const FarmRegion& region : regions) {
    starts.push_back(make_start(params, region, price_index, month));
    draw_sample(region, sampling, Random({seed, StreamName("farms.sample").stream, month, starts.size() - 1}), starts.back());
    starts.back().luck = draw_luck(seed, month, starts.size() - 1);
    counts.push_back(starts.back().farms);
    state.outlooks.push_back(start_outlook(params));
    state.outlooks.back().price_index = price_index;
  }
  state.farms = lay_out_farms(counts, sampling);
  draw_turns(seed, month, state.farms);
  for_each_index(executor, state.farms.blocks.size(), [&](std::size_t b) {
    const FarmBlock& block = state.farms.blocks[b];
    const RegionStart& start = starts[block.region.index()];
    const auto first = static_cast<std::int64_t>(block.number) * static_cast<std::int64_t>(kBlockFarms);
    for (std::size_t slot = 0; slot < kBlockFarms; ++slot) {
      const std::int64_t index = first + static_cast<std::int64_t>(slot);
      if (index >= start.farms) break;
      const std::uint64_t entity = (static_cast<std::uint64_t>(block.region.value) << 32) + static_cast<std::uint64_t>(index);
      create_farm(params, start, index, Random({seed, StreamName("farms.start").stream, month, entity}),
                  state.farms.tiles[block.first_tile + slot / kTileFill], slot % kTileFill);
    }
  });
  return state;
}

}  // namespace thermidor::economy
