// The steps of a tile: 64 farms in local columns, one loop per rule, all of constant length.
//
// Every function here is compiled several times for different vector units where the platform allows it; all copies give the
// same bits, because only + - * / and truncation in single precision and integer arithmetic are used, each rounded once. Switch
// the copies off with -DTHERMIDOR_NO_CLONES.
#pragma once

#include <cstdint>

#include "core/calendar.hpp"
#include "core/rng.hpp"
#include "economy/farm_terms.hpp"
#include "population/farms.hpp"

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define THERMIDOR_NO_CLONES 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || __has_feature(undefined_behavior_sanitizer)
#define THERMIDOR_NO_CLONES 1
#endif
#endif
#if defined(__x86_64__) && defined(__linux__) && !defined(THERMIDOR_NO_CLONES)
#define THERMIDOR_FARM_KERNEL __attribute__((target_clones("default", "avx2", "arch=x86-64-v4")))
#else
#define THERMIDOR_FARM_KERNEL
#endif
// Declarations carry the attribute only where the compiler wants it: clang does, g++ would look for the copies in every file.
#if defined(__clang__)
#define THERMIDOR_FARM_KERNEL_DECLARED THERMIDOR_FARM_KERNEL
#else
#define THERMIDOR_FARM_KERNEL_DECLARED
#endif
#define THERMIDOR_INLINE inline __attribute__((always_inline))

namespace thermidor::economy {

inline constexpr int kLanes = static_cast<int>(kTileFarms);
using FloatLanes = float[kTileFarms];
using IntLanes = std::int32_t[kTileFarms];

// Columns of a tile while its month is worked out. Grain is whole kilograms below 2^24, hence exact in single precision.
struct alignas(64) FarmWork {
  FloatLanes grain, eaters, workers, horses, cattle, land, area;
  FloatLanes nutrition;  // eaten over norm, whole 1/200
  FloatLanes grievance;  // 0-255
  FloatLanes pending;    // kg of this harvest still to come
  FloatLanes fed;        // fed over norm
  FloatLanes taken;      // kg taken by the state this month
  FloatLanes kitchen;    // kg of relief given this month
  FloatLanes taxed;      // share of cash paid in tax
  IntLanes cash, sold, offer, goods_order, goods, arrears;
  IntLanes partition, merge;  // 1 where the household parts or joins another
};

// Sums over farms in one month, per simulated farm.
struct FarmSums {
  std::int64_t harvest = 0, seed = 0, eaten = 0, fed = 0, spoiled = 0, hired = 0;
  std::int64_t tax_in_kind = 0, requisitioned = 0, forced = 0;
  std::int64_t sold = 0, bread_bought = 0, relief = 0, seed_aid = 0;
  std::int64_t paid_grain = 0, paid_other = 0, paid_forced = 0, spent_bread = 0, spent_goods = 0;
  std::int64_t money_tax = 0, arrears = 0;
  std::int64_t goods_received = 0, goods_worn = 0, goods = 0, other_sold = 0, other_kept = 0;
  std::int64_t births = 0, deaths = 0, hunger_deaths = 0, left = 0, arrived = 0;
  std::int64_t grain = 0, cash = 0, people = 0, households = 0, horses = 0, cattle = 0, area = 0;
  std::int64_t kulak = 0, poor = 0, hungry = 0, grievance = 0, nutrition = 0, kulak_offer = 0;
  FarmOrderSums orders{};  // for next month

  void add(const FarmSums& other);
};

// One kind of order of a block, rationed exactly: a running sum of orders is scaled by quota over orders, and each farm gets
// the whole units by which the scaled sum rises. The sum over the block is the quota to the unit; nobody gets more than he
// ordered.
struct FarmRation {
  enum class Mode : std::uint8_t { none, part, all };
  Mode mode = Mode::none;
  std::uint32_t factor = 0;   // quota over orders, 2^-32
  std::uint32_t running = 0;  // orders of the tiles before
  std::uint64_t offset = 0;   // in [orders, 2^32): who gets the odd unit
};
FarmRation make_ration(std::int64_t quota, std::int64_t orders, std::uint32_t draw);
using FarmRations = std::array<FarmRation, kFarmOrders>;

// Where and when a tile is: keys of its draws.
struct TileKey {
  std::uint64_t seed = 0;
  Month month{};
  std::uint32_t block = 0;  // region and number of the block
  std::uint32_t tile = 0;   // within the block
  bool turn(Month when) const { return (static_cast<std::uint32_t>(when.index) + tile) % 3 == 0; }  // a third of tiles a month
};

// The orders that are not stored, computed from the columns.
struct alignas(64) FarmOrders {
  IntLanes other, bread, relief, seed, requisition, leave, arrive;
};

THERMIDOR_FARM_KERNEL_DECLARED void load_tile(const FarmTile& tile, FarmWork& work);
THERMIDOR_FARM_KERNEL_DECLARED void store_tile(const FarmWork& work, FarmTile& tile);

THERMIDOR_FARM_KERNEL_DECLARED void work_out_orders(const FarmWork& work, const FarmOrderTerms& terms, FarmOrders& orders);
THERMIDOR_FARM_KERNEL_DECLARED void work_out_scarce_orders(const FarmWork& work, const FarmOrderTerms& terms,
                                                           FarmOrders& orders);
THERMIDOR_FARM_KERNEL_DECLARED void work_out_movers(const FarmWork& work, FarmOrders& orders);
THERMIDOR_FARM_KERNEL_DECLARED void sum_orders(const FarmOrders& orders, bool movers, FarmSums& sums);
THERMIDOR_FARM_KERNEL_DECLARED void ration_tile(FarmRation& ration, const IntLanes& orders, IntLanes& given);

void settle_tile(const FarmOrderTerms& terms, float mean_price, bool movers, FarmRations& rations, FarmWork& work,
                 FarmSums& sums);

THERMIDOR_FARM_KERNEL_DECLARED void harvest_tile(const HarvestTerms& terms, const FarmTile& tile, FarmWork& work,
                                                 FarmSums& sums);
THERMIDOR_FARM_KERNEL_DECLARED void sow_tile(const SowTerms& terms, const TileKey& key, FarmWork& work, FarmSums& sums);
THERMIDOR_FARM_KERNEL_DECLARED void tax_tile_in_kind(const LevyTerms& terms, FarmWork& work, FarmSums& sums);
THERMIDOR_FARM_KERNEL_DECLARED void tax_tile_in_money(const LevyTerms& terms, FarmWork& work, FarmSums& sums);
THERMIDOR_FARM_KERNEL_DECLARED void force_tile(const LevyTerms& terms, FarmWork& work, FarmSums& sums);
void eat_tile(const EatTerms& terms, const TileKey& key, FarmWork& work, FarmSums& sums);
THERMIDOR_FARM_KERNEL_DECLARED void move_mood(const MoodTerms& terms, const TileKey& key, FarmWork& work, FarmSums& sums);
// Wages in grain between the farms of a tile: exact, as what some give others get.
void hire_neighbours(const HireTerms& terms, FarmWork& work, FarmSums& sums);
void starve_tile(const QuarterTerms& terms, const TileKey& key, const FarmTile& tile, FarmWork& work, FarmSums& sums);
void pass_quarter(const QuarterTerms& terms, const TileKey& key, FarmTile& tile, FarmWork& work, FarmSums& sums);
// Partitions and merges of flagged households, by way of the stored tile.
void part_and_merge(const TileKey& key, FarmTile& tile, FarmWork& work);
THERMIDOR_FARM_KERNEL_DECLARED void offer_tile(const OfferTerms& terms, FarmWork& work, FarmSums& sums);
THERMIDOR_FARM_KERNEL_DECLARED void order_goods(const OfferTerms& terms, const FarmOrderTerms& order, FarmWork& work,
                                                FarmSums& sums);
THERMIDOR_FARM_KERNEL_DECLARED void count_tile(const FarmWork& work, const OfferTerms& terms, float hunger_line,
                                               FarmSums& sums);

// --- small helpers, inlined into every copy ---

THERMIDOR_INLINE float least(float a, float b) { return a < b ? a : b; }
THERMIDOR_INLINE float most(float a, float b) { return a < b ? b : a; }
THERMIDOR_INLINE float within(float x, float low, float high) { return most(low, least(x, high)); }
THERMIDOR_INLINE std::int32_t cut(float x) { return static_cast<std::int32_t>(x); }  // towards zero
THERMIDOR_INLINE float real(std::int32_t x) { return static_cast<float>(x); }

THERMIDOR_INLINE std::int64_t sum_of(const IntLanes& lanes) {
  std::int32_t sum = 0;
  for (int i = 0; i < kLanes; ++i) sum += lanes[i];
  return sum;
}

// Sum of values up to 2^30 each.
THERMIDOR_INLINE std::int64_t wide_sum_of(const IntLanes& lanes) {
  std::int32_t low = 0, high = 0;
  for (int i = 0; i < kLanes; ++i) {
    low += lanes[i] & 0xFFFF;
    high += lanes[i] >> 16;
  }
  return low + std::int64_t{high} * 65536;
}

// A fraction in [0, 1) that differs by slot, month and purpose without a draw: small rates are truncated after adding it, so
// that they are right in the mean and nothing drifts.
THERMIDOR_INLINE std::uint32_t phase_start(const TileKey& key, std::uint32_t purpose) {
  return (key.block * 4096U + key.tile * 64U) * 2654435761U + static_cast<std::uint32_t>(key.month.index) * 0x9E3779B9U +
         purpose * 0x85EBCA6BU;
}
THERMIDOR_INLINE float phase_of(std::uint32_t start, int lane) {
  return real(static_cast<std::int32_t>((start + static_cast<std::uint32_t>(lane) * 2654435761U) >> 8)) * 0x1p-24F;
}

// Adds a receipt to the purse, up to what a purse holds, and returns what was added.
THERMIDOR_INLINE std::int32_t receive(std::int32_t& cash, float amount) {
  const std::int32_t wanted = cut(least(amount, 1073741824.0F));
  const std::int32_t room = kCashLimit - cash;
  const std::int32_t paid = wanted < room ? wanted : room;
  cash += paid;
  return paid;
}

// Takes a payment out of the purse, as far as it goes, and returns what was paid.
THERMIDOR_INLINE std::int32_t spend(std::int32_t& cash, float amount) {
  const std::int32_t wanted = cut(least(amount, 1073741824.0F));
  const std::int32_t paid = wanted < cash ? wanted : cash;
  cash -= paid;
  return paid;
}

}  // namespace thermidor::economy
